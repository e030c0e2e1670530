/** What a spreadsheet takes for the beginning of a formula; the wide forms are read as the narrow ones. */
const FORMULA = /(^|[,;\t\r\n|])(\s*)([=+\-@＝＋－＠])/gu

/**
 * Text that stays text in a spreadsheet: what would begin a formula gets an apostrophe before it, also where a program
 * that splits at semicolons or tabs would see a new cell begin. trust.md D33
 */
export function harmless(text: string): string {
  return text.replace(FORMULA, "$1$2'$3")
}

/** A file of comma-separated values (RFC 4180): every cell in quotes, lines ended by CR LF. */
export function toCsv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    cells.map((cell) => `"${harmless(cell).replaceAll('"', '""')}"`).join(',')
  return [header, ...rows].map((cells) => `${line(cells)}\r\n`).join('')
}
