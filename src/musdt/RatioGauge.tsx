import { useId } from 'react'

import { classes } from '../ui/classes'
import { barPercent } from '../ui/percent'
import type { VaultState } from './snapshot'
import { percentText } from './words'

const ONE_P = 10n ** 18n
/** What the scale shows, in percent; a ratio outside stands at its end. */
const LOW = 80n
const HIGH = 170n

const bands = [
  { from: LOW, to: 100n, name: 'Below 100%', fill: 'bg-danger', what: 'Price is reduced; full discount' },
  { from: 100n, to: 110n, name: '100 to 110%', fill: 'bg-warn', what: 'Withdrawals take 3 epochs' },
  { from: 110n, to: 120n, name: '110 to 120%', fill: 'bg-accent/60', what: 'Withdrawals take 2 epochs' },
  { from: 120n, to: 150n, name: '120 to 150%', fill: 'bg-success', what: 'Withdrawals take 1 epoch' },
  { from: 150n, to: HIGH, name: 'From 150%', fill: 'bg-muted/50', what: 'Minting is closed' },
] as const

/** The collateral ratio on its bands, now and after what is being entered. rules.md M2, M3, M8 */
export function RatioGauge({ state, after }: { state: VaultState; after: bigint | undefined }) {
  const id = useId()
  const ratio = state.collateralizationP
  const isChanging = after !== undefined && after !== ratio
  return (
    <figure aria-labelledby={id} className="grid gap-2">
      <figcaption
        id={id}
        className="flex flex-wrap items-baseline justify-between gap-x-3 text-xs text-muted"
      >
        Collateral ratio
        <span className="text-sm font-medium text-ink">
          {percentText(ratio)}
          {isChanging && ` → ${percentText(after)}`}
        </span>
      </figcaption>
      <div aria-hidden="true" className="forced-color-adjust-none relative mt-1 mb-5">
        <div className="flex h-4 gap-px overflow-hidden rounded-sm">
          {bands.map(({ from, to, name, fill }) => (
            <div key={name} className={fill} style={{ width: barPercent(to - from, HIGH - LOW) }} />
          ))}
        </div>
        {[100n, 110n, 120n, 150n].map((mark) => (
          <span
            key={mark.toString()}
            className="absolute top-5 -translate-x-1/2 text-[0.6875rem] leading-4 text-muted"
            style={{ left: placeOf(mark * ONE_P) }}
          >
            {mark.toString()}
          </span>
        ))}
        {isChanging && <Needle at={after} isAfter />}
        <Needle at={ratio} />
      </div>
      <dl className="grid gap-x-5 gap-y-1 text-xs sm:grid-cols-2">
        {bands.map(({ from, to, name, fill, what }) => {
          const isHere = (from === LOW || ratio >= from * ONE_P) && (to === HIGH || ratio < to * ONE_P)
          return (
            <div key={name} className={classes('flex items-baseline gap-1.5', !isHere && 'text-muted')}>
              <dt className={classes('flex items-center gap-1.5', isHere && 'font-medium')}>
                <span
                  aria-hidden="true"
                  className={classes('forced-color-adjust-none size-2.5 rounded-xs', fill)}
                />
                {name}
                {isHere && <span className="sr-only">(now)</span>}
              </dt>
              <dd className={classes(isHere && 'font-medium')}>{whatOf(what, state)}</dd>
            </div>
          )
        })}
      </dl>
    </figure>
  )
}

/** A vault with an instant exit has no epochs, and a GToken never closes. */
function whatOf(what: string, state: VaultState): string {
  if (what.startsWith('Withdrawals') && !state.epochs) return 'Discount for locking'
  if (what.startsWith('Minting') && state.mintLimitP === undefined) return 'No discount'
  return what
}

function placeOf(ratio: bigint): string {
  const low = LOW * ONE_P
  return ratio <= low ? '0%' : barPercent(ratio - low, (HIGH - LOW) * ONE_P)
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
