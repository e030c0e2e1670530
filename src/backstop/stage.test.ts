import { describe, expect, it } from 'vitest'

import { lockedMeaning, stageOf } from './stage'
import { stateIn } from './test-series'

const terms = { stakingOpen: 100n, stakingClose: 200n, saleOpen: 300n, saleClose: 400n, maturity: 900n }

describe('the phase of the sale is three things to a person', () => {
  it.each([
    [200n, 'Staking closed', { label: 'Sale opens', at: 300n }],
    [299n, 'Staking closed', { label: 'Sale opens', at: 300n }],
    [300n, 'Sale', { label: 'Sale closes', at: 400n }],
    [399n, 'Sale', { label: 'Sale closes', at: 400n }],
    [400n, 'Sale ended', { label: 'To be finalized' }],
    // Nobody has finalized it, long after the bond was due.
    [1_000n, 'Sale ended', { label: 'To be finalized' }],
  ])('at %s', (now, label, next) => {
    expect(stageOf(terms, stateIn('Sale'), now)).toMatchObject({ label, next })
  })

  it('says that Notes are being sold only while they are', () => {
    const isSaid = (now: bigint) => /being sold/.test(stageOf(terms, stateIn('Sale'), now).meaning)
    expect([250n, 350n, 450n].map(isSaid)).toEqual([false, true, false])
  })
})

it.each([
  ['Announced', { label: 'Staking opens', at: 100n }],
  ['Staking', { label: 'Staking closes', at: 200n }],
  ['Tenor', { label: 'Matures', at: 900n }],
  ['Matured', { label: 'To be settled' }],
  ['Settled', undefined],
  ['Cancelled', undefined],
] as const)('%s is what the contract says, and what comes next', (phase, next) => {
  const stage = stageOf(terms, stateIn(phase), 0n)
  expect(stage.label).toBe(phase)
  expect(stage.next).toEqual(next)
})

it('says of a settled series that its Notes are being repaid, not that they are: some are outstanding', () => {
  const { meaning } = stageOf(terms, stateIn('Settled'), 0n)
  expect(meaning).toContain('repaid as their holders redeem them')
  expect(meaning).not.toMatch(/Notes are paid/)
})

it('says that a stake backs the Notes only once there are some', () => {
  const backing = Object.entries(lockedMeaning).filter(([, meaning]) => meaning.startsWith('Backs the Notes'))
  expect(backing.map(([phase]) => phase)).toEqual(['Tenor', 'Matured'])
})
