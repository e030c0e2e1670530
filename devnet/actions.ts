/** What one can do to a running devnet besides using it. Runs in Node (the commands) and in the browser (the panel). */
import { toHex, type Address, type ContractFunctionReturnType } from 'viem'
import { backstopRegistryAbi } from '../abis/BackstopRegistry'
import { backstopSeriesAbi } from '../abis/BackstopSeries'
import { devPriceFeedAbi } from '../abis/DevPriceFeed'
import { priceFeedAdapterAbi } from '../abis/PriceFeedAdapter'
import { tetherUsdAbi } from '../abis/TetherUSD'
import { twapOracleAbi } from '../abis/TwapOracle'
import { keeper } from './accounts'
import { readContract, sendContract } from './contract'
import type { Rpc } from './rpc'

/** Phases in the contract's order. */
export const phases = ['Announced', 'Staking', 'Sale', 'Tenor', 'Matured', 'Settled', 'Cancelled']

/** Time of the newest block, unix seconds. */
export async function chainSeconds(rpc: Rpc): Promise<number> {
  const block = await rpc('eth_getBlockByNumber', ['latest', false])
  return Number(block.timestamp)
}

/**
 * Mines a block at `seconds` (unix, after the newest block), from which the clock goes on, and lets the feeds answer then.
 */
export async function moveClock(rpc: Rpc, registry: Address, seconds: number): Promise<void> {
  const now = await chainSeconds(rpc)
  if (seconds <= now)
    throw new Error('The chain is already there: its clock only goes forward. Reset goes back.')
  await rpc('evm_setNextBlockTimestamp', [seconds])
  await rpc('evm_mine')
  await recordPrices(rpc, registry, 0)
}

/** Lets both feeds answer anew, MSTR changed by `mstrBps` basis points. */
export async function recordPrices(rpc: Rpc, registry: Address, mstrBps: number): Promise<void> {
  const changes = [
    ['mstrOracle', BigInt(mstrBps)],
    ['btcOracle', 0n],
  ] as const
  for (const [functionName, bps] of changes) {
    const oracle = await readContract(rpc, { address: registry, abi: backstopRegistryAbi, functionName })
    const adapter = await readContract(rpc, { address: oracle, abi: twapOracleAbi, functionName: 'adapter' })
    const feed = await readContract(rpc, { address: adapter, abi: priceFeedAdapterAbi, functionName: 'feed' })
    const answer = await readContract(rpc, { address: feed, abi: devPriceFeedAbi, functionName: 'answer' })
    const changed = (answer * (10_000n + bps)) / 10_000n
    await sendContract(rpc, keeper, {
      address: feed,
      abi: devPriceFeedAbi,
      functionName: 'setAnswer',
      args: [changed],
    })
  }
}

type Terms = ContractFunctionReturnType<typeof backstopSeriesAbi, 'view', 'terms'>
export type SeriesSummary = {
  readonly address: Address
  readonly name: string
  readonly phase: string
  readonly terms: Terms
}

/** Name, phase and terms of every series. */
export async function listSeries(rpc: Rpc, registry: Address): Promise<SeriesSummary[]> {
  const all = await readContract(rpc, {
    address: registry,
    abi: backstopRegistryAbi,
    functionName: 'allSeries',
  })
  return Promise.all(
    all.map(async ({ series }) => {
      const terms = await readContract(rpc, {
        address: series,
        abi: backstopSeriesAbi,
        functionName: 'terms',
      })
      const phase = await readContract(rpc, {
        address: series,
        abi: backstopSeriesAbi,
        functionName: 'phase',
      })
      return { address: series, name: terms.name, phase: phases[phase] ?? `${phase}`, terms }
    }),
  )
}

/** The series whose sale can be finalized or which can be settled now. */
export async function dueSeries(rpc: Rpc, registry: Address): Promise<SeriesSummary[]> {
  const now = await chainSeconds(rpc)
  const all = await listSeries(rpc, registry)
  return all.filter(
    ({ phase, terms }) => phase === 'Matured' || (phase === 'Sale' && Number(terms.saleClose) <= now),
  )
}

