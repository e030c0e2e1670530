/** The life of one series as blocks: creation, stakes, subscriptions, and the events of its plan. */
import type { Address } from 'viem'
import { backstopPoolAbi } from '../../../abis/BackstopPool'
import { backstopRegistryAbi } from '../../../abis/BackstopRegistry'
import { backstopSeriesAbi } from '../../../abis/BackstopSeries'
import { noteNftAbi } from '../../../abis/NoteNFT'
import { tetherUsdAbi } from '../../../abis/TetherUSD'
import { treasuryAbi } from '../../../abis/Treasury'
import { twapOracleAbi } from '../../../abis/TwapOracle'
import { wrappedBitcoinAbi } from '../../../abis/WrappedBitcoin'
import { account, blacklisted, demo, donor, keeper, operator, treasurer } from '../../accounts'
import { bring, call, usdt, type Block } from '../../calls'
import { readContract } from '../../contract'
import type { Rpc } from '../../rpc'
import { eventIn, type Call } from '../../script'
import type { Sight, World } from '../../system'
import type { BackstopContracts } from './deploy'
import { asset, order, type Event, type SeriesPlan } from './scenario'

/** A series of the scenario; its address is that of the series itself. */
export type SeededSeries = Sight & {
  readonly id: number
  readonly pool: Address
  readonly ledger: Address
  readonly note: Address
  readonly warrant: Address
}

/** What a series gets unless its plan says otherwise. */
const usualTerms = {
  coverageBps: 10_000,
  upfrontBps: 1_000,
  warrantBps: 1_000,
  compensationBps: 10_000,
  upfrontAsset: asset.btc,
  makeWholeOrder: order.seriesFirst,
  twapWindow: 86_400,
  warrantParUsdt: usdt(1_000),
  strikeUsdt: usdt(420),
  conversionUsdt: usdt(450),
}

/** The life of a series; `tell` is called when it exists. */
export function seriesBlocks(
  world: World,
  contracts: BackstopContracts,
  name: string,
  plan: SeriesPlan,
  tell: (created: SeededSeries) => void,
): Block[] {
  const { shared, at } = world
  const registry = { address: contracts.registry, abi: backstopRegistryAbi }
  let created: SeededSeries | undefined
  const target = () => {
    if (!created) throw new Error(`${name} is not created yet.`)
    return created
  }

  const creation: Block = {
    at: at(plan.createdAt),
    calls: () => [call(operator, registry, 'createSeries', [terms(at, name, plan)])],
    then: ([receipt]) => {
      const event = eventIn(receipt, backstopRegistryAbi, 'SeriesCreated')
      const { series: address, pool, ledger, note, warrant } = event
      const shows = `${plan.phase}: ${plan.shows}`
      created = { id: Number(event.id), name, address, shows, pool, ledger, note, warrant }
      tell(created)
    },
  }
  const stakes = divide(world.below, plan.stakes).map(([staker, amount]): Block => ({
    at: momentIn(world, plan.staking),
    calls: () => [
      ...bring(shared.usdt, staker, target().pool, amount),
      call(staker, poolOf(target()), 'stake', [amount, amount]),
    ],
  }))
  const purchases = Object.entries(plan.buys ?? {}).map(([index, whole]): Block => {
    const buyer = account(Number(index))
    const amount = usdt(whole)
    return {
      at: momentIn(world, plan.sale),
      calls: () => [
        ...bring(shared.usdt, buyer, target().address, amount),
        call(buyer, seriesOf(target()), 'subscribe', [amount, amount]),
      ],
    }
  })
  const events = (plan.events ?? []).map((event): Block => ({
    at: at(event[0]),
    calls: () => callsOf(world, contracts, event, target()),
  }))
  return [creation, ...stakes, ...purchases, ...events]
}

function terms(at: World['at'], name: string, plan: SeriesPlan) {
  const { saleRange, reserve = 50_000, ...other } = plan.terms
  return {
    ...usualTerms,
    ...other,
    name,
    stakingOpen: BigInt(at(plan.staking[0])),
    stakingClose: BigInt(at(plan.staking[1])),
    saleOpen: BigInt(at(plan.sale[0])),
    saleClose: BigInt(at(plan.sale[1])),
    maturity: BigInt(at(plan.maturity)),
    minSaleUsdt: usdt(saleRange[0]),
    maxSaleUsdt: usdt(saleRange[1]),
    reserveUsdt: usdt(reserve),
  }
}

/** A moment in the window, at least an hour before the scenario ends. */
function momentIn({ at, endTime, below }: World, [open, close]: readonly [number, number]): number {
  const start = at(open) + 60
  const end = Math.min(at(close), endTime - 3_600)
  return start + below(end - start)
}

/** Odd amounts that add up. */
function divide(below: World['below'], [total, demoPart, others]: SeriesPlan['stakes']): [Address, bigint][] {
  const weights = others.map(() => BigInt(1_000_000 + below(4_000_000)))
  const sum = weights.reduce((a, b) => a + b, 0n)
  let rest = usdt(total - demoPart)
  const parts = others.map((who, index): [Address, bigint] => {
    const isLast = index === others.length - 1
    const part = isLast ? rest : (usdt(total - demoPart) * (weights[index] ?? 0n)) / sum
    rest -= part
    return [account(who), part]
  })
  return demoPart === 0 ? parts : [...parts, [demo, usdt(demoPart)]]
}

