import { displayAmount, displayBps } from '../math/amount'
import { displayDateTime } from '../math/time'
import { Panel } from '../ui/Panel'
import { Table } from '../ui/Table'
import { feeYearText, priceText, ratioText } from './format'
import { lineColumns, type Line } from './line-columns'
import type { Collateral } from './snapshot'
import { interestOf, type InterestStand, type VaultStand } from './vault-view'

type InterestProps = { collateral: Collateral; stand: VaultStand }

/** When interest is due, what missing it costs, and what unpaid interest does to the limit. rules.md C13, C14 */
export function InterestPanel(props: InterestProps) {
  const { feeRay } = props.stand.parameters
  return (
    <Panel title="Interest" lead={`${feeYearText(feeRay)} a year, growing every second.`}>
      <InterestTable {...props} />
    </Panel>
  )
}

function InterestTable({ collateral, stand }: InterestProps) {
  const { view, parameters } = stand
  const interest = interestOf(collateral, stand)
  if (interest)
    return (
      <Table
        caption="Interest"
        isCaptionHidden
        columns={lineColumns}
        rows={linesOf(parameters, interest)}
        getKey={({ what }) => what}
      />
    )
  return (
    <p className="text-sm text-muted">
      {view.stored.art === 0n
        ? `Nothing bears interest. The next due date is ${displayDateTime(view.nextDueAt)}.`
        : 'The due dates of this vault could not be read.'}
    </p>
  )
}

const up = (amount: bigint) => `${displayAmount(amount, 18, { round: 'up' })} TUSDT`

function linesOf(
  { lateBps }: VaultStand['parameters'],
  { dueNow, nextDue, now, inAYear }: InterestStand,
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
            note: `All unpaid interest of then. Unpaid on ${displayDateTime(nextDue.graceEndsAt)}, it costs ${up(nextDue.lateFee)} more (${displayBps(lateBps)}).`,
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
