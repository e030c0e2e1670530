import { displayAmount } from '../math/amount'
import { USDT_DECIMALS, usdt } from '../math/tether'
import { classes } from '../ui/classes'
import { PartKey, PartsBar } from '../ui/PartsBar'
import { barPercent } from '../ui/percent'

type Kind = 'back' | 'upfront' | 'mstr' | 'btc' | 'lost'

export type OutcomePart = { readonly kind: Kind; readonly label: string; readonly value: bigint }

/** One future of a stake, and where its USDT would be. */
export type OutcomeRow = {
  readonly title: string
  readonly meaning: string
  /** What one would have, without what is lost. */
  readonly totalUsdt: bigint
  readonly parts: readonly OutcomePart[]
}

const fills: Readonly<Record<Kind, string>> = {
  back: 'bg-muted/55',
  upfront: 'bg-accent',
  mstr: 'bg-accent/45',
  btc: 'bg-hatch text-accent',
  lost: 'bg-hatch text-danger',
}

/** Several futures on one scale, with a line at the stake. USDT, 6 decimals. */
export function OutcomeBars({ stakeUsdt, rows }: { stakeUsdt: bigint; rows: readonly OutcomeRow[] }) {
  const longest = rows.reduce((most, { totalUsdt }) => (totalUsdt > most ? totalUsdt : most), stakeUsdt)
  return (
    <div className="divide-y divide-line">
      {rows.map((row) => (
        <Row key={row.title} row={row} stakeUsdt={stakeUsdt} length={longest} />
      ))}
    </div>
  )
}

function Row({ row, stakeUsdt, length }: { row: OutcomeRow; stakeUsdt: bigint; length: bigint }) {
  const change = row.totalUsdt - stakeUsdt
  const parts = row.parts.filter(({ value }) => value > 0n)
  return (
    <section aria-label={row.title} className="grid gap-2 py-3 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <div className="min-w-48 flex-1">
          <h3 className="font-semibold">{row.title}</h3>
          <p className="text-xs text-muted">{row.meaning}</p>
        </div>
        <p translate="no" className="flex items-baseline gap-2">
          <span className="text-xl font-semibold">{displayAmount(row.totalUsdt, USDT_DECIMALS)}</span>
          <bdi className={classes('text-sm', change < 0n ? 'text-danger' : 'text-success')}>
            {change < 0n ? '' : '+'}
            {displayAmount(change, USDT_DECIMALS)}
          </bdi>
        </p>
      </div>
      <div aria-hidden="true" dir="ltr" className="relative forced-color-adjust-none">
        <PartsBar
          className="h-5"
          whole={length}
          parts={parts.map(({ kind, value }) => ({ key: kind, amount: value, fill: fills[kind] }))}
        />
        <div
          className="absolute -inset-y-1.5 w-0.5 -translate-x-full bg-ink"
          style={{ left: barPercent(stakeUsdt, length) }}
        />
      </div>
      <dl className="flex flex-wrap gap-x-5 gap-y-1 text-xs">
        {parts.map(({ kind, label, value }) => (
          <div key={kind} className="flex items-center gap-1.5">
            <dt className="flex items-center gap-1.5 text-muted">
              <PartKey fill={fills[kind]} />
              {label}
            </dt>
            <dd className="font-medium">
              <bdi>{usdt(value)}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
