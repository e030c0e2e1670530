import type { Address } from 'viem'

import { displayAmount } from '../math/amount'
import { knownValue } from '../math/reading'
import { originOf } from './interest-view'
import type { Stbt, StbtState } from './snapshot'
import { useChanges } from './use-changes'
import { useStatement } from './use-statement'
import { t } from '../words/t'

type IncomeProps = { stbt: Stbt; kind: StbtState['kind']; account: Address }

/** What interest has brought a holder so far, of every report there was. rules.md T19 */
export function Income({ stbt, kind, account }: IncomeProps) {
  const read = useChanges({ addresses: stbt.addresses, kind })
  const statement = useStatement(read, account, knownValue(stbt.holder?.shares))
  if (read.history.error !== undefined)
    return <span>{t`not known: the history could not be read to its end`}</span>
  if (!statement) return <span>{t`its history is being read…`}</span>
  const earned = displayAmount(originOf(statement.entries).earned, 18)
  return (
    <span>
      {statement.unexplained === 0n
        ? t`${earned} STBT of interest`
        : t`${earned} STBT of interest, since its history begins`}
    </span>
  )
}
