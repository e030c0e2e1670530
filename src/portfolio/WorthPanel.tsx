import type { ReactNode } from 'react'

import { useChainSeconds } from '../chain/use-block'
import { displayAmount } from '../math/amount'
import { Badge } from '../ui/Badge'
import { PartKey, PartsBar } from '../ui/PartsBar'
import type { Group, NetWorth } from './net-worth'
import { centsText, listText, pricesText } from '../system/worth-text'
import { t } from '../words/t'

type WorthPanelProps = {
  worth: NetWorth
  /** Whose: "0x7099…79C8", "3 addresses". */
  of: string
  children?: ReactNode
}

/** What everything is worth, of what that is made, and what is not in it. */
export function WorthPanel({ worth, of, children }: WorthPanelProps) {
  const { cents, isComplete, groups, prices, notCounted } = worth
  const now = useChainSeconds()
  const isNothingKnown = cents === 0n && !isComplete
  return (
    <section aria-label={t`Net worth`} className="grid gap-3 rounded-lg border bg-surface p-edge">
      <div>
        <p className="text-xs text-muted">{t`Net worth of ${of}`}</p>
        <p className="flex flex-wrap items-baseline gap-x-2" translate="no">
          <span className="min-w-0 text-4xl font-semibold tracking-tight wrap-anywhere lg:text-[2.75rem]">
            {isNothingKnown ? t`Not known` : centsText(cents)}
          </span>
          {!isNothingKnown && <span className="text-lg text-muted">USD</span>}
          {!isComplete && <Badge tone="warn">{t`Incomplete`}</Badge>}
        </p>
      </div>
      {groups.length > 0 && <Bar groups={groups} whole={cents} />}
      <div className="grid gap-1 text-xs text-muted">
        {(!isComplete || notCounted.length > 0) && (
          <p className="text-ink">
            {!isComplete && <span>{t`What could not be read is missing in the sum.`} </span>}
            {notCounted.length > 0 && <span>{t`Not counted: ${listText(notCounted)}.`}</span>}
          </p>
        )}
        <p>{pricesText(prices, now)}</p>
      </div>
      {children}
    </section>
  )
}

/** One after the other; no two neighbours are told apart by colour alone. */
const fills = [
  'bg-accent',
  'bg-hatch text-accent',
  'bg-accent/50',
  'bg-hatch text-muted',
  'bg-muted/55',
  'bg-ink',
  'bg-hatch text-ink',
] as const
const fillAt = (index: number) => fills[index % fills.length] ?? fills[0]

/** The parts as one bar; its legend has the figures, in the same order. */
function Bar({ groups, whole }: { groups: readonly Group[]; whole: bigint }) {
  return (
    <div className="grid gap-2">
      <PartsBar
        className="h-2.5 gap-px"
        whole={whole}
        parts={groups.map(({ name, cents }, index) => ({ key: name, amount: cents, fill: fillAt(index) }))}
      />
      <dl className="grid grid-cols-2 gap-x-5 gap-y-1 text-sm sm:flex sm:flex-wrap">
        {groups.map(({ name, cents }, index) => (
          <div key={name} className="flex flex-wrap items-baseline gap-x-2">
            <PartKey fill={fillAt(index)} />
            <dt className="text-muted">{name}</dt>
            <dd className="max-sm:ms-auto" translate="no">
              {displayAmount(cents / 100n, 0)}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
