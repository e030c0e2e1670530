import type { Person } from '../chain/use-person'
import { ErrorState } from '../ui/ErrorState'
import { PageLoading } from '../ui/PageLoading'
import { MintPanel } from './MintPanel'
import { PermissionPanel } from './PermissionPanel'
import { RequestList } from './RequestList'
import { RequestTimes } from './RequestTimes'
import type { Stbt, StbtState } from './snapshot'
import { StbtFrame } from './StbtFrame'
import { useMinter } from './use-minter'
import { t } from '../words/t'

export default function MintPage() {
  return (
    <StbtFrame
      title={t`Mint STBT`}
      lead={t`Deposit a dollar coin today; STBT is issued for it some banking days later.`}
    >
      {({ stbt, person }) =>
        stbt.state.isKnown ? <Mint stbt={stbt} state={stbt.state.value} person={person} /> : <></>
      }
    </StbtFrame>
  )
}

function Mint({ stbt, state, person }: { stbt: Stbt; state: StbtState; person: Person }) {
  const view = useMinter(stbt.addresses, person.account)
  if (view.status === 'loading') return <PageLoading />
  if (view.status === 'error') return <ErrorState reason={view.reason} retry={view.retry} />
  const { minter } = view
  return (
    <>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,24rem)]">
        <MintPanel stbt={stbt} state={state} minter={minter} person={person} />
        <div className="grid gap-4">
          <RequestTimes minter={minter} kind="mint" />
          <PermissionPanel stbt={stbt} />
        </div>
      </div>
      <RequestList stbt={stbt} state={state} minter={minter} person={person} kind="mint" />
    </>
  )
}
