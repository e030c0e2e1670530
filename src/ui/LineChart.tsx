import type { ChartProps } from './chart'
import { ChartLoader } from './ChartLoader'

/** Values that change evenly from point to point. */
export function LineChart(props: ChartProps) {
  return <ChartLoader {...props} curve="linear" />
}
