import { useState } from 'react'

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
import { isChange, matterText, stageTexts, type Board, type Proposal, type Stage } from './proposals'
import { SilosAfter } from './SilosAfter'
import type { PageProps } from './SilosFrame'
import { Weights } from './TrusteeTable'
import { usePlanContext } from './use-plan-context'
import { applyChange, execute, proposeCancel, vote } from './vote-plans'
import { rich } from '../words/rich'
import { t } from '../words/t'

type ProposalListProps = PageProps & {
  proposals: readonly Reading<Proposal>[]
  /** The trustees of now. A proposal under an older set is counted by that one. */
  board: Reading<Board>
  showMore: () => void
}

/** Of those that are over; what is open is always shown. */
const FEW = 2

/** What is voted on, newest first. rules.md S18, S19 */
export function ProposalList({ proposals, board, showMore, ...page }: ProposalListProps) {
  const count = page.silos.proposalCount
  const [isAll, setAll] = useState(false)
  const over = proposals.filter((one) => one.isKnown && !isOpen(one.value)).slice(0, FEW)
  const shown = isAll
    ? proposals
    : proposals.filter((one) => !one.isKnown || isOpen(one.value) || over.includes(one))
  return (
    <Panel
      part="proposals"
      title={t`Proposals`}
      lead={t`More than half of all weight decides; not voting counts as a vote against.`}
    >
      {proposals.length === 0 ? (
        <p className="text-sm text-muted">{t`There is none yet.`}</p>
      ) : (
        <ul className="divide-y divide-line">
          {shown.map((proposal) => (
            <li key={String(proposal.source.args[0])} className="py-3 first:pt-0">
              {proposal.isKnown ? (
                <ProposalRow {...page} proposal={proposal.value} board={board} />
              ) : (
                <p className="text-sm text-muted">{t`A proposal could not be read: ${proposal.reason}`}</p>
              )}
            </li>
          ))}
        </ul>
      )}
      {shown.length < proposals.length && (
        <Button size="small" onClick={() => setAll(true)}>
          {t`Show all ${proposals.length}`}
        </Button>
      )}
      {isAll && count.isKnown && count.value > proposals.length && (
        <div className="mt-2 grid gap-2 justify-items-start">
          <p className="text-xs text-muted">{t`The newest ${proposals.length} of ${count.value} are shown.`}</p>
          <Button size="small" onClick={showMore}>
            {t`Show more`}
          </Button>
        </div>
      )}
    </Panel>
  )
}

