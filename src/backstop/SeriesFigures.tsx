import { mapReading } from '../math/reading'
import { Figure } from '../ui/Figure'
import { StatGrid } from '../ui/Stat'
import type { Series, SeriesState } from './snapshot'
import { exactUsdt, usdt } from '../math/tether'
import { mstr } from './format'
import { terms } from './terms'

/** Where the money of a series is. rules.md B */
export function SeriesFigures({ series: { state } }: { series: Series }) {
  const part = (pick: (value: SeriesState) => bigint) => mapReading(state, pick)
  return (
    <StatGrid>
      <Figure
        label="Staked"
        reading={part((s) => s.totalShares)}
        format={usdt}
        full={exactUsdt}
        hint="All pool shares"
      />
      <Figure
        label="Sold"
        reading={part((s) => s.soldUsdt)}
        format={usdt}
        full={exactUsdt}
        hint="Principal of all Notes sold"
      />
      <Figure
        label="Outstanding"
        reading={part((s) => s.outstandingUsdt)}
        format={usdt}
        full={exactUsdt}
        hint="Principal still to repay"
      />
      <Figure
        label="Ledger"
        term={terms.ledger}
        reading={part((s) => s.ledgerUsdt)}
        format={usdt}
        full={exactUsdt}
        hint="Paid in by exercised Warrants"
      />
      <Figure
        label="Required backstop"
        term={terms.requiredBackstop}
        reading={part((s) => s.requiredUsdt)}
        format={usdt}
        full={exactUsdt}
        hint="Must stay in the pool"
      />
      <Figure
        label="Released"
        reading={part((s) => s.totalShares - s.requiredUsdt)}
        format={usdt}
        full={exactUsdt}
        hint="Stakers may have withdrawn"
      />
      <Figure
        label="Withdrawn"
        reading={part((s) => s.withdrawnUsdt)}
        format={usdt}
        full={exactUsdt}
        hint="By all stakers"
      />
      <Figure
        label="Reserved MSTR"
        reading={part((s) => s.mstrReserved)}
        format={mstr}
        hint="Held for stakers until the compensation is fixed"
      />
    </StatGrid>
  )
}
