import type { Readings } from '../chain/read'
import { knownValue } from '../math/reading'
import { usdt } from '../math/tether'
import { Figure } from '../ui/Figure'
import { Stat, StatGrid } from '../ui/Stat'
import type { reserveReads } from './all-series'
import { btc, mstr } from './format'
import type { Series } from './snapshot'
import { t } from '../words/t'

export type ReserveReadings = Readings<ReturnType<typeof reserveReads>> | undefined

/** What compensates stakers for stake that is used: set aside per series, and the one treasury behind all. rules.md B13 */
export function ReserveFigures({ shown, readings }: { shown: readonly Series[]; readings: ReserveReadings }) {
  const states = shown.map(({ state }) => knownValue(state))
  const isKnown = states.every((state) => state !== undefined)
  const sum = (pick: (state: NonNullable<(typeof states)[number]>) => bigint) =>
    states.reduce((total, state) => total + (state ? pick(state) : 0n), 0n)
  const treasury = readings?.treasury
  return (
    <section aria-label={t`What compensates stakers`} className="grid gap-2">
      <h2 className="text-sm font-semibold">{t`What compensates stakers`}</h2>
      <StatGrid>
        <Reserve
          label={t`MSTR reserved`}
          text={isKnown ? mstr(sum((state) => state.mstrReserved)) : undefined}
        />
        <Reserve
          label={t`BTC of the series`}
          text={isKnown ? btc(sum((state) => state.seriesBtc)) : undefined}
        />
        <Figure
          label={t`Treasury, BTC`}
          reading={treasury?.btc}
          format={btc}
          hint={t`One treasury for all series`}
        />
        <Figure
          label={t`Treasury, USDT`}
          reading={treasury?.usdt}
          format={usdt}
          hint={t`Proceeds it has kept`}
        />
      </StatGrid>
    </section>
  )
}

function Reserve({ label, text }: { label: string; text: string | undefined }) {
  return (
    <Stat label={label} hint={t`Set aside by the series shown`}>
      {text ?? t`Not known`}
    </Stat>
  )
}