/** The contracts of every series, with what to call them. */
export async function seriesContracts(
  rpc: Rpc,
  registry: Address,
): Promise<{ address: Address; label: string }[]> {
  const all = await readContract(rpc, {
    address: registry,
    abi: backstopRegistryAbi,
    functionName: 'allSeries',
  })
  const summaries = await listSeries(rpc, registry)
  return all.flatMap((contracts, index) =>
    Object.entries(contracts).map(([part, address]) => ({
      address,
      label: `${summaries[index]?.name ?? 'A series'}${part === 'series' ? '' : `: ${part}`}`,
    })),
  )
}

/** A time (unix seconds) at which something opens, closes or ends, and what. */
export type Edge = { readonly seconds: number; readonly what: string }

/** The next time at which a window of any series opens or closes. */
export async function nextEdge(
  rpc: Rpc,
  registry: Address,
  kind: 'any' | 'maturity',
): Promise<Edge | undefined> {
  const now = await chainSeconds(rpc)
  const edges = (await listSeries(rpc, registry)).flatMap(({ name, phase, terms }) => {
    if (phase === 'Cancelled') return []
    const all = [
      { seconds: terms.stakingOpen, what: `${name}: staking opens` },
      { seconds: terms.stakingClose, what: `${name}: staking closes` },
      { seconds: terms.saleOpen, what: `${name}: the sale opens` },
      { seconds: terms.saleClose, what: `${name}: the sale closes` },
      { seconds: terms.maturity, what: `${name}: maturity` },
    ]
    const wanted = kind === 'maturity' ? all.slice(-1) : all
    return wanted.map(({ seconds, what }) => ({ seconds: Number(seconds), what }))
  })
  return edges.filter(({ seconds }) => seconds > now).sort((a, b) => a.seconds - b.seconds)[0]
}

/** Ends the sale, or settles, whichever is due. */
export async function advance(
  rpc: Rpc,
  series: Address,
  functionName: 'finalizeSale' | 'settle',
): Promise<void> {
  await sendContract(rpc, keeper, { address: series, abi: backstopSeriesAbi, functionName })
}

/** USDT in its units (6 decimals). */
export type Gift = { readonly usdtAmount: bigint; readonly wei: bigint }

/** Gives an address USDT and ether. */
export async function fund(rpc: Rpc, usdt: Address, to: Address, { usdtAmount, wei }: Gift): Promise<void> {
  const balance = BigInt(await rpc('eth_getBalance', [to, 'latest']))
  await rpc('anvil_setBalance', [to, toHex(balance + wei)])
  await sendContract(rpc, keeper, {
    address: usdt,
    abi: tetherUsdAbi,
    functionName: 'faucet',
    args: [to, usdtAmount],
  })
}

/** A slot of an address without a key: holds the id of the snapshot that `reset` goes back to. */
const bookmark = ['0xba11a570000000000000000000000000000000aa', `0x${'0'.repeat(64)}`] as const

/**
 * Remembers the present state for `reset`. The id is written into the state before it is taken: going back deletes
 * every later snapshot, and leaves this note behind.
 */
export async function rememberState(rpc: Rpc): Promise<void> {
  const id = BigInt(await rpc('evm_snapshot')) + 1n
  await rpc('anvil_setStorageAt', [...bookmark, toHex(id, { size: 32 })])
  const taken = BigInt(await rpc('evm_snapshot'))
  if (taken !== id) throw new Error('Somebody else took a snapshot at the same time. Try again.')
}

/** Goes back to the state last remembered, time included. */
export async function reset(rpc: Rpc): Promise<void> {
  const id = BigInt(await rpc('eth_getStorageAt', [...bookmark, 'latest']))
  if (id === 0n || !(await rpc('evm_revert', [toHex(id)])))
    throw new Error('This chain has no state to go back to. Restart the devnet.')
  await rememberState(rpc)
}
