import { expect, it } from 'vitest'

import type { Reading } from '../math/reading'
import { DAY_SECONDS, WAD } from '../math/units'
import { conditionsOf } from '../math/silos-state'
import { closingOf } from './closing'
import { datesOf } from './dates'
import { todosOf } from './todos'
import { worthOf } from './worth'
import type { Holder } from './snapshot'
import { atPrice, pictured } from '../math/silos-test-state'

const source = { contract: '0x', label: '', functionName: '', args: [], blockNumber: 1n, raw: '0x' }
const known = <T>(value: T): Reading<T> => ({ isKnown: true, value, source })
const holder: Holder = {
  usdtz: known(0n),
  usdc: known(0n),
  xtz: known(0n),
  isBlacklisted: known(false),
  owedUsd: known(0n),
  owedXtz: known(0n),
  isTrustee: known(false),
}
const todos = (mine: Partial<Holder>, state = pictured) =>
  todosOf({ holder: { ...holder, ...mine }, state: known(state) }).map(({ what }) => what)

it('names what the account is owed, in each token', () => {
  expect(todos({ owedUsd: known(5_000_000n), owedXtz: known(1_500_000n) })).toEqual([
    'Claim 5 USDC',
    'Claim 1.5 XTZ',
  ])
})

it('calls only trustees to what anyone could do', () => {
  const due = { ...pictured, cycle: { ...pictured.cycle, lastEnd: pictured.time - 30n * DAY_SECONDS } }
  const fallen = atPrice((79n * WAD) / 100n, due)
  expect(todos({}, fallen)).toEqual([])
  expect(todos({ isTrustee: known(true) }, fallen)).toEqual(['Replenish Silo 2', 'Close cycle 21'])
  expect(todos({ isTrustee: known(true) })).toEqual([])
})

it('makes nothing of what is not known', () => {
  const unknown = { isKnown: false, reason: 'It reverted.', source } as const
  expect(
    todosOf({ holder: { ...holder, isTrustee: known(true), owedUsd: unknown }, state: unknown }),
  ).toEqual([])
})

it('has the end of the cycle as a date, for trustees only', () => {
  const dates = (isTrustee: boolean) =>
    datesOf({ holder: { ...holder, isTrustee: known(isTrustee) }, state: known(pictured) })
  expect(dates(false)).toEqual([])
  expect(dates(true)).toMatchObject([{ at: closingOf(pictured).endsAt, what: 'Cycle 21 ends' }])
})

it('is worth USDtz and USDC at 1 USD, and XTZ at the lower price or not at all', () => {
  const mine = { ...holder, usdtz: known(2_000_000n), owedXtz: known(3_000_000n) }
  const usd = (state: typeof pictured) =>
    worthOf({ holder: mine, state: known(state) }).parts.map(({ usdWad }) => usdWad)
  const { low } = conditionsOf(pictured)
  expect(usd(pictured)).toEqual([2n * WAD, 3n * low])
  expect(usd({ ...pictured, feed: { ...pictured.feed, price: 0n } })).toEqual([2n * WAD, undefined])
})
