import {
  MOST_LOGS,
  newCursor,
  scan,
  settledBlock,
  union,
  type Cursor,
  type FoundLogs,
  type RawLog,
} from './history-scan'
import { createCursorStore } from './history-store'
import { reasonOf } from './reason'
import { createStore, type Store } from './store'
import { ChainUnavailableError } from './transport'

export type HistoryState = {
  readonly status: 'loading' | 'ready' | 'error' | 'cancelled'
  readonly logs: readonly RawLog[]
  readonly isCapped: boolean
  /** So many logs could not be read; they are left out. */
  readonly unreadable: number
  /** Who has told this, as long as nobody else was asked. */
  readonly onlyBy: string | undefined
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
  /** Forgets what was read and stored, and reads it again. */
  readonly readAnew: () => void
  /** Ends reading without a trace on screen; advance starts it again. */
  readonly stop: () => void
}

/** One node, asked alone: which one told what has to be known. */
export type LogNode = {
  readonly host: string
  readonly getLogs: (from: bigint, to: bigint) => Promise<FoundLogs>
  /** It may lag behind the one that named the newest block. */
  readonly getHead: () => Promise<bigint>
}

export type HistoryWorld = {
  readonly key: string
  readonly fromBlock: bigint
  readonly finalityBlocks: number
  readonly canGoBack: boolean
  /** At least one, the preferred one first. */
  readonly nodes: readonly LogNode[]
  /** What of stored logs may be believed, by the same rules as a node's answer. */
  readonly check: (logs: readonly unknown[], from: bigint, to: bigint) => FoundLogs
}

/** So many new blocks are confirmed together. */
const CONFIRM_BLOCKS = 64n

/**
 * Reads a history and keeps it up to date. One node tells; what is final is then asked of another one, and what either
 * of them knows is kept: an empty answer of one node is not believed for good. trust.md D25
 */
