import { encodeFunctionData, getContractAddress, numberToHex, parseAbi, toEventSelector } from 'viem'
import type { Hash } from 'viem'
import { readContract } from 'viem/actions'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { backstopPoolAbi } from '../../abis/BackstopPool'
import { account, demo } from '../../devnet/accounts'
import { createEngine } from './engine'
import type { Engine } from './engine'
import type { Entry } from './follow/entry'
import { actOn, planOf } from './plan/build'
import type { Plan } from './plan/plan'
import { erc20Abi } from './plan/token-abis'
import type { Store } from './follow/journal'
import { missesUntilDropped } from './follow/machine'
import type { ReviewState } from './review/review-state'
import { gasLimit } from './send/send'
import { startTestChain } from './testing/chain'
import type { TestChain } from './testing/chain'
import { FakeWallet } from './testing/fake-wallet'
import { memoryStore } from './testing/memory-store'

const thousand = 1_000_000_000n
let chain: TestChain
let snapshot: unknown
let store: Store
let wallet: FakeWallet
let engine: Engine

beforeAll(async () => {
  chain = await startTestChain()
})
afterAll(() => chain.stop())
beforeEach(async () => {
  snapshot = await chain.rpc('evm_snapshot')
  store = memoryStore()
  wallet = new FakeWallet(chain.rpcUrl, demo)
  open()
})
afterEach(async () => {
  engine.stop()
  // anvil mines by itself after it has answered: turned back meanwhile, it keeps that block with the state before it.
  // Mining once more waits for it.
  await chain.rpc('evm_setAutomine', [false])
  await chain.rpc('evm_mine')
  await chain.rpc('anvil_dropAllTransactions')
  await chain.rpc('evm_revert', [snapshot])
  await chain.rpc('evm_setAutomine', [true])
})

