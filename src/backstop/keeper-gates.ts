import { sinceGate } from '../form/payout-gates'
import { exactUsdt } from '../math/tether'
import type { Gate } from '../ui/gate'
import { phaseOf } from './enums'
import type { SeriesState, Terms } from './snapshot'
import { t } from '../words/t'

/** Somebody else's purse must hold the amount; unknown is unmet. */
export function coverGate(label: string, held: bigint | undefined, needed: bigint | undefined): Gate {
  if (held === undefined) return { label, isMet: false, detail: t`Not read yet.` }
  return {
    label,
    isMet: held > 0n && (needed ?? 0n) <= held,
    detail: t`It holds ${exactUsdt(held)}${needed === undefined ? '' : t` of ${exactUsdt(needed)} needed`}.`,
  }
}

/** The sale can be finalized by anyone from its close on. rules.md B5 */
export function finalizeGate(terms: Terms, state: SeriesState, now: bigint | undefined): Gate {
  const label = t`Sale has ended`
  const phase = phaseOf(state)
  if (phase === 'Cancelled')
    return { label, isMet: false, detail: t`The series was cancelled: nothing is sold.` }
  if (state.isFinalized) return { label, isMet: false, detail: t`The sale is finalized already.` }
  return sinceGate(label, terms.saleClose, now)
}

/** Settlement can be done by anyone from maturity on, once. rules.md B11 */
export function settleGate(terms: Terms, state: SeriesState, now: bigint | undefined): Gate {
  const label = t`Bond has matured`
  if (phaseOf(state) === 'Settled') return { label, isMet: false, detail: t`The series is settled already.` }
  if (!state.isFinalized) return { label, isMet: false, detail: t`The sale is not finalized yet.` }
  return sinceGate(label, terms.maturity, now)
}
