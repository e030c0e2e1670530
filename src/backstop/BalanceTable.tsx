import { Link } from 'wouter'

import { displayAmount } from '../math/amount'
import { USDT_DECIMALS } from '../math/tether'
import { Badge } from '../ui/Badge'
import { Table } from '../ui/Table'
import type { Column } from '../ui/Table'
import { sumOf } from './all-series'
import type { Balance } from './all-series'
import { PhaseBadge } from './PhaseBadge'
import type { Series } from './snapshot'
import { t } from '../words/t'

type BalanceRow = { readonly series: Series | undefined; readonly balance: Balance }

const keys: readonly (readonly [header: string, key: keyof Balance, isFolded: boolean])[] = [
  [t`Staked`, 'stakedUsdt', true],
  [t`Required`, 'requiredUsdt', true],
  [t`Released`, 'releasedUsdt', true],
  [t`Notes`, 'outstandingUsdt', true],
  [t`Assets`, 'assetsUsdt', false],
  [t`Liabilities`, 'liabilitiesUsdt', false],
]

const columns: readonly Column<BalanceRow>[] = [
  {
    header: t`Series`,
    isRowHeader: true,
    cell: ({ series }) =>
      series ? (
        <Link
          href={`/series/${series.id}`}
          className="font-medium text-accent underline-offset-2 hover:underline"
        >
          {series.name}
        </Link>
      ) : (
        t`Together`
      ),
  },
  {
    header: t`Stage`,
    cell: ({ series }) =>
      series &&
      (series.state.isKnown ? (
        <PhaseBadge series={series} state={series.state.value} />
      ) : (
        <Badge tone="warn">{t`Unavailable`}</Badge>
      )),
  },
  ...keys.map(([header, key, isFolded]): Column<BalanceRow> => ({
    header,
    align: 'end',
    isFolded,
    cell: ({ series, balance }) => {
      const value = balance[key]
      if (value === undefined) return <Badge tone="warn">{t`Not known`}</Badge>
      const text = displayAmount(value, USDT_DECIMALS)
      return series ? text : <strong>{text}</strong>
    },
  })),
]

/** Every series, and the sums of what is shown. */
export function BalanceTable({ rows }: { rows: readonly { series: Series; balance: Balance }[] }) {
  const balances = rows.map(({ balance }) => balance)
  const together = Object.fromEntries(keys.map(([, key]) => [key, sumOf(balances, key)]))
  return (
    <div
      role="group"
      aria-label={t`Every series and their sums`}
      // eslint-disable-next-line jsx-a11y-x/no-noninteractive-tabindex -- with large text it scrolls: without focus no key reaches its last columns
      tabIndex={0}
      className="overflow-x-auto"
    >
      <Table
        caption={t`Assets against liabilities`}
        isCaptionHidden
        rows={[...rows, { series: undefined, balance: together as Balance }]}
        getKey={({ series }) => series?.id ?? 'together'}
        columns={columns}
      />
    </div>
  )
}
