import type { Address } from 'viem'

import type { ChainAt } from '../chain/chain-reader'
import { readKnown } from '../chain/read-at'
import { known, unknown } from '../system/plan-option'
import type { Found } from '../system/script'
import { collateralContracts } from './contracts'
import { collateralOf, collateralSource, type Collateral, type Lists } from './snapshot'

/** TUSDT at one block. */
export async function collateralAt(at: ChainAt, lists: Lists, account?: Address): Promise<Found<Collateral>> {
  const source = collateralSource(collateralContracts(at.network), lists, account)
  const { data, known: asked } = await readKnown(at, source)
  const shown = collateralOf(data, asked, account)
  if (!shown) return unknown('Not all of TUSDT could be read at this block.')
  if (!shown.book.isKnown) return shown.book
  const { number: blockNumber, timestamp } = at.block
  return known({ blockNumber, timestamp, isStale: false, ...shown })
}
