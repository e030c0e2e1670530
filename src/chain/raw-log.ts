import type { Address, Hex } from 'viem'

/** Marks a log whose fields have been looked at before it came here: no answer can hold it. */
export const lookedAt = Symbol('looked at')

/** A log as a node sends it, once each field has been looked at. */
export type RawLog = {
  readonly [lookedAt]?: true
  readonly address: Address
  readonly topics: readonly Hex[]
  readonly data: Hex
  readonly blockNumber: Hex
  readonly blockHash: Hex
  readonly transactionHash: Hex
  readonly logIndex: Hex
  readonly blockTimestamp?: unknown
  readonly removed?: unknown
}

/** No event of ours is near this long: 8,192 bytes. */
const LONGEST_DATA = 2 + 2 * 8_192
const isWord = (value: unknown): value is Hex => isHex(value) && value.length === 66
const isAddressLike = (value: unknown): value is Hex => isHex(value) && value.length === 42
const isQuantity = (value: unknown): value is Hex => isHex(value) && value.length > 2 && value.length <= 18
const isData = (value: unknown): value is Hex => isHex(value) && isDataLength(value.length)
/** Whether data may be so many characters long, its 0x with it. */
export const isDataLength = (length: number) => length % 2 === 0 && length <= LONGEST_DATA

/** 1 for the code of a hex digit. */
const digits = Uint8Array.from({ length: 128 }, (_, code) =>
  /[\da-f]/i.test(String.fromCharCode(code)) ? 1 : 0,
)

/** A look into a table is three times as fast as four comparisons, and this is most of what checking a log takes. */
export function isHex(value: unknown): value is Hex {
  if (typeof value !== 'string' || !value.startsWith('0x')) return false
  for (let index = 2; index < value.length; index += 1)
    if (digits[value.charCodeAt(index)] !== 1) return false
  return true
}

/** A text of its own: what is cut out of a longer one keeps all of that one in memory. */
export const ownText = (hex: Hex): Hex => JSON.parse(`"${hex}"`) as Hex

/** Whether every field of a log is what it has to be. Written out: it runs a hundred thousand times. */
export function isRawLog(value: unknown): value is RawLog {
  if (typeof value !== 'object' || value === null) return false
  const log = value as { readonly [Field in keyof RawLog]: unknown }
  if (log[lookedAt] === true) return true
  return (
    isAddressLike(log.address) &&
    Array.isArray(log.topics) &&
    log.topics.length >= 1 &&
    log.topics.length <= 4 &&
    log.topics.every(isWord) &&
    isData(log.data) &&
    isQuantity(log.blockNumber) &&
    isWord(log.blockHash) &&
    isWord(log.transactionHash) &&
    isQuantity(log.logIndex)
  )
}

/** The block that something like a log says it is in, as far as it can be told. */
export function blockOf(value: unknown): bigint | undefined {
  const { blockNumber } = (value ?? {}) as { readonly blockNumber?: unknown }
  return isQuantity(blockNumber) ? BigInt(blockNumber) : undefined
}

/** Ethereum's first block is of 2015; a local chain's clock may be far ahead, but not beyond what a date can be. */
const firstTime = 1_420_070_400n
const lastTime = 253_402_300_799n
export const isTime = (seconds: bigint) => seconds >= firstTime && seconds <= lastTime

/** A block time as the node tells it (unix seconds), or undefined for what no block can have. */
export function timeOf(value: unknown): bigint | undefined {
  if (!isQuantity(value)) return undefined
  const seconds = BigInt(value)
  return isTime(seconds) ? seconds : undefined
}
