import { useVirtualizer } from '@tanstack/react-virtual'
import { type Key, type ReactNode, useRef } from 'react'
import { classes } from './classes'
import { t } from '../words/t'

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
  empty: ReactNode
}

/** Rows above and below what is seen, so that scrolling never shows a gap. */
const SPARE = 10
/** What most rows are high, in pixels; each is measured once it is drawn. */
const USUAL_HEIGHT = 52

/**
 * A table of any length: only the rows in sight are drawn; screen readers are told how many there are. On a narrow screen
 * the first column stands above the others, and each of those has its header beside it.
 */
export function VirtualTable<Row>({ caption, columns, rows, getKey, empty }: VirtualTableProps<Row>) {
  const list = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => list.current,
    estimateSize: () => USUAL_HEIGHT,
    getItemKey: (index) => getKey(rows[index] as Row),
    overscan: SPARE,
  })
  // In the flow, one after the other: none is ever drawn over another, measured or not.
  const items = virtual.getVirtualItems()
  const widths = columns.map(({ width = '1fr' }) => `minmax(0,${width})`).join(' ')
  const row = 'sm:grid sm:items-center sm:gap-3 px-4 [grid-template-columns:var(--columns)]'
  const alignOf = ({ align }: VirtualColumn<Row>) => align === 'end' && 'sm:text-end'
  if (rows.length === 0) return <p className="px-4 py-8 text-center text-sm text-muted">{empty}</p>
  return (
    <div
      role="table"
      aria-label={caption}
      aria-rowcount={rows.length + 1}
      style={{ '--columns': widths } as Record<string, string>}
      className="text-sm"
    >
      <div role="rowgroup" className="max-sm:sr-only">
        <div
          role="row"
          aria-rowindex={1}
          className={classes(row, 'border-b py-2 text-xs font-medium text-muted')}
        >
          {columns.map((column) => (
            <span key={column.header} role="columnheader" className={classes('min-w-0', alignOf(column))}>
              {column.header}
            </span>
          ))}
        </div>
      </div>
      <div
        ref={list}
        role="rowgroup"
        // eslint-disable-next-line jsx-a11y-x/no-noninteractive-tabindex -- it scrolls: without focus no key reaches the rows
        tabIndex={0}
        aria-label={t`${caption}: rows`}
        className="relative max-h-[35rem] overflow-y-auto"
      >
        <div role="presentation" style={{ height: virtual.getTotalSize() }} />
        <div
          role="presentation"
          className="absolute inset-x-0 top-0"
          style={{ transform: `translateY(${items[0]?.start ?? 0}px)` }}
        >
          {items.map(({ index, key }) => (
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              role="row"
              aria-rowindex={index + 2}
              className={classes(row, 'flex flex-wrap gap-x-4 border-b border-line py-2')}
            >
              {columns.map((column, place) => (
                <span
                  key={column.header}
                  role="cell"
                  {...(column.align === 'end' && { translate: 'no' as const })}
                  className={classes(
                    'wrap-break-word sm:min-w-0',
                    place === 0 ? 'max-sm:basis-full' : 'max-sm:grow max-sm:basis-20',
                    column.isWideOnly === true && 'max-sm:hidden',
                    alignOf(column),
                  )}
                >
                  {place > 0 && (
                    <span aria-hidden="true" className="block text-xs text-muted sm:hidden">
                      {column.header}
                    </span>
                  )}
                  <bdi className="inline-block max-w-full">{column.cell(rows[index] as Row)}</bdi>
                </span>
              ))}
            </div>
          ))}
        </div>
      </div>
    </div>
  )
}
