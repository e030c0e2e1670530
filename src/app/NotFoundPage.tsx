import { Link } from 'wouter'
import { EmptyState } from '../ui/EmptyState'
import { PageHeader } from '../ui/PageHeader'
import { t } from '../words/t'

export default function NotFoundPage() {
  return (
    <>
      <PageHeader title={t`Page not found`} />
      <EmptyState
        title={t`There is nothing at this address`}
        action={
          <Link href="/" className="text-accent underline underline-offset-2">
            {t`Go to the overview`}
          </Link>
        }
      >
        {t`The link may be old, or a letter may be missing.`}
      </EmptyState>
    </>
  )
}
