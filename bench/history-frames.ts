/**
 * `npx jiti bench/history-frames.ts [events]`: tasks that held the page up for more than 50 ms of their own time, while 100,000 events are
 * read, paged through, written to a file, read again from the browser's store, and drawn. Needs `npm run build`.
 */
import { chromium, type Page } from '@playwright/test'
import { encodeEventTopics, numberToHex } from 'viem'

import { musdtVaultAbi } from '../abis/MUSDTVault'
import { stbtAbi } from '../abis/STBT'
import { findBrowser } from '../.ci/browser.mjs'
import { buildContracts } from '../devnet/artifacts'
import { appConfig } from '../devnet/deploy'
import { connect as toNode } from '../devnet/rpc'
import { playScenario } from '../devnet/scenario'
import { serve } from '../devnet/serve'
import { person } from '../e2e/fixtures/people'
import { manyEvents } from '../e2e/fixtures/rpc-faults'
import { RpcProxy } from '../e2e/fixtures/rpc-proxy'
import { connect } from '../e2e/fixtures/screen'
import { startSeededChain } from '../e2e/fixtures/seeded-chain'
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

const { musdt, stbt } = chain.addresses
const head = BigInt(await toNode(chain.rpcUrl)('eth_blockNumber'))
const reader = person('reader of long histories')
const account = reader.address
const word = (value: number | bigint) => numberToHex(value, { size: 32 })
const listed = (topics: ReturnType<typeof encodeEventTopics>) => topics.flatMap((topic) => topic ?? [])
const vaultTopics = (eventName: 'Deposit' | 'ShareToAssetsPriceUpdated', args?: object) =>
  listed(encodeEventTopics({ abi: musdtVaultAbi, eventName, ...(args && { args }) }))
const deposit = {
  topics: vaultTopics('Deposit', { sender: account, owner: account }),
  data: (index: number) => `${word(index + 1)}${word(index).slice(2)}` as const,
}
const price = {
  topics: vaultTopics('ShareToAssetsPriceUpdated'),
  data: (index: number) => word(10 ** 15 + index * 10 ** 9),
}
const shares = 10n ** 24n
const supply = {
  topics: listed(encodeEventTopics({ abi: stbtAbi, eventName: 'Supply' })),
  data: (index: number) => `${word(shares + BigInt(index) * 10n ** 15n)}${word(shares).slice(2)}` as const,
}
const received = {
  topics: listed(
    encodeEventTopics({
      abi: stbtAbi,
      eventName: 'TransferShares',
      args: { from: musdt.vault, to: account },
    }),
  ),
  data: () => word(10n ** 18n),
}
for (const node of nodes)
  node.inject(
    manyEvents(
      { address: musdt.vault, events: [deposit], count, head },
      { address: musdt.vault, events: [price], count, head },
      { address: stbt.stbt, events: [supply, received], count, head },
    ),
  )

/**
 * Waits until the page says something, or stops saying it. Looked for in its bare text twice a second: what asserts in
 * tests looks through all roles and names of a page, in tasks of its own of up to 70 ms.
 */
async function says(page: Page, text: string, isSaid = true): Promise<void> {
  const wanted = { text, isSaid }
  await page.waitForFunction(
    (looked) => (document.getElementById('main')?.textContent ?? '').includes(looked.text) === looked.isSaid,
    wanted,
    { ...patience, polling: 500 },
  )
}

/** A task of the browser's, as its tracing tells it: how long it ran itself, without waiting for a core. */
type TraceEvent = {
  readonly name: string
  readonly pid: number
  readonly tid: number
  readonly tdur?: number
  readonly args?: { readonly name?: string; readonly data?: { readonly url?: string } }
}

/**
 * Does something and prints which tasks of the page's own thread ran for more than 50 ms meanwhile. Their own time: a clock
 * would count how long a busy machine let them wait, too, and node, events and browser share two cores here.
 */
async function watch(page: Page, what: string, act: () => Promise<unknown>): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])))
  const traceConfig = { includedCategories: ['toplevel', 'devtools.timeline'] }
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig })
  const startedMs = performance.now()
  await act()
  // What was begun last is seen when it is over.
  await page.waitForTimeout(500)
  const seconds = (performance.now() - startedMs) / 1000
  const isWhole = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve))
  await session.send('Tracing.end')
  await isWhole
  await session.detach()
  const isOfApp = ({ args }: TraceEvent) => args?.data?.url?.startsWith(site.url) === true
  const app = events.find((event) => event.name === 'FunctionCall' && isOfApp(event))
  if (!app) throw new Error(`Nothing of the app ran: ${what}.`)
  const tasks = events
    .filter(({ name, pid, tid }) => name.endsWith('RunTask') && pid === app.pid && tid === app.tid)
    .map(({ tdur = 0 }) => tdur / 1000)
  const long = tasks.filter((ms) => ms > 50).map((ms) => ms.toFixed(0))
  console.log(
    `${what.padEnd(28)} ${seconds.toFixed(1).padStart(6)} s  ${`${long.length}`.padStart(3)} over 50 ms  ` +
      `longest ${Math.max(0, ...tasks).toFixed(0)} ms  (${long.join(' ')})`,
  )
}

try {
  const context = await browser.newContext()
  await TestWallet.install(context, chain.rpcUrl, config.networks[0]?.chainId ?? 0, reader)
  const page = await context.newPage()
  const panel = page.getByRole('region', { name: 'History', exact: true })
  const isRead = () => says(page, `more of ${count}`)
  const isConfirmed = () => says(page, 'Confirmed by two nodes')

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
  await watch(page, 'chart of prices', async () => {
    await page.evaluate(() => (location.hash = '#/musdt'))
    await says(page, 'Price of one mUSDT')
    await says(page, 'Reading events', false)
  })
  await page.goto(`${site.url}#/`)
  await watch(page, 'page of STBT', async () => {
    await page.evaluate(() => (location.hash = '#/stbt'))
    await says(page, 'Interest by payment')
    await says(page, 'Reading events', false)
  })
  await watch(page, 'statement of STBT', async () => {
    await page.evaluate(() => (location.hash = '#/stbt/statement'))
    await says(page, 'Opening')
  })
  await watch(page, 'statement, by event', async () => {
    await page.getByRole('button', { name: 'In and out' }).click()
    await says(page, 'Received')
  })
  for (const kind of ['CSV', 'JSON'])
    await watch(page, `statement as ${kind}`, async () => {
      const file = page.waitForEvent('download', patience)
      await page.getByRole('button', { name: kind, exact: true }).click()
      await (await file).path()
    })
} finally {
  await browser.close()
  await site.stop()
  for (const node of nodes) node.stop()
  await chain.stop()
}
