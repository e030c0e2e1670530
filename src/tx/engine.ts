import type { Address } from 'viem'
import { getBlockNumber } from 'viem/actions'

import { dropOlderThan } from '../chain/block-floor'
import type { Network } from '../chain/config'
import { onNewGenesis, rememberedGenesis } from '../chain/genesis'
import type { ChainClient } from '../chain/runtime'
import { inspectBatch } from './follow/batch-status'
import type { Entry } from './follow/entry'
import { inspect } from './follow/follow'
import { journalKey, openJournal } from './follow/journal'
import type { Journal, Store } from './follow/journal'
import { isInFlight, isSettled, next } from './follow/machine'
import type { Event } from './follow/machine'
import type { Plan } from './plan/plan'
import { forgetRequest, intentKey } from './send/send'
import type { Wallet } from './send/send'
import { createSession } from './send/session'
import type { ReviewState } from './send/review-state'
import type { Session } from './send/session'
import { isAskedInSomeTab } from './send/tab-lock'
import { withinLimit } from './send/within-limit'

/** Everything the transaction room shows. A new object whenever something changed. */
export type TxView = {
  readonly account: Address | undefined
  readonly review: ReviewState | undefined
  /** Newest first. */
  readonly entries: readonly Entry[]
  /** Kinds of plans that are in flight. */
  readonly busyKinds: readonly string[]
  /** What could not be read or kept of the list. */
  readonly notes: readonly string[]
}

export type Engine = {
  readonly network: Network
  readonly subscribe: (listener: () => void) => () => void
  readonly getView: () => TxView
  readonly start: (plan: Plan) => void
  readonly getSession: () => Session | undefined
  readonly closeReview: () => void
  readonly setAccount: (account: Address | undefined) => void
  /** A new head: everything unsettled is looked at once. */
  readonly onBlock: (head: bigint) => void
  /** Takes entries from the list; on the chain nothing changes. trust.md D8 */
  readonly forget: (ids: readonly string[]) => void
  readonly exportJson: () => string
  /** Ends when what was being looked at has been looked at; for tests. */
  readonly whenIdle: () => Promise<void>
  readonly stop: () => void
}

export type EngineOptions = {
  readonly network: Network
  readonly client: ChainClient
  /** The connected wallet's EIP-1193 provider. */
  readonly getProvider: () => Promise<unknown> | undefined
  readonly store?: Store | undefined
}

