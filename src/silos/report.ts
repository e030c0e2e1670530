import type { AccountReport } from '../system/report'
import { datesOf } from './dates'
import type { Silos } from './snapshot'
import { todosOf } from './todos'
import { worthOf } from './worth'

/** What the account holds of USDtz, what it is owed, and for a trustee what comes. */
export function reportOf(silos: Silos): AccountReport {
  const { holder, state } = silos
  const parts = holder ? [holder.usdtz, holder.owedUsd, holder.owedXtz] : []
  return {
    todos: todosOf(silos),
    dates: datesOf(silos),
    worth: worthOf(silos),
    isWhole: state.isKnown && holder !== undefined && parts.every(({ isKnown }) => isKnown),
  }
}
