import { amountText } from '../math/amount'
import type { Effects } from '../math/silos-advance'
import type { Part } from '../math/silos-harvest'
import { usdcUnit, xtzUnit } from './snapshot'
import { t } from '../words/t'

/** What a distribution would credit: to all trustees together, and to the ecosystem. rules.md S10, S18 */
export function Credited({ credited }: { credited: Effects['credited'] | undefined }) {
  if (!credited) return null
  const all = credited.dividends.reduce<Part>(
    (sum, { usd, xtz }) => ({ usd: sum.usd + usd, xtz: sum.xtz + xtz }),
    { usd: 0n, xtz: 0n },
  )
  return (
    <ul className="text-xs text-muted">
      <li>{t`Trustees together: ${partText(all)}.`}</li>
      <li>{t`Ecosystem: ${partText(credited.ecosystem)}.`}</li>
    </ul>
  )
}

function partText({ usd, xtz }: Part): string {
  return t`${amountText(usd, usdcUnit)} and ${amountText(xtz, xtzUnit)}`
}
