import { decodeAbiParameters, parseAbiParameters, type Address, type Hex } from 'viem'

import { trusteesAbi } from '../../abis/Trustees'
import { read, type Readings } from '../chain/read'
import { exactText } from '../math/amount'
import type { Shares } from '../math/silos-harvest'
import { joinReadings, mapReading, type Reading } from '../math/reading'
import { parameterName, parameterText } from './parameter-keys'
import { sharesText } from './shares-text'
import { usdcUnit, xtzUnit } from './snapshot'
import { t } from '../words/t'

const stages = ['voting', 'failed', 'passed', 'lapsed', 'done', 'pending', 'cancelled'] as const
export type Stage = (typeof stages)[number]

/** In the middle of a sentence. */
export const stageTexts: Readonly<Record<Stage, string>> = {
  voting: t`voting`,
  failed: t`failed`,
  passed: t`passed`,
  lapsed: t`lapsed`,
  done: t`done`,
  pending: t`pending`,
  cancelled: t`cancelled`,
}

/** In the words of a sentence: "it is …". rules.md S18 */
export function stageText(stage: number): string {
  const known = stages[stage]
  return known ? stageTexts[known] : t`in a stage that this app does not know`
}

/** What a proposal would do, in its own arguments. rules.md S18, S19 */
export type Matter =
  | { readonly kind: 'distribution'; readonly shares: Shares; readonly ecosystem: Address }
  | { readonly kind: 'cover'; readonly xtzAmount: bigint; readonly minProceeds: bigint }
  | { readonly kind: 'parameter'; readonly key: number; readonly value: bigint }
  | { readonly kind: 'weights'; readonly accounts: readonly Address[]; readonly weights: readonly bigint[] }
  | { readonly kind: 'handOver'; readonly governor: Address }
  | { readonly kind: 'cancel'; readonly change: bigint }
  | { readonly kind: 'unknown' }

export type Proposal = {
  readonly id: bigint
  readonly matter: Matter
  readonly stage: Stage | undefined
  readonly proposer: Address
  readonly yes: bigint
  /** Unix seconds; `readyAt` is 0 before a change was executed. */
  readonly endsAt: bigint
  readonly readyAt: bigint
  readonly weightSet: bigint
  /** Undefined while nobody is connected. */
  readonly hasVoted: Reading<boolean> | undefined
  /** As the contract answered it: what a plan about it rests on. */
  readonly made: Made
}

type Made = Extract<ProposalData['proposals'][number]['proposal'], { isKnown: true }>['value']

/** The trustees of now: the number of their set, and who is in it. */
export type Board = {
  readonly set: bigint
  readonly accounts: readonly Address[]
  readonly weights: readonly bigint[]
}

/** Shown at once, newest first; a button shows as many more. */
export const PAGE = 24

/** The reads of the newest proposals, of who the trustees are, and of what holds for proposals now. */
export function proposalReads(
  address: Address,
  { count, weightSet, most }: { readonly count: bigint; readonly weightSet: bigint; readonly most: number },
  account: Address | undefined,
) {
  const trustees = { address, label: t`Trustees`, abi: trusteesAbi, rule: 'S18' } as const
  const length = count < BigInt(most) ? Number(count) : most // eslint-disable-line no-restricted-syntax -- a count of rows
  const ids = Array.from({ length }, (_, index) => count - BigInt(index))
  return {
    opensAt: read({ ...trustees, functionName: 'proposalsOpenAt', args: [] }),
    trustees: read({ ...trustees, functionName: 'trusteesOf', args: [weightSet] }),
    proposals: ids.map((id) => ({
      proposal: read({ ...trustees, functionName: 'proposal', args: [id] }),
      stage: read({ ...trustees, functionName: 'stageOf', args: [id] }),
      votes: (account === undefined ? [] : [account]).map((person) =>
        read({ ...trustees, functionName: 'hasVoted', args: [id, person] }),
      ),
    })),
  }
}

