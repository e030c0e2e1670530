import { isPracticeAsked } from '../chain/practice'
import { practiceHref, practiceStateUrl } from '../chain/practice-state'
import { t } from '../words/t'

/** The way to the practice chain, where the build has one and the page is about another. */
export function TryPractice() {
  if (practiceStateUrl === undefined || isPracticeAsked()) return null
  return (
    <p className="flex flex-wrap items-center gap-x-1 text-xs text-muted">
      <a
        href={practiceHref}
        className="inline-flex min-h-11 items-center font-medium text-accent underline underline-offset-2 sm:min-h-6"
      >
        {t`Try it without a wallet`}
      </a>
      <span>{t`with made-up money, in this tab`}</span>
    </p>
  )
}
