import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  BTC_UNIT as BTC,
  capacityDown,
  MSTR_UNIT as MSTR,
  poolShareAfterDown,
  proRataDown,
  requiredForUp,
  saleLimitDown,
  upfrontUsdtDown,
  warrantCountDown,
} from './backstop'
import { claimableDown, entitlementDown, requiredAfterUp } from './backstop-release'
import {
  assetToUsdtDown,
  usdtToAssetDown,
  compensation,
  reservedMstrDown,
  settlement,
} from './backstop-settlement'
import { warrantAllocation, warrantFraction, warrantOrder, type Staker } from './backstop-warrants'
import { MAX_UINT256, WAD } from './units'

const USDT = 10n ** 6n

const address = (n: number): Staker['address'] => `0x${n.toString(16).padStart(40, '0')}`

describe('the order of the stakers (B10)', () => {
  const [low, big, high] = [
    { address: address(1), shares: 1n },
    { address: address(2), shares: 4n },
    { address: `0xF${address(3).slice(3)}`, shares: 1n },
  ] as const

  it('is by lost fraction, then by address, as the contract demands', () => {
    // 10 warrants of 6 shares: fractions 4/6 for one share, 4/6 for four (40 mod 6 = 4): all equal.
    expect(warrantOrder(10n, [high, big, low], 6n)).toEqual([low, big, high])
    // 9 warrants: 3/6 lost for one share, none for four.
    expect(warrantOrder(9n, [high, big, low], 6n)).toEqual([low, high, big])
  })
})

it('values an asset in USDT, rounded down (B13)', () => {
  expect(assetToUsdtDown(MSTR / 2n, MSTR, 300n * USDT)).toBe(150n * USDT)
  expect(assetToUsdtDown(1n, BTC, 60_000n * USDT)).toBe(600n)
  expect(assetToUsdtDown(1n, MSTR, 300n * USDT)).toBe(0n)
})

describe('sizing (B3)', () => {
  it('covers principal by the coverage ratio, rounded down', () => {
    expect(capacityDown(1_000_000n * USDT, 10_000n)).toBe(1_000_000n * USDT)
    expect(capacityDown(1_000_000n * USDT, 12_500n)).toBe(800_000n * USDT)
    expect(capacityDown(1n, 10_001n)).toBe(0n)
  })

  it('limits the sale to capacity and maximum, and cancels below the minimum', () => {
    const limit = (staked: bigint) => saleLimitDown(staked * USDT, 10_000n, 100n * USDT, 500n * USDT)
    expect(limit(99n)).toBe(0n)
    expect(limit(100n)).toBe(100n * USDT)
    expect(limit(400n)).toBe(400n * USDT)
    expect(limit(501n)).toBe(500n * USDT)
  })
})

describe('required backstop (B4, B5, B6)', () => {
  it('rounds up, so that a sale is never covered short', () => {
    expect(requiredForUp(100n * USDT, 10_000n)).toBe(100n * USDT)
    expect(requiredForUp(1n, 10_001n)).toBe(2n)
  })

  it('always fits what was staked when the sale is within capacity', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 18n }),
        fc.bigInt({ min: 10_000n, max: 65_535n }),
        (staked, coverageBps) => requiredForUp(capacityDown(staked, coverageBps), coverageBps) <= staked,
      ),
    )
  })

  it('leaves the surplus of an under-filled sale withdrawable at once', () => {
    const required = requiredForUp(600n * USDT, 10_000n)
    expect(claimableDown(250n * USDT, 1_000n * USDT, required, 0n)).toBe(100n * USDT)
  })

  it('falls with an exercise and a conversion, and never rises', () => {
    const start = 1_000n * USDT
    expect(requiredAfterUp(start, 1_000n * USDT, 200n * USDT, 10_000n)).toBe(800n * USDT)
    expect(requiredAfterUp(start, 700n * USDT, 0n, 10_000n)).toBe(700n * USDT)
    expect(requiredAfterUp(start, 200n * USDT, 300n * USDT, 10_000n)).toBe(0n)
    expect(requiredAfterUp(500n * USDT, 900n * USDT, 0n, 10_000n)).toBe(500n * USDT)
  })

  it('does not move when the ledger pays an early redemption: O and L fall together', () => {
    const before = requiredAfterUp(MAX_UINT256, 1_000n * USDT, 300n * USDT, 11_000n)
    expect(requiredAfterUp(before, 900n * USDT, 200n * USDT, 11_000n)).toBe(before)
  })
})

