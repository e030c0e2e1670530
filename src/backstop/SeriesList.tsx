import { useId, useState } from 'react'
import type { ReactNode } from 'react'

import { useChainSeconds } from '../chain/use-block'
import { Choices } from '../ui/Choices'
import { useUrlChoice } from '../ui/use-url-choice'
import { SeriesListRow } from './SeriesListRow'
import { found, isTakeable, orders, sorted } from './series-rows'
import type { Order, SeriesRow } from './series-rows'
import type { Series } from './snapshot'
import { t } from '../words/t'

type SeriesListProps = {
  rows: readonly SeriesRow[]
  /** Heads what can be taken ("You can claim"). */
  takesHead: string
  /** The action of a row; `open` shows the row. */
  action: (series: Series, open: () => void) => ReactNode
  /** All about the one series whose row is open. */
  children: (series: Series) => ReactNode
}

/** Up to so many rows are seen at a glance; of more, one wants to find one. */
const FEW = 10

/**
 * A row per series, one of them open; which one is in the address, so that a link leads to the very row. A series
 * alone needs no list.
 */
export function SeriesList({ rows, takesHead, action, children }: SeriesListProps) {
  const now = useChainSeconds()
  const [part, choosePart] = useUrlChoice('part')
  const [only, chooseOnly] = useUrlChoice('only')
  const [order, setOrder] = useState<Order>('takeable')
  const [text, setText] = useState('')
  const [first, ...more] = rows
  const alone = more.length === 0 ? first : undefined
  // Another one may be read, or staked in, later: what was on screen stays open in the list.
  const [onceAlone, setOnceAlone] = useState<number>()
  if (alone && alone.series.id !== onceAlone) setOnceAlone(alone.series.id)
  if (alone) return <>{children(alone.series)}</>

  const takeable = rows.filter(isTakeable)
  const isOpen = ({ series }: SeriesRow) => `${series.id}` === (part ?? `${onceAlone}`)
  // What is open stays in sight, also once there is nothing left to take in it.
  const chosen = only === 'now' ? rows.filter((row) => isTakeable(row) || isOpen(row)) : rows
  const shown = sorted(rows.length > FEW ? found(chosen, text, now) : chosen, order, now)
  return (
    <section
      aria-label={t`Series`}
      className="min-w-0 rounded-lg border bg-surface [--series-row:minmax(9rem,1fr)_9rem_minmax(0,1.5fr)_minmax(0,1.5fr)_8rem]"
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b px-edge py-2">
        <Choices
          label={t`Series shown`}
          choices={[{ id: 'now', label: t`Ready now ${takeable.length}` }]}
          chosen={only === 'now' ? 'now' : undefined}
          allLabel={t`All ${rows.length}`}
          onChoose={chooseOnly}
        />
        {rows.length > FEW && <Finder text={text} onText={setText} order={order} onOrder={setOrder} />}
      </div>
      <p
        aria-hidden="true"
        className="hidden border-b px-edge py-2 text-xs text-muted lg:grid lg:grid-cols-(--series-row) lg:gap-x-4"
      >
        <span>{t`Series`}</span>
        <span>{t`Stage`}</span>
        <span>{takesHead}</span>
        <span>{t`Next`}</span>
      </p>
      <ul className="divide-y divide-line">
        {shown.map((row) => (
          <SeriesListRow
            key={row.series.id}
            row={row}
            isOpen={isOpen(row)}
            now={now}
            onToggle={() => {
              setOnceAlone(undefined)
              choosePart(isOpen(row) ? undefined : `${row.series.id}`)
            }}
            action={action(row.series, () => choosePart(`${row.series.id}`))}
          >
            {children}
          </SeriesListRow>
        ))}
      </ul>
      {shown.length === 0 && (
        <p className="px-edge py-6 text-center text-muted">
          {text.trim() === '' ? t`No series has anything for you right now.` : t`No series is called that.`}
        </p>
      )}
    </section>
  )
}

type FinderProps = {
  text: string
  onText: (text: string) => void
  order: Order
  onOrder: (order: Order) => void
}

function Finder({ text, onText, order, onOrder }: FinderProps) {
  const id = useId()
  const look = 'min-h-11 min-w-0 rounded-md border border-line-strong bg-surface px-2.5 text-xs sm:min-h-7'
  return (
    <>
      <input
        type="search"
        aria-label={t`Find a series by name or stage`}
        placeholder={t`Name or stage`}
        value={text}
        className={`${look} grow sm:ms-auto sm:grow-0`}
        onChange={(event) => onText(event.target.value)}
      />
      <span className="inline-flex items-center gap-2">
        <label htmlFor={id} className="text-xs text-muted">
          {t`Sort`}
        </label>
        <select
          id={id}
          value={order}
          className={look}
          onChange={({ target: { value } }) => {
            if (value in orders) onOrder(value as Order)
          }}
        >
          {Object.entries(orders).map(([key, label]) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </select>
      </span>
    </>
  )
}
