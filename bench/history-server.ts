/**
 * `npx jiti bench/history-server.ts [events] [milliseconds to each] [blocks an event]`: reads a history from two nodes that
 * allow 10,000 blocks a request, until the second has confirmed it, and with a server of events before them, in turns in one
 * run: what each of them was asked, and seconds that passed. Figures of one run compare with each other only.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { erc20Abi } from 'viem'

import { createReader } from '../src/chain/chain-reader'
import type { Network } from '../src/chain/config'
import { wholeHistory } from '../src/chain/history-of'

const [events = 100_000, away = 50, spacing = 20] = process.argv.slice(2).map((text) => parseInt(text, 10))
const rounds = 3
const jiti = join(dirname(createRequire(import.meta.url).resolve('jiti/package.json')), 'lib/jiti-cli.mjs')
const children: ChildProcess[] = []

/** A process of its own that tells the events. */
function start(...limits: number[]): Promise<string> {
  const args = [events, away, spacing, ...limits].map(String)
  const child = spawn(process.execPath, [jiti, 'bench/log-node.ts', ...args], {
    cwd: new URL('..', import.meta.url),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  return new Promise((resolve) => createInterface(child.stdout).once('line', resolve))
}

/** Requests for logs, by where they went. */
const asked = new Map<string, number>()
const { fetch: send } = globalThis
globalThis.fetch = (input, init) => {
  const { origin } = new URL(input instanceof Request ? input.url : input)
  if (typeof init?.body === 'string' && init.body.includes('eth_getLogs'))
    asked.set(origin, (asked.get(origin) ?? 0) + 1)
  return send(input, init)
}

try {
  const [one, two, server] = await Promise.all([start(10_000), start(10_000), start(1e12, 2_500)])
  const network: Network = {
    ...{ chainId: 1, name: 'bench', isDevnet: false, rpcUrls: [one, two], deploymentBlock: 0n },
    ...{ finalityBlocks: 64, blockSeconds: 12, contracts: {} },
  }
  const wish = {
    ...{ name: 'bench', abi: erc20Abi, events: ['Transfer'], fromBlock: 0n },
    addresses: ['0x52908400098527886E0F7030069857D2E4169EE7'],
  } as const
  const ways = { 'two nodes': network, 'a server before them': { ...network, historyUrl: server } }
  console.log(`${events} events in ${events * spacing} blocks, ${away} ms away, the best of ${rounds} rounds`)
  const best = new Map<string, number>()
  for (let round = 0; round < rounds; round += 1)
    for (const [name, way] of Object.entries(ways)) {
      asked.clear()
      const startedMs = performance.now()
      const { logs } = await wholeHistory(createReader({ ...way }), wish, BigInt(events * spacing - 1))
      const seconds = (performance.now() - startedMs) / 1000
      if (logs.length !== events) throw new Error(`${logs.length} events, not ${events}`)
      best.set(name, Math.min(seconds, best.get(name) ?? Infinity))
      if (round === rounds - 1)
        console.log(
          `${name.padEnd(22)} ${[one, two, server].map((url) => asked.get(url) ?? 0).join(' + ')} requests for logs (node, second node, server)`,
        )
    }
  const [nodes = 0, served = 1] = best.values()
  for (const [name, seconds] of best) console.log(`${name.padEnd(22)} ${seconds.toFixed(2)} s`)
  console.log(`${(nodes / served).toFixed(1)} times as long without it`)
} finally {
  for (const child of children) child.kill()
}
