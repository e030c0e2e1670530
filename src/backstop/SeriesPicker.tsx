import { useChainSeconds } from '../chain/use-block'
import { displayBps, displayRatio } from '../math/amount'
import { displayDuration } from '../math/time'
import { classes } from '../ui/classes'
import { ShareBar } from '../ui/ShareBar'
import { Skeleton } from '../ui/Skeleton'
import { PhaseBadge } from './PhaseBadge'
import type { Series } from './snapshot'
import { stageOf } from './stage'
import type { Stage } from './stage'
import { sizingMarks } from './sizing'
import { usdt } from '../math/tether'
import { payoutSymbol } from './enums'
import { t } from '../words/t'

type SeriesPickerProps = {
  choices: readonly Series[]
  chosen: Series
  onChoose: (id: number) => void
}

/** The series open for staking, those announced, and the one on screen; one to choose. */
export function SeriesPicker({ choices, chosen, onChoose }: SeriesPickerProps) {
  const now = useChainSeconds()
  return (
    <div
      role="group"
      aria-label={t`Series`}
      className="gap-2 max-sm:-mx-edge max-sm:flex max-sm:overflow-x-auto max-sm:px-edge max-sm:py-1 sm:grid sm:grid-cols-2 lg:grid-cols-3"
    >
      {choices.map((series) => (
        <button
          key={series.id}
          type="button"
          aria-pressed={series.id === chosen.id}
          className={classes(
            'grid gap-2 max-sm:w-72 max-sm:shrink-0 rounded-lg border bg-surface px-4 py-3 text-start transition-colors',
            series.id === chosen.id
              ? 'border-accent ring-1 ring-accent'
              : 'border-line hover:border-line-strong',
          )}
          onClick={() => onChoose(series.id)}
        >
          <Choice series={series} now={now} />
        </button>
      ))}
    </div>
  )
}

function Choice({ series, now }: { series: Series; now: bigint | undefined }) {
  const { terms, state, name } = series
  if (!state.isKnown) return <span>{t`${name}: not known. ${state.reason}`}</span>
  const { capUsdt } = sizingMarks(terms)
  return (
    <>
      <span className="flex items-center justify-between gap-2">
        <span className="font-semibold">{name}</span>
        <PhaseBadge series={series} state={state.value} />
      </span>
      <span className="flex flex-wrap justify-between gap-x-3 text-xs text-muted">
        <span>
          {t`${displayBps(BigInt(terms.upfrontBps))} upfront in ${payoutSymbol(terms.upfrontAsset)}`}
        </span>
        <When next={stageOf(terms, state.value, now).next} now={now} />
      </span>
      <span className="max-sm:hidden">
        <ShareBar
          label={t`${usdt(state.value.totalShares)} staked`}
          part={state.value.totalShares}
          whole={capUsdt}
          shareText={t`${displayRatio(state.value.totalShares, capUsdt)} of cap`}
        />
      </span>
    </>
  )
}

function When({ next, now }: { next: Stage['next']; now: bigint | undefined }) {
  if (now === undefined) return <Skeleton />
  if (next?.at === undefined) return <span>{next?.label}</span>
  return (
    <span>
      {next.label} {next.at <= now ? t`with the next block` : t`in ${displayDuration(next.at - now)}`}
    </span>
  )
}
