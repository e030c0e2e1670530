import { describe, expect, test } from 'vitest'

import {
  calendar,
  nothingToRedeem,
  redeemSplit,
  requestsOf,
  requestStatus,
  statusText,
  timelockText,
} from './exit-view'
import type { VaultState } from './snapshot'
import { testGToken, testHolder, testPreparing, testState } from './test-vault'
import { epochWindow } from './view'
import { DAY_SECONDS } from '../math/units'

const startedAt = 1_000_000n
const end = startedAt + 3n * DAY_SECONDS

function statusAt(state: VaultState, number: bigint, now: bigint) {
  const epoch = epochWindow(state, number)
  if (!epoch) throw new Error('The test vault has epochs.')
  return requestStatus(state, epoch, now)
}

describe('the status of a request', () => {
  test.each([
    [9n, startedAt, 'void'],
    [10n, startedAt - 1n, 'pending'],
    [10n, startedAt, 'open'],
    [10n, end - 1n, 'open'],
    [10n, end, 'void'],
    [11n, end - 1n, 'pending'],
    // The clock is ahead of the newest block: the vault follows the clock.
    [11n, end, 'open'],
  ])('ours, for epoch %i at %i: %s', (epoch, now, status) => {
    expect(statusAt(testState, epoch, now)).toBe(status)
  })

  test.each([
    [9n, startedAt, 'void'],
    [10n, startedAt, 'open'],
    // Nobody has asked the feed for the next epoch yet.
    [10n, startedAt + 2n * DAY_SECONDS, 'open'],
    [10n, end + DAY_SECONDS, 'open'],
    [11n, end + DAY_SECONDS, 'pending'],
  ])('of a GToken, for epoch %i at %i: %s', (epoch, now, status) => {
    expect(statusAt(testGToken, epoch, now)).toBe(status)
  })
})

test('a GToken is closed while its next epoch is being prepared, and open before, whatever the clock says', () => {
  const late = startedAt + 2n * DAY_SECONDS
  expect(statusAt(testPreparing, 10n, late - 1n)).toBe('closed')
  expect(statusAt(testPreparing, 11n, late)).toBe('pending')
  const textOf = (state: VaultState) => {
    const [first] = requestsOf(state, testHolder, late)
    return first && statusText(first, state, late)
  }
  expect(textOf(testGToken)).toBe(
    'Redeemable until the vault prepares the next epoch, which may be at any moment; then void.',
  )
  expect(textOf(testPreparing)).toMatch(/^Redeeming is closed: the vault prepares the next epoch/)
})

describe('the date from which a request is void', () => {
  const textOf = (state: VaultState, number: bigint) => {
    const request = requestsOf(state, testHolder, startedAt).find(({ epoch }) => epoch.number === number)
    return request && statusText(request, state, startedAt)
  }

  test('is known of ours, and of a GToken’s last epoch', () => {
    for (const number of [8n, 9n]) expect(textOf(testState, number)).toContain('Void since')
    expect(textOf(testGToken, 9n)).toContain('Void since')
  })

  test('is not known of a GToken’s earlier ones, which began when somebody began them', () => {
    expect(textOf(testGToken, 8n)).toMatch(/^Void: /)
  })
})

test('what can be redeemed stands first, what is void last and the latest of it before the earlier', () => {
  expect(
    requestsOf(testState, testHolder, startedAt).map(({ epoch, status }) => [epoch.number, status]),
  ).toEqual([
    [10n, 'open'],
    [12n, 'pending'],
    [9n, 'void'],
    [8n, 'void'],
  ])
})

describe('the calendar', () => {
  test('is the running epoch and the next four, without a gap between them', () => {
    const rows = calendar(testState, testHolder, startedAt)
    expect(rows.map(({ epoch }) => epoch.number)).toEqual([10n, 11n, 12n, 13n, 14n])
    for (const [index, { epoch }] of rows.entries())
      expect(epoch.startsAt).toBe(rows[index - 1]?.epoch.endsAt ?? startedAt)
    expect(rows.map(({ isRunning }) => isRunning)).toEqual([true, false, false, false, false])
  })

  test('has the own requests, and where a request made now would go', () => {
    const rows = calendar(testState, testHolder, startedAt + 2n * DAY_SECONDS - 1n)
    expect(rows.map(({ mine }) => mine)).toEqual([1_000_000_000n, 0n, 2_000_000_000n, 0n, 0n])
    expect(rows.filter(({ isNextExit }) => isNextExit).map(({ epoch }) => epoch.number)).toEqual([12n])
  })

  test('promises no epoch to a request while none is taken', () => {
    const late = startedAt + 2n * DAY_SECONDS
    const isPromised = (state: VaultState) =>
      calendar(state, testHolder, late).some(({ isNextExit }) => isNextExit)
    expect(isPromised(testState)).toBe(false)
    // Nobody has asked the feed for the next epoch yet: then a request is still taken.
    expect(isPromised(testGToken)).toBe(true)
    expect(isPromised(testPreparing)).toBe(false)
  })

  test('of our epochs redeems to the end, of a GToken’s until its feed may be asked', () => {
    expect(calendar(testState, undefined, startedAt)[0]?.epoch.redeemUntil).toBe(end)
    expect(calendar(testGToken, undefined, startedAt)[0]?.epoch.redeemUntil).toBe(
      startedAt + 2n * DAY_SECONDS,
    )
  })

  test('is empty where the exit is instant', () => {
    expect(calendar({ ...testState, epochs: undefined }, testHolder, startedAt)).toEqual([])
  })
})

