/** An amount an event tells, under the name the contract gives it. */
export type ToldAmount = {
  readonly field: string
  /** Base units. */
  readonly value: bigint
  readonly decimals: number
  /** USDT, BTC, MSTR, mUSDT, "USDT of Notes", "Warrants". */
  readonly unit: string
  /** `none`: it stayed where it was. */
  readonly direction: 'in' | 'out' | 'none'
}

/** What an event says in words and amounts: the contract's own numbers, nothing computed. */
export type Told = {
  /** "Staked", "Note 3 converted". */
  readonly what: string
  readonly amounts: readonly ToldAmount[]
  /** Who received it. */
  readonly to?: `0x${string}`
}
