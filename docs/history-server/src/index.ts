import { ponder } from 'ponder:registry'
import { log, seriesContract } from 'ponder:schema'
import type { Address, Hash, Hex } from 'viem'

import { eventNames } from '../ponder.config'

/** What Ponder tells of any event. Its own types know only names that stand in the text of its configuration. */
type Told = {
  readonly event: {
    readonly id: string
    readonly args: Readonly<Record<string, unknown>>
    readonly block: { readonly number: bigint; readonly hash: Hash; readonly timestamp: bigint }
    readonly transaction: { readonly hash: Hash; readonly transactionIndex: number }
    readonly log: {
      readonly address: Address
      readonly topics: readonly [Hex, Hex?, Hex?, Hex?]
      readonly data: Hex
      readonly logIndex: number
    }
  }
  readonly context: {
    readonly db: {
      readonly insert: (table: object) => { readonly values: (row: object) => Promise<unknown> }
    }
  }
}
const indexer = ponder as unknown as { on(name: string, handler: (told: Told) => Promise<void>): void }

for (const name of eventNames)
  indexer.on(name, async ({ event: { id, args, block, transaction, log: raw }, context: { db } }) => {
    const [topic0, topic1 = null, topic2 = null, topic3 = null] = raw.topics
    await db.insert(log).values({
      ...{ id, topic0, topic1, topic2, topic3 },
      ...{ blockNumber: block.number, blockHash: block.hash, blockTimestamp: block.timestamp },
      ...{ address: raw.address, data: raw.data, logIndex: raw.logIndex },
      ...{ transactionHash: transaction.hash, transactionIndex: transaction.transactionIndex },
    })
    if (name !== 'Registry:SeriesCreated') return
    for (const part of ['series', 'pool', 'warrant'])
      await db.insert(seriesContract).values({ address: args[part] })
  })