describe('entitlement (B7, B8)', () => {
  it('released 20%: every staker can take 20% of their position', () => {
    const positions = [1n, 7n, 333n * USDT, 1_000n * USDT, 123_456_789n, 2_000_000n * USDT]
    const staked = positions.reduce((sum, shares) => sum + shares, 0n)
    const required = staked - staked / 5n
    for (const shares of positions) {
      const taken = entitlementDown(shares, staked, required)
      expect(taken <= shares / 5n && taken >= shares / 5n - 1n).toBe(true)
    }
  })

  it('does not depend on the order and number of withdrawals', () => {
    const amount = fc.bigInt({ min: 1n, max: 10n ** 15n })
    const run = fc.array(fc.record({ fallBps: fc.bigInt(0n, 4_000n), takeBps: fc.bigInt(0n, 10_000n) }))
    fc.assert(
      fc.property(amount, amount, run, (shares, others, steps) => {
        const staked = shares + others
        let required = staked
        let withdrawn = 0n
        for (const { fallBps, takeBps } of steps) {
          required -= (required * fallBps) / 10_000n
          withdrawn += (claimableDown(shares, staked, required, withdrawn) * takeBps) / 10_000n
        }
        withdrawn += claimableDown(shares, staked, required, withdrawn)
        expect(withdrawn).toBe(entitlementDown(shares, staked, required))
      }),
    )
  })

  it('never pays out more than was released, and leaves less dust than there are stakers (B15)', () => {
    const positions = fc.array(fc.bigInt({ min: 1n, max: 10n ** 15n }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(positions, fc.bigInt(0n, 10_000n), (shares, requiredBps) => {
        const staked = shares.reduce((sum, own) => sum + own, 0n)
        const required = (staked * requiredBps) / 10_000n
        const paid = shares.reduce((sum, own) => sum + entitlementDown(own, staked, required), 0n)
        const dust = staked - required - paid
        expect(dust >= 0n && dust < BigInt(shares.length)).toBe(true)
      }),
    )
  })

  it('throws where the contract reverts', () => {
    expect(() => entitlementDown(1n, 10n, 11n)).toThrow(RangeError)
    expect(() => claimableDown(5n, 10n, 0n, 6n)).toThrow('6 is more than 5, from which it is taken.')
  })

  it('is nothing in an empty pool', () => {
    expect(proRataDown(5n, 0n, 0n)).toBe(0n)
    expect(claimableDown(0n, 0n, 0n, 0n)).toBe(0n)
  })
})

describe('upfront share (B9)', () => {
  it('is paid in the payout asset, rounded down', () => {
    const share = upfrontUsdtDown(1_000_000n * USDT, 1_000n)
    expect(share).toBe(100_000n * USDT)
    expect(upfrontUsdtDown(9_999n, 1_000n)).toBe(999n)
    expect(usdtToAssetDown(share, BTC, 100_000n * USDT)).toBe(BTC)
    expect(usdtToAssetDown(share, MSTR, 300n * USDT)).toBe(333_333333333333333333n)
  })

  it('throws at price 0', () => {
    expect(() => usdtToAssetDown(1n, BTC, 0n)).toThrow('A division by zero: a price or a ratio is 0.')
  })
})

describe('warrants (B10)', () => {
  it('counts whole warrants', () => {
    expect(warrantCountDown(1_000n * USDT, 500n, 10n * USDT)).toBe(5n)
    expect(warrantCountDown(1_199n * USDT, 500n, 10n * USDT)).toBe(5n)
    expect(() => warrantCountDown(1n, 1n, 0n)).toThrow(RangeError)
  })

  it('hands the remainder to the largest fractions', () => {
    // Exact parts: 5, 3.33 and 1.67.
    const stakers = [
      { address: address(1), shares: 6n },
      { address: address(2), shares: 4n },
      { address: address(3), shares: 2n },
    ]
    expect([...warrantAllocation(10n, stakers, 12n)].sort()).toEqual([
      [address(1), 5n],
      [address(2), 3n],
      [address(3), 2n],
    ])
    expect(warrantFraction(10n, 2n, 12n)).toBe(8n)
  })

  it('breaks ties by the lower address, as a number', () => {
    const upper = '0xA000000000000000000000000000000000000000'
    const lower = '0x9fffffffffffffffffffffffffffffffffffffff'
    const middle = '0x9FFfffFFFfFFffFFFfFfFFFfFffFffFFFffffff0'
    const stakers = ([upper, lower, middle] as const).map((own) => ({ address: own, shares: 1n }))
    const allocation = warrantAllocation(5n, stakers, 3n)
    expect([upper, lower, middle].map((own) => allocation.get(own as Staker['address']))).toEqual([
      1n,
      2n,
      2n,
    ])
  })

  it('hands out all of them, floor or one more, larger fractions first, whatever the order of the list', () => {
    const shares = fc.array(fc.oneof(fc.bigInt(1n, 20n), fc.bigInt(1n, 10n ** 15n)), {
      minLength: 1,
      maxLength: 25,
    })
    fc.assert(
      fc.property(shares, fc.bigInt(0n, 10n ** 6n), fc.nat(), (list, warrants, turn) => {
        const stakers = list.map((own, i) => ({ address: address(i + 1), shares: own }))
        const total = list.reduce((sum, own) => sum + own, 0n)
        const allocation = warrantAllocation(warrants, stakers, total)
        const start = turn % stakers.length
        const turned = [...stakers.slice(start), ...stakers.slice(0, start)].reverse()
        const again = warrantAllocation(warrants, turned, total)
        let sum = 0n
        const kept: bigint[] = []
        const raised: bigint[] = []
        for (const { address: own, shares: part } of stakers) {
          const count = allocation.get(own) ?? -1n
          expect(again.get(own)).toBe(count)
          sum += count
          const extra = count - (warrants * part) / total
          expect(extra === 0n || extra === 1n).toBe(true)
          ;(extra === 1n ? raised : kept).push(warrantFraction(warrants, part, total))
        }
        expect(sum).toBe(warrants)
        for (const fraction of raised) {
          expect(fraction > 0n).toBe(true)
          expect(kept.every((other) => other <= fraction)).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('needs every staker exactly once', () => {
    const one = { address: address(1), shares: 1n }
    expect(() => warrantAllocation(3n, [one], 2n)).toThrow('do not add up')
    expect(() => warrantAllocation(3n, [one, one], 2n)).toThrow('listed twice')
    expect(warrantAllocation(3n, [{ address: address(2), shares: 0n }], 0n)).toEqual(new Map())
  })
})

describe('settlement (B11)', () => {
  it('takes the ledger first and never more than was required', () => {
    expect(settlement(1_000n, 300n)).toEqual({ fromLedger: 300n, used: 700n })
    expect(settlement(300n, 1_000n)).toEqual({ fromLedger: 300n, used: 0n })
    const amount = fc.bigInt({ min: 0n, max: 10n ** 18n })
    fc.assert(
      fc.property(amount, amount, fc.bigInt(10_000n, 65_535n), (outstanding, ledger, coverageBps) => {
        const required = requiredAfterUp(MAX_UINT256, outstanding, ledger, coverageBps)
        expect(settlement(outstanding, ledger).used <= required).toBe(true)
      }),
    )
  })
})

describe('compensation (B12, B13)', () => {
  const mstrPrice = 300n * USDT
  const btcPrice = 100_000n * USDT

  it('reserves MSTR at the price of finalization', () => {
    expect(reservedMstrDown(30_000n * USDT, mstrPrice)).toBe(100n * MSTR)
    expect(reservedMstrDown(100n * USDT, mstrPrice)).toBe(333333333333333333n)
    expect(() => reservedMstrDown(1n, 0n)).toThrow(RangeError)
  })

  it('pays nothing when nothing was used, even without prices', () => {
    expect(compensation(0n, 10_000n, 100n * MSTR, 0n, 0n)).toEqual({ target: 0n, mstrPaid: 0n, btcOwed: 0n })
  })

  it('pays MSTR alone when the reserve covers the target, rounded up within the reserve', () => {
    expect(compensation(30_000n * USDT, 10_000n, 100n * MSTR, mstrPrice, btcPrice)).toEqual({
      target: 30_000n * USDT,
      mstrPaid: 100n * MSTR,
      btcOwed: 0n,
    })
    expect(compensation(1n, 10_000n, MSTR, mstrPrice, btcPrice).mstrPaid).toBe(3_333_333_334n)
  })

  it('pays the whole reserve and BTC for the rest when it does not', () => {
    expect(compensation(40_000n * USDT, 10_000n, 100n * MSTR, mstrPrice, btcPrice)).toEqual({
      target: 40_000n * USDT,
      mstrPaid: 100n * MSTR,
      btcOwed: BTC / 10n,
    })
    expect(compensation(30_000n * USDT + 1n, 10_000n, 100n * MSTR, mstrPrice, btcPrice).btcOwed).toBe(1n)
  })

  it('never pays more MSTR than the reserve, and makes whole to the target', () => {
    const amount = fc.bigInt({ min: 1n, max: 10n ** 15n })
    const price = fc.bigInt({ min: 1n, max: 10n ** 12n })
    const reserve = fc.bigInt({ min: 0n, max: 10n ** 27n })
    fc.assert(
      fc.property(amount, reserve, price, price, (used, reserved, mstr, btc) => {
        const { target, mstrPaid, btcOwed } = compensation(used, 10_000n, reserved, mstr, btc)
        expect(mstrPaid <= reserved).toBe(true)
        expect(mstrPaid * mstr * BTC + btcOwed * btc * MSTR >= target * MSTR * BTC).toBe(true)
      }),
    )
  })

  /** "Raises the equivalent of 10 BTC, 10% upfront, 10% of staked USDT used": 0.9 BTC in the example of B13. */
  it.each([
    ['the example, at 9000', 9_000n, (9n * BTC) / 10n],
    ['made whole, at 10000', 10_000n, BTC],
  ])('10 BTC raised: %s', (_, compensationBps, btcOwed) => {
    const sold = 10n * btcPrice
    expect(usdtToAssetDown(upfrontUsdtDown(sold, 1_000n), BTC, btcPrice)).toBe(BTC)
    const { used } = settlement(sold, sold - sold / 10n)
    expect(used).toBe(requiredForUp(sold, 10_000n) / 10n)
    expect(compensation(used, compensationBps, 0n, mstrPrice, btcPrice)).toEqual({
      target: (used * compensationBps) / 10_000n,
      mstrPaid: 0n,
      btcOwed,
    })
  })
})

describe('pool share (B2)', () => {
  it('counts the deposit on both sides', () => {
    expect(poolShareAfterDown(0n, 100n, 300n)).toBe(WAD / 4n)
    expect(poolShareAfterDown(0n, 5n, 0n)).toBe(WAD)
    expect(poolShareAfterDown(0n, 0n, 0n)).toBe(0n)
  })
})

describe('above uint256', () => {
  it('throws, as the contract reverts', () => {
    expect(capacityDown(MAX_UINT256, 10_000n)).toBe(MAX_UINT256)
    expect(() => capacityDown(MAX_UINT256, 9_999n)).toThrow('This is more than a contract can hold.')
    expect(() => requiredForUp(MAX_UINT256, 10_001n)).toThrow(RangeError)
    expect(() => warrantCountDown(0n, 0n, MAX_UINT256)).toThrow(RangeError)
  })
})
