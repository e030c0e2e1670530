import { displayRatio } from '../math/amount'
import { chamberOf, silosIn, type Silo } from '../math/silos-figures'
import type { SiloState } from '../math/silos-state'
import { classes } from '../ui/classes'
import { barPercent } from '../ui/percent'
import { fullText, usdText } from './format'
import { t } from '../words/t'

/** A vessel is drawn up to 120% of what fills it: so much above its line is seen. */
const shown = (silo: Silo) => (silo.line * 6n) / 5n

/**
 * The four silos as vessels of one size, filled as high as they are, and the chamber that takes what overflows. Said
 * again by the table below it, so it is hidden from those who listen.
 */
export function Vessels({ state }: { state: SiloState }) {
  const silos = silosIn(state)
  const chamber = chamberOf(state)
  return (
    <div aria-hidden="true" className="forced-color-adjust-none">
      <div className="grid grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-5">
        {silos.map((silo) => (
          <Vessel key={silo.number} silo={silo} />
        ))}
        <div className="col-span-2 grid content-end gap-1 text-center text-xs sm:col-span-1">
          <div className="mx-auto grid min-h-20 w-full place-items-center sm:max-w-24 rounded-b border border-t-0 border-line-strong p-1 text-muted">
            {chamber !== undefined && chamber.worth > 0n
              ? usdText(chamber.worth)
              : t`Fills when all four are full`}
          </div>
          <p className="font-semibold">{t`Surplus chamber`}</p>
          <p className="text-muted">{t`Not counted`}</p>
        </div>
      </div>
      <div className="mt-1 hidden grid-cols-5 gap-x-4 text-center text-xs text-muted sm:grid">
        <p className="col-span-2 border-t pt-1">{t`Base layer`}</p>
        <p className="col-span-2 border-t pt-1">{t`Growth layer`}</p>
      </div>
    </div>
  )
}

function Vessel({ silo }: { silo: Silo }) {
  const { number, token, worth, line } = silo
  const isDollars = token === 'USDC'
  const fill = worth === undefined ? 0n : worth < line ? worth : line
  const over = worth !== undefined && worth > line ? worth - line : 0n
  const height = shown(silo)
  return (
    <div className="grid gap-1 text-center text-xs">
      <svg className="h-40 w-full overflow-visible" role="presentation">
        <rect
          x="4%"
          width="92%"
          y={barPercent(height - fill, height)}
          height={barPercent(fill, height)}
          className={isDollars ? 'fill-accent' : 'fill-accent/50'}
        />
        {over > 0n && (
          <rect
            x="4%"
            width="92%"
            y={barPercent(height > line + over ? height - line - over : 0n, height)}
            height={barPercent(over < height - line ? over : height - line, height)}
            className="fill-accent-soft stroke-accent"
            strokeDasharray="4 3"
          />
        )}
        <line x1="4%" x2="4%" y1="0" y2="100%" className="stroke-line-strong" strokeWidth="2" />
        <line x1="96%" x2="96%" y1="0" y2="100%" className="stroke-line-strong" strokeWidth="2" />
        <line x1="4%" x2="96%" y1="100%" y2="100%" className="stroke-line-strong" strokeWidth="2" />
        <line
          x1="0"
          x2="100%"
          y1={barPercent(height - line, height)}
          y2={barPercent(height - line, height)}
          className="stroke-ink"
          strokeDasharray="5 4"
        />
      </svg>
      <p className="text-lg font-semibold">{worth === undefined ? t`No price` : fullText(worth, line)}</p>
      <p className="font-semibold">{t`Silo ${number}`}</p>
      <p className="text-muted">
        {token} {worth === undefined ? '' : usdText(worth, { maxFractionDigits: 0 })}
      </p>
    </div>
  )
}

/** USDC is plain and XTZ hatched, the growth layer paler: no two are alike. */
const partLook = {
  1: 'bg-accent',
  2: 'bg-hatch text-accent',
  3: 'bg-accent/60',
  4: 'bg-hatch text-accent/60',
} as const

/** All four on one scale up to 400%. rules.md S2 */
export function RatioBar({ state }: { state: SiloState }) {
  const silos = silosIn(state)
  const whole = state.supply * 4n
  return (
    <figure aria-label={t`Reserves against supply`} className="grid gap-1 text-xs">
      <div
        aria-hidden="true"
        className="relative flex h-4 forced-color-adjust-none overflow-hidden rounded-sm bg-sunken ring-1 ring-line ring-inset"
      >
        {silos.map(({ number, worth = 0n }) => (
          <div
            key={number}
            className={classes('h-full shrink-0 border-e border-surface', partLook[number])}
            style={{ width: barPercent(worth, whole) }}
          />
        ))}
      </div>
      <div aria-hidden="true" className="flex justify-between text-muted">
        {['0', '100%', '200%', '300%', '400%'].map((mark) => (
          <span key={mark}>{mark}</span>
        ))}
      </div>
      <figcaption className="sr-only">
        {silos
          .map(({ number, worth }) =>
            worth === undefined
              ? t`Silo ${number}: no price.`
              : t`Silo ${number}: ${displayRatio(worth, state.supply)} of the supply.`,
          )
          .join(' ')}
      </figcaption>
    </figure>
  )
}
