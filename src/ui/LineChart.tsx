import type { ChartProps } from './chart'
import { ChartLoader } from './ChartLoader'

/** Values that move between their points. */
export function LineChart(props: ChartProps) {
  return <ChartLoader {...props} curve="linear" />
}
