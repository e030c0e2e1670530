import { useMemo } from 'react'
import type { Address } from 'viem'

import { useHistory } from '../chain/history'
import { useNetwork } from '../chain/network'
import { exactText } from '../math/amount'
import { knownValue } from '../math/reading'
import { HistoryState } from '../system/HistoryState'
import { Callout } from '../ui/Callout'
import { Panel } from '../ui/Panel'
import type { Change } from './changes'
import { StatementSum } from './StatementSum'
import { wstbtUnit, type Stbt } from './snapshot'
import { wrappedEvents, wrappedEventsAbi, wrappedStatementOf, type WrappedLog } from './wrapped'
import { t } from '../words/t'

type WrappedPartProps = { stbt: Stbt; account: Address; changes: readonly Change[]; isRead: boolean }

/** wSTBT and its growth, apart from the statement; nothing where there never was any. rules.md T19 */
export function WrappedPart({ stbt, account, changes, isRead }: WrappedPartProps) {
  const { wstbt } = stbt.addresses
  const network = useNetwork()
  const history = useHistory({
    name: 'stbt.wrapped',
    addresses: useMemo(() => [wstbt], [wstbt]),
    abi: wrappedEventsAbi,
    events: wrappedEvents,
    fromBlock: network.deploymentBlock,
  })
  const logs: readonly WrappedLog[] = history.logs
  const isReady = isRead && history.status === 'ready'
  const told = useMemo(
    () => (isReady ? wrappedStatementOf(changes, logs, account) : undefined),
    [isReady, changes, logs, account],
  )
  const held = knownValue(stbt.holder?.wrapped)
  if (!told || (told.balance === 0n && told.worth.flow === 0n && told.worth.interest === 0n))
    return <HistoryState history={history} name="wSTBT" />
  return (
    <Panel
      title={t`wSTBT, counted separately`}
      lead={t`The number you hold stays the same; its worth in STBT grows with each payment of interest.`}
    >
      <div className="grid gap-3">
        <StatementSum total={told.worth} label={t`Sum of wSTBT`} />
        <p className="text-xs text-muted">
          {t`Counted in STBT; the account has ${exactText(told.balance, wstbtUnit)}. What was wrapped, unwrapped, sent or received counts at its worth at that moment.`}
        </p>
        {held !== undefined && held !== told.balance && !stbt.isStale && (
          <Callout tone="warn" title={t`The history of wSTBT is incomplete`}>
            {t`It explains ${exactText(told.balance, wstbtUnit)}, and the account has ${exactText(held, wstbtUnit)}.`}
          </Callout>
        )}
      </div>
    </Panel>
  )
}
