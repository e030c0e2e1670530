/** The scenario, played once and kept: for the tests of pages, and for the practice in a browser. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { startAnvil } from './anvil'
import { deploy } from './deploy'
import { connect } from './rpc'
import { SCENARIO_SECONDS, seed } from './seed'
import type { Addresses } from './systems'

/** When the scenario ends and what uses it begins: the same second in every run. */
export const scenarioEnd = Date.UTC(2027, 0, 15, 9) / 1000

/**
 * The scenario is played once, and again only when what it is made of has changed. anvil's dump keeps blocks, receipts
 * and logs of the past, but the state of the newest block only: nothing may be asked of the chain before `scenarioEnd`.
 */
export const stateFile = '.devnet/e2e/state.json'
const aboutFile = '.devnet/e2e/about.json'
type About = { readonly madeOf: string; readonly addresses: Addresses }

/** Everything that decides what the seeded chain is like. */
function ingredients(): string {
  const hash = createHash('sha256').update(`${scenarioEnd}`).update(readFileSync('package-lock.json'))
  for (const folder of ['devnet', 'contracts/src'])
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort())
      if (/\.(mjs|ts|sol)$/.test(name)) hash.update(name).update(readFileSync(join(folder, name)))
  return hash.digest('hex')
}

export const readAbout = () => JSON.parse(readFileSync(aboutFile, 'utf8')) as About

/** Plays the scenario unless its end is on disk; the contracts must have been built. */
export async function playScenario(): Promise<void> {
  const madeOf = ingredients()
  if (existsSync(stateFile) && existsSync(aboutFile) && readAbout().madeOf === madeOf) return
  const { rpcUrl, stop } = await startAnvil({ timestamp: scenarioEnd - SCENARIO_SECONDS })
  const addresses = await deploy(rpcUrl)
  await seed({ rpcUrl, addresses, endTime: scenarioEnd })
  const dump = (await connect(rpcUrl)('anvil_dumpState')) as string
  await stop()
  // The description goes last: half a state is never taken for a whole one.
  replace(stateFile, gunzipSync(Buffer.from(dump.slice(2), 'hex')))
  replace(aboutFile, JSON.stringify({ madeOf, addresses } satisfies About))
}

function replace(file: string, content: string | Buffer): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.${process.pid}`, content)
  renameSync(`${file}.${process.pid}`, file)
}
