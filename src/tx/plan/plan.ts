import type { Abi, Address } from 'viem'

/** Something that can leave or arrive. */
export type Asset =
  | { readonly kind: 'erc20'; readonly address: Address; readonly symbol: string; readonly decimals: number }
  | { readonly kind: 'erc721'; readonly address: Address; readonly symbol: string }
  | { readonly kind: 'native'; readonly symbol: string; readonly decimals: 18 }

/** An amount of an asset in base units; for an ERC-721 the number of tokens. */
export type Flow = {
  readonly asset: Asset
  readonly amount: bigint
  /** For what is got at a price that moves with each second: from here on it is accepted. Else to the unit. */
  readonly least?: bigint
  /** For what is given and grows with each second: up to here it is accepted. Else to the unit. */
  readonly most?: bigint
}

/** One contract call, frozen when the person clicks. */
export type ContractCall = {
  readonly address: Address
  /** What the person knows this contract as ("Backstop pool of Series A"). */
  readonly label: string
  readonly abi: Abi
  readonly functionName: string
  readonly args: readonly unknown[]
  /** Positions in `args` of what only bounds the call (a minimum, a deadline): it does the same with other ones. */
  readonly boundArgs?: readonly number[]
  /** Ether sent along, in wei. */
  readonly value?: bigint
}

/** The event that proves an act: without it in the receipt the act is not shown as done (trust.md D4). */
export type Effect = {
  readonly address: Address
  readonly abi: Abi
  readonly eventName: string
  /** Arguments that must be equal; the others are free. */
  readonly args: Readonly<Record<string, unknown>>
}

/**
 * ERC-20 spending an act needs; reset and approval steps are derived from the chain. An act that takes an allowance
 * back spends 0 of it: so the review shows the allowance before and after.
 */
export type Spending = {
  readonly token: Extract<Asset, { kind: 'erc20' }>
  readonly spender: Address
  readonly spenderLabel: string
  readonly amount: bigint
}

/**
 * A figure that no argument of the call holds to: what is expected, and the event that tells what became of it. The
 * review says that there is no bound, and the result names the difference.
 */
export type Unbounded = {
  /** "gUSDT locked" */
  readonly label: string
  readonly expected: bigint
  /** Of an amount; undefined for a number that is read as it is. */
  readonly asset?: Extract<Asset, { kind: 'erc20' }>
  readonly event: Effect
  /** The argument of the event that is the figure. */
  readonly argument: string
}

/** One thing to do on chain, with what the person expects of it. */
export type Act = {
  readonly title: string
  readonly call: ContractCall
  readonly spends?: Spending
  readonly gives: readonly Flow[]
  readonly gets: readonly Flow[]
  /** What it brings that no balance of a token shows, each as the review says it; its event tells of it. */
  readonly credits?: readonly string[]
  readonly effect: Effect
  /**
   * What a rehearsal must show to the last unit, where balances can't: shares that go into a lock. On inclusion the
   * contract's own bounds hold instead.
   */
  readonly rehearsed?: Effect
  /** What the contract takes no bound for. */
  readonly unbounded?: Unbounded
  /** Who receives, when it is not the account itself. */
  readonly recipient?: Address
}

/**
 * Something a plan was told by a node: an address, the decimals of a token, who owns an NFT. What a second source must
 * confirm before the wallet opens. trust.md D38
 */
export type Fact =
  | {
      readonly kind: 'answer'
      /** A whole sentence without its full stop: "Series A is made of the contracts shown". */
      readonly means: string
      readonly address: Address
      readonly abi: Abi
      readonly functionName: string
      readonly args: readonly unknown[]
      /** What the plan was made with, as viem decodes it. */
      readonly expects: unknown
      /** Which 32-byte words of the answer count, where others move with each second; else all. */
      readonly words?: readonly number[]
    }
  | {
      /** No node can forge it: the address follows from who created the contract, and as which of its own. */
      readonly kind: 'created'
      readonly means: string
      readonly address: Address
      readonly by: Address
      readonly nonce: bigint
    }

/** A bound that an argument of the call makes the contract enforce, shown in the review ("At least 100 shares"). */
export type Bound = { readonly label: string; readonly value: string }

/** What a person wants: plain data, made by a system room's `plans.ts`, one function per action. */
export type Plan = {
  /** Stable verb, `backstop.stake`. */
  readonly kind: string
  /** Whose errors explain a revert; undefined where no system is spoken to. */
  readonly system: string | undefined
  /** "Stake 1,000 USDT in Series A" */
  readonly title: string
  readonly chainId: number
  readonly account: Address
  readonly acts: readonly Act[]
  readonly bounds: readonly Bound[]
  /** What a person should weigh before signing and no contract holds to: whole sentences, shown in the review. */
  readonly notes?: readonly string[]
  /** Each step is asked for by itself once the one before is done: one press for many acts of one kind. */
  readonly goesOn?: boolean
  /** What is different once all of it is done, and what can be done then: whole sentences. */
  readonly afterwards?: readonly string[]
  /** Every address that `config.json` does not name, and what else the plan took from a node's answers. */
  readonly restsOn: readonly Fact[]
}
