/** A devnet in one call: contracts compiled, chain started, deployed, and full of life. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { startAnvil } from './anvil.mjs'
import { buildContracts } from './artifacts.mjs'
import { appConfig, deploy } from './deploy.mjs'
import { connect } from './rpc.mjs'
import { SCENARIO_SECONDS, seed } from './seed.mjs'

/**
 * @typedef {object} Devnet
 * @property {string} rpcUrl
 * @property {number} port
 * @property {import('./deploy.mjs').Addresses} addresses
 * @property {import('./seed.mjs').Seeded} series The series by what they are there for (`scenario.mjs`).
 * @property {ReturnType<typeof appConfig>} config config.json for an app that shows this chain.
 * @property {number} endTime Unix seconds at which the scenario ended and life went on.
 * @property {Promise<void>} ended When the chain is gone, wanted or not.
 * @property {() => Promise<void>} stop
 */

/**
 * Starts a devnet.
 * @param {object} [options]
 * @param {number} [options.port] 0 or absent: any free port.
 * @param {number} [options.blockSeconds] Time between blocks; absent: a block per transaction.
 * @param {number} [options.endTime] Unix seconds; now when absent. The same one gives the same chain.
 * @returns {Promise<Devnet>}
 */
export async function startDevnet({ port = 0, blockSeconds, endTime = Math.floor(Date.now() / 1000) } = {}) {
  buildContracts()
  const chain = await startAnvil({ port, timestamp: endTime - SCENARIO_SECONDS })
  try {
    const addresses = await deploy(chain.rpcUrl)
    const series = await seed({ rpcUrl: chain.rpcUrl, addresses, endTime })
    if (blockSeconds !== undefined) await connect(chain.rpcUrl)('evm_setIntervalMining', [blockSeconds])
    const config = appConfig(addresses, chain.rpcUrl, blockSeconds ?? 2)
    return { ...chain, addresses, series, config, endTime }
  } catch (error) {
    await chain.stop()
    throw error
  }
}

const configFile = new URL('../.devnet/config.json', import.meta.url)

/** Writes down where the running devnet is, for the commands. @param {Devnet['config']} config */
export function announce(config) {
  mkdirSync(new URL('.', configFile), { recursive: true })
  writeFileSync(configFile, `${JSON.stringify(config, null, 2)}\n`)
}

/** The devnet that was announced last. @returns {Devnet['config']['networks'][number]} */
export function announced() {
  try {
    return JSON.parse(readFileSync(configFile, 'utf8')).networks[0]
  } catch {
    throw new Error('No devnet is known. Start one with `npm start` or `npm run devnet`.')
  }
}
