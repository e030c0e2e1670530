import type { UsdtFacts } from '../chain/usdt'
import { knownValue } from '../math/reading'
import { displayDateTime, displayDuration } from '../math/time'
import type { Recipient } from '../tx/plan/recipient'
import type { Gate } from '../ui/gate'
import { notPausedGate } from './gates'
import { inRow, t } from '../words/t'

/** Gates of what is paid out or waits for its time: apart from `gates.ts`, which the first view carries. */

/** A pool pays USDT out: only a pause stops that, since the recipient may be chosen. rules.md U5, B16 */
export function notPausedTetherGate(facts: UsdtFacts): Gate {
  return notPausedGate('USDT', facts.isPaused, {
    paused: t`Tether has paused all USDT transfers: what is yours stays yours, and can be taken when they resume.`,
    running: t`USDT transfers are on.`,
  })
}

/**
 * A blacklisted address can be paid, but could not spend: it is told to send elsewhere. Only Tether has such a list:
 * without its `facts` another token is paid. rules.md B16, U5
 */
export function recipientGate(recipient: Recipient, facts: UsdtFacts | undefined): Gate {
  const label = t`Recipient`
  if (recipient.kind === 'invalid') return { label, isMet: false, detail: recipient.problem }
  if (recipient.kind === 'other') return { label, isMet: true, detail: t`Goes to ${recipient.address}.` }
  const isBlacklisted = knownValue(facts?.isBlacklisted)
  return {
    label,
    isMet: isBlacklisted !== true,
    detail:
      isBlacklisted === true
        ? t`Tether has blacklisted this address: you could not spend the USDT. Send it to another address.`
        : t`Goes to your own address.`,
  }
}

/** `something` says what there is ("12.00 USDT"), undefined when there is nothing. */
export function somethingGate(label: string, something: string | undefined, nothing: string): Gate {
  return { label, isMet: something !== undefined, detail: something ?? nothing }
}

/** A moment on the chain’s clock from which on something may be done; `words` say by whom, and what it waits for. */
export function sinceGate(
  label: string,
  from: bigint | undefined,
  now: bigint | undefined,
  words: { readonly since?: string; readonly wait?: string } = {},
): Gate {
  const { since = t`: anyone may`, wait = t`In` } = words
  if (now === undefined) return { label, isMet: false, detail: t`The time of the chain is not known yet.` }
  if (from === undefined) return { label, isMet: false, detail: t`Not read yet.` }
  return now >= from
    ? { label, isMet: true, detail: t`Since ${displayDateTime(from)}${since}.` }
    : {
        label,
        isMet: false,
        detail: `${wait} ${inRow([displayDuration(from - now), displayDateTime(from)])}.`,
      }
}
