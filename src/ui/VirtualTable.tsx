import { type Key, type ReactNode, useState } from 'react'
import { classes } from './classes'

export type VirtualColumn<Row> = {
  readonly header: string
  readonly cell: (row: Row) => ReactNode
  readonly align?: 'start' | 'end'
  /** Left out on a narrow screen. */
  readonly isWideOnly?: boolean
  /** Of the row's width, as CSS grid has it: "2fr". */
  readonly width?: string
}

type VirtualTableProps<Row> = {
  caption: string
  columns: readonly VirtualColumn<Row>[]
  rows: readonly Row[]
  getKey: (row: Row) => Key
  /** Of every row, in pixels. */
  rowHeight: number
  empty: ReactNode
}

/** Rows above and below what is seen, so that scrolling never shows a gap. */
const SPARE = 10
const HEIGHT = 560

/** A table of any length: only the rows in sight are drawn; screen readers are told how many there are. */
export function VirtualTable<Row>(props: VirtualTableProps<Row>) {
  const { caption, columns, rows, getKey, empty } = props
  // With larger text a row is as much higher.
  const rowHeight = (props.rowHeight * parseInt(getComputedStyle(document.documentElement).fontSize, 10)) / 16
  const [top, setTop] = useState(0)
  const first = Math.max(0, Math.floor(top / rowHeight) - SPARE)
  const last = Math.min(rows.length, Math.ceil((top + HEIGHT) / rowHeight) + SPARE)
  const wide = columns.map(({ width = '1fr' }) => `minmax(0,${width})`).join(' ')
  const narrow = columns
    .filter(({ isWideOnly = false }) => !isWideOnly)
    .map(({ width = '1fr' }) => `minmax(0,${width})`)
    .join(' ')
  const style = { '--wide': wide, '--narrow': narrow } as Record<string, string>
  const row = 'grid gap-3 px-4 [grid-template-columns:var(--narrow)] sm:[grid-template-columns:var(--wide)]'
  const cellOf = ({ align, isWideOnly = false }: VirtualColumn<Row>) =>
    classes('min-w-0', align === 'end' && 'text-right', isWideOnly && 'max-sm:hidden')
  if (rows.length === 0) return <p className="px-4 py-8 text-center text-sm text-muted">{empty}</p>
  return (
    <div role="table" aria-label={caption} aria-rowcount={rows.length + 1} style={style} className="text-sm">
      <div role="rowgroup">
        <div
          role="row"
          aria-rowindex={1}
          className={classes(row, 'border-b py-2 text-xs font-medium text-muted')}
        >
          {columns.map((column) => (
            <span key={column.header} role="columnheader" className={cellOf(column)}>
              {column.header}
            </span>
          ))}
        </div>
      </div>
      <div
        role="rowgroup"
        // eslint-disable-next-line jsx-a11y-x/no-noninteractive-tabindex -- it scrolls: without focus no key reaches the rows
        tabIndex={0}
        aria-label={`${caption}: rows`}
        className="relative overflow-y-auto"
        style={{ maxHeight: HEIGHT }}
        onScroll={(event) => setTop(event.currentTarget.scrollTop)}
      >
        <div role="presentation" style={{ height: rows.length * rowHeight }} />
        {rows.slice(first, last).map((item, index) => (
          <div
            key={getKey(item)}
            role="row"
            aria-rowindex={first + index + 2}
            className={classes(row, 'absolute inset-x-0 items-center border-b border-line')}
            style={{ top: (first + index) * rowHeight, height: rowHeight }}
          >
            {columns.map((column) => (
              <span
                key={column.header}
                role="cell"
                {...(column.align === 'end' && { translate: 'no' as const })}
                className={classes('truncate', cellOf(column))}
              >
                {column.cell(item)}
              </span>
            ))}
          </div>
        ))}
      </div>
    </div>
  )
}
