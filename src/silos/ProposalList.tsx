import { useChainSeconds } from '../chain/use-block'
import { readingGate } from '../form/gates'
import { sinceGate } from '../form/payout-gates'
import { useActionForm } from '../form/use-action-form'
import { displayAmount, displayRatio } from '../math/amount'
import type { Reading } from '../math/reading'
import { advance } from '../math/silos-advance'
import type { SiloState } from '../math/silos-state'
import { displayDateTime } from '../math/time'
import { ActionButton } from '../ui/ActionButton'
import { AddressText } from '../ui/AddressText'
import { Badge } from '../ui/Badge'
import { Button } from '../ui/Button'
import { Disclosure } from '../ui/Disclosure'
import { Panel } from '../ui/Panel'
import { Credited } from './Credited'
import { outcomeGate } from './gates'
import { kinds } from './kinds'
import { isChange, matterText, type Proposal, type Stage } from './proposals'
import { SilosAfter } from './SilosAfter'
import type { PageProps } from './SilosFrame'
import { Weights } from './TrusteeTable'
import { usePlanContext } from './use-plan-context'
import { applyChange, execute, proposeCancel, vote } from './vote-plans'

type Weighed = { readonly accounts: readonly string[]; readonly weights: readonly bigint[] }

type ProposalListProps = PageProps & {
  proposals: readonly Reading<Proposal>[]
  /** The trustees of now. A proposal under an older set is counted by that one. */
  trustees: Reading<Weighed>
  showMore: () => void
}

/** What is voted on, newest first. rules.md S18, S19 */
export function ProposalList({ proposals, trustees, showMore, ...page }: ProposalListProps) {
  const count = page.silos.proposalCount
  return (
    <Panel title="Proposals" lead="More than half of all weight decides; not to vote is to be against it.">
      {proposals.length === 0 ? (
        <p className="text-sm text-muted">There is none yet.</p>
      ) : (
        <ul className="divide-y divide-line">
          {proposals.map((proposal) => (
            <li key={String(proposal.source.args[0])} className="py-3 first:pt-0">
              {proposal.isKnown ? (
                <ProposalRow {...page} proposal={proposal.value} trustees={trustees} />
              ) : (
                <p className="text-sm text-muted">A proposal could not be read: {proposal.reason}</p>
              )}
            </li>
          ))}
        </ul>
      )}
      {count.isKnown && count.value > proposals.length && (
        <div className="mt-2 grid gap-2 justify-items-start">
          <p className="text-xs text-muted">
            The newest {proposals.length} of {`${count.value}`} are shown.
          </p>
          <Button onClick={showMore}>Show more</Button>
        </div>
      )}
    </Panel>
  )
}

const stageWord: Readonly<Record<Stage, string>> = {
  voting: 'Voting',
  failed: 'Failed',
  passed: 'Passed',
  lapsed: 'Lapsed',
  done: 'Done',
  pending: 'Waits for its date',
  cancelled: 'Cancelled',
}

type RowProps = PageProps & { proposal: Proposal; trustees: Reading<Weighed> }

function ProposalRow({ proposal, trustees, ...page }: RowProps) {
  const { id, matter, stage, proposer } = proposal
  const whole =
    trustees.isKnown && trustees.source.args[0] === proposal.weightSet
      ? trustees.value.weights.reduce((sum, weight) => sum + weight, 0n)
      : undefined
  const isOpen = stage === 'voting' || stage === 'passed' || stage === 'pending'
  // A dividend is split by the weights of the proposal's own set.
  const preview = isOpen ? previewOf(page.state, proposal, trustees) : undefined
  return (
    <div className="grid gap-2">
      <p className="flex flex-wrap items-baseline gap-2 text-sm">
        <span className="font-semibold">Proposal {`${id}`}</span>
        <Badge
          tone={stage === 'voting' || stage === 'pending' ? 'info' : stage === 'passed' ? 'warn' : 'neutral'}
        >
          {stage === undefined ? 'Not known' : stageWord[stage]}
        </Badge>
        <span className="text-xs text-muted">
          by <AddressText address={proposer} />
        </span>
      </p>
      <p className="text-sm">{matterText(matter)}</p>
      {matter.kind === 'weights' && (
        <Weights
          caption={`Trustees after proposal ${id}`}
          accounts={matter.accounts}
          weights={matter.weights}
        />
      )}
      <p className="text-xs text-muted">
        <span>{votesText(proposal, whole)}</span>
      </p>
      {preview && (
        <Disclosure summary="What it would change now">
          {preview.isTaken ? (
            <>
              <SilosAfter now={page.state} after={preview.state} />
              <Credited credited={preview.effects.credited} />
            </>
          ) : (
            <p className="text-xs text-muted">It could not be carried out now.</p>
          )}
        </Disclosure>
      )}
      {stage === 'voting' && <VoteButton {...page} proposal={proposal} />}
      {stage === 'passed' && <ExecuteButton {...page} proposal={proposal} trustees={trustees} />}
      {stage === 'pending' && <PendingButtons {...page} proposal={proposal} />}
    </div>
  )
}

