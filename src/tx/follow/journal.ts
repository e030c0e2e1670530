import * as v from 'valibot'

import { entrySchema, toJson } from './entry'
import type { Entry } from './entry'
import { isInFlight, isSettled } from './machine'
import { t } from '../../words/t'

/** Storage as the journal uses it; `localStorage` fits. */
export type Store = {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
  removeItem(key: string): void
}

export type Journal = {
  /** Newest first. Always read from the store, so that tabs agree. */
  read(): readonly Entry[]
  /** Adds the entry, or puts it in the place of the one with its id. */
  write(entry: Entry): void
  remove(ids: readonly string[]): void
  clear(): void
  /** Sentences about what could not be read or kept. */
  notes(): readonly string[]
  /** Everything, for a support request. */
  toJson(): string
  readonly key: string
}

const maxEntries = 100
const maxCharacters = 256_000
const fileSchema = v.object({
  version: v.literal(1),
  /** The first block of the chain it is about: a restarted local chain is another one. trust.md D31 */
  genesis: v.optional(v.string()),
  entries: v.array(v.unknown()),
})

/** The storage key of one account's journal on one chain. */
export function journalKey(chainId: number, account: string): string {
  return `ballast.journal.1.${chainId}.${account.toLowerCase()}`
}

/**
 * What an account has asked and sent on a chain, as plain data in storage. Nothing is trusted on reading:
 * what does not fit the schema is dropped with a note. Where storage is missing or full, memory takes over
 * and a note says so. Nothing in it is ever used to build a transaction. trust.md D1, F22, X8
 * `genesis` gives the chain's first block as far as it is known.
 */
export function openJournal(
  chainId: number,
  account: string,
  store: Store | undefined,
  genesis: () => string | undefined = () => undefined,
): Journal {
  const key = journalKey(chainId, account)
  const notes = new Set<string>()
  let memory: string | undefined
  let isStoreBroken = store === undefined

  const note = (sentence: string) => void notes.add(sentence)
  if (isStoreBroken) note(t`This browser keeps nothing: transactions are remembered until this tab closes.`)

  function load(): string | null {
    if (isStoreBroken || !store) return memory ?? null
    try {
      return store.getItem(key)
    } catch {
      isStoreBroken = true
      note(t`Storage cannot be read: transactions are remembered until this tab closes.`)
      return memory ?? null
    }
  }

  function read(): readonly Entry[] {
    const text = load()
    if (text === null) return []
    const file = v.safeParse(fileSchema, parseJson(text))
    if (!file.success) {
      note(t`The stored list of transactions could not be read and was left out.`)
      return []
    }
    const present = genesis()
    const { genesis: known, entries } = file.output
    if (present !== undefined && known !== undefined && known !== present) return []
    return entries.flatMap((stored) => {
      const entry = v.safeParse(entrySchema, stored)
      if (entry.success && entry.output.chainId === chainId && sameText(entry.output.account, account)) {
        return [entry.output]
      }
      note(t`A stored transaction could not be read and was left out.`)
      return []
    })
  }

  function save(entries: readonly Entry[]): void {
    const kept = withinBounds(entries)
    memory = toJson({ version: 1, genesis: genesis(), entries: kept })
    if (isStoreBroken || !store) return
    try {
      store.setItem(key, memory)
    } catch {
      isStoreBroken = true
      note(t`Storage is full or closed: transactions are remembered until this tab closes.`)
    }
  }

  return {
    key,
    read,
    write(entry) {
      const others = read().filter(({ id }) => id !== entry.id)
      save([entry, ...others].sort((one, other) => other.askedAtMs - one.askedAtMs))
    },
    remove: (ids) => save(read().filter(({ id }) => !ids.includes(id))),
    clear() {
      memory = undefined
      try {
        store?.removeItem(key)
      } catch {
        isStoreBroken = true
      }
    },
    notes: () => [...notes],
    toJson: () => toJson({ version: 1, chainId, account, notes: [...notes], entries: read() }, 2),
  }
}

/** Drops the oldest settled entries, then the oldest decided ones; never one in flight. */
function withinBounds(entries: readonly Entry[]): readonly Entry[] {
  let kept = entries
  const isTooMuch = () => kept.length > maxEntries || toJson(kept).length > maxCharacters
  for (const mayGo of [isSettled, (entry: Entry) => !isInFlight(entry)]) {
    while (isTooMuch()) {
      const oldest = kept.findLast(mayGo)
      if (!oldest) break
      kept = kept.filter((entry) => entry !== oldest)
    }
  }
  return kept
}

function sameText(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
