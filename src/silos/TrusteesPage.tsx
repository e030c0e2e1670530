import { mapReading, knownValue } from '../math/reading'
import { Callout } from '../ui/Callout'
import { ErrorState } from '../ui/ErrorState'
import { PageLoading } from '../ui/PageLoading'
import { useShownCount } from '../ui/use-shown-count'
import { ChamberPanel } from './ChamberPanel'
import { CyclePanel } from './CyclePanel'
import { DividendPanel } from './DividendPanel'
import { GivePanel } from './GivePanel'
import { ParametersPanel } from './ParametersPanel'
import { PAGE, proposalOf } from './proposals'
import { ProposalList } from './ProposalList'
import { ProposePanels } from './ProposePanels'
import { ReplenishPanel } from './ReplenishPanel'
import { SilosFrame, type PageProps } from './SilosFrame'
import { StrayPanel } from './StrayPanel'
import { TrusteeTable } from './TrusteeTable'
import { useProposals } from './use-proposals'

export default function TrusteesPage() {
  return (
    <SilosFrame
      title="Trustees of USDtz"
      lead="What ends a cycle, what was harvested, and what the trustees vote on. Everybody sees the same facts."
      whatGoesOn={(props) => <DividendPanel {...props} />}
    >
      {(props) => <TrusteesView {...props} />}
    </SilosFrame>
  )
}

function TrusteesView(props: PageProps) {
  const { silos, person } = props
  const [most, showMore] = useShownCount(PAGE)
  const view = useProposals(silos, person.account, most)
  const isTrustee = knownValue(silos.holder?.isTrustee) === true
  return (
    <>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <CyclePanel {...props} />
        <div className="grid gap-4">
          <ReplenishPanel {...props} />
          <ChamberPanel {...props} />
          <DividendPanel {...props} />
          <StrayPanel {...props} />
        </div>
      </div>
      {view.status === 'loading' && <PageLoading />}
      {view.status === 'error' && <ErrorState reason={view.reason} retry={view.retry} />}
      {view.status === 'ready' && (
        <>
          <ProposalList
            {...props}
            showMore={showMore}
            proposals={view.snapshot.data.proposals.map(proposalOf)}
            trustees={mapReading(view.snapshot.data.trustees, ([accounts, weights]) => ({
              accounts,
              weights,
            }))}
          />
          {isTrustee ? (
            <ProposePanels
              {...props}
              opensAt={knownValue(view.snapshot.data.opensAt)}
              trustees={knownValue(view.snapshot.data.trustees)}
            />
          ) : (
            <Callout title="Only trustees propose and vote">
              Anyone may carry out a vote that has passed, apply a change whose delay is over, close a cycle
              and replenish Silo 2.
            </Callout>
          )}
          <div className="grid items-start gap-4 lg:grid-cols-2">
            <TrusteeTable reading={view.snapshot.data.trustees} />
            <ParametersPanel {...props} proposals={view.snapshot.data.proposals.map(proposalOf)} />
          </div>
        </>
      )}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <GivePanel {...props} />
      </div>
    </>
  )
}
