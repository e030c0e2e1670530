import { knownValue, type Reading } from '../math/reading'
import type { AccountReport } from '../system/report'
import { datesOf, voteDates } from './dates'
import type { Proposal } from './proposals'
import type { Silos } from './snapshot'
import { todosOf, voteTodos } from './todos'
import { worthOf } from './worth'

/**
 * What the account holds of USDtz, what it is owed, and for a trustee what comes: `votes` are the newest proposals, undefined
 * while they are not read, none for others.
 */
export function reportOf(silos: Silos, votes: readonly Reading<Proposal>[] | undefined): AccountReport {
  const { holder, state } = silos
  const proposals = (votes ?? []).flatMap((vote) => knownValue(vote) ?? [])
  const parts = holder ? [holder.usdtz, holder.owedUsd, holder.owedXtz] : []
  return {
    todos: [...todosOf(silos), ...voteTodos(proposals)],
    dates: [...datesOf(silos), ...voteDates(proposals)],
    worth: worthOf(silos),
    isWhole:
      state.isKnown &&
      holder !== undefined &&
      [...parts, ...(votes ?? [])].every(({ isKnown }) => isKnown) &&
      votes !== undefined,
  }
}
