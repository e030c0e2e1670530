import {
  checksumAddress,
  decodeEventLog,
  toEventSelector,
  type Abi,
  type AbiEvent,
  type Address,
  type ContractEventName,
  type Hex,
} from 'viem'

import { ownText, type RawLog } from './raw-log'
import { fitsAbi } from './fits-abi'

/** What a log says, by the ABI of its event. */
export type Told = { readonly eventName: string; readonly args: Readonly<Record<string, unknown>> }

export type LogDecoder = {
  /** The first topics to ask for. */
  readonly signatures: readonly Hex[]
  /** Undefined for another event, and for what can't be decoded. */
  readonly decode: (log: RawLog) => Told | undefined
  /** A stored telling, if `decode` could have made it. */
  readonly restore: (told: Told) => Told | undefined
}

/** The value of one word, 64 hex digits; undefined for what its type can't be. */
type WordReader = (word: string) => unknown
type Word = { readonly name: string; readonly isIndexed: boolean; readonly read: WordReader }
type Event = { readonly item: AbiEvent; readonly topics: number; readonly words: readonly Word[] | undefined }

/**
 * Decodes logs of these events. Where all arguments are single words, as of nearly every event, they are cut out of the
 * text and read one by one, which is several times faster than a general decoder (docs/measured.md); of the others viem
 * reads the log. Stricter than viem: an address, a boolean or a number with digits its type can't have is not decoded.
 */
export function createDecoder<const TAbi extends Abi>(
  abi: TAbi,
  events: readonly ContractEventName<TAbi>[],
): LogDecoder {
  const addresses = new Map<string, Address>()
  /** The checksum of an address costs as much as everything else of its log, and few addresses are in many logs. */
  const addressOf = (digits: string): Address => {
    const known = addresses.get(digits)
    if (known !== undefined) return known
    const address = checksumAddress(`0x${digits}`)
    addresses.set(ownText(`0x${digits}`).slice(2), address)
    return address
  }
  const known = abi
    .filter((item): item is AbiEvent => item.type === 'event')
    .filter(({ name }) => events.some((wanted) => wanted === name))
    .map((item) => ({ signature: toEventSelector(item), event: eventOf(item, addressOf) }))
  const find = (signature: string | undefined, topics: number) =>
    known.find((one) => one.signature === signature && one.event.topics === topics)?.event

  return {
    signatures: [...new Set(known.map(({ signature }) => signature))],
    decode(log) {
      const event = find(log.topics[0]?.toLowerCase(), log.topics.length)
      if (!event) return undefined
      const args = event.words ? argsOf(event.words, log) : slowArgsOf(event.item, log)
      return args && { eventName: event.item.name, args }
    },
    restore({ eventName, args }) {
      const item = known.find(
        ({ event }) =>
          event.item.name === eventName &&
          event.item.inputs.every((input) => fitsAbi(input, args[input.name ?? ''])),
      )?.event.item
      if (!item) return undefined
      const isAddress = (name: string) =>
        item.inputs.some((one) => one.name === name && one.type === 'address')
      const shared = Object.entries(args).map(([name, value]) => [
        name,
        isAddress(name) ? addressOf(String(value).slice(2).toLowerCase()) : value,
      ])
      return { eventName: item.name, args: Object.fromEntries(shared) as Told['args'] }
    },
  }
}

function eventOf(item: AbiEvent, addressOf: (digits: string) => Address): Event {
  const words: Word[] = []
  for (const { name, type, indexed: isIndexed = false } of item.inputs) {
    const read = wordReader(type, addressOf)
    if (read && name !== undefined) words.push({ name, isIndexed, read })
  }
  const topics = 1 + item.inputs.filter(({ indexed }) => indexed).length
  return { item, topics, words: words.length === item.inputs.length ? words : undefined }
}

function argsOf(words: readonly Word[], { topics, data }: RawLog): Told['args'] | undefined {
  const args: Record<string, unknown> = {}
  let topic = 1
  let at = 2
  for (const { name, isIndexed, read } of words) {
    const word = isIndexed ? topics[topic++]?.slice(2) : data.slice(at, (at += 64))
    const value = word?.length === 64 ? read(word.toLowerCase()) : undefined
    if (value === undefined) return undefined
    args[name] = value
  }
  return args
}

function slowArgsOf(item: AbiEvent, { topics, data }: RawLog): Told['args'] | undefined {
  try {
    const told = decodeEventLog({ abi: [item], topics: topics.map(lowered) as [Hex], data, strict: true })
    return told.args
  } catch {
    return undefined
  }
}

const lowered = (topic: Hex) => ownText(`0x${topic.slice(2).toLowerCase()}`)

/** Numbers of up to 48 bits are `number`, as viem has them. */
function wordReader(type: string, addressOf: (digits: string) => Address): WordReader | undefined {
  const [, kind = '', size] = /^(uint|int|bytes|address|bool)(\d*)$/.exec(type) ?? []
  const bits = parseInt(size ?? '', 10)
  switch (kind) {
    case 'address':
      return (word) => (word.startsWith('0'.repeat(24)) ? addressOf(word.slice(24)) : undefined)
    case 'bool':
      return (word) => (/^0{63}[01]$/.test(word) ? word.endsWith('1') : undefined)
    case 'bytes':
      return Number.isNaN(bits) ? undefined : (word) => ownText(`0x${word.slice(0, bits * 2)}`)
    case 'uint':
      if (bits === 256) return (word) => BigInt(`0x${word}`)
      return (word) => numberOf(BigInt(`0x${word}`), (value) => BigInt.asUintN(bits, value), bits)
    case 'int':
      return (word) =>
        numberOf(BigInt.asIntN(256, BigInt(`0x${word}`)), (value) => BigInt.asIntN(bits, value), bits)
    default:
      return undefined
  }
}

function numberOf(value: bigint, cut: (value: bigint) => bigint, bits: number) {
  if (cut(value) !== value) return undefined
  return bits > 48 ? value : parseInt(`${value}`, 10)
}
