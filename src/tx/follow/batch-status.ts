import { isHash } from 'viem'
import * as v from 'valibot'

import type { Entry } from './entry'
import { inspect } from './follow'
import type { Followed } from './follow'
import type { Event } from './machine'
import { withinLimit } from '../wallet'
import type { Wallet } from '../wallet'
import { t } from '../../words/t'

const statusSchema = v.object({
  status: v.custom<number>(Number.isFinite),
  receipts: v.optional(v.array(v.object({ transactionHash: v.string() }))),
})

/**
 * What the wallet says about a batch (EIP-5792): its transaction once it has one, or that it was given up. The
 * chain is asked what the transaction did. Undefined when the wallet can't tell.
 */
export async function inspectBatch(
  wallet: Wallet | undefined,
  chain: Followed,
  entry: Entry,
  head: bigint,
  taken: ReadonlySet<string>,
): Promise<readonly Event[] | undefined> {
  if (!wallet || entry.batchId === undefined || entry.hash !== undefined) return undefined
  const { batchId } = entry
  // A wallet that does not answer must not hold up what else is being followed.
  const answer = await withinLimit(() =>
    wallet.request({ method: 'wallet_getCallsStatus', params: [batchId] }),
  ).catch(() => undefined)
  const known = v.safeParse(statusSchema, answer)
  if (!known.success) return undefined
  const { status, receipts } = known.output
  if (status === 400)
    return [{ type: 'abandoned', note: t`The wallet gave the batch up without sending it.` }]
  const hash = receipts?.at(-1)?.transactionHash.toLowerCase()
  if (hash === undefined || !isHash(hash)) return undefined
  const events = await inspect(chain, { ...entry, hash, isContractAccount: true }, head, 0, taken)
  // Without its receipt nothing is known yet: the wallet's word for it is no proposal to co-signers.
  const told = events.filter(({ type }) => type !== 'proposed')
  return told.length > 0 ? told : undefined
}
