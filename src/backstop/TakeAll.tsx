import type { ReactNode } from 'react'

import { ActionButton } from '../ui/ActionButton'
import { Badge } from '../ui/Badge'
import type { Gate } from '../ui/gate'
import { inRow, plural, t } from '../words/t'

type TakeAllProps = {
  /** Of the sum ("You can claim now"). */
  label: string
  /** The sum in words, asset by asset; empty: nothing. */
  parts: readonly string[]
  /** False where something that belongs to the sum is not known. */
  isComplete: boolean
  /** Of a series alone its own button is enough. */
  action?: {
    readonly label: string
    /** Of so many transactions. */
    readonly count: number
    readonly gates: readonly Gate[]
    readonly onPress: () => void
  }
  /** What is not in the sum, or where it stands. */
  children?: ReactNode
}

/** One number first, its other parts beside it, and one plan that takes all of it. */
export function TakeAll({ label, parts, isComplete, action, children }: TakeAllProps) {
  const [first = '0 USDT', ...rest] = parts
  const [, amount = first, unit = ''] = /^(\S*\d) (.+)$/.exec(first) ?? []
  return (
    <section
      aria-label={label}
      className="grid items-center gap-4 rounded-lg border bg-surface p-edge lg:grid-cols-[minmax(0,1fr)_20rem]"
    >
      <div className="grid min-w-0 gap-2" translate="no">
        <div role="group" aria-label={label}>
          <p aria-hidden="true" className="text-xs text-muted">
            {label}
          </p>
          <p className="flex flex-wrap items-baseline gap-x-2 text-4xl leading-tight font-semibold tracking-tight sm:text-[2.75rem]">
            <span className="min-w-0 wrap-anywhere">{amount}</span>{' '}
            <span className="text-base font-normal tracking-normal text-muted">{unit}</span>
            {!isComplete && <Badge tone="warn">{t`Incomplete`}</Badge>}
          </p>
          {rest.length > 0 && <p className="font-medium">{t`and ${inRow(rest)}`}</p>}
        </div>
        {children}
      </div>
      {action && (
        <div className="grid gap-1.5">
          <ActionButton
            label={action.count === 0 ? action.label : `${action.label} · ${confirmations(action.count)}`}
            gates={action.gates}
            onPress={action.onPress}
          />
          {action.count > 1 && (
            <p className="text-xs text-muted">
              {t`Your wallet asks for one after the other, or only once if it can bundle them.`}
            </p>
          )}
        </div>
      )}
    </section>
  )
}

function confirmations(count: number): string {
  return plural(count, '{n} confirmation', '{n} confirmations')
}
