/** The chain that runs in the tab. The number is nobody else's: what is about it can't be taken for a real chain's. */
export const PRACTICE_CHAIN_ID = 195_107_415

/** Whether the address asks for it. */
export function isPracticeAsked(search = location.search): boolean {
  return new URLSearchParams(search).get('chain') === `${PRACTICE_CHAIN_ID}`
}
