import { createClient, custom, numberToHex, zeroHash } from 'viem'
import type { Hex } from 'viem'
import { anvil } from 'viem/chains'
import { describe, expect, it } from 'vitest'

import { friend, hash, me, pool } from '../testing/sample-plan'
import { sourceOf } from '../rehearse/sources'
import type { Source } from '../rehearse/sources'
import type { Entry } from './entry'
import { inspect as inspectAt } from './follow'
import type { Followed } from './follow'
import { createLook } from './sighting'
import { beginning, missesUntilDropped, missesUntilDroppedUnseen, next } from './machine'

const proof = { address: pool, topics: [hash('e'), hash('1')], data: '0x' as Hex }
const entry = (change: Partial<Entry> = {}): Entry => ({
  id: 'one',
  runId: 'run',
  actIndex: 0,
  stepKind: 'act',
  planKind: 'test.stake',
  planTitle: 'Stake',
  stepTitle: 'Stake',
  chainId: 31337,
  account: me,
  to: pool,
  data: '0x1234',
  value: 0n,
  askedAtMs: 1,
  askedBlock: 9n,
  effects: [{ address: pool, topics: [hash('e'), hash('1')], words: [] }],
  isContractAccount: false,
  status: 'sent',
  hash: hash('a'),
  nonce: 4,
  isFinal: false,
  misses: 0,
  ...change,
})

const inspect = (chain: Followed, followed: Entry, taken: ReadonlySet<string> = new Set()) =>
  inspectAt(chain, followed, 20n, 3, taken)

type Told = {
  status?: Hex | null
  from?: Hex
  blockNumber?: number
  logs?: object[]
  nonce?: number
  to?: Hex
  input?: Hex
}

/** A node that says so much of one transaction, and nothing of others. */
function nodeThat({
  status = '0x1',
  from = me,
  blockNumber = 10,
  logs = [proof],
  nonce = 4,
  to = pool,
  input = '0x1234',
}: Told) {
  const place = { blockHash: hash('b'), blockNumber: numberToHex(blockNumber), transactionIndex: '0x0' }
  const log = (given: object) => ({ ...given, ...place, transactionHash: hash('a'), logIndex: '0x0' })
  const answers: Record<string, unknown> = {
    eth_getTransactionReceipt: {
      ...place,
      transactionHash: hash('a'),
      status,
      from,
      to: pool,
      logs: logs.map(log),
    },
    eth_getTransactionByHash: { ...place, hash: hash('a'), nonce: numberToHex(nonce), from, to, input, value: '0x0', gas: '0x5208' }, // prettier-ignore
    eth_blockNumber: '0x14',
    eth_getTransactionCount: '0x4',
    eth_call: '0x',
    eth_getLogs: [],
    eth_getBlockByNumber: { hash: hash('c'), number: numberToHex(blockNumber), transactions: [] },
  }
  const request = ({ method }: { method: string }) => Promise.resolve(answers[method])
  const client = createClient({ chain: anvil, transport: custom({ request }) })
  const [a, b, wallet] = ['a', 'b', 'your wallet'].map((name) => sourceOf(name, request))
  const look = createLook(() => ({ nodes: [a, b] as Source[], wallet: wallet as Source }))
  return { client, look }
}

describe('what a receipt proves (trust.md D41)', () => {
  it.each<[string, Told]>([
    ['a missing status', { status: null }],
    ['a status that says otherwise', { status: '0x0' }],
    ['a relayer as its sender', { from: friend }],
  ])('takes the event over %s', async (_name, told) => {
    const [event] = await inspect(nodeThat(told), entry())
    expect(event).toMatchObject({ type: 'receipt', isSuccess: true, hasEffect: true })
  })
  it('takes it for an account of co-signers and for a batch too', async () => {
    for (const change of [{ isContractAccount: true }, { stepKind: 'batch' as const }]) {
      const [event] = await inspect(nodeThat({ status: null, from: friend }), entry(change))
      expect(event).toMatchObject({ isSuccess: true, hasEffect: true })
    }
  })
  it('concludes nothing from a receipt without status and event', async () =>
    expect(await inspect(nodeThat({ status: null, logs: [] }), entry())).toEqual([]))
  it('says so when it ran without the event', async () => {
    const [event] = await inspect(nodeThat({ logs: [] }), entry())
    expect(event).toMatchObject({ isSuccess: true, hasEffect: false })
  })
})