const seriesOf = ({ address }: SeededSeries) => ({ address, abi: backstopSeriesAbi }) as const
const poolOf = ({ pool }: SeededSeries) => ({ address: pool, abi: backstopPoolAbi }) as const

/** Hands in the rounds of both average prices that `act` may need. */
async function recordCalls(
  rpc: Rpc,
  { mstrOracle, btcOracle }: BackstopContracts,
  created: SeededSeries,
  act: 'reserveMstr' | 'fundUpfront' | 'fixCompensation',
): Promise<Call[]> {
  const terms = await readContract(rpc, { ...seriesOf(created), functionName: 'terms' })
  const { saleClose, maturity, twapWindow } = terms
  const window = [act === 'fixCompensation' ? maturity : saleClose, BigInt(twapWindow)] as const
  const oracles = [mstrOracle, btcOracle].map((address) => ({ address, abi: twapOracleAbi }) as const)
  return Promise.all(
    oracles.map(async (oracle) => {
      const path = await readContract(rpc, { ...oracle, functionName: 'pathOf', args: window })
      return call(keeper, oracle, 'record', [...window, path])
    }),
  )
}

async function callsOf(
  { rpc, shared }: World,
  contracts: BackstopContracts,
  event: Event,
  created: SeededSeries,
): Promise<Call[]> {
  const series = seriesOf(created)
  const pool = poolOf(created)
  const onSeries = (from: Address, name: string, args?: readonly unknown[]) => call(from, series, name, args)
  const onPool = (from: Address, name: string, args?: readonly unknown[]) => call(from, pool, name, args)

  /** A buyer, and the one Note or Warrant they hold now. */
  const holder = async (index: number, address: Address) => {
    const who = account(index)
    const args = [who, 0n] as const
    const nft = { address, abi: noteNftAbi, functionName: 'tokenOfOwnerByIndex', args } as const
    return [who, await readContract(rpc, nft)] as const
  }

  const [, act] = event
  switch (act) {
    case 'finalizeSale':
    case 'settle':
    case 'fundMakeWhole':
    case 'sweepLedger':
      return [onSeries(keeper, act)]
    case 'reserveMstr':
    case 'fundUpfront':
    case 'fixCompensation':
      return [...(await recordCalls(rpc, contracts, created, act)), onSeries(keeper, act)]
    case 'allocateWarrants':
      return [onPool(keeper, act, [await stakersInOrder(rpc, created)])]
    case 'blacklist':
      return [call(operator, { address: shared.usdt, abi: tetherUsdAbi }, 'addBlackList', [blacklisted])]
    case 'budget': {
      const treasury = { address: contracts.treasury, abi: treasuryAbi }
      return [call(treasurer, treasury, 'setEarlyRedemptionBudget', [series.address, usdt(event[2])])]
    }
    case 'fundSeriesBtc': {
      const satoshi = BigInt(event[2])
      const btc = { address: contracts.btc, abi: wrappedBitcoinAbi }
      return [call(donor, btc, 'approve', [series.address, satoshi]), onSeries(donor, act, [satoshi])]
    }
    case 'exercise': {
      const [who, id] = await holder(event[2], created.warrant)
      const par = usdt(event[3])
      return [...bring(shared.usdt, who, series.address, par), onSeries(who, act, [id, par])]
    }
    case 'convert': {
      const [who, id] = await holder(event[2], created.note)
      return [onSeries(who, act, [id, usdt(event[3])])]
    }
    case 'redeemFromLedger':
    case 'redeemFromTreasury': {
      const [who, id] = await holder(event[2], created.note)
      const source = act === 'redeemFromLedger' ? 0 : 1
      return [onSeries(who, 'redeemEarly', [id, usdt(event[3]), source, who])]
    }
    case 'redeem': {
      const [who, id] = await holder(event[2], created.note)
      return [onSeries(who, act, [id, who])]
    }
    case 'withdraw': {
      const who = account(event[2])
      const { claimableUsdt } = await readContract(rpc, { ...pool, functionName: 'position', args: [who] })
      return [onPool(who, act, [(claimableUsdt * BigInt(event[3])) / 10_000n, who])]
    }
    case 'unstakeTenth': {
      const who = account(event[2])
      const shares = await readContract(rpc, { ...pool, functionName: 'sharesOf', args: [who] })
      return [onPool(who, 'unstake', [shares / 10n, who])]
    }
    case 'claim':
    case 'claimUpfront':
    case 'claimWarrants':
      return [onPool(account(event[2]), act, [account(event[2])])]
  }
}

/** Stakers by the size of their lost fraction of a warrant, ties by address (rules.md B10). */
async function stakersInOrder(rpc: Rpc, created: SeededSeries): Promise<Address[]> {
  const pool = poolOf(created)
  const warrants = await readContract(rpc, { ...seriesOf(created), functionName: 'warrantTotal' })
  const totalShares = await readContract(rpc, { ...pool, functionName: 'totalShares' })
  const stakers = await readContract(rpc, { ...pool, functionName: 'stakers', args: [0n, 1_000n] })
  const ranked = await Promise.all(
    stakers.map(async (staker) => {
      const shares = await readContract(rpc, { ...pool, functionName: 'sharesOf', args: [staker] })
      return { staker, fraction: (warrants * shares) % totalShares }
    }),
  )
  ranked.sort((a, b) => {
    if (a.fraction !== b.fraction) return a.fraction > b.fraction ? -1 : 1
    return BigInt(a.staker) < BigInt(b.staker) ? -1 : 1
  })
  return ranked.map(({ staker }) => staker)
}
