/** How browsers word a module that is not there any more: a new version replaced it (trust.md F33). */
const chunkMessages = [
  'Failed to fetch dynamically imported module',
  'error loading dynamically imported module',
  'Importing a module script failed',
  'is not a valid JavaScript MIME type',
  'Unable to preload CSS',
]

/** True when a lazily loaded part of the app could not be loaded. */
export function isChunkError(error: unknown): boolean {
  return error instanceof Error && chunkMessages.some((message) => error.message.includes(message))
}
