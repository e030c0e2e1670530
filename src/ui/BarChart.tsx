import type { ChartProps } from './chart'
import { ChartLoader } from './ChartLoader'

/** Values that stand each for itself. */
export function BarChart(props: ChartProps) {
  return <ChartLoader {...props} curve="bars" />
}
