/** Control characters and the marks that reorder text: in a sentence of ours they could forge another one. */
// eslint-disable-next-line no-control-regex -- control characters are what this removes
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]+/g

/** Text from a node, a contract or a wallet, made safe to stand inside a sentence: one line, short, in order. */
export function plainText(text: string, maxLength = 160): string {
  // Cut first: the text may be a book, and most of what is removed below is one character in many.
  const line = text
    .slice(0, maxLength * 4)
    .replace(UNSAFE, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return line.length > maxLength ? `${line.slice(0, maxLength - 1)}…` : line
}
