import { displayRatio } from '../math/amount'
import { displayDuration } from '../math/time'
import { BPS } from '../math/units'
import { Stat, StatGrid } from '../ui/Stat'
import { usdText } from './format'
import type { Summary } from './scenario'
import { plural, t } from '../words/t'

type LabSummaryProps = { summary: Summary; ahead: bigint; cycleSeconds: bigint }

/** Three answers before the picture, and the order in which the silos fill. */
export function LabSummary({ summary, ahead, cycleSeconds }: LabSummaryProps) {
  const { shortIn, lowestSilo3, allFullIn, harvest, dividend, fullIn } = summary
  const lowest = t`Silo 3 is lowest ${cycleText(lowestSilo3.cycle)}: ${displayRatio(lowestSilo3.fill, BPS, { maxFractionDigits: 0 })}.`
  const order = fullIn
    .map((cycle, index) => ({ silo: index + 1, cycle }))
    .map(({ silo, cycle }) =>
      cycle === undefined
        ? t`Silo ${silo} not within ${plural(ahead, '{n} cycle', '{n} cycles')}`
        : t`Silo ${silo} ${cycleText(cycle)}`,
    )
  return (
    <>
      <StatGrid columns={3}>
        <Stat
          label={t`Does Silo 2 stay short?`}
          hint={shortIn === undefined ? lowest : t`Minting stops, redeeming for USDC goes on. ${lowest}`}
        >
          {shortIn === undefined ? t`No` : t`Yes, from cycle ${shortIn} on`}
        </Stat>
        <Stat
          label={t`All four full`}
          hint={
            allFullIn === undefined || allFullIn === 0n
              ? ''
              : t`In ${displayDuration(allFullIn * cycleSeconds)}.`
          }
        >
          {allFullIn === undefined
            ? t`Not within ${plural(ahead, '{n} cycle', '{n} cycles')}`
            : allFullIn === 0n
              ? t`Now`
              : t`Cycle ${allFullIn}`}
        </Stat>
        <Stat
          label={t`Harvest in all`}
          hint={
            dividend > 0n
              ? t`${usdText(dividend, { maxFractionDigits: 0 })} paid out.`
              : t`Nothing is paid out.`
          }
        >
          {usdText(harvest, { maxFractionDigits: 0 })}
        </Stat>
      </StatGrid>
      <p className="text-xs text-muted">{t`First full: ${order.join('; ')}.`}</p>
    </>
  )
}

function cycleText(cycle: bigint): string {
  return cycle === 0n ? t`now` : t`in cycle ${cycle}`
}
