import { describe, expect, it } from 'vitest'

import type { Entry } from './entry'
import { journalKey, openJournal } from './journal'
import type { Store } from './journal'
import { friend, hash, me, pool } from '../testing/sample-plan'
import { memoryStore } from '../testing/memory-store'

const entry = (change: Partial<Entry> = {}): Entry => ({
  id: 'one',
  runId: 'run',
  actIndex: 0,
  stepKind: 'act',
  planKind: 'test.stake',
  planTitle: 'Stake',
  stepTitle: 'Stake 5 USDT',
  chainId: 31337,
  account: me,
  to: pool,
  data: '0x1234',
  value: 2n ** 255n,
  askedAtMs: 1,
  askedBlock: 9n,
  effects: [{ address: pool, topics: [hash('a'), null], words: [null, hash('b')] }],
  isContractAccount: false,
  status: 'sent',
  hash: hash('c'),
  nonce: 4,
  isFinal: false,
  misses: 0,
  ...change,
})
const key = journalKey(31337, me)
const stored = (value: unknown) => {
  const store = memoryStore()
  store.setItem(key, typeof value === 'string' ? value : JSON.stringify(value))
  return openJournal(31337, me, store)
}

describe('journal', () => {
  it('gives back what was written, to the wei', () => {
    const journal = openJournal(31337, me, memoryStore())
    journal.write(entry())
    expect(journal.read()).toEqual([entry()])
    journal.write(entry({ status: 'included', blockNumber: 12n, blockHash: hash('d') }))
    expect(journal.read()).toMatchObject([{ status: 'included', blockNumber: 12n }])
  })
  it('keeps accounts and chains apart', () => {
    const store = memoryStore()
    openJournal(31337, me, store).write(entry())
    expect(openJournal(31337, friend, store).read()).toEqual([])
    expect(openJournal(1, me, store).read()).toEqual([])
    store.setItem(journalKey(1, me), store.values.get(key) ?? '')
    expect(openJournal(1, me, store).read()).toEqual([])
  })
  it('is shared by tabs', () => {
    const store = memoryStore()
    const [one, other] = [openJournal(31337, me, store), openJournal(31337, me, store)]
    one.write(entry({ id: 'a' }))
    other.write(entry({ id: 'b' }))
    expect(
      one
        .read()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['a', 'b'])
  })
  it('is another one after a local chain was restarted', () => {
    const store = memoryStore()
    openJournal(31337, me, store, () => '0xold').write(entry())
    expect(openJournal(31337, me, store, () => '0xold').read()).toHaveLength(1)
    expect(openJournal(31337, me, store, () => '0xnew').read()).toEqual([])
  })
  it('drops old settled entries, and never one in flight', () => {
    const journal = openJournal(31337, me, memoryStore())
    journal.write(entry({ id: 'flying', askedAtMs: 0 }))
    for (let index = 1; index <= 130; index += 1)
      journal.write(entry({ id: `${index}`, askedAtMs: index, status: 'final', isFinal: true }))
    const ids = journal.read().map(({ id }) => id)
    expect(ids).toHaveLength(100)
    expect(ids).toContain('flying')
    expect(ids).not.toContain('1')
  })
})

describe('a hostile or broken store (trust.md F22, X8)', () => {
  const good = JSON.parse(
    JSON.stringify(entry(), (_key, part: unknown) => (typeof part === 'bigint' ? String(part) : part)),
  ) as object
  it.each([
    ['not JSON', '{"version":1,"entr'],
    ['a number', 7],
    ['null', null],
    ['another version', { version: 2, entries: [] }],
    ['no list', { version: 1, entries: 'x' }],
  ])('reads nothing from %s and says so', (_name, value) => {
    const journal = stored(value)
    expect(journal.read()).toEqual([])
    expect(journal.notes()[0]).toContain('could not be read')
    journal.write(entry())
    expect(journal.read()).toHaveLength(1)
  })
  it.each([
    ['a script for a hash', { hash: 'javascript:alert(1)' }],
    ['an amount that is no number', { value: '1e9' }],
    ['an unknown state', { status: 'done' }],
    ['another account', { account: friend }],
    ['a list for an address', { to: [] }],
    ['a negative nonce', { nonce: -1 }],
    ['a prototype', { effects: { __proto__: [] } }],
  ])('leaves out an entry with %s and keeps the rest', (_name, change) => {
    const journal = stored({
      version: 1,
      entries: [
        { ...good, ...change },
        { ...good, id: 'kept' },
      ],
    })
    expect(journal.read().map(({ id }) => id)).toEqual(['kept'])
    expect(journal.notes()).toHaveLength(1)
  })
  it('cleans text', () => {
    const [read] = stored({
      version: 1,
      entries: [{ ...good, note: `\u202eevil${'x'.repeat(10_000)}` }],
    }).read()
    expect(read?.note?.startsWith('evil')).toBe(true)
    expect(read?.note?.length).toBeLessThan(400)
  })
  const failing = (name: 'getItem' | 'setItem'): Store => ({
    ...memoryStore(),
    [name]() {
      throw new DOMException('no', 'QuotaExceededError')
    },
  })
  it.each([
    ['full', failing('setItem')],
    ['unreadable', failing('getItem')],
    ['absent', undefined],
  ])('goes on in memory when storage is %s, and says so', (_name, store) => {
    const journal = openJournal(31337, me, store)
    journal.write(entry())
    expect(journal.read()).toEqual([entry()])
    expect(journal.notes()[0]).toContain('until this tab closes')
  })
})
