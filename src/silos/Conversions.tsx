import { amountText } from '../math/amount'
import type { Conversion } from '../math/silos-draft'
import { usdcUnit, xtzUnit } from './snapshot'
import { t } from '../words/t'

/** What an action converts, and what it leaves because the exchange is worse than the bound. rules.md S13 */
export function Conversions({ conversions }: { conversions: readonly Conversion[] }) {
  if (conversions.length === 0) return null
  return (
    <ul className="text-xs text-muted">
      {conversions.map((made, index) => {
        const [paid, got] = made.buysXtz ? [usdcUnit, xtzUnit] : [xtzUnit, usdcUnit]
        return (
          // The list is made anew with each preview, and its order is all that tells them apart.
          <li key={index}>
            {made.isMade
              ? t`Converts ${amountText(made.spent, paid)} to ${amountText(made.received, got)}.`
              : t`Skips a conversion to ${amountText(made.wanted, got)}: none is allowed now, or the exchange is worse than the bound. It may be repeated.`}
          </li>
        )
      })}
    </ul>
  )
}
