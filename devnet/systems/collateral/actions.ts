/** What one can do to TUSDT on a running devnet. Runs in Node and in the browser. */
import type { Address } from 'viem'
import { devPairAbi } from '../../../abis/DevPair'
import { devPriceFeedAbi } from '../../../abis/DevPriceFeed'
import { dexTwapSourceAbi } from '../../../abis/DexTwapSource'
import { osmAbi } from '../../../abis/Osm'
import { tusdtBookAbi } from '../../../abis/TusdtBook'
import { vaultEngineAbi } from '../../../abis/VaultEngine'
import { keeper } from '../../accounts'
import { chainSeconds } from '../../actions'
import { readContract, sendContract } from '../../contract'
import type { Rpc } from '../../rpc'
import type { Call } from '../../script'
import type { Edge, Running } from '../../system'
import { windowSeconds } from './deploy'
import { marketOf, movePool, observeLiquidity, observePrice, poke, type Known, type Type } from './market'

async function send(rpc: Rpc, calls: readonly Call[]): Promise<void> {
  for (const { from, ...call } of calls) await sendContract(rpc, from, call)
}

export async function enginesOf(rpc: Rpc, { book }: Pick<Known, 'book'>): Promise<readonly Address[]> {
  const [, , , , engines] = await readContract(rpc, {
    address: book,
    abi: tusdtBookAbi,
    functionName: 'state',
  })
  return engines
}

/** The market of all types there are. */
export async function found(rpc: Rpc, known: Known) {
  return marketOf(rpc, known, await enginesOf(rpc, known))
}

/** The feed answers anew what it said, averages and samples go on, and every price that can be queued is. */
export async function refresh(rpc: Rpc, known: Known): Promise<void> {
  const market = await found(rpc, known)
  const feed = { address: market.taoFeed, abi: devPriceFeedAbi } as const
  const price = await readContract(rpc, { ...feed, functionName: 'answer' })
  await sendContract(rpc, keeper, { ...feed, functionName: 'setAnswer', args: [price] })
  for (const { pool } of market.types) {
    if (!pool) continue
    const [, notedAt] = await readContract(rpc, {
      address: pool.average,
      abi: dexTwapSourceAbi,
      functionName: 'newer',
    })
    const isDue = (await chainSeconds(rpc)) - Number(notedAt) >= Number(windowSeconds)
    await send(rpc, [...(isDue ? [observePrice(pool)] : []), observeLiquidity(pool)])
  }
  for (const osm of new Set([market.taoOsm, ...market.types.map((type) => type.osm)])) {
    const onOsm = { address: osm, abi: osmAbi } as const
    // A pool that nobody watched for a week has no young average: then there is nothing to queue for an hour.
    const { live } = await readContract(rpc, { ...onOsm, functionName: 'prices' })
    if (live > 0n && (await readContract(rpc, { ...onOsm, functionName: 'pass' })))
      await send(rpc, [poke(osm)])
  }
}

/** A hop passes: what was queued is current, and what the sources say is queued. */
export async function nextHop({ rpc, moveClock }: Running): Promise<string> {
  await moveClock((await chainSeconds(rpc)) + Number(windowSeconds))
  return 'An hour has passed: queued prices are current, new ones are queued.'
}

/** TAO costs so many percent of what it did: queued within an hour, current after two. */
export async function moveTao(chain: Running, known: Known, percent: bigint): Promise<string> {
  const { taoFeed } = await found(chain.rpc, known)
  const feed = { address: taoFeed, abi: devPriceFeedAbi } as const
  const price = ((await readContract(chain.rpc, { ...feed, functionName: 'answer' })) * percent) / 100n
  await sendContract(chain.rpc, keeper, { ...feed, functionName: 'setAnswer', args: [price] })
  await nextHop(chain)
  return `TAO costs $${price / 10n ** 8n}: it is queued, and current in an hour.`
}

/** The pool of the first subnet token is at so many percent of its price. */
export async function moveSubnet(chain: Running, known: Known, percent: bigint): Promise<string> {
  const { coin, symbol, pool } = await firstSubnet(chain.rpc, known)
  const pair = { address: pool.pair, abi: devPairAbi } as const
  const [first, reserves] = [
    await readContract(chain.rpc, { ...pair, functionName: 'token0' }),
    await readContract(chain.rpc, { ...pair, functionName: 'getReserves' }),
  ]
  const [own, other] = first === coin ? [reserves[0], reserves[1]] : [reserves[1], reserves[0]]
  const millionths = (other * 1_000_000n * percent) / (own * 100n)
  await send(chain.rpc, [movePool(pool, coin, millionths)])
  await nextHop(chain)
  return `${symbol} costs ${percent}% of what it did in its pool: its average follows within hours.`
}

/** Half of the pool's liquidity leaves. */
export async function pullLiquidity(chain: Running, known: Known): Promise<string> {
  const { symbol, coin, pool } = await firstSubnet(chain.rpc, known)
  const pair = { address: pool.pair, abi: devPairAbi } as const
  const [first, [reserve0, reserve1]] = [
    await readContract(chain.rpc, { ...pair, functionName: 'token0' }),
    await readContract(chain.rpc, { ...pair, functionName: 'getReserves' }),
  ]
  const [own, other] = first === coin ? [reserve0, reserve1] : [reserve1, reserve0]
  const args = [coin, own / 2n, other / 2n]
  await sendContract(chain.rpc, keeper, { ...pair, functionName: 'setReserves', args })
  await nextHop(chain)
  return `Half of the pool of ${symbol} has left.`
}

/** EMERGENCY freezes the first subnet token's price. */
export async function freeze({ rpc }: Running, known: Known): Promise<string> {
  const { osm, symbol } = await firstSubnet(rpc, known)
  await sendContract(rpc, keeper, { address: osm, abi: osmAbi, functionName: 'freeze' })
  return `The price of ${symbol} is frozen.`
}

/** To the next due date of the types. */
export async function nextDue({ rpc, moveClock }: Running, known: Known): Promise<string> {
  const [engine] = await enginesOf(rpc, known)
  if (engine === undefined) throw new Error('There is no type of vaults.')
  const { nextDueAt } = await readContract(rpc, {
    address: engine,
    abi: vaultEngineAbi,
    functionName: 'typeState',
  })
  await moveClock(Number(nextDueAt))
  return 'Interest was due now; what is unpaid after the grace time costs a fee.'
}

/** Due dates, and what may be applied. A price steps every hour: that is the panel's to do. */
export async function collateralEdges(rpc: Rpc, known: Known): Promise<readonly Edge[]> {
  const edges: Edge[] = []
  for (const engine of await enginesOf(rpc, known)) {
    const onEngine = { address: engine, abi: vaultEngineAbi } as const
    const { nextDueAt } = await readContract(rpc, { ...onEngine, functionName: 'typeState' })
    const pending = await readContract(rpc, { ...onEngine, functionName: 'pendingChanges' })
    edges.push({ seconds: Number(nextDueAt), what: 'Interest of vaults is due', kind: 'due' })
    for (const { effectiveAt } of pending)
      if (effectiveAt > 0n)
        edges.push({ seconds: Number(effectiveAt), what: 'A change of a type of vaults can be applied' })
  }
  return edges
}

async function firstSubnet(
  rpc: Rpc,
  known: Known,
): Promise<Type & { readonly pool: NonNullable<Type['pool']> }> {
  for (const { pool, ...type } of (await found(rpc, known)).types) if (pool) return { ...type, pool }
  throw new Error('There is no subnet token among the types.')
}
