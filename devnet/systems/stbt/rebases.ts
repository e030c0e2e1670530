/** A year of reports, one each banking day of New York, through both queues. rules.md T15 */
import { encodeFunctionData } from 'viem'
import { devPriceFeedAbi } from '../../../abis/DevPriceFeed'
import { stbtAbi } from '../../../abis/STBT'
import { stbtTimelockControllerAbi } from '../../../abis/StbtTimelockController'
import { bankingDayFrom } from '../../../src/math/stbt-banking-days'
import { newYorkDay, newYorkMidnight } from '../../../src/math/stbt-days'
import { WAD } from '../../../src/math/units'
import { keeper } from '../../accounts'
import { call, type Block } from '../../calls'
import { readContract } from '../../contract'
import type { Rpc } from '../../rpc'
import type { Call } from '../../script'
import type { World } from '../../system'
import type { StbtInstance } from './deploy'
import { operation, saltOf } from './operations'

/** A report's period ends at 17:00 in New York. It is queued ten minutes later, and done half an hour later. */
const CLOSE_SECONDS = 17n * 3_600n
const QUEUED_AFTER = 600
const DONE_AFTER = 1_800

/** The first period ends after this day. */
const FIRST_DAYS = -365.8

/** Banking days of which the portfolio lost, counted from the first; three in a row are carried for a week. */
const lossDays = [40, 41, 42, 97, 150, 203]

/** Of these days a loss is rebased where it can be; elsewhere the operator keeps it to himself. */
const rebasedLosses = [97, 203]

/** The end of the period that a banking day's report closes, unix seconds. */
export const closeOf = (day: bigint): bigint => newYorkMidnight(day) + CLOSE_SECONDS

/** One period: its end, and what the portfolio earned in it per 1e18 of supply. */
type Period = { readonly from: bigint; readonly to: bigint; readonly day: bigint; readonly rate: bigint }

/** Every period of the year whose report is done before the end; of the last one the portfolio lost a little. */
function periodsOf({ at, endTime, below }: World): Period[] {
  const periods: Period[] = []
  let day = bankingDayFrom(newYorkDay(BigInt(at(FIRST_DAYS))) + 1n)
  let from = closeOf(day - 1n)
  while (Number(closeOf(day)) + DONE_AFTER < endTime) {
    const to = closeOf(day)
    // 5% a year, a third more or less.
    const days = (to - from + 3_600n) / 86_400n
    const gain = (days * WAD * BigInt(3_500 + below(3_000))) / (365n * 100_000n)
    const loss = -(WAD * BigInt(50 + below(150))) / 1_000_000n
    periods.push({ from, to, day, rate: lossDays.includes(periods.length) ? loss : gain })
    from = to
    day = bankingDayFrom(day + 1n)
  }
  return periods.map((period, index) =>
    index === periods.length - 1 ? { ...period, rate: -WAD / 40_000n } : period,
  )
}

/**
 * Ours reports losses as well and carries them; on the live rules they are kept off chain until they are made up for.
 * Supply and reserve are looked at once a week: every look costs the start of a devnet.
 */
export function rebaseBlocks(world: World, ours: StbtInstance, live: StbtInstance): Block[] {
  const { rpc } = world
  let keptOffChain = 0n
  let liveFrom = 0n
  let [supply, liveSupply] = [0n, 0n]
  const periods = periodsOf(world)
  return periods.flatMap(({ from, to, day, rate }, index): Block[] => {
    const reports: Report[] = []
    const isWeekly = index % 5 === 0 || index === periods.length - 1
    const queue = async () => {
      if (isWeekly) [supply, liveSupply] = await Promise.all([supplyOf(rpc, ours), supplyOf(rpc, live)])
      reports.length = 0
      reports.push(reportOf(ours, (supply * rate) / WAD, from, to, day))
      const waiting = keptOffChain + (liveSupply * rate) / WAD
      if (waiting > 0n || rebasedLosses.includes(index)) {
        reports.push(reportOf(live, waiting, liveFrom === 0n ? from : liveFrom, to, day))
        keptOffChain = 0n
        liveFrom = to
      } else keptOffChain = waiting
      const answers = () => [reserveAnswer(ours, supply, 8), reserveAnswer(live, liveSupply, 18)]
      return [...(isWeekly ? answers() : []), ...reports.map(({ schedule }) => schedule)]
    }
    return [
      { at: Number(to) + QUEUED_AFTER, calls: queue },
      { at: Number(to) + DONE_AFTER, calls: () => reports.map(({ execute }) => execute) },
    ]
  })
}

type Report = { readonly schedule: Call; readonly execute: Call }

/** A report, queued and done by the keeper. */
export function reportOf(
  { stbt, timelock }: Pick<StbtInstance, 'stbt' | 'timelock'>,
  interest: bigint,
  from: bigint,
  to: bigint,
  day: bigint,
): Report {
  const data = encodeFunctionData({
    abi: stbtAbi,
    functionName: 'distributeInterests',
    args: [interest, from, to],
  })
  const args = operation(stbt, data, saltOf(day))
  const queue = { address: timelock, abi: stbtTimelockControllerAbi }
  return {
    schedule: call(keeper, queue, 'schedule', [...args, 0n]),
    execute: call(keeper, queue, 'execute', args),
  }
}

/** The reserve covers the supply, a hundredth and a million more. */
export function reserveAnswer(
  { reserveFeed }: Pick<StbtInstance, 'reserveFeed'>,
  supply: bigint,
  decimals: number,
): Call {
  const reserve = (supply * 101n) / 100n + 1_000_000n * WAD
  const answer = reserve / 10n ** BigInt(18 - decimals)
  return call(keeper, { address: reserveFeed, abi: devPriceFeedAbi }, 'setAnswer', [answer])
}

const supplyOf = (rpc: Rpc, { stbt }: StbtInstance) =>
  readContract(rpc, { address: stbt, abi: stbtAbi, functionName: 'totalSupply' })
