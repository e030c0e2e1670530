import { describe, expect, it } from 'vitest'

import { advance } from './silos-advance'
import { bookedOf, chamberOf, mintRoom, missingIn, mostMintable, shortOf, silosIn, strayIn, sizeOf, thresholdsOf } from './silos-figures' // prettier-ignore
import { WAD } from './units'
import { atPrice, MILLION, pictured } from './silos-test-state'

const stale = { ...pictured, time: pictured.time + 3_601n }
const standings = (state = pictured) => silosIn(state).map(({ standing }) => standing)

describe('what stands behind one USDtz', () => {
  it('is $2.91 in the reserve of the screens', () => {
    expect(sizeOf(pictured)).toMatchObject({
      circulating: 1_880_000_000_000n,
      usdc: 3_240_000_000_000n,
      worth: 5_819_999_999_999n,
      perUsdtz: 2_909_999n,
      perUsdtzAtMarket: undefined,
    })
  })
  it('is not known without a price, and none at no supply', () => {
    expect(sizeOf(stale)).toMatchObject({ worth: undefined, perUsdtz: undefined })
    expect(sizeOf({ ...pictured, supply: 0n, inventory: 0n }).perUsdtz).toBeUndefined()
  })
  it('is told at market, too, while USDC is below $1 (S17)', () => {
    const usdc = { ...pictured.usdc, price: (96n * WAD) / 100n }
    expect(sizeOf({ ...pictured, usdc }).perUsdtzAtMarket).toBe(2_845_199n)
  })
})

describe('how the silos stand (S6)', () => {
  it('is full, full, filling, filling', () => {
    expect(standings()).toEqual(['full', 'full', 'filling', 'filling'])
  })
  it('is an alarm for Silo 2 once latched, and progress before', () => {
    const fallen = atPrice((79n * WAD) / 100n)
    expect(standings(fallen)).toEqual(['full', 'alarm', 'filling', 'filling'])
    expect(standings({ ...fallen, isLatched: false })).toEqual(['full', 'filling', 'filling', 'filling'])
  })
  it('is not known for XTZ without a price', () => {
    expect(standings(stale)).toEqual(['full', 'unknown', 'filling', 'unknown'])
  })
})

describe('what can be minted (S4, S16)', () => {
  const canMint = (state: typeof pictured, amount: bigint) => advance(state, { kind: 'mint', amount }).isTaken

  it.each([
    ['at 105%', pictured],
    ['with a key missing', atPrice((79n * WAD) / 100n)],
    ['without a price', stale],
    ['after everything was redeemed', { ...pictured, supply: 0n, inventory: 0n }],
  ])('is exactly what the contract takes: %s', (_name, state) => {
    const most = mostMintable(mintRoom(state)) ?? 0n
    expect(canMint(state, most)).toBe(true)
    expect(canMint(state, most + 1n)).toBe(false)
  })
  it('has no limit before the latch', () => {
    expect(mostMintable(mintRoom({ ...pictured, isLatched: false }))).toBeUndefined()
  })
  it('says what closes it', () => {
    expect(mintRoom(pictured).obstacle).toBeUndefined()
    expect(mintRoom({ ...pictured, isPaused: true }).obstacle).toBe('paused')
    expect(mintRoom({ ...pictured, usdc: { ...pictured.usdc, price: 0n } }).obstacle).toBe('usdc')
    expect(mintRoom(stale).obstacle).toBe('price')
    expect(mintRoom(atPrice((79n * WAD) / 100n)).obstacle).toBe('silo2')
  })
})

describe('prices below which something happens (S5)', () => {
  const { silo2Short = 0n, silo3Empty = 0n } = thresholdsOf(pictured)

  it('are those of the screens', () => {
    expect([silo2Short, silo3Empty]).toEqual([(8n * WAD) / 10n, (304n * WAD) / 1_000n])
  })
  it('are exact: at the price nothing happens, one unit below it does', () => {
    expect(standings(atPrice(silo2Short))[1]).toBe('full')
    expect(standings(atPrice(silo2Short - 1n))[1]).toBe('alarm')
  })
  it('are none where Silo 3 could pay for all of Silo 2', () => {
    const full = { ...pictured, books: { ...pictured.books, f3: 2n * MILLION } }
    expect(thresholdsOf(full).silo3Empty).toBeUndefined()
    const empty = { ...pictured, books: { ...pictured.books, x2: 0n } }
    expect(thresholdsOf(empty)).toEqual({ silo2Short: undefined, silo3Empty: undefined })
  })
})

it('earnings fill Silo 3 next, then Silo 4', () => {
  expect(missingIn(pictured).map(({ silo, missing }) => [silo.number, missing])).toEqual([
    [3, 760_000_000_000n],
    [4, 1_520_000_000_001n],
  ])
})

it('says where the reserve has less than its books (S1)', () => {
  const held = bookedOf(pictured)
  expect(shortOf(pictured, held)).toEqual([])
  const more = { ...held, usdc: held.usdc + 1n }
  expect(shortOf(pictured, more)).toEqual([])
  expect(strayIn(pictured, more)).toEqual([{ token: 'usdc', by: 1n }])
  expect(strayIn(pictured, held)).toEqual([])
  expect(shortOf(pictured, { ...held, xtz: held.xtz - 1n })).toEqual([{ token: 'XTZ', by: 1n }])
})

it('of the chamber only what redemptions have not set free may be paid (S10)', () => {
  expect(chamberOf(pictured)).toEqual({ worth: 42_300_000_000n, payable: 42_300_000_000n })
  const redeemed = { ...pictured.cycle, maxSupply: pictured.supply + 10_000_000_000n }
  expect(chamberOf({ ...pictured, cycle: redeemed })?.payable).toBe(12_300_000_000n)
  expect(chamberOf(stale)).toBeUndefined()
})
