import { useCallback, useMemo } from 'react'
import { Link } from 'wouter'

import { useNetwork } from '../chain/network'
import type { Readings } from '../chain/read'
import { useFixed } from '../chain/use-snapshot'
import { displayRatio } from '../math/amount'
import { knownValue } from '../math/reading'
import { usdt, USDT_DECIMALS } from '../math/tether'
import { lazyPart } from '../ui/chunk'
import { EmptyState } from '../ui/EmptyState'
import { Figure } from '../ui/Figure'
import { Later } from '../ui/Later'
import { Panel } from '../ui/Panel'
import { ShareBar } from '../ui/ShareBar'
import { Skeleton } from '../ui/Skeleton'
import { Stat, StatGrid } from '../ui/Stat'
import { StepChart } from '../ui/StepChart'
import { useShownCount } from '../ui/use-shown-count'
import { balanceOf, maturitiesAhead, reserveReads, sumOf } from './all-series'
import type { Balance } from './all-series'
import { BalanceTable } from './BalanceTable'
import { btc, mstr } from './format'
import { plainExtra } from './live'
import MoreSeries from './MoreSeries'
import { PageFrame } from './PageFrame'
import { inOrder } from './SeriesTable'
import { protocolReads, SERIES_AT_ONCE } from './snapshot'
import type { Backstop, Series } from './snapshot'
import { TakeAll } from './TakeAll'

const AllHistory = lazyPart(() => import('./AllHistory'))

type Extra = Readings<ReturnType<typeof reserveReads>> | undefined

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
      title="All series"
      lead="What the series hold together, what they owe, and who pays when a bond matures."
      onScreen={onScreen}
      extra={extra}
    >
      {({ backstop, extra: readings }) => (
        <AllSeries backstop={backstop} readings={readings} count={count} onMore={showMore} />
      )}
    </PageFrame>
  )
}

type AllSeriesProps = { backstop: Backstop; readings: Extra; count: number; onMore: () => void }

function AllSeries({ backstop, readings, count, onMore }: AllSeriesProps) {
  const { series, timestamp, othersSince, unreadable } = backstop
  const shown = inOrder(series, false).slice(0, count)
  if (shown.length === 0)
    return (
      <EmptyState title="There is no series yet">
        The first appears here when it is announced on chain.
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
            ? 'Staked in all series'
            : `Staked in the ${shown.length} series shown`
        }
        parts={staked === undefined ? ['Not known'] : [usdt(staked)]}
        isComplete={staked !== undefined && unreadable.length === 0}
      >
        <p className="text-xs text-muted">
          {sumText(balances, 'requiredUsdt')} of it must stay for the Notes;{' '}
          {sumText(balances, 'releasedUsdt')} is released to its stakers.
        </p>
      </TakeAll>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Panel title="What repays the Notes" lead="The ledger of a series first, its stake for the rest.">
          <Cover balances={balances} />
        </Panel>
        <Panel title="Maturities ahead" lead="Notes still to repay, if none is repaid before it matures.">
          <StepChart
            title="Notes outstanding"
            lines={[
              { label: 'Notes', points: ahead.notes },
              { label: 'In their ledgers', points: ahead.ledgers },
            ]}
            decimals={USDT_DECIMALS}
            symbol="USDT"
            emptyText="No Notes are outstanding."
          />
        </Panel>
      </div>
      <Treasury shown={shown} readings={readings} />
      <Panel
        title="Assets against liabilities"
        lead="USDT that pools and ledgers hold, and what they would owe if every series were settled now."
      >
        <div className="grid gap-3">
          <BalanceTable rows={rows} />
          {series.length > count && (
            <MoreSeries shown={count} of={series.length} othersSince={othersSince} onMore={onMore} />
          )}
        </div>
      </Panel>
      <Panel
        title="Over time"
        lead="From the events of the series: each counts from the end of its sale until it is settled."
      >
        <Later waiting={<Skeleton className="h-56 w-full" />}>
          <AllHistory series={shown} />
        </Later>
      </Panel>
    </>
  )
}

function sumText(balances: readonly Balance[], key: keyof Balance): string {
  const sum = sumOf(balances, key)
  return sum === undefined ? 'A part that is not known' : usdt(sum)
}

function Cover({ balances }: { balances: readonly Balance[] }) {
  const outstanding = sumOf(balances, 'outstandingUsdt')
  const fromLedger = sumOf(balances, 'fromLedgerUsdt')
  const fromStake = sumOf(balances, 'fromStakeUsdt')
  if (outstanding === undefined || fromLedger === undefined || fromStake === undefined)
    return <p className="text-muted">Not known: a series could not be read.</p>
  if (outstanding === 0n) return <p className="text-muted">No Notes are outstanding.</p>
  return (
    <div className="grid gap-3">
      <p className="text-lg font-semibold" translate="no">
        {usdt(outstanding)} <span className="text-xs font-normal text-muted">of Notes outstanding</span>
      </p>
      <ShareBar
        label={`Ledgers hold ${usdt(fromLedger)} of it`}
        part={fromLedger}
        whole={outstanding}
        shareText={displayRatio(fromLedger, outstanding)}
      />
      <ShareBar
        label={`The stake would repay ${usdt(fromStake)}`}
        part={fromStake}
        whole={outstanding}
        shareText={displayRatio(fromStake, outstanding)}
      />
      <p className="text-xs text-muted">
        As if all matured now. What of the stake is used is compensated out of the reserve below, as far as it
        reaches.{' '}
        <Link href="/stake" className="text-accent underline-offset-2 hover:underline">
          Terms of each series
        </Link>
      </p>
    </div>
  )
}

/** What compensates stakers for stake that is used: set aside per series, and the one treasury behind all. rules.md B13 */
function Treasury({ shown, readings }: { shown: readonly Series[]; readings: Extra }) {
  const states = shown.map(({ state }) => knownValue(state))
  const isKnown = states.every((state) => state !== undefined)
  const sum = (pick: (state: NonNullable<(typeof states)[number]>) => bigint) =>
    states.reduce((total, state) => total + (state ? pick(state) : 0n), 0n)
  const treasury = readings?.treasury
  return (
    <section aria-label="What compensates stakers" className="grid gap-2">
      <h2 className="text-sm font-semibold">What compensates stakers</h2>
      <StatGrid>
        <Reserve
          label="MSTR reserved"
          text={isKnown ? mstr(sum((state) => state.mstrReserved)) : undefined}
        />
        <Reserve
          label="BTC of the series"
          text={isKnown ? btc(sum((state) => state.seriesBtc)) : undefined}
        />
        <Figure
          label="Treasury, BTC"
          reading={treasury?.btc}
          format={btc}
          hint="One treasury for all series"
        />
        <Figure label="Treasury, USDT" reading={treasury?.usdt} format={usdt} hint="Proceeds it has kept" />
      </StatGrid>
    </section>
  )
}

function Reserve({ label, text }: { label: string; text: string | undefined }) {
  return (
    <Stat label={label} hint="Set aside by the series shown">
      {text ?? 'Not known'}
    </Stat>
  )
}
