import { useChainSeconds } from '../chain/use-block'
import { displayBps, displayRatio } from '../math/amount'
import { displayDuration } from '../math/time'
import { Badge } from '../ui/Badge'
import { classes } from '../ui/classes'
import { ShareBar } from '../ui/ShareBar'
import { Skeleton } from '../ui/Skeleton'
import type { Series } from './snapshot'
import { sizingMarks } from './sizing'
import { usdt } from '../math/tether'
import { payoutSymbol, phaseOf } from './enums'

type SeriesPickerProps = {
  choices: readonly Series[]
  chosen: Series
  onChoose: (id: number) => void
}

/** The series open for staking and those announced, one to choose. */
export function SeriesPicker({ choices, chosen, onChoose }: SeriesPickerProps) {
  const now = useChainSeconds()
  return (
    <div role="group" aria-label="Series" className="grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
      {choices.map((series) => (
        <button
          key={series.id}
          type="button"
          aria-pressed={series.id === chosen.id}
          className={classes(
            'grid gap-2 rounded-lg border bg-surface px-4 py-3 text-left transition-colors',
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
  if (!state.isKnown)
    return (
      <span>
        {name}: not known. {state.reason}
      </span>
    )
  const isOpen = phaseOf(state.value) === 'Staking'
  const { capUsdt } = sizingMarks(terms)
  return (
    <>
      <span className="flex items-center justify-between gap-2">
        <span className="font-semibold">{name}</span>
        {isOpen ? <Badge tone="success">Open</Badge> : <Badge>Announced</Badge>}
      </span>
      <span className="flex flex-wrap justify-between gap-x-3 text-xs text-muted">
        <span>
          {displayBps(BigInt(terms.upfrontBps))} upfront in {payoutSymbol(terms.upfrontAsset)}
        </span>
        <When isOpen={isOpen} at={isOpen ? terms.stakingClose : terms.stakingOpen} now={now} />
      </span>
      <span className="max-sm:hidden">
        <ShareBar
          label={`${usdt(state.value.totalShares)} staked`}
          part={state.value.totalShares}
          whole={capUsdt}
          shareText={`${displayRatio(state.value.totalShares, capUsdt)} of cap`}
        />
      </span>
    </>
  )
}

function When({ isOpen, at, now }: { isOpen: boolean; at: bigint; now: bigint | undefined }) {
  if (now === undefined) return <Skeleton />
  if (at <= now) return <span>{isOpen ? 'Closing with the next block' : 'Opening with the next block'}</span>
  return (
    <span>
      {isOpen ? 'Closes' : 'Opens'} in {displayDuration(at - now)}
    </span>
  )
}
