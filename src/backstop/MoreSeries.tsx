import { Button } from '../ui/Button'
import { SERIES_AT_ONCE } from './snapshot'
import { t } from '../words/t'

type MoreSeriesProps = {
  shown: number
  of: number
  /** Since when those that are not shown are as they are here. */
  othersSince: bigint | undefined
  onMore: () => void
}

/** The way to the rest of a long list, and how old the rest is. */
export default function MoreSeries({ shown, of, othersSince, onMore }: MoreSeriesProps) {
  const more = of - shown
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-muted">
      <Button size="small" onClick={onMore}>
        {t`Show ${more < SERIES_AT_ONCE ? more : SERIES_AT_ONCE} more of ${of}`}
      </Button>
      {othersSince !== undefined && (
        <span>{t`Series that are not shown, and their part of sums, are as of block ${`${othersSince}`} or later.`}</span>
      )}
    </div>
  )
}
