import { expect, it } from 'vitest'

import { explainError } from '../explain/errors'
import { me, samplePlan } from '../testing/sample-plan'
import type { ReviewState } from './review-state'
import { stageSentence } from './stage-sentence'

const ready = (couldNotKnow: readonly string[]): ReviewState => ({
  plan: samplePlan,
  stage: 'ready',
  steps: [],
  entries: [],
  width: 'exact',
  isAtomic: false,
  canUpgrade: false,
  takesGas: false,
  mayUpgrade: false,
  rehearsal: {
    blockNumber: 7n,
    changes: [],
    allowances: [],
    stepGas: [],
    feeWei: undefined,
    problems: [],
    couldNotKnow,
  },
})

it('says "exactly this" only where everything was rehearsed (trust.md D45)', () => {
  expect(stageSentence(ready([]), me, 7n)).toBe('Rehearsed on block 7: it does exactly this.')
  const inPart = stageSentence(ready(['This node cannot rehearse a whole sequence.']), me, 7n)
  expect(inPart).toContain('only in part')
  expect(inPart).not.toContain('exactly')
})

it('says after one’s own refusal that it is not signed, not that something is wrong', () => {
  const problem = explainError({ code: 4001 }, { doing: 'Sending' })
  const refused: ReviewState = { ...ready([]), stage: 'blocked', problem }
  expect(stageSentence(refused, me, 7n)).toBe('Not signed.')
})
