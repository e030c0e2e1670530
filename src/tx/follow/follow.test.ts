import { createClient, custom, numberToHex, zeroHash } from 'viem'
import type { Hex } from 'viem'
import { anvil } from 'viem/chains'
import { describe, expect, it } from 'vitest'

import { friend, hash, me, pool } from '../testing/sample-plan'
import type { Entry } from './entry'
import { inspect } from './follow'
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

type Told = { status?: Hex | null; from?: Hex; blockNumber?: number; logs?: object[]; nonce?: number }

/** A node that says so much of one transaction, and nothing of others. */
function nodeThat({ status = '0x1', from = me, blockNumber = 10, logs = [proof], nonce = 4 }: Told) {
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
    eth_getTransactionByHash: { ...place, hash: hash('a'), nonce: numberToHex(nonce), from, to: pool, input: '0x1234', value: '0x0', gas: '0x5208' }, // prettier-ignore
    eth_getTransactionCount: '0x4',
    eth_call: '0x',
    eth_getLogs: [],
    eth_getBlockByNumber: { hash: hash('c'), number: numberToHex(blockNumber), transactions: [] },
  }
  const request = ({ method }: { method: string }) => Promise.resolve(answers[method])
  return createClient({ chain: anvil, transport: custom({ request }) })
}

describe('what a receipt proves (trust.md D41)', () => {
  it.each<[string, Told]>([
    ['a missing status', { status: null }],
    ['a status that says otherwise', { status: '0x0' }],
    ['a relayer as its sender', { from: friend }],
  ])('takes the event over %s', async (_name, told) => {
    const [event] = await inspect(nodeThat(told), entry(), 20n, 3)
    expect(event).toMatchObject({ type: 'receipt', isSuccess: true, hasEffect: true })
  })
  it('takes it for an account of co-signers and for a batch too', async () => {
    for (const change of [{ isContractAccount: true }, { stepKind: 'batch' as const }]) {
      const [event] = await inspect(nodeThat({ status: null, from: friend }), entry(change), 20n, 3)
      expect(event).toMatchObject({ isSuccess: true, hasEffect: true })
    }
  })
  it('concludes nothing from a receipt without status and event', async () =>
    expect(await inspect(nodeThat({ status: null, logs: [] }), entry(), 20n, 3)).toEqual([]))
  it('says so when it ran without the event', async () => {
    const [event] = await inspect(nodeThat({ logs: [] }), entry(), 20n, 3)
    expect(event).toMatchObject({ isSuccess: true, hasEffect: false })
  })
})

describe('"done" needs this transaction (trust.md D41)', () => {
  it('does not take an older identical one for it', async () => {
    const [event] = await inspect(nodeThat({ blockNumber: 9, nonce: 3 }), entry(), 20n, 3)
    expect(event).toMatchObject({ type: 'notOurs' })
    expect(next(entry(), event ?? { type: 'reorged' })).toMatchObject({ status: 'unknown', hash: undefined })
  })
  it('takes it when the chain became shorter in between', async () => {
    const [event] = await inspect(nodeThat({ blockNumber: 9, nonce: 4 }), entry(), 20n, 3)
    expect(event).toMatchObject({ type: 'receipt', hasEffect: true })
  })
  it('counts an effect once', async () => {
    const [event] = await inspect(nodeThat({}), entry(), 20n, 3, new Set([hash('a')]))
    expect(event).toMatchObject({ type: 'notOurs' })
  })
  it('does not take the older one for a batch or co-signers either', async () => {
    for (const change of [{ isContractAccount: true }, { stepKind: 'batch' as const }]) {
      const events = await inspect(nodeThat({ blockNumber: 9, nonce: 3 }), entry(change), 20n, 3)
      expect(events.filter(({ type }) => type === 'receipt')).toEqual([])
    }
  })
})

describe('contradictions', () => {
  const included = entry({ status: 'included', hasEffect: true, blockNumber: 10n, blockHash: hash('b') })
  it('does not flap where a receipt and the block of its number disagree', async () =>
    expect(await inspect(nodeThat({}), included, 20n, 3)).toEqual([]))
  it('calls a transaction no node ever showed dropped late only: it may go by a private way', () => {
    const sent = next(next(beginning, { type: 'asked', nonce: 4 }), { type: 'submitted', hash: zeroHash })
    const after = (misses: number) =>
      Array.from({ length: misses }, (_, block) => ({ type: 'notFound', atBlock: BigInt(block) }) as const)
    expect(after(missesUntilDropped).reduce(next, sent)).toMatchObject({ status: 'sent' })
    expect(after(missesUntilDropped).reduce(next, sent).note).toContain('private way')
    expect(after(missesUntilDroppedUnseen).reduce(next, sent).status).toBe('dropped')
  })
  it('expects nodes to know what was in a block that a reorganisation took back', () => {
    const block = { hash: hash('a'), blockNumber: 10n, blockHash: hash('b') }
    const found = next(entry(), { type: 'receipt', ...block, isSuccess: true, hasEffect: true })
    const lost = [5n, 6n, 7n].map((atBlock) => ({ type: 'notFound', atBlock }) as const)
    expect(lost.reduce(next, next(found, { type: 'reorged' })).status).toBe('dropped')
  })
})
