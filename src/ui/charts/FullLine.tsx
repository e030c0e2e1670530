import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts'
import type { Curve } from '../chart'
import { linePath } from './line-path'

type FullLineProps = {
  /** As the axes have them. */
  points: readonly (readonly [x: number, y: number])[]
  curve: Exclude<Curve, 'bars'>
  stroke: { color: string; dash: string }
  /** What is below it, down to 0 or the foot of the chart. */
  fill: string | undefined
}

/** A line through all of its points, on the chart's own axes. */
export function FullLine({ points, curve, stroke, fill }: FullLineProps) {
  const [toX, toY, plot] = [useXAxisScale(), useYAxisScale(), usePlotArea()]
  if (!toX || !toY || !plot || points.length === 0) return null
  const pixels = points.map(([x, y]) => [toX(x) ?? 0, toY(y) ?? 0] as const)
  const line = linePath(pixels, curve)
  const foot = Math.min(toY(0) ?? Infinity, plot.y + plot.height)
  return (
    <g pointerEvents="none">
      {fill !== undefined && <path d={`${line}V${foot}H${pixels[0]?.[0] ?? 0}Z`} fill={fill} />}
      <path
        className="chart-line"
        d={line}
        fill="none"
        stroke={stroke.color}
        strokeDasharray={stroke.dash}
        strokeWidth={1.75}
      />
    </g>
  )
}
