/** Plays the systems' histories on a freshly deployed chain, by real transactions of many accounts. */
import { tetherUsdAbi } from '../abis/TetherUSD'
import { accounts, demo, newcomer } from './accounts'
import { chainSeconds, rememberState } from './actions'
import { call, usdt, type Block } from './calls'
import { random } from './random'
import { connect } from './rpc'
import { mineBlock, writeBlocks } from './script'
import type { World } from './system'
import { systemsIn, type Addresses, type Sights, type SystemId } from './systems'

const DAY = 86_400

/** How long before its end the scenario begins; the chain must not be younger. */
export const SCENARIO_SECONDS = 400 * DAY

type SeedOptions<Id extends SystemId> = {
  /** A chain on which `deploy` ran, at least `SCENARIO_SECONDS` before `endTime`. */
  readonly rpcUrl: string
  readonly addresses: Addresses<Id>
  /** Unix seconds at which the scenario ends and life goes on. */
  readonly endTime: number
  readonly seed?: number
}

/**
 * Plays the scenario. The same genesis time, end, seed and systems give the same chain, hashes included. At its end the
 * chain mines a block per transaction, and `reset` comes back here. Returns what there is to see of each system.
 */
export async function seed<Id extends SystemId>(options: SeedOptions<Id>): Promise<Sights<Id>> {
  const { rpcUrl, addresses, endTime, seed: number = 1 } = options
  const rpc = connect(rpcUrl)
  const { shared } = addresses
  const world: Omit<World, 'below'> = {
    rpc,
    shared,
    endTime,
    at: (days) => endTime + Math.round(days * DAY),
  }
  const histories = systemsIn(addresses).map(({ system, contracts }) => {
    const below = random(number + system.randomOffset)
    return { id: system.id, ...system.history({ ...world, below }, contracts) }
  })
  const blocks = [moneyBlock(world), ...histories.flatMap((history) => history.blocks)]
  blocks.sort((a, b) => a.at - b.at)

  let last = await chainSeconds(rpc)
  await writeBlocks(rpc, async () => {
    for (const block of blocks) {
      last = Math.max(block.at, last + 1)
      const receipts = await mineBlock(rpc, last, await block.calls())
      block.then?.(receipts)
    }
    await mineBlock(rpc, endTime, [])
  })
  await rememberState(rpc)
  // Everything has been told of by now, and there is one entry for each id.
  return Object.fromEntries(histories.map(({ id, sights }) => [id, sights()])) as Sights<Id>
}

/** Money for everybody who has any. */
function moneyBlock({ at, shared }: Pick<World, 'at' | 'shared'>): Block {
  const rich = accounts.slice(0, accounts.findIndex(({ address }) => address === newcomer) + 1)
  const tether = { address: shared.usdt, abi: tetherUsdAbi }
  return {
    at: at(-99.9),
    calls: () =>
      rich.map(({ address }) =>
        call(address, tether, 'faucet', [address, usdt(address === demo ? 250_000 : 50_000)]),
      ),
  }
}