/** Holds the journals, follows what is in flight, and runs the one open review. */
export function createEngine({
  network,
  client,
  getProvider,
  store = browserStore(),
}: EngineOptions): Engine {
  const { chainId } = network
  const listeners = new Set<() => void>()
  const journals = new Map<string, Journal>()
  let account: Address | undefined
  let session: Session | undefined
  let head = 0n
  let isStopped = false
  let following: Promise<void> | undefined
  let isFollowWanted = false
  let view: TxView = { account, review: undefined, entries: [], busyKinds: [], notes: [] }

  function journalOf(owner: Address): Journal {
    const known = journals.get(owner)
    if (known) return known
    const opened = openJournal(chainId, owner, store, () => rememberedGenesis(chainId))
    journals.set(owner, opened)
    return opened
  }

  function emit(): void {
    const journal = account && journalOf(account)
    const entries = journal?.read() ?? []
    view = {
      account,
      review: session?.getState(),
      entries,
      busyKinds: [...new Set(entries.filter(isInFlight).map(({ planKind }) => planKind))],
      notes: journal?.notes() ?? [],
    }
    for (const listener of [...listeners]) listener()
  }

  function refresh(): void {
    const owner = session?.getState().plan.account
    if (owner) session?.onEntries(journalOf(owner).read())
    emit()
  }

  async function getWallet(): Promise<Wallet | undefined> {
    return (await getProvider()) as Wallet | undefined
  }

  /** For what the chain tells as well: undefined when the wallet can't be had at once. */
  function walletSoon(): Promise<Wallet | undefined> {
    return withinLimit(getWallet).catch(() => undefined)
  }

  function record(entry: Entry): void {
    journalOf(entry.account).write(entry)
    refresh()
  }

  function learn(owner: Address, id: string, event: Event): void {
    const journal = journalOf(owner)
    const entry = journal.read().find((candidate) => candidate.id === id)
    if (!entry) return
    const progress = next(entry, event)
    if (progress === entry) return
    // Nothing went out: there is nothing to remember.
    if (progress.status === 'preparing') journal.remove([id])
    else journal.write({ ...entry, ...progress })
    if (event.type === 'receipt') dropOlderThan(event.blockNumber)
    refresh()
    if (event.type === 'submitted' || event.type === 'batched') follow()
  }

  function follow(): void {
    isFollowWanted = true
    following ??= followAll().finally(() => {
      following = undefined
    })
  }

  async function followAll(): Promise<void> {
    while (isFollowWanted && !isStopped) {
      isFollowWanted = false
      for (const [owner, journal] of journals) {
        for (const entry of journal.read()) {
          if (!isSettled(entry)) await look(owner as Address, entry)
        }
      }
    }
  }

  async function look(owner: Address, entry: Entry): Promise<void> {
    if (isStopped) return
    try {
      if (entry.status === 'waiting' && !(await isAskedInSomeTab(intentKey(chainId, owner, entry)))) {
        const note = 'The page was closed before the wallet answered.'
        learn(owner, entry.id, { type: 'unanswered', note })
        return
      }
      if (head === 0n) head = await getBlockNumber(client, { cacheTime: 0 })
      const events =
        (entry.batchId !== undefined && (await inspectBatch(await walletSoon(), client, entry))) ||
        (await inspect(client, entry, head, network.finalityBlocks))
      for (const event of events) learn(owner, entry.id, event)
    } catch {
      // The node is away: nothing is concluded and nothing forgotten; the next block asks again, and the
      // chain's own badge says that reading fails.
    }
  }

  const stopListening = listenToStorage((key) => {
    if (account && (key === null || key === journalKey(chainId, account))) refresh()
  })
  const stopGenesis = onNewGenesis((id) => {
    if (id !== chainId) return
    for (const journal of journals.values()) journal.clear()
    refresh()
  })

  return {
    network,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    getView: () => view,
    getSession: () => session,
    start(plan) {
      const stage = session?.getState().stage
      if (stage !== undefined && stage !== 'done' && stage !== 'blocked') return
      session?.close()
      session = createSession(structuredClone(plan), {
        client,
        getWallet,
        readEntries: (owner) => journalOf(owner).read(),
        record,
        learn,
        onChange: emit,
      })
      void session.prepare()
      emit()
    },
    closeReview() {
      session?.close()
      session = undefined
      emit()
    },
    setAccount(next) {
      account = next
      if (account) journalOf(account)
      refresh()
      follow()
    },
    onBlock(number) {
      head = number
      follow()
    },
    forget(ids) {
      if (!account) return
      for (const entry of journalOf(account).read())
        if (ids.includes(entry.id)) forgetRequest(intentKey(chainId, account, entry))
      journalOf(account).remove(ids)
      refresh()
    },
    exportJson: () => (account ? journalOf(account).toJson() : '[]'),
    async whenIdle() {
      while (following) await following
    },
    stop() {
      isStopped = true
      listeners.clear()
      stopListening()
      stopGenesis()
    },
  }
}

function browserStore(): Store | undefined {
  try {
    return globalThis.localStorage
  } catch {
    return undefined
  }
}

function listenToStorage(onKey: (key: string | null) => void): () => void {
  if (typeof window === 'undefined') return () => undefined
  const listener = (event: StorageEvent) => onKey(event.key)
  window.addEventListener('storage', listener)
  return () => window.removeEventListener('storage', listener)
}
