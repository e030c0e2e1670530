import { Link } from 'wouter'

import { useChainSeconds } from '../chain/use-block'
import { PhaseBadge } from './PhaseBadge'
import MoreSeries from './MoreSeries'
import { stageOf } from './stage'
import type { Backstop, Series } from './snapshot'
import { splitOf } from './view'
import { usdt } from '../math/tether'
import { phaseOf } from './enums'
import type { Phase } from './enums'
import { displayRatio } from '../math/amount'
import { displayDateTime } from '../math/time'
import { Badge } from '../ui/Badge'
import { EmptyState } from '../ui/EmptyState'
import { Table } from '../ui/Table'
import type { Column } from '../ui/Table'
import { t } from '../words/t'

function Next({ series: { terms, state } }: { series: Series }) {
  const now = useChainSeconds()
  if (!state.isKnown) return '–'
  const { next } = stageOf(terms, state.value, now)
  if (!next) return t`Ended`
  return next.at === undefined ? next.label : `${next.label} ${displayDateTime(next.at)}`
}

const common: readonly Column<Series>[] = [
  {
    header: t`Series`,
    isRowHeader: true,
    cell: ({ id, name }) => (
      <Link href={`/series/${id}`} className="font-medium text-accent underline-offset-2 hover:underline">
        {name}
      </Link>
    ),
  },
  {
    header: t`Phase`,
    cell: (series) =>
      series.state.isKnown ? (
        <PhaseBadge series={series} state={series.state.value} />
      ) : (
        <Badge tone="warn">{t`Unavailable`}</Badge>
      ),
  },
  {
    header: t`Next`,
    cell: (series) => (
      <span className="text-muted">
        <Next series={series} />
      </span>
    ),
  },
  {
    header: t`Staked`,
    align: 'end',
    cell: ({ state }) => (state.isKnown ? usdt(state.value.totalShares) : t`Unavailable`),
  },
]

const mine: readonly Column<Series>[] = [
  {
    header: t`My stake`,
    align: 'end',
    cell: (series) => {
      const split = splitOf(series)
      if (!split || !series.state.isKnown) return t`Unavailable`
      if (split.staked === 0n) return <span className="text-muted">–</span>
      return `${usdt(split.staked)} (${displayRatio(split.staked, series.state.value.totalShares)})`
    },
  },
  {
    header: t`Claimable`,
    align: 'end',
    cell: (series) => {
      const claimable = splitOf(series)?.claimable
      if (claimable === undefined) return t`Unavailable`
      return claimable === 0n ? <span className="text-muted">–</span> : <strong>{usdt(claimable)}</strong>
    },
  },
]

/** What one can act on first, what has ended last. */
const order: readonly Phase[] = ['Staking', 'Announced', 'Sale', 'Tenor', 'Matured', 'Settled', 'Cancelled']

function byPhase(series: readonly Series[]): readonly Series[] {
  return order.flatMap((phase) =>
    series.filter(({ state }) => state.isKnown && phaseOf(state.value) === phase),
  )
}

/** By phase; with a wallet, those with a part of the account first. */
export function inOrder(series: readonly Series[], isMine: boolean): readonly Series[] {
  const isStaked = (one: Series) => (splitOf(one)?.staked ?? 0n) > 0n
  const sorted = [...byPhase(series), ...series.filter(({ state }) => !state.isKnown)]
  return isMine ? [...sorted.filter(isStaked), ...sorted.filter((one) => !isStaked(one))] : sorted
}

type SeriesTableProps = {
  backstop: Pick<Backstop, 'series' | 'othersSince'>
  count: number
  onMore: () => void
}

/** All series, a part at a time, with the account's part in each. */
export function SeriesTable({ backstop: { series, othersSince }, count, onMore }: SeriesTableProps) {
  const shown = inOrder(series, true).slice(0, count)
  return (
    <>
      <Table
        caption={t`All series`}
        isCaptionHidden
        rows={shown}
        getKey={({ id }) => id}
        empty={
          <EmptyState title={t`There is no series yet`}>
            {t`The first appears here when it is announced on chain.`}
          </EmptyState>
        }
        columns={[...common, ...mine]}
      />
      {series.length > count && (
        <MoreSeries shown={count} of={series.length} othersSince={othersSince} onMore={onMore} />
      )}
    </>
  )
}
