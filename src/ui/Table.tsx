import type { Key, ReactNode } from 'react'
import { classes } from './classes'

export type Column<Row> = {
  readonly header: string
  readonly cell: (row: Row) => ReactNode
  /** Numbers end-aligned, so that digits line up. */
  readonly align?: 'start' | 'end'
  /** For a column of buttons: its name is for screen readers only. */
  readonly isHeaderHidden?: boolean
  /** Names the row for screen readers. */
  readonly isRowHeader?: boolean
}

type TableProps<Row> = {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  getKey: (row: Row) => Key
  /** Shown instead of an empty body. */
  empty?: ReactNode
  isCaptionHidden?: boolean
}

/** A data table; on a narrow screen every row becomes a list of labelled values. */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, columns, rows, getKey, empty = 'Nothing here yet.', isCaptionHidden = false } = props
  // A name and one value need no label between them on a narrow screen.
  const isPair = columns.length === 2
  return (
    <table className="w-full text-sm max-sm:block">
      <caption
        className={isCaptionHidden ? 'sr-only' : 'pb-2 text-left text-xs font-medium text-muted max-sm:block'}
      >
        {caption}
      </caption>
      <thead className="max-sm:sr-only">
        <tr className="border-b">
          {columns.map((column) => (
            <th
              key={column.header}
              scope="col"
              className={classes(
                'px-3 py-2 text-xs font-medium text-muted first:pl-0 last:pr-0',
                column.align === 'end' ? 'text-right' : 'text-left',
              )}
            >
              <span className={classes(column.isHeaderHidden === true && 'sr-only')}>{column.header}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="divide-y divide-line max-sm:block">
        {rows.length === 0 && (
          <tr className="max-sm:block">
            <td colSpan={columns.length} className="py-6 text-center text-muted max-sm:block">
              {empty}
            </td>
          </tr>
        )}
        {rows.map((row) => (
          <tr
            key={getKey(row)}
            className={classes(
              'max-sm:py-2 sm:hover:bg-sunken/60',
              isPair && columns[1]?.align === 'end'
                ? 'max-sm:flex max-sm:flex-wrap max-sm:gap-x-4 max-sm:*:first:basis-0 max-sm:*:first:grow'
                : 'max-sm:block',
            )}
          >
            {columns.map((column) => (
              <Cell key={column.header} column={column} isPair={isPair}>
                {column.cell(row)}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell<Row>({
  column,
  isPair,
  children,
}: {
  column: Column<Row>
  isPair: boolean
  children: ReactNode
}) {
  const isHeader = column.isRowHeader === true
  const Element = isHeader ? 'th' : 'td'
  return (
    <Element
      {...(isHeader && { scope: 'row' })}
      {...(column.align === 'end' && { translate: 'no' as const })}
      className={classes(
        'px-3 py-2 first:pl-0 last:pr-0 max-sm:flex max-sm:flex-wrap max-sm:justify-between max-sm:gap-x-4 max-sm:p-0 max-sm:py-1',
        column.align === 'end' ? 'sm:text-right' : 'text-left',
        isHeader ? 'font-medium' : 'font-normal',
      )}
    >
      {!isHeader && !isPair && column.isHeaderHidden !== true && (
        <span aria-hidden="true" className="text-xs leading-5 font-normal text-muted sm:hidden">
          {column.header}
        </span>
      )}
      <span
        className={classes(
          !isPair && !isHeader && 'max-sm:min-w-min max-sm:grow max-sm:basis-0 max-sm:text-right',
        )}
      >
        {children}
      </span>
    </Element>
  )
}
