import { knownValue } from '../math/reading'
import type { AccountReport } from '../system/report'
import { interestDates } from './interest-date'
import { permissionDates, permissionTodos } from './permission-end'
import type { Stbt } from './snapshot'
import { worthOf } from './worth'

/** What the account holds of STBT, and how long it may be moved; `now` (unix seconds) is undefined before the first block. */
export function reportOf(stbt: Stbt, now: bigint | undefined): AccountReport {
  const permission = knownValue(stbt.holder?.permission)
  const balance = knownValue(stbt.holder?.balance)
  const isWhole = permission !== undefined && balance !== undefined && now !== undefined
  return {
    todos: isWhole ? permissionTodos(permission, balance, now) : [],
    dates: isWhole
      ? [
          ...permissionDates(permission, balance, now),
          ...interestDates(knownValue(stbt.readings.lastReportEnd) ?? 0n, balance, now),
        ]
      : [],
    worth: worthOf(stbt),
    isWhole,
  }
}
