import type { ChartPoint } from './chart'

/**
 * What of many points can be seen in so many columns: the first, the lowest, the highest and the last of each, in their
 * order; all of them where there are few. Nothing that would be drawn is lost. Points are sorted by x.
 */
export function thinned(points: readonly ChartPoint[], columns: number): readonly ChartPoint[] {
  const [first] = points
  const last = points.at(-1)
  if (points.length <= columns * 4 || !first || !last || last.x === first.x) return points
  const width = last.x - first.x + 1n
  const kept: ChartPoint[] = []
  let column: ChartPoint[] = []
  let place = 0n
  for (const point of points) {
    const at = ((point.x - first.x) * BigInt(columns)) / width
    if (at !== place) {
      kept.push(...extremes(column))
      column = []
      place = at
    }
    column.push(point)
  }
  return [...kept, ...extremes(column)]
}

function extremes(column: readonly ChartPoint[]): readonly ChartPoint[] {
  const [first] = column
  const last = column.at(-1)
  if (!first || !last) return []
  let [low, high] = [first, first]
  for (const point of column) {
    if (point.y < low.y) low = point
    if (point.y > high.y) high = point
  }
  const wanted = new Set([first, low, high, last])
  return column.filter((point) => wanted.has(point))
}