export type ProposalData = Readings<ReturnType<typeof proposalReads>>

/** The set that was read, with its number. */
export function boardOf(trustees: ProposalData['trustees']): Reading<Board> {
  const [set] = trustees.source.args
  return mapReading(trustees, ([accounts, weights]) => ({
    set: typeof set === 'bigint' ? set : 0n,
    accounts,
    weights,
  }))
}

/** One proposal out of its two answers. */
export function proposalOf({ proposal, stage, votes }: ProposalData['proposals'][number]): Reading<Proposal> {
  const [id] = proposal.source.args
  return joinReadings(proposal, stage, (made, where) => ({
    id: typeof id === 'bigint' ? id : 0n,
    matter: matterOf(made.kind, made.data),
    stage: stages[where],
    proposer: made.proposer,
    yes: made.yes,
    endsAt: made.endsAt,
    readyAt: made.readyAt,
    weightSet: made.weightSet,
    hasVoted: votes[0] && mapReading(votes[0], (isDone) => isDone),
    made,
  }))
}

const types = {
  distribution: parseAbiParameters('uint16 recapEqualBps, uint16 recapFullBps, uint16 dividendBps, uint16 ecosystemBps, address ecosystem'),
  pair: parseAbiParameters('uint256, uint256'),
  parameter: parseAbiParameters('uint8, uint256'),
  weights: parseAbiParameters('address[], uint256[]'),
  address: parseAbiParameters('address'),
  number: parseAbiParameters('uint256'),
} // prettier-ignore

/** Decodes the arguments of a proposal; what is not of its kind's form is said to be unknown. */
export function matterOf(kind: number, data: Hex): Matter {
  try {
    switch (kind) {
      case 0: {
        const [equal, full, dividend, rest, ecosystem] = decodeAbiParameters(types.distribution, data)
        const shares = {
          recapEqualBps: BigInt(equal),
          recapFullBps: BigInt(full),
          dividendBps: BigInt(dividend),
          ecosystemBps: BigInt(rest),
        }
        return { kind: 'distribution', shares, ecosystem }
      }
      case 1: {
        const [xtzAmount, minProceeds] = decodeAbiParameters(types.pair, data)
        return { kind: 'cover', xtzAmount, minProceeds }
      }
      case 2: {
        const [key, value] = decodeAbiParameters(types.parameter, data)
        return { kind: 'parameter', key, value }
      }
      case 3: {
        const [accounts, weights] = decodeAbiParameters(types.weights, data)
        return { kind: 'weights', accounts, weights }
      }
      case 4: {
        const [governor] = decodeAbiParameters(types.address, data)
        return { kind: 'handOver', governor }
      }
      case 5: {
        const [change] = decodeAbiParameters(types.number, data)
        return { kind: 'cancel', change }
      }
      default:
        return { kind: 'unknown' }
    }
  } catch {
    return { kind: 'unknown' }
  }
}

/** A proposal in one sentence. */
export function matterText(matter: Matter): string {
  switch (matter.kind) {
    case 'distribution':
      return t`Distribute the chamber: ${sharesText(matter.shares)}.`
    case 'cover':
      return t`Cover: sell at most ${exactText(matter.xtzAmount, xtzUnit)} of Silo 4 for at least ${exactText(matter.minProceeds, usdcUnit)}.`
    case 'parameter':
      return t`Change “${parameterName(matter.key)}” to ${parameterText(matter.key, matter.value)}.`
    case 'weights':
      return t`Other trustees: ${matter.accounts.length} with new weights.`
    case 'handOver':
      return t`Hand all weight over to ${matter.governor}.`
    case 'cancel':
      return t`Cancel change ${matter.change}.`
    case 'unknown':
      return t`A kind of proposal that this app does not know.`
  }
}

/** Whether executing it waits for the public delay. rules.md S19 */
export function isChange({ kind }: Matter): boolean {
  return kind === 'parameter' || kind === 'weights' || kind === 'handOver'
}
