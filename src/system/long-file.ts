import { eachInSlices } from '../chain/slices'

/** So much text is handed to the browser at a time. */
const PIECE = 100_000

/**
 * A file of as many parts as there are items, made in slices, so that a long one does not hold the page up. The browser
 * keeps the pieces: all of the text is never in one string.
 */
export async function longFile<T>(
  items: readonly T[],
  partOf: (item: T, index: number) => string,
  { head = '', tail = '' }: { readonly head?: string; readonly tail?: string } = {},
): Promise<Blob> {
  const pieces: Blob[] = []
  let text = head
  await eachInSlices(items, (item, index) => {
    text += partOf(item, index)
    if (text.length < PIECE) return
    pieces.push(new Blob([text]))
    text = ''
  })
  return new Blob([...pieces, text + tail])
}
