import { expect, it } from 'vitest'

import type { Reading } from '../math/reading'
import { DAY_SECONDS, WAD } from '../math/units'
import { conditionsOf } from '../math/silos-state'
import { closingOf } from './closing'
import { datesOf, voteDates } from './dates'
import type { Proposal } from './proposals'
import { todosOf, voteTodos } from './todos'
import { worthOf } from './worth'
import type { Holder } from './snapshot'
import { atPrice, pictured } from '../math/silos-test-state'

const source = { contract: '0x', label: '', functionName: '', args: [], blockNumber: 1n, abi: [], raw: '0x' }
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

const proposal = (rest: Partial<Proposal>): Proposal => ({
  ...{ id: 4n, matter: { kind: 'cancel', change: 3n }, stage: 'voting', proposer: '0x1', yes: 0n },
  ...{ endsAt: 500n, readyAt: 0n, weightSet: 1n, hasVoted: known(false), made: {} as Proposal['made'] },
  ...rest,
})

it('has the end of each vote as a date, and when what was decided can be applied', () => {
  const dates = voteDates([
    proposal({}),
    proposal({ id: 3n, hasVoted: known(true) }),
    proposal({ id: 2n, stage: 'pending', readyAt: 900n }),
    proposal({ id: 1n, stage: 'done' }),
  ])
  expect(dates.map(({ at, what }) => [at, what])).toEqual([
    [500n, 'The vote on proposal 4 ends'],
    [500n, 'The vote on proposal 3 ends'],
    [900n, 'Proposal 2 can be applied'],
  ])
  expect(dates[0]?.detail).toBe('Cancel change 3.')
  expect(dates[1]?.detail).toContain('You have voted for it.')
})

it('calls a trustee to a vote that is open, once, and to none that can’t be read', () => {
  const what = (rest: Partial<Proposal>) => voteTodos([proposal(rest)])
  expect(what({})).toMatchObject([{ what: 'Vote on proposal 4, or leave it', voidAt: 500n }])
  expect(what({ hasVoted: known(true) })).toEqual([])
  expect(what({ hasVoted: undefined })).toEqual([])
  expect(what({ stage: 'passed' })).toEqual([])
  expect(what({ matter: { kind: 'unknown' } })).toEqual([])
})
