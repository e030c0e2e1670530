/** A small control with a finger-sized target around it on a narrow screen (44 px, trust.md D35). */
export const touchable = 'relative after:absolute after:-inset-2.5 sm:after:inset-0'

/** Joins class names, leaving out what is off. */
export function classes(...parts: readonly (string | false | undefined)[]): string {
  return parts.filter(Boolean).join(' ')
}
