import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { encodeEventTopics, numberToHex, type Address, type Hex } from 'viem'
import { musdtVaultAbi } from '../../abis/MUSDTVault'
import type { Chain } from '../fixtures/chain'
import { manyEvents } from '../fixtures/rpc-faults'
import type { Fault, RpcProxy } from '../fixtures/rpc-proxy'
import { connect } from '../fixtures/screen'
import { expect, test } from '../fixtures/test'

const COUNT = 100_000
const [deposit] = encodeEventTopics({ abi: musdtVaultAbi, eventName: 'Deposit' })

/** A node that tells of so many deposits of an account (F32). */
async function deposits(chain: Chain, account: Address): Promise<Fault> {
  const abi = musdtVaultAbi
  const args = { sender: account, owner: account }
  return manyEvents({
    address: chain.addresses.musdt.vault,
    events: [
      {
        topics: encodeEventTopics({ abi, eventName: 'Deposit', args }).flatMap((topic) => topic ?? []),
        data: (index) => `${word(index + 1)}${word(index).slice(2)}`,
      },
    ],
    count: COUNT,
    head: await chain.read.getBlockNumber({ cacheTime: 0 }),
  })
}

const word = (value: number) => numberToHex(value, { size: 32 })

const history = (page: Page) => page.getByRole('region', { name: 'History', exact: true })
const stopped = (page: Page) => history(page).getByText(/^Stopped at \d+% of mUSDT/)

/** The blocks that a node was asked for events of the account's deposits. */
function askedBlocks({ seen }: RpcProxy, { addresses }: Chain) {
  return seen.flatMap(({ method, params }) => {
    if (method !== 'eth_getLogs') return []
    const wish = params[0] as { address: readonly Address[]; topics: readonly Hex[][]; fromBlock: Hex }
    const isTheirs = wish.address.some((one) => one.toLowerCase() === addresses.musdt.vault.toLowerCase())
    return isTheirs && wish.topics[0]?.includes(deposit) ? [parseInt(wish.fromBlock, 16)] : []
  })
}

/** How many events each chunk of the vault's history holds, in the order of their blocks. */
function storedChunks(page: Page): Promise<number[]> {
  return page.evaluate(
    () =>
      new Promise<number[]>((resolve, reject) => {
        const open = indexedDB.open('ballast.history')
        open.onerror = () => reject(new Error('no database'))
        open.onsuccess = () => {
          const database = open.result
          const store = database.transaction('chunks').objectStore('chunks')
          const all = store.getAll()
          const keys = store.getAllKeys()
          keys.onsuccess = () => {
            database.close()
            const chunks = all.result as { logs?: unknown[] }[]
            resolve(
              keys.result.flatMap((key, index) =>
                typeof key === 'string' && key.includes('activity.musdt')
                  ? (chunks[index]?.logs?.length ?? [])
                  : [],
              ),
            )
          }
        }
      }),
  )
}

