import { useId, useMemo } from 'react'
import {
  Area,
  Bar,
  CartesianGrid,
  ComposedChart,
  ReferenceDot,
  ReferenceLine,
  Tooltip,
  XAxis,
  YAxis,
  type XAxisTickContentProps,
  type YAxisTickContentProps,
} from 'recharts'
import { Afterwards } from '../Afterwards'
import { chartRows, type ChartLevel, type ChartProps, type ChartRow, type Curve } from '../chart'
import { thinned } from '../thin'
import { locale } from '../../words/chosen'
import { inRow, t } from '../../words/t'
import { evenSpan, exactSpan, roundSpan, type AxisSpan } from './axis'
import { FullLine } from './FullLine'
import { LevelNames } from './LevelNames'
import { PointedAt } from './PointedAt'
import { useWidth } from './use-width'

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

/** Pixels beside the plot, where no line runs: the names of the levels stand there, and half of the last date. */
const asideOf = (levels: readonly ChartLevel[]) =>
  Math.max(20, ...levels.map(({ label }) => 12 + label.length * 6))

/** Where something is drawn: from what is far, at 0, or below; from near, around the values. */
function spanOfY(ys: readonly number[], isFromNear: boolean): AxisSpan {
  const [low, high] = [Math.min(...ys), Math.max(...ys)]
  return isFromNear ? roundSpan(low, high, 5) : roundSpan(Math.min(0, low), Math.max(0, high), 5)
}

/** From the first to the last, with room for half a bar beside them; values in round steps, dates in even ones. */
function spanOfX(xs: readonly number[], width: number, isBars: boolean, isValue: boolean): AxisSpan {
  const [first, last] = [Math.min(...xs), Math.max(...xs)]
  const aside = isBars ? ((last - first) * 12) / Math.max(width, 100) : 0
  const [span, pixelsOfOne] = isValue ? ([exactSpan, 50] as const) : ([evenSpan, 110] as const)
  const { ticks } = span(first, last, Math.max(2, Math.min(5, Math.floor(width / pixelsOfOne))))
  return { domain: [first - aside, last + aside], ticks }
}

/**
 * Of what the library would measure first, in the middle of drawing, to see whether it fits: it does. The picture runs from
 * left to right in every language, a date or a number of days in it as its language does.
 */
const asText = (write: (value: number) => string, dy: string) =>
  function TickText({ x, y, textAnchor, payload }: XAxisTickContentProps | YAxisTickContentProps) {
    return (
      <text x={x} y={y} dy={dy} textAnchor={textAnchor} fontSize={11} fill="var(--muted)">
        {inRow([write(Number(payload.value))])}
      </text>
    )
  }

/** Both are given what they show: nothing is worked out of what is drawn on them, or hidden for want of room. */
const axis = { allowDataOverflow: true, niceTicks: 'none', interval: 0, tickLine: false } as const

/** No vertical lines; without it the library measures where they would stand. */
const nowhere = () => []

export default function XyChart(props: XyChartProps) {
  const { title, lines, rows, decimals, symbol, formatX, marks = [], levels = [], curve } = props
  const { point, isFromNear = false } = props
  const pixelY = (y: bigint) => Number(y) / 10 ** decimals
  const id = useId()
  const { ref, width } = useWidth()
  const toFind = useMemo(() => {
    if (curve === 'bars' || rows.length <= 4 * COLUMNS_TO_FIND) return rows
    return chartRows(lines.map((line) => ({ ...line, points: thinned(line.points, COLUMNS_TO_FIND) })))
  }, [curve, lines, rows])
  const pixels = toFind.map((row) => {
    const pixel: PixelRow = { x: Number(row.x), row }
    row.ys.forEach((y, index) => (pixel[`y${index}`] = y === undefined ? undefined : pixelY(y)))
    return pixel
  })
  const xs = [...pixels.map(({ x }) => x), ...marks.map(({ x }) => Number(x))]
  const spanX = spanOfX(xs, width, curve === 'bars', formatX !== undefined)
  const ys = toFind.flatMap((row) => row.ys.flatMap((y) => (y === undefined ? [] : [pixelY(y)])))
  const spanY = spanOfY(ys, isFromNear)
  const writeX = (x: number) =>
    formatX ? formatX(BigInt(Math.round(x))) : shortDate.format(new Date(x * 1000))
  return (
    <div dir="ltr" role="img" aria-label={t`Chart: ${title}. “Show table” gives its figures.`}>
      {symbol !== undefined && <p className="text-xs text-muted">{symbol}</p>}
      {/* A picture that was drawn wide would else keep the page wide, and its own place with it. */}
      <div ref={ref} className="h-56 contain-inline-size">
        {width > 0 && (
          <ComposedChart
            width={width}
            height={224}
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
            <Afterwards>
              <XAxis
                {...axis}
                {...spanX}
                dataKey="x"
                type="number"
                tick={asText(writeX, '0.71em')}
                axisLine={{ stroke: 'var(--line-strong)' }}
              />
              <YAxis
                {...axis}
                {...spanY}
                width={isFromNear ? 64 : 52}
                tick={asText((y) => (isFromNear ? nearNumber : shortNumber).format(y), '0.355em')}
                axisLine={false}
              />
              <Afterwards>
                <CartesianGrid stroke="var(--line)" vertical={false} verticalCoordinatesGenerator={nowhere} />
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
                {marks.map((mark) => (
                  <ReferenceLine
                    key={mark.label}
                    x={Number(mark.x)}
                    stroke="var(--ink)"
                    strokeDasharray="2 2"
                    label={{ value: mark.label, position: 'top', fontSize: 11, fill: 'var(--ink)', ...clear }}
                  />
                ))}
                <Afterwards>
                  {levels.map((level) => (
                    <ReferenceLine
                      key={level.label}
                      y={pixelY(level.y)}
                      stroke="var(--line-strong)"
                      strokeDasharray="2 2"
                    />
                  ))}
                  <LevelNames levels={levels.map(({ label, y }) => ({ label, y: pixelY(y) }))} />
                  {point && (
                    <ReferenceDot
                      x={Number(point.x)}
                      y={pixelY(point.y)}
                      r={5}
                      fill="var(--accent)"
                      stroke="var(--surface)"
                      strokeWidth={2}
                      label={{
                        value: point.label,
                        position: 'top',
                        fontSize: 11,
                        fill: 'var(--ink)',
                        ...clear,
                      }}
                    />
                  )}
                  <Tooltip
                    isAnimationActive={false}
                    cursor={{ stroke: 'var(--line-strong)' }}
                    content={({ active, payload }) => {
                      const pixel = payload[0]?.payload as PixelRow | undefined
                      return active && pixel ? <PointedAt {...props} row={pixel.row} /> : null
                    }}
                  />
                </Afterwards>
              </Afterwards>
            </Afterwards>
          </ComposedChart>
        )}
      </div>
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
