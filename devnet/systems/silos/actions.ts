/** What one can do to the reserve of a running devnet. Runs in Node and in the browser. */
import type { Address } from 'viem'
import { devCoinAbi } from '../../../abis/DevCoin'
import { devPriceFeedAbi } from '../../../abis/DevPriceFeed'
import { dexTwapSourceAbi } from '../../../abis/DexTwapSource'
import { siloReserveAbi } from '../../../abis/SiloReserve'
import { siloSettingsAbi } from '../../../abis/SiloSettings'
import { trusteesAbi } from '../../../abis/Trustees'
import { keeper } from '../../accounts'
import { chainSeconds } from '../../actions'
import { readContract, sendContract } from '../../contract'
import type { Rpc } from '../../rpc'
import type { Call } from '../../script'
import type { Edge, Running } from '../../system'
import { windowSeconds } from './deploy'
import { answer, marketOf, movePair, type Known, type Market } from './market'

const STAGE_VOTING = 0
const STAGE_PENDING = 5

async function send(rpc: Rpc, calls: readonly Call[]): Promise<void> {
  for (const { from, ...call } of calls) await sendContract(rpc, from, call)
}

const latest = (rpc: Rpc, feed: Address) =>
  readContract(rpc, { address: feed, abi: devPriceFeedAbi, functionName: 'answer' })

/** Both feeds answer anew what they said, and the exchange's average goes on. */
export async function refresh(rpc: Rpc, known: Known): Promise<void> {
  const market = await marketOf(rpc, known)
  await send(rpc, answer(market, await latest(rpc, market.feed), await latest(rpc, market.usdcFeed)))
  const source = { address: market.dexSource, abi: dexTwapSourceAbi } as const
  const [, notedAt] = await readContract(rpc, { ...source, functionName: 'newer' })
  if ((await chainSeconds(rpc)) - Number(notedAt) >= windowSeconds)
    await sendContract(rpc, keeper, { ...source, functionName: 'observe' })
}

/** XTZ costs so many percent of what it did, on the exchange, and after a window on both sources. */
export async function moveXtz({ rpc, moveClock }: Running, known: Known, percent: bigint) {
  const market = await marketOf(rpc, known)
  const price = ((await latest(rpc, market.feed)) * percent) / 100n
  // The last observation may be young: the average begins a window after it.
  await moveClock((await chainSeconds(rpc)) + windowSeconds)
  await send(rpc, movePairOnly(market, price))
  await send(rpc, answer(market, price))
  await moveClock((await chainSeconds(rpc)) + windowSeconds)
  await moveClock((await chainSeconds(rpc)) + windowSeconds)
  return `XTZ costs ${usd(price)}.`
}

/** The exchange alone moves away: the two sources differ too much. */
export async function moveDex({ rpc, moveClock }: Running, known: Known, percent: bigint) {
  const market = await marketOf(rpc, known)
  const price = ((await latest(rpc, market.feed)) * percent) / 100n
  await moveClock((await chainSeconds(rpc)) + windowSeconds)
  await send(rpc, movePairOnly(market, price))
  await moveClock((await chainSeconds(rpc)) + windowSeconds)
  await moveClock((await chainSeconds(rpc)) + windowSeconds)
  return `XTZ costs ${usd(price)} on the exchange alone.`
}

/** The feed's answer is older than its heartbeat. */
export async function makeStale(rpc: Rpc, known: Known) {
  const { feed } = await marketOf(rpc, known)
  const old = BigInt(await chainSeconds(rpc)) - 8n * 86_400n
  const args = [await latest(rpc, feed), old]
  await sendContract(rpc, keeper, { address: feed, abi: devPriceFeedAbi, functionName: 'setAnswerAt', args })
  return 'The feed of XTZ is 8 days old.'
}

/** USDC is worth so many percent of a dollar. */
export async function setUsdc(rpc: Rpc, known: Known, percent: bigint) {
  const { usdcFeed } = await marketOf(rpc, known)
  const args = [percent * 10n ** 6n]
  await sendContract(rpc, keeper, {
    address: usdcFeed,
    abi: devPriceFeedAbi,
    functionName: 'setAnswer',
    args,
  })
  return `USDC is worth ${percent} cents.`
}

