import { expect, it } from 'vitest'

import { DAY_SECONDS, WAD } from '../math/units'
import { permissionDates, permissionTodos } from './permission-end'

const now = 100n * DAY_SECONDS
const until = (expiry: bigint) => ({ isSender: true, isReceiver: true, expiry })

it('asks for renewal in the last 14 days, where there is something to move', () => {
  const todos = (expiry: bigint, balance = WAD) => permissionTodos(until(expiry), balance, now)
  expect(todos(now + 14n * DAY_SECONDS)).toMatchObject([{ voidAt: now + 14n * DAY_SECONDS, usdWad: WAD }])
  expect(todos(now + 14n * DAY_SECONDS + 1n)).toEqual([])
  expect(todos(now + 1n, 0n)).toEqual([])
  expect(todos(now)).toEqual([])
  expect(todos(0n)).toEqual([])
})

it('is a date however far away, and missed once it is over', () => {
  const dates = (expiry: bigint, balance = WAD) =>
    permissionDates(until(expiry), balance, now).map(({ at, isMissed }) => [at, isMissed])
  expect(dates(now + 900n * DAY_SECONDS)).toEqual([[now + 900n * DAY_SECONDS, undefined]])
  expect(dates(now)).toEqual([[now, true]])
  expect(dates(now, 0n)).toEqual([])
  expect(dates(0n)).toEqual([])
  expect(permissionDates({ ...until(now + 1n), isSender: false, isReceiver: false }, WAD, now)).toEqual([])
})
