import type { QueryClient } from '@tanstack/react-query'
import type { Address } from 'viem'
import { getBlockNumber } from 'viem/actions'

import type { Network } from '../chain/config'
import type { ChainClient } from '../chain/chain-reader'
import { snapshotsOnScreen } from '../chain/on-screen'
import type { OnScreen } from '../chain/on-screen'
import type { SingleNode } from '../chain/transport'
import { inspectBatch } from './follow/batch-status'
import type { Entry } from './follow/entry'
import { inspect } from './follow/follow'
import type { Store } from './follow/journal'
import { createJournalStore } from './follow/journal-store'
import { isInFlight, isSettled } from './follow/machine'
import { findSetBack } from './follow/set-back'
import { createLook, Doubt } from './follow/sighting'
import { takenBy } from './follow/taken'
import type { Plan } from './plan/plan'
import { sourcesOf } from './rehearse/sources'
import type { ReviewState } from './review/review-state'
import { createSession } from './review/session'
import type { Session } from './review/session'
import { forgetRequest, intentKey } from './send/send'
import { isAskedInSomeTab } from './send/tab-lock'
import { withinLimit } from './wallet'
import type { Wallet } from './wallet'
import { t } from '../words/t'

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
  /** What everything on screen is drawn from at this moment. */
  readonly getOnScreen: () => readonly OnScreen[]
  /** Opens the review of a plan, made from what was `onScreen`. */
  readonly start: (plan: Plan, onScreen?: readonly OnScreen[]) => void
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
  /** Every node by itself: what money goes by is asked of more than one. */
  readonly nodes: readonly SingleNode[]
  /** Where the pages keep what they have read. */
  readonly queryClient?: QueryClient | undefined
  /** The connected wallet's EIP-1193 provider. */
  readonly getProvider: () => Promise<unknown> | undefined
  readonly store?: Store | undefined
}

/** A source that was late is asked again before the next block, which may be long in coming. */
const lookAgainMs = 1_000

/** Holds the journals, follows what is in flight, and runs the one open review. */
export function createEngine({
  network,
  client,
  nodes,
  queryClient,
  getProvider,
  store = browserStore(),
}: EngineOptions): Engine {
  const { chainId } = network
  const listeners = new Set<() => void>()
  const journal = createJournalStore(chainId, store)
  const look = createLook(() => sourcesOf(network, nodes, getWallet))
  const chain = { client, look }
  let account: Address | undefined
  let session: Session | undefined
  let head = 0n
  let isStopped = false
  let following: Promise<void> | undefined
  let isFollowWanted = false
  let soon: ReturnType<typeof setTimeout> | undefined
  let view: TxView = { account, review: undefined, entries: [], busyKinds: [], notes: [] }

  function emit(): void {
    const entries = account ? journal.entries(account) : []
    view = {
      account,
      review: session?.getState(),
      entries,
      busyKinds: [...new Set(entries.filter(isInFlight).map(({ planKind }) => planKind))],
      notes: account ? journal.notes(account) : [],
    }
    for (const listener of [...listeners]) listener()
  }

  function getOnScreen(): readonly OnScreen[] {
    return queryClient ? snapshotsOnScreen({ network, queryClient }) : []
  }

  async function getWallet(): Promise<Wallet | undefined> {
    return (await getProvider()) as Wallet | undefined
  }

  /** For what the chain tells as well: undefined when the wallet can't be had at once. */
  function walletSoon(): Promise<Wallet | undefined> {
    return withinLimit(getWallet).catch(() => undefined)
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
      for (const owner of journal.accounts()) {
        for (const entry of journal.entries(owner)) {
          if (!isSettled(entry)) await checkEntry(owner, entry)
        }
        if (network.isDevnet)
          for (const { id } of await findSetBack(client, journal.entries(owner)))
            journal.applyEvent(owner, id, { type: 'setBack' })
      }
    }
  }

  async function checkEntry(owner: Address, entry: Entry): Promise<void> {
    if (isStopped) return
    try {
      if (entry.status === 'waiting' && !(await isAskedInSomeTab(intentKey(chainId, owner, entry)))) {
        const note = t`The page was closed before the wallet answered.`
        journal.applyEvent(owner, entry.id, { type: 'unanswered', note })
        return
      }
      if (head === 0n) head = await getBlockNumber(client, { cacheTime: 0 })
      const taken = takenBy(journal.entries(owner), entry)
      const events =
        (entry.batchId !== undefined &&
          (await inspectBatch(await walletSoon(), chain, entry, head, taken))) ||
        (await inspect(chain, entry, head, network.finalityBlocks, taken))
      for (const event of [{ type: 'undoubted' } as const, ...events])
        journal.applyEvent(owner, entry.id, event)
    } catch (error) {
      if (error instanceof Doubt) doubted(owner, entry, error)
      // The node is away: nothing is concluded and nothing forgotten; the next block asks again, and the
      // chain's own badge says that reading fails.
    }
  }

  function doubted(owner: Address, { id }: Entry, { message: doubt, isDispute, isYoung }: Doubt): void {
    journal.applyEvent(owner, id, { type: isDispute ? 'disputed' : 'unconfirmed', doubt })
    if (isYoung) soon ??= setTimeout(followSoon, lookAgainMs)
  }

  function followSoon(): void {
    soon = undefined
    follow()
  }

  journal.subscribe((event) => {
    emit()
    if (event?.type === 'submitted' || event?.type === 'batched') follow()
  })

  return {
    network,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    getView: () => view,
    getSession: () => session,
    getOnScreen,
    start(plan, onScreen = getOnScreen()) {
      const stage = session?.getState().stage
      if (stage !== undefined && stage !== 'done' && stage !== 'blocked') return
      session?.close()
      const world = { network, client, look, nodes, getWallet, journal, onScreen }
      session = createSession(structuredClone(plan), world, emit)
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
      emit()
      follow()
    },
    onBlock(number) {
      head = number
      follow()
    },
    forget(ids) {
      if (!account) return
      for (const entry of journal.entries(account))
        if (ids.includes(entry.id)) forgetRequest(intentKey(chainId, account, entry))
      journal.forget(account, ids)
    },
    exportJson: () => (account ? journal.toJson(account) : '[]'),
    async whenIdle() {
      while (following) await following
    },
    stop() {
      isStopped = true
      clearTimeout(soon)
      listeners.clear()
      session?.close()
      journal.stop()
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
