import type { Abi, Address } from 'viem'

import type { ChainAt } from '../chain/chain-reader'
import type { ContractNeeds } from '../chain/contract-needs'
import type { ErrorBook } from '../tx/explain/error-book'
import type { Plan } from '../tx/plan/plan'
import type { EventSource, Spender } from './activity'
import type { AccountReport, Alarm } from './report'

/** What could be found out, or the reason why not, as a sentence. */
export type Found<T> =
  { readonly isKnown: true; readonly value: T } | { readonly isKnown: false; readonly reason: string }

/** An argument of a plan, as a person types it. */
export type PlanOption = {
  /** What it is: "USDT to stake". */
  readonly what: string
  /** An amount in whole tokens; a number: of a series, of a vault; the name of a coin; an address; a list, as `what` says. */
  readonly kind: 'amount' | 'number' | 'name' | 'address' | 'list'
}

/** Something that can be planned by name. */
export type PlanMaker = {
  /** "Stake USDT in a series" */
  readonly what: string
  readonly options: Readonly<Record<string, PlanOption>>
  /** Makes the plan of what was typed; each option is there. */
  readonly make: (
    at: ChainAt,
    account: Address,
    typed: Readonly<Record<string, string>>,
  ) => Promise<Found<Plan>>
}

/** Everything of a system that needs no page: for alerts, scripts and the command line; listed in `src/scripts.ts`. */
export type SystemScript = {
  readonly id: string
  readonly name: string
  readonly needs: ContractNeeds
  /**
   * Reads what the account has at this block, what waits for it, and what is wrong with the system.
   * @throws ChainUnavailableError when no node answers
   */
  readonly report: (
    at: ChainAt,
    account: Address,
  ) => Promise<Found<AccountReport & { readonly alarms: readonly Alarm[] }>>
  readonly events: {
    /** The account is the first indexed argument of each. */
    readonly abi: Abi
    /** Who emits them, and what each says. Throws as `report` does. */
    readonly sources: (
      at: ChainAt,
    ) => Promise<Found<{ readonly spenders: readonly Spender[]; readonly sources: readonly EventSource[] }>>
  }
  /** By verb: "stake". */
  readonly plans: Readonly<Record<string, PlanMaker>>
  readonly errors: ErrorBook
}
