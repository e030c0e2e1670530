import { Callout } from '../ui/Callout'
import type { Backstop } from './snapshot'
import { plural, t } from '../words/t'

/** Series of which nothing can be shown, wherever the others are added up. */
export function Unreadable({ series }: { series: Backstop['unreadable'] }) {
  const first = series[0]
  if (!first) return null
  return (
    <Callout
      tone="warn"
      title={plural(series.length, '{n} series could not be read', '{n} series could not be read')}
    >
      {t`Totals on this page are incomplete. Series ${first.id}: ${first.reason}`}
    </Callout>
  )
}
