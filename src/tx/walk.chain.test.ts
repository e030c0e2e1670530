import { maxUint256, parseEventLogs, toHex } from 'viem'
import type { Address } from 'viem'
import { privateKeyToAddress } from 'viem/accounts'
import { getLogs, readContract } from 'viem/actions'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'

import { backstopPoolAbi } from '../../abis/BackstopPool'
import { account } from '../../devnet/accounts'
import { createEngine } from './engine'
import type { Engine } from './engine'
import { isInFlight, isSettled, missesUntilDroppedUnseen } from './follow/machine'
import { startTestChain } from './testing/chain'
import type { TestChain } from './testing/chain'
import { FakeWallet } from './testing/fake-wallet'
import type { Mood } from './testing/fake-wallet'
import { memoryStore } from './testing/memory-store'

/**
 * trust.md F35: random people, wallets and chains. Whatever happens, no intent is sent twice, nothing that was
 * sent is forgotten, and once it is quiet the journal says what the chain holds.
 */
const seeds = Array.from({ length: 20 }, (_, index) => index + 1)
const stepsPerSeed = 200
const one = 1_000_000n

let chain: TestChain
const uncaught: unknown[] = []
const seen = new Map<string, number>()
let stakes = 0
const onUncaught = (error: unknown) => void uncaught.push(error)

beforeAll(async () => {
  process.on('unhandledRejection', onUncaught)
  chain = await startTestChain()
  await chain.rpc('anvil_autoImpersonateAccount', [true])
})
afterAll(async () => {
  process.off('unhandledRejection', onUncaught)
  await chain.stop()
})

