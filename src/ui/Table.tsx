import { useId, useState, type Key, type ReactNode } from 'react'
import { Button } from './Button'
import { classes } from './classes'
import { tableRoles } from './table-roles'
import { t } from '../words/t'

export type Column<Row> = {
  readonly header: string
  readonly cell: (row: Row) => ReactNode
  /** Numbers end-aligned, so that digits line up. */
  readonly align?: 'start' | 'end'
  /** For a column of buttons: its name is for screen readers only. */
  readonly isHeaderHidden?: boolean
  /** Names the row for screen readers. */
  readonly isRowHeader?: boolean
  /** Of a row header that does not say by itself what it is, as a number: on a narrow screen the column's name goes before it. */
  readonly isNamed?: boolean
  /** On a narrow screen shown only once its row is opened. */
  readonly isFolded?: boolean
}

type TableProps<Row> = {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  getKey: (row: Row) => Key
  /** Shown instead of an empty body. */
  empty?: ReactNode
  isCaptionHidden?: boolean
  /**
   * On a narrow screen a row is one line, without the columns' names: its values say themselves what they are. With folded
   * columns the line is below the row's own name.
   */
  isLine?: boolean
}

/** A data table; on a narrow screen every row becomes a list of labelled values. */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, columns, rows, getKey, empty = t`Nothing here yet.`, isCaptionHidden = false } = props
  // A name and one value need no label between them on a narrow screen.
  const isPair = props.isLine === true || columns.length === 2
  return (
    <table {...tableRoles.table} className="w-full text-sm max-sm:block">
      <caption
        className={
          isCaptionHidden ? 'sr-only' : 'pb-2 text-start text-xs font-medium text-muted max-sm:block'
        }
      >
        {caption}
      </caption>
      <thead {...tableRoles.group} className="max-sm:sr-only">
        <tr {...tableRoles.row} className="border-b">
          {columns.map((column) => (
            <th
              {...tableRoles.columnHeader}
              key={column.header}
              scope="col"
              className={classes(
                'px-3 py-2 text-xs font-medium text-muted first:ps-0 last:pe-0',
                column.align === 'end' ? 'text-end' : 'text-start',
              )}
            >
              <span className={classes(column.isHeaderHidden === true && 'sr-only')}>{column.header}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...tableRoles.group} className="divide-y divide-line max-sm:block">
        {rows.length === 0 && (
          <tr {...tableRoles.row} className="max-sm:block">
            <td
              {...tableRoles.cell}
              colSpan={columns.length}
              className="py-6 text-center text-muted max-sm:block"
            >
              {empty}
            </td>
          </tr>
        )}
        {rows.map((row) => (
          <Row key={getKey(row)} columns={columns} row={row} isPair={isPair} />
        ))}
      </tbody>
    </table>
  )
}

function Row<Row>({ columns, row, isPair }: { columns: readonly Column<Row>[]; row: Row; isPair: boolean }) {
  const id = useId()
  const [isOpen, setIsOpen] = useState(false)
  const canOpen = columns.some(({ isFolded }) => isFolded === true)
  const isLine = isPair && columns[1]?.align === 'end'
  return (
    <tr
      {...tableRoles.row}
      className={classes(
        'max-sm:py-2 sm:hover:bg-sunken/60',
        isLine ? 'max-sm:flex max-sm:flex-wrap max-sm:items-baseline max-sm:gap-x-4' : 'max-sm:block',
        isLine && (canOpen ? 'max-sm:justify-between' : 'max-sm:*:first:basis-0 max-sm:*:first:grow'),
      )}
    >
      {columns.map((column) => (
        <Cell
          key={column.header}
          column={column}
          isPair={isPair}
          isHidden={column.isFolded === true && !isOpen}
          id={column.isRowHeader === true && canOpen ? id : undefined}
          aside={
            column.isRowHeader === true &&
            canOpen && <Fold isOpen={isOpen} of={id} onPress={() => setIsOpen(!isOpen)} />
          }
        >
          <bdi>{column.cell(row)}</bdi>
        </Cell>
      ))}
    </tr>
  )
}

/** Opens the row `of` on a narrow screen. */
function Fold({ isOpen, of, onPress }: { isOpen: boolean; of: string; onPress: () => void }) {
  const id = useId()
  return (
    <span className="sm:hidden">
      <Button
        size="small"
        variant="quiet"
        id={id}
        aria-labelledby={`${id} ${of}`}
        aria-expanded={isOpen}
        onClick={onPress}
      >
        {isOpen ? t`Less` : t`More`}
      </Button>
    </span>
  )
}

function Cell<Row>({
  column,
  isPair,
  isHidden,
  id,
  aside,
  children,
}: {
  column: Column<Row>
  isPair: boolean
  isHidden: boolean
  /** Of what it says. */
  id: string | undefined
  aside: ReactNode
  children: ReactNode
}) {
  const isHeader = column.isRowHeader === true
  const isFolded = column.isFolded === true
  const isLabelled = !isHeader && (!isPair || isFolded) && column.isHeaderHidden !== true
  const Element = isHeader ? 'th' : 'td'
  return (
    <Element
      {...(isHeader ? { scope: 'row', ...tableRoles.rowHeader } : tableRoles.cell)}
      {...(column.align === 'end' && { translate: 'no' as const })}
      className={classes(
        'px-3 py-2 first:ps-0 last:pe-0 max-sm:flex max-sm:flex-wrap max-sm:justify-between max-sm:gap-x-4 max-sm:p-0 max-sm:py-1',
        column.align === 'end' ? 'sm:text-end' : 'text-start',
        isHeader ? 'font-medium' : 'font-normal',
        isPair && (isFolded || aside !== false) && 'max-sm:basis-full',
        aside !== false && 'max-sm:items-center',
        isHidden && 'max-sm:hidden',
      )}
    >
      {isLabelled && (
        <span aria-hidden="true" className="text-xs leading-5 font-normal text-muted sm:hidden">
          {column.header}
        </span>
      )}
      <span
        id={id}
        className={classes(
          (isPair ? isLabelled : !isHeader) && 'max-sm:min-w-min max-sm:grow max-sm:basis-0 max-sm:text-end',
        )}
      >
        {column.isNamed && (
          <span aria-hidden="true" className="font-normal text-muted sm:hidden">
            {column.header}{' '}
          </span>
        )}
        <span>{children}</span>
      </span>
      {aside}
    </Element>
  )
}