export function createHistoryReader(world: HistoryWorld): HistoryReader {
  const { key, fromBlock, finalityBlocks, canGoBack, nodes } = world
  const store = createCursorStore(key)
  const state = createStore<HistoryState>({
    status: 'loading',
    logs: [],
    isCapped: false,
    unreadable: 0,
    onlyBy: undefined,
    progress: 0,
    error: undefined,
  })
  let cursor: Cursor | undefined
  let running: AbortController | undefined
  let wanted: bigint | undefined
  /** The node that answered last. */
  let teller = 0
  let nextConfirmation = 0n
  let isFromStore = false

  const settled = (of: Cursor) => settledBlock(of, fromBlock, finalityBlocks)
  const show = (change: Partial<HistoryState>) => state.set({ ...state.get(), ...change })
  const showCursor = (of: Cursor, change: Partial<HistoryState>) => {
    const behind = settled(of) - of.confirmedBlock
    // The newest stretch waits until it is long enough to ask for.
    const isConfirmed = behind <= 0n || (of.confirmedBlock > fromBlock && behind <= CONFIRM_BLOCKS)
    show({
      logs: of.logs,
      isCapped: of.dropped > 0,
      unreadable: of.unreadable.length,
      onlyBy: isConfirmed && nodes.length > 1 ? undefined : of.toldBy.join(' and ') || undefined,
      ...change,
    })
  }

  /** What was stored, if it is what could have been read; else it is read again. */
  async function load(head: bigint): Promise<Cursor> {
    const stored = await store.load()
    if (!stored || stored.nextBlock < fromBlock) return newCursor(fromBlock)
    const { logs, unreadable } = world.check(stored.logs, fromBlock, stored.nextBlock - 1n)
    if (unreadable.length > 0 || logs.length !== stored.logs.length) return newCursor(fromBlock)
    isFromStore = true
    // From a block that no node has reached yet nothing would ever be read.
    const nextBlock = stored.nextBlock > head + 1n ? head + 1n : stored.nextBlock
    const { confirmedBlock } = stored
    return { ...stored, nextBlock, confirmedBlock: confirmedBlock < nextBlock ? confirmedBlock : nextBlock }
  }

  /** Asks one node after the other, the last one that answered first. Throws what the last of them throws. */
  async function withSomeNode(act: (node: LogNode) => Promise<void>): Promise<void> {
    let failure: unknown
    for (let tried = 0; tried < nodes.length; tried += 1) {
      const node = nodes[teller]
      try {
        if (node) await act(node)
        return
      } catch (error) {
        if (!(error instanceof ChainUnavailableError)) throw error
        failure = error
        teller = (teller + 1) % nodes.length
      }
    }
    throw failure
  }

  async function run(head: bigint, { signal }: AbortController): Promise<void> {
    cursor ??= await load(head)
    await withSomeNode(async ({ host, getHead, getLogs }) => {
      const nodeHead = await getHead()
      const before = cursor ?? newCursor(fromBlock)
      const toldBy = before.toldBy.includes(host) ? before.toldBy : [...before.toldBy, host]
      cursor = await scan(
        { ...before, toldBy },
        {
          fromBlock,
          finalityBlocks,
          canGoBack,
          head: nodeHead < head ? nodeHead : head,
          getLogs,
          signal,
          onProgress(next, progress) {
            cursor = next
            const isFirst = state.get().status === 'loading'
            showCursor(next, isFirst ? { progress } : {})
            if (isFirst) void store.save(next, settled(next))
          },
        },
      )
    })
    const isBlank = cursor.logs.length === 0 && state.get().status === 'loading'
    if (!signal.aborted && !isBlank) showCursor(cursor, { status: 'ready', progress: 100, error: undefined })
    await confirm(signal)
    await store.save(cursor, settled(cursor))
    if (!signal.aborted) showCursor(cursor, { status: 'ready', progress: 100, error: undefined })
  }

  /** Asks what is final once more: other nodes, or on the next visit the same one where there is no other. */
  async function confirm(signal: AbortSignal): Promise<void> {
    if (!cursor) return
    const [from, to] = [cursor.confirmedBlock, settled(cursor)]
    if (to <= from || to < nextConfirmation) return
    nextConfirmation = to + CONFIRM_BLOCKS
    const { toldBy } = cursor
    const tellers = nodes.filter(({ host }) => toldBy.includes(host))
    const others = nodes.filter(({ host }) => !toldBy.includes(host))
    // Of several tellers each may have told a part only: all are asked for the whole. Else any other will do.
    const isAll = tellers.length > 1
    const asked = isAll ? tellers : others.length > 0 ? others : isFromStore ? tellers : []
    let isConfirmed = false
    for (const { getHead, getLogs } of asked) {
      try {
        if ((await getHead()) < to) throw new Error('It lags behind.')
        const again = await scan(
          { ...newCursor(from), range: cursor.range },
          {
            fromBlock: from,
            finalityBlocks: 0,
            canGoBack,
            head: to - 1n,
            getLogs,
            onProgress: () => undefined,
            signal,
          },
        )
        const all = union(cursor.logs, again.logs)
        const logs = all.length > MOST_LOGS ? all.slice(-MOST_LOGS) : all
        cursor = { ...cursor, logs, dropped: cursor.dropped + all.length - logs.length }
        isConfirmed = true
        if (!isAll) break
      } catch {
        signal.throwIfAborted()
        // Not confirmed yet; it is tried again some blocks later.
        if (isAll) return
      }
    }
    const now = nodes[teller]?.host
    if (isConfirmed) cursor = { ...cursor, confirmedBlock: to, toldBy: now === undefined ? toldBy : [now] }
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

  function retry(): void {
    show({ status: 'loading', progress: 0, error: undefined })
    if (!running && wanted !== undefined) begin(wanted)
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
    retry,
    readAnew() {
      stop()
      cursor = newCursor(fromBlock)
      isFromStore = false
      nextConfirmation = 0n
      showCursor(cursor, {})
      retry()
    },
    stop,
  }
}
