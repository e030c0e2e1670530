/** Plays the scenario on a freshly deployed chain, by real transactions of many accounts. */
import { chainSeconds, rememberState } from './actions'
import type { Addresses } from './deploy'
import { seriesBlocks, type SeededSeries } from './systems/backstop/life'
import { moneyBlocks, priceBlocks } from './systems/backstop/market'
import { random } from './random'
import { connect } from './rpc'
import { scenario, type SeriesKey } from './systems/backstop/scenario'
import { mineBlock } from './script'
import { vaultBlocks } from './systems/musdt/life'

export type Seeded = Record<SeriesKey, SeededSeries>

const DAY = 86_400

/** How long before its end the scenario begins; the chain must not be younger. */
export const SCENARIO_SECONDS = 100 * DAY

type SeedOptions = {
  /** A chain on which `deploy` ran, at least `SCENARIO_SECONDS` before `endTime`. */
  readonly rpcUrl: string
  readonly addresses: Addresses
  /** Unix seconds at which the scenario ends and life goes on. */
  readonly endTime: number
  readonly seed?: number
}

/**
 * Plays the scenario. The same genesis time, end and seed give the same chain, hashes included. At its end the chain
 * mines a block per transaction, and `reset` comes back here. Returns the series by what they are there for.
 */
export async function seed({ rpcUrl, addresses, endTime, seed: number = 1 }: SeedOptions): Promise<Seeded> {
  const rpc = connect(rpcUrl)
  const at = (days: number) => endTime + Math.round(days * DAY)
  const below = random(number)
  const seeded: Partial<Seeded> = {}
  const keys = Object.keys(scenario) as SeriesKey[]
  const blocks = [
    ...moneyBlocks(at, addresses),
    ...priceBlocks(at, addresses, below),
    ...keys.flatMap((key, index) => {
      const name = `Series ${String.fromCharCode(65 + index)}`
      const tell = (created: SeededSeries) => (seeded[key] = created)
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
  // Every series has been told of by now.
  return seeded as Seeded
}
