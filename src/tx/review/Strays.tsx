import { maxUint256 } from 'viem'

import { exactText } from '../../math/amount'
import { Button } from '../../ui/Button'
import { Callout } from '../../ui/Callout'
import type { Engine } from '../engine'
import { revoke } from '../plan/revoke'
import type { ReviewState } from './review-state'
import type { Stray } from './strays'
import { t } from '../../words/t'

/** What the wallet approved otherwise than asked, and how to take it back. trust.md D11 */
export function Strays({ review, engine }: { review: ReviewState; engine: Engine }) {
  const { strays = [], plan, stage } = review
  const isBusy = stage === 'checking' || stage === 'waiting' || stage === 'following'
  return strays.map((stray) => {
    const { token, spender, sentence, spending, standing } = stray
    const takeBack = () => {
      if (!spending) return
      const { chainId, account, restsOn } = plan
      engine.closeReview()
      engine.start(revoke(chainId, account, { ...spending, restsOn }))
    }
    return (
      <Callout
        key={`${token} ${spender}`}
        tone="warn"
        title={t`The wallet changed the approval`}
        action={
          spending &&
          standing !== 0n && (
            <Button size="small" disabled={isBusy} onClick={takeBack}>
              {t`Take it back`}
            </Button>
          )
        }
      >
        <p className="break-words">
          {sentence} {standingText(stray)}
        </p>
      </Callout>
    )
  })
}

function standingText({ amount, standing, spending, isLess }: Stray): string {
  if (standing === undefined) return t`Whether it is still in force could not be read.`
  if (standing === 0n) return t`It is no longer in force.`
  if (isLess) return ''
  if (!spending) return t`Take it back in the wallet, or among the approvals on the Activity page.`
  const isWhole = standing === amount || standing > maxUint256 / 2n
  return isWhole ? t`It is in force.` : t`${exactText(standing, spending.token)} of it is in force.`
}
