import { conditionsOf, type SiloState } from '../math/silos-state'
import type { UsdPrice } from '../system/worth'
import { xtzUnit } from './snapshot'

/** XTZ at the lower of its two prices, the older of which dates it; undefined where they hold none. rules.md S15 */
export function xtzPrice(state: SiloState | undefined): UsdPrice | undefined {
  const low = state && conditionsOf(state).low
  if (!low) return undefined
  const { feed, dex } = state
  const at = feed.updatedAt < dex.updatedAt ? feed.updatedAt : dex.updatedAt
  return { of: xtzUnit.symbol, usdWad: low, from: { source: 'the lower of feed and exchange', at } }
}
