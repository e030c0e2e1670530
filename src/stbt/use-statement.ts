import { useCallback } from 'react'
import type { Address } from 'viem'

import { useSliced } from '../chain/use-sliced'
import { daysOf, statementOf, type Day, type Statement } from './statement'
import type { Changes } from './use-changes'

export type DatedStatement = Statement & {
  /** The same entries by New York dates. */
  readonly days: readonly Day[]
}

/** The statement of a holder; undefined until the whole history has been read, and without an account. rules.md T19 */
export function useStatement(
  { changes, isRead }: Changes,
  account: Address | undefined,
  sharesNow: bigint | undefined,
): DatedStatement | undefined {
  const { made } = useSliced(
    account ?? 'nobody',
    useCallback(
      async (signal: AbortSignal) => {
        if (account === undefined || sharesNow === undefined || !isRead) return undefined
        const statement = await statementOf(changes, account, sharesNow, signal)
        return { ...statement, days: await daysOf(statement.entries, signal) }
      },
      [changes, isRead, account, sharesNow],
    ),
  )
  return made
}
