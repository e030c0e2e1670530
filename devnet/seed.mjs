/** Plays the scenario on a freshly deployed chain, by real transactions of many accounts. */
import { chainSeconds, rememberState } from './actions.mjs'
import { seriesBlocks } from './life.mjs'
import { moneyBlocks, priceBlocks } from './market.mjs'
import { random } from './random.mjs'
import { connect } from './rpc.mjs'
import { scenario } from './scenario.mjs'
import { mineBlock } from './script.mjs'
import { vaultBlocks } from './vault.mjs'

/** @typedef {import('./scenario.mjs').SeriesKey} SeriesKey */
/** @typedef {Record<SeriesKey, import('./life.mjs').SeededSeries>} Seeded */

const DAY = 86_400

/** How long before its end the scenario begins; the chain must not be younger. */
export const SCENARIO_SECONDS = 100 * DAY

/**
 * Plays the scenario. The same genesis time, end and seed give the same chain, hashes included. At its end the chain
 * mines a block per transaction, and `reset` comes back here.
 * @param {object} options
 * @param {string} options.rpcUrl A chain on which `deploy` ran, at least `SCENARIO_SECONDS` before `endTime`.
 * @param {import('./deploy.mjs').Addresses} options.addresses
 * @param {number} options.endTime Unix seconds at which the scenario ends and life goes on.
 * @param {number} [options.seed]
 * @returns {Promise<Seeded>} The series by what they are there for.
 */
export async function seed({ rpcUrl, addresses, endTime, seed: number = 1 }) {
  const rpc = connect(rpcUrl)
  const at = (/** @type {number} */ days) => endTime + Math.round(days * DAY)
  const below = random(number)
  const seeded = /** @type {Seeded} */ ({})
  const keys = /** @type {SeriesKey[]} */ (Object.keys(scenario))
  const blocks = [
    ...moneyBlocks(at, addresses),
    ...priceBlocks(at, addresses, below),
    ...keys.flatMap((key, index) => {
      const name = `Series ${String.fromCharCode(65 + index)}`
      const tell = (/** @type {import('./life.mjs').SeededSeries} */ created) => (seeded[key] = created)
      return seriesBlocks({ rpc, addresses, endTime, at, below }, name, scenario[key], tell)
    }),
    // Numbers of its own: what happens in the vaults changes nothing in the series.
    ...vaultBlocks({ rpc, addresses, endTime, at, below: random(number + 1) }),
  ].sort((a, b) => a.at - b.at)

  let last = await chainSeconds(rpc)
  for (const block of blocks) {
    last = Math.max(block.at, last + 1)
    const receipts = await mineBlock(rpc, last, await block.calls())
    block.then?.(receipts)
  }
  await mineBlock(rpc, endTime, [])
  await rpc('evm_setAutomine', [true])
  await rememberState(rpc)
  return seeded
}
