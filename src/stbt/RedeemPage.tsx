import { useMemo } from 'react'

import { useChainSeconds } from '../chain/use-block'
import type { Person } from '../chain/use-person'
import { ErrorState } from '../ui/ErrorState'
import { PageLoading } from '../ui/PageLoading'
import { nextReport, recentGrowth, reportsOf } from './interest-view'
import { RedeemPanel } from './RedeemPanel'
import { RequestList } from './RequestList'
import { RequestTimes } from './RequestTimes'
import type { Stbt, StbtState } from './snapshot'
import { StbtFrame } from './StbtFrame'
import { useChanges } from './use-changes'
import { useMinter } from './use-minter'
import { t } from '../words/t'

export default function RedeemPage() {
  return (
    <StbtFrame
      title={t`Redeem STBT`}
      lead={t`Give STBT back today; the issuer pays a dollar coin for it some banking days later.`}
    >
      {({ stbt, person }) =>
        stbt.state.isKnown ? <Redeem stbt={stbt} state={stbt.state.value} person={person} /> : <></>
      }
    </StbtFrame>
  )
}

function Redeem({ stbt, state, person }: { stbt: Stbt; state: StbtState; person: Person }) {
  const view = useMinter(stbt.addresses, person.account)
  const now = useChainSeconds() ?? stbt.timestamp
  const { changes, isRead } = useChanges({ addresses: stbt.addresses, kind: state.kind })
  const next = useMemo(() => {
    const reports = isRead ? reportsOf(changes) : []
    return nextReport(reports.at(-1)?.report, recentGrowth(reports, now), now)
  }, [isRead, changes, now])
  if (view.status === 'loading') return <PageLoading />
  if (view.status === 'error') return <ErrorState reason={view.reason} retry={view.retry} />
  const { minter } = view
  return (
    <>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,24rem)]">
        <RedeemPanel stbt={stbt} state={state} minter={minter} person={person} next={next} />
        <RequestTimes minter={minter} kind="redeem" />
      </div>
      <RequestList stbt={stbt} state={state} minter={minter} person={person} kind="redeem" />
    </>
  )
}