/** A page load: a new engine on the same storage. */
function open(): void {
  engine = createEngine({
    network: chain.network,
    nodes: chain.nodes,
    client: chain.client,
    getProvider: () => Promise.resolve(wallet),
    store,
  })
  engine.setAccount(demo)
}
function reload(): void {
  engine.stop()
  open()
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
const review = (): ReviewState => {
  const state = engine.getView().review
  if (!state) throw new Error('No review is open.')
  return state
}
const stage = (expected: ReviewState['stage']) =>
  vi.waitFor(
    () => {
      const { stage: now, problem, rehearsal } = review()
      // What went wrong is part of the message when this fails.
      expect({ now, problem, problems: rehearsal?.problems }).toMatchObject({ now: expected })
    },
    { timeout: 10_000, interval: 5 },
  )
const session = () => {
  const open = engine.getSession()
  if (!open) throw new Error('No review is open.')
  return open
}
const latest = (): Entry => {
  const [entry] = engine.getView().entries
  if (!entry) throw new Error('The journal is empty.')
  return entry
}
/** The one act of a withdrawal sent, and not mined. */
async function sendWithdrawal(): Promise<Hash> {
  engine.start(chain.withdrawPlan(demo, thousand))
  await stage('ready')
  await chain.rpc('evm_setAutomine', [false])
  await session().confirm('step')
  await tick()
  expect(latest().status).toBe('sent')
  return latest().hash ?? '0x'
}
const spend = (hash: Hash, change: object) =>
  chain.rpc('eth_getTransactionByHash', [hash]).then(({ nonce, from, to, input, gas }) =>
    chain.rpc('eth_sendTransaction', [
      {
        from,
        to,
        data: input,
        gas,
        nonce,
        maxFeePerGas: '0x174876e800',
        maxPriorityFeePerGas: '0x174876e800',
        ...change,
      },
    ]),
  )

/** A plan of so many calls of a contract that swallows the failure of its own inner call, out of gas too. */
async function swallowerPlan(count: number): Promise<Plan> {
  // Calls itself, ignores whether that worked, and tells of it by an event: an estimate finds a limit at which
  // nothing happens. The inner call writes five slots.
  const slots = [1, 2, 3, 4, 5].map((slot) => `600160${slot.toString(16).padStart(2, '0')}55`).join('')
  const code = `0x36601e57${slots}005b60006000600060006000305af1603057005b7f${toEventSelector('Done()').slice(2)}60006000a100`
  const address = getContractAddress({ from: chain.usdt, nonce: 1n })
  await chain.rpc('anvil_setCode', [address, code])
  const abi = parseAbi(['function go()', 'event Done()'])
  const act = actOn({ address, label: 'Swallower', abi }, { title: 'Go', functionName: 'go', args: [], event: { name: 'Done' } }) // prettier-ignore
  const told = { kind: 'created', means: 'The swallower', address, by: chain.usdt, nonce: 1n } as const
  return planOf({
    kind: 'test.go',
    system: undefined,
    chainId: 31337,
    account: demo,
    acts: Array.from({ length: count }, () => act),
    restsOn: [told],
  })
}

describe('from plan to effect', () => {
  it('stakes with reset, approval and act, each asked once and each followed to its end', async () => {
    await chain.sendUsdt(demo, 'approve', [chain.pool, 5n])
    engine.start(chain.stakePlan(demo, thousand))
    await stage('ready')
    const before = await chain.usdtOf(demo)
    for (const title of ['Reset allowance', 'Approve 1,000 USDT', 'Stake 1,000 USDT in Series K']) {
      expect(review().steps[0]?.title).toBe(title)
      await session().confirm('step')
      await mine()
      await vi.waitFor(() => expect(['ready', 'done']).toContain(review().stage))
    }
    expect(review().stage).toBe('done')
    expect(before - (await chain.usdtOf(demo))).toBe(thousand)
    expect(await chain.allowanceOf(demo)).toBe(0n)
    expect(wallet.asked).toHaveLength(3)
    await mine(3)
    expect(engine.getView().entries.map(({ status }) => status)).toEqual(['final', 'final', 'final'])
    expect(engine.getView().busyKinds).toEqual([])
  })
  it('sends exactly the reviewed bytes, with the chain named', async () => {
    engine.start(chain.withdrawPlan(demo, thousand))
    await stage('ready')
    const [step] = review().steps
    await session().confirm('step')
    expect(wallet.asked[0]?.params).toEqual([
      {
        from: demo,
        to: step?.to,
        data: step?.data,
        value: '0x0',
        chainId: '0x7a69',
        gas: numberToHex(gasLimit(review().rehearsal?.stepGas[0] ?? 0n)),
      },
    ])
    expect([...wallet.methods].sort()).toEqual(['eth_accounts', 'eth_chainId', 'eth_sendTransaction'])
  })
  it('sends the rehearsed gas with a margin, so that a failure a contract swallows does not happen', async () => {
    engine.start(await swallowerPlan(1))
    await stage('ready')
    await session().confirm('step')
    await mine()
    expect(latest()).toMatchObject({ status: 'included', hasEffect: true })
  })
  it('sends it of each call of a batch too, to a wallet that takes it', async () => {
    wallet.isAtomic = true
    wallet.takesGas = true
    engine.start(await swallowerPlan(2))
    await stage('ready')
    await vi.waitFor(() => expect(review().isAtomic).toBe(true))
    await session().confirm('batch')
    await mine()
    const [request] = wallet.asked[0]?.params as [{ calls: { capabilities?: unknown }[] }]
    expect(request.calls.map(({ capabilities }) => capabilities)).toEqual(
      (review().rehearsal?.stepGas ?? []).map((gas) => ({
        gasLimitOverride: { value: numberToHex(gasLimit(gas ?? 0n)), optional: true },
      })),
    )
    expect(latest()).toMatchObject({ status: 'included', hasEffect: true })
  })
  it('asks no wallet for what it does not say it takes', async () => {
    wallet.isAtomic = true
    engine.start(await swallowerPlan(2))
    await stage('ready')
    await vi.waitFor(() => expect(review().isAtomic).toBe(true))
    await session().confirm('batch')
    const [request] = wallet.asked[0]?.params as [{ calls: object[] }]
    for (const call of request.calls) expect(call).not.toHaveProperty('capabilities')
  })
  it('sends once on a double click', async () => {
    engine.start(chain.withdrawPlan(demo, thousand))
    await stage('ready')
    await Promise.all([session().confirm('step'), session().confirm('step')])
    expect(wallet.asked).toHaveLength(1)
  })
  it('looks again when the chain moved on, and keeps the wallet closed when the plan no longer holds', async () => {
    engine.start(chain.withdrawPlan(demo, thousand))
    await stage('ready')
    await chain.sendUsdt(account(19), 'setParams', [10n, 10n])
    await session().confirm('step')
    expect(review().stage).toBe('blocked')
    expect(wallet.asked).toHaveLength(0)
  })
  it('accepts a cap edited in the wallet and asks for what is missing', async () => {
    engine.start(chain.stakePlan(demo, thousand))
    await stage('ready')
    const data = encodeFunctionData({ abi: erc20Abi, functionName: 'approve', args: [chain.pool, 7n] })
    wallet.mood = { kind: 'edit', data }
    await session().confirm('step')
    await mine()
    await stage('ready')
    expect(review().steps.map(({ kind }) => kind)).toEqual(['reset', 'approve', 'act'])
  })
})

describe('wallet faults', () => {
  it('lets the person try again after a refusal, without a word about doing it twice', async () => {
    engine.start(chain.withdrawPlan(demo, thousand))
    await stage('ready')
    wallet.mood = { kind: 'throw', error: { code: 4001, message: 'User rejected' } }
    await session().confirm('step')
    expect(review().problem?.title).toBe('You rejected it in the wallet')
    expect(review().openRequest).toBeUndefined()
    expect(engine.getView().entries).toEqual([])
    wallet.mood = { kind: 'sign' }
    await session().prepare()
    await session().confirm('step')
    await mine()
    await stage('done')
    expect(wallet.asked.filter(({ hash }) => hash)).toHaveLength(1)
  })
  const faults: [string, unknown, string][] = [
    ['a wallet that lost its node', { code: 4900, message: 'disconnected' }, 'not connected to a network'],
    ['a wallet of another account', { code: 4100 }, 'does not allow this account'],
    ['an open request', { code: -32002, message: 'already pending' }, 'already asking something'],
    ['a method it does not know', { code: 4200 }, 'cannot be done with this wallet'],
    ['a string', 'popup closed', 'Sending did not work'],
    ['an empty object', {}, 'Sending did not work'],
    [
      'a nested internal error',
      { code: -32603, data: { message: 'insufficient funds for gas' } },
      'Not enough for the network fee',
    ],
    ['huge text', new Error('x'.repeat(1_000_000)), 'Sending did not work'],
  ]
  it.each(faults)(
    'guards trying again after %s, whose window may still be open',
    async (_name, error, title) => {
      engine.start(chain.withdrawPlan(demo, thousand))
      await stage('ready')
      wallet.mood = { kind: 'throw', error }
      await session().confirm('step')
      expect(review().problem?.title).toContain(title)
      expect(review().problem?.detail.length).toBeLessThan(500)
      expect(review().openRequest?.status).toBe('unknown')
      wallet.mood = { kind: 'sign' }
      await session().prepare()
      await session().confirm('step')
      expect(review().problem?.title).toBe('This was asked for before')
      expect(wallet.asked).toHaveLength(1)
      await session().askAgain()
      await stage('ready')
      await session().confirm('step')
      await mine()
      await stage('done')
      expect(wallet.asked.filter(({ hash }) => hash)).toHaveLength(1)
    },
  )
  it.each(['step', 'batch', 'co-signed'] as const)(
    'pays once when the window of a failed request is confirmed after all (%s)',
    async (how) => {
      wallet.isAtomic = how === 'batch'
      if (how === 'co-signed') await chain.rpc('anvil_setCode', [demo, '0x5b'])
      engine.start(how === 'batch' ? chain.stakePlan(demo, thousand) : chain.withdrawPlan(demo, thousand))
      await stage('ready')
      wallet.mood = { kind: 'throw', error: { code: 4900, message: 'disconnected' }, afterSending: false }
      await session().confirm(how === 'batch' ? 'batch' : 'step')
      expect(latest().status).toBe('unknown')
      wallet.mood = { kind: 'sign' }
      await session().prepare()
      await session().confirm(how === 'batch' ? 'batch' : 'step')
      expect(review().problem?.title).toBe('This was asked for before')
      expect(wallet.asked).toHaveLength(1)
      if (how === 'co-signed') await chain.rpc('anvil_setCode', [demo, '0x'])
      // The first window was open all the time.
      const [first] = wallet.asked[0]?.params as [{ calls?: object[]; from: string }]
      for (const call of first.calls ?? [first])
        await chain.rpc('eth_sendTransaction', [{ from: first.from, ...call, gas: '0x7a120' }])
      await mine(2)
      expect(latest()).toMatchObject({ status: 'included', hasEffect: true })
      await stage('done')
    },
  )
  it('finds a transaction that went out although the wallet failed, and does not send twice', async () => {
    engine.start(chain.withdrawPlan(demo, thousand))
    await stage('ready')
    wallet.mood = { kind: 'throw', error: {}, afterSending: true }
    await chain.rpc('evm_setAutomine', [false])
    await session().confirm('step')
    expect(latest().status).toBe('unknown')
    await session().prepare()
    await session().confirm('step')
    expect(review().problem?.title).toBe('This was asked for before')
    await mine()
    expect(latest()).toMatchObject({ status: 'included', hasEffect: true })
    expect(wallet.asked).toHaveLength(1)
  })
  it('refuses a wallet that silently switched its chain or account', async () => {
    engine.start(chain.withdrawPlan(demo, thousand))
    await stage('ready')
    wallet.chainId = '0x1'
    await session().confirm('step')
    expect(review().problem?.title).toBe('The wallet is on another network')
    wallet.chainId = undefined
    wallet.accounts = [account(1)]
    await session().prepare()
    await session().confirm('step')
    expect(review().problem?.title).toBe('The wallet is on another account')
    expect(wallet.asked).toHaveLength(0)
    expect(engine.getView().entries).toEqual([])
  })
  it('keeps a hash that comes after the person had asked again', async () => {
    engine.start(chain.withdrawPlan(demo, thousand))
    await stage('ready')
    wallet.mood = { kind: 'hang' }
    const first = session().confirm('step')
    await vi.waitFor(() => expect(wallet.hanging).toHaveLength(1))
    session().stopWaiting()
    await session().askAgain()
    const second = session().confirm('step')
    await vi.waitFor(() => expect(wallet.hanging).toHaveLength(2))
    expect(engine.getView().entries).toHaveLength(1)
    wallet.mood = { kind: 'sign' }
    wallet.hanging[0]?.()
    await first
    const [hash] = wallet.asked.map((sent) => sent.hash)
    expect(engine.getView().entries.map((entry) => entry.hash)).toContain(hash)
    wallet.mood = { kind: 'throw', error: { code: 4001 }, afterSending: false }
    wallet.hanging[1]?.()
    await second
  })
  it('can be begun again after a request that hangs was taken off the list', async () => {
    engine.start(chain.withdrawPlan(demo, thousand))
    await stage('ready')
    wallet.mood = { kind: 'hang' }
    void session().confirm('step')
    await vi.waitFor(() => expect(wallet.hanging).toHaveLength(1))
    session().stopWaiting()
    engine.closeReview()
    engine.forget([latest().id])
    wallet.mood = { kind: 'sign' }
    engine.start(chain.withdrawPlan(demo, thousand))
    await stage('ready')
    await session().confirm('step')
    await mine()
    expect(latest()).toMatchObject({ status: 'included', hasEffect: true })
    expect(wallet.asked).toHaveLength(1)
  })
  it('lets a person leave a wallet that does not answer, and counts the answer when it comes', async () => {
    engine.start(chain.withdrawPlan(demo, thousand))
    await stage('ready')
    wallet.mood = { kind: 'hang' }
    const asked = session().confirm('step')
    await vi.waitFor(() => expect(wallet.hanging).toHaveLength(1))
    await tick()
    expect(latest().status).toBe('waiting')
    session().stopWaiting()
    expect(review().problem?.title).toBe('This was asked for before')
    engine.closeReview()
    wallet.hanging[0]?.()
    await asked
    await mine()
    expect(latest()).toMatchObject({ status: 'included', hasEffect: true })
  })
})

describe('following', () => {
  it('finds a repriced transaction after a reload', async () => {
    const hash = await sendWithdrawal()
    reload()
    const faster = await spend(hash, {})
    await mine()
    expect(latest()).toMatchObject({ status: 'included', hash: faster, hasEffect: true })
  })
  it('tells a cancellation from success', async () => {
    const hash = await sendWithdrawal()
    reload()
    await spend(hash, { to: demo, data: '0x', value: '0x0' })
    await mine()
    expect(latest().status).toBe('cancelled')
    await mine(3)
    expect(latest()).toMatchObject({ status: 'cancelled', isFinal: true })
  })
  it('does not take a guessed nonce for the one of a transaction that no node knows', async () => {
    wallet.proposal = `0x${'5a'.repeat(32)}`
    engine.start(chain.withdrawPlan(demo, thousand))
    await stage('ready')
    await session().confirm('step')
    await chain.sendUsdt(demo, 'approve', [chain.pool, 0n])
    await tick()
    expect(latest().status).toBe('replaced')
    wallet.proposal = undefined
    await session().prepare()
    await session().confirm('step')
    expect(review().problem?.title).toBe('This was asked for before')
    expect(wallet.asked).toHaveLength(0)
    await session().askAgain()
    await session().confirm('step')
    expect(wallet.asked).toHaveLength(1)
  })
  it('names what replaced it', async () => {
    const hash = await sendWithdrawal()
    const other = await spend(hash, { to: account(3), data: '0x', value: '0x1' })
    await mine(2)
    expect(latest()).toMatchObject({ status: 'replaced', replacedBy: other })
    expect(review().problem?.title).toBe('Another transaction took its place')
  })
  it('says that it was dropped after some blocks, and goes on watching', async () => {
    const hash = await sendWithdrawal()
    await chain.rpc('anvil_dropTransaction', [hash])
    await mine(missesUntilDropped)
    expect(latest().status).toBe('dropped')
    expect(engine.getView().busyKinds).toEqual(['backstop.withdraw'])
  })
  it('says when an earlier transaction has to go first', async () => {
    engine.start(chain.withdrawPlan(demo, thousand))
    await stage('ready')
    await chain.rpc('evm_setAutomine', [false])
    const used = Number(await chain.rpc('eth_getTransactionCount', [demo, 'latest']))
    wallet.nonce = used + 2
    await session().confirm('step')
    await tick()
    expect(latest()).toMatchObject({
      status: 'stuck',
      note: '2 earlier transactions of this account have to go first.',
    })
  })
  it('rolls back when the chain reorganises, and is included again', async () => {
    const hash = await sendWithdrawal()
    await mine()
    expect(latest().status).toBe('included')
    await stage('done')
    const transaction = await chain.rpc('eth_getTransactionByHash', [hash])
    await chain.rpc('anvil_reorg', [1, []])
    await tick()
    expect(latest()).toMatchObject({ status: 'sent', hash })
    await stage('following')
    const { from, to, input, gas, nonce } = transaction
    await chain.rpc('eth_sendTransaction', [{ from, to, data: input, gas, nonce }])
    await mine()
    expect(latest()).toMatchObject({ status: 'included', hasEffect: true })
  })
  it('explains a transaction that was mined and failed', async () => {
    const { claimableUsdt } = await readContract(chain.client, {
      address: chain.withdrawPlan(demo, 1n).acts[0]?.call.address ?? '0x',
      abi: backstopPoolAbi,
      functionName: 'position',
      args: [demo],
    })
    const [rest] = chain.withdrawPlan(demo, claimableUsdt - thousand + 1n).acts
    if (!rest) throw new Error('no act')
    engine.start(chain.withdrawPlan(demo, thousand))
    await stage('ready')
    await chain.rpc('evm_setAutomine', [false])
    const used = Number(await chain.rpc('eth_getTransactionCount', [demo, 'latest']))
    wallet.nonce = used + 1
    await session().confirm('step')
    // Something of the same account goes first and leaves one unit too little.
    const { address: to, abi, functionName, args } = rest.call
    const data = encodeFunctionData({ abi, functionName, args })
    await chain.rpc('eth_sendTransaction', [
      { from: demo, to, data, gas: '0x7a120', nonce: `0x${used.toString(16)}` },
    ])
    await mine()
    expect(latest().status).toBe('reverted')
    expect(latest().note).toBe(
      '1,000 USDT was asked for, and 999.999999 USDT can be withdrawn now. Lower the amount, or wait for the next release.',
    )
    expect(review().problem?.title).toBe('The chain refused it')
  })
  it('finds the transaction of a page that was closed before the wallet answered', async () => {
    engine.start(chain.withdrawPlan(demo, thousand))
    await stage('ready')
    wallet.mood = { kind: 'hang' }
    void session().confirm('step')
    await vi.waitFor(() => expect(wallet.hanging).toHaveLength(1))
    const { id, data, to } = latest()
    vi.resetModules()
    engine.stop()
    const fresh = await import('./engine')
    engine = fresh.createEngine({
      network: chain.network,
      nodes: chain.nodes,
      client: chain.client,
      getProvider: () => Promise.resolve(wallet),
      store,
    })
    engine.setAccount(demo)
    await tick()
    expect(latest()).toMatchObject({ id, status: 'unknown' })
    await chain.rpc('eth_sendTransaction', [{ from: demo, to, data }])
    await mine()
    expect(latest()).toMatchObject({ id, status: 'included', hasEffect: true })
    wallet.mood = { kind: 'throw', error: { code: 4001 } }
    wallet.hanging[0]?.()
  })
  it('forgets nothing while the node is away', async () => {
    const hash = await sendWithdrawal()
    const { request } = chain.client
    const broken = vi.spyOn(chain.client, 'request').mockRejectedValue(new Error('fetch failed'))
    await tick().catch(() => undefined)
    engine.onBlock(10n ** 9n)
    await engine.whenIdle()
    expect(latest()).toMatchObject({ status: 'sent', hash })
    broken.mockRestore()
    expect(chain.client.request).toBe(request)
    await mine()
    expect(latest().status).toBe('included')
  })
  it('goes on in the tab that reads the same storage', async () => {
    await sendWithdrawal()
    const other = createEngine({
      network: chain.network,
      nodes: chain.nodes,
      client: chain.client,
      getProvider: () => undefined,
      store,
    })
    other.setAccount(demo)
    await chain.rpc('evm_mine')
    other.onBlock(await chain.head())
    await other.whenIdle()
    expect(other.getView().entries[0]).toMatchObject({ status: 'included', hasEffect: true })
    other.stop()
  })
})

describe('other kinds of wallets', () => {
  it('sends everything in one go where the wallet is atomic, and follows the batch', async () => {
    wallet.isAtomic = true
    await chain.sendUsdt(demo, 'approve', [chain.pool, 5n])
    engine.start(chain.stakePlan(demo, thousand))
    await stage('ready')
    expect(review()).toMatchObject({ isAtomic: true })
    await chain.rpc('evm_setAutomine', [false])
    await session().confirm('batch')
    await tick()
    expect(latest()).toMatchObject({ status: 'sent', stepKind: 'batch', batchId: 'batch-1' })
    await mine()
    expect(latest()).toMatchObject({ status: 'included', hasEffect: true })
    await stage('done')
    expect(wallet.asked).toHaveLength(1)
    expect(await chain.allowanceOf(demo)).toBe(0n)
  })
  it('sends no batch that would change the account, unless the person lets it in this review', async () => {
    wallet.isAtomic = true
    wallet.isUpgradeNeeded = true
    wallet.mood = { kind: 'throw', error: { code: 4001 } }
    engine.start(chain.stakePlan(demo, thousand))
    await stage('ready')
    await vi.waitFor(() =>
      expect(review()).toMatchObject({ isAtomic: false, canUpgrade: true, mayUpgrade: false }),
    )
    await session().confirm('batch')
    expect(wallet.asked).toHaveLength(0)
    session().setMayUpgrade(true)
    await session().confirm('batch')
    expect(wallet.asked.map(({ method }) => method)).toEqual(['wallet_sendCalls'])
  })
  it('does not ask again for a batch that was sent before the wallet failed', async () => {
    wallet.isAtomic = true
    engine.start(chain.stakePlan(demo, thousand))
    await stage('ready')
    await chain.rpc('evm_setAutomine', [false])
    wallet.mood = { kind: 'throw', error: {} }
    await session().confirm('batch')
    expect(latest().status).toBe('unknown')
    wallet.mood = { kind: 'sign' }
    await session().prepare()
    await session().confirm('batch')
    expect(review().problem?.title).toBe('This was asked for before')
    await mine()
    expect(latest()).toMatchObject({ status: 'included', hasEffect: true })
    await stage('done')
    expect(wallet.asked).toHaveLength(1)
  })
  it('finds what a batch did when the wallet is gone after a reload', async () => {
    wallet.isAtomic = true
    engine.start(chain.stakePlan(demo, thousand))
    await stage('ready')
    await chain.rpc('evm_setAutomine', [false])
    await session().confirm('batch')
    wallet.isAtomic = false
    reload()
    await mine()
    expect(latest()).toMatchObject({ status: 'included', hasEffect: true })
  })
  it('says that co-signers are awaited, and sees the effect under another hash', async () => {
    await chain.rpc('anvil_setCode', [demo, '0x00'])
    wallet.proposal = `0x${'5a'.repeat(32)}`
    engine.start(chain.withdrawPlan(demo, thousand))
    await stage('ready')
    await session().confirm('step')
    expect(wallet.proposed).toMatchObject([
      { gas: numberToHex(gasLimit(review().rehearsal?.stepGas[0] ?? 0n)) },
    ])
    await mine(missesUntilDropped + 1)
    expect(latest().status).toBe('proposed')
    await stage('following')
    await chain.rpc('anvil_setCode', [demo, '0x'])
    const { to, data } = latest()
    const executed = await chain.rpc('eth_sendTransaction', [{ from: demo, to, data }])
    await mine()
    expect(latest()).toMatchObject({ status: 'included', hash: executed, hasEffect: true })
  })
  it('is not proposed while the wallet is asked, and a rejection leaves nothing behind', async () => {
    await chain.rpc('anvil_setCode', [demo, '0x00'])
    engine.start(chain.withdrawPlan(demo, thousand))
    await stage('ready')
    wallet.mood = { kind: 'hang' }
    const asked = session().confirm('step')
    await vi.waitFor(() => expect(wallet.hanging).toHaveLength(1))
    await mine(2)
    expect(latest().status).toBe('waiting')
    wallet.mood = { kind: 'throw', error: { code: 4001 } }
    wallet.hanging[0]?.()
    await asked
    expect(engine.getView().entries).toEqual([])
  })
  it('takes an account that only delegates (EIP-7702) for a plain one', async () => {
    await chain.rpc('anvil_setCode', [demo, `0xef0100${'11'.repeat(20)}`])
    engine.start(chain.withdrawPlan(demo, thousand))
    await stage('ready')
    await session().confirm('step')
    expect(latest().isContractAccount).toBe(false)
  })
})
