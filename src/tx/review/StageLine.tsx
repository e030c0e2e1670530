import type { Address } from 'viem'

import type { ReviewState } from './review-state'
import { stageSentence } from './stage-sentence'

type StageLineProps = { review: ReviewState; account: Address | undefined; blockNumber: bigint | undefined }

/** Where the review stands, in one sentence that is also spoken: the page's own live region is behind this dialog. */
export function StageLine({ review, account, blockNumber }: StageLineProps) {
  return (
    <p role="status" translate="no" className="text-muted">
      {stageSentence(review, account, blockNumber)}
    </p>
  )
}
