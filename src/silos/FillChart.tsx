import { Table, type Column } from '../ui/Table'
import { Disclosure } from '../ui/Disclosure'
import { displayAmount, displayRatio } from '../math/amount'
import { min } from '../math/uint256'
import { BPS } from '../math/units'
import { priceText } from './format'
import type { ScenarioCycle, Summary } from './scenario'
import { t } from '../words/t'

const silos = [0, 1, 2, 3] as const
const fills = ['fill-accent', 'fill-accent/75', 'fill-accent/50', 'fill-accent/25'] as const
const TOP = 4n * BPS

type FillChartProps = { rows: readonly ScenarioCycle[]; summary: Summary }

/** How full each silo is, stacked by cycle up to 400%. What stands above a line moves on and is not drawn. */
export function FillChart({ rows, summary }: FillChartProps) {
  const last = rows.at(-1)?.cycle ?? 0n
  const { allFullIn, lowestPriceIn } = summary
  const marks = [
    ...(lowestPriceIn > 0n ? [{ label: t`XTZ lowest`, cycle: lowestPriceIn }] : []),
    ...(allFullIn !== undefined && allFullIn > 0n ? [{ label: t`All four full`, cycle: allFullIn }] : []),
  ]
  return (
    <figure className="grid gap-1 text-xs">
      <figcaption className="sr-only">
        {t`How full each silo is, by cycle. The table below has the figures.`}
      </figcaption>
      <div aria-hidden="true" className="grid grid-cols-[3rem_1fr] forced-color-adjust-none gap-x-2">
        <div className="flex flex-col justify-between text-end text-muted">
          {['400%', '300%', '200%', '100%', '0%'].map((level) => (
            <span key={level}>{level}</span>
          ))}
        </div>
        <svg
          viewBox={`0 0 ${last * 1_000n || 1_000n} ${TOP}`}
          preserveAspectRatio="none"
          className="h-64 w-full bg-sunken"
        >
          {silos.map((silo) => (
            <polygon key={silo} points={areaOf(rows, silo)} className={fills[silo]} />
          ))}
          {marks.map(({ label, cycle }) => (
            <line
              key={label}
              x1={`${cycle * 1_000n}`}
              x2={`${cycle * 1_000n}`}
              y1="0"
              y2={`${TOP}`}
              className="stroke-ink"
              strokeDasharray="5 4"
              vectorEffect="non-scaling-stroke"
            />
          ))}
        </svg>
        <span />
        <div className="flex justify-between text-muted">
          <span>{t`now`}</span>
          <span>{t`cycle ${last}`}</span>
        </div>
      </div>
      <ul aria-hidden="true" className="flex flex-wrap gap-x-4 text-muted">
        {silos.map((silo) => (
          <li key={silo} className="inline-flex items-center gap-1.5">
            <svg className="size-3">
              <rect width="100%" height="100%" className={fills[silo]} />
            </svg>
            <span>{t`Silo ${silo + 1}`}</span>
          </li>
        ))}
        {marks.map(({ label, cycle }) => (
          <li key={label}>
            <span>{t`Dashed line in cycle ${cycle}: ${label}`}</span>
          </li>
        ))}
      </ul>
    </figure>
  )
}

/** A silo's part of the stack as an area: along its top, and back along the one below. Pixels, not money. */
function areaOf(rows: readonly ScenarioCycle[], silo: 0 | 1 | 2 | 3): string {
  const height = (row: ScenarioCycle, count: number) =>
    row.fills.slice(0, count).reduce((sum, fill) => sum + min(fill, BPS), 0n)
  const point = (row: ScenarioCycle, count: number) => `${row.cycle * 1_000n},${TOP - height(row, count)}`
  return [
    ...rows.map((row) => point(row, silo + 1)),
    ...[...rows].reverse().map((row) => point(row, silo)),
  ].join(' ')
}

const percent = (bps: bigint) => displayRatio(bps, BPS, { maxFractionDigits: 0 })
const usd = (amount: bigint) => displayAmount(amount, 6, { maxFractionDigits: 0 })

const columns: readonly Column<ScenarioCycle>[] = [
  {
    header: t`Cycle`,
    isRowHeader: true,
    isNamed: true,
    cell: ({ cycle }) => (cycle === 0n ? t`Now` : `${cycle}`),
  },
  { header: 'XTZ', align: 'end', cell: ({ price }) => priceText(price) },
  ...silos.map((silo): Column<ScenarioCycle> => {
    return { header: t`Silo ${silo + 1}`, align: 'end', cell: (row) => percent(row.fills[silo]) }
  }),
  { header: t`Reserve`, align: 'end', cell: ({ ratio }) => percent(ratio) },
  { header: t`Supply`, align: 'end', cell: ({ supply }) => usd(supply) },
  { header: t`Silo 3 buys, USD`, align: 'end', cell: ({ bought }) => usd(bought) },
  { header: t`Harvest, USD`, align: 'end', cell: ({ harvest }) => usd(harvest) },
  { header: t`Dividend, USD`, align: 'end', cell: ({ dividend }) => usd(dividend) },
]

/** The picture in figures, every cycle. */
export function CycleTable({ rows }: { rows: readonly ScenarioCycle[] }) {
  return (
    <Disclosure summary={t`All ${rows.length} rows`}>
      <Table
        caption={t`Cycle by cycle`}
        isCaptionHidden
        columns={columns}
        rows={rows}
        getKey={({ cycle }) => `${cycle}`}
      />
    </Disclosure>
  )
}
