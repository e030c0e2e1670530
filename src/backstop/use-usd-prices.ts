import { knownValue } from '../math/reading'
import { priceWindow } from './report'
import type { Backstop } from './snapshot'
import { useAverages } from './use-prices'
import { usdPrices, type UsdPrices } from './worth'

/** Averages up to the last full hour, over as long as the newest series takes them. rules.md B17 */
export function useUsdPrices(backstop: Backstop | undefined): UsdPrices {
  const { end, window } = priceWindow(backstop ?? { series: [], timestamp: 0n })
  const averages = useAverages(end, window, backstop !== undefined)
  return usdPrices(knownValue(averages), end, window / 3_600n)
}
