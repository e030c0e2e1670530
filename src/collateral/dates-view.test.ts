import { describe, expect, it } from 'vitest'

import { WAD } from '../math/units'
import { calendarFile } from '../ui/calendar-file'
import { changesOf, comingEvent, datesOf, unreadChanges } from './dates-view'
import { vaultParameters, vaultValues } from './parameter-view'
import { risksOf } from './risk-view'
import type { Collateral, CollateralType, Pending } from './snapshot'
import { at, backingState, known, parameters, prices, typeOf, unknown, vault } from './test-collateral'

const none: Pending = { value: 0n, effectiveAt: 0n }
const waiting = (key: number, value: bigint, at = 9_000n) =>
  vaultParameters.map((_, index) => (index === key ? { value, effectiveAt: at } : none))

const collateralOf = (types: readonly CollateralType[]): Collateral => ({
  ...({} as Collateral),
  ...{ backing: known(backingState()), module: undefined, types, timestamp: 1_000n },
  ...{ settings: known(at(9)), waiting: undefined },
})
const owing = { totals: { ...typeTotals(), art: 1n } }
function typeTotals() {
  return {
    ...{ art: 0n, late: 0n, principal: 0n, collateral: 0n },
    ...{ auctionPrincipal: 0n, auctionCollateral: 0n, running: 0n },
  }
}
const shown = (types: readonly CollateralType[]) =>
  datesOf(collateralOf(types), risksOf(types).judged).map(({ what, at }) => [at, what] as const)

describe('what comes', () => {
  it('is in the order of time; what comes together is one line (C8, C13)', () => {
    const falling = { prices: prices(100n, 90n), ...owing }
    const types = [
      { ...typeOf(1, [], falling), pending: known(waiting(2, parameters.feeRay)) },
      typeOf(2, [], falling),
    ]
    expect(shown(types)).toEqual([
      [4_600n, 'Prices: SN1 90 USD (−10%); SN2 90 USD (−10%)'],
      [9_000n, 'SN1, Fee a year: 0% → 0%'],
      [2_593_000n, 'Interest of vaults is due: SN1, SN2'],
    ])
  })
  it('has nothing of what is not known, and no due date where nothing is owed', () => {
    expect(shown([{ ...typeOf(1, []), state: unknown, pending: unknown }, typeOf(2, [])])).toEqual([])
  })
  it('says how many vaults another liquidation ratio would liquidate, to the unit of the boundary (C5)', () => {
    // 30 · 100 covers 1,000 up to exactly 300%.
    const type = typeOf(1, [vault(1n, 30n, 1_000n), vault(2n, 60n, 1_000n)])
    const [risk] = risksOf([type]).judged
    const detail = (value: bigint) =>
      changesOf({ ...type, pending: known(waiting(1, value)) }, risk)[0]?.detail
    expect(detail(3n * WAD)).toContain('no further vault')
    expect(detail(3n * WAD + 1n)).toContain('1 more vault liquidatable')
    expect(detail(7n * WAD)).toContain('2 more vaults liquidatable')
  })
  it('shows a parameter that this app does not know as its number', () => {
    const pending = known([...waiting(0, 0n, 0n), { value: 7n, effectiveAt: 5n }])
    expect(changesOf({ ...typeOf(1, []), pending }, undefined)[0]?.what).toBe('SN1, parameter 20: 7')
  })
  it('has what waits for the backing and for a price, and says what could not be read (C3)', () => {
    const told = <T>(value: T) => ({ ...known(value), source: { ...known(value).source, contract: at(6) } })
    const second = { value: 5n, effectiveAt: 7_000n }
    const pending = [known(none), known(second)]
    const module = { frozenAt: told(0n), unfreezeAt: told(0n), pending }
    const level0 = { value: (12n * WAD) / 10n, effectiveAt: 8_000n }
    const collateral = { ...collateralOf([]), module, waiting: [known(none), known(level0)] }
    const coming = datesOf(collateral, [])
    expect(coming.map(({ at: time, what }) => [time, what])).toEqual([
      [7_000n, 'Price of TAO, backing, Second source: 0x0000…0005'],
      [8_000n, 'Backing, Level 0: 110% → 120%'],
    ])
    expect(coming.map(({ change }) => change?.of?.kind)).toEqual(['price', 'backing'])
    expect(unreadChanges(collateral)).toEqual([])
    const torn = { ...collateral, module: { ...module, pending: [unknown] }, waiting: [unknown] }
    expect(unreadChanges(torn)).toEqual(['the backing', 'the price of TAO, backing'])
  })
  it('goes into a calendar, also at an absurd time', () => {
    const [coming] = changesOf({ ...typeOf(1, []), pending: known(waiting(0, WAD, 2n ** 255n)) }, undefined)
    if (!coming) throw new Error('nothing waits')
    expect(calendarFile(comingEvent(coming, 31_337, 1_000n))).toContain(
      'SUMMARY:SN1\\, Mint ratio: 300% → 100%',
    )
  })
})

it('there are as many values as parameters, each in its place', () => {
  expect(vaultValues(parameters)).toHaveLength(vaultParameters.length)
  const told = vaultParameters.map(
    ({ name, text }, key) => `${name} ${text(vaultValues(parameters)[key] ?? -1n)}`,
  )
  expect(told.slice(0, 7)).toEqual([
    ...['Mint ratio 300%', 'Liquidation ratio 200%', 'Fee a year 0%', 'Penalty 11%', 'Late fee 5%'],
    ...['Grace time 5 d', 'Least debt 100 TUSDT'],
  ])
  expect(told.slice(-3)).toEqual([
    'Price module 0x6666…6666',
    'Liquidity source 0x7777…7777',
    'Pauser 0x8888…8888',
  ])
})
