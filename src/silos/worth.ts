import { knownValue } from '../math/reading'
import { conditionsOf, type SiloState } from '../math/silos-state'
import { par, partOf, walletPart, type UsdPrice, type Worth } from '../system/worth'
import { usdcUnit, usdtzUnit, xtzUnit, type Silos } from './snapshot'
import { t } from '../words/t'

/** XTZ at the lower of its two prices, the older of which dates it; undefined where they hold none. rules.md S15 */
export function xtzPrice(state: SiloState | undefined): UsdPrice | undefined {
  const low = state && conditionsOf(state).low
  if (!low) return undefined
  const { feed, dex } = state
  const at = feed.updatedAt < dex.updatedAt ? feed.updatedAt : dex.updatedAt
  return { of: xtzUnit.symbol, usdWad: low, from: { source: t`the lower of feed and exchange`, at } }
}

/** USDtz, what a distribution credited, and the two tokens beside it. rules.md S11, S18 */
export function worthOf({ holder, state }: Pick<Silos, 'holder' | 'state'>): Worth {
  const [usdc, xtz] = [par(usdcUnit.symbol), xtzPrice(knownValue(state))]
  const where = t`Credited, to claim`
  return {
    parts: [
      ...partOf(knownValue(holder?.usdtz), usdtzUnit, par(usdtzUnit.symbol), {
        key: 'usdtz',
        where: t`In the account`,
      }),
      ...partOf(knownValue(holder?.owedUsd), usdcUnit, usdc, { key: 'owed USDC', where }),
      ...partOf(knownValue(holder?.owedXtz), xtzUnit, xtz, { key: 'owed XTZ', where }),
      ...walletPart(holder?.usdc, usdcUnit, usdc),
      ...walletPart(holder?.xtz, xtzUnit, xtz),
    ],
    notCounted: [],
  }
}
