/** Does something when it is its turn. Throws what `act` throws, or that the signal was aborted meanwhile. */
export type InTurn = <T>(signal: AbortSignal, act: () => Promise<T>) => Promise<T>

/**
 * Lets `most` acts run at a time; the others wait, first come, first served. What is aborted while it waits never
 * begins.
 */
export function createTurns(most: number): InTurn {
  const waiting: (() => void)[] = []
  let running = 0
  return async (signal, act) => {
    // Whoever is called from the list takes the place of the one that ended.
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve))
    else running += 1
    try {
      signal.throwIfAborted()
      return await act()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}
