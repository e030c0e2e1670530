/** What a spreadsheet takes for the beginning of a formula; the wide forms are read as the narrow ones. */
const FORMULA = /(^|[,;\t\r\n|])(\s*)([=+\-@＝＋－＠])/gu

/**
 * Text that stays text in a spreadsheet: what would begin a formula gets an apostrophe before it, also where a program
 * that splits at semicolons or tabs would see a new cell begin. trust.md D33
 */
export function harmless(text: string): string {
  return text.replace(FORMULA, "$1$2'$3")
}

/** One line of a file of comma-separated values (RFC 4180): every cell in quotes, ended by CR LF. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${harmless(cell).replaceAll('"', '""')}"`).join(',')}\r\n`
}
