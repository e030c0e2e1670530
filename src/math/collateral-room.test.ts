import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backingDown, isBacked, mintedDown } from './collateral'
import { dayCapOf, drawRoomOf, headlineOf, maxTaoDown, mintRoomOf, ratioRoomDown, type Ceilings } from './collateral-room' // prettier-ignore
import { WAD } from './units'

const percent = (value: bigint) => (value * WAD) / 100n
const terms = { target: percent(150n), safety: percent(70n) }
/** The reserve of the screens: 5,600 TAO at 250 and 440,000 USDC behind 1,200,000 TUSDT. */
const holdings = { tao: 5_600n * WAD, usd: 440_000_000_000n, outstanding: 1_200_000n * WAD }
const day = { backing: 1_840_000n * WAD, outstanding: 1_200_000n * WAD, added: 0n, minted: 3_000n * WAD }
const open = { isPaused: false, holdings, day, low: (24_320n * WAD) / 100n }

describe('the first line (C9)', () => {
  it('is 153.3%, 43.3 points above level 0, down to 157.15', () => {
    const line = headlineOf(holdings, 250n * WAD, percent(110n))
    expect(line).toEqual({
      backing: 1_840_000n * WAD,
      ratio: 1_533_333_333_333_333_333n,
      distance: 433_333_333_333_333_333n,
      crossing: 157_142_857_142_857_142_858n,
      fall: 371_428_571_428_571_428n,
    })
    expect(headlineOf(holdings, line.crossing, percent(110n)).fall).toBe(0n)
  })

  it('has no ratio where nothing is outstanding, and no price where USD are enough', () => {
    expect(headlineOf({ ...holdings, outstanding: -1n }, WAD, percent(110n))).toMatchObject({
      ratio: undefined,
      distance: undefined,
      crossing: 0n,
      fall: undefined,
    })
    expect(headlineOf({ ...holdings, outstanding: 400_000n * WAD }, WAD, percent(110n)).crossing).toBe(0n)
  })

  it('tells a distance below the limit as less than nothing', () => {
    expect(headlineOf(holdings, 150n * WAD, percent(110n)).distance).toBeLessThan(0n)
  })
})

describe('room to mint (C2, C9)', () => {
  it('is 3,840 by the ratio at 243.20, of the 77,000 of the cap', () => {
    expect(dayCapOf(day, terms)).toEqual({
      growth: 80_000n * WAD,
      most: 1_280_000n * WAD,
      room: 77_000n * WAD,
    })
    expect(mintRoomOf(open, terms)).toEqual({ room: 3_840n * WAD, limit: 'ratio' })
  })

  it('is the cap where that is less, none without a price or in a pause', () => {
    expect(mintRoomOf({ ...open, low: 250n * WAD }, terms)).toEqual({ room: 77_000n * WAD, limit: 'cap' })
    expect(mintRoomOf({ ...open, low: 0n }, terms)).toEqual({ room: 0n, limit: 'price' })
    expect(mintRoomOf({ ...open, isPaused: true }, terms)).toEqual({ room: 0n, limit: 'paused' })
    expect(dayCapOf({ ...day, minted: 90_000n * WAD }, terms).room).toBe(0n)
    expect(dayCapOf({ ...day, minted: -WAD }, terms).room).toBe(80_001n * WAD)
  })

  it('is the 700 TUSDT of the rule, by 2.8 TAO at 250 and not a unit more', () => {
    const example = { backing: 1_500n * WAD, outstanding: 1_000n * WAD, added: 500n * WAD, minted: 0n }
    const { room } = dayCapOf(example, terms)
    expect(room).toBe(700n * WAD)
    const most = maxTaoDown(room, 250n * WAD)
    expect(mintedDown(most, 250n * WAD)).toBe(room)
    expect(mintedDown(most + 1n, 250n * WAD)).toBe(room + 250n)
  })

  it('is met by the most TAO to the unit, and leaves the ratio at its target', () => {
    const amount = fc.bigInt(0n, 10n ** 26n)
    fc.assert(
      fc.property(
        amount,
        fc.bigInt(0n, 10n ** 14n),
        amount,
        fc.bigInt(1n, 10n ** 22n),
        (tao, usd, out, low) => {
          const held = { tao, usd, outstanding: out }
          const room = ratioRoomDown(held, low, terms.target)
          const most = maxTaoDown(room, low)
          expect(mintedDown(most, low)).toBeLessThanOrEqual(room)
          expect(mintedDown(most + 1n, low)).toBeGreaterThan(room)
          if (room === 0n) return
          const after = out + mintedDown(most, low)
          expect(isBacked(backingDown(tao + most, usd, low), after, terms.target)).toBe(true)
        },
      ),
    )
  })
})

describe('room to draw (C9)', () => {
  const type: Ceilings = {
    isPaused: false,
    low: WAD,
    isLiquidityKnown: true,
    ceiling: 600_000n * WAD,
    principal: 387_100n * WAD,
    line: 600_000n * WAD,
    liquidity: 10_000_000n * WAD,
    ceilingBps: 1_000n,
  }

  it.each<[string, Partial<Ceilings>, bigint, string]>([
    ['its line', {}, 212_900n, 'line'],
    ['no pool', { liquidity: undefined }, 212_900n, 'line'],
    ['its pool', { liquidity: 5_000_000n * WAD, ceiling: 500_000n * WAD }, 112_900n, 'pool'],
    ['a ceiling that rises by and by', { ceiling: 400_000n * WAD }, 12_900n, 'gap'],
    ['a ceiling below what is owed', { liquidity: 0n, ceiling: 0n }, 0n, 'pool'],
    ['unknown liquidity', { isLiquidityKnown: false }, 0n, 'liquidity'],
    ['no price', { low: 0n }, 0n, 'price'],
    ['a pause', { isPaused: true }, 0n, 'paused'],
  ])('is limited by %s', (_, change, room, limit) => {
    expect(drawRoomOf({ ...type, ...change })).toEqual({ room: room * WAD, limit })
  })
})
