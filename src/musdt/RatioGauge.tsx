import { useId } from 'react'

import { classes } from '../ui/classes'
import { barPercent } from '../ui/percent'
import type { VaultState } from './snapshot'
import { ratioBands } from './ratio-bands'
import { percentText } from './format'
import { ONE_P } from '../math/units'
import { t } from '../words/t'

/** What the scale shows, in percent; a ratio outside stands at its end. */
const LOW = 80n * ONE_P
const HIGH = 170n * ONE_P

/** From the lowest band to the highest; without epochs there are fewer in between. */
const fills = ['bg-danger', 'bg-warn', 'bg-accent/60', 'bg-success']

/** The collateral ratio on its bands, now and after what is being entered. rules.md M2, M3, M8 */
export function RatioGauge({ state, after }: { state: VaultState; after: bigint | undefined }) {
  const id = useId()
  const ratio = state.collateralizationP
  const bands = ratioBands(state).map((band, index, all) => ({
    ...band,
    fill: index === all.length - 1 ? 'bg-muted/50' : (fills[index] ?? 'bg-success'),
  }))
  const isChanging = after !== undefined && after !== ratio
  return (
    <figure aria-labelledby={id} className="grid gap-2">
      <figcaption
        id={id}
        className="flex flex-wrap items-baseline justify-between gap-x-3 text-xs text-muted"
      >
        {t`Collateral ratio`}
        <span dir="ltr" className="text-sm font-medium text-ink">
          {percentText(ratio)}
          {isChanging && <span> → {percentText(after)}</span>}
        </span>
      </figcaption>
      {/* A scale of numbers runs as those of the charts do. */}
      <div aria-hidden="true" dir="ltr" className="forced-color-adjust-none relative mt-1 mb-5">
        <div className="flex h-4 gap-px overflow-hidden rounded-sm">
          {bands.map(({ from, to, name, fill }) => (
            <div
              key={name}
              className={fill}
              style={{ width: barPercent((to ?? HIGH) - (from ?? LOW), HIGH - LOW) }}
            />
          ))}
        </div>
        {bands.map(({ from, name }) => (
          <span
            key={name}
            className="absolute top-5 -translate-x-1/2 text-[0.6875rem] leading-4 text-muted"
            style={{ left: placeOf(from ?? LOW) }}
          >
            {from !== undefined && percentText(from).replace('%', '')}
          </span>
        ))}
        {isChanging && <Needle at={after} isAfter />}
        <Needle at={ratio} />
      </div>
      <dl className="grid gap-x-5 gap-y-1 text-xs sm:grid-cols-2">
        {bands.map(({ name, fill, what, isHere }) => (
          <div key={name} className={classes('flex items-baseline gap-1.5', !isHere && 'text-muted')}>
            <dt className={classes('flex items-center gap-1.5', isHere && 'font-medium')}>
              <span
                aria-hidden="true"
                className={classes('forced-color-adjust-none size-2.5 rounded-xs', fill)}
              />
              {name}
              {isHere && <span className="sr-only">{t`(now)`}</span>}
            </dt>
            <dd className={classes(isHere && 'font-medium')}>{what}</dd>
          </div>
        ))}
      </dl>
    </figure>
  )
}

function placeOf(ratio: bigint): string {
  return ratio <= LOW ? '0%' : barPercent(ratio - LOW, HIGH - LOW)
}

function Needle({ at, isAfter = false }: { at: bigint; isAfter?: boolean }) {
  return (
    <span
      className={classes(
        'absolute -top-1 h-6 w-1 -translate-x-1/2 rounded-full ring-1 ring-surface',
        isAfter ? 'bg-accent' : 'bg-ink',
      )}
      style={{ left: placeOf(at) }}
    />
  )
}
