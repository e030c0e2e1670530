import { knownValue } from '../math/reading'
import type { AccountReport, Alarm } from '../system/report'
import { datesOf } from './dates'
import type { MusdtView } from './live'
import { underBacked } from './ratio-bands'
import { vaultTodos } from './todos'
import { worthOf } from './worth'
import { t } from '../words/t'

/** What the account has in the vault, what it can do, and what comes; `now` (unix seconds) is undefined before the first block. */
export function reportOf({ vault, locks }: MusdtView, now: bigint | undefined): AccountReport {
  const known = knownValue(locks)
  return {
    todos: now === undefined ? [] : vaultTodos(vault, known, now),
    dates: now === undefined ? [] : datesOf(vault, known, now),
    worth: worthOf(vault, locks),
    isWhole: vault.state.isKnown && !!vault.holder?.isKnown && known !== undefined && now !== undefined,
  }
}

/** Below 100%: who holds mUSDT bears it. rules.md M2 */
export function alarmsOf({ state }: Pick<MusdtView['vault'], 'state'>): readonly Alarm[] {
  const why = state.isKnown ? underBacked(state.value) : undefined
  if (why === undefined) return []
  return [{ key: 'ratio', what: t`The vault is below 100%`, why, href: '/musdt', isDanger: true }]
}