/** Small, fast, the same on every machine (mulberry32). */
function randomOf(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const badMoods: readonly Mood[] = [
  { kind: 'hang' },
  { kind: 'throw', error: { code: 4001 } },
  { kind: 'throw', error: {} },
  { kind: 'throw', error: 'popup closed' },
  { kind: 'throw', error: { code: -32603, message: 'internal' }, afterSending: true },
]

class Walk {
  readonly store = memoryStore()
  /** Everybody walks alone: an account of its own, never the chain turned back. */
  readonly staker: Address
  readonly wallet: FakeWallet
  readonly hasAllowance: boolean
  readonly pick: (below: number) => number
  readonly asking: Promise<void>[] = []
  engine: Engine
  /** Amount of every stake the person began, each different: what a double send would repeat. */
  amount = one
  isNodeAway = false

  constructor(seed: number) {
    this.pick = randomOf(seed)
    this.hasAllowance = seed % 2 === 1
    this.staker = privateKeyToAddress(toHex(seed, { size: 32 }))
    this.wallet = new FakeWallet(chain.rpcUrl, this.staker)
    this.engine = this.open()
  }

  async begin(): Promise<void> {
    await chain.rpc('anvil_setBalance', [this.staker, '0x8ac7230489e80000'])
    await chain.sendUsdt(this.staker, 'faucet', [this.staker, 1_000_000n * one])
    // With a standing allowance nothing but the room itself keeps a second stake from going through.
    if (this.hasAllowance) await chain.sendUsdt(this.staker, 'approve', [chain.pool, maxUint256])
    // No reorganisation of a walk reaches below where it began.
    await chain.rpc('anvil_mine', ['0x8'])
  }

  open(): Engine {
    const request = ((args: never) =>
      this.isNodeAway
        ? Promise.reject(new Error('fetch failed'))
        : chain.client.request(args)) as typeof chain.client.request
    const engine = createEngine({
      network: chain.network,
      nodes: chain.nodes,
      client: { ...chain.client, request },
      getProvider: () => Promise.resolve(this.wallet),
      store: this.store,
    })
    engine.setAccount(this.staker)
    return engine
  }

  async tick(): Promise<void> {
    this.engine.onBlock(await chain.head())
    await this.engine.whenIdle()
  }

  readonly actions: readonly (readonly [weight: number, act: () => unknown])[] = [
    [3, () => this.press()],
    [16, () => this.confirm()],
    [2, () => this.confirmTwice()],
    [3, () => this.engine.getSession()?.prepare()],
    [2, () => this.askAgain()],
    [1, () => this.engine.getSession()?.stopWaiting()],
    [1, () => this.engine.closeReview()],
    [2, () => void (this.wallet.mood = badMoods[this.pick(badMoods.length)] ?? { kind: 'sign' })],
    [6, () => void (this.wallet.mood = { kind: 'sign' })],
    [4, () => this.wallet.hanging.shift()?.()],
    [10, () => chain.rpc('evm_mine').then(() => this.tick())],
    [3, () => this.tick()],
    [2, () => chain.rpc('evm_setAutomine', [this.pick(2) === 0])],
    [2, () => this.reload()],
    [3, () => void (this.isNodeAway = this.pick(8) === 0)],
    [1, () => this.dropOne()],
    [1, () => this.cancelOne()],
    [1, () => this.reorg()],
    [2, () => void (this.wallet.accounts = this.pick(6) === 0 ? [account(1)] : [this.staker])],
    [2, () => void (this.wallet.chainId = this.pick(6) === 0 ? '0x1' : undefined)],
  ]

  press(): void {
    const before = this.engine.getSession()
    this.engine.start(chain.stakePlan(this.staker, this.amount + one))
    if (this.engine.getSession() !== before) this.amount += one
  }

  confirm(): void {
    const asked = this.engine.getSession()?.confirm('step')
    if (asked) this.asking.push(asked)
  }

  /** The person says that it is closed in the wallet, and it is; the wallet may have sent it before. */
  async askAgain(): Promise<void> {
    const { mood } = this.wallet
    this.wallet.mood = { kind: 'throw', error: { code: 4001 } }
    while (this.wallet.hanging.length > 0) this.wallet.hanging.shift()?.()
    await vi.waitFor(() => expect(this.isBusy()).toBe(false), { interval: 2 })
    this.wallet.mood = mood
    await this.engine.getSession()?.askAgain()
  }

  /** A double click. */
  confirmTwice(): void {
    this.confirm()
    this.confirm()
  }

  reload(): void {
    this.engine.stop()
    this.engine = this.open()
  }

  /** anvil loses blocks when it mines while it reorganises: everybody holds still. */
  async reorg(): Promise<void> {
    await chain.rpc('evm_setAutomine', [false])
    await vi.waitFor(() => expect(this.wallet.busy).toBe(0), { interval: 2 })
    await chain.rpc('evm_mine')
    await chain.rpc('anvil_reorg', [1 + this.pick(3), []])
    await this.tick()
  }

  async pendingHash(): Promise<string | undefined> {
    const block = (await chain.rpc('eth_getBlockByNumber', ['pending', true])) as {
      transactions: { hash: string; from: string }[]
    }
    return block.transactions.find(({ from }) => from === this.staker.toLowerCase())?.hash
  }
  async dropOne(): Promise<void> {
    const hash = await this.pendingHash()
    if (hash) await chain.rpc('anvil_dropTransaction', [hash])
  }
  async cancelOne(): Promise<void> {
    const hash = await this.pendingHash()
    const pending =
      hash && ((await chain.rpc('eth_getTransactionByHash', [hash])) as { nonce: string } | null)
    if (!pending) return
    const fee = { maxFeePerGas: '0x2540be4000', maxPriorityFeePerGas: '0x2540be4000' }
    await chain
      .rpc('eth_sendTransaction', [
        { from: this.staker, to: this.staker, nonce: pending.nonce, gas: '0x5208', ...fee },
      ])
      .catch(() => undefined)
  }

  async step(): Promise<void> {
    let left = this.pick(this.actions.reduce((sum, [weight]) => sum + weight, 0))
    const [, act] = this.actions.find(([weight]) => (left -= weight) < 0) ?? []
    await act?.()
    // Most people look before they press again; some don't.
    if (this.pick(4) > 0) await vi.waitFor(() => expect(this.isBusy()).toBe(false), { interval: 2 })
  }

  isBusy(): boolean {
    const stage = this.engine.getView().review?.stage
    return (
      stage === 'preparing' ||
      stage === 'checking' ||
      (stage === 'waiting' && this.wallet.hanging.length === 0)
    )
  }

  /** The node is there, the wallet answers, blocks go by. */
  async settle(): Promise<void> {
    this.isNodeAway = false
    this.wallet.mood = { kind: 'throw', error: { code: 4001 } }
    while (this.wallet.hanging.length > 0) this.wallet.hanging.shift()?.()
    await Promise.all(this.asking)
    await chain.rpc('evm_setAutomine', [true])
    const isSent = () => this.engine.getView().entries.some(({ status }) => status === 'sent')
    // What no node ever showed may go by a private way, and is waited for longer.
    for (let block = 0; block < 8 || (isSent() && block < missesUntilDroppedUnseen + 8); block += 1) {
      await chain.rpc('evm_mine')
      await this.tick()
    }
  }

  async check(): Promise<void> {
    const logs = await getLogs(chain.client, { address: chain.pool, fromBlock: 0n, toBlock: 'latest' })
    const staked = parseEventLogs({ abi: backstopPoolAbi, logs, eventName: 'Staked' }).filter(
      ({ args }) => args.staker === this.staker,
    )
    const amounts = staked.map(({ args }) => args.usdtSent)
    expect(new Set(amounts).size, 'an intent was sent twice').toBe(amounts.length)

    const entries = this.engine.getView().entries
    const hashes = new Set(entries.flatMap(({ hash }) => (hash === undefined ? [] : [hash])))
    for (const { transactionHash } of staked)
      expect(hashes.has(transactionHash), `forgot ${transactionHash}`).toBe(true)
    stakes += staked.length
    for (const entry of entries) {
      seen.set(entry.status, (seen.get(entry.status) ?? 0) + 1)
      const isMined = staked.some(({ transactionHash }) => transactionHash === entry.hash)
      if (entry.stepKind === 'act') expect(entry.status === 'final', entry.status).toBe(isMined)
      if (!isSettled(entry)) expect(['unknown', 'dropped', 'stuck'], entry.status).toContain(entry.status)
    }
    const shares = await readContract(chain.client, {
      address: chain.pool,
      abi: backstopPoolAbi,
      functionName: 'sharesOf',
      args: [this.staker],
    })
    expect(amounts.reduce((sum, amount) => sum + amount, 0n)).toBe(shares)
    expect(this.engine.getView().busyKinds.length > 0).toBe(entries.some(isInFlight))
    expect(uncaught).toEqual([])
  }
}

it.each(seeds)('walk %d: never a double send, nothing forgotten, nothing uncaught', async (seed) => {
  const walk = new Walk(seed)
  await walk.begin()
  try {
    for (let step = 0; step < stepsPerSeed; step += 1) await walk.step()
    await walk.settle()
    await walk.check()
  } finally {
    walk.engine.stop()
    vi.restoreAllMocks()
    await chain.rpc('evm_setAutomine', [true])
    await chain.rpc('anvil_dropAllTransactions')
  }
})

it('went far enough to mean something', () => {
  expect(stakes).toBeGreaterThan(20)
  for (const status of ['final', 'cancelled', 'replaced', 'dropped', 'unknown'])
    expect([...seen.keys()], status).toContain(status)
})
