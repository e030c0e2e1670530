import type { ChainLog } from './checked-logs'
import { readFromServer } from './history-from-server'
import {
  indexOfBlock,
  lower,
  newCursor,
  scan,
  settledBlock,
  textOf,
  union,
  withLogs,
  type Cursor,
} from './history-scan'
import { createHistoryStore } from './history-store'
import { reasonOf } from './reason'
import { createStore, type Store } from './store'
import { ChainUnavailableError } from './transport'
import type { HistoryWorld, LogNode } from './history-world'
import { t } from '../words/t'

export type HistoryState = {
  readonly status: 'loading' | 'ready' | 'error' | 'cancelled'
  readonly logs: readonly ChainLog[]
  readonly isCapped: boolean
  /** So many logs could not be read; they are left out. */
  readonly unreadable: number
  /** Who has told this, as long as nobody else was asked. */
  readonly onlyBy: string | undefined
  /** A server of events has told what is final; this node said the same where it was asked. */
  readonly sampled: Cursor['sampled']
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
  /** Forgets what was read and stored, and reads it again, from the nodes alone. */
  readonly readAnew: () => void
  /** Ends reading without a trace on screen; advance starts it again. */
  readonly stop: () => void
}

/** So many new blocks are confirmed together. */
const CONFIRM_BLOCKS = 64n
/** So many logs are confirmed at a time: what was confirmed is not asked for again after a stop. */
const CONFIRM_LOGS = 10_000

/**
 * Reads a history and keeps it up to date. One node tells; what is final is then asked of another one, and what either
 * of them knows is kept: an empty answer of one node is not believed for good. trust.md D25
 */
