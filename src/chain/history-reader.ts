import { newCursor, scan, type Cursor, type RawLog } from './history-scan'
import { loadCursor, saveCursor } from './history-store'
import { reasonOf } from './reason'
import { createStore, type Store } from './store'

export type HistoryState = {
  readonly status: 'loading' | 'ready' | 'error' | 'cancelled'
  readonly logs: readonly RawLog[]
  readonly isCapped: boolean
  /** A node sent logs that can't be read; they are left out. */
  readonly hasUnreadable: boolean
  /** 0 to 100. */
  readonly progress: number
  readonly error: string | undefined
}

export type HistoryReader = {
  readonly state: Store<HistoryState>
  /** Reads up to this block, unless it is reading already, was cancelled or failed. */
  readonly advance: (head: bigint) => void
  readonly cancel: () => void
  readonly retry: () => void
  /** Ends reading without a trace on screen; advance starts it again. */
  readonly stop: () => void
}

export type HistoryWorld = {
  readonly key: string
  readonly fromBlock: bigint
  readonly finalityBlocks: number
  readonly getLogs: (from: bigint, to: bigint, onUnreadable: () => void) => Promise<readonly RawLog[]>
  /** The head of the node that will answer: it may lag behind the one that named the newest block. */
  readonly getHead: () => Promise<bigint>
}

export function createHistoryReader(world: HistoryWorld): HistoryReader {
  const state = createStore<HistoryState>({
    status: 'loading',
    logs: [],
    isCapped: false,
    hasUnreadable: false,
    progress: 0,
    error: undefined,
  })
  let cursor: Cursor | undefined
  let running: AbortController | undefined
  let wanted: bigint | undefined

  const show = (change: Partial<HistoryState>) => state.set({ ...state.get(), ...change })

  async function run(head: bigint, { signal }: AbortController): Promise<void> {
    cursor ??= (await loadCursor(world.key)) ?? newCursor(world.fromBlock)
    const nodeHead = await world.getHead()
    cursor = await scan(cursor, {
      fromBlock: world.fromBlock,
      finalityBlocks: world.finalityBlocks,
      head: nodeHead < head ? nodeHead : head,
      getLogs: (from, to) => world.getLogs(from, to, () => show({ hasUnreadable: true })),
      signal,
      onProgress(next, progress) {
        cursor = next
        const isFirst = state.get().status === 'loading'
        show({ logs: next.logs, isCapped: next.isCapped, ...(isFirst && { progress }) })
        if (isFirst) void saveCursor(world.key, next)
      },
    })
    await saveCursor(world.key, cursor)
    if (!signal.aborted) show({ status: 'ready', logs: cursor.logs, progress: 100, error: undefined })
  }

  function begin(head: bigint): void {
    const controller = new AbortController()
    running = controller
    run(head, controller)
      .catch((error: unknown) => {
        if (!controller.signal.aborted)
          show({ status: 'error', error: `The history could not be read: ${reasonOf(error)}` })
      })
      .finally(() => {
        if (running !== controller) return
        running = undefined
        if (wanted !== undefined && wanted > head && state.get().status === 'ready') begin(wanted)
      })
  }

  function stop(): void {
    running?.abort()
    running = undefined
  }

  return {
    state,
    advance(head) {
      wanted = head
      const { status } = state.get()
      if (!running && (status === 'loading' || status === 'ready')) begin(head)
    },
    cancel() {
      if (!running) return
      stop()
      show({ status: 'cancelled' })
    },
    retry() {
      show({ status: 'loading', progress: 0, error: undefined, hasUnreadable: false })
      if (!running && wanted !== undefined) begin(wanted)
    },
    stop,
  }
}
