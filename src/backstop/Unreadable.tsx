import { Callout } from '../ui/Callout'
import type { Backstop } from './snapshot'

/** Series of which nothing can be shown, wherever the others are added up. */
export function Unreadable({ series }: { series: Backstop['unreadable'] }) {
  const first = series[0]
  if (!first) return null
  return (
    <Callout tone="warn" title={`${series.length} series could not be read`}>
      Totals on this page are incomplete. Series {first.id}: {first.reason}
    </Callout>
  )
}
