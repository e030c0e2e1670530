import { displayRatio } from '../math/amount'
import { knownValue, mapReading } from '../math/reading'
import { Callout } from '../ui/Callout'
import { Figure } from '../ui/Figure'
import { Gauge } from '../ui/Gauge'
import { Panel } from '../ui/Panel'
import { StatGrid } from '../ui/Stat'
import type { Series } from './snapshot'
import { leftToCap, poolPreview, sizingMarks } from './sizing'
import { usdt } from '../math/tether'
import { terms as words } from './terms'
import { t } from '../words/t'

/** How large the sale can be for what is staked, and the person's part in it. rules.md B3 */
export function SizingPanel({ series, change: written }: { series: Series; change: bigint }) {
  const { terms, state } = series
  if (!state.isKnown)
    return (
      <Panel title={t`Sizing`}>
        <Callout tone="warn" title={t`Unavailable`}>
          {state.reason}
        </Callout>
      </Panel>
    )
  const total = state.value.totalShares
  const mine = (series.position && knownValue(series.position)?.shares) ?? 0n
  const marks = sizingMarks(terms)
  // What was to be taken may just have been: then the form still says so for a moment.
  const change = mine + written < 0n || total + written < 0n ? 0n : written
  const added = change > 0n ? change : 0n
  const removed = change < 0n ? -change : 0n
  const after = poolPreview(terms, total, mine, change)
  return (
    <Panel
      title={t`Sizing`}
      aside={<Verdict saleLimitUsdt={after.saleLimitUsdt} isPreview={change !== 0n} />}
    >
      <Gauge
        label={change === 0n ? t`Staked in this series` : t`Staked in this series, with your change`}
        segments={[
          { label: mine > 0n ? t`Others` : t`Staked`, value: total - mine, kind: 'base' },
          ...(mine > 0n ? [{ label: t`Mine`, value: mine - removed, kind: 'mine' as const }] : []),
          ...(added > 0n ? [{ label: t`My addition`, value: added, kind: 'added' as const }] : []),
        ]}
        marks={[
          { label: t`Minimum`, value: marks.minimumUsdt },
          { label: t`Cap`, value: marks.capUsdt },
        ]}
        format={usdt}
      />
      <div className="mt-4">
        <StatGrid columns={3}>
          <Figure
            label={t`Capacity`}
            term={words.capacity}
            reading={mapReading(state, ({ capacityUsdt }) => capacityUsdt)}
            format={usdt}
            hint={t`Principal the stake can cover`}
          />
          <Figure
            label={t`Sale limit`}
            term={words.saleLimit}
            reading={mapReading(state, ({ saleLimitUsdt }) => saleLimitUsdt)}
            format={usdt}
            hint={t`The smaller of capacity and cap`}
          />
          {series.position ? (
            <Figure
              label={t`My share of the pool`}
              formula={{ rule: 'B8', text: t`My shares ÷ all shares` }}
              reading={mapReading(series.position, ({ shares }) => shares)}
              format={(shares) => displayRatio(shares, total)}
              hint={t`Decides every payout`}
            />
          ) : (
            <Figure
              label={t`Left to the cap`}
              formula={{ rule: 'B3', text: t`Stake that the cap needs − all shares` }}
              reading={mapReading(state, ({ totalShares }) => leftToCap(terms, totalShares))}
              format={usdt}
              hint={t`Stake beyond it is surplus`}
            />
          )}
        </StatGrid>
      </div>
    </Panel>
  )
}

function Verdict({ saleLimitUsdt, isPreview }: { saleLimitUsdt: bigint; isPreview: boolean }) {
  const [below, proceeds] = isPreview
    ? [t`Below the minimum with your change`, t`Sale would proceed with your change`]
    : [t`Below the minimum now`, t`Sale would proceed now`]
  return <span className="text-xs text-muted">{saleLimitUsdt === 0n ? below : proceeds}</span>
}
