import { describe, expect, it } from 'vitest'

import * as plans from './plans'
import { context } from './sample-plans'
import type { MintTerms } from './view'

const live: plans.PlanContext = { ...context, kind: 'gToken' }
const terms: MintTerms = {
  lockSeconds: 1_209_600n,
  discountP: 10n ** 18n,
  assets: 1_000_000_000n,
  discount: 10_000_000n,
  shares: 1_032_988_537n,
  paidPrice: undefined,
}
const bounds: plans.Bounds = { slippageBps: 10n, deadline: 1_800_000_000n, isStreaming: false }
const minting: plans.MintOptions = { assetsSent: terms.assets, bounds, needsRenewal: false }
const paid = { assets: 500n, arrives: 500n, to: live.account, bounds }
const made = (who: plans.PlanContext) => ({
  mint: plans.mint(who, terms, minting),
  lockMint: plans.lockMint(who, terms, minting),
  request: plans.request(who, 7n, 3n, bounds.deadline),
  redeem: plans.redeem(who, 7n, paid),
})

describe('a GToken takes no bounds', () => {
  it.each(Object.entries(made(live)))('%s guarantees nothing, and says of what', (_name, plan) => {
    expect(plan.bounds).toEqual([])
    expect(plan.acts.at(-1)?.unbounded).toBeDefined()
  })
  it.each([
    ['mint', 'mUSDT minted', terms.shares],
    ['lockMint', 'mUSDT locked', terms.shares],
    ['request', 'Redeemable in epoch', 3n],
    ['redeem', 'DAI paid out', 500n],
  ] as const)('%s names the figure', (name, label, expected) => {
    expect(made(live)[name].acts.at(-1)?.unbounded).toMatchObject({ label, expected })
  })
  it('takes a request for another epoch as made', () => {
    const [act] = made(live).request.acts
    expect(act?.effect.args).not.toHaveProperty('unlockEpoch')
    expect(act?.rehearsed?.args).toMatchObject({ unlockEpoch: 3n })
  })
})

describe('our vault', () => {
  it.each(Object.entries(made(context)))('bounds %s', (_name, plan) => {
    expect(plan.bounds.length).toBeGreaterThan(0)
    expect(plan.acts.at(-1)?.unbounded).toBeUndefined()
  })
  it('bounds what it pays, which is before Tether’s fee', () => {
    const plan = plans.redeem(context, 7n, { ...paid, arrives: 499n })
    expect(plan.bounds[0]?.label).toBe('DAI paid out before Tether’s fee, at least')
  })
})
