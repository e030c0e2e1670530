import { useCallback, useMemo } from 'react'

import { useNetwork } from '../chain/network'
import { useFixed } from '../chain/use-snapshot'
import { knownValue } from '../math/reading'
import { usdt, USDT_DECIMALS } from '../math/tether'
import { lazyPart } from '../ui/chunk'
import { EmptyState } from '../ui/EmptyState'
import { Later } from '../ui/Later'
import { Panel } from '../ui/Panel'
import { Skeleton } from '../ui/Skeleton'
import { StepChart } from '../ui/StepChart'
import { useShownCount } from '../ui/use-shown-count'
import { balanceOf, maturitiesAhead, reserveReads, sumOf } from './all-series'
import type { Balance } from './all-series'
import { BalanceTable } from './BalanceTable'
import { plainExtra } from './live'
import MoreSeries from './MoreSeries'
import { NotesCover } from './NotesCover'
import { PageFrame } from './PageFrame'
import { ReserveFigures } from './ReserveFigures'
import type { ReserveReadings } from './ReserveFigures'
import { inOrder } from './SeriesTable'
import { protocolReads, SERIES_AT_ONCE } from './snapshot'
import type { Backstop, Series } from './snapshot'
import { TakeAll } from './TakeAll'
import { plural, t } from '../words/t'

const AllHistory = lazyPart(() => import('./AllHistory'))

/** All series together, for who watches the reserve: no account is needed. */
export default function AllSeriesPage() {
  const network = useNetwork()
  const protocol = useFixed(
    'backstop.protocol',
    useMemo(() => protocolReads(network), [network]),
  )
  const treasury = protocol.status === 'ready' ? knownValue(protocol.snapshot.data.treasury) : undefined
  const extra = useMemo(
    () => plainExtra((list) => reserveReads(network, list, treasury)),
    [network, treasury],
  )
  const [count, showMore] = useShownCount(SERIES_AT_ONCE)
  const onScreen = useCallback(
    (series: readonly Series[]) =>
      inOrder(series, false)
        .slice(0, count)
        .map(({ id }) => id),
    [count],
  )
  return (
    <PageFrame
      title={t`All series`}
      lead={t`What the series hold together, what they owe, and who pays when a bond matures.`}
      onScreen={onScreen}
      extra={extra}
    >
      {({ backstop, extra: readings }) => (
        <AllSeries backstop={backstop} readings={readings} count={count} onMore={showMore} />
      )}
    </PageFrame>
  )
}

type AllSeriesProps = { backstop: Backstop; readings: ReserveReadings; count: number; onMore: () => void }

function AllSeries({ backstop, readings, count, onMore }: AllSeriesProps) {
  const { series, timestamp, othersSince, unreadable } = backstop
  const shown = inOrder(series, false).slice(0, count)
  if (shown.length === 0)
    return (
      <EmptyState title={t`There is no series yet`}>
        {t`The first appears here when it is announced on chain.`}
      </EmptyState>
    )
  const rows = shown.map((one) => ({ series: one, balance: balanceOf(one, readings?.pools[one.id]) }))
  const balances = rows.map(({ balance }) => balance)
  const staked = sumOf(balances, 'stakedUsdt')
  const ahead = maturitiesAhead(shown, timestamp)
  return (
    <>
      <TakeAll
        label={
          shown.length === series.length
            ? t`Staked in all series`
            : plural(shown.length, 'Staked in the {n} series shown', 'Staked in the {n} series shown')
        }
        parts={staked === undefined ? [t`Unknown`] : [usdt(staked)]}
        isComplete={staked !== undefined && unreadable.length === 0}
      >
        <p className="text-xs text-muted">{splitText(balances)}</p>
      </TakeAll>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Panel
          title={t`What repays the Notes`}
          lead={t`The ledger of a series first, its stake for the rest.`}
        >
          <NotesCover balances={balances} />
        </Panel>
        <Panel
          title={t`Maturities ahead`}
          lead={t`Notes still to repay, if none is repaid before it matures.`}
        >
          <StepChart
            title={t`Notes outstanding`}
            lines={[
              { label: t`Notes`, points: ahead.notes },
              { label: t`In their ledgers`, points: ahead.ledgers },
            ]}
            decimals={USDT_DECIMALS}
            symbol="USDT"
            emptyText={t`No Notes are outstanding.`}
          />
        </Panel>
      </div>
      <ReserveFigures shown={shown} readings={readings} />
      <Panel
        title={t`Assets against liabilities`}
        lead={t`In USDT: what pools and ledgers hold, and what they would owe if every series were settled now.`}
      >
        <div className="grid gap-3">
          <BalanceTable rows={rows} />
          {series.length > count && (
            <MoreSeries shown={count} of={series.length} othersSince={othersSince} onMore={onMore} />
          )}
        </div>
      </Panel>
      <Panel
        title={t`Over time`}
        lead={t`From the events of the series: each counts from the end of its sale until it is settled.`}
      >
        <Later waiting={<Skeleton className="h-56 w-full" />}>
          <AllHistory series={shown} />
        </Later>
      </Panel>
    </>
  )
}

function splitText(balances: readonly Balance[]): string {
  const required = sumOf(balances, 'requiredUsdt')
  const released = sumOf(balances, 'releasedUsdt')
  return required === undefined || released === undefined
    ? t`What of it must stay for the Notes is not known: a series could not be read.`
    : t`${usdt(required)} of it must stay for the Notes; ${usdt(released)} is released to its stakers.`
}
