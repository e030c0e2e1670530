import { useNetwork } from '../chain/network'
import { useChainSeconds } from '../chain/use-block'
import { displayAmount, displayBps } from '../math/amount'
import { displayDateTime } from '../math/time'
import { DAY_SECONDS } from '../math/units'
import { CalendarButton } from '../ui/CalendarButton'
import type { CalendarEvent } from '../ui/calendar-file'
import { Panel } from '../ui/Panel'
import { Table } from '../ui/Table'
import { feeYearText, priceText, ratioText } from './format'
import { lineColumns, type Line } from './line-columns'
import type { Collateral, CollateralType } from './snapshot'
import { interestOf, type InterestStand, type VaultStand } from './vault-view'
import { t } from '../words/t'

type InterestProps = { collateral: Collateral; type: CollateralType; stand: VaultStand }

/** When interest is due, what missing it costs, and what unpaid interest does to the limit. rules.md C13, C14 */
export function InterestPanel(props: InterestProps) {
  const { feeRay } = props.stand.parameters
  return (
    <Panel title={t`Interest`} lead={t`${feeYearText(feeRay)} a year, growing every second.`}>
      <InterestTable {...props} />
    </Panel>
  )
}

function InterestTable({ collateral, type, stand }: InterestProps) {
  const { view, parameters } = stand
  const interest = interestOf(collateral, stand)
  if (interest)
    return (
      <>
        <Table
          caption={t`Interest`}
          isCaptionHidden
          columns={lineColumns}
          rows={linesOf(parameters, interest)}
          getKey={({ what }) => what}
        />
        {interest.nextDue && <DueButton type={type} vaultId={view.id} due={interest.nextDue} />}
      </>
    )
  return (
    <p className="text-sm text-muted">
      {view.stored.art === 0n
        ? t`Nothing bears interest. The next due date is ${displayDateTime(view.nextDueAt)}.`
        : t`The due dates of this vault could not be read.`}
    </p>
  )
}

type Due = NonNullable<InterestStand['nextDue']>
type DueProps = { type: CollateralType; vaultId: bigint; due: Due }

/** The next due date and its amount, for the owner's own calendar. rules.md C13 */
function DueButton({ type, vaultId, due }: DueProps) {
  const { chainId } = useNetwork()
  const now = useChainSeconds()
  const key = `${type.place}-${vaultId}-due-${due.at}`
  return (
    <CalendarButton
      label={t`Add the due date to a calendar`}
      fileName={`vault-${key}`}
      event={
        now === undefined
          ? undefined
          : dueEvent(t`${type.name} vault ${vaultId}`, due, `${chainId}-${key}`, now)
      }
    />
  )
}

function dueEvent(
  vault: string,
  { at, interest, graceEndsAt, lateFee }: Due,
  key: string,
  now: bigint,
): CalendarEvent {
  const title = t`${vault}: ${up(interest)} of interest is due`
  return {
    uid: `collateral-${key}`,
    title,
    description: t`If nothing is paid before. Unpaid on ${displayDateTime(graceEndsAt)}, it costs ${up(lateFee)} more.`,
    ...{ startsAt: at, endsAt: graceEndsAt, writtenAt: now },
    alarms: [[at - now > DAY_SECONDS ? '-P1D' : 'PT0S', title]],
  }
}

const up = (amount: bigint) => `${displayAmount(amount, 18, { round: 'up' })} TUSDT`

function linesOf(
  { lateBps }: VaultStand['parameters'],
  { dueNow, nextDue, now, inAYear }: InterestStand,
): readonly Line[] {
  const ratio = (value: bigint | undefined) =>
    value === undefined ? t`No principal` : ratioText(value, { round: 'up' })
  return [
    ...(dueNow
      ? [
          {
            what: t`Missed, and not paid yet`,
            value: up(dueNow.interest),
            note: t`Due ${displayDateTime(dueNow.at)}. From ${displayDateTime(dueNow.graceEndsAt)} on it costs ${up(dueNow.lateFee)} more.`,
          },
        ]
      : []),
    ...(nextDue
      ? [
          {
            what: t`Due ${displayDateTime(nextDue.at)}`,
            value: up(nextDue.interest),
            note: t`All unpaid interest of then. Unpaid on ${displayDateTime(nextDue.graceEndsAt)}, it costs ${up(nextDue.lateFee)} more (${displayBps(lateBps)}).`,
          },
        ]
      : []),
    {
      what: t`Ratio on what was drawn`,
      value: ratio(now.effectiveRatio),
      note: t`Interest raises it above the liquidation ratio`,
    },
    {
      what: t`In a year, if nothing is paid`,
      value: ratio(inAYear.effectiveRatio),
      note: t`With today’s fee, and the late fees of every date`,
    },
    {
      what: t`Then liquidated below`,
      value: t`${priceText(inAYear.liquidationPrice, { round: 'up' })} USD`,
    },
  ]
}
