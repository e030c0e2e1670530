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
      <span className="ms-auto inline-flex flex-wrap items-baseline justify-end gap-x-1.5 text-end">
        {now === undefined ? (
          <Skeleton />
        ) : (
          <bdi className={isChanging ? 'text-muted' : 'font-medium'}>{format(now)}</bdi>
        )}
        {isChanging && (
          <>
            <Icon name="arrow" className="size-3.5 translate-y-0.5 text-muted rtl:-scale-x-100" />
            <span className="sr-only">{t`becomes`}</span>
            <bdi className="font-semibold">{format(after)}</bdi>
          </>
        )}
        {unit !== undefined && <span className="text-muted">{unit}</span>}
      </span>
    </div>
  )
}
