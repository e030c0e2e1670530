import type { Block } from '../../calls'
import type { World } from '../../system'
import type { BackstopContracts } from './deploy'
import { seriesBlocks, type SeededSeries } from './life'
import { priceBlocks, treasuryBlock } from './market'
import { scenario, type SeriesKey } from './scenario'

/** Every series of the scenario, called A, B, C… in its order. */
export function backstopHistory(world: World, contracts: BackstopContracts) {
  const seeded: Partial<Record<SeriesKey, SeededSeries>> = {}
  const blocks: Block[] = [treasuryBlock(world, contracts), ...priceBlocks(world, contracts)]
  for (const [index, key] of (Object.keys(scenario) as SeriesKey[]).entries()) {
    const name = `Series ${String.fromCharCode(65 + index)}`
    const tell = (created: SeededSeries) => (seeded[key] = created)
    blocks.push(...seriesBlocks(world, contracts, name, scenario[key], tell))
  }
  // Every series has been told of once all blocks are mined.
  return { blocks, sights: () => seeded as Record<SeriesKey, SeededSeries> }
}
