import { Button } from '../../ui/Button'
import { Callout } from '../../ui/Callout'
import { CopyButton } from '../../ui/CopyButton'
import type { Status } from '../follow/machine'
import type { ReviewState } from './review-state'
import type { Session } from './session'
import { rich } from '../../words/rich'
import { t } from '../../words/t'

/** Nothing more may come of these, as far as anybody can tell but the person. */
const mayBeClosed: readonly Status[] = ['unknown', 'waiting', 'dropped', 'replaced', 'cancelled']

/** Why the wallet is not asked or what went wrong, and what can be done; never a dead end. trust.md D7 */
export function ProblemCallout({ review, session }: { review: ReviewState; session: Session }) {
  const { stage, problem, rehearsal, openRequest } = review
  if (stage !== 'blocked') return null
  const problems = problem ? [problem] : (rehearsal?.problems ?? [])
  const mayAskAgain = openRequest && mayBeClosed.includes(openRequest.status)
  return (
    <div role="alert" className="grid gap-2">
      {problems.map(({ title, detail, action, raw, isRefusal }) => (
        <Callout
          key={`${title} ${detail}`}
          tone={openRequest ? 'warn' : isRefusal ? 'info' : 'danger'}
          title={title}
          action={
            <>
              <Button size="small" onClick={() => void session.prepare()}>
                {t`Try again`}
              </Button>
              {mayAskAgain && (
                <Button size="small" variant="danger" onClick={() => void session.askAgain()}>
                  {t`I closed it in my wallet; ask again`}
                </Button>
              )}
              <span className="inline-flex items-center gap-1 text-xs">
                {rich`Copy details ${(<CopyButton text={raw} label={t`Copy details`} />)}`}
              </span>
            </>
          }
        >
          <p>
            {detail} {action}
          </p>
        </Callout>
      ))}
    </div>
  )
}
