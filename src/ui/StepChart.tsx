import type { ChartProps } from './chart'
import { ChartLoader } from './ChartLoader'

/** Values that hold until the next point. */
export function StepChart(props: ChartProps) {
  return <ChartLoader {...props} curve="stepAfter" />
}
