import { displayRatio } from '../math/amount'
import { displayDuration } from '../math/time'
import { BPS } from '../math/units'
import { Stat, StatGrid } from '../ui/Stat'
import { usdText } from './format'
import type { Summary } from './scenario'

type LabSummaryProps = { summary: Summary; ahead: bigint; cycleSeconds: bigint }

/** Three answers before the picture, and the order in which the silos fill. */
export function LabSummary({ summary, ahead, cycleSeconds }: LabSummaryProps) {
  const { shortIn, lowestSilo3, allFullIn, harvest, dividend, fullIn } = summary
  const lowest = `Silo 3 is lowest ${cycleText(lowestSilo3.cycle)}: ${displayRatio(lowestSilo3.fill, BPS, { maxFractionDigits: 0 })}.`
  const order = fullIn
    .map((cycle, index) => ({ silo: index + 1, cycle }))
    .map(({ silo, cycle }) =>
      cycle === undefined ? `Silo ${silo} not within ${ahead} cycles` : `Silo ${silo} ${cycleText(cycle)}`,
    )
  return (
    <>
      <StatGrid columns={3}>
        <Stat
          label="Does Silo 2 stay short?"
          hint={shortIn === undefined ? lowest : `Minting stops, redeeming for USDC goes on. ${lowest}`}
        >
          {shortIn === undefined ? 'No' : `Yes, from cycle ${shortIn} on`}
        </Stat>
        <Stat
          label="All four full"
          hint={
            allFullIn === undefined || allFullIn === 0n
              ? ''
              : `In ${displayDuration(allFullIn * cycleSeconds)}.`
          }
        >
          {allFullIn === undefined
            ? `Not within ${ahead} cycles`
            : allFullIn === 0n
              ? 'Now'
              : `Cycle ${allFullIn}`}
        </Stat>
        <Stat
          label="Harvest in all"
          hint={
            dividend > 0n
              ? `${usdText(dividend, { maxFractionDigits: 0 })} paid out.`
              : 'Nothing is paid out.'
          }
        >
          {usdText(harvest, { maxFractionDigits: 0 })}
        </Stat>
      </StatGrid>
      <p className="text-xs text-muted">First full: {order.join('; ')}.</p>
    </>
  )
}

function cycleText(cycle: bigint): string {
  return cycle === 0n ? 'now' : `in cycle ${cycle}`
}
