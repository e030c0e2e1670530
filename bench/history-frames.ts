/**
 * `npx jiti bench/history-frames.ts [events]`: tasks that held the page up for more than 50 ms, while 100,000 events are
 * read, paged through, written to a file, read again from the browser's store, and drawn. Needs `npm run build`.
 */
import { chromium, expect, type Page } from '@playwright/test'
import { encodeEventTopics, numberToHex } from 'viem'

import { musdtVaultAbi } from '../abis/MUSDTVault'
import { findBrowser } from '../.ci/browser.mjs'
import { buildContracts } from '../devnet/artifacts'
import { appConfig } from '../devnet/deploy'
import { connect as toNode } from '../devnet/rpc'
import { serve } from '../devnet/serve'
import { demo } from '../e2e/fixtures/people'
import { manyEvents } from '../e2e/fixtures/rpc-faults'
import { RpcProxy } from '../e2e/fixtures/rpc-proxy'
import { connect } from '../e2e/fixtures/screen'
import { playScenario, startSeededChain } from '../e2e/fixtures/seeded-chain'
import { TestWallet } from '../e2e/fixtures/wallet'

const count = parseInt(process.argv[2] ?? '100000', 10)
const patience = { timeout: 300_000 }

buildContracts()
await playScenario()
const chain = await startSeededChain()
const nodes = [await RpcProxy.start(chain.rpcUrl), await RpcProxy.start(chain.rpcUrl)]
const config = appConfig(chain.addresses, chain.rpcUrl, 1)
for (const network of config.networks) network.rpcUrls = nodes.map(({ url }) => url)
const site = await serve({ dir: 'dist', config })
const executablePath = await findBrowser()
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})

const { vault: address } = chain.addresses.musdt
const head = BigInt(await toNode(chain.rpcUrl)('eth_blockNumber'))
const account = demo().address
const word = (value: number) => numberToHex(value, { size: 32 })
const abi = musdtVaultAbi
const listed = (topics: ReturnType<typeof encodeEventTopics>) => topics.flatMap((topic) => topic ?? [])
for (const node of nodes) {
  const about = { address, count, head }
  const deposit = listed(
    encodeEventTopics({ abi, eventName: 'Deposit', args: { sender: account, owner: account } }),
  )
  const price = listed(encodeEventTopics({ abi, eventName: 'ShareToAssetsPriceUpdated' }))
  node.inject(
    manyEvents({ ...about, topics: deposit, data: (index) => `${word(index + 1)}${word(index).slice(2)}` }),
  )
  node.inject(manyEvents({ ...about, topics: price, data: (index) => word(10 ** 15 + index * 10 ** 9) }))
}

type Watched = { longTasks: number[] }

/** Does something and prints which tasks were long meanwhile. */
async function watch(page: Page, what: string, act: () => Promise<unknown>): Promise<void> {
  await page.evaluate(() => ((window as unknown as Watched).longTasks.length = 0)).catch(() => undefined)
  const startedMs = performance.now()
  await act()
  // What was begun last is seen when it is over.
  await page.waitForTimeout(500)
  const tasks = await page.evaluate(() => (window as unknown as Watched).longTasks)
  const seconds = (performance.now() - startedMs) / 1000
  console.log(
    `${what.padEnd(28)} ${seconds.toFixed(1).padStart(6)} s  ${`${tasks.length}`.padStart(3)} over 50 ms  ` +
      `longest ${Math.max(0, ...tasks).toFixed(0)} ms  (${tasks.map((ms) => ms.toFixed(0)).join(' ')})`,
  )
}

try {
  const context = await browser.newContext()
  await TestWallet.install(context, chain.rpcUrl, config.networks[0]?.chainId ?? 0, demo())
  await context.addInitScript(() => {
    const watched = window as unknown as Watched
    watched.longTasks = []
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) watched.longTasks.push(duration)
    }).observe({ type: 'longtask' })
  })
  const page = await context.newPage()
  const panel = page.getByRole('region', { name: 'History', exact: true })
  const isRead = () => expect(panel.getByText(`more of ${count}`)).toBeVisible(patience)
  const isConfirmed = () => expect(panel).toContainText('Told by two nodes', patience)

  console.log(`${count} events`)
  await page.goto(`${site.url}#/`)
  await connect(page)
  await page.waitForLoadState('networkidle')
  await watch(page, 'first visit: read', async () => {
    await page.evaluate(() => (location.hash = '#/activity'))
    await isRead()
  })
  await watch(page, 'confirmed by a second node', isConfirmed)
  await watch(page, 'paged through', async () => {
    for (let pages = 0; pages < 5; pages += 1)
      await panel.getByRole('button', { name: `Show 10 more of ${count}` }).click()
  })
  await watch(page, 'written to a file', async () => {
    const file = page.waitForEvent('download', patience)
    await panel.getByRole('button', { name: 'Download CSV' }).click()
    await (await file).path()
  })
  await page.goto(`${site.url}#/`)
  await page.reload()
  await page.waitForLoadState('networkidle')
  await watch(page, 'second visit: from the store', async () => {
    await page.evaluate(() => (location.hash = '#/activity'))
    await isRead()
  })
  await page.goto(`${site.url}#/`)
  await watch(page, 'read and drawn', async () => {
    await page.evaluate(() => (location.hash = '#/musdt'))
    await expect(page.getByRole('img', { name: 'Chart: Price of one mUSDT' })).toBeVisible(patience)
    await expect(page.getByText(/^Reading events/)).toHaveCount(0, patience)
  })
} finally {
  await browser.close()
  await site.stop()
  for (const node of nodes) node.stop()
  await chain.stop()
}
