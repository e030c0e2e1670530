import { HUNDRED_P } from '../math/units'
import { DAY_SECONDS } from '../math/units'
import type { Epochs, VaultState } from './snapshot'
import { plural, t } from '../words/t'

/** What traders can gain before the price falls, 1e18 = 1%; 0 without a buffer. rules.md M1 */
export function bufferP({ collateralizationP }: Pick<VaultState, 'collateralizationP'>): bigint {
  return collateralizationP > HUNDRED_P ? collateralizationP - HUNDRED_P : 0n
}

/**
 * How long after a request that is made now, in the shortest and the longest case, shares can be redeemed: "4 to 6 days".
 * rules.md M8
 */
export function leavingDays({
  timelock,
  lengthSeconds,
  requestSeconds,
}: Pick<Epochs, 'timelock' | 'lengthSeconds' | 'requestSeconds'>): string {
  const most = timelock * lengthSeconds
  const [least, longest] = [daysDown(most - requestSeconds), daysUp(most)]
  if (least === longest) return plural(longest, '{n} day', '{n} days')
  return t`${least} to ${plural(longest, '{n} day', '{n} days')}`
}

const daysDown = (seconds: bigint) => (seconds > 0n ? seconds / DAY_SECONDS : 0n)
const daysUp = (seconds: bigint) => (seconds + DAY_SECONDS - 1n) / DAY_SECONDS
