import type { OwnEvent } from '../activity/own-events'
import { formatAmount } from '../math/amount'
import { displayDateTime } from '../math/time'
import { byUrgency } from '../portfolio/by-urgency'
import type { News } from '../system/conditions'
import type { Planned } from './planned'
import { netWorthIn, type SystemPosition } from './positions'

/** UTC: what is read in a log is read anywhere. */
const when = (unixSeconds: bigint) => displayDateTime(unixSeconds, 'UTC')

const kinds = { new: 'New', changed: 'Changed', over: 'Over' } as const

/** News in one line: "New, danger: BTAO vault 12 can be liquidated now. …" */
export function newsText({ kind, condition: { what, why, isDanger = false, at } }: News): string {
  const until = at === undefined ? '' : ` (${when(at)})`
  return `${kinds[kind]}${isDanger ? ', danger' : ''}: ${what}${until}.${why === undefined || why === '' ? '' : ` ${why}`}`
}

/** What an account has: all of it, then what waits in each system. */
export function positionsText(positions: readonly SystemPosition[]): string {
  const worth = netWorthIn(positions)
  const usd = (cents: bigint | undefined) =>
    cents === undefined ? 'worth not known' : `${formatAmount(cents, 2)} USD`
  const total = worth && `Net worth${worth.isComplete ? '' : ', of what is known'}: ${usd(worth.cents)}\n`
  const holdings = worth?.holdings.map(
    ({ group, what, where, cents }) => `  ${group}: ${what}, ${usd(cents)}. ${where}.\n`,
  )
  const others = worth?.notCounted.map((what) => `  Not counted: ${what}.\n`)
  return [total, ...(holdings ?? []), ...(others ?? []), ...positions.map(systemText)].join('')
}

function systemText({ name, report }: SystemPosition): string {
  if (!report.isKnown) return `${name}\n  ${report.reason}\n`
  const { todos, dates, alarms, isWhole } = report.value
  const lines = [
    ...alarms.map(({ what, why }) => `! ${what}. ${why}`),
    ...byUrgency(todos).map(({ what, why, isDanger = false }) => `${isDanger ? '!' : '>'} ${what}. ${why}`),
    ...dates.map(({ at, what, isMissed = false }) => `${when(at)}: ${what}${isMissed ? ' (missed)' : ''}.`),
    ...(isWhole ? [] : ['Not all of it could be read: what is missing here may still be there.']),
  ]
  return `${name}\n${(lines.length === 0 ? ['Nothing waits.'] : lines).map((line) => `  ${line}\n`).join('')}`
}

/** What to send, and nothing else: one line for each transaction, in order. */
export function calldataText({ steps }: Planned): string {
  return steps.map(({ to, data, value }) => `to ${to}\ndata ${data}\nvalue ${value}\n`).join('\n')
}

/** What the contract guarantees. */
export const boundsText = ({ plan: { bounds } }: Planned) =>
  bounds.map(({ label, value }) => `${label}: ${value}\n`).join('')

/** A rehearsed plan, for reading. */
export function plannedText({ plan, steps, rehearsal, confirmation }: Planned): string {
  const changes = rehearsal.changes.map(({ holder, asset, rehearsed }) => {
    const decimals = asset.kind === 'erc721' ? 0 : asset.decimals
    const whose = holder === plan.account ? '' : ` of ${holder}`
    return `${rehearsed > 0n ? '+' : ''}${formatAmount(rehearsed, decimals)} ${asset.symbol}${whose}`
  })
  const { agreeing } = confirmation
  return [
    plan.title,
    ...steps.map(({ title, to }, index) => `  ${index + 1}. ${title}: ${to}`),
    ...changes.map((change) => `  ${change}`),
    ...plan.bounds.map(({ label, value }) => `  ${label}: ${value}`),
    ...(plan.notes ?? []).map((note) => `  ${note}`),
    ...(agreeing.length > 0
      ? [`  Confirmed by ${agreeing.join(', ')} at block ${confirmation.blockNumber}.`]
      : []),
    '',
  ].join('\n')
}

/** What an account did, newest first. */
export function historyText(events: readonly OwnEvent[]): string {
  return events
    .map(({ time, blockNumber, place, what, amounts }) => {
      const sums = amounts.map(({ value, decimals, unit, direction }) => {
        const sign = { in: '+', out: '-', none: '' }[direction]
        return `${sign}${formatAmount(value, decimals)} ${unit}`
      })
      const date = time === undefined ? `block ${blockNumber}` : when(time)
      return `${date}  ${place.name}: ${what}${sums.length === 0 ? '' : `, ${sums.join(', ')}`}\n`
    })
    .join('')
}
