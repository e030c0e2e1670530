import { lazy, type ComponentType } from 'react'
import { t } from '../words/t'

/** How browsers word a module that is not there any more: a new version replaced it (trust.md F33). */
const chunkMessages = [
  'Failed to fetch dynamically imported module',
  'error loading dynamically imported module',
  'Importing a module script failed',
  'is not a valid JavaScript MIME type',
  'Unable to preload CSS',
]

const LIMIT_MS = 20_000

/** A part of the app that is on its way for too long. */
export class LateChunkError extends Error {
  override readonly name = 'LateChunkError'
}

/** True when a lazily loaded part of the app could not be loaded. */
export function isChunkError(error: unknown): boolean {
  if (error instanceof LateChunkError) return true
  return error instanceof Error && chunkMessages.some((message) => error.message.includes(message))
}

/**
 * A part of the app that is being fetched, waited for no longer than `limitMs`. A browser asks once for each: after this
 * only a reload fetches it anew.
 * @throws what the import throws, or LateChunkError
 */
export async function inTime<T>(part: Promise<T>, limitMs = LIMIT_MS): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const limit = new Promise<never>((_, reject) => {
    const late = t`A part of this app has not arrived within ${Math.ceil(limitMs / 1000)} s.`
    timer = setTimeout(() => reject(new LateChunkError(late)), limitMs)
  })
  try {
    return await Promise.race([part, limit])
  } finally {
    clearTimeout(timer)
  }
}

/** React's `lazy`, which does not wait for ever: a part that is late goes to the next Boundary. */
export function lazyPart<Props extends object>(load: () => Promise<{ default: ComponentType<Props> }>) {
  return lazy(() => inTime(load()))
}
