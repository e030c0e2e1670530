import { mapReading } from '../math/reading'
import { Figure } from '../ui/Figure'
import { StatGrid } from '../ui/Stat'
import type { Series, SeriesState } from './snapshot'
import { exactUsdt, usdt } from '../math/tether'
import { mstr } from './format'
import { terms } from './terms'
import { t } from '../words/t'

/** Where the money of a series is. rules.md B */
export function SeriesFigures({ series: { state } }: { series: Series }) {
  const part = (pick: (value: SeriesState) => bigint) => mapReading(state, pick)
  return (
    <StatGrid>
      <Figure
        label={t`Staked`}
        reading={part((s) => s.totalShares)}
        format={usdt}
        full={exactUsdt}
        hint={t`All pool shares`}
      />
      <Figure
        label={t`Sold`}
        reading={part((s) => s.soldUsdt)}
        format={usdt}
        full={exactUsdt}
        hint={t`Principal of all Notes sold`}
      />
      <Figure
        label={t`Outstanding`}
        reading={part((s) => s.outstandingUsdt)}
        format={usdt}
        full={exactUsdt}
        hint={t`Principal still to repay`}
      />
      <Figure
        label={t`Ledger`}
        term={terms.ledger}
        reading={part((s) => s.ledgerUsdt)}
        format={usdt}
        full={exactUsdt}
        hint={t`Paid in by exercised Warrants`}
      />
      <Figure
        label={t`Required backstop`}
        formula={{ rule: 'B6', text: t`Outstanding − ledger, at the coverage of the terms; it never rises` }}
        term={terms.requiredBackstop}
        reading={part((s) => s.requiredUsdt)}
        format={usdt}
        full={exactUsdt}
        hint={t`Must stay in the pool`}
      />
      <Figure
        label={t`Released`}
        formula={{ rule: 'B7', text: t`Staked − required backstop` }}
        reading={part((s) => s.totalShares - s.requiredUsdt)}
        format={usdt}
        full={exactUsdt}
        hint={t`Stakers may have withdrawn`}
      />
      <Figure
        label={t`Withdrawn`}
        reading={part((s) => s.withdrawnUsdt)}
        format={usdt}
        full={exactUsdt}
        hint={t`By all stakers`}
      />
      <Figure
        label={t`Reserved MSTR`}
        reading={part((s) => s.mstrReserved)}
        format={mstr}
        hint={t`Held for stakers until the compensation is fixed`}
      />
    </StatGrid>
  )
}
