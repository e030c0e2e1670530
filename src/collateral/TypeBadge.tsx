import { Badge } from '../ui/Badge'
import type { TypeRisk } from './risk-view'
import type { CollateralType } from './snapshot'
import { priceStateOf } from './words'
import { t } from '../words/t'

/** The state of a type in a few words: why nothing can be drawn or liquidated, or who is nearest to liquidation. rules.md C8, C10 */
export function TypeBadge({ type, risk }: { type: CollateralType; risk: TypeRisk | undefined }) {
  const { state } = type
  if (!state.isKnown) return <Badge tone="warn">{t`Unavailable`}</Badge>
  const held = priceStateOf(state.value.prices)
  if (held === 'Frozen') return <Badge tone="warn">{t`Frozen`}</Badge>
  if (held === 'Stale') return <Badge tone="warn">{t`Price too old`}</Badge>
  if (held === 'None') return <Badge tone="warn">{t`No price`}</Badge>
  if (!risk) return <Badge tone="warn">{t`Vaults not judged`}</Badge>
  const count = (is: (one: TypeRisk['risks'][number]) => boolean) => risk.risks.filter(is).length
  const liquidatable = count(({ band }) => band === 'liquidatable')
  const next = count(({ fallsNext }) => fallsNext)
  const near = count(({ band }) => band !== 'safe')
  if (liquidatable > 0) return <Badge tone="danger">{t`${liquidatable} liquidatable`}</Badge>
  if (next > 0) return <Badge tone="danger">{t`${next} at the next price`}</Badge>
  if (near > 0) return <Badge tone="warn">{t`${near} within 10%`}</Badge>
  return <Badge tone="success">{t`None within 10%`}</Badge>
}
