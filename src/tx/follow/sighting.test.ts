import { numberToHex } from 'viem'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { sourceOf } from '../rehearse/sources'
import type { Source } from '../rehearse/sources'
import { friend, hash, me, pool } from '../testing/sample-plan'
import { createLook, Doubt } from './sighting'
import type { Sighting } from './sighting'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const wanted = hash('a')
const place = { blockHash: hash('b'), blockNumber: numberToHex(10) }
const transaction = {
  ...place,
  hash: wanted,
  nonce: '0x4',
  from: me,
  to: pool,
  input: '0x1234',
  value: '0x0',
}
const log = { address: pool, topics: [hash('e')], data: '0x' }
const receipt = { ...place, transactionHash: wanted, status: '0x1', gasUsed: '0x5208', logs: [log] }

type Says = { head?: number; transaction?: object | null; receipt?: object | null }
const source = (name: string, says: Says = {}): Source =>
  sourceOf(name, ({ method }) =>
    Promise.resolve(
      {
        eth_blockNumber: numberToHex(says.head ?? 20),
        eth_getTransactionByHash: says.transaction === undefined ? transaction : says.transaction,
        eth_getTransactionReceipt: says.receipt === undefined ? receipt : says.receipt,
      }[method],
    ),
  )
const hangs = (name: string) => sourceOf(name, () => new Promise(() => undefined))
const fails = (name: string) => sourceOf(name, () => Promise.reject(new Error('429')))
const nothing: Says = { transaction: null, receipt: null }
const eyes = (nodes: () => readonly Source[], wallet = fails('your wallet')) =>
  createLook(() => ({ nodes: nodes(), wallet }))

/** What one look gives, or its doubt; sources that hang are given their time. */
async function seen(look: ReturnType<typeof createLook>): Promise<Sighting | Doubt | undefined> {
  const looked = look(wanted).catch((error: unknown) => {
    if (error instanceof Doubt) return error
    throw error
  })
  await vi.advanceTimersByTimeAsync(6_000)
  return looked
}
const sentence = (found: unknown) => (found instanceof Doubt ? found.message : 'no doubt')
const among = (nodes: readonly Source[], wallet?: Source) => seen(eyes(() => nodes, wallet))

describe('what two sources show', () => {
  it('is so, as deep as the one that is behind says', async () =>
    expect(await among([source('a'), source('b', { head: 12 })])).toMatchObject({
      witnesses: ['a', 'b'],
      head: 12n,
      transaction: { nonce: 4, from: me.toLowerCase() },
      outcome: { blockNumber: 10n, isSuccess: true },
    }))
  it('is the same in other letters, and where one does not tell the status', async () => {
    const upper = {
      ...receipt,
      blockHash: `0x${'B'.repeat(64)}`,
      logs: [{ ...log, address: pool.toLowerCase() }],
    }
    const untold = { ...receipt, status: null }
    const found = await among([source('a', { receipt: untold }), source('b', { receipt: upper })])
    expect(found).toMatchObject({ witnesses: ['a', 'b'], outcome: { isSuccess: true } })
  })
  it('leaves the wallet alone', async () => {
    const ask = vi.fn(() => Promise.resolve(null))
    await among([source('a'), source('b')], sourceOf('your wallet', ask))
    expect(ask).not.toHaveBeenCalled()
  })
  it('is nothing where nobody shows it', async () =>
    expect(await among([source('a', nothing), source('b', nothing)])).toBeUndefined())
  it('is waiting where one shows it without a block', async () =>
    expect(await among([source('a', { receipt: null }), source('b', nothing)])).toMatchObject({
      outcome: undefined,
      witnesses: [],
    }))
  it('is not nothing where nobody answers', async () => {
    const look = eyes(() => [fails('a'), hangs('b')])
    const failed = expect(look(wanted)).rejects.toThrow('No node answers')
    await vi.advanceTimersByTimeAsync(3_000)
    await failed
  })
})

