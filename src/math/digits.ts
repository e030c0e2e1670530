/**
 * The same number in the digits 0 to 9 with "." and "," as signs: Arabic, Persian and full-width digits stand for one
 * each, so nothing is rounded or guessed. Thousands grouped by "٬", which can mean nothing else, are joined.
 */
export function inLatinDigits(text: string): string {
  return (
    text
      // Each of the three begins at a multiple of 16.
      .replace(/[٠-٩۰-۹０-９]/g, (digit) => `${digit.charCodeAt(0) & 15}`)
      .replace(/^\d{1,3}(?:٬\d{3})+(?![\d٬])/, (whole) => whole.replaceAll('٬', ''))
      .replace(/[٫．]/g, '.')
      .replace('，', ',')
  )
}
