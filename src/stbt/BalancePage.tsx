import { useMemo } from 'react'

import { useChainSeconds } from '../chain/use-block'
import { knownValue } from '../math/reading'
import { HistoryState } from '../system/HistoryState'
import { BalancePanel } from './BalancePanel'
import { InterestPanel } from './InterestPanel'
import { NextFacts } from './NextFacts'
import { RelyPanel } from './RelyPanel'
import type { Stbt, StbtState } from './snapshot'
import { StbtFrame } from './StbtFrame'
import { SupplyFigures } from './SupplyFigures'
import { useChanges } from './use-changes'
import { useStatement } from './use-statement'
import { incomeFrom, recentGrowth, reportsOf } from './interest-view'
import { t } from '../words/t'

export default function BalancePage() {
  return (
    <StbtFrame
      title="STBT"
      lead={t`A dollar token on Treasury bills: interest raises the balance itself. Here is how yours comes to its number.`}
    >
      {({ stbt }) =>
        stbt.state.isKnown ? (
          <Balance stbt={stbt} state={stbt.state.value} />
        ) : (
          <SupplyFigures stbt={stbt} growth={undefined} isRead={false} />
        )
      }
    </StbtFrame>
  )
}

function Balance({ stbt, state }: { stbt: Stbt; state: StbtState }) {
  const now = useChainSeconds() ?? stbt.timestamp
  const read = useChanges({ addresses: stbt.addresses, kind: state.kind })
  const { history, changes, isRead } = read
  const reports = useMemo(() => reportsOf(changes), [changes])
  const growth = isRead ? recentGrowth(reports, now) : undefined
  const last = isRead ? reports.at(-1)?.report : undefined
  const holder = stbt.holder
  const account = holder?.balance.source.args[0] as `0x${string}` | undefined
  const shares = knownValue(holder?.shares)
  const statement = useStatement(read, account, shares)
  return (
    <>
      <HistoryState history={history} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,24rem)_minmax(0,1fr)]">
        {holder ? (
          <BalancePanel stbt={stbt} state={state} holder={holder} statement={statement} now={now} />
        ) : (
          <SupplyFigures stbt={stbt} growth={growth} isRead={isRead} columns={2} />
        )}
        <InterestPanel
          statement={holder ? statement : undefined}
          reports={reports}
          growth={growth}
          isOwn={!!holder}
        />
      </div>
      <NextFacts
        stbt={stbt}
        last={last}
        own={holder && statement && last && incomeFrom(last, statement)}
        growth={growth}
        now={now}
        isRead={isRead}
      />
      {holder && <SupplyFigures stbt={stbt} growth={growth} isRead={isRead} />}
      <RelyPanel stbt={stbt} state={state} now={now} />
    </>
  )
}
