import { t } from '../words/t'

/** In the order of the contract's enum `Phase`. */
export const phases = ['Announced', 'Staking', 'Sale', 'Tenor', 'Matured', 'Settled', 'Cancelled'] as const
export type Phase = (typeof phases)[number]

/** In the order of the contract's enum `PayoutAsset`. */
export const payoutAssets = ['BTC', 'USDT', 'MSTR'] as const
export type PayoutSymbol = (typeof payoutAssets)[number]

/** In the order of the contract's enum `ReleaseCause`. */
const releaseCauses = [
  t`Sale finalized`,
  t`Warrant exercised`,
  t`Note converted`,
  t`Note redeemed early`,
  t`Settled`,
] as const

/** Its place among them. */
const SETTLED = releaseCauses.length - 1

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
  return releaseCauses[cause] ?? t`Unknown cause ${cause}`
}

/** From then on what the series owes is told by its redemptions. rules.md B11 */
export function releaseCauseIsSettled(cause: number): boolean {
  return cause === SETTLED
}

export function makeWholeOrder(order: number): string {
  return order === 0 ? t`Series funds first, then treasury` : t`Treasury first, then series funds`
}

/** Who pays the BTC of a make-whole, in a sentence. */
export function makeWholeSource(order: number): string {
  return order === 0
    ? t`paid by the series’ own BTC as far as it goes, else by the treasury`
    : t`paid by the treasury as far as it can, else by the series’ own BTC`
}
