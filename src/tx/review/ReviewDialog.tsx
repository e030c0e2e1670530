import { useSyncExternalStore } from 'react'

import { Dialog } from '../../ui/Dialog'
import type { Engine } from '../engine'
import { AllowanceLines } from './AllowanceLines'
import { CallDetails } from './CallDetails'
import { ChangeLines } from './ChangeLines'
import { Parties } from './Parties'
import { Confirmed } from './Confirmed'
import { ProblemCallout } from './ProblemCallout'
import { ReviewButtons } from './ReviewButtons'
import { Section } from './Section'
import { StageLine } from './StageLine'
import { Strays } from './Strays'
import { StepList } from './StepList'
import { UpgradeChoice } from './UpgradeChoice'
import { t } from '../../words/t'

/** What a plan will do, shown before the wallet opens and until the chain has done it. trust.md D32 */
export default function ReviewDialog({ engine }: { engine: Engine }) {
  const { review, account } = useSyncExternalStore(engine.subscribe, engine.getView)
  const session = engine.getSession()
  if (!review || !session) return null
  const { plan, steps, rehearsal, stage } = review
  const isOver = stage === 'done'
  return (
    <Dialog
      isOpen
      title={plan.title}
      onClose={() => engine.closeReview()}
      footer={<ReviewButtons review={review} session={session} onDone={() => engine.closeReview()} />}
    >
      <div className="grid gap-5 text-sm">
        <StageLine review={review} account={account} blockNumber={rehearsal?.blockNumber} />
        <Strays review={review} engine={engine} />
        <ProblemCallout review={review} session={session} />
        <StepList review={review} explorerUrl={engine.network.explorerUrl} />
        {isOver && plan.afterwards && (
          <Section title={t`What is different now`}>
            {plan.afterwards.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </Section>
        )}
        {!isOver && (
          <>
            <ChangeLines plan={plan} rehearsal={rehearsal} />
            <AllowanceLines review={review} session={session} />
            <UpgradeChoice review={review} session={session} chainName={engine.network.name} />
            <Parties plan={plan} explorerUrl={engine.network.explorerUrl} />
            <Confirmed confirmation={review.confirmation} shown={review.shown} />
            <CallDetails plan={plan} steps={steps} />
          </>
        )}
      </div>
    </Dialog>
  )
}
