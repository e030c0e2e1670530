/** Where a proposal of the trustees stands, as Trustees.sol says it at any time: for what a page shows of later. rules.md S18, S19 */
export type ProposalKind = 'Distribution' | 'Cover' | 'Parameter' | 'Weights' | 'HandOver' | 'Cancel'

/** What the contract tells of a proposal; times in unix seconds, `readyAt` 0 before it is executed. */
export type Proposal = {
  readonly id: bigint
  readonly kind: ProposalKind
  readonly cycle: bigint
  readonly endsAt: bigint
  readonly readyAt: bigint
  readonly isDone: boolean
  readonly isCancelled: boolean
  /** Weight that voted for it, and all weight of the set it was made under. */
  readonly yes: bigint
  readonly total: bigint
}

export type Stage = 'Voting' | 'Failed' | 'Passed' | 'Lapsed' | 'Done' | 'Pending' | 'Cancelled'

/** Cycles closed so far, and the last proposal that lapsed with a hand-over (0: none). */
export type VoteContext = { readonly time: bigint; readonly cycle: bigint; readonly lapsedUpTo: bigint }

/** Whether more than half of all weight is for it. */
export function isCarried({ yes, total }: Pick<Proposal, 'yes' | 'total'>): boolean {
  return yes * 2n > total
}

/** Where a proposal stands among all of them. */
export function stageOf(proposal: Proposal, all: readonly Proposal[], context: VoteContext): Stage {
  const { id, kind, cycle, endsAt, readyAt, isDone, isCancelled } = proposal
  if (isDone) return 'Done'
  if (isCancelled) return 'Cancelled'
  if (id <= context.lapsedUpTo) return 'Lapsed'
  if (readyAt !== 0n) return 'Pending'
  if (cycle !== context.cycle) return 'Lapsed'
  if (context.time < endsAt) return 'Voting'
  if (!isCarried(proposal)) return 'Failed'
  return kind === 'Distribution' && winnerOf(cycle, all, context)?.id !== id ? 'Lapsed' : 'Passed'
}

/** Of a cycle's distributions with a majority the one whose vote ends first; of two that end together the older. */
function winnerOf(
  cycle: bigint,
  all: readonly Proposal[],
  { lapsedUpTo }: VoteContext,
): Proposal | undefined {
  return all
    .filter((one) => one.kind === 'Distribution' && one.cycle === cycle && isCarried(one))
    .filter(({ id, isDone }) => id > lapsedUpTo || isDone)
    .reduce<Proposal | undefined>((first, one) => {
      if (first === undefined || one.endsAt < first.endsAt) return one
      return one.endsAt === first.endsAt && one.id < first.id ? one : first
    }, undefined)
}
