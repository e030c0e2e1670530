import { useEffect, useState } from 'react'

import { inTime } from '../ui/chunk'
import type { System } from './system'
import { t } from '../words/t'

/** A part that could not be fetched, with a way to try again. */
export type Failure = { readonly status: 'error'; readonly reason: string; readonly retry: () => void }

export type LoadedPart<Part> = { readonly system: System } & (
  { readonly part: Part; readonly failure?: never } | { readonly part?: never; readonly failure: Failure }
)

const LIMIT_MS = 10_000

/**
 * Fetches one part of each system, all at once; undefined until every one is here, has failed or took too long. Keep
 * the identity of `systems` and `load` stable.
 */
export function useParts<Part>(
  systems: readonly System[],
  load: (system: System) => Promise<Part>,
): readonly LoadedPart<Part>[] | undefined {
  const [attempt, setAttempt] = useState(0)
  const [parts, setParts] = useState<readonly LoadedPart<Part>[]>()
  useEffect(() => {
    let isGone = false
    const failure: Failure = {
      status: 'error',
      reason: t`A part of the app could not be loaded. Check the connection, then try again.`,
      retry: () => setAttempt((count) => count + 1),
    }
    const fetched = systems.map(async (system): Promise<LoadedPart<Part>> => {
      try {
        return { system, part: await inTime(load(system), LIMIT_MS) }
      } catch {
        return { system, failure }
      }
    })
    void Promise.all(fetched).then((loaded) => {
      if (!isGone) setParts(loaded)
    })
    return () => {
      isGone = true
    }
  }, [systems, load, attempt])
  return parts
}