describe('"done" needs this transaction (trust.md D41)', () => {
  it('does not take an older identical one for it', async () => {
    const [event] = await inspect(nodeThat({ blockNumber: 9, nonce: 3 }), entry())
    expect(event).toMatchObject({ type: 'notOurs' })
    expect(next(entry(), event ?? { type: 'reorged' })).toMatchObject({ status: 'unknown', hash: undefined })
  })
  it('does not take what others sent before it was asked for it, nor for an account of co-signers', async () => {
    for (const change of [{}, { isContractAccount: true }]) {
      const events = await inspect(nodeThat({ from: friend, blockNumber: 9 }), entry(change))
      expect(events).toContainEqual(expect.objectContaining({ type: 'notOurs' }))
    }
  })
  it('gives up one it had taken, once that proves another', async () => {
    const decided = { status: 'included', blockNumber: 10n, blockHash: hash('b') } as const
    const events = await inspect(nodeThat({}), entry(decided), new Set([hash('a')]))
    expect(events).toEqual([expect.objectContaining({ type: 'notOurs' })])
  })
  it('takes it when the chain became shorter in between', async () => {
    const [event] = await inspect(nodeThat({ blockNumber: 9, nonce: 4 }), entry())
    expect(event).toMatchObject({ type: 'receipt', hasEffect: true })
  })
  it.each<[string, Told]>([
    ['other bytes', { input: '0x5678' }],
    ['another contract’s call', { to: friend, input: '0x5678' }],
  ])('does not take %s with the same event for it', async (_name, told) => {
    const [event] = await inspect(nodeThat(told), entry())
    expect(event).toMatchObject({ type: 'receipt', isSuccess: true, hasEffect: false })
    expect(event).toHaveProperty('note', expect.stringContaining('another call than the one reviewed'))
  })
  it.each<[string, Told, Partial<Entry>]>([
    ['a wallet’s mark behind the bytes', { input: '0x1234beef' }, {}],
    ['a wallet’s call around the bytes', { to: me, input: '0xaaaa1234bbbb' }, {}],
    ['a relayer’s call', { from: friend, to: friend, input: '0x5678' }, {}],
    ['an edited approval', { input: '0x5678' }, { stepKind: 'approve' }],
  ])('takes %s for it', async (_name, told, change) => {
    const [event] = await inspect(nodeThat(told), entry(change))
    expect(event).toMatchObject({ type: 'receipt', isSuccess: true, hasEffect: true })
  })
  it('does not take an earlier one of the account for it that is included after the ask', async () => {
    const [event] = await inspect(nodeThat({ blockNumber: 15, nonce: 3 }), entry())
    expect(event).toMatchObject({ type: 'notOurs' })
  })
  it('counts an effect once', async () => {
    const [event] = await inspect(nodeThat({}), entry(), new Set([hash('a')]))
    expect(event).toMatchObject({ type: 'notOurs' })
  })
  it('does not take the older one for a batch or co-signers either', async () => {
    for (const change of [{ isContractAccount: true }, { stepKind: 'batch' as const }]) {
      const events = await inspect(nodeThat({ blockNumber: 9, nonce: 3 }), entry(change))
      expect(events).toMatchObject([{ type: 'notOurs' }])
    }
  })
})

describe('contradictions', () => {
  const included = entry({ status: 'included', hasEffect: true, blockNumber: 10n, blockHash: hash('b') })
  it('does not flap where a receipt and the block of its number disagree', async () =>
    expect(await inspect(nodeThat({}), included)).toEqual([]))
  it('calls a transaction no node ever showed dropped late only: it may go by a private way', () => {
    const sent = next(next(beginning, { type: 'asked', nonce: 4 }), { type: 'submitted', hash: zeroHash })
    const after = (misses: number) =>
      Array.from({ length: misses }, (_, block) => ({ type: 'notFound', atBlock: BigInt(block) }) as const)
    expect(after(missesUntilDropped).reduce(next, sent)).toMatchObject({ status: 'sent' })
    expect(after(missesUntilDropped).reduce(next, sent).note).toContain('private way')
    expect(after(missesUntilDroppedUnseen).reduce(next, sent).status).toBe('dropped')
  })
  it('expects nodes to know what was in a block that a reorganisation took back', () => {
    const block = { hash: hash('a'), blockNumber: 10n, blockHash: hash('b'), witnesses: ['a', 'b'] }
    const found = next(entry(), { type: 'receipt', ...block, isSuccess: true, hasEffect: true })
    const lost = [5n, 6n, 7n].map((atBlock) => ({ type: 'notFound', atBlock }) as const)
    expect(lost.reduce(next, next(found, { type: 'reorged' })).status).toBe('dropped')
  })
})
