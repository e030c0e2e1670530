import type { Abi, Address, Hex } from 'viem'

import type { Asset, Fact } from '../tx/plan/plan'

/** An amount an event tells, under the name the contract gives it. */
export type EventAmount = {
  readonly field: string
  /** Base units. */
  readonly value: bigint
  readonly decimals: number
  /** "USDT", "warrants". */
  readonly unit: string
  /** Digits after the point that are worth reading at a glance; 2 when absent. */
  readonly shownDigits?: number
  /** `none`: it stayed where it was. */
  readonly direction: 'in' | 'out' | 'none'
}

/** What an event says in words and amounts: the contract's own numbers, nothing computed. */
export type EventSummary = {
  /** "Staked", "Note 3 converted". */
  readonly what: string
  readonly amounts: readonly EventAmount[]
  /** Who received it. */
  readonly to?: Address
  /** Who did it, where that was somebody else. */
  readonly by?: Address
  /** Where on the site it belongs, where that is nearer than the contract's place: one vault of many. */
  readonly place?: EventSource['place'] | undefined
}

/** An event as a row of a table. */
export type ToldEvent = {
  readonly key: string
  /** In words: "Staked", "Note 3 converted". */
  readonly what: string
  readonly place: EventSource['place'] | undefined
  readonly blockNumber: bigint
  /** Unix seconds; older nodes do not tell. */
  readonly time: bigint | undefined
  readonly hash: Hex
  readonly amounts: readonly EventAmount[]
  /** Who received it, when it was not the account itself. */
  readonly recipient: Address | undefined
  /** Who did it, when it was not the account itself. */
  readonly by: Address | undefined
}

/** A decoded event; its name and arguments are those of the ABI it was asked for with. */
export type SystemLog = {
  readonly address: Address
  readonly eventName: string
  readonly args: unknown
}

/** One contract that tells what the account did. Events are told by who emitted them, never by their name alone. */
export type EventSource = {
  readonly address: Address
  /** Where on the site it belongs: a series, a vault. */
  readonly place: { readonly name: string; readonly href: string }
  /** Undefined for what another event tells already. */
  readonly describe: (log: SystemLog) => EventSummary | undefined
}

/** A contract that may be allowed to take tokens from the account. */
export type Spender = {
  readonly address: Address
  readonly label: string
  /** "Takes deposits" */
  readonly takes: string
  readonly tokens: readonly Extract<Asset, { kind: 'erc20' }>[]
  /** Why these addresses are what they are called. */
  readonly restsOn: readonly Fact[]
}

/** What the page of activity asks of a system. */
export type ActivityView =
  | { readonly status: 'loading' }
  | { readonly status: 'error'; readonly reason: string; readonly retry: () => void }
  | {
      readonly status: 'ready'
      readonly spenders: readonly Spender[]
      readonly sources: readonly EventSource[]
    }

export type ActivityPart = {
  /** The events the sources emit; the account is the first indexed argument of each. */
  readonly eventsAbi: Abi
  readonly eventNames: readonly string[]
  /** What is returned stays the same object while nothing in it changes. */
  readonly useActivity: () => ActivityView
}
