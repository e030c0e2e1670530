import { index, onchainTable } from 'ponder'

/** Every event as the chain has it: what it means is the app's affair. */
export const log = onchainTable(
  'log',
  (t) => ({
    id: t.text().primaryKey(),
    blockNumber: t.bigint().notNull(),
    logIndex: t.integer().notNull(),
    address: t.hex().notNull(),
    topic0: t.hex().notNull(),
    topic1: t.hex(),
    topic2: t.hex(),
    topic3: t.hex(),
    data: t.hex().notNull(),
    blockHash: t.hex().notNull(),
    blockTimestamp: t.bigint().notNull(),
    transactionHash: t.hex().notNull(),
    transactionIndex: t.integer().notNull(),
  }),
  (table) => ({
    byContract: index().on(table.address, table.blockNumber),
    byAccount: index().on(table.topic1, table.blockNumber),
  }),
)

/** The contracts of series, from the moment of their creation. */
export const seriesContract = onchainTable('series_contract', (t) => ({ address: t.hex().primaryKey() }))
