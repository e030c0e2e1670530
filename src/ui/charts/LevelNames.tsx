import { usePlotArea, useYAxisScale } from 'recharts'
import { inRow } from '../../words/t'
import { apart } from './apart'

const FONT_SIZE = 11

/** The names of levels beside the plot, each at its height, none over another. */
export function LevelNames({ levels }: { levels: readonly { label: string; y: number }[] }) {
  const [toY, plot] = [useYAxisScale(), usePlotArea()]
  if (!toY || !plot) return null
  const foot = plot.y + plot.height
  // One beyond the axis has no line, and no name.
  const placed = levels
    .map(({ label, y }) => ({ label, at: toY(y) ?? Infinity }))
    .filter(({ at }) => at >= plot.y && at <= foot)
    .sort((a, b) => a.at - b.at)
  const places = apart(
    placed.map(({ at }) => at),
    FONT_SIZE + 1,
    foot,
  )
  return placed.map(({ label }, index) => (
    <text
      key={label}
      x={plot.x + plot.width + 5}
      y={places[index]}
      dy="0.355em"
      fontSize={FONT_SIZE}
      fill="var(--muted)"
    >
      {inRow([label])}
    </text>
  ))
}
