import type { Address, Hex } from 'viem'

import type { Network } from '../chain/config'

/**
 * The chain a practice begins with, as `npm run practice` packs it from the local chain's dump: the state of its newest
 * block, and of its past what events need. Numbers and words are hex without 0x and without leading zeros.
 */
export type Packed = {
  readonly contracts: Network['contracts']
  readonly codes: readonly string[]
  /** Address, nonce, wei, and a contract's place in `codes` and its slots, one after the other: key, value. */
  readonly accounts: readonly (readonly [Address, number, string, number?, string?])[]
  /** Seconds from each block to the next; the first from 1970 on. */
  readonly seconds: readonly number[]
  /** Addresses and topics of the events, each once. */
  readonly words: readonly string[]
  /** For each event: blocks since the one before, its transaction's place in the block, places in `words`, data. */
  readonly events: readonly PackedEvent[]
}
export type PackedEvent = readonly [
  blocks: number,
  transaction: number,
  address: number,
  topics: readonly number[],
  data: string,
]

/** Unpacks what was fetched: JSON, gzipped by us, so that it is as small from a host that packs nothing. */
export async function unpack(zipped: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Packed> {
  return (await new Response(zipped.pipeThrough(new DecompressionStream('gzip'))).json()) as Packed
}

/** Zeros in front are not kept. */
export const short = (hex: string): string => hex.replace(/^0x0*/, '')
export const long = (text: string, bytes: number): Hex => `0x${text.padStart(bytes * 2, '0')}`
