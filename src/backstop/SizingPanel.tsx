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

/** How large the sale can be for what is staked, and the person's part in it. rules.md B3 */
export function SizingPanel({ series, change: written }: { series: Series; change: bigint }) {
  const { terms, state } = series
  if (!state.isKnown)
    return (
      <Panel title="Sizing">
        <Callout tone="warn" title="Unavailable">
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
    <Panel title="Sizing" aside={<Verdict saleLimitUsdt={after.saleLimitUsdt} isPreview={change !== 0n} />}>
      <Gauge
        label={change === 0n ? 'Staked in this series' : 'Staked in this series, with your change'}
        segments={[
          { label: mine > 0n ? 'Others' : 'Staked', value: total - mine, kind: 'base' },
          ...(mine > 0n ? [{ label: 'Mine', value: mine - removed, kind: 'mine' as const }] : []),
          ...(added > 0n ? [{ label: 'My addition', value: added, kind: 'added' as const }] : []),
        ]}
        marks={[
          { label: 'Minimum', value: marks.minimumUsdt },
          { label: 'Cap', value: marks.capUsdt },
        ]}
        format={usdt}
      />
      <div className="mt-4">
        <StatGrid columns={3}>
          <Figure
            label="Capacity"
            term={words.capacity}
            reading={mapReading(state, ({ capacityUsdt }) => capacityUsdt)}
            format={usdt}
            hint="Principal the stake can cover"
          />
          <Figure
            label="Sale limit"
            term={words.saleLimit}
            reading={mapReading(state, ({ saleLimitUsdt }) => saleLimitUsdt)}
            format={usdt}
            hint="The smaller of capacity and cap"
          />
          {series.position ? (
            <Figure
              label="My share of the pool"
              reading={mapReading(series.position, ({ shares }) => shares)}
              format={(shares) => displayRatio(shares, total)}
              hint="Decides every payout"
            />
          ) : (
            <Figure
              label="Left to the cap"
              reading={mapReading(state, ({ totalShares }) => leftToCap(terms, totalShares))}
              format={usdt}
              hint="Stake beyond it is surplus"
            />
          )}
        </StatGrid>
      </div>
    </Panel>
  )
}

function Verdict({ saleLimitUsdt, isPreview }: { saleLimitUsdt: bigint; isPreview: boolean }) {
  const when = isPreview ? 'with your change' : 'now'
  return (
    <span className="text-xs text-muted">
      {saleLimitUsdt === 0n ? `Below the minimum ${when}` : `Sale would proceed ${when}`}
    </span>
  )
}
