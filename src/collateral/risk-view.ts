import {
  bandOf,
  crossingPriceUp,
  staircaseOf,
  survivedFallDown,
  type Band,
  type Step,
} from '../math/collateral-risk'
import { isSafe } from '../math/collateral'
import { knownValue } from '../math/reading'
import type { CollateralType, VaultView } from './snapshot'
import { priceStateOf, type PriceStateName } from './words'
import { t } from '../words/t'

/** A vault with debt beside its price: what pages compare. */
export type Risk = {
  readonly id: bigint
  readonly owner: string
  readonly debt: bigint
  readonly collateral: bigint
  /** Lp, WAD. */
  readonly crossing: bigint
  readonly band: Band
  /** The fall it survives, WAD of the price. */
  readonly distance: bigint
  /** The next price liquidates it and the current one does not. */
  readonly fallsNext: boolean
}

/** The vaults of a type by the price that is shown, whether it holds or not. */
export type TypeRisk = {
  readonly type: CollateralType
  readonly price: bigint
  readonly next: bigint
  readonly priceState: PriceStateName
  readonly liquidationRatio: bigint
  readonly risks: readonly Risk[]
  readonly staircase: readonly Step[]
  /** Of the vaults with debt. */
  readonly debt: bigint
}

/** Why the vaults of a type can't be judged. */
export type Unjudged = { readonly type: CollateralType; readonly reason: string }

/** A vault with debt at prices (WAD, next 0 where none is queued). rules.md C6, C10 */
export function riskOf(vault: VaultView, ratio: bigint, current: bigint, next: bigint): Risk {
  const { id, stored, debt } = vault
  const { owner, collateral } = stored
  // Of a debt without collateral no price is high enough: that of the smallest part of it stands for it.
  const crossing = crossingPriceUp({ debt, collateral: collateral === 0n ? 1n : collateral }, ratio)
  const band = bandOf({ debt, collateral }, ratio, current, next)
  return {
    ...{ id, owner, debt, collateral, crossing, band },
    distance: survivedFallDown(crossing, current),
    fallsNext: next !== 0n && band !== 'liquidatable' && !isSafe(debt, collateral, next, ratio),
  }
}

/** The vaults of every type, or why they are not judged. rules.md C9, C10 */
export function risksOf(types: readonly CollateralType[]): {
  readonly judged: readonly TypeRisk[]
  readonly unjudged: readonly Unjudged[]
} {
  const judged: TypeRisk[] = []
  const unjudged: Unjudged[] = []
  for (const type of types) {
    const { state, parameters, vaults } = type
    if (!state.isKnown) unjudged.push({ type, reason: state.reason })
    else if (!parameters.isKnown) unjudged.push({ type, reason: parameters.reason })
    else if (!vaults.isKnown) unjudged.push({ type, reason: vaults.reason })
    else if (state.value.prices.current === 0n)
      unjudged.push({ type, reason: t`There is no current price yet.` })
    else judged.push(typeRisk(type, vaults.value, state.value, parameters.value.liquidationRatio))
  }
  return { judged, unjudged }
}

function typeRisk(
  type: CollateralType,
  vaults: readonly VaultView[],
  { prices }: { readonly prices: { current: bigint; next: bigint; state: number } },
  liquidationRatio: bigint,
): TypeRisk {
  const { current, next } = prices
  const risks = vaults
    .filter(({ debt }) => debt > 0n)
    .map((vault) => riskOf(vault, liquidationRatio, current, next))
  return {
    ...{ type, next, liquidationRatio, risks },
    price: current,
    priceState: priceStateOf(prices),
    staircase: staircaseOf(
      risks.map(({ debt, collateral }) => ({ debt, collateral: collateral === 0n ? 1n : collateral })),
      liquidationRatio,
    ),
    debt: risks.reduce((sum, { debt }) => sum + debt, 0n),
  }
}

/** How many vaults of a type are not in its list: more than this app reads. */
export function missingVaults({ state, vaults }: CollateralType): bigint {
  const count = knownValue(state)?.vaults ?? 0n
  const shown = BigInt(knownValue(vaults)?.length ?? 0)
  return count > shown && vaults.isKnown ? count - shown : 0n
}
