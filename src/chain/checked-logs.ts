import { pad, type Address, type Hex } from 'viem'
import * as v from 'valibot'

import type { FoundLogs, RawLog } from './history-scan'

const hexOf = (pattern: RegExp) => v.custom<Hex>((value) => typeof value === 'string' && pattern.test(value))
const word = hexOf(/^0x[0-9a-f]{64}$/i)
const quantity = hexOf(/^0x[0-9a-f]{1,16}$/i)
/** The fields of a log, as every node sends them. */
export const logFields = {
  address: hexOf(/^0x[0-9a-f]{40}$/i),
  topics: v.pipe(v.array(word), v.minLength(1), v.maxLength(4)),
  // No event of ours is near this long.
  data: hexOf(/^0x(?:[0-9a-f]{2}){0,8192}$/i),
  blockNumber: quantity,
  blockHash: word,
  transactionHash: word,
  transactionIndex: quantity,
  logIndex: quantity,
}
const rawLog = v.object({
  ...logFields,
  blockTimestamp: v.optional(v.unknown()),
  removed: v.optional(v.unknown()),
})

export type AskedLogs = {
  readonly addresses: readonly Address[]
  /** The first topics that were asked for. */
  readonly signatures: readonly Hex[]
  /** The account as the first indexed argument, where one was asked for. */
  readonly account?: Address | undefined
  readonly from: bigint
  readonly to: bigint
}

/**
 * A node's answer to `eth_getLogs`, field by field: what was not asked for or can't be read is left out, and its block
 * told (the first asked for, if its own can't be read); what a reorganisation removed, or what is there twice, is left
 * out in silence. A block time that no
 * block can have (0, before Ethereum, text) is unknown. trust.md D19, D42
 */
export function checkedLogs(answer: readonly unknown[], asked: AskedLogs): FoundLogs {
  const addresses = new Set(asked.addresses.map((address) => address.toLowerCase()))
  const signatures = new Set<string>(asked.signatures)
  const seen = new Set<string>()
  const unreadable: bigint[] = []
  const logs = answer.flatMap((value): RawLog[] => {
    const result = v.safeParse(rawLog, value)
    const log = result.success ? result.output : undefined
    const number = log && BigInt(log.blockNumber)
    const isAsked =
      log !== undefined &&
      number !== undefined &&
      number >= asked.from &&
      number <= asked.to &&
      addresses.has(log.address.toLowerCase()) &&
      signatures.has(`${log.topics[0]}`.toLowerCase()) &&
      (asked.account === undefined || log.topics[1]?.toLowerCase() === pad(asked.account).toLowerCase())
    if (!isAsked) {
      const block = blockOf(value)
      const isInside = block !== undefined && block >= asked.from && block <= asked.to
      unreadable.push(isInside ? block : asked.from)
      return []
    }
    const { removed, blockTimestamp, ...known } = log
    const key = `${log.blockHash}:${BigInt(log.logIndex)}`.toLowerCase()
    if (removed === true || seen.has(key)) return []
    seen.add(key)
    const time = timeOf(blockTimestamp)
    return [time === undefined ? known : { ...known, blockTimestamp: time }]
  })
  return { logs, unreadable }
}

function blockOf(value: unknown): bigint | undefined {
  const result = v.safeParse(v.object({ blockNumber: quantity }), value)
  return result.success ? BigInt(result.output.blockNumber) : undefined
}

/** Ethereum's first block is of 2015; a local chain's clock may be far ahead, but not beyond what a date can be. */
const firstTime = 1_420_070_400n
const lastTime = 253_402_300_799n

/** A block time as the node tells it, or undefined for what no block can have. */
export function timeOf(value: unknown): Hex | undefined {
  if (!v.is(quantity, value)) return undefined
  const seconds = BigInt(value)
  return seconds >= firstTime && seconds <= lastTime ? value : undefined
}
