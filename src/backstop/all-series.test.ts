import { describe, expect, it } from 'vitest'

import { balanceOf, maturitiesAhead, sumOf } from './all-series'
import { known, seriesWith, stateIn, terms, unknown, usdtOf } from './test-series'

const one = (...state: Parameters<typeof stateIn>) => seriesWith(known(stateIn(...state)), undefined)

describe('assets against liabilities of a series (rules.md B6, B11, B15)', () => {
  it('in tenor: the ledger repays first, the stake the rest, and both sides are alike', () => {
    const state = {
      outstandingUsdt: usdtOf(500_000n),
      ledgerUsdt: usdtOf(200_000n),
      requiredUsdt: usdtOf(300_000n),
      withdrawnUsdt: usdtOf(100_000n),
    }
    expect(balanceOf(one('Tenor', state), known(usdtOf(900_000n)))).toEqual({
      stakedUsdt: usdtOf(1_000_000n),
      requiredUsdt: usdtOf(300_000n),
      releasedUsdt: usdtOf(700_000n),
      outstandingUsdt: usdtOf(500_000n),
      fromLedgerUsdt: usdtOf(200_000n),
      fromStakeUsdt: usdtOf(300_000n),
      assetsUsdt: usdtOf(1_100_000n),
      liabilitiesUsdt: usdtOf(1_100_000n),
    })
  })

  it('settled: what was used is the Notes’ for good, also while they are redeemed', () => {
    const state = {
      outstandingUsdt: usdtOf(100_000n),
      ledgerUsdt: 0n,
      requiredUsdt: usdtOf(300_000n),
      withdrawnUsdt: usdtOf(700_000n),
    }
    const balance = balanceOf(one('Settled', state), known(usdtOf(100_000n)))
    expect(balance.assetsUsdt).toBe(usdtOf(100_000n))
    expect(balance.liabilitiesUsdt).toBe(usdtOf(100_000n))
  })

  it('takes nothing unknown for 0, and no sum over it for a sum', () => {
    const blind = balanceOf(one('Tenor'), unknown('no answer'))
    expect(blind.assetsUsdt).toBeUndefined()
    expect(blind.liabilitiesUsdt).toBe(usdtOf(1_000_000n))
    const whole = balanceOf(one('Tenor'), known(7n))
    expect(sumOf([whole, blind], 'assetsUsdt')).toBeUndefined()
    expect(sumOf([whole, blind], 'stakedUsdt')).toBe(usdtOf(2_000_000n))
    expect(balanceOf(seriesWith(unknown('no answer'), undefined), known(7n)).assetsUsdt).toBeUndefined()
  })
})

it('lets Notes mature one series after the other', () => {
  const at = (maturity: bigint, ...state: Parameters<typeof stateIn>) => ({
    ...one(...state),
    terms: { ...terms, maturity },
  })
  const ahead = maturitiesAhead(
    [
      at(30n, 'Tenor', { outstandingUsdt: 5n, ledgerUsdt: 1n }),
      at(20n, 'Tenor', { outstandingUsdt: 7n }),
      at(5n, 'Matured', { outstandingUsdt: 11n }),
      at(40n, 'Settled', { outstandingUsdt: 13n }),
      at(50n, 'Staking'),
    ],
    10n,
  )
  expect(ahead.notes).toEqual([
    { x: 10n, y: 23n },
    { x: 20n, y: 5n },
    { x: 30n, y: 0n },
  ])
  expect(ahead.ledgers.map(({ y }) => y)).toEqual([1n, 1n, 0n])
})
