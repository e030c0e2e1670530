import type { Tone } from '../ui/tone'
import { phaseOf, type Phase } from './enums'
import type { SeriesState, Terms } from './snapshot'
import { t } from '../words/t'

/** Where a series stands, in the one set of words that every page uses. */
export type Stage = {
  readonly label: string
  readonly tone: Tone | 'neutral'
  /** What it means to a staker, in one sentence or two. */
  readonly meaning: string
  /** What comes next: at a time by itself, or, without one, when somebody does it. */
  readonly next?: { readonly label: string; readonly at?: bigint } | undefined
}

type StageTerms = Pick<Terms, 'stakingOpen' | 'stakingClose' | 'saleOpen' | 'saleClose' | 'maturity'>

/**
 * The contract's phase `Sale` lasts from the close of staking to the finalization. A person sees three things in it:
 * the wait for the sale, the sale, and the wait for the finalization. `now`: the chain's clock, unix seconds; while it is
 * not known, what the contract says.
 * rules.md B1
 */
export function stageOf(
  terms: StageTerms,
  state: Pick<SeriesState, 'phase'>,
  now: bigint | undefined,
): Stage {
  const phase = phaseOf(state)
  if (phase !== 'Sale') return stages[phase](terms)
  if (now === undefined) return { label: t`Sale`, tone: 'info', meaning: t`The stake is closed.` }
  if (now < terms.saleOpen)
    return {
      label: t`Staking closed`,
      tone: 'info',
      meaning: t`The stake is closed. The sale of Notes has not opened yet.`,
      next: { label: t`Sale opens`, at: terms.saleOpen },
    }
  if (now < terms.saleClose)
    return {
      label: t`Sale`,
      tone: 'info',
      meaning: t`The stake is closed. Notes are being sold against it.`,
      next: { label: t`Sale closes`, at: terms.saleClose },
    }
  return {
    label: t`Sale ended`,
    tone: 'warn',
    meaning: t`The sale has ended. Once somebody finalizes it, the stake that no Note needs is released and the tenor begins.`,
    next: { label: t`To be finalized` },
  }
}

const stages: Readonly<Record<Exclude<Phase, 'Sale'>, (terms: StageTerms) => Stage>> = {
  Announced: ({ stakingOpen }) => ({
    label: t`Announced`,
    tone: 'neutral',
    meaning: t`Terms are fixed. Staking has not opened yet.`,
    next: { label: t`Staking opens`, at: stakingOpen },
  }),
  Staking: ({ stakingClose }) => ({
    label: t`Staking`,
    tone: 'success',
    meaning: t`USDT can be staked, and taken back one to one, until staking closes.`,
    next: { label: t`Staking closes`, at: stakingClose },
  }),
  Tenor: ({ maturity }) => ({
    label: t`Tenor`,
    tone: 'info',
    meaning: t`Notes are outstanding. USDT is released as they shrink or the ledger fills.`,
    next: { label: t`Matures`, at: maturity },
  }),
  Matured: () => ({
    label: t`Matured`,
    tone: 'warn',
    meaning: t`The bond is due. Anyone can settle it.`,
    next: { label: t`To be settled` },
  }),
  Settled: () => ({
    label: t`Settled`,
    tone: 'neutral',
    meaning: t`What was used of the stake is compensated, the rest is free. Notes are repaid as their holders redeem them.`,
  }),
  Cancelled: () => ({
    label: t`Cancelled`,
    tone: 'neutral',
    meaning: t`Too little was staked for the minimum sale. Everyone gets their stake back.`,
  }),
}

/** Why the stake that is not released is where it is; of a settled series it was used. */
export const lockedMeaning: Readonly<Record<Exclude<Phase, 'Settled'>, string>> = {
  Announced: t`Staking has not opened yet`,
  Staking: t`Yours to unstake until staking closes`,
  Sale: t`Until the sale is finalized`,
  Tenor: t`Backs the Notes`,
  Matured: t`Backs the Notes until the bond is settled`,
  Cancelled: t`All of it is yours to take back`,
}
