import { encodeAbiParameters, encodeEventTopics, getAbiItem, isAddressEqual } from 'viem'
import type { AbiEvent, Address, Hex } from 'viem'

import type { Effect } from './plan'

/** An effect as plain data: what a log must look like. `null` is free. */
export type EffectPattern = {
  readonly address: Address
  readonly topics: readonly (Hex | null)[]
  /** The 32-byte words at the head of the log's data. */
  readonly words: readonly (Hex | null)[]
}

/** Where an event keeps an argument: in a topic, or in a 32-byte word at the head of its data. */
export type ArgumentPlace = { readonly isTopic: boolean; readonly index: number }

/** @throws if the event has no argument of that name */
export function placeOf({ abi, eventName }: Effect, argument: string): ArgumentPlace {
  const { inputs } = getAbiItem({ abi, name: eventName }) as AbiEvent
  const input = inputs.find(({ name }) => name === argument)
  if (!input) throw new Error(`${eventName} has no argument ${argument}.`)
  const isTopic = input.indexed === true
  const alike = inputs.filter(({ indexed = false }) => indexed === isTopic)
  // Topic 0 is the event itself.
  return { isTopic, index: alike.indexOf(input) + (isTopic ? 1 : 0) }
}

/** The number at a place of a log; undefined where there is none. */
export function numberAt(
  { topics, data }: Pick<Log, 'topics' | 'data'>,
  { isTopic, index }: ArgumentPlace,
): bigint | undefined {
  const word = isTopic ? topics[index] : (`0x${data.slice(2 + index * 64, 2 + (index + 1) * 64)}` as const)
  return word?.length === 66 ? BigInt(word) : undefined
}

type Log = { readonly address: Address; readonly topics: readonly Hex[]; readonly data: Hex }

/** Turns an effect into a pattern that survives storage without its ABI. */
export function effectPattern(effect: Effect): EffectPattern {
  const { address, abi, eventName, args } = effect
  const event = getAbiItem({ abi, name: eventName }) as AbiEvent
  const topics = encodeEventTopics({ abi, eventName, args }).map((topic) =>
    Array.isArray(topic) ? null : topic,
  )
  const words: (Hex | null)[] = []
  for (const input of event.inputs) {
    if (input.indexed) continue
    // Tuples and fixed arrays take several head words: what follows them stays free.
    if (input.type.startsWith('tuple') || /\[\d+\]$/.test(input.type)) break
    const wanted = input.name === undefined ? undefined : args[input.name]
    const isWord = !/^(string|bytes)$|\[\]$/.test(input.type)
    words.push(wanted === undefined || !isWord ? null : encodeAbiParameters([input], [wanted]))
  }
  return { address, topics, words }
}

/** True when the log proves the effect. */
export function matchesEffect(log: Log, pattern: EffectPattern): boolean {
  return (
    isAddressEqual(log.address, pattern.address) &&
    pattern.topics.every((topic, index) => topic === null || log.topics[index] === topic) &&
    pattern.words.every(
      (word, index) => word === null || `0x${log.data.slice(2 + index * 64, 2 + (index + 1) * 64)}` === word,
    )
  )
}
