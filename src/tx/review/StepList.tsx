import { Badge } from '../../ui/Badge'
import { statusWords } from '../follow/status-words'
import type { ReviewState } from './review-state'
import { Section } from './Section'
import { TransactionLink } from '../follow/TransactionLink'
import { t } from '../../words/t'

/** The transactions of this review: those that were asked for, then those still to sign. */
export function StepList({ review, explorerUrl }: { review: ReviewState; explorerUrl: string | undefined }) {
  const { entries, steps, stage, plan } = review
  const isInHand = stage === 'waiting' || stage === 'following'
  const todo = isInHand ? steps.slice(1) : stage === 'done' ? [] : steps
  return (
    <Section title={t`Steps`}>
      <ol className="grid gap-1.5">
        {entries.map((entry) => {
          const { word, tone } = statusWords(entry)
          return (
            <li key={entry.id} className="flex flex-wrap items-center justify-between gap-2">
              <span>
                {entry.stepTitle} <TransactionLink hash={entry.hash} explorerUrl={explorerUrl} />
              </span>
              <Badge tone={tone}>{word}</Badge>
            </li>
          )
        })}
        {todo.map((step, index) => (
          <li key={`${step.actIndex} ${step.kind}`} className="flex items-center justify-between gap-2">
            <span>{step.title}</span>
            <Badge>{index === 0 && !isInHand ? t`Next` : t`Later`}</Badge>
          </li>
        ))}
        {steps.length === 0 && entries.length === 0 && (
          <li className="text-muted">{t`Asking the chain which steps are needed…`}</li>
        )}
      </ol>
      {plan.goesOn && steps.length > 1 && (
        <p className="text-xs text-muted">
          {t`Once one is done, your wallet is asked for the next by itself. Closing this stops it.`}
        </p>
      )}
    </Section>
  )
}
