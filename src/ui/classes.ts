/** Joins class names, leaving out what is off. */
export function classes(...parts: readonly (string | false | undefined)[]): string {
  return parts.filter(Boolean).join(' ')
}
