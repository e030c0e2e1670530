import { useCallback, useSyncExternalStore } from 'react'

import { useRuntime } from './network'
import type { Block } from './ticker'

/** The newest block this tab knows; undefined until the first answer. */
export function useBlock(): Block | undefined {
  const { ticker } = useRuntime()
  return useSyncExternalStore(ticker.subscribe, ticker.get)
}

/** Seconds since this tab first saw the newest block: how old what it shows is. */
export function useBlockAge(): bigint | undefined {
  const block = useBlock()
  const seconds = useSyncExternalStore(
    subscribeToSeconds,
    useCallback(
      () => (block ? Math.max(0, Math.floor((Date.now() - block.seenAtMs) / 1000)) : undefined),
      [block],
    ),
  )
  return seconds === undefined ? undefined : BigInt(seconds)
}

/**
 * The chain's clock in Unix seconds: the newest block's time plus the local seconds since it was seen. A wrong
 * local clock does not matter, only its pace.
 */
export function useChainSeconds(): bigint | undefined {
  const block = useBlock()
  const age = useBlockAge()
  return block && age !== undefined ? block.timestamp + age : undefined
}

/** One timer for all clocks on screen; none while the tab is hidden. */
const seconds = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

function subscribeToSeconds(callback: () => void): () => void {
  seconds.add(callback)
  timer ??= setInterval(() => {
    if (document.visibilityState === 'visible') for (const tick of [...seconds]) tick()
  }, 1000)
  return () => {
    seconds.delete(callback)
    if (seconds.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}
