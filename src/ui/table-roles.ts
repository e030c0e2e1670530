/**
 * CSS that lays a table out as blocks takes its meaning from assistive technology: these say it again.
 * https://www.w3.org/WAI/ARIA/apg/patterns/table/
 */
export const tableRoles = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  columnHeader: { role: 'columnheader' },
  rowHeader: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const
