/**
 * `npm start -- [--port 4173] [--rpc-port 8545] [--systems <ids>]`, once everything is installed: starts a devnet, builds
 * the app for it and serves it.
 */
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { freePort } from './anvil'
import { command } from './command'
import { announce, startDevnet } from './devnet'
import { serve } from './serve'
import { parseSystemIds } from './systems'

const site = '.devnet/site'
const sources = [
  'src',
  'abis',
  'public',
  'devnet',
  'index.html',
  'package-lock.json',
  'vite.config.ts',
  'tailwind.config.ts',
]

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4173' },
    'rpc-port': { type: 'string', default: '8545' },
    systems: { type: 'string' },
  },
})

/** When a file, or the newest one below a folder, was last changed; 0 if there is none. */
function changedAt(path: string): number {
  if (!existsSync(path)) return 0
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(0, ...readdirSync(path).map((name) => changedAt(join(path, name))))
}

/** Builds the app with the devnet wallet in it, unless nothing has changed. */
function buildApp(): Promise<void> {
  if (changedAt(join(site, 'index.html')) > Math.max(...sources.map(changedAt))) return Promise.resolve()
  console.log('Building the app…')
  // A build that fails must not leave an old one behind that looks new.
  rmSync(site, { recursive: true, force: true })
  const vite = join('node_modules', 'vite', 'bin', 'vite.js')
  const args = [vite, 'build', '--mode', 'devnet', '--outDir', site, '--emptyOutDir', '--logLevel', 'warn']
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error('The app could not be built.'))))
  })
}

await command(async () => {
  const systems = parseSystemIds(values.systems)
  console.log('Starting a local chain and playing its history…')
  const [devnet] = await Promise.all([
    startDevnet({ port: await freePort(Number(values['rpc-port'])), blockSeconds: 2, systems }),
    buildApp(),
  ])
  announce(devnet.config)
  const app = await serve({ dir: site, port: await freePort(Number(values.port)), config: devnet.config })

  console.log(`
  Open  ${app.url}

  Press "Connect wallet", choose "Devnet wallet", then "You (demo)", which has a part in almost everything.
  The "Devnet" panel lets time pass, sends money, changes accounts and starts over.

Ctrl-C stops everything.`)

  async function stop() {
    await app.stop()
    await devnet.stop()
  }
  process.on('SIGINT', () => void stop())
  process.on('SIGTERM', () => void stop())
  await devnet.ended
  await app.stop()
})
