import { useEffect, useState } from 'react'

export type Sliced<T> = {
  /** While it is made anew the last one stays; undefined until there is one, and never that of something else. */
  readonly made: T | undefined
  /** Nothing has changed since it was begun. */
  readonly isCurrent: boolean
}

/**
 * What is made of a long list in slices (`eachInSlices`), so that no frame waits for it.
 * @param of what it is of: an account, a contract
 * @param make the same function as long as what it makes would be the same; ends when its signal is aborted
 */
export function useSliced<T>(of: string, make: (signal: AbortSignal) => Promise<T>): Sliced<T> {
  const [last, setLast] = useState<{ of: string; make: typeof make; value: T }>()
  const [failure, setFailure] = useState<{ reason: unknown }>()
  useEffect(() => {
    const run = new AbortController()
    make(run.signal).then(
      (value) => run.signal.aborted || setLast({ of, make, value }),
      (reason: unknown) => run.signal.aborted || setFailure({ reason }),
    )
    return () => run.abort()
  }, [of, make])
  // What draws it stands inside a boundary, which says so.
  if (failure) throw failure.reason
  const made = last?.of === of ? last.value : undefined
  return { made, isCurrent: made !== undefined && last?.make === make }
}
