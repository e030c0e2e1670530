/** A local Ethereum chain (anvil) that starts empty, at a chosen time, and dies with the process that started it. */
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { whenReady } from './rpc'

const require = createRequire(import.meta.url)
const guard = fileURLToPath(new URL('anvil-guard.ts', import.meta.url))
/** Runs TypeScript in a process of its own. */
const jiti = join(dirname(require.resolve('jiti/package.json')), 'lib', 'jiti-cli.mjs')

/** How many unlocked accounts the chain has; `accounts.ts` names them. */
export const ACCOUNT_COUNT = 20

/** The native binary: the npm package's own wrapper would outlive a killed parent. */
function anvilBinary(): string {
  const platform = process.platform === 'win32' ? 'win32' : process.platform
  const arch = process.arch === 'x64' ? 'amd64' : process.arch
  const folder = dirname(require.resolve(`@foundry-rs/anvil-${platform}-${arch}/package.json`))
  return join(folder, 'bin', process.platform === 'win32' ? 'anvil.exe' : 'anvil')
}

/** The first port from `port` on that nobody listens on; 0 for any. */
export function freePort(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(freePort(port + 1)) : reject(error),
    )
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      const free = typeof address === 'object' && address !== null ? address.port : port
      server.close(() => resolve(free))
    })
  })
}

type AnvilOptions = {
  /** 0 or absent: any free port. A taken port is an error. */
  readonly port?: number
  /** Unix seconds of the genesis block; now when absent. */
  readonly timestamp?: number
  /** Seconds between blocks; absent: a block per transaction. */
  readonly blockTime?: number
  /** 31337 when absent. */
  readonly chainId?: number
  /** A state that anvil dumped: the chain goes on from there, at `timestamp`. */
  readonly statePath?: string
}
export type Anvil = {
  readonly rpcUrl: string
  readonly port: number
  /** When the chain is gone, wanted or not. */
  readonly ended: Promise<void>
  readonly stop: () => Promise<void>
}

/** Starts an empty chain, or a dumped one (20 unlocked accounts of the well-known test mnemonic) and waits for it. */
export async function startAnvil({
  port = 0,
  timestamp,
  blockTime,
  statePath,
  chainId,
}: AnvilOptions = {}): Promise<Anvil> {
  const chosen = await freePort(port)
  // Whoever has the port would answer in place of our chain.
  if (port !== 0 && chosen !== port) throw new Error(`Port ${port} is taken.`)
  const args = ['--port', `${chosen}`, '--accounts', `${ACCOUNT_COUNT}`, '--order', 'fifo', '--quiet']
  // A whole scenario's day fits one block; the real chain's limit is 60 million as well.
  args.push('--gas-limit', '60000000')
  if (chainId !== undefined) args.push('--chain-id', `${chainId}`)
  if (timestamp !== undefined) args.push('--timestamp', `${timestamp}`)
  if (blockTime !== undefined) args.push('--block-time', `${blockTime}`)
  if (statePath !== undefined) args.push('--load-state', statePath)

  const child = spawn(process.execPath, [jiti, guard, anvilBinary(), ...args], {
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))

  const rpcUrl = `http://127.0.0.1:${chosen}`
  const tooEarly = ended.then(() => {
    throw new Error(`anvil on port ${chosen} ended. ${complaint.trim()}`)
  })
  await Promise.race([whenReady(rpcUrl), tooEarly])
  tooEarly.catch(() => undefined)
  return {
    rpcUrl,
    port: chosen,
    ended,
    stop: () => {
      child.stdin.end()
      return ended
    },
  }
}
