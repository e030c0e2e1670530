import { maxUint256 } from 'viem'

import { exactText } from '../../math/amount'
import { Callout } from '../../ui/Callout'
import type { Spending } from '../plan/plan'
import type { ReviewState } from './review-state'
import type { Session } from './session'
import { allowanceKey } from '../plan/steps'
import { Section } from './Section'
import { t } from '../../words/t'

/** Who may spend what, before and after; wider than needed only by choice. trust.md D11 */
export function AllowanceLines({ review, session }: { review: ReviewState; session: Session }) {
  const { rehearsal, steps, width, stage } = review
  const needsApproval = steps.some(({ kind }) => kind === 'approve')
  const allowances = rehearsal?.allowances ?? []
  if (allowances.length === 0 && !needsApproval) return null
  return (
    <Section title={t`Allowance`}>
      {allowances.map(({ spending, before, after }) => (
        <p key={allowanceKey(spending)}>
          {t`${spending.spenderLabel} may spend ${text(spending, before)} now, ${text(spending, after)} afterwards.`}
        </p>
      ))}
      {needsApproval && (
        <label className="flex min-h-9 items-center gap-2">
          <input
            type="checkbox"
            checked={width === 'unlimited'}
            disabled={stage === 'checking' || stage === 'waiting' || stage === 'following'}
            onChange={(event) => void session.setWidth(event.target.checked ? 'unlimited' : 'exact')}
          />
          {t`Approve without a limit, to sign fewer approvals later`}
        </label>
      )}
      {width === 'unlimited' && (
        <Callout tone="warn" title={t`Wider than needed`}>
          {t`Without a limit, a bug in the contract could let it take all of this token that you ever hold in this account. The exact amount is safer.`}
        </Callout>
      )}
    </Section>
  )
}

function text({ token }: Spending, amount: bigint): string {
  if (amount > maxUint256 / 2n) return t`unlimited ${token.symbol}`
  return exactText(amount, token)
}
