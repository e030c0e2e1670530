import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { encodeEventTopics } from 'viem'
import { musdtVaultAbi } from '../../abis/MUSDTVault'
import { serve } from '../../devnet/serve'
import { demo } from '../fixtures/people'
import { limitedLogs } from '../fixtures/rpc-faults'
import type { RpcCall } from '../fixtures/ask-node'
import { RpcProxy } from '../fixtures/rpc-proxy'
import { connect } from '../fixtures/screen'
import { expect, test } from '../fixtures/test'

const history = (page: Page) => page.getByRole('region', { name: 'History', exact: true })
const askedForLogs = (calls: readonly RpcCall[]) =>
  calls.filter(({ method }) => method === 'eth_getLogs').length
const [deposit] = encodeEventTopics({ abi: musdtVaultAbi, eventName: 'Deposit' })

/** The whole history as its file: it can be had only once every system's is read. */
async function wholeFile(page: Page): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download', { timeout: 180_000 }),
    history(page).getByRole('button', { name: 'Download CSV' }).click({ timeout: 180_000 }),
  ])
  return readFile(await file.path(), 'utf8')
}

test('a server of events spares the nodes a long history; one that leaves out an event is found out', async ({
  page,
  chain,
  config,
  rpc,
  spareRpc,
  wallet,
  guard,
}) => {
  test.setTimeout(240_000)
  await wallet.switchAccount(demo())
  const server = await RpcProxy.start(chain.rpcUrl)
  const networks = config.networks.map((network) => ({ ...network, historyUrl: server.url }))
  const site = await serve({ dir: 'dist', config: { networks } })
  for (const { url } of [server, site]) guard.trust(url)

  const few = {
    code: -32600,
    isTooMuch: ({ blocks }: { blocks: bigint }) => blocks > 50n,
    message: () => 'eth_getLogs is limited to a 50 range',
  }
  for (const node of [rpc, spareRpc]) node.inject(limitedLogs(few))
  await page.goto(`${site.url}#/activity`)
  await connect(page)
  const panel = history(page)
  await expect(panel).toContainText('said the same at samples', { timeout: 120_000 })
  const told = await wholeFile(page)
  expect(told.split('\n').length).toBeGreaterThan(5)
  const asked = askedForLogs(rpc.seen)

  // The same from the nodes alone, at 50 blocks a request.
  rpc.seen.length = 0
  await panel.getByRole('button', { name: 'Read again' }).click()
  await expect(panel).toContainText('Confirmed by two nodes', { timeout: 180_000 })
  expect(await wholeFile(page)).toBe(told)
  expect(askedForLogs(rpc.seen)).toBeGreaterThan(2 * asked)

  for (const node of [rpc, spareRpc]) node.reset()
  server.inject({
    methods: ['eth_getLogs'],
    spoil: async (exchange) => {
      const [call] = exchange.calls
      if (!call) return
      const answer = await exchange.ask(call)
      const logs = answer.result as readonly { readonly topics: readonly string[] }[]
      const first = logs.findIndex(({ topics }) => topics[0] === deposit)
      exchange.answer([{ ...answer, result: logs.filter((_, index) => index !== first) }])
    },
  })
  await page.evaluate(() => indexedDB.deleteDatabase('ballast.history'))
  await page.reload()
  await expect(panel).toContainText('The server of events is not believed', { timeout: 60_000 })
  await expect(panel).toContainText(/tell different events at block \d+\./)
  await expect(panel).toContainText('Confirmed by two nodes', { timeout: 120_000 })
  expect(await wholeFile(page)).toBe(told)
  await site.stop()
  server.stop()
})
