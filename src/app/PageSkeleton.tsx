import { Skeleton } from '../ui/Skeleton'
import { t } from '../words/t'

export function PageSkeleton() {
  return (
    <div role="status" className="grid gap-5">
      <span className="sr-only">{t`Loading the page`}</span>
      <Skeleton className="h-8 w-48" />
      <Skeleton className="h-24 w-full rounded-lg" />
      <Skeleton className="h-64 w-full rounded-lg" />
    </div>
  )
}