describe('the limit', () => {
  const roomOf = (withdrawalRoom: bigint, withdrawalLimit = 282_800_000_000n): VaultState => ({
    ...testState,
    collateral: 4n * withdrawalLimit,
    epochs: testState.epochs && { ...testState.epochs, withdrawalRoom, withdrawalLimit },
  })

  test('lets all of a request out while there is room for it, to the unit', () => {
    expect(redeemSplit(roomOf(1_010_000_000n), testHolder, startedAt)).toMatchObject({
      now: 1_000_000_000n,
      later: 0n,
    })
    const short = redeemSplit(roomOf(1_009_999_999n), testHolder, startedAt)
    expect(short).toMatchObject({ now: 999_999_999n, later: 1n })
  })

  test('says when the rest fits, and whether that is before it becomes void', () => {
    // 1,010 USDT of a limit of 10,100 are in the request, and all of it is in use: a tenth of a day.
    const full = roomOf(0n, 10_100_000_000n)
    const wait = DAY_SECONDS / 10n
    expect(redeemSplit(full, testHolder, startedAt)).toMatchObject({ now: 0n, laterAt: startedAt + wait })
    expect(redeemSplit(full, testHolder, end - wait - 1n).isTooLate).toBe(false)
    expect(redeemSplit(full, testHolder, end - wait).isTooLate).toBe(true)
  })

  test('reckons with the collateral that has left with the first part', () => {
    // 100 of 1,010 USDT leave. Then a quarter of 3,940 is 985, of which 1,010 are in use: 910 fit after 935/985 of a day.
    const split = redeemSplit(roomOf(100_000_000n, 1_010_000_000n), testHolder, startedAt)
    expect(split.now).toBe(99_009_900n)
    expect(split.laterAt).toBe(startedAt + 82_015n)
  })

  test('never fits at once where it is more than the limit', () => {
    const split = redeemSplit(roomOf(0n, 1_000_000_000n), testHolder, startedAt)
    expect(split).toMatchObject({ laterAt: undefined, isTooLate: true })
  })
})

describe('why nothing can be redeemed', () => {
  const without = (...epochs: bigint[]) => ({
    ...testHolder,
    requests: testHolder.requests.filter(({ epoch }) => !epochs.includes(epoch)),
  })

  test.each([
    [
      'the limit is used up',
      testState,
      testHolder,
      /^The limit is used up for now; it refills evenly over 24 hours\.$/,
    ],
    ['the next request is to come', testState, without(10n), 'Your next request is redeemable from'],
    [
      'nothing was requested, or all of it was redeemed',
      testState,
      without(10n, 12n),
      'Nothing is requested for epoch 10, or all of it was redeemed. Request first.',
    ],
    ['a GToken’s next request', testGToken, without(10n), 'at the earliest.'],
    [
      'instant, without shares',
      { ...testState, epochs: undefined },
      { ...testHolder, shares: 0n },
      'no mUSDT',
    ],
    ['instant, the vault is empty', { ...testState, epochs: undefined }, testHolder, 'no USDT to pay out'],
  ])('%s', (_, state, holder, text) => {
    expect(nothingToRedeem(state, holder, 'mUSDT')).toMatch(text)
  })
})

test('why a request waits: ours changes at a threshold, a GToken above it', () => {
  expect(timelockText(testState)).toBe(
    '2 epochs from now, because the collateral ratio is 112%: below 110% it takes 3 epochs, from 110% on 2, and from 120% on 1.',
  )
  expect(timelockText(testGToken)).toContain('up to 110% it takes 3 epochs, above it 2, and above 120% 1')
})
