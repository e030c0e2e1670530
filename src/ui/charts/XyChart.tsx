import { useId, useMemo } from 'react'
import {
  Area,
  Bar,
  CartesianGrid,
  ComposedChart,
  ReferenceDot,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import { displayAmount } from '../../math/amount'
import { displayDateTime } from '../../math/time'
import { chartRows, type ChartLevel, type ChartProps, type ChartRow, type Curve } from '../chart'
import { thinned } from '../thin'
import { locale } from '../../words/chosen'
import { t } from '../../words/t'
import { FullLine } from './FullLine'

type XyChartProps = ChartProps & { curve: Curve; rows: readonly ChartRow[] }

/** Pixels, not money: the only place where an amount becomes a float. */
type PixelRow = { x: number; [line: `y${number}`]: number | undefined; row: ChartRow }

/** The library takes a tenth of a millisecond for each row: the pointer finds these, the line is drawn through all points. */
const COLUMNS_TO_FIND = 75

const strokes = [
  { color: 'var(--accent)', dash: '' },
  { color: 'var(--ink)', dash: '5 4' },
  { color: 'var(--muted)', dash: '2 3' },
] as const
const strokeOf = (index: number) => strokes[index % strokes.length] ?? strokes[0]

/** A label keeps its distance from whatever line runs behind it. */
const clear = { stroke: 'var(--surface)', strokeWidth: 4, paintOrder: 'stroke' } as const

const shortDate = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric' })
const shortNumber = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 2 })
const nearNumber = new Intl.NumberFormat(locale, { maximumFractionDigits: 4 })

/** Pixels beside the plot, where no line runs: the names of the levels stand there. */
const asideOf = (levels: readonly ChartLevel[]) =>
  Math.max(12, ...levels.map(({ label }) => 12 + label.length * 6))

/** What never changes would be drawn between −1 and +1 of it: a hundredth around it is near enough. */
function nearDomain(ys: readonly number[]): [number, number] | ['auto', 'auto'] {
  const [first = 0] = ys
  return ys.every((y) => y === first) ? [first * 0.99, first * 1.01] : ['auto', 'auto']
}

/** Also what is below 0 is drawn. */
const fromZero = (least: number) => Math.min(0, least)

