import { describe, expect, it } from 'vitest'

import { WAD } from '../math/units'
import { datesOf } from './dates'
import type { Collateral, CollateralType } from './snapshot'
import { at, backingState, known, prices, typeOf, unknown, vault } from './test-collateral'
import { worthOf } from './worth'

const owner = at(9)
const timestamp = 2_000n
const own = [vault(1n, 20n, 1_000n), vault(2n, 5n, 600n)]
const withTypes = (...types: readonly CollateralType[]) =>
  ({ types, timestamp, backing: known(backingState()), holder: undefined }) as unknown as Collateral
const vaultsOf = (type: CollateralType, account: string = owner) =>
  worthOf(withTypes(type), account).parts.filter(({ key }) => key.startsWith('vaults'))

describe('what vaults are worth (C4)', () => {
  it('is what would be left of each, never less than nothing', () => {
    const [part] = vaultsOf(typeOf(1, own))
    expect(part).toMatchObject({
      what: '25 SN1 less 1,600 TUSDT of debt',
      where: 'In 2 vaults of SN1',
      usdWad: 1_000n * WAD,
      price: { of: 'SN1', usdWad: 100n * WAD },
    })
  })
  it('is not known without a price that holds, and without all vaults', () => {
    const usd = (type: CollateralType) => vaultsOf(type).map(({ usdWad }) => usdWad)
    expect(usd(typeOf(1, own, { prices: prices(100n, 0n, 'Stale') }))).toEqual([undefined])
    expect(usd({ ...typeOf(1, own), vaults: unknown })).toEqual([undefined])
    expect(usd(typeOf(1, own, { vaults: 3n }))).toEqual([undefined])
    expect(vaultsOf(typeOf(1, own), at(8))).toEqual([])
  })
  it('does not take tokens that were not read for none', () => {
    const parts = worthOf(withTypes(typeOf(1, [])), owner).parts.map(({ what, usdWad }) => [what, usdWad])
    expect(parts[0]).toEqual(['TUSDT, how much is not known', undefined])
    expect(parts).toHaveLength(4)
  })
})

describe('what comes for them (C8, C13)', () => {
  it('is the next price, once for all vaults of a type, and each one’s interest', () => {
    const dates = datesOf(withTypes(typeOf(1, own, { prices: prices(100n, 90n) })), owner)
    expect(dates.map((date) => [date.at, date.what])).toEqual([
      [4_600n, 'SN1 becomes 90 USD (−10%)'],
      [2_593_000n, 'Interest of SN1 vault 1 is due'],
      [2_593_000n, 'Interest of SN1 vault 2 is due'],
    ])
    expect(datesOf(withTypes(typeOf(1, own)), at(8))).toEqual([])
  })
  it('is the late fee of interest that is due, missed once its time is over', () => {
    const late = (graceEndsAt: bigint) =>
      datesOf(withTypes(typeOf(1, [{ ...vault(1n, 20n, 1_000n), graceEndsAt }])), owner)
        .filter(({ key }) => key.startsWith('late'))
        .map(({ what, isMissed }) => [what, isMissed])
    expect(late(timestamp + 1n)).toEqual([['Interest of SN1 vault 1 costs a late fee', undefined]])
    expect(late(timestamp)).toEqual([['Interest of SN1 vault 1 was not paid in time', true]])
  })
})
