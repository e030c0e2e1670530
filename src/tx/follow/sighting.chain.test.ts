import { custom, numberToHex, padHex } from 'viem'
import type { Hash } from 'viem'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { demo } from '../../../devnet/accounts'
import { receiptOf } from '../../../devnet/rpc'
import type { SingleNode } from '../../chain/transport'
import { createEngine } from '../engine'
import type { Engine } from '../engine'
import { stageSentence } from '../review/stage-sentence'
import { startTestChain } from '../testing/chain'
import type { TestChain } from '../testing/chain'
import { FakeWallet } from '../testing/fake-wallet'
import { memoryStore } from '../testing/memory-store'
import type { Entry } from './entry'
import { statusWords } from './status-words'

const thousand = 1_000_000_000n
let chain: TestChain
let snapshot: unknown
let engine: Engine
let wallet: FakeWallet
let store: ReturnType<typeof memoryStore>

beforeAll(async () => {
  chain = await startTestChain()
})
afterAll(() => chain.stop())
beforeEach(async () => {
  snapshot = await chain.rpc('evm_snapshot')
  store = memoryStore()
  wallet = new FakeWallet(chain.rpcUrl, demo)
})
afterEach(async () => {
  vi.restoreAllMocks()
  engine.stop()
  await chain.rpc('evm_setAutomine', [false])
  await chain.rpc('evm_mine')
  await chain.rpc('anvil_dropAllTransactions')
  await chain.rpc('evm_revert', [snapshot])
  await chain.rpc('evm_setAutomine', [true])
})

type Asked = { readonly method: string; readonly params?: readonly unknown[] }

/** A node of its own mind: what it says instead of the chain, by method; a function throws or thinks. */
class Node implements SingleNode {
  readonly says = new Map<string, (params: readonly unknown[]) => unknown>()
  constructor(readonly host: string) {}
  readonly request = async ({ method, params = [] }: Asked): Promise<unknown> => {
    const said = await this.says.get(method)?.(params)
    return said === undefined ? chain.client.request({ method, params } as never) : said
  }
  readonly transport = custom({ request: (asked: Asked) => this.request(asked) })
}
const a = () => new Node('a.example')
const b = () => new Node('b.example')
const down = () => Promise.reject(new Error('it is down'))

/** The page asks the first node whatever is no receipt. */
function open(...nodes: readonly [Node, ...Node[]]): void {
  const request = ((asked: Asked) => nodes[0].request(asked)) as typeof chain.client.request
  engine = createEngine({
    network: chain.network,
    nodes,
    client: { ...chain.client, uid: `${Math.random()}`, request },
    getProvider: () => Promise.resolve(wallet),
    store,
  })
  engine.setAccount(demo)
}

async function review(plan = chain.withdrawPlan(demo, thousand)): Promise<void> {
  engine.closeReview()
  engine.start(plan)
  await vi.waitFor(() => expect(engine.getView().review?.stage).toBe('ready'), { timeout: 10_000 })
}
/** Sends it, and looks at it: before it is in a block where blocks are held back. */
async function send(): Promise<Hash> {
  await review()
  await engine.getSession()?.confirm('step')
  await engine.whenIdle()
  const hash = latest().hash ?? '0x'
  if (await chain.rpc('anvil_getAutomine')) await receiptOf(chain.rpc, hash)
  await tick()
  return hash
}
async function tick(): Promise<void> {
  engine.onBlock(await chain.head())
  await engine.whenIdle()
}
async function mine(blocks = 1): Promise<void> {
  for (let block = 0; block < blocks; block += 1) {
    await chain.rpc('evm_mine')
    await tick()
  }
}
function latest(): Entry {
  const [entry] = engine.getView().entries
  if (!entry) throw new Error('The journal is empty.')
  return entry
}
const words = () => statusWords(latest())
const stage = () => engine.getView().review?.stage
const stageWords = () => {
  const shown = engine.getView().review
  return shown && stageSentence(shown, demo, 0n)
}

