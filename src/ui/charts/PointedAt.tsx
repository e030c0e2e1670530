import { displayAmount } from '../../math/amount'
import { displayDateTime } from '../../math/time'
import type { ChartProps, ChartRow } from '../chart'

type PointedAtProps = Pick<ChartProps, 'lines' | 'decimals' | 'digits' | 'symbol' | 'formatX'> & {
  row: ChartRow
}

/** The exact values at the place that is pointed at. */
export function PointedAt({ row, lines, decimals, digits = 2, symbol, formatX }: PointedAtProps) {
  return (
    <div className="rounded-md border border-line-strong/50 bg-surface px-2.5 py-2 text-xs shadow-lg">
      <p className="mb-1 text-muted">{(formatX ?? displayDateTime)(row.x)}</p>
      {lines.map((line, index) => {
        const y = row.ys[index]
        return (
          y !== undefined && (
            <p key={line.label} className="flex justify-between gap-4">
              <span>{line.label}</span>
              <span className="font-medium">
                {displayAmount(y, decimals, { maxFractionDigits: digits })} {symbol}
              </span>
            </p>
          )
        )
      })}
    </div>
  )
}
