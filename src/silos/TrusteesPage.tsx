import { knownValue } from '../math/reading'
import { Callout } from '../ui/Callout'
import { ErrorState } from '../ui/ErrorState'
import { PageLoading } from '../ui/PageLoading'
import { useShownCount } from '../ui/use-shown-count'
import { ChamberPanel } from './ChamberPanel'
import { CyclePanel } from './CyclePanel'
import { DividendPanel } from './DividendPanel'
import { GivePanel } from './GivePanel'
import { ParametersPanel } from './ParametersPanel'
import { boardOf, PAGE, proposalOf, type ProposalData } from './proposals'
import { ProposalList } from './ProposalList'
import { ProposePanel } from './ProposePanel'
import { ReplenishPanel } from './ReplenishPanel'
import { SilosFrame, type PageProps } from './SilosFrame'
import { StrayPanel } from './StrayPanel'
import { TrusteeTable } from './TrusteeTable'
import { useProposals } from './use-proposals'
import { t } from '../words/t'

export default function TrusteesPage() {
  return (
    <SilosFrame
      title={t`Trustees of USDtz`}
      lead={t`What ends a cycle, what was harvested, and what the trustees vote on. Everybody sees the same facts.`}
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
  return (
    <>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="grid gap-4">
          <CyclePanel {...props} />
          <ReplenishPanel {...props} />
        </div>
        <div className="grid gap-4">
          <ChamberPanel {...props} />
          <DividendPanel {...props} />
          <StrayPanel {...props} />
        </div>
      </div>
      {view.status === 'loading' && <PageLoading />}
      {view.status === 'error' && <ErrorState reason={view.reason} retry={view.retry} />}
      {view.status === 'ready' && <Votes {...props} data={view.snapshot.data} showMore={showMore} />}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <GivePanel {...props} />
      </div>
    </>
  )
}

/** What is voted on, who votes, and on what. */
function Votes({ data, showMore, ...props }: PageProps & { data: ProposalData; showMore: () => void }) {
  const proposals = data.proposals.map(proposalOf)
  const board = boardOf(data.trustees)
  return (
    <>
      <ProposalList {...props} showMore={showMore} proposals={proposals} board={board} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        {knownValue(props.silos.holder?.isTrustee) === true ? (
          <ProposePanel {...props} opensAt={knownValue(data.opensAt)} board={knownValue(board)} />
        ) : (
          <Callout title={t`Only trustees propose and vote`}>
            {t`Anyone may carry out a vote that has passed, apply a change whose delay is over, close a cycle and replenish Silo 2.`}
          </Callout>
        )}
        <div className="grid gap-4">
          <TrusteeTable board={board} />
          <ParametersPanel {...props} proposals={proposals} />
        </div>
      </div>
    </>
  )
}
