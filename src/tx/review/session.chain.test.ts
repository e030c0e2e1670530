import { afterAll, beforeAll, expect, it, vi } from 'vitest'

import { demo } from '../../../devnet/accounts'
import { blockFloor } from '../../chain/block-floor'
import { createEngine } from '../engine'
import { startTestChain } from '../testing/chain'
import type { TestChain } from '../testing/chain'
import { FakeWallet } from '../testing/fake-wallet'
import { memoryStore } from '../testing/memory-store'

let chain: TestChain
beforeAll(async () => {
  chain = await startTestChain()
})
afterAll(() => chain.stop())

/** An engine on the test's chain, of the demo account. */
function engineWith(getProvider: () => Promise<FakeWallet>) {
  const { network, nodes, client } = chain
  const engine = createEngine({ network, nodes, client, getProvider, store: memoryStore() })
  engine.setAccount(demo)
  return engine
}

it('asks no wallet for a review that was closed while it was being checked', async () => {
  const wallet = new FakeWallet(chain.rpcUrl, demo)
  let goOn: () => void = () => undefined
  let isCheckReached = false
  const provider = new Promise<FakeWallet>((resolve) => (goOn = () => resolve(wallet)))
  const engine = engineWith(() => {
    isCheckReached = true
    return provider
  })
  engine.start(chain.withdrawPlan(demo, 1_000_000_000n))
  await vi.waitFor(() => expect(engine.getView().review?.stage).toBe('ready'))
  const confirmed = engine.getSession()?.confirm('step')
  await vi.waitFor(() => expect(isCheckReached).toBe(true))
  expect(engine.getView().review?.stage).toBe('checking')
  engine.closeReview()
  goOn()
  await confirmed
  expect(wallet.asked).toEqual([])
  expect(engine.getView().entries).toEqual([])
  engine.stop()
})

it('keeps saying that a later step was rejected (F17)', async () => {
  const wallet = new FakeWallet(chain.rpcUrl, demo)
  const engine = engineWith(() => Promise.resolve(wallet))
  engine.start(chain.stakePlan(demo, 1_000_000_000n))
  const stage = () => engine.getView().review?.stage
  const nextStep = async () => {
    await vi.waitFor(() => expect(stage()).toBe('ready'))
    await engine.getSession()?.confirm('step')
  }
  await nextStep()
  await chain.rpc('evm_mine')
  engine.onBlock(await chain.head())
  await vi.waitFor(() => expect(engine.getView().review?.steps).toHaveLength(1))

  const stages: unknown[] = []
  wallet.mood = { kind: 'throw', error: { code: 4001, message: 'User rejected' } }
  await vi.waitFor(() => expect(stage()).toBe('ready'))
  engine.subscribe(() => stages.push(stage()))
  await engine.getSession()?.confirm('step')
  expect(new Set(stages.slice(stages.lastIndexOf('waiting')))).toEqual(new Set(['waiting', 'blocked']))
  expect(engine.getView().review?.problem?.title).toBe('You rejected it in the wallet')
  engine.stop()
})

it('never shows a step that is done as one still to sign', async () => {
  const engine = engineWith(() => Promise.resolve(new FakeWallet(chain.rpcUrl, demo)))
  engine.start(chain.stakePlan(demo, 2_000_000_000n))
  const shownTwice: string[] = []
  engine.subscribe(() => {
    const { entries = [], steps = [], stage } = engine.getView().review ?? {}
    for (const { status, actIndex, stepKind } of entries)
      if (status === 'included' && stage !== 'done')
        for (const step of steps)
          if (step.actIndex === actIndex && step.kind === stepKind) shownTwice.push(`${stage} ${step.title}`)
  })
  const stage = () => engine.getView().review?.stage
  const settled = () => vi.waitFor(() => expect(['ready', 'done']).toContain(stage()), { timeout: 10_000 })
  await settled()
  while (stage() === 'ready') {
    await engine.getSession()?.confirm('step')
    await chain.rpc('evm_mine')
    engine.onBlock(await chain.head())
    await settled()
  }
  expect(stage()).toBe('done')
  expect(shownTwice).toEqual([])
  engine.stop()
})

it('holds figures older than the block that disagreed to be old (F29)', async () => {
  const engine = engineWith(() => Promise.resolve(new FakeWallet(chain.rpcUrl, demo)))
  await chain.rpc('evm_mine')
  const head = await chain.head()
  const plan = chain.withdrawPlan(demo, 1_000_000_000n)
  const short = plan.acts.map((act) => ({
    ...act,
    gets: act.gets.map((flow) => ({ ...flow, amount: flow.amount - 1n })),
  }))
  engine.start({ ...plan, acts: short })
  await vi.waitFor(() => expect(engine.getView().review?.stage).toBe('blocked'))
  expect(blockFloor.get()).toBeGreaterThanOrEqual(head)
  engine.stop()
})

it('asks for the next step by itself where the plan goes on, until the person refuses', async () => {
  const wallet = new FakeWallet(chain.rpcUrl, demo)
  const engine = engineWith(() => Promise.resolve(wallet))
  const withdrawals = [1_000_000n, 2_000_000n, 3_000_000n].map((amount) => chain.withdrawPlan(demo, amount))
  const [first] = withdrawals
  if (!first) throw new Error('There is no plan.')
  engine.start({ ...first, acts: withdrawals.flatMap(({ acts }) => acts), goesOn: true })
  const stage = () => engine.getView().review?.stage
  const includeLatest = async () => {
    await vi.waitFor(() => expect(stage()).toBe('following'))
    await chain.rpc('evm_mine')
    engine.onBlock(await chain.head())
  }
  await vi.waitFor(() => expect(stage()).toBe('ready'))
  await engine.getSession()?.confirm('step')
  expect(wallet.asked).toHaveLength(1)
  await includeLatest()
  await vi.waitFor(() => expect(wallet.asked).toHaveLength(2))
  wallet.mood = { kind: 'throw', error: { code: 4001, message: 'User rejected' } }
  await includeLatest()
  await vi.waitFor(() => expect(wallet.asked).toHaveLength(3))
  await vi.waitFor(() => expect(stage()).toBe('blocked'))
  expect(engine.getView().review?.problem?.title).toBe('You rejected it in the wallet')
  await engine.getSession()?.prepare()
  expect(stage()).toBe('ready')
  expect(wallet.asked).toHaveLength(3)
  engine.stop()
})
