import { Skeleton } from './Skeleton'
import { t } from '../words/t'

/** What a page shows until its first figures are there. */
export function PageLoading() {
  return (
    <div role="status" className="grid gap-4">
      <span className="sr-only">{t`Reading the chain`}</span>
      <Skeleton className="h-20 w-full rounded-lg" />
      <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Skeleton className="h-64 w-full rounded-lg" />
        <Skeleton className="h-64 w-full rounded-lg" />
      </div>
    </div>
  )
}
