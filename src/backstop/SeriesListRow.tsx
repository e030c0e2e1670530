import { useEffect, useId, useRef } from 'react'
import type { ReactNode } from 'react'

import { knownValue } from '../math/reading'
import { displayDateTime } from '../math/time'
import { Badge } from '../ui/Badge'
import { classes } from '../ui/classes'
import { Icon } from '../ui/Icon'
import { When } from '../ui/When'
import { phaseOf } from './enums'
import { PhaseBadge } from './PhaseBadge'
import type { SeriesRow } from './series-rows'
import type { Series } from './snapshot'
import { stageOf } from './stage'
import { inRow, t } from '../words/t'

type SeriesListRowProps = {
  row: SeriesRow
  isOpen: boolean
  /** The chain's clock, unix seconds. */
  now: bigint | undefined
  onToggle: () => void
  action: ReactNode
  children: (series: Series) => ReactNode
}

/** One series in one line; opened, all about it. */
export function SeriesListRow({ row, isOpen, now, onToggle, action, children }: SeriesListRowProps) {
  const { series, takes } = row
  const id = useId()
  const item = useRef<HTMLLIElement>(null)
  const isPressed = useRef(false)
  useEffect(() => {
    if (!isOpen) return undefined
    // Who came by a link sees this row at the top; who pressed it, where it was, if another one that closed did not
    // take it away. Navigation has its say first: who comes back stays where they were.
    const block = isPressed.current ? 'nearest' : 'start'
    isPressed.current = false
    const frame = requestAnimationFrame(() => {
      if (block === 'nearest' || window.scrollY === 0) item.current?.scrollIntoView({ block })
    })
    return () => cancelAnimationFrame(frame)
  }, [isOpen])
  const toggle = () => {
    isPressed.current = true
    onToggle()
  }
  return (
    <li ref={item}>
      <div className="relative grid grid-cols-[minmax(0,1fr)_auto] items-center max-[16rem]:grid-cols-1 gap-x-4 gap-y-1 px-edge py-2.5 hover:bg-sunken/60 lg:grid-cols-(--series-row)">
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={id}
          className="flex min-h-8 items-center gap-2 text-start font-semibold after:absolute after:inset-0"
          onClick={toggle}
        >
          <Icon
            name="chevron"
            className={classes('size-3.5 shrink-0', !isOpen && '-rotate-90 rtl:rotate-90')}
          />
          {series.name}
        </button>
        <span className="max-lg:text-end max-[16rem]:text-start">
          {series.state.isKnown ? (
            <PhaseBadge series={series} state={series.state.value} />
          ) : (
            <Badge tone="warn">{t`Unavailable`}</Badge>
          )}
        </span>
        <div className="max-lg:col-start-1" translate="no">
          <Takes takes={takes} />
        </div>
        <div className="relative z-1 max-lg:col-start-1 max-lg:text-xs max-lg:text-muted">
          <Next series={series} now={now} />
        </div>
        <div className="relative z-1 justify-self-end max-[16rem]:justify-self-start min-[16rem]:max-lg:col-start-2 min-[16rem]:max-lg:row-span-2 min-[16rem]:max-lg:row-start-2">
          {action}
        </div>
      </div>
      <div id={id}>
        {isOpen && <div className="border-t bg-sunken p-edge max-sm:px-2">{children(series)}</div>}
      </div>
    </li>
  )
}

function Takes({ takes }: Pick<SeriesRow, 'takes'>) {
  if (!takes) return <Badge tone="warn">{t`Not known`}</Badge>
  const [first, ...rest] = takes
  if (first === undefined) return <span className="text-muted">{t`Nothing now`}</span>
  return (
    <>
      <bdi>{first}</bdi>
      {rest.length > 0 && <span className="block text-xs text-muted">{inRow(rest)}</span>}
    </>
  )
}

/** What comes next, and when; of what has ended, when that was. */
function Next({ series, now }: { series: Series; now: bigint | undefined }) {
  const { terms, state, settlement } = series
  if (!state.isKnown) return <span className="text-muted">–</span>
  const { next } = stageOf(terms, state.value, now)
  if (next) return next.at === undefined ? <>{next.label}</> : <When {...next} at={next.at} now={now} />
  const settledAt = phaseOf(state.value) === 'Settled' ? knownValue(settlement)?.settledAt : undefined
  return <span className="text-muted">{settledAt ? t`Settled ${displayDateTime(settledAt)}` : t`Ended`}</span>
}