test('100,000 events are read, paged through and written to a file, and kept in chunks (F32)', async ({
  page,
  site,
  chain,
  rpc,
  spareRpc,
  wallet,
}) => {
  test.setTimeout(240_000)
  const head = await chain.read.getBlockNumber({ cacheTime: 0 })
  const fault = await deposits(chain, wallet.person.address)
  let [underWay, most] = [0, 0]
  const counted: Fault = {
    ...fault,
    async spoil(exchange) {
      most = Math.max(most, (underWay += 1))
      await Promise.resolve(fault.spoil(exchange)).finally(() => (underWay -= 1))
    },
  }
  for (const node of [rpc, spareRpc]) node.inject(counted)
  await page.goto(`${site.url}#/activity`)
  await connect(page)
  const panel = history(page)
  await expect(panel.getByText(`more of ${COUNT}`)).toBeVisible({ timeout: 120_000 })
  await expect(panel.getByRole('row').nth(1)).toContainText('Minted')
  await panel.getByRole('button', { name: `Show 10 more of ${COUNT}` }).click()
  await expect(panel.getByRole('row')).toHaveCount(21)

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    panel.getByRole('button', { name: 'Download CSV' }).click(),
  ])
  const lines = (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n')
  // A deposit has two amounts.
  expect(lines).toHaveLength(1 + 2 * COUNT)
  expect(lines[1]).toContain('"Deposit","Minted","assets","out","100000"')

  await expect(panel).toContainText('Confirmed by two nodes', { timeout: 120_000 })
  await expect
    .poll(async () => (await storedChunks(page)).reduce((sum, count) => sum + count, 0), { timeout: 60_000 })
    .toBeGreaterThan(0.98 * COUNT)
  // A request for 1,000 events or more, but for the first ones, which learn how many blocks that is.
  for (const { seen } of [rpc, spareRpc]) {
    const asked = (wanted: string) => seen.filter(({ method }) => method === wanted).length
    expect(asked('eth_getLogs')).toBeLessThan(120)
    expect(asked('eth_blockNumber')).toBeLessThan(40)
  }
  // Six at a time, of all histories together; a request that was given up still runs here.
  expect(most).toBeLessThanOrEqual(12)
  const chunks = await storedChunks(page)
  expect(chunks.length).toBeGreaterThan(80)
  for (const count of chunks) expect(count).toBeLessThan(1_500)

  // On the next visit only what was not final is asked for.
  rpc.seen.length = 0
  spareRpc.seen.length = 0
  await page.reload()
  await expect(panel.getByText(`more of ${COUNT}`)).toBeVisible({ timeout: 120_000 })
  await expect(panel).toContainText('Confirmed by two nodes', { timeout: 120_000 })
  for (const node of [rpc, spareRpc])
    for (const from of askedBlocks(node, chain)) expect(from).toBeGreaterThan(parseInt(`${head}`, 10) - 20)
})

test('a long reading can be stopped, and goes on where it was after a reload (F10, F32)', async ({
  page,
  site,
  chain,
  rpc,
  spareRpc,
  wallet,
}) => {
  test.setTimeout(240_000)
  const fault = await deposits(chain, wallet.person.address)
  const slow: Fault = {
    ...fault,
    async spoil(exchange) {
      await sleep(1_500)
      await fault.spoil(exchange)
    },
  }
  for (const node of [rpc, spareRpc]) node.inject(slow)
  await page.goto(`${site.url}#/activity`)
  await connect(page)
  const panel = history(page)
  await expect(panel.getByRole('progressbar', { name: 'Events read of mUSDT' })).toBeVisible()
  await expect(panel.getByText(/^Reading events of mUSDT, [1-9]/)).toBeVisible({ timeout: 30_000 })
  await panel
    .getByText(/^Reading events of mUSDT/)
    .getByRole('button', { name: 'Stop', exact: true })
    .click()
  await expect(stopped(page)).toBeVisible()
  const asked = askedBlocks(rpc, chain).length
  await chain.mine()
  const block = await chain.read.getBlockNumber({ cacheTime: 0 })
  await expect(page.getByText(`As of block ${block.toLocaleString('en')}`)).toBeVisible({ timeout: 30_000 })
  expect(askedBlocks(rpc, chain).length).toBe(asked)
  const chunks = await storedChunks(page)
  expect(chunks.length).toBeGreaterThan(0)

  for (const node of [rpc, spareRpc]) {
    node.reset()
    node.inject(fault)
  }
  await page.reload()
  await expect(panel.getByText(`more of ${COUNT}`)).toBeVisible({ timeout: 120_000 })
  // Every chunk holds some 160 events of a block; nothing of what was stored is asked for again.
  const stored = chunks.reduce((sum, count) => sum + count, 0)
  const perBlock = COUNT / (parseInt(`${block}`, 10) + 1)
  expect(Math.min(...askedBlocks(rpc, chain))).toBeGreaterThan(stored / perBlock - 20)
})