/** A node that says of a hash that it ran in the newest block, with its event or failed. */
async function forge(
  node: Node,
  hash: Hash,
  status: '0x0' | '0x1',
  call: Partial<Entry> = {},
): Promise<void> {
  const block = (await chain.rpc('eth_getBlockByNumber', ['latest', false])) as unknown as {
    hash: Hash
    number: Hash
  }
  const place = { blockHash: block.hash, blockNumber: block.number, transactionIndex: '0x0' }
  const { effects, to, data, nonce = 0 } = { ...latest(), ...call }
  const logs = effects.map(({ address, topics, words: known }, index) => ({
    ...place,
    transactionHash: hash,
    address,
    topics,
    data: `0x${known.map((word) => (word ?? padHex('0x1')).slice(2)).join('')}`,
    logIndex: numberToHex(index),
    removed: false,
  }))
  const receipt = { ...place, transactionHash: hash, status, gasUsed: '0x1', from: demo, to }
  const transaction = { ...place, hash, from: demo, to, input: data, value: '0x0', gas: '0x5208' }
  const ofIt = (answer: object) => (params: readonly unknown[]) => (params[0] === hash ? answer : undefined)
  node.says.set('eth_getTransactionReceipt', ofIt({ ...receipt, logs: status === '0x1' ? logs : [] }))
  node.says.set('eth_getTransactionByHash', ofIt({ ...transaction, nonce: numberToHex(nonce) }))
}
/** Sent, and lost before any block had it; the next block is a block without it. */
async function sendAndLose(): Promise<Hash> {
  await chain.rpc('evm_setAutomine', [false])
  const hash = await send()
  await chain.rpc('anvil_dropAllTransactions')
  await chain.rpc('evm_mine')
  return hash
}

describe('one node that lies (trust.md D38)', () => {
  it.each(['0x1', '0x0'] as const)(
    'makes nothing done or failed with a forged receipt (status %s)',
    async (status) => {
      const liar = a()
      open(liar, b())
      const hash = await sendAndLose()
      await forge(liar, hash, status)
      await mine(5)
      expect(latest()).toMatchObject({ status: 'sent', hash, isFinal: false })
      expect(words()).toMatchObject({ word: 'Unconfirmed', tone: 'warn' })
      expect(words().sentence).toMatch(/^a\.example shows it in block \d+, and b\.example says otherwise\./)
      expect(stage()).toBe('following')
      expect(stageWords()).toContain('and b.example says otherwise')
      // It is in flight: asking for it once more is refused.
      expect(engine.getView().busyKinds).toEqual(['backstop.withdraw'])
      liar.says.clear()
      await mine(5)
      expect(latest().status).toBe('dropped')
      expect(latest().doubt).toBeUndefined()
    },
  )
  it('is a liar also where it is the spare, and hides nothing from the other', async () => {
    const liar = b()
    open(a(), liar)
    await chain.rpc('evm_setAutomine', [false])
    const hash = await send()
    await chain.rpc('evm_mine')
    await forge(liar, hash, '0x0')
    await mine(2)
    expect(words().sentence).toContain('a.example shows it in block')
    expect(words().sentence).toContain('b.example says otherwise')
    liar.says.set('eth_getTransactionReceipt', () => null)
    liar.says.set('eth_getTransactionByHash', () => null)
    await mine(5)
    expect(latest()).toMatchObject({ status: 'sent', isFinal: false })
    expect(words().sentence).toContain('b.example says otherwise')
    liar.says.clear()
    await mine()
    expect(latest()).toMatchObject({ status: 'included', witnesses: ['a.example', 'b.example'] })
    expect(stage()).toBe('done')
    expect(stageWords()).toBe('Done. The chain has it.')
  })
  it('does not bring finality near with a head it made up', async () => {
    const liar = a()
    open(liar, b())
    await send()
    expect(latest().status).toBe('included')
    liar.says.set('eth_blockNumber', () => numberToHex(10n ** 9n))
    engine.onBlock(10n ** 9n)
    await engine.whenIdle()
    expect(latest()).toMatchObject({ status: 'included', isFinal: false })
    liar.says.clear()
    await mine(4)
    expect(latest()).toMatchObject({ status: 'final', witnesses: ['a.example', 'b.example'] })
    expect(words().sentence).toBe('Done for good.')
  })
  it('does not take anything back that the other still shows', async () => {
    const liar = a()
    open(liar, b())
    await send()
    const other = (await chain.rpc('eth_getBlockByNumber', ['0x1', false])) as unknown as object
    liar.says.set('eth_getBlockByNumber', () => other)
    liar.says.set('eth_getTransactionReceipt', () => null)
    await mine(4)
    expect(words().sentence).toContain('b.example shows it in block')
    expect(words().sentence).toContain('a.example says otherwise')
    liar.says.clear()
    await mine()
    expect(latest()).toMatchObject({ status: 'included' })
  })
})

