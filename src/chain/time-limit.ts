import { t } from '../words/t'

/** What `within` throws when the time is over. */
export class TimeLimitError extends Error {
  override readonly name = 'TimeLimitError'
}

/**
 * Waits at most `ms` milliseconds for something foreign: a node, a database, a server. The signal aborts when the time
 * is over; what can't be aborted is left alone. (AbortSignal.timeout is younger than the oldest browser.)
 * Throws TimeLimitError when the time is over, else what `act` throws.
 */
export async function within<T>(ms: number, act: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new TimeLimitError(t`There was no answer within ${Math.ceil(ms / 1000)} s.`))
      controller.abort()
    }, ms)
  })
  try {
    return await Promise.race([act(controller.signal), limit])
  } finally {
    clearTimeout(timer)
  }
}
