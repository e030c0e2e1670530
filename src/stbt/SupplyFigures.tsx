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
        label="Supply"
        reading={supply}
        format={(value) => displayAmount(value, 18, { maxFractionDigits: 0 })}
        full={(value) => exactText(value, stbtUnit)}
        unit="STBT"
      />
      <Figure
        label="Index"
        term={terms.index}
        reading={index}
        format={(value) => displayAmount(value, 18, { maxFractionDigits: 6 })}
        full={(value) => displayAmount(value, 18, { maxFractionDigits: 18 })}
        hint="STBT per share"
      />
      <Stat
        label="7-day yield, a year"
        hint="By compounding the last seven days; an estimate, and negative when they lost."
      >
        {apy === undefined ? (isRead ? '–' : 'Being read') : rateText(apy)}
      </Stat>
      <Carry stbt={stbt} />
    </StatGrid>
  )
}

function Carry({ stbt: { state } }: { stbt: Stbt }) {
  if (state.isKnown && state.value.kind === 'live')
    return (
      <Stat label="Carried interest" hint="The live contract does not tell; a loss may be rebased at once.">
        Kept off chain
      </Stat>
    )
  return (
    <Figure
      label="Carried interest"
      term={terms.carry}
      reading={mapReading(state, (known) => (known.kind === 'ours' ? known.carry : 0n))}
      format={signedText}
      full={(value) => exactText(value, stbtUnit)}
      unit="STBT"
      hint="A loss waits here and comes off the next interest; what is above the daily limit waits too."
    />
  )
}
