import { createContext, useContext } from 'react'

import type { Engine } from './engine'
import type { Plan } from './plan/plan'

/** What a page knows of transactions: hand over a plan, and ask whether one of its kind is in flight. */
export type ActionRoom = {
  /** Opens the review of a plan; the plan's arguments are frozen here and now, also while its code is fetched. */
  start(plan: Plan | Promise<Plan>): void
  /** True while a plan of this kind waits for the wallet or the chain. */
  isBusy(kind: string): boolean
}

export const ActionContext = createContext<ActionRoom | undefined>(undefined)

/** Undefined until an account is connected or a plan has been started: the engine is a chunk of its own. */
export const EngineContext = createContext<Engine | undefined>(undefined)

/**
 * The transaction room, for pages.
 *
 * @example
 * const action = useAction()
 * <ActionButton label="Stake" gates={gates} onPress={() => action.start(stakePlan(...))} />
 */
export function useAction(): ActionRoom {
  const room = useContext(ActionContext)
  if (!room) throw new Error('useAction needs a <TxProvider> above it.')
  return room
}
