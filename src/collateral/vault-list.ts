import { knownValue } from '../math/reading'
import { riskOf, type Risk } from './risk-view'
import type { CollateralType, VaultView } from './snapshot'
import { priceStateOf } from './words'

/** A vault in a list. */
export type ListedVault = {
  readonly type: CollateralType
  readonly vault: VaultView
  /** Undefined without debt, and where it can't be judged. */
  readonly risk: Risk | undefined
  /** Whether the price it is judged by holds. */
  readonly holds: boolean
}

/** The vaults of these types, those nearest to liquidation first; what can't be judged and what owes nothing comes last. */
export function listVaults(types: readonly CollateralType[]): readonly ListedVault[] {
  const rows = types.flatMap((type) => {
    const prices = knownValue(type.state)?.prices
    const ratio = knownValue(type.parameters)?.liquidationRatio
    return (knownValue(type.vaults) ?? []).map((vault): ListedVault => {
      const canJudge = prices && ratio !== undefined && prices.current > 0n && vault.debt > 0n
      return {
        type,
        vault,
        risk: canJudge ? riskOf(vault, ratio, prices.current, prices.next) : undefined,
        holds: prices !== undefined && priceStateOf(prices) === 'Fresh',
      }
    })
  })
  return rows.sort((a, b) => compare(a, b))
}

function compare(a: ListedVault, b: ListedVault): number {
  if (!a.risk || !b.risk) {
    if (a.risk || b.risk) return a.risk ? -1 : 1
    return a.vault.debt === b.vault.debt ? 0 : a.vault.debt > b.vault.debt ? -1 : 1
  }
  const order = a.risk.distance - b.risk.distance
  return order === 0n ? 0 : order < 0n ? -1 : 1
}
