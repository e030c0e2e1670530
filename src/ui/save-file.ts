/** Hands a text, or pieces of one, made in this page to the person as a file. Nothing leaves the browser. */
export function saveFile(
  name: string,
  type: 'text/csv' | 'application/json' | 'text/calendar',
  text: string | Blob,
): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser has taken the text when the click returns.
  URL.revokeObjectURL(url)
}
