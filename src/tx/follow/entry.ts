import { getAddress } from 'viem'
import * as z from 'zod/mini'

import { plainText } from '../../chain/plain-text'

const digits = z.string().check(z.regex(/^\d{1,78}$/))
const bigint = z.pipe(
  digits,
  z.transform((text) => BigInt(text)),
)
const hex = z.custom<`0x${string}`>((value) => typeof value === 'string' && /^0x[0-9a-f]*$/i.test(value))
const hash = z.custom<`0x${string}`>((value) => typeof value === 'string' && /^0x[0-9a-f]{64}$/i.test(value))
const address = z.pipe(
  z.string().check(z.regex(/^0x[0-9a-f]{40}$/i)),
  z.transform((value) => getAddress(value.toLowerCase())),
)
const count = z.int().check(z.gte(0))
const text = z.pipe(
  z.string(),
  z.transform((value) => plainText(value, 300)),
)
const word = z.nullable(hash)
const pattern = z.object({
  address,
  topics: z.array(word).check(z.maxLength(4)),
  words: z.array(word).check(z.maxLength(32)),
})

/** One transaction of the journal: what was asked, and where it stands. Nothing here is ever sent again. */
export const entrySchema = z.object({
  id: text,
  /** The review it came from, and which act and step of it. */
  runId: text,
  actIndex: count,
  stepKind: z.enum(['reset', 'approve', 'act', 'batch']),
  planKind: text,
  /** Whose errors explain a revert; entries of older versions do not tell. */
  system: z.optional(text),
  planTitle: text,
  stepTitle: text,
  chainId: count,
  account: address,
  to: address,
  data: hex,
  /** `Step.intent`; entries of older versions have none. */
  intent: z.optional(hash),
  value: bigint,
  askedAtMs: count,
  askedBlock: bigint,
  /** Proofs that must all be in the receipt. */
  effects: z.array(pattern),
  /** Figures that nothing in the call holds to, and where the receipt tells what became of them. */
  unbounded: z.optional(
    z.array(
      z.object({
        label: text,
        expected: bigint,
        symbol: z.optional(text),
        decimals: z.optional(count),
        event: pattern,
        place: z.object({ isTopic: z.boolean(), index: count }),
      }),
    ),
  ),
  /** Signed by several people (Safe): its hash may never appear on the chain. trust.md D27 */
  isContractAccount: z.boolean(),
  batchId: z.optional(text),
  status: z.enum([
    'preparing',
    'waiting',
    'sent',
    'included',
    'final',
    'reverted',
    'replaced',
    'cancelled',
    'dropped',
    'stuck',
    'proposed',
    'unknown',
  ]),
  hash: z.optional(hash),
  nonce: z.optional(count),
  isNonceSeen: z.optional(z.boolean()),
  isShown: z.optional(z.boolean()),
  blockNumber: z.optional(bigint),
  blockHash: z.optional(hash),
  hasEffect: z.optional(z.boolean()),
  isFinal: z.boolean(),
  witnesses: z.optional(z.readonly(z.array(text).check(z.maxLength(100)))),
  doubt: z.optional(text),
  misses: count,
  missedAtBlock: z.optional(bigint),
  replacedBy: z.optional(hash),
  note: z.optional(text),
})

export type Entry = z.output<typeof entrySchema>

/** JSON of anything with bigints in it, as decimal strings. */
export function toJson(value: unknown, indent?: number): string {
  return JSON.stringify(
    value,
    (_key, part: unknown) => (typeof part === 'bigint' ? part.toString() : part),
    indent,
  )
}