function votesText({ yes, stage, endsAt, readyAt }: Proposal, whole: bigint | undefined): string {
  const count =
    whole === undefined
      ? `${displayAmount(yes, 0)} for it, of the weights when it was made.`
      : `${displayAmount(yes, 0)} of ${displayAmount(whole, 0)} for it, ${displayRatio(yes, whole)}.`
  const votes = `Votes ${stage === 'voting' ? 'until' : 'ended'} ${displayDateTime(endsAt)}.`
  return stage === 'pending' && readyAt > 0n
    ? `${count} ${votes} Can be applied from ${displayDateTime(readyAt)} on.`
    : `${count} ${votes}`
}

/** A distribution or a cover as the contract would carry it out now; undefined where that is not known. */
function previewOf(state: SiloState, { matter, weightSet }: Proposal, trustees: Reading<Weighed>) {
  if (matter.kind === 'cover')
    return advance(state, {
      kind: 'cover',
      xtzAmount: matter.xtzAmount,
      minProceeds: matter.minProceeds,
    })
  const isItsOwn = trustees.isKnown && trustees.source.args[0] === weightSet
  if (matter.kind !== 'distribution' || !isItsOwn) return undefined
  return advance(state, { kind: 'distribute', shares: matter.shares, weights: trustees.value.weights })
}

type ButtonProps = PageProps & { proposal: Proposal }

function VoteButton({ silos, person, proposal }: ButtonProps) {
  const context = usePlanContext(silos, person)
  const form = useActionForm({
    person,
    kind: kinds.vote,
    context,
    gates: [
      readingGate('You are a trustee', silos.holder?.isTrustee, (isTrustee) => ({
        isMet: isTrustee,
        detail: isTrustee ? 'You have a weight.' : 'Only trustees vote.',
      })),
      readingGate('You have not voted', proposal.hasVoted, (hasVoted) => ({
        isMet: !hasVoted,
        detail: hasVoted ? 'You have voted for it.' : 'A vote is for a proposal, and final.',
      })),
      {
        label: 'This app can read it',
        isMet: proposal.matter.kind !== 'unknown',
        detail:
          proposal.matter.kind === 'unknown'
            ? 'This app cannot read what it is about, and lets nobody vote for that.'
            : matterText(proposal.matter),
      },
    ],
    plan: (who) => vote(who, proposal.id),
  })
  return <ActionButton label={`Vote for proposal ${proposal.id}`} variant="secondary" {...form} />
}

function ExecuteButton({
  silos,
  state,
  person,
  proposal,
  trustees,
}: ButtonProps & { trustees: Reading<Weighed> }) {
  const context = usePlanContext(silos, person)
  const { matter } = proposal
  const preview = previewOf(state, proposal, trustees)
  const form = useActionForm({
    person,
    kind: kinds.execute,
    context,
    // Where it is not known, the rehearsal tells.
    gates: preview ? [outcomeGate('It can be carried out', preview, 'The reserve can do it now.')] : [],
    plan: (who) => execute(who, proposal.id),
  })
  return (
    <div className="grid gap-1">
      <ActionButton label={`Execute proposal ${proposal.id}`} {...form} />
      <p className="text-xs text-muted">
        {isChange(matter)
          ? 'Anyone may, until the next closing. It then waits for its public delay.'
          : 'Anyone may, until the next closing.'}
      </p>
    </div>
  )
}

function PendingButtons({ silos, person, proposal }: ButtonProps) {
  const now = useChainSeconds()
  const context = usePlanContext(silos, person)
  const apply = useActionForm({
    person,
    kind: kinds.apply,
    context,
    gates: [sinceGate('The public delay is over', proposal.readyAt, now)],
    plan: (who) => applyChange(who, proposal.id),
  })
  const cancel = useActionForm({
    person,
    kind: kinds.propose,
    context,
    gates: [
      readingGate('You are a trustee', silos.holder?.isTrustee, (isTrustee) => ({
        isMet: isTrustee,
        detail: isTrustee ? 'You may propose.' : 'Only trustees propose.',
      })),
    ],
    plan: (who) => proposeCancel(who, proposal.id),
  })
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <ActionButton label={`Apply change ${proposal.id}`} {...apply} />
      <ActionButton label="Propose to cancel it" variant="secondary" {...cancel} />
    </div>
  )
}
