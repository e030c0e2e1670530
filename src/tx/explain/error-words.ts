import { displayAmount, exactText, type Unit } from '../../math/amount'
import { displayDateTime } from '../../math/time'
import type { Moved } from './moved'
import { t } from '../../words/t'

/** Why, with the numbers, and what to do about it. */
export type Words = readonly [detail: string, action: string]
type Args = Readonly<Record<string, unknown>>

/** Sentences by the name of the custom error; its arguments by theirs. */
export type ErrorSentences = Readonly<Record<string, (args: Args, moved?: Moved) => Words>>

export const whole = (value: unknown) =>
  typeof value === 'bigint' || typeof value === 'number' ? BigInt(value) : 0n
export const plain = (value: unknown) => displayAmount(whole(value), 0)
export const time = (value: unknown) => displayDateTime(whole(value))
/** An amount of a token that is known, or else in its smallest units. */
export const amountIn = (value: unknown, unit: Unit | undefined) =>
  unit ? exactText(whole(value), unit) : t`${plain(value)} of its smallest units`
export const text = (value: unknown) => (typeof value === 'string' ? value : String(value))

export const refresh = t`Close this, look at the new figures and try again.`
export const wait = t`Wait until then and try again.`
export const notForYou = t`Nothing can be done from this account.`
export const report = t`This points to a mistake in the app or the deployment: copy the details into a report.`
