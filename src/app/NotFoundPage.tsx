import { Link } from 'wouter'
import { EmptyState } from '../ui/EmptyState'
import { PageHeader } from '../ui/PageHeader'

export function NotFoundPage() {
  return (
    <>
      <PageHeader title="Page not found" />
      <EmptyState
        title="There is nothing at this address"
        action={
          <Link href="/" className="text-accent underline underline-offset-2">
            Go to the overview
          </Link>
        }
      >
        The link may be old, or a letter may be missing.
      </EmptyState>
    </>
  )
}
