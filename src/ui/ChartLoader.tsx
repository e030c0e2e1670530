import { Suspense, useId, useState } from 'react'
import { displayAmount, formatAmount } from '../math/amount'
import { displayDateTime } from '../math/time'
import { Boundary } from './Boundary'
import { Button } from './Button'
import { chartRows, type ChartProps, type Curve } from './chart'
import { lazyPart } from './chunk'
import { Skeleton } from './Skeleton'
import { Table } from './Table'
import { t } from '../words/t'

// Recharts is as large as the rest of the app: it comes only with the first chart.
const XyChart = lazyPart(() => import('./charts/XyChart'))

/** A titled chart with the same figures as a table behind it; the table also stands in for a failed chart. */
export function ChartLoader(props: ChartProps & { curve: Curve }) {
  const { title, lines, emptyText = t`Nothing has happened yet.` } = props
  const id = useId()
  const [isTable, setIsTable] = useState(false)
  const rows = chartRows(lines)
  return (
    <figure aria-labelledby={id} className="grid gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <figcaption id={id} className="text-xs font-medium text-muted">
          {title}
        </figcaption>
        {rows.length > 0 && (
          <Button size="small" variant="quiet" aria-pressed={isTable} onClick={() => setIsTable(!isTable)}>
            {t`Show table`}
          </Button>
        )}
      </div>
      {rows.length === 0 && <p className="py-8 text-center text-muted">{emptyText}</p>}
      {rows.length > 0 && isTable && <ChartTable {...props} />}
      {rows.length > 0 && !isTable && (
        <Boundary fallback={() => <ChartTable {...props} />}>
          <Suspense fallback={<Skeleton className="h-56 w-full" />}>
            <XyChart {...props} rows={rows} />
          </Suspense>
        </Boundary>
      )}
    </figure>
  )
}

function ChartTable({
  title,
  lines,
  decimals,
  digits = 2,
  symbol,
  xLabel = t`Time`,
  formatX = displayDateTime,
}: ChartProps) {
  return (
    <div className="max-h-80 overflow-y-auto">
      <Table
        caption={title}
        isCaptionHidden
        rows={chartRows(lines)}
        getKey={(row) => row.x.toString()}
        columns={[
          { header: xLabel, cell: (row) => formatX(row.x), isRowHeader: true },
          ...lines.map((line, index) => ({
            header: symbol === undefined ? line.label : `${line.label} (${symbol})`,
            align: 'end' as const,
            cell: (row: { ys: readonly (bigint | undefined)[] }) => {
              const y = row.ys[index]
              return y === undefined ? (
                '–'
              ) : (
                <span title={formatAmount(y, decimals)}>
                  {displayAmount(y, decimals, { maxFractionDigits: digits })}
                </span>
              )
            },
          })),
        ]}
      />
    </div>
  )
}