describe('sources that contradict each other are named, and neither is believed', () => {
  it.each<[string, Says]>([
    ['does not show it', nothing],
    ['shows it waiting', { receipt: null }],
    ['shows it in another block', { receipt: { ...receipt, blockHash: hash('c') } }],
    ['shows it failed', { receipt: { ...receipt, status: '0x0', logs: [] } }],
    ['shows it without its event', { receipt: { ...receipt, logs: [] } }],
    ['shows it with another event', { receipt: { ...receipt, logs: [{ ...log, topics: [hash('f')] }] } }],
    ['shows another call', { transaction: { ...transaction, input: '0x5678' } }],
    ['shows another nonce', { transaction: { ...transaction, nonce: '0x5' } }],
    ['shows another sender', { transaction: { ...transaction, from: friend } }],
  ])('where the second %s', async (_name, says) => {
    for (const nodes of [
      [source('a'), source('b', says)],
      [source('b', says), source('a')],
    ]) {
      const doubt = await among(nodes)
      expect(doubt).toMatchObject({ name: 'Doubt', isDispute: true, isYoung: true })
      expect(sentence(doubt)).toMatch(/[ab] shows it in block 10, and [ab] says otherwise/)
    }
  })
  it('where they have one name', async () =>
    expect(await among([source('a'), source('a', nothing)])).toMatchObject({ isDispute: true }))
  it('where two say the same and a third does not', async () =>
    expect(sentence(await among([source('a'), source('b'), source('c', nothing)]))).toContain(
      'a and b show it in block 10, and c says otherwise. Neither is believed until they agree.',
    ))
  it('until they agree', async () => {
    let second = source('b', nothing)
    const look = eyes(() => [source('a'), second])
    expect(await seen(look)).toMatchObject({ isDispute: true })
    second = source('b')
    expect(await seen(look)).toMatchObject({ witnesses: ['a', 'b'] })
  })
})

describe('a second source that can’t tell is waited for within a limit', () => {
  const late: [string, Source][] = [
    ['is behind', source('b', { ...nothing, head: 9 })],
    ['hangs', hangs('b')],
    ['fails', fails('b')],
    ['speaks of another transaction', source('b', { receipt: { ...receipt, transactionHash: hash('d') } })],
    ['has no transaction for its receipt', source('b', { transaction: null })],
    ['says what can’t be read', source('b', { receipt: { ...receipt, logs: 'none' } })],
  ]
  it.each(late)(
    'where it %s: said, and then one source’s word is taken and called so',
    async (_name, second) => {
      const look = eyes(() => [source('a'), second])
      const doubt = await seen(look)
      expect(doubt).toMatchObject({ isDispute: false, isYoung: true })
      expect(sentence(doubt)).toContain('a shows it in block 10. Up to 15 s are given to b to confirm it.')
      await vi.advanceTimersByTimeAsync(9_000)
      expect(await seen(look)).toMatchObject({ witnesses: ['a'], outcome: { isSuccess: true } })
    },
  )
  it('and counts when it comes', async () => {
    let second = source('b', { ...nothing, head: 9 })
    const look = eyes(() => [source('a'), second])
    await seen(look)
    second = source('b')
    expect(await seen(look)).toMatchObject({ witnesses: ['a', 'b'] })
  })
  it('and contradicts also when its time is over', async () => {
    let second = fails('b')
    const look = eyes(() => [source('a'), second])
    await seen(look)
    await vi.advanceTimersByTimeAsync(15_000)
    expect(await seen(look)).toMatchObject({ witnesses: ['a'] })
    second = source('b', nothing)
    expect(await seen(look)).toMatchObject({ isDispute: true, isYoung: false })
  })
})

describe('with one node the wallet is the second source', () => {
  const only = [source('a')]
  it('that agrees', async () =>
    expect(await among(only, source('your wallet'))).toMatchObject({ witnesses: ['a', 'your wallet'] }))
  it('that says otherwise', async () =>
    expect(sentence(await among(only, source('your wallet', nothing)))).toContain(
      'your wallet says otherwise',
    ))
  it('that can’t be asked: then one source’s word is taken at once and called so', async () => {
    expect(await among(only, fails('your wallet'))).toMatchObject({ witnesses: ['a'] })
    expect(await among(only, hangs('your wallet'))).toMatchObject({ witnesses: ['a'] })
  })
  it('and takes the place of a node that is down', async () =>
    expect(await among([source('a'), fails('b')], source('your wallet'))).toMatchObject({
      witnesses: ['a', 'your wallet'],
    }))
})
