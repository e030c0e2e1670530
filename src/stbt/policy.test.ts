import { describe, expect, it } from 'vitest'

import { WAD } from '../math/units'
import { defaultPolicy, offPolicy, parsePolicy, type Composition } from './policy'

const problemOf = (json: unknown) => {
  const result = parsePolicy(json)
  return result.isOk ? undefined : result.problem
}

describe('a policy, rules.md T18', () => {
  it('is that of 2023 where config.json says nothing', () => {
    expect(parsePolicy(undefined)).toEqual({ isOk: true, policy: defaultPolicy })
    expect(parsePolicy({ rules: 'live' })).toEqual({
      isOk: true,
      policy: { ...defaultPolicy, rules: 'live' },
    })
    expect(parsePolicy({ noteDecimals: 6 })).toEqual({
      isOk: true,
      policy: { ...defaultPolicy, noteDecimals: 6n },
    })
  })

  it('says what has moved since, and of when', () => {
    const given = { dated: 'June 2026', redemptionDays: 2, redemptionFeeBps: 0, instantUsd: 1_000_000 }
    expect(parsePolicy(given)).toEqual({
      isOk: true,
      policy: {
        ...defaultPolicy,
        dated: 'June 2026',
        redemptionDays: 2n,
        redemptionFeeRate: 0n,
        instantUsd: 1_000_000n,
      },
    })
  })

  it('has a sentence for each mistake', () => {
    expect(problemOf([])).toBe('config.json: policies.stbt must be settings in braces.')
    expect(problemOf({ feeRate: 1 })).toBe(
      'config.json: policies.stbt has a setting that does not exist: feeRate.',
    )
    expect(problemOf({ rules: 'old' })).toBe('config.json: policies.stbt.rules must be "ours" or "live".')
    expect(problemOf({ issuanceDays: 3 })).toBe('config.json: policies.stbt.dated must be a text in quotes.')
    for (const days of [-1, 61, 1.5, '4'])
      expect(problemOf({ dated: '2026', issuanceDays: days })).toBe(
        'config.json: policies.stbt.issuanceDays must be a whole number from 0 to 60.',
      )
    const holdings = [{ asset: 'gold', usd: 1 }]
    expect(problemOf({ dated: '2026', composition: { asOf: '2026-06-01', holdings } })).toBe(
      'config.json: policies.stbt.composition.holdings[0].asset must be one of bills, repos, cash, other.',
    )
    expect(problemOf({ dated: '2026', composition: { asOf: 'June', holdings: [] } })).toBe(
      'config.json: policies.stbt.composition.asOf must be a date like "2026-06-01".',
    )
  })
})

describe('a composition against it, rules.md T17', () => {
  const composition: Composition = { asOf: 20_000n, holdings: [] }
  const bill = (matures: bigint | undefined) =>
    offPolicy({ asset: 'bills', name: '', usd: WAD, matures }, composition, defaultPolicy)

  it('allows bills up to the longest, that day included', () => {
    expect(bill(20_183n)).toBeUndefined()
    expect(bill(20_184n)).toBe('Runs longer than 183 days')
    expect(bill(undefined)).toBe('No maturity is told')
  })

  it('allows repos and cash, and nothing else', () => {
    const of = (asset: 'repos' | 'cash' | 'other') =>
      offPolicy({ asset, name: '', usd: WAD, matures: undefined }, composition, defaultPolicy)
    expect([of('repos'), of('cash')]).toEqual([undefined, undefined])
    expect(of('other')).toBe('Not among the assets that the policy names')
  })
})
