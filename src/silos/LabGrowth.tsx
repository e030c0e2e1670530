import { displayAmount, displayBps } from '../math/amount'
import {
  cyclesBetweenAtConstantPrice,
  doublingCyclesAtConstantPrice,
  growthAtConstantPriceDown,
} from '../math/silos-growth'
import { conditionsOf, type SiloState } from '../math/silos-state'
import { BPS, WAD } from '../math/units'
import { Panel } from '../ui/Panel'
import type { Scenario } from './scenario'
import { t } from '../words/t'

type LabGrowthProps = { start: SiloState; scenario: Pick<Scenario, 'lendBps' | 'bakeBps'> }

/** How fast it grows if XTZ stays where it is and everything is kept: an estimate with its assumption. rules.md S12 */
export function LabGrowth({ start, scenario }: LabGrowthProps) {
  const rates = { lending: (scenario.lendBps * WAD) / BPS, baking: (scenario.bakeBps * WAD) / BPS }
  const growth = growthAtConstantPriceDown(start.books, conditionsOf(start).low, rates) ?? 0n
  const cycles = (value: bigint | undefined) =>
    value === undefined
      ? t`never`
      : t`${displayAmount(value, 18, { maxFractionDigits: 2, round: 'up' })} cycles`
  const between = (from: bigint, to: bigint) => cycles(cyclesBetweenAtConstantPrice(from, to, growth))
  const rows = [
    [t`To double`, cycles(doublingCyclesAtConstantPrice(growth))],
    [t`From 100% to 200%`, between(1n, 2n)],
    [t`From 200% to 300%`, between(2n, 3n)],
    [t`From 300% to 400%`, between(3n, 4n)],
  ] as const
  return (
    <Panel
      title={t`If XTZ stayed where it is`}
      lead={t`An estimate: ${displayBps((growth * BPS) / WAD)} a cycle on all four silos, everything kept, no conversion costs.`}
    >
      <dl className="divide-y divide-line text-sm">
        {rows.map(([what, time]) => (
          <div key={what} className="flex flex-wrap justify-between gap-x-4 py-2">
            <dt className="text-muted">{what}</dt>
            <dd className="font-medium">{time}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}
