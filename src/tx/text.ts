/** Longest piece of untrusted text that is shown. trust.md D36 */
export const textLimit = 600

/** Invisible characters that can reorder or hide text: bidi controls, zero-width, C0 and C1 controls. */
// eslint-disable-next-line no-control-regex -- control characters are what this is about
const invisible = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g

/** Untrusted text made fit to show: no invisible characters, no endless length. */
export function cleanText(text: string, limit = textLimit): string {
  const clean = text.slice(0, limit * 4).replace(invisible, '').trim()
  return clean.length > limit ? `${clean.slice(0, limit)}…` : clean
}
