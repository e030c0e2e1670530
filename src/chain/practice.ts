/** The chain that runs in the tab. The number is nobody else's: what is about it can't be taken for a real chain's. */
export const PRACTICE_CHAIN_ID = 195_107_415

const found = import.meta.glob<string>('../practice/state.bin', {
  query: '?url',
  import: 'default',
  eager: true,
})

/** What it begins with, where the build has it (`npm run practice`). */
export const practiceStateUrl: string | undefined = Object.values(found)[0]

/** Where this site is about the practice chain. */
export const practiceHref = `./?chain=${PRACTICE_CHAIN_ID}#/`

/** Whether the address asks for it. */
export function isPracticeAsked(search = location.search): boolean {
  return new URLSearchParams(search).get('chain') === `${PRACTICE_CHAIN_ID}`
}
