import { PRACTICE_CHAIN_ID } from './practice'

const found = import.meta.glob<string>('../practice/state.bin', {
  query: '?url',
  import: 'default',
  eager: true,
})

/** What it begins with, where the build has it (`npm run practice`). */
export const practiceStateUrl: string | undefined = Object.values(found)[0]

/** Where this site is about the practice chain. */
export const practiceHref = `./?chain=${PRACTICE_CHAIN_ID}#/`
