import type { Hash } from 'viem'

import type { Reading } from '../math/reading'
import type { OnScreen } from './on-screen'
import { callName } from './read'

/** One call that something on screen was drawn from, with the block it was answered at. */
export type Told = {
  readonly reading: Reading<unknown>
  readonly block: { readonly number: bigint; readonly hash: Hash; readonly timestamp: bigint }
}

/** Every call that snapshots are made of, each once, those of the newest block first. */
export function toldBy(onScreen: readonly OnScreen[]): readonly Told[] {
  const all = new Map<string, Told>()
  for (const { snapshot, hash } of onScreen.toSorted((a, b) => newerFirst(a.snapshot, b.snapshot))) {
    const block = { number: snapshot.blockNumber, hash, timestamp: snapshot.timestamp }
    for (const reading of readingsIn(snapshot.data)) {
      const { contract, functionName, args, blockNumber } = reading.source
      all.set(`${blockNumber} ${callName(contract, functionName, args)}`, { reading, block })
    }
  }
  return [...all.values()]
}

function newerFirst(a: { readonly blockNumber: bigint }, b: { readonly blockNumber: bigint }): number {
  return a.blockNumber === b.blockNumber ? 0 : a.blockNumber > b.blockNumber ? -1 : 1
}

function readingsIn(node: unknown, into: Reading<unknown>[] = []): readonly Reading<unknown>[] {
  if (typeof node !== 'object' || node === null) return into
  if ('isKnown' in node && 'source' in node) into.push(node as Reading<unknown>)
  else for (const child of Object.values(node)) readingsIn(child, into)
  return into
}
