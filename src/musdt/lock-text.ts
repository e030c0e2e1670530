import { parseAmount } from '../math/amount'
import { DAY_SECONDS } from '../math/units'
import { plural, t } from '../words/t'

/** What the field "Lock" holds: whole days, or a text that is none. */
export type LockEntry = {
  readonly text: string
  readonly lockSeconds: bigint
  readonly problem: string | undefined
}

/** Reads whole days within the vault's bounds (seconds). An empty text is no lock. rules.md M5 */
export function readLock(text: string, minSeconds: bigint, maxSeconds: bigint): LockEntry {
  const typed = text.trim()
  if (typed === '') return { text, lockSeconds: 0n, problem: undefined }
  const read = parseAmount(typed, 0)
  if (!read.isOk) return { text, lockSeconds: 0n, problem: t`Enter whole days. ${read.problem}` }
  const lockSeconds = read.value * DAY_SECONDS
  const bounds = t`A lock lasts ${minSeconds / DAY_SECONDS} to ${plural(maxSeconds / DAY_SECONDS, '{n} day', '{n} days')}`
  if (lockSeconds < minSeconds)
    return { text, lockSeconds: 0n, problem: t`${bounds}: ${typed} is too short.` }
  if (lockSeconds > maxSeconds) return { text, lockSeconds: 0n, problem: t`${bounds}: ${typed} is too long.` }
  return { text, lockSeconds, problem: undefined }
}
