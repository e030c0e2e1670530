import { useId } from 'react'

import type { ReviewState } from './review-state'
import { Section } from './Section'
import type { Session } from './session'
import { t } from '../../words/t'

type UpgradeChoiceProps = { review: ReviewState; session: Session; chainName: string }

/** All steps at once, where the wallet would have to change what the account is (EIP-7702). trust.md X6 */
export function UpgradeChoice({ review, session, chainName }: UpgradeChoiceProps) {
  const id = useId()
  const { canUpgrade, mayUpgrade, steps, stage } = review
  if (!canUpgrade || steps.length < 2) return null
  return (
    <Section title={t`All steps at once`}>
      <label className="flex min-h-9 items-center gap-2">
        <input
          type="checkbox"
          className="shrink-0"
          aria-describedby={id}
          checked={mayUpgrade}
          disabled={stage === 'checking' || stage === 'waiting' || stage === 'following'}
          onChange={(event) => session.setMayUpgrade(event.target.checked)}
        />
        {t`Let my wallet turn this account into a smart account`}
      </label>
      <p id={id} className="text-xs text-muted">
        {t`Your wallet can do all ${steps.length} steps in one transaction if it first makes the account run code of the wallet’s choice (EIP-7702). That code then has a say over everything the account holds on ${chainName}, also after this. Taking it back needs another transaction, and not every wallet offers it. Without it you sign one step after the other.`}
      </p>
    </Section>
  )
}
