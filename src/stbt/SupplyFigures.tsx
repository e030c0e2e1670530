import { displayAmount, exactText } from '../math/amount'
import { mapReading } from '../math/reading'
import type { Growth } from '../math/stbt-yield'
import { Figure } from '../ui/Figure'
import { Stat, StatGrid } from '../ui/Stat'
import { rateText } from './format'
import { weeklyYield } from './interest-view'
import { stbtUnit, type Stbt } from './snapshot'
import { signedText } from './format'
import { terms } from './terms'
import { t } from '../words/t'

type SupplyFiguresProps = {
  stbt: Stbt
  growth: Growth | undefined
  /** Whether the history has been read. */
  isRead: boolean
  columns?: 2 | 4
}

/** All STBT: supply, index, rate and what is carried. rules.md T1, T4, T12 */
export function SupplyFigures({ stbt, growth, isRead, columns = 4 }: SupplyFiguresProps) {
  const { supply, index } = stbt.readings
  const apy = weeklyYield(growth)
  return (
    <StatGrid columns={columns}>
      <Figure
        label={t`Supply`}
        reading={supply}
        format={(value) => displayAmount(value, 18, { maxFractionDigits: 0 })}
        full={(value) => exactText(value, stbtUnit)}
        unit="STBT"
      />
      <Figure
        label={t`Index`}
        formula={{ rule: 'T1', text: t`Supply ÷ all shares, rounded down` }}
        term={terms.index}
        reading={index}
        format={(value) => displayAmount(value, 18, { maxFractionDigits: 6 })}
        full={(value) => displayAmount(value, 18, { maxFractionDigits: 18 })}
        hint={t`STBT per share`}
      />
      <Stat
        label={t`7-day yield, a year`}
        hint={t`By compounding the last seven days; an estimate, and negative when they lost.`}
      >
        {apy === undefined ? (isRead ? '–' : t`Being read`) : rateText(apy)}
      </Stat>
      <Carry stbt={stbt} />
    </StatGrid>
  )
}

function Carry({ stbt: { state } }: { stbt: Stbt }) {
  if (state.isKnown && state.value.kind === 'live')
    return (
      <Stat
        label={t`Carried interest`}
        hint={t`The live contract does not tell; a loss may be rebased at once.`}
      >
        {t`Kept off chain`}
      </Stat>
    )
  return (
    <Figure
      label={t`Carried interest`}
      term={terms.carry}
      reading={mapReading(state, (known) => (known.kind === 'ours' ? known.carry : 0n))}
      format={signedText}
      full={(value) => exactText(value, stbtUnit)}
      unit="STBT"
      hint={t`A loss waits here and comes off the next interest; what is above the daily limit waits too.`}
    />
  )
}