describe('one source only', () => {
  it('is the only node, where the wallet can’t be asked: said, also when it is for good', async () => {
    open(a())
    await send()
    expect(stage()).toBe('done')
    expect(stageWords()).toBe('Done. Confirmed by one source only: a.example.')
    await mine(4)
    expect(latest()).toMatchObject({ status: 'final', witnesses: ['a.example'] })
    expect(words().sentence).toBe('Done for good. Confirmed by one source only: a.example.')
  })
  it('becomes two with the wallet’s own provider, which may contradict it', async () => {
    const liar = a()
    wallet.isReading = true
    open(liar)
    const hash = await sendAndLose()
    await forge(liar, hash, '0x1')
    await mine(4)
    expect(latest().status).toBe('sent')
    expect(words().sentence).toContain('a.example shows it')
    expect(words().sentence).toContain('your wallet says otherwise')
    liar.says.clear()
    await chain.rpc('evm_setAutomine', [true])
    await review(chain.withdrawPlan(demo, 2n * thousand))
    await engine.getSession()?.confirm('step')
    await mine(4)
    expect(latest()).toMatchObject({ status: 'final', witnesses: ['a.example', 'your wallet'] })
  })
  it('is given time to be two, said, and then taken; what comes later still counts', async () => {
    const late = b()
    open(a(), late)
    late.says.set('eth_getTransactionReceipt', down)
    await send()
    expect(latest().status).toBe('sent')
    expect(words().word).toBe('Unconfirmed')
    expect(stageWords()).toContain('Up to 15 s are given to b.example to confirm it.')
    const now = performance.now()
    vi.spyOn(performance, 'now').mockImplementation(() => now + 15_000)
    // No block comes: it is looked at again all the same.
    await vi.waitFor(() => expect(latest().status).toBe('included'), { timeout: 10_000 })
    expect(latest()).toMatchObject({ witnesses: ['a.example'] })
    expect(words().word).toBe('Included')
    expect(stageWords()).toBe('Done. Confirmed by one source only: a.example.')
    late.says.set('eth_getTransactionReceipt', () => null)
    await mine()
    expect(latest().status).toBe('sent')
    expect(words().sentence).toContain('b.example says otherwise')
    expect(stage()).toBe('following')
    late.says.clear()
    await mine()
    expect(latest()).toMatchObject({ status: 'included', witnesses: ['a.example', 'b.example'] })
    expect(stageWords()).toBe('Done. The chain has it.')
  })
  it('waits for one that is behind, and sees it without another block', async () => {
    const behind = b()
    open(a(), behind)
    const head = await chain.head()
    behind.says.set('eth_blockNumber', () => numberToHex(head))
    behind.says.set('eth_getTransactionReceipt', () => null)
    await send()
    expect(latest().status).toBe('sent')
    expect(words().sentence).toContain('are given to b.example')
    behind.says.clear()
    await vi.waitFor(() => expect(latest().status).toBe('included'), { timeout: 10_000 })
    expect(latest()).toMatchObject({ witnesses: ['a.example', 'b.example'] })
  })
})