export function createHistoryReader(world: HistoryWorld): HistoryReader {
  const { key, fromBlock, finalityBlocks, canGoBack, nodes, server } = world
  const store = createHistoryStore(key, fromBlock, world.restore)
  const state = createStore<HistoryState>({
    status: 'loading',
    logs: [],
    isCapped: false,
    unreadable: 0,
    onlyBy: undefined,
    sampled: undefined,
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
  let isByNodesAlone = server === undefined
  /** While reading, a list is shown again once it is twice as long: whoever draws it goes through all of it. */
  let shown = 0

  const settled = (of: Cursor) => settledBlock(of, fromBlock, finalityBlocks)
  const show = (change: Partial<HistoryState>) => state.set({ ...state.get(), ...change })
  const showCursor = (of: Cursor, change: Partial<HistoryState>) => {
    const behind = settled(of) - of.confirmedBlock
    // The newest stretch waits until it is long enough to ask for.
    const isConfirmed = behind <= 0n || (of.confirmedBlock > fromBlock && behind <= CONFIRM_BLOCKS)
    shown = of.logs.length
    show({
      logs: of.logs,
      isCapped: of.dropped > 0,
      unreadable: of.unreadable.length,
      onlyBy: isConfirmed && nodes.length > 1 ? undefined : of.toldBy.join(t` and `) || undefined,
      sampled: of.sampled,
      ...change,
    })
  }

  async function load(head: bigint): Promise<Cursor> {
    const stored = await store.load()
    isFromStore = stored.nextBlock > fromBlock
    if (!isFromStore) return stored
    // What is stored is final: it was read so much further. From a block that no node has reached yet nothing would
    // ever be read.
    const nextBlock = lower(stored.nextBlock + BigInt(finalityBlocks), head + 1n)
    return { ...stored, nextBlock, confirmedBlock: lower(stored.confirmedBlock, nextBlock) }
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
    if (!cursor) {
      cursor = await load(head)
      signal.throwIfAborted()
      if (!isDoubtful(cursor) && isFromStore) showCursor(cursor, {})
    }
    if (server && !isByNodesAlone) {
      const onProgress = (progress: number) => show({ progress })
      const wish = { server, nodes, fromBlock, finalityBlocks, head, signal, onProgress }
      cursor = await readFromServer(cursor, wish)
      signal.throwIfAborted()
    }
    if (isDoubtful(cursor)) beginAnew()
    await withSomeNode(async (node) => {
      const { host } = node
      const { getHead, getLogs } = inTurn(node, signal)
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
            if (state.get().status !== 'loading') showCursor(next, {})
            else if (next.logs.length >= 2 * shown) showCursor(next, { progress })
            else show({ progress })
            if (state.get().status === 'loading') void store.save(next, settled(next))
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

  /** Told by a server that has turned out to tell what a node does not, or that is not configured any more. */
  function isDoubtful({ sampled }: Cursor): boolean {
    return sampled !== undefined && (sampled.server !== server?.host || server.fault.get() !== undefined)
  }

  function beginAnew(): void {
    cursor = newCursor(fromBlock)
    store.forget()
    isFromStore = false
    nextConfirmation = 0n
    showCursor(cursor, { status: 'loading', progress: 0 })
  }

  /** Asks what is final once more: other nodes, or on the next visit the same one where there is no other. */
  async function confirm(signal: AbortSignal): Promise<void> {
    if (!cursor) return
    const to = settled(cursor)
    if (to <= cursor.confirmedBlock || to < nextConfirmation) return
    nextConfirmation = to + CONFIRM_BLOCKS
    const { toldBy } = cursor
    const tellers = nodes.filter(({ host }) => toldBy.includes(host))
    const others = nodes.filter(({ host }) => !toldBy.includes(host))
    // Of several tellers each may have told a part only: all are asked for the whole. Else any other will do.
    const isAll = tellers.length > 1
    const asked = isAll ? tellers : others.length > 0 ? others : isFromStore ? tellers : []
    while (cursor.confirmedBlock < to) {
      const until = strideEnd(cursor, to)
      if (!(await confirmUntil(until, asked, isAll, signal))) return
      cursor = { ...cursor, confirmedBlock: until }
      if (until < to) await store.save(cursor, settled(cursor))
    }
    const now = nodes[teller]?.host
    cursor = { ...cursor, toldBy: now === undefined ? toldBy : [now] }
  }

  /** Whether one of these nodes, or all of them, have told what they know of the blocks before this one. */
  async function confirmUntil(until: bigint, asked: readonly LogNode[], isAll: boolean, signal: AbortSignal) {
    if (!cursor) return false
    const from = cursor.confirmedBlock
    let isConfirmed = false
    for (const node of asked) {
      const { getHead, getLogs } = inTurn(node, signal)
      try {
        if ((await getHead()) < until) throw new Error('It lags behind.')
        const start = { ...newCursor(from), range: cursor.range }
        const head = until - 1n
        const onProgress = () => undefined
        const wish = { fromBlock: from, finalityBlocks: 0, canGoBack, head, getLogs, onProgress, signal }
        const told = union(cursor.logs, (await scan(start, wish)).logs)
        if (told !== cursor.logs) {
          const known = new Set(cursor.logs)
          const missed = told.filter((log) => !known.has(log))
          store.amend(missed.map(({ blockNumber }) => blockNumber))
          cursor = withLogs(cursor, told, cursor.text + textOf(missed))
        }
        isConfirmed = true
        if (!isAll) break
      } catch {
        signal.throwIfAborted()
        // Not confirmed yet; it is tried again some blocks later.
        if (isAll) return false
      }
    }
    return isConfirmed
  }

  function begin(head: bigint): void {
    const controller = new AbortController()
    running = controller
    run(head, controller)
      .catch((error: unknown) => {
        if (!controller.signal.aborted)
          show({ status: 'error', error: t`The history could not be read: ${reasonOf(error)}` })
      })
      .finally(() => {
        if (running !== controller) return
        running = undefined
        if (wanted === undefined || state.get().status !== 'ready') return
        if (wanted > head || (cursor && isDoubtful(cursor))) begin(wanted)
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
      if (cursor) showCursor(cursor, { status: 'cancelled' })
      else show({ status: 'cancelled' })
    },
    retry,
    readAnew() {
      stop()
      beginAnew()
      isByNodesAlone = true
      retry()
    },
    stop,
  }
}

/** A node that is asked only when it is this history's turn, and no more once it has been stopped. */
function inTurn(node: LogNode, signal: AbortSignal): Pick<LogNode, 'getHead' | 'getLogs'> {
  return {
    getHead: () => node.inTurn(signal, node.getHead),
    getLogs: (from, to) => node.inTurn(signal, () => node.getLogs(from, to)),
  }
}

/** So far a stride of confirmation goes: as few or as many blocks as hold so many logs. */
function strideEnd({ logs, confirmedBlock }: Cursor, to: bigint): bigint {
  const next = logs[indexOfBlock(logs, confirmedBlock) + CONFIRM_LOGS]?.blockNumber ?? to
  return next > confirmedBlock && next < to ? next : to
}