function stageWord(stage: Stage): string {
  if (stage === 'pending') return t`Waits for its date`
  const text = stageTexts[stage]
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Something can still come of it. */
function isOpen({ stage }: Proposal): boolean {
  return stage === 'voting' || stage === 'passed' || stage === 'pending'
}

type RowProps = PageProps & { proposal: Proposal; board: Reading<Board> }

function ProposalRow({ proposal, board, ...page }: RowProps) {
  const { id, matter, stage, proposer } = proposal
  const whole =
    board.isKnown && board.value.set === proposal.weightSet
      ? board.value.weights.reduce((sum, weight) => sum + weight, 0n)
      : undefined
  // A dividend is split by the weights of the proposal's own set.
  const preview = isOpen(proposal) ? previewOf(page.state, proposal, board) : undefined
  return (
    <div className="grid items-start gap-x-6 gap-y-2 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="grid gap-2">
        <p className="flex flex-wrap items-center gap-2 text-sm">
          <span className="font-semibold">{t`Proposal ${id}`}</span>
          <Badge
            tone={
              stage === 'voting' || stage === 'pending' ? 'info' : stage === 'passed' ? 'warn' : 'neutral'
            }
          >
            {stage === undefined ? t`Not known` : stageWord(stage)}
          </Badge>
          <span className="text-xs text-muted">{rich`by ${(<AddressText address={proposer} />)}`}</span>
        </p>
        <p className="text-sm">{matterText(matter)}</p>
        {matter.kind === 'weights' && (
          <Weights
            caption={t`Trustees after proposal ${id}`}
            accounts={matter.accounts}
            weights={matter.weights}
          />
        )}
        <p className="text-xs text-muted">
          <span>{votesText(proposal, whole)}</span>
        </p>
        {preview && (
          <Disclosure summary={t`What it would change now`}>
            {preview.isTaken ? (
              <>
                <SilosAfter now={page.state} after={preview.state} />
                <Credited credited={preview.effects.credited} />
              </>
            ) : (
              <p className="text-xs text-muted">{t`It could not be carried out now.`}</p>
            )}
          </Disclosure>
        )}
      </div>
      {stage === 'voting' && <VoteButton {...page} proposal={proposal} />}
      {stage === 'passed' && <ExecuteButton {...page} proposal={proposal} board={board} />}
      {stage === 'pending' && <PendingButtons {...page} proposal={proposal} />}
    </div>
  )
}

function votesText({ yes, stage, endsAt, readyAt }: Proposal, whole: bigint | undefined): string {
  const count =
    whole === undefined
      ? t`${displayAmount(yes, 0)} for it, of the weights when it was made.`
      : t`${displayAmount(yes, 0)} of ${displayAmount(whole, 0)} for it, ${displayRatio(yes, whole)}.`
  const votes =
    stage === 'voting'
      ? t`Votes until ${displayDateTime(endsAt)}.`
      : t`Votes ended ${displayDateTime(endsAt)}.`
  return stage === 'pending' && readyAt > 0n
    ? t`${count} ${votes} Can be applied from ${displayDateTime(readyAt)} on.`
    : `${count} ${votes}`
}

/** A distribution or a cover as the contract would carry it out now; undefined where that is not known. */
function previewOf(state: SiloState, { matter, weightSet }: Proposal, board: Reading<Board>) {
  if (matter.kind === 'cover')
    return advance(state, {
      kind: 'cover',
      xtzAmount: matter.xtzAmount,
      minProceeds: matter.minProceeds,
    })
  const isItsOwn = board.isKnown && board.value.set === weightSet
  if (matter.kind !== 'distribution' || !isItsOwn) return undefined
  return advance(state, { kind: 'distribute', shares: matter.shares, weights: board.value.weights })
}

type ButtonProps = PageProps & { proposal: Proposal }

function VoteButton({ silos, person, proposal }: ButtonProps) {
  const context = usePlanContext(silos, person)
  const form = useActionForm({
    person,
    kind: kinds.vote,
    context,
    gates: [
      readingGate(t`You are a trustee`, silos.holder?.isTrustee, (isTrustee) => ({
        isMet: isTrustee,
        detail: isTrustee ? t`You have a weight.` : t`Only trustees vote.`,
      })),
      readingGate(t`You have not voted`, proposal.hasVoted, (hasVoted) => ({
        isMet: !hasVoted,
        detail: hasVoted ? t`You have voted for it.` : t`A vote is for a proposal, and final.`,
      })),
      {
        label: t`This app can read it`,
        isMet: proposal.matter.kind !== 'unknown',
        detail:
          proposal.matter.kind === 'unknown'
            ? t`This app cannot read what it is about, and lets nobody vote for that.`
            : matterText(proposal.matter),
      },
    ],
    plan: (who) => vote(who, proposal),
  })
  return <ActionButton label={t`Vote for proposal ${proposal.id}`} variant="secondary" {...form} />
}

function ExecuteButton({ silos, state, person, proposal, board }: ButtonProps & { board: Reading<Board> }) {
  const context = usePlanContext(silos, person)
  const { matter } = proposal
  const preview = previewOf(state, proposal, board)
  const form = useActionForm({
    person,
    kind: kinds.execute,
    context,
    // Where it is not known, the rehearsal tells.
    gates: preview ? [outcomeGate(t`It can be carried out`, preview, t`The reserve can do it now.`)] : [],
    plan: (who) => execute(who, proposal),
  })
  return (
    <div className="grid gap-1">
      <ActionButton label={t`Execute proposal ${proposal.id}`} {...form} />
      <p className="text-xs text-muted">
        {isChange(matter)
          ? t`Anyone may, until the next closing. It then waits for its public delay.`
          : t`Anyone may, until the next closing.`}
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
    gates: [sinceGate(t`The public delay is over`, proposal.readyAt, now)],
    plan: (who) => applyChange(who, proposal),
  })
  const cancel = useActionForm({
    person,
    kind: kinds.propose,
    context,
    gates: [
      readingGate(t`You are a trustee`, silos.holder?.isTrustee, (isTrustee) => ({
        isMet: isTrustee,
        detail: isTrustee ? t`You may propose.` : t`Only trustees propose.`,
      })),
    ],
    plan: (who) => proposeCancel(who, proposal),
  })
  return (
    <div className="grid gap-2">
      <ActionButton label={t`Apply change ${proposal.id}`} {...apply} />
      <ActionButton label={t`Propose to cancel it`} variant="secondary" {...cancel} />
    </div>
  )
}
