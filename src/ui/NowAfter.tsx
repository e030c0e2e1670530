import { Icon } from './Icon'
import { Skeleton } from './Skeleton'
import { t } from '../words/t'

type NowAfterProps = {
  label: string
  /** Undefined while unknown. */
  now: bigint | undefined
  /** Undefined when there is nothing to preview. */
  after: bigint | undefined
  format: (value: bigint) => string
  unit?: string
  hint?: string
}

/** One line of a preview: what a number is now and what it will be. */
export function NowAfter({ label, now, after, format, unit, hint }: NowAfterProps) {
  const isChanging = now !== undefined && after !== undefined && after !== now
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5 py-1.5 text-sm">
      <span className="text-muted">
        {label}
        {hint !== undefined && <span className="block text-xs">{hint}</span>}
      </span>
      <span className="ml-auto inline-flex flex-wrap items-baseline justify-end gap-x-1.5 text-right">
        {now === undefined ? (
          <Skeleton />
        ) : (
          <span className={isChanging ? 'text-muted' : 'font-medium'}>{format(now)}</span>
        )}
        {isChanging && (
          <>
            <Icon name="arrow" className="size-3.5 translate-y-0.5 text-muted" />
            <span className="sr-only">{t`becomes`}</span>
            <span className="font-semibold">{format(after)}</span>
          </>
        )}
        {unit !== undefined && <span className="text-muted">{unit}</span>}
      </span>
    </div>
  )
}
