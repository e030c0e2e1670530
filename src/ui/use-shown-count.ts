import { useUrlChoice } from './use-url-choice'

/** How many rows of a long list are shown, a page at a time and kept in the address: Back finds the list as long as it was. */
export function useShownCount(page: number): readonly [count: number, showMore: () => void] {
  const [text, choose] = useUrlChoice('shown')
  const count = shownCount(text, page)
  return [count, () => choose(`${count + page}`)]
}

/** Anything but a number of up to four digits, above one page, is one page. */
export function shownCount(text: string | undefined, page: number): number {
  // eslint-disable-next-line no-restricted-syntax -- a count of rows, not an amount
  return text !== undefined && /^\d{1,4}$/.test(text) ? Math.max(Number(text), page) : page
}
