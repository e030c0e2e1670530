import { Link } from 'wouter'

import { displayRatio } from '../math/amount'
import { usdt } from '../math/tether'
import { classes } from '../ui/classes'
import { Panel } from '../ui/Panel'
import { Table } from '../ui/Table'
import type { Column } from '../ui/Table'
import { realizedOf } from './realized'
import type { Realized } from './realized'
import type { Series } from './snapshot'
import { t } from '../words/t'

/** The latest are enough to judge by. */
const MOST = 8

/** What became of as large a stake in the series that have ended. */
export function RealizedPanel({ series, shares }: { series: readonly Series[]; shares: bigint }) {
  const rows = realizedOf(series, shares)
  if (rows.length === 0) return null
  const columns: readonly Column<Realized>[] = [
    {
      header: t`Series`,
      isRowHeader: true,
      cell: ({ id, name }) => (
        <Link href={`/series/${id}`} className="font-medium text-accent underline-offset-2 hover:underline">
          {name}
        </Link>
      ),
    },
    { header: t`What happened`, cell: ({ what }) => what },
    { header: t`Stake used`, align: 'end', isFolded: true, cell: ({ usedText }) => usedText },
    { header: t`Received`, align: 'end', cell: ({ receivedUsdt }) => usdt(receivedUsdt) },
    {
      header: t`Result`,
      align: 'end',
      cell: ({ receivedUsdt }) => {
        const change = receivedUsdt - shares
        return (
          <span className={classes(change < 0n && 'text-danger', change > 0n && 'text-success')}>
            {`${change > 0n ? '+' : ''}${displayRatio(change, shares)}`}
          </span>
        )
      },
    },
  ]
  return (
    <Panel
      title={t`What became of ${usdt(shares)} in earlier series`}
      lead={t`USDT back, upfront share, MSTR and BTC as far as paid, at the prices of the day; without warrants.`}
    >
      <Table
        caption={t`Results of series that have ended`}
        isCaptionHidden
        columns={columns}
        rows={rows.slice(0, MOST)}
        getKey={({ id }) => id}
      />
    </Panel>
  )
}
