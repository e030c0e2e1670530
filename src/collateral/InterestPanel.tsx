import { displayBps } from '../math/amount'
import { displayDateTime } from '../math/time'
import { Panel } from '../ui/Panel'
import { Table, type Column } from '../ui/Table'
import { feeYearText, priceText, ratioText } from './format'
import { displayAmount } from '../math/amount'
import type { VaultStand } from './vault-view'

type Line = { readonly what: string; readonly value: string; readonly note?: string }

const columns: readonly Column<Line>[] = [
  {
    header: 'What',
    isRowHeader: true,
    cell: ({ what, note }) => (
      <>
        <span>{what}</span>
        {note !== undefined && <span className="block text-xs font-normal text-muted">{note}</span>}
      </>
    ),
  },
  { header: 'Value', align: 'end', cell: ({ value }) => <span className="whitespace-nowrap">{value}</span> },
]

/** When interest is due, what missing it costs, and what unpaid interest does to the limit. rules.md C13, C14 */
export function InterestPanel({ stand }: { stand: VaultStand }) {
  const { parameters, interest, view } = stand
  return (
    <Panel title="Interest" lead={`${feeYearText(parameters.feeRay)} a year, growing every second.`}>
      {interest ? (
        <Table
          caption="Interest"
          isCaptionHidden
          columns={columns}
          rows={linesOf(stand, interest)}
          getKey={({ what }) => what}
        />
      ) : (
        <p className="text-sm text-muted">
          {view.stored.art === 0n
            ? `Nothing bears interest. The next due date is ${displayDateTime(view.nextDueAt)}.`
            : 'The due dates of this vault could not be read.'}
        </p>
      )}
    </Panel>
  )
}

const up = (amount: bigint) => `${displayAmount(amount, 18, { round: 'up' })} TUSDT`

function linesOf(
  { parameters }: VaultStand,
  { dueNow, nextDue, now, inAYear }: NonNullable<VaultStand['interest']>,
): readonly Line[] {
  const ratio = (value: bigint | undefined) =>
    value === undefined ? 'No principal' : ratioText(value, { round: 'up' })
  return [
    ...(dueNow
      ? [
          {
            what: 'Missed, and not paid yet',
            value: up(dueNow.interest),
            note: `Due ${displayDateTime(dueNow.at)}. From ${displayDateTime(dueNow.graceEndsAt)} on it costs ${up(dueNow.lateFee)} more.`,
          },
        ]
      : []),
    ...(nextDue
      ? [
          {
            what: `Due ${displayDateTime(nextDue.at)}`,
            value: up(nextDue.interest),
            note: `All unpaid interest of then. Unpaid on ${displayDateTime(nextDue.graceEndsAt)}, it costs ${up(nextDue.lateFee)} more (${displayBps(parameters.lateBps)}).`,
          },
        ]
      : []),
    {
      what: 'Ratio on what was drawn',
      value: ratio(now.effectiveRatio),
      note: 'Interest raises it above the liquidation ratio',
    },
    {
      what: 'In a year, if nothing is paid',
      value: ratio(inAYear.effectiveRatio),
      note: 'With today’s fee, and the late fees of every date',
    },
    {
      what: 'Then liquidated below',
      value: `${priceText(inAYear.liquidationPrice, { round: 'up' })} USD`,
    },
  ]
}
