import { createStore } from '../chain/store'

const PATIENCE_MS = 3_000

const isPatient = createStore(true)

/** True in the first seconds of a page, while a wallet used earlier may still answer. */
export const patience = { get: isPatient.get, subscribe: isPatient.subscribe }

/** A wallet that never answers must not keep the page waiting. */
export function startPatience(): () => void {
  const timer = setTimeout(() => isPatient.set(false), PATIENCE_MS)
  return () => clearTimeout(timer)
}
