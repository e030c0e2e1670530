import { Hono, type Context } from 'hono'
import { and, asc, eq, gte, inArray, lte } from 'ponder'
import { db } from 'ponder:api'
import { log, seriesContract } from 'ponder:schema'
import { numberToHex, toEventSelector, type Address, type Hex } from 'viem'

import { servedContracts, servedEvents } from '../../ponder.config'
import { network } from '../network'

/**
 * What the app asks a node for its histories, and nothing else: `eth_chainId`, `eth_blockNumber` (how far this server has
 * come) and `eth_getLogs`. docs/config.md, historyUrl
 */
const app = new Hono()

/** As many logs are read by the app within a frame. */
const MOST_LOGS = 2_500
const MOST_BODY = 100_000
const HEX = /^0x[\da-f]+$/i

type Filter = {
  readonly address: readonly Address[]
  readonly topics: readonly [readonly Hex[], Hex?]
  readonly fromBlock: bigint
  readonly toBlock: bigint
}

/** Tells whoever asks what is wrong; a wish that is too long is told the way nodes do. */
class Refusal extends Error {}

const signatures = new Set(servedEvents.map((event) => toEventSelector(event)))
const fixed = new Set(servedContracts.map((address) => address.toLowerCase()))

app.post('/', async (context: Context) => {
  const text = await context.req.text()
  if (text.length > MOST_BODY) return context.json(refused(null, 'The request is too long.'), 413)
  let id: unknown = null
  try {
    const call = JSON.parse(text) as { id?: unknown; method?: unknown; params?: unknown }
    id = call.id ?? null
    return context.json({ jsonrpc: '2.0', id, result: await resultOf(call.method, call.params) })
  } catch (error) {
    if (error instanceof Refusal) return context.json(refused(id, error.message))
    if (error instanceof SyntaxError) return context.json(refused(id, 'The request is not JSON.'), 400)
    console.error(error)
    return context.json(refused(id, 'The server has failed.'), 500)
  }
})

const refused = (id: unknown, message: string) => ({ jsonrpc: '2.0', id, error: { code: -32000, message } })

async function resultOf(method: unknown, params: unknown): Promise<unknown> {
  if (method === 'eth_chainId') return numberToHex(network.chainId)
  if (method === 'eth_blockNumber') return numberToHex(await head())
  if (method === 'eth_getLogs') return getLogs(filterOf(Array.isArray(params) ? params[0] : undefined))
  throw new Refusal('This server answers eth_chainId, eth_blockNumber and eth_getLogs only.')
}

/** How far Ponder has come, by its own page about that. */
async function head(): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${process.env['PORT'] ?? '42069'}/status`)
  const status = (await response.json()) as Readonly<
    Record<string, { block: { number: number } } | undefined>
  >
  return status['served']?.block.number ?? 0
}

async function getLogs(filter: Filter) {
  const { address, topics, fromBlock, toBlock } = filter
  await checkServed(filter)
  const [events, account] = topics
  const wanted = [
    inArray(log.address, [...address]),
    inArray(log.topic0, [...events]),
    gte(log.blockNumber, fromBlock),
    lte(log.blockNumber, toBlock),
    account === undefined ? undefined : eq(log.topic1, account),
  ]
  const found = db
    .select()
    .from(log)
    .where(and(...wanted))
    .orderBy(asc(log.blockNumber), asc(log.logIndex))
  // One block is told whole, however many it holds.
  const rows = await (fromBlock === toBlock ? found : found.limit(MOST_LOGS + 1))
  const over = rows[MOST_LOGS]
  if (over && fromBlock < toBlock) {
    const last = over.blockNumber > fromBlock ? over.blockNumber - 1n : fromBlock
    const range = `[${numberToHex(fromBlock)}, ${numberToHex(last)}]`
    throw new Refusal(`query returned more than ${MOST_LOGS} results. Try with this block range ${range}.`)
  }
  return rows.map((row) => ({
    address: row.address,
    topics: [row.topic0, row.topic1, row.topic2, row.topic3].filter((topic) => topic !== null),
    data: row.data,
    blockNumber: numberToHex(row.blockNumber),
    blockHash: row.blockHash,
    blockTimestamp: numberToHex(row.blockTimestamp),
    transactionHash: row.transactionHash,
    transactionIndex: numberToHex(row.transactionIndex),
    logIndex: numberToHex(row.logIndex),
    removed: false,
  }))
}

/** Nothing would be told of what is not collected, and that would look like a history without events. */
async function checkServed({ address, topics: [events] }: Filter): Promise<void> {
  const unknown = events.find((event) => !signatures.has(event))
  if (unknown !== undefined) throw new Refusal(`Events ${unknown} are not collected here.`)
  const others = address.filter((one) => !fixed.has(one))
  if (others.length === 0) return
  const rows = await db.select().from(seriesContract).where(inArray(seriesContract.address, others))
  const seen = new Set(rows.map((row) => row.address.toLowerCase()))
  const missing = others.find((one) => !seen.has(one))
  if (missing !== undefined) throw new Refusal(`Events of ${missing} are not collected here.`)
}

function filterOf(value: unknown): Filter {
  const { address, topics, fromBlock, toBlock } = (value ?? {}) as Readonly<Record<string, unknown>>
  const [events, account] = Array.isArray(topics) ? (topics as readonly unknown[]) : []
  if (!isHexList(address, 42) || !isHexList(events, 66) || !isBlock(fromBlock) || !isBlock(toBlock))
    throw new Refusal('A filter needs a list of addresses, a list of events, and two blocks.')
  if (account !== undefined && !isHex(account, 66)) throw new Refusal('The second topic is one account.')
  return {
    address: address.map(lowered),
    topics: [events.map(lowered), account && lowered(account)],
    fromBlock: BigInt(fromBlock),
    toBlock: BigInt(toBlock),
  }
}

const lowered = <T extends Hex>(hex: T) => hex.toLowerCase() as T
const isHex = (value: unknown, length: number): value is Hex =>
  typeof value === 'string' && value.length === length && HEX.test(value)
const isHexList = (value: unknown, length: number): value is readonly Hex[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.length <= 1_000 &&
  value.every((one) => isHex(one, length))
const isBlock = (value: unknown): value is Hex =>
  typeof value === 'string' && value.length <= 18 && HEX.test(value)

export default app
