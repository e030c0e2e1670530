/** In the order of the contract's enum `Phase`. */
export const phases = ['Announced', 'Staking', 'Sale', 'Tenor', 'Matured', 'Settled', 'Cancelled'] as const
export type Phase = (typeof phases)[number]

/** In the order of the contract's enum `PayoutAsset`. */
export const payoutAssets = ['BTC', 'USDT', 'MSTR'] as const
export type PayoutSymbol = (typeof payoutAssets)[number]

/** In the order of the contract's enum `ReleaseCause`. */
const releaseCauses = [
  'Sale finalized',
  'Warrant exercised',
  'Note converted',
  'Note redeemed early',
  'Settled',
] as const

export function phaseOf(state: { readonly phase: number }): Phase {
  const phase = phases[state.phase]
  if (phase === undefined)
    throw new Error(`The series reports phase ${state.phase}, which this app does not know.`)
  return phase
}

export function payoutSymbol(asset: number): PayoutSymbol {
  const symbol = payoutAssets[asset]
  if (symbol === undefined)
    throw new Error(`The series pays in asset ${asset}, which this app does not know.`)
  return symbol
}

export function releaseCause(cause: number): string {
  return releaseCauses[cause] ?? `Cause ${cause}`
}

export function makeWholeOrder(order: number): string {
  return order === 0 ? 'Series funds first, then treasury' : 'Treasury first, then series funds'
}

/** What each phase means to a staker, in one sentence. */
export const phaseMeaning: Readonly<Record<Phase, string>> = {
  Announced: 'Terms are fixed. Staking has not opened yet.',
  Staking: 'USDT can be staked, and taken back one to one, until staking closes.',
  Sale: 'The stake is closed. Notes are being sold against it.',
  Tenor: 'Notes are outstanding. USDT is released as they shrink or the ledger fills.',
  Matured: 'The bond is due. Anyone can settle it.',
  Settled: 'Notes are paid. What was used is compensated, the rest is free.',
  Cancelled: 'Too little was staked for the minimum sale. Everyone gets their stake back.',
}
