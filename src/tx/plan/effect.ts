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
