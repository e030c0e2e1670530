import { phaseOf } from './enums'
import type { Series } from './snapshot'

/** Series a person can stake in now, the first to close first, then those that will open. */
export function stakeable(series: readonly Series[]): readonly Series[] {
  const inPhase = (phase: string) =>
    series.filter(({ state }) => state.isKnown && phaseOf(state.value) === phase)
  const byClose = inPhase('Staking').toSorted((a, b) =>
    a.terms.stakingClose < b.terms.stakingClose ? -1 : 1,
  )
  const byOpen = inPhase('Announced').toSorted((a, b) => (a.terms.stakingOpen < b.terms.stakingOpen ? -1 : 1))
  return [...byClose, ...byOpen]
}

/** Whether staking in it is over. Unknown is not over. */
export function isClosed({ state }: Series): boolean {
  return state.isKnown && !['Staking', 'Announced'].includes(phaseOf(state.value))
}

/** What the stake page shows. */
export type Pick = { readonly series: Series; readonly choices: readonly Series[] }

/**
 * The series of the form, and those to choose from: the one that was chosen, else the one that is on screen already, also
 * after its window has closed, else the first that can be staked in.
 * @param wanted ids as the address and the page have them, the first that there is
 */
export function pickOf(series: readonly Series[], wanted: readonly (string | undefined)[]): Pick | undefined {
  const open = stakeable(series)
  const named = wanted.flatMap((id) => series.filter((one) => `${one.id}` === id))
  const picked = named[0] ?? open[0]
  if (!picked) return undefined
  return { series: picked, choices: open.includes(picked) ? open : [picked, ...open] }
}
