import type { Address } from 'viem'

import type { ChainAt } from '../chain/chain-reader'
import { readLive } from '../chain/read-at'
import { known, unknown } from '../system/plan-option'
import type { Found } from '../system/script'
import { backstopLive, isMany, plainExtra, type BackstopPart } from './live'
import { manyLive } from './live-many'
import { idsStaked } from './view'
import { walletReads } from './worth'

export type Wallets = ReturnType<typeof walletReads>

/** All series at one block, and what lies in the account. */
export async function backstopAt(
  at: ChainAt,
  account: Address,
): Promise<Found<BackstopPart<Wallets, undefined>>> {
  const { network } = at
  const extra = plainExtra((list) => walletReads(network, list, account))
  const few = await readLive(at, backstopLive(network, account, extra))
  const many = isMany(few.known.list)
  const { shown } = many ? await readLive(at, manyLive(network, account, idsStaked, extra), few.known) : few
  if (shown.status === 'ready') return known(shown.view)
  return unknown(shown.status === 'error' ? shown.reason : 'Not all series could be read at this block.')
}