describe('"done" needs this transaction (trust.md D41)', () => {
  function expectNotOurs(): void {
    expect(latest().status).toBe('unknown')
    expect(latest().hash).toBeUndefined()
    expect(stage()).toBe('blocked')
    const { problem, openRequest } = engine.getView().review ?? {}
    expect(problem?.title).toBe('The wallet named another transaction')
    expect(problem?.detail).toContain('Whether it sent this one is not known.')
    expect(openRequest?.id).toBe(latest().id)
  }
  it('not an older, identical one whose hash the wallet gives back', async () => {
    open(a(), b())
    wallet.proposal = await send()
    await mine()
    await review()
    await engine.getSession()?.confirm('step')
    await mine(4)
    expectNotOurs()
  })
  it('not one of another device, sent before the ask and included after it', async () => {
    open(a(), b())
    await review()
    await chain.rpc('evm_setAutomine', [false])
    const { to, data } = engine.getView().review?.steps[0] ?? {}
    wallet.proposal = await chain.rpc('eth_sendTransaction', [{ from: demo, to, data }])
    await engine.getSession()?.confirm('step')
    await tick()
    expect(latest().status).toBe('unknown')
    await mine(4)
    expectNotOurs()
  })
  it('not an older one that the wallet names for a batch', async () => {
    open(a(), b())
    wallet.isAtomic = true
    const stake = async () => {
      await review(chain.stakePlan(demo, thousand))
      await vi.waitFor(() => expect(engine.getView().review?.isAtomic).toBe(true))
      await engine.getSession()?.confirm('batch')
      await tick()
    }
    await stake()
    await mine()
    const older = latest().hash
    expect(latest().status).toBe('included')
    // Forgotten, so that nothing but the chain tells it from the next one.
    engine.forget([latest().id])
    wallet.batchSaid = older
    await review(chain.stakePlan(demo, thousand))
    await chain.rpc('evm_setAutomine', [false])
    await vi.waitFor(() => expect(engine.getView().review?.isAtomic).toBe(true))
    await engine.getSession()?.confirm('batch')
    await chain.rpc('anvil_dropAllTransactions')
    await mine(4)
    expect(latest().stepKind).toBe('batch')
    expectNotOurs()
    // It is found all the same when it comes, whatever the wallet goes on to say.
    await chain.rpc('evm_setAutomine', [true])
    const [batch] = wallet.asked.at(-1)?.params as [{ from: string; calls: object[] }]
    for (const call of batch.calls)
      await chain.rpc('eth_sendTransaction', [{ from: batch.from, ...call, gas: '0x7a120' }])
    await mine()
    expect(latest()).toMatchObject({ status: 'included', hasEffect: true })
    expect(stage()).toBe('done')
  })
  it('once for each transaction, whoever claims it', async () => {
    open(a(), b())
    await send()
    const first = latest()
    // What another tab may write in the same moment.
    const second: Entry = {
      ...first,
      id: 'second',
      askedAtMs: first.askedAtMs + 1,
      nonce: 99,
      isNonceSeen: false,
    }
    const [key] = [...store.values.keys()].filter((name) => name.includes('journal'))
    if (!key) throw new Error('no journal')
    const file = JSON.parse(store.values.get(key) ?? '') as { entries: unknown[] }
    const plain = JSON.parse(
      JSON.stringify(second, (_key, part: unknown) => (typeof part === 'bigint' ? `${part}` : part)),
    ) as unknown
    store.values.set(key, JSON.stringify({ ...file, entries: [plain, ...file.entries] }))
    await mine()
    const [later, earlier] = engine.getView().entries
    expect(earlier).toMatchObject({ id: first.id, status: 'included', hash: first.hash })
    expect(later).toMatchObject({ id: 'second', status: 'unknown' })
    expect(later?.hash).toBeUndefined()
  })
})
