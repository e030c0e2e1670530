/**
 * Due dates of a collateral type, as VaultRate.sol and VaultBase.sol have them: the rate at each, interest that was unpaid
 * then, and the late fee for what still is when the grace time ends. Units as in collateral.ts; times are unix seconds.
 * Everything throws a RangeError as the functions of collateral.ts do. rules.md C13
 */
import { debtUp, lateFeeUp, rateAfter } from './collateral'
import { add, saturatingSubtract, subtract } from './uint256'
import { DAY_SECONDS } from './units'

/** Seconds between two due dates. */
export const PERIOD_SECONDS = 30n * DAY_SECONDS

/** A century of dates. */
const MOST_DATES = 1_200n

/** A vault, as it was last touched; see `Vault` in VaultTypes.sol. */
export type Vault = {
  readonly collateral: bigint
  /** Normalised debt: times the rate it is principal and interest. */
  readonly art: bigint
  readonly principal: bigint
  /** Late fees that were not paid; they bear no interest. */
  readonly late: bigint
  /** Interest that was unpaid at the last date, still is, and costs a late fee when the grace time ends. */
  readonly due: bigint
  /** Number of the first due date that was not looked at yet. */
  readonly nextDate: bigint
}

export type Rate = { readonly rate: bigint; readonly at: bigint }

/** What holds for dates that come: terms of a type, and when its first date is. */
export type Calendar = {
  readonly firstDueAt: bigint
  readonly feeRay: bigint
  readonly lateBps: bigint
  readonly graceSeconds: bigint
}

/** A date that has passed, with what held then. */
export type DueDate = Pick<Calendar, 'lateBps' | 'graceSeconds'> & { readonly rate: bigint }

/** When a date is. */
export function dueAt(firstDueAt: bigint, number: bigint): bigint {
  return add(firstDueAt, number * PERIOD_SECONDS)
}

/** How many dates have passed, a date's own second included. */
export function datesPassed(firstDueAt: bigint, time: bigint): bigint {
  return time < firstDueAt ? 0n : subtract(time, firstDueAt) / PERIOD_SECONDS + 1n
}

/**
 * The rate at `time`, not before the rate's own, and the dates on the way there, by their numbers. Throws beyond a century.
 */
export function rolled(
  from: Rate,
  calendar: Calendar,
  time: bigint,
): { readonly rate: Rate; readonly dates: ReadonlyMap<bigint, DueDate> } {
  const { firstDueAt, feeRay, lateBps, graceSeconds } = calendar
  const dates = new Map<bigint, DueDate>()
  let { rate, at } = from
  if (subtract(time, at) > MOST_DATES * PERIOD_SECONDS) throw new RangeError('This is too far ahead.')
  for (let n = datesPassed(firstDueAt, at); dueAt(firstDueAt, n) <= time; n += 1n) {
    const next = dueAt(firstDueAt, n)
    rate = rateAfter(rate, feeRay, subtract(next, at))
    at = next
    dates.set(n, { rate, lateBps, graceSeconds })
  }
  return { rate: { rate: rateAfter(rate, feeRay, subtract(time, at)), at: time }, dates }
}

/**
 * The vault once every date that has passed is looked at: on the day, at what interest is unpaid; and when its grace time
 * is over, at what still is. `dateOf` gives a date that has passed, by its number. The fee rounds up.
 */
export function assessed(
  vault: Vault,
  firstDueAt: bigint,
  dateOf: (number: bigint) => DueDate,
  time: bigint,
): Vault {
  const passed = datesPassed(firstDueAt, time)
  let { late, due } = vault
  let nextDate = vault.art === 0n ? passed : vault.nextDate
  for (;;) {
    if (due > 0n) {
      const { lateBps, graceSeconds } = dateOf(nextDate - 1n)
      if (time < dueAt(firstDueAt, nextDate - 1n) + graceSeconds) break
      late = add(late, lateFeeUp(due, lateBps))
      due = 0n
    }
    if (nextDate >= passed) break
    due = subtract(debtUp(vault.art, dateOf(nextDate).rate), vault.principal)
    nextDate += 1n
  }
  return { ...vault, late, due, nextDate }
}

/** Principal, interest and late fees. Rounds up. rules.md C4 */
export function debtOf(vault: Vault, rate: bigint): bigint {
  return add(debtUp(vault.art, rate), vault.late)
}

/** Interest of any age that is unpaid. Rounds up. rules.md C4 */
export function interestOf(vault: Vault, rate: bigint): bigint {
  return subtract(debtUp(vault.art, rate), vault.principal)
}

/** A vault at one moment: all its dates looked at, with the date that `due` is from. */
export type VaultNow = {
  readonly vault: Vault
  readonly rate: Rate
  readonly lastDate: DueDate | undefined
}

/** The vault at a later time if nobody touches it. rules.md C13, C14 */
export function vaultAt(now: VaultNow, calendar: Calendar, time: bigint): VaultNow {
  const { rate, dates } = rolled(now.rate, calendar, time)
  const { firstDueAt } = calendar
  const isLast = (number: bigint) => number === now.vault.nextDate - 1n
  const dateOf = (number: bigint): DueDate => {
    const date = dates.get(number) ?? (isLast(number) ? now.lastDate : undefined)
    if (date === undefined) throw new RangeError(`Nothing is known of due date ${number}.`)
    return date
  }
  const vault = assessed(now.vault, firstDueAt, dateOf, time)
  return { vault, rate, lastDate: vault.due === 0n ? undefined : dateOf(vault.nextDate - 1n) }
}

/** Interest to pay by a time, and the late fee otherwise; see `dueNow` and `nextDue`. */
export type Due = {
  /** The date it is due at. */
  readonly at: bigint
  readonly interest: bigint
  /** From here on the late fee is owed. */
  readonly graceEndsAt: bigint
  readonly lateFee: bigint
}

/** What was unpaid at the last date, still is, and has no late fee yet; undefined where nothing is. Rounds up. rules.md C13 */
export function dueNow({ vault, lastDate }: VaultNow, { firstDueAt }: Calendar): Due | undefined {
  if (vault.due === 0n || lastDate === undefined) return undefined
  const at = dueAt(firstDueAt, vault.nextDate - 1n)
  const lateFee = lateFeeUp(vault.due, lastDate.lateBps)
  return { at, interest: vault.due, graceEndsAt: at + lastDate.graceSeconds, lateFee }
}

/**
 * The next date, and the interest that is unpaid then if nothing is paid before; undefined without debt. Rounds up.
 * rules.md C13
 */
export function nextDue(now: VaultNow, calendar: Calendar): Due | undefined {
  if (now.vault.art === 0n) return undefined
  const at = dueAt(calendar.firstDueAt, datesPassed(calendar.firstDueAt, now.rate.at))
  const { rate } = rolled(now.rate, calendar, at)
  const interest = saturatingSubtract(debtUp(now.vault.art, rate.rate), now.vault.principal)
  const lateFee = lateFeeUp(interest, calendar.lateBps)
  return { at, interest, graceEndsAt: at + calendar.graceSeconds, lateFee }
}
