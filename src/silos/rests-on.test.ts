import { decodeFunctionResult } from 'viem'
import { describe, expect, it } from 'vitest'

import type { Fact, Plan } from '../tx/plan/plan'
import { expectedAnswer } from '../tx/plan/rests-on'
import { samplePlans } from './sample-plans'

const factsOf = ({ restsOn }: Plan) =>
  restsOn.filter((fact): fact is Extract<Fact, { kind: 'answer' }> => fact.kind === 'answer')
const asked = (plan: Plan) => factsOf(plan).map(({ functionName, args }) => [functionName, ...args])

describe('what a second source has to confirm (trust.md D38)', () => {
  it.each([
    ['vote', samplePlans.vote],
    ['execute', samplePlans.execute],
    ['applyChange', samplePlans.applyChange],
    ['proposeCancel', samplePlans.proposeCancel],
  ])('of %s is all that the proposal says', (_name, plan) => {
    expect(asked(plan)).toEqual([['proposal', 1n]])
    const [fact] = plan.restsOn
    expect(fact?.means).toBe('Proposal 1, with 30 for it, says: Cancel change 7')
  })

  it('of replenishing are the books that the page showed', () => {
    expect(asked(samplePlans.replenish)).toEqual([['books']])
    expect(samplePlans.replenish.restsOn[0]?.means).toBe(
      'Silo 2 holds 0 XTZ, and Silo 3 has 0 USDC to buy for it',
    )
  })

  it('of other trustees is the list that was changed', () => {
    expect(asked(samplePlans.proposeWeights)).toEqual([['weightSet'], ['trusteesOf', 1n]])
  })

  it('of a distribution is whom it goes to: the trustees of now, and the ecosystem’s address', () => {
    expect(asked(samplePlans.proposeDistribution)).toEqual([
      ['weightSet'],
      ['trusteesOf', 1n],
      ['valueOf', 17],
    ])
  })

  it('of another value is the one of now', () => {
    expect(asked(samplePlans.proposeParameter)).toEqual([['valueOf', 0]])
    expect(samplePlans.proposeParameter.restsOn[0]?.means).toBe(
      '“Supply from which both keys are needed” is 0.000002 USDtz now',
    )
  })

  it('is nothing where every argument is the person’s own', () => {
    for (const plan of [samplePlans.proposeCover, samplePlans.proposeHandOver])
      expect(plan.restsOn).toEqual([])
  })

  it.each(Object.entries(samplePlans))('of %s can be compared with what a node answers', (_name, plan) => {
    for (const fact of factsOf(plan)) {
      const { abi, functionName, expects } = fact
      const data = expectedAnswer(fact)
      expect(decodeFunctionResult({ abi, functionName, data })).toEqual(expects)
    }
  })
})