export default function XyChart(props: XyChartProps) {
  const { title, lines, rows, decimals, symbol, formatX, marks = [], levels = [], curve } = props
  const { point, digits = 2, isFromNear = false } = props
  const pixelY = (y: bigint) => Number(y) / 10 ** decimals
  const id = useId()
  const toFind = useMemo(() => {
    if (curve === 'bars' || rows.length <= 4 * COLUMNS_TO_FIND) return rows
    return chartRows(lines.map((line) => ({ ...line, points: thinned(line.points, COLUMNS_TO_FIND) })))
  }, [curve, lines, rows])
  const pixels = toFind.map((row) => {
    const pixel: PixelRow = { x: Number(row.x), row }
    row.ys.forEach((y, index) => (pixel[`y${index}`] = y === undefined ? undefined : pixelY(y)))
    return pixel
  })
  const axisX = (x: number) =>
    formatX ? formatX(BigInt(Math.round(x))) : shortDate.format(new Date(x * 1000))
  return (
    <div dir="ltr" role="img" aria-label={t`Chart: ${title}. “Show table” gives its figures.`}>
      {symbol !== undefined && <p className="text-xs text-muted">{symbol}</p>}
      <ResponsiveContainer width="100%" height={224}>
        <ComposedChart
          data={pixels}
          margin={{ top: 18, right: asideOf(levels), bottom: 0, left: 0 }}
          accessibilityLayer={false}
        >
          <defs>
            <linearGradient id={id} x1="0" y1="0" x2="0" y2="1">
              <stop offset="0" stopColor="var(--accent)" stopOpacity={0.16} />
              <stop offset="1" stopColor="var(--accent)" stopOpacity={0} />
            </linearGradient>
          </defs>
          <CartesianGrid stroke="var(--line)" vertical={false} />
          <XAxis
            dataKey="x"
            type="number"
            scale="linear"
            domain={['dataMin', 'dataMax']}
            tickFormatter={axisX}
            tick={{ fontSize: 11, fill: 'var(--muted)' }}
            tickLine={false}
            axisLine={{ stroke: 'var(--line-strong)' }}
            minTickGap={40}
            {...(curve === 'bars' && { padding: { left: 12, right: 12 } })}
          />
          <YAxis
            width={isFromNear ? 64 : 52}
            domain={isFromNear ? nearDomain(pixels.map(({ y0 }) => y0 ?? 0)) : [fromZero, 'auto']}
            tickFormatter={(y: number) => (isFromNear ? nearNumber : shortNumber).format(y)}
            tick={{ fontSize: 11, fill: 'var(--muted)' }}
            tickLine={false}
            axisLine={false}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: 'var(--line-strong)' }}
            content={({ active, payload }) => {
              const pixel = payload[0]?.payload as PixelRow | undefined
              if (!active || !pixel) return null
              return (
                <div className="rounded-md border border-line-strong/50 bg-surface px-2.5 py-2 text-xs shadow-lg">
                  <p className="mb-1 text-muted">{(formatX ?? displayDateTime)(pixel.row.x)}</p>
                  {lines.map((line, index) => {
                    const y = pixel.row.ys[index]
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
            }}
          />
          {curve === 'bars' && lines.some(({ points }) => points.some(({ y }) => y < 0n)) && (
            <ReferenceLine y={0} stroke="var(--line-strong)" />
          )}
          {lines.map((line, index) =>
            curve === 'bars' ? (
              <Bar
                key={line.label}
                dataKey={`y${index}`}
                name={line.label}
                isAnimationActive={false}
                fill={strokeOf(index).color}
                barSize={Math.max(1, Math.min(16, Math.floor(500 / pixels.length)))}
              />
            ) : (
              <Area
                key={line.label}
                dataKey={`y${index}`}
                name={line.label}
                type={curve}
                connectNulls
                isAnimationActive={false}
                stroke={strokeOf(index).color}
                strokeOpacity={0}
                fill="none"
                dot={pixels.length === 1}
              />
            ),
          )}
          {curve !== 'bars' &&
            lines.map((line, index) => (
              <FullLine
                key={line.label}
                points={line.points.map(({ x, y }) => [Number(x), pixelY(y)])}
                curve={curve}
                stroke={strokeOf(index)}
                fill={index === 0 ? `url(#${id})` : undefined}
              />
            ))}
          {marks.map((mark) => (
            <ReferenceLine
              key={mark.label}
              x={Number(mark.x)}
              stroke="var(--ink)"
              strokeDasharray="2 2"
              ifOverflow="extendDomain"
              label={{ value: mark.label, position: 'top', fontSize: 11, fill: 'var(--ink)', ...clear }}
            />
          ))}
          {levels.map((level) => (
            <ReferenceLine
              key={level.label}
              y={pixelY(level.y)}
              stroke="var(--line-strong)"
              strokeDasharray="2 2"
              label={{ value: level.label, position: 'right', fontSize: 11, fill: 'var(--muted)' }}
            />
          ))}
          {point && (
            <ReferenceDot
              x={Number(point.x)}
              y={pixelY(point.y)}
              r={5}
              fill="var(--accent)"
              stroke="var(--surface)"
              strokeWidth={2}
              label={{ value: point.label, position: 'top', fontSize: 11, fill: 'var(--ink)', ...clear }}
            />
          )}
        </ComposedChart>
      </ResponsiveContainer>
      {lines.length > 1 && (
        <ul className="flex flex-wrap gap-x-5 gap-y-1 ps-[52px] text-xs text-muted">
          {lines.map((line, index) => (
            <li key={line.label} className="flex items-center gap-1.5">
              <svg aria-hidden="true" viewBox="0 0 18 2" className="h-0.5 w-4.5">
                <path
                  d="M0 1h18"
                  stroke={strokeOf(index).color}
                  strokeDasharray={strokeOf(index).dash}
                  strokeWidth="2"
                />
              </svg>
              {line.label}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
