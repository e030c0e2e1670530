import { nextHead, type Block, type HeadMemory } from './head'
import { createStore, type Store } from './store'

export type { Block } from './head'

export type Ticker = Store<Block | undefined> & {
  /** Polls until the returned function is called. */
  readonly start: () => () => void
  /** Polls now, e.g. because a receipt names a block that this tab has not seen. */
  readonly poke: () => void
}

/** The world the ticker lives in; tests bring their own. */
export type TickerWorld = {
  readonly fetchHead: () => Promise<Block>
  readonly pollMs: number
  /** False while nobody looks: the ticker sleeps. */
  readonly isAwake: () => boolean
  /** Calls back when isAwake may have changed. */
  readonly onWakeChange: (callback: () => void) => () => void
  /** Blocks shown earlier are gone, or the node was away: it may be another chain now. */
  readonly onDoubt: () => void
}

/**
 * The only clock of the app: one request for the newest block every `pollMs`. It sleeps while the tab is
 * hidden and asks at once when it wakes. A failed poll changes nothing; the transport reports it.
 */
export function createTicker(world: TickerWorld): Ticker {
  const store = createStore<Block | undefined>(undefined)
  let memory: HeadMemory | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let isRunning = false
  let isPolling = false
  let hasFailed = false

  async function poll(): Promise<void> {
    clearTimeout(timer)
    if (isPolling || !isRunning || !world.isAwake()) return
    isPolling = true
    try {
      memory = nextHead(memory, await world.fetchHead())
      if (memory.hasReorged || hasFailed) world.onDoubt()
      hasFailed = false
      store.set(memory.head)
    } catch {
      hasFailed = true
    }
    isPolling = false
    schedule()
  }

  function schedule(): void {
    clearTimeout(timer)
    if (isRunning && world.isAwake()) timer = setTimeout(() => void poll(), world.pollMs)
  }

  return {
    get: store.get,
    subscribe: store.subscribe,
    poke: () => void poll(),
    start() {
      isRunning = true
      const stopListening = world.onWakeChange(() => void poll())
      void poll()
      return () => {
        isRunning = false
        clearTimeout(timer)
        stopListening()
      }
    },
  }
}
