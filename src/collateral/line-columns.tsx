import type { Column } from '../ui/Table'
import { t } from '../words/t'

/** A figure in words, with what it means under its name. */
export type Line = { readonly what: string; readonly value: string; readonly note?: string }

export const lineColumns: readonly Column<Line>[] = [
  {
    header: t`What`,
    isRowHeader: true,
    cell: ({ what, note }) => (
      <>
        <span>{what}</span>
        {note !== undefined && <span className="block text-xs font-normal text-muted">{note}</span>}
      </>
    ),
  },
  { header: t`Value`, align: 'end', cell: ({ value }) => <span className="whitespace-nowrap">{value}</span> },
]
