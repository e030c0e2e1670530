import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'

import type { Network } from '../chain/config'
import { checkNode } from './check-node'

const address = '0xdAC17F958D2ee523a2206206994597C13D831ec7'
const network: Network = {
  chainId: 1,
  name: 'Ethereum',
  isDevnet: false,
  rpcUrls: ['https://rpc.example'],
  deploymentBlock: 0n,
  finalityBlocks: 64,
  blockSeconds: 12,
  contracts: { shared: { usdt: address }, museum: { door: address } },
}

const servers: Server[] = []
afterEach(() => servers.splice(0).forEach((server) => server.close()))

const hash = `0x${'1'.repeat(64)}`
const blockOf = (secondsAgo: number) => {
  const timestamp = `0x${(Math.floor(Date.now() / 1000) - secondsAgo).toString(16)}`
  return { number: '0x64', timestamp, hash, parentHash: hash }
}
const healthy: Record<string, unknown> = {
  eth_chainId: '0x1',
  eth_getBlockByNumber: blockOf(12),
  eth_getCode: '0x6001',
}

/** A node over real HTTP that answers these methods. */
async function nodeWith(change: Record<string, unknown> = {}): Promise<string> {
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', (chunk: Buffer) => (text += chunk.toString()))
    request.on('end', () => {
      const { id, method } = JSON.parse(text) as { id: number; method: string }
      response.end(JSON.stringify({ jsonrpc: '2.0', id, result: { ...healthy, ...change }[method] }))
    })
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

describe('a node to ask first', () => {
  it('passes when it serves this chain, is fresh and has the code', async () => {
    expect(await checkNode(network, await nodeWith(), 105n)).toBeUndefined()
  })
  it('is refused on another chain', async () => {
    const problem = await checkNode(network, await nodeWith({ eth_chainId: '0x5' }), 100n)
    expect(problem).toMatch(/^127\.0\.0\.1:\d+ serves chain 5, not 1\.$/)
  })
  it('is refused when its head is old, by the clock or by what the others know', async () => {
    const old = await nodeWith({ eth_getBlockByNumber: blockOf(3_600) })
    expect(await checkNode(network, old, undefined)).toContain('over 15 minutes old')
    const behind = 'Its newest block is 100, 11 behind the other nodes.'
    expect(await checkNode(network, await nodeWith(), 111n)).toBe(behind)
  })
  it('may have an old head on a local chain', async () => {
    const local = { ...network, isDevnet: true }
    expect(
      await checkNode(local, await nodeWith({ eth_getBlockByNumber: blockOf(3_600) }), undefined),
    ).toBeUndefined()
  })
  it('is refused without the code of our contracts', async () => {
    const problem = await checkNode(network, await nodeWith({ eth_getCode: '0x' }), 100n)
    expect(problem).toBe(`It knows no contract at the address of museum.door, ${address}.`)
  })
  it('is refused when it does not answer, or not as a node', async () => {
    expect(await checkNode(network, 'http://127.0.0.1:1', 100n)).toBe(
      '127.0.0.1:1 cannot be reached. It may be down, or not answer pages of this site (CORS).',
    )
    const url = await nodeWith({ eth_getBlockByNumber: {} })
    expect(await checkNode(network, url, 100n)).toMatch(/gave no usable answer/)
  })
})
