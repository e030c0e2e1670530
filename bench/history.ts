/**
 * `npx jiti bench/history.ts [events] [milliseconds to the node]`: reads a history as the app does, and as viem's getContractEvents does, in turns
 * in one run: seconds of this process's CPU, seconds that passed, and what of the heap the events still hold when they are
 * read. Figures of one run compare with each other only; on a busy machine only those of CPU do.
 */
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { createClient, erc20Abi, http } from 'viem'
import { getContractEvents } from 'viem/actions'
import { mainnet } from 'viem/chains'

import { createReader } from '../src/chain/chain-reader'
import { readerOf } from '../src/chain/history-of'

const count = parseInt(process.argv[2] ?? '100000', 10)
const away = parseInt(process.argv[3] ?? '0', 10)
const rounds = 3
const address = '0x52908400098527886E0F7030069857D2E4169EE7'
/** Ranges that vendors allow. */
const ranges = [2_000, 10_000]

setFlagsFromString('--expose-gc')
const gc = runInNewContext('gc') as () => void

const jiti = join(dirname(createRequire(import.meta.url).resolve('jiti/package.json')), 'lib/jiti-cli.mjs')
const node = spawn(process.execPath, [jiti, 'bench/log-node.ts', `${count}`, `${away}`], {
  cwd: new URL('..', import.meta.url),
  stdio: ['ignore', 'pipe', 'inherit'],
})

const readers: Readonly<Record<string, (url: string) => Promise<readonly unknown[]>>> = {
  'this app': (url) => {
    const network = {
      chainId: 1,
      name: 'bench',
      isDevnet: false,
      rpcUrls: [url],
      deploymentBlock: 0n,
      finalityBlocks: 64,
      blockSeconds: 12,
      contracts: {},
    }
    const { state, advance } = readerOf(createReader(network), {
      name: 'bench',
      addresses: [address],
      abi: erc20Abi,
      events: ['Transfer'],
      fromBlock: 0n,
    })
    return new Promise((resolve, reject) => {
      state.subscribe(() => {
        const { status, logs, error } = state.get()
        if (status === 'ready') resolve(logs)
        if (status === 'error') reject(new Error(error))
      })
      advance(BigInt(count - 1))
    })
  },
  ...Object.fromEntries(
    ranges.map((range) => [
      `viem, ${range} blocks at a time`,
      async (url: string) => {
        const all: unknown[] = []
        for (let from = 0; from < count; from += range)
          all.push(...(await viemEvents(url, from, Math.min(from + range, count) - 1)))
        return all
      },
    ]),
  ),
}

function viemEvents(url: string, from: number, to: number) {
  return getContractEvents(createClient({ chain: mainnet, transport: http(url) }), {
    address,
    abi: erc20Abi,
    eventName: 'Transfer',
    fromBlock: BigInt(from),
    toBlock: BigInt(to),
    strict: true,
  })
}

type Figures = { readonly cpu: number; readonly seconds: number; readonly megabytes: number }

async function measure(read: () => Promise<readonly unknown[]>): Promise<Figures> {
  gc()
  const before = process.memoryUsage().heapUsed
  const startedMs = performance.now()
  const used = process.cpuUsage()
  const events = await read()
  const { user, system } = process.cpuUsage(used)
  const cpu = (user + system) / 1e6
  const seconds = (performance.now() - startedMs) / 1000
  gc()
  const megabytes = (process.memoryUsage().heapUsed - before) / 1e6
  if (events.length !== count) throw new Error(`${events.length} events, not ${count}`)
  return { cpu, seconds, megabytes }
}

try {
  const url = await new Promise<string>((resolve) => createInterface(node.stdout).once('line', resolve))
  const figures = new Map<string, Figures[]>()
  for (let round = 0; round < rounds; round += 1)
    for (const [name, read] of Object.entries(readers))
      figures.set(name, [...(figures.get(name) ?? []), await measure(() => read(url))])
  const best = [...figures].map(([name, all]) => ({
    name,
    cpu: Math.min(...all.map((one) => one.cpu)),
    seconds: Math.min(...all.map((one) => one.seconds)),
    megabytes: Math.min(...all.map((one) => one.megabytes)),
  }))
  const [ours] = best
  console.log(`${count} events, the best of ${rounds} rounds`)
  for (const { name, cpu, seconds, megabytes } of best)
    console.log(
      `${name.padEnd(32)} ${cpu.toFixed(2).padStart(6)} s of CPU ${seconds.toFixed(2).padStart(6)} s ${megabytes.toFixed(0).padStart(5)} MB  ` +
        `${(cpu / (ours?.cpu ?? 1)).toFixed(1)} × the CPU, ${(seconds / (ours?.seconds ?? 1)).toFixed(1)} × the time, ${(megabytes / (ours?.megabytes ?? 1)).toFixed(1)} × the memory`,
    )
} finally {
  node.kill()
}
