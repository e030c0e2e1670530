import { BarChart } from '../ui/BarChart'
import { Choices } from '../ui/Choices'
import { LineChart } from '../ui/LineChart'
import { Panel } from '../ui/Panel'
import { StepChart } from '../ui/StepChart'
import { thinned } from '../ui/thin'
import { useUrlChoice } from '../ui/use-url-choice'
import type { Growth } from '../math/stbt-yield'
import { amountDown } from '../math/stbt-shares'
import { incomeOf } from '../math/stbt-statement'
import { DAY_SECONDS, WAD } from '../math/units'
import { rateText } from './format'
import { weeklyYield, type Reported } from './interest-view'
import type { Statement } from './statement'
import { t } from '../words/t'

/** More columns than a chart has pixels are never seen. */
const COLUMNS = 600

/** Besides the last month, which is shown unless another is chosen. */
const spans = [
  { id: 'year', label: t`Year`, days: 366n },
  { id: 'all', label: t`All`, days: undefined },
] as const
const MONTH = 31n

type InterestPanelProps = {
  /** Of the connected account, once its history is read. */
  statement: Statement | undefined
  reports: readonly Reported[]
  growth: Growth | undefined
  /** Whether an account is connected: then the pictures are of its balance. */
  isOwn: boolean
}

/** Interest by report, the balance and the index over time; each as a table too. */
export function InterestPanel({ statement, reports, growth, isOwn }: InterestPanelProps) {
  const [what, chooseWhat] = useUrlChoice('chart')
  const [span, chooseSpan] = useUrlChoice('span')
  const last = reports.at(-1)?.report.to ?? 0n
  const chosen = spans.find(({ id }) => id === span)
  const days = chosen ? chosen.days : MONTH
  const from = days === undefined ? 0n : last - days * DAY_SECONDS
  const interest = thinned(
    isOwn
      ? (statement?.entries ?? []).flatMap(({ change, movement }) =>
          'report' in change.what && change.what.report.to > from
            ? [{ x: change.what.report.to, y: incomeOf(movement) }]
            : [],
        )
      : reports.flatMap(({ report }) => (report.to > from ? [{ x: report.to, y: report.distributed }] : [])),
    COLUMNS,
  )
  const balance = thinned(
    (statement?.entries ?? []).flatMap(({ change, movement }) =>
      change.time !== undefined && change.time > from ? [{ x: change.time, y: movement.closing }] : [],
    ),
    COLUMNS,
  )
  const index = thinned(
    reports.flatMap(({ report, change }) =>
      report.to > from ? [{ x: report.to, y: amountDown(WAD, change.supply, change.totalShares) }] : [],
    ),
    COLUMNS,
  )
  const apy = weeklyYield(growth)
  return (
    <Panel
      title={isOwn ? t`Interest` : t`Interest of all STBT`}
      lead={t`One payment per New York banking day; a Monday pays for three days. A loss shows as nothing, or below the line.`}
      aside={
        <Choices
          label={t`Time`}
          choices={spans}
          chosen={chosen?.id}
          allLabel={t`Month`}
          onChoose={chooseSpan}
        />
      }
    >
      <div className="grid gap-3">
        <Choices
          label={t`Chart`}
          choices={[
            ...(isOwn ? [{ id: 'balance', label: t`Balance` }] : []),
            { id: 'index', label: t`Index` },
          ]}
          chosen={what === 'index' || (what === 'balance' && isOwn) ? what : undefined}
          allLabel={t`Interest`}
          onChoose={chooseWhat}
        />
        {what === 'index' ? (
          <LineChart
            title={t`Index: STBT per share`}
            lines={[{ label: t`Index`, points: index }]}
            decimals={18}
            digits={9}
            isFromNear
          />
        ) : what === 'balance' && isOwn ? (
          <StepChart
            title={t`Balance`}
            lines={[{ label: t`Balance`, points: balance }]}
            decimals={18}
            symbol="STBT"
            isFromNear
          />
        ) : (
          <BarChart
            title={t`Interest by payment`}
            lines={[{ label: t`Interest`, points: interest }]}
            decimals={18}
            digits={4}
            symbol="STBT"
            emptyText={t`No interest has been paid yet.`}
          />
        )}
        <p className="text-xs text-muted">
          {apy === undefined
            ? t`The last seven days have too few payments for a yearly rate.`
            : t`Last 7 days: ${rateText(apy)} a year if it went on like this, an estimate.`}
        </p>
      </div>
    </Panel>
  )
}
