import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'

import { demo } from '../../../devnet/accounts'
import type { ChainClient } from '../../chain/chain-reader'
import type { Engine } from '../engine'
import { startTestChain } from '../testing/chain'
import type { TestChain } from '../testing/chain'
import { FakeWallet } from '../testing/fake-wallet'
import { memoryStore } from '../testing/memory-store'
import { SharedLocks } from '../testing/shared-locks'

const thousand = 1_000_000_000n
let chain: TestChain
let wallet: FakeWallet
let store: ReturnType<typeof memoryStore>
let tabs: Engine[]

beforeAll(async () => {
  chain = await startTestChain()
})
afterAll(() => chain.stop())
beforeEach(() => {
  vi.stubGlobal('navigator', { locks: new SharedLocks() })
  store = memoryStore()
  wallet = new FakeWallet(chain.rpcUrl, demo)
  tabs = []
})
afterEach(async () => {
  for (const tab of tabs) tab.stop()
  await chain.rpc('evm_setAutomine', [true])
  await chain.rpc('evm_mine')
  vi.unstubAllGlobals()
})

/** A tab has modules of its own; storage, locks and the wallet are the browser's. */
async function openTab(client: ChainClient = chain.client): Promise<Engine> {
  vi.resetModules()
  const { createEngine } = await import('../engine')
  const tab = createEngine({
    network: chain.network,
    nodes: chain.nodes,
    client,
    getProvider: () => Promise.resolve(wallet),
    store,
  })
  tabs.push(tab)
  tab.setAccount(demo)
  return tab
}

async function openReview(tab: Engine): Promise<void> {
  tab.start(chain.withdrawPlan(demo, thousand))
  await vi.waitFor(() => expect(tab.getView().review?.stage).toBe('ready'), { timeout: 10_000, interval: 5 })
}
const confirm = (tab: Engine) => tab.getSession()?.confirm('step')
const problemOf = (tab: Engine) => tab.getView().review?.problem?.title

async function mine(): Promise<void> {
  await chain.rpc('evm_mine')
  for (const tab of tabs) {
    tab.onBlock(await chain.head())
    await tab.whenIdle()
  }
}

it('does not do a thing again that another tab did while the same review was open here', async () => {
  const [one, other] = [await openTab(), await openTab()]
  await openReview(one)
  await openReview(other)
  await confirm(one)
  await mine()
  expect(one.getView().review?.stage).toBe('done')
  await confirm(other)
  expect(wallet.asked).toHaveLength(1)
  expect(problemOf(other)).toBe('This was done in another tab')
})

it('does not ask for what another tab has sent since the button was pressed here', async () => {
  let isHeldUp = false
  let goOn: () => void = () => undefined
  const slow = ((args: { method: string }) =>
    isHeldUp && args.method === 'eth_blockNumber'
      ? new Promise<void>((resolve) => (goOn = resolve)).then(() => chain.client.request(args as never))
      : chain.client.request(args as never)) as typeof chain.client.request
  const one = await openTab()
  // An id of its own: viem shares what is being read between clients of the same one.
  const other = await openTab({ ...chain.client, uid: 'slow', request: slow })
  await openReview(one)
  await openReview(other)
  await chain.rpc('evm_setAutomine', [false])
  isHeldUp = true
  const pressed = confirm(other)
  await confirm(one)
  isHeldUp = false
  goOn()
  await pressed
  expect(wallet.asked).toHaveLength(1)
  expect(problemOf(other)).toBe('This was asked for before')
})

it('does it once more when the person begins again', async () => {
  const [one, other] = [await openTab(), await openTab()]
  await openReview(one)
  await confirm(one)
  await mine()
  await openReview(other)
  await confirm(other)
  expect(wallet.asked).toHaveLength(2)
})

it('goes on here when the other tab’s transaction was cancelled', async () => {
  const [one, other] = [await openTab(), await openTab()]
  await openReview(one)
  await openReview(other)
  await chain.rpc('evm_setAutomine', [false])
  await confirm(one)
  await one.whenIdle()
  const [{ hash } = { hash: undefined }] = wallet.asked
  const { nonce } = (await chain.rpc('eth_getTransactionByHash', [hash])) as { nonce: string }
  const fee = { maxFeePerGas: '0x174876e800', maxPriorityFeePerGas: '0x174876e800' }
  await chain.rpc('eth_sendTransaction', [{ from: demo, to: demo, nonce, gas: '0x5208', ...fee }])
  await mine()
  expect(one.getView().entries[0]?.status).toBe('cancelled')
  await confirm(other)
  expect(wallet.asked).toHaveLength(2)
})
