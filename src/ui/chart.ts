/** One point: `x` in unix seconds (or any integer unit with `formatX`), `y` in base units. */
export type ChartPoint = { readonly x: bigint; readonly y: bigint }
export type ChartLine = { readonly label: string; readonly points: readonly ChartPoint[] }
export type ChartMark = { readonly label: string; readonly x: bigint }
export type ChartLevel = { readonly label: string; readonly y: bigint }

export type ChartProps = {
  title: string
  lines: readonly ChartLine[]
  decimals: number
  symbol?: string
  /** What `x` is; heads its column in the table. */
  xLabel?: string
  /** By default `x` is unix seconds, shown in local time. */
  formatX?: (x: bigint) => string
  /** Moments worth a line ("Now", "Maturity"). */
  marks?: readonly ChartMark[]
  /** Heights worth a line ("150%"). */
  levels?: readonly ChartLevel[]
  /** One place on the first line that is the person's own. */
  point?: ChartPoint & { readonly label: string }
  /** Decimals shown; 2 unless told. */
  digits?: number
  /** By default the vertical axis begins at 0; a price that hardly moves is better seen from near. */
  isFromNear?: boolean
  emptyText?: string
}

/** How points are joined: evenly, by steps, or each a bar of its own. */
export type Curve = 'linear' | 'stepAfter' | 'bars'

export type ChartRow = { readonly x: bigint; readonly ys: readonly (bigint | undefined)[] }

/** All lines on one sorted x, a gap where a line has no point of its own. */
export function chartRows(lines: readonly ChartLine[]): readonly ChartRow[] {
  const xs = [...new Set(lines.flatMap((line) => line.points.map((point) => point.x)))]
  xs.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  const byX = lines.map((line) => new Map(line.points.map((point) => [point.x, point.y])))
  return xs.map((x) => ({ x, ys: byX.map((points) => points.get(x)) }))
}
