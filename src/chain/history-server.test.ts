import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { encodeEventTopics, erc20Abi, numberToHex, pad, type Hex } from 'viem'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { createReader } from './chain-reader'
import type { Network } from './config'
import { wholeHistory } from './history-of'
import { historyServerOf } from './history-server'
import { useFakeDatabase } from './testing/fake-database'

vi.setConfig({ testTimeout: 60_000 })

const token = '0x52908400098527886E0F7030069857D2E4169EE7'
const HEAD = 50_000
const word = (value: number) => pad(numberToHex(value), { size: 32 })
const transfer = (block: number) => ({
  address: token.toLowerCase(),
  topics: encodeEventTopics({
    abi: erc20Abi,
    eventName: 'Transfer',
    args: { from: token, to: token },
  }) as readonly Hex[],
  data: word(block),
  blockNumber: numberToHex(block),
  blockHash: word(block),
  blockTimestamp: numberToHex(1_700_000_000 + block),
  transactionHash: word(block),
  logIndex: '0x0',
  removed: false,
})
const chain = Array.from({ length: 500 }, (_, index) => transfer(100 * index + 7))

type Log = ReturnType<typeof transfer>
type Teller = {
  readonly chainId?: Hex
  readonly body?: string
  readonly logs?: (found: readonly Log[]) => readonly object[]
  readonly most?: number
}

let servers: Server[] = []
beforeEach(() => useFakeDatabase(new Map()))
afterEach(() => {
  for (const server of servers) server.close()
  servers = []
  vi.unstubAllGlobals()
})

/** Somebody who answers as a node does, and how often it was asked for logs. */
async function start({ chainId = '0x1', body, logs = (found) => found, most = HEAD }: Teller = {}) {
  const counted = { logs: 0, url: '' }
  const resultOf = (method: string, [filter]: readonly { fromBlock: Hex; toBlock: Hex }[]) => {
    if (method === 'eth_chainId') return { result: chainId }
    if (method === 'eth_blockNumber') return { result: numberToHex(HEAD) }
    counted.logs += 1
    const [from, to] = [filter?.fromBlock, filter?.toBlock].map((hex) => parseInt(hex ?? '', 16))
    const isIn = ({ blockNumber }: Log) =>
      parseInt(blockNumber, 16) >= (from ?? 0) && parseInt(blockNumber, 16) <= (to ?? 0)
    if ((to ?? 0) - (from ?? 0) >= most)
      return { error: { code: -32000, message: `up to a ${most} block range` } }
    return { result: logs(chain.filter(isIn)) }
  }
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', (part: Buffer) => (text += part.toString()))
    request.on('end', () => {
      const { id, method, params } = JSON.parse(text) as { id: number; method: string; params: never }
      response.end(body ?? JSON.stringify({ jsonrpc: '2.0', id, ...resultOf(method, params) }))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  servers.push(server)
  counted.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return counted
}

async function read(served: Teller) {
  const [node, server] = await Promise.all([start({ most: 1_000 }), start(served)])
  const network: Network = {
    ...{ chainId: 1, name: 'test', isDevnet: false, rpcUrls: [node.url], historyUrl: server.url },
    ...{ deploymentBlock: 0n, finalityBlocks: 64, blockSeconds: 12, contracts: {} },
  }
  const wish = {
    name: 'test',
    addresses: [token],
    abi: erc20Abi,
    events: ['Transfer'],
    fromBlock: 0n,
  } as const
  const history = await wholeHistory(createReader(network), wish, BigInt(HEAD))
  return { ...history, node, server, fault: historyServerOf(network)?.fault.get() }
}

it('tells a history of which the node is asked for samples and the newest blocks only', async () => {
  const { logs, sampled, node, server } = await read({})
  expect(logs).toHaveLength(500)
  expect(sampled).toEqual({ server: new URL(server.url).host, node: new URL(node.url).host })
  expect(node.logs).toBeLessThan(15)
})

it('may tell events in any order, and fewer blocks at a time than it is asked for', async () => {
  const { logs, sampled } = await read({ logs: (found) => [...found].reverse(), most: 9_000 })
  expect(logs.map(({ blockNumber }) => blockNumber)).toEqual(chain.map((log) => BigInt(log.blockNumber)))
  expect(sampled).toBeDefined()
})

it.each<[string, Teller]>([
  ['of another chain', { chainId: '0x2' }],
  ['that answers with a page', { body: '<html>Sign in</html>' }],
  ['that answers with broken JSON', { body: '{"jsonrpc":"2.0","id":1,"resu' }],
  [
    'that tells more than anybody may',
    { logs: (found) => found.slice(0, 1).map((log) => ({ ...log, more: 'x'.repeat(2_100_000) })) },
  ],
  [
    'that tells events of others',
    { logs: (found) => found.map((log) => ({ ...log, address: pad('0x1', { size: 20 }) })) },
  ],
  ['whose hashes are none', { logs: (found) => found.map((log) => ({ ...log, blockHash: '0x12' })) }],
  ['that tells blocks it was not asked for', { logs: () => [transfer(HEAD + 1)] }],
])('is passed over where it is one %s: the node tells all of it', async (_, served) => {
  const { logs, sampled, fault, node } = await read(served)
  expect(logs).toHaveLength(500)
  expect([sampled, fault]).toEqual([undefined, undefined])
  expect(node.logs).toBeGreaterThan(40)
})

it.each<[string, Teller]>([
  ['leaves every other one out', { logs: (found) => found.filter((_, index) => index % 2 === 0) }],
  ['makes some up', { logs: (found) => found.flatMap((log) => [log, { ...log, logIndex: '0x1' }]) }],
  ['tells other amounts', { logs: (found) => found.map((log) => ({ ...log, data: word(1) })) }],
])('is found out where it %s, and the node tells all of it', async (_, served) => {
  const { logs, sampled, fault, node } = await read(served)
  expect(logs).toHaveLength(500)
  expect(sampled).toBeUndefined()
  expect(fault).toMatch(/tell different events at block \d+/)
  expect(node.logs).toBeGreaterThan(40)
})
