import type { Hex } from 'viem'

import type { Told } from './execute'
import { long, type Packed } from './packed'

/** An event and its place. */
export type PlacedLog = Told & {
  readonly blockNumber: number
  readonly transactionHash: Hex
  readonly transactionIndex: number
  readonly logIndex: number
}
/** The events of before the practice, in order. */
export function pastEvents(
  { events, words }: Pick<Packed, 'events' | 'words'>,
  transactionHash: (block: number, index: number) => Hex,
): PlacedLog[] {
  const topicOf = words.map((word) => long(word, 32))
  let block = 0
  let logIndex = 0
  return events.map(([blocks, transactionIndex, address, topics, data]) => {
    block += blocks
    logIndex = blocks > 0 ? 0 : logIndex + 1
    return {
      address: long(words[address] ?? '', 20),
      topics: topics.map((place) => topicOf[place] ?? '0x'),
      data: `0x${data}`,
      blockNumber: block,
      transactionHash: transactionHash(block, transactionIndex),
      transactionIndex,
      logIndex,
    }
  })
}
