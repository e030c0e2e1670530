import { getAddress } from 'viem'
import * as v from 'valibot'

import { plainText } from '../../chain/plain-text'

const bigint = v.pipe(
  v.string(),
  v.regex(/^\d{1,78}$/),
  v.transform((text) => BigInt(text)),
)
const hex = v.custom<`0x${string}`>((value) => typeof value === 'string' && /^0x[0-9a-f]*$/i.test(value))
const hash = v.custom<`0x${string}`>((value) => typeof value === 'string' && /^0x[0-9a-f]{64}$/i.test(value))
const address = v.pipe(
  v.string(),
  v.regex(/^0x[0-9a-f]{40}$/i),
  v.transform((value) => getAddress(value.toLowerCase())),
)
const count = v.pipe(v.custom<number>(Number.isSafeInteger), v.minValue(0))
const text = v.pipe(
  v.string(),
  v.transform((value) => plainText(value, 300)),
)
const word = v.nullable(hash)
const unit = v.object({ symbol: text, decimals: count })
const pattern = v.object({
  address,
  topics: v.pipe(v.array(word), v.maxLength(4)),
  words: v.pipe(v.array(word), v.maxLength(32)),
})

/** One transaction of the journal: what was asked, and where it stands. Nothing here is ever sent again. */
export const entrySchema = v.object({
  id: text,
  /** The review it came from, and which act and step of it. */
  runId: text,
  actIndex: count,
  stepKind: v.picklist(['reset', 'approve', 'act', 'batch']),
  planKind: text,
  /** Whose errors explain a revert; entries of older versions do not tell. */
  system: v.optional(text),
  /** The one token that it gives, and that it gets: what a token's error is told in. */
  gives: v.optional(unit),
  gets: v.optional(unit),
  planTitle: text,
  stepTitle: text,
  chainId: count,
  account: address,
  to: address,
  data: hex,
  /** `Step.intent`; entries of older versions have none. */
  intent: v.optional(hash),
  value: bigint,
  askedAtMs: count,
  askedBlock: bigint,
  /** Proofs that must all be in the receipt. */
  effects: v.array(pattern),
  /** Figures that nothing in the call holds to, and where the receipt tells what became of them. */
  unbounded: v.optional(
    v.array(
      v.object({
        label: text,
        expected: bigint,
        symbol: v.optional(text),
        decimals: v.optional(count),
        event: pattern,
        place: v.object({ isTopic: v.boolean(), index: count }),
      }),
    ),
  ),
  /** What it asks to approve; of a batch, what may be approved in it. */
  approvals: v.optional(
    v.array(
      v.object({
        token: address,
        symbol: text,
        decimals: count,
        spender: address,
        label: text,
        amount: bigint,
      }),
    ),
  ),
  /** Signed by several people (Safe): its hash may never appear on the chain. trust.md D27 */
  isContractAccount: v.boolean(),
  batchId: v.optional(text),
  status: v.picklist([
    'preparing',
    'waiting',
    'sent',
    'included',
    'final',
    'reverted',
    'replaced',
    'cancelled',
    'gone',
    'dropped',
    'stuck',
    'proposed',
    'unknown',
  ]),
  hash: v.optional(hash),
  nonce: v.optional(count),
  isNonceSeen: v.optional(v.boolean()),
  isShown: v.optional(v.boolean()),
  blockNumber: v.optional(bigint),
  blockHash: v.optional(hash),
  hasEffect: v.optional(v.boolean()),
  approved: v.optional(
    v.pipe(
      v.array(v.object({ token: address, spender: address, amount: bigint })),
      v.maxLength(10),
      v.readonly(),
    ),
  ),
  isFinal: v.boolean(),
  witnesses: v.optional(v.pipe(v.array(text), v.maxLength(100), v.readonly())),
  doubt: v.optional(text),
  misses: count,
  missedAtBlock: v.optional(bigint),
  replacedBy: v.optional(hash),
  note: v.optional(text),
})

export type Entry = v.InferOutput<typeof entrySchema>

/** JSON of anything with bigints in it, as decimal strings. */
export function toJson(value: unknown, indent?: number): string {
  return JSON.stringify(
    value,
    (_key, part: unknown) => (typeof part === 'bigint' ? part.toString() : part),
    indent,
  )
}
