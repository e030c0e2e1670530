import { Button } from '../../ui/Button'
import type { ReviewState } from './review-state'
import type { Session } from './session'
import { t } from '../../words/t'

type ReviewButtonsProps = { review: ReviewState; session: Session; onDone: () => void }

/** The one thing to do next. */
export function ReviewButtons({ review, session, onDone }: ReviewButtonsProps) {
  const { stage, steps, isAtomic, canUpgrade, mayUpgrade } = review
  const next = steps[0]
  if (stage === 'done') {
    return (
      <Button variant="primary" onClick={onDone}>
        {t`Done`}
      </Button>
    )
  }
  if (stage === 'following') return <Button onClick={onDone}>{t`Continue in the background`}</Button>
  return (
    <>
      {stage === 'waiting' && <Button onClick={() => session.stopWaiting()}>{t`Stop waiting`}</Button>}
      {stage === 'ready' && (isAtomic || (canUpgrade && mayUpgrade)) && steps.length > 1 && (
        <Button onClick={() => void session.confirm('batch')}>{t`All ${steps.length} steps at once`}</Button>
      )}
      <Button variant="primary" disabled={stage !== 'ready'} onClick={() => void session.confirm('step')}>
        {next?.title ?? t`Preparing…`}
      </Button>
    </>
  )
}
