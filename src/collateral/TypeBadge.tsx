import { Badge } from '../ui/Badge'
import type { TypeRisk } from './risk-view'
import type { CollateralType } from './snapshot'
import { priceStateOf } from './words'

/** The state of a type in a few words: why nothing can be drawn or liquidated, or who is nearest to liquidation. rules.md C8, C10 */
export function TypeBadge({ type, risk }: { type: CollateralType; risk: TypeRisk | undefined }) {
  const { state } = type
  if (!state.isKnown) return <Badge tone="warn">Unavailable</Badge>
  const held = priceStateOf(state.value.prices)
  if (held === 'Frozen') return <Badge tone="warn">Frozen</Badge>
  if (held === 'Stale') return <Badge tone="warn">Price too old</Badge>
  if (held === 'None') return <Badge tone="warn">No price</Badge>
  if (!risk) return <Badge tone="warn">Vaults not judged</Badge>
  const count = (is: (one: TypeRisk['risks'][number]) => boolean) => risk.risks.filter(is).length
  const liquidatable = count(({ band }) => band === 'liquidatable')
  const next = count(({ fallsNext }) => fallsNext)
  const near = count(({ band }) => band !== 'safe')
  if (liquidatable > 0) return <Badge tone="danger">{`${liquidatable} liquidatable`}</Badge>
  if (next > 0) return <Badge tone="danger">{`${next} at the next price`}</Badge>
  if (near > 0) return <Badge tone="warn">{`${near} within 10%`}</Badge>
  return <Badge tone="success">None within 10%</Badge>
}