/** A hundredth of the supply is earned, in USDC and in XTZ. */
export async function earn(rpc: Rpc, { reserve, usdc, xtz }: Known) {
  const [, , supply] = await readContract(rpc, {
    address: reserve,
    abi: siloReserveAbi,
    functionName: 'state',
  })
  for (const [token, silo] of [
    [usdc, 1],
    [xtz, 2],
  ] as const) {
    const amount = supply / 100n
    const coin = { address: token, abi: devCoinAbi }
    await sendContract(rpc, keeper, { ...coin, functionName: 'faucet', args: [keeper, amount] })
    await sendContract(rpc, keeper, { ...coin, functionName: 'approve', args: [reserve, amount] })
    const call = {
      address: reserve,
      abi: siloReserveAbi,
      functionName: 'reportEarnings',
      args: [silo, amount],
    }
    await sendContract(rpc, keeper, call)
  }
  return '1% of the supply was earned in USDC, and as many XTZ.'
}

/** To the end of the running cycle, and closes it. */
export async function closeNext({ rpc, moveClock }: Running, contracts: Known) {
  const reserve = { address: contracts.reserve, abi: siloReserveAbi } as const
  const endsAt = Number(await readContract(rpc, { ...reserve, functionName: 'cycleEndsAt' }))
  if (endsAt > (await chainSeconds(rpc))) await moveClock(endsAt)
  // The average needs a window after the keeper's observation.
  await moveClock((await chainSeconds(rpc)) + windowSeconds)
  await sendContract(rpc, keeper, { ...reserve, functionName: 'closeCycle' })
  return `Cycle ${(await readContract(rpc, { ...reserve, functionName: 'cycle' })).number} is closed.`
}

/** When the cycle ends, votes end, and changes may be applied. */
export async function siloEdges(rpc: Rpc, { reserve, trustees, settings }: Known): Promise<Edge[]> {
  const onReserve = { address: reserve, abi: siloReserveAbi } as const
  const onTrustees = { address: trustees, abi: trusteesAbi } as const
  const [endsAt, cycle, parameters, opensAt, count] = await Promise.all([
    readContract(rpc, { ...onReserve, functionName: 'cycleEndsAt' }),
    readContract(rpc, { ...onReserve, functionName: 'cycle' }),
    readContract(rpc, { address: settings, abi: siloSettingsAbi, functionName: 'parameters' }),
    readContract(rpc, { ...onTrustees, functionName: 'proposalsOpenAt' }),
    readContract(rpc, { ...onTrustees, functionName: 'proposalCount' }),
  ])
  const edges: Edge[] = [
    { seconds: Number(endsAt), what: `Cycle ${cycle.number + 1n} of the silos ends`, kind: 'cycle' },
    { seconds: Number(opensAt), what: 'Proposals of the silos open' },
    {
      seconds: Number(cycle.closedAt + parameters.repeatSeconds),
      what: 'The closing can be repeated no more',
    },
  ]
  // The youngest are enough: older ones have lapsed with their cycle.
  const first = count > 16n ? count - 15n : 1n
  for (let id = first; id <= count; id += 1n) {
    const stage = await readContract(rpc, { ...onTrustees, functionName: 'stageOf', args: [id] })
    const { endsAt: votedAt, readyAt } = await readContract(rpc, {
      ...onTrustees,
      functionName: 'proposal',
      args: [id],
    })
    if (stage === STAGE_VOTING) edges.push({ seconds: Number(votedAt), what: `Vote ${id} of the silos ends` })
    if (stage === STAGE_PENDING)
      edges.push({ seconds: Number(readyAt), what: `Change ${id} of the silos can be applied` })
  }
  return edges
}

const movePairOnly = (market: Market, price: bigint) => movePair(market, price).slice(0, 1)

/** 8 decimals, as the feed has it. */
function usd(price: bigint): string {
  return `$${price / 10n ** 8n}.${`${price % 10n ** 8n}`.padStart(8, '0').slice(0, 4)}`
}
