import type { Address } from 'viem'

import { dropOlderThan } from '../../chain/block-floor'
import { onNewGenesis, rememberedGenesis } from '../../chain/genesis'
import { toJson } from './entry'
import type { Entry } from './entry'
import { journalKey, openJournal } from './journal'
import type { Journal, Store } from './journal'
import { next } from './machine'
import type { Event } from './machine'
import { takenBy } from './taken'

/** What is known of the transactions of every account used on one chain. The engine and the review both write to it. */
export type JournalStore = {
  /** Told after every change, with what was learned if something was. Gives back how to stop. */
  readonly subscribe: (listener: (event?: Event) => void) => () => void
  /** Accounts whose list was opened. */
  readonly accounts: () => readonly Address[]
  /** Newest first; opens the account's list. */
  readonly entries: (account: Address) => readonly Entry[]
  readonly find: (account: Address, id: string) => Entry | undefined
  /** Adds an entry, or puts it in the place of the one with its id. */
  readonly record: (entry: Entry) => void
  /** Applies what was learned of one entry; what makes no sense in its state changes nothing. */
  readonly applyEvent: (account: Address, id: string, event: Event) => void
  readonly forget: (account: Address, ids: readonly string[]) => void
  /** What could not be read or kept, in sentences. */
  readonly notes: (account: Address) => readonly string[]
  readonly toJson: (account: Address) => string
  readonly stop: () => void
}

/** Opens the journals of a chain; other tabs and a restarted local chain (trust.md D31) are heard of by themselves. */
export function createJournalStore(chainId: number, store: Store | undefined): JournalStore {
  const journals = new Map<Address, Journal>()
  const listeners = new Set<(event?: Event) => void>()

  function journalOf(account: Address): Journal {
    const known = journals.get(account)
    if (known) return known
    const opened = openJournal(chainId, account, store, () => rememberedGenesis(chainId))
    journals.set(account, opened)
    return opened
  }

  function emit(event?: Event): void {
    for (const listener of [...listeners]) listener(event)
  }

  const find = (account: Address, id: string) =>
    journalOf(account)
      .read()
      .find((entry) => entry.id === id)

  const stopListening = listenToStorage((key) => {
    if (key === null || [...journals.keys()].some((account) => key === journalKey(chainId, account))) emit()
  })
  const stopGenesis = onNewGenesis((id) => {
    if (id !== chainId) return
    for (const journal of journals.values()) journal.clear()
    emit()
  })

  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    accounts: () => [...journals.keys()],
    entries: (account) => journalOf(account).read(),
    find,
    record(entry) {
      journalOf(entry.account).write(entry)
      emit()
    },
    applyEvent(account, id, event) {
      const entry = find(account, id)
      if (!entry) return
      // Another tab, or another entry of this look, may have counted it meanwhile.
      if (event.type === 'receipt' && takenBy(journalOf(account).read(), entry).has(event.hash)) return
      const progress = next(entry, event)
      if (progress === entry || toJson(progress) === toJson(entry)) return
      // Nothing went out: there is nothing to remember.
      if (progress.status === 'preparing') journalOf(account).remove([id])
      else journalOf(account).write({ ...entry, ...progress })
      if (event.type === 'receipt') dropOlderThan(event.blockNumber)
      emit(event)
    },
    forget(account, ids) {
      journalOf(account).remove(ids)
      emit()
    },
    notes: (account) => journalOf(account).notes(),
    toJson: (account) => journalOf(account).toJson(),
    stop() {
      listeners.clear()
      stopListening()
      stopGenesis()
    },
  }
}

function listenToStorage(onKey: (key: string | null) => void): () => void {
  if (typeof window === 'undefined') return () => undefined
  const listener = (event: StorageEvent) => onKey(event.key)
  window.addEventListener('storage', listener)
  return () => window.removeEventListener('storage', listener)
}
