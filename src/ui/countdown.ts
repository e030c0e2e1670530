import { displayDuration } from '../math/time'
import { t } from '../words/t'

/** What is left until `to` on the chain's clock; never negative (trust.md D22). Seconds. */
export function countdownText(to: bigint, now: bigint): string {
  return to <= now ? t`now` : t`in ${displayDuration(to - now)}`
}
