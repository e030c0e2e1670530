import { keptKey } from './kept-key'
import { safeStorage } from './safe-storage'

/** What reads and writes them: no part of the first view. */
type KeptAnswers = typeof import('./kept-answers')
let fetched: KeptAnswers | undefined

export async function fetchKeptAnswers(): Promise<KeptAnswers> {
  return (fetched ??= await import('./kept-answers'))
}

/** The same, where it has been fetched: on a return it is before anything is drawn. */
export const keptAnswers = () => fetched

/** Whether something is kept under this name. */
export const hasKept = (chainId: number, name: string) => safeStorage.getItem(keptKey(chainId, name)) !== null
