import type { Page } from '@playwright/test'
import { serve } from '../../devnet/serve'
import { RpcProxy } from '../fixtures/rpc-proxy'
import { frontRow } from '../fixtures/screen'
import { expect, test } from '../fixtures/test'

const panel = (page: Page) => page.getByRole('region', { name: 'Node', exact: true })

async function tryOwnNode(page: Page, url: string): Promise<void> {
  await panel(page).getByRole('radio', { name: 'My own node' }).check()
  await panel(page).getByRole('textbox', { name: 'RPC URL' }).fill(url)
  await panel(page).getByRole('button', { name: 'Check and use' }).click()
}

test('the spare node can be the one asked first, and stays it', async ({ page, site, rpc, spareRpc }) => {
  await page.goto(`${site.url}#/settings`)
  await panel(page)
    .getByRole('radio', { name: new URL(spareRpc.url).host })
    .check()
  const reloaded = page.waitForEvent('load')
  await panel(page).getByRole('button', { name: 'Check and use' }).click()
  await reloaded
  await expect(panel(page).getByRole('radio', { name: new URL(spareRpc.url).host })).toBeChecked()
  rpc.reset()
  spareRpc.reset()
  await page.goto(`${site.url}#/`)
  await page.reload()
  await expect(frontRow(page, 'Backstop')).toContainText('USDT staked')
  // The other one stays a spare: a slow moment of the one asked first, or a block that is late, may send it a question.
  expect(spareRpc.requestCount).toBeGreaterThan(rpc.requestCount)
})

test('a node that serves another chain is not used', async ({ page, site, rpc, spareRpc }) => {
  await page.goto(`${site.url}#/settings`)
  spareRpc.inject({
    methods: ['eth_chainId'],
    spoil: (exchange) =>
      exchange.answer(exchange.calls.map(({ id }) => ({ jsonrpc: '2.0', id, result: '0x1' }))),
  })
  await panel(page)
    .getByRole('radio', { name: new URL(spareRpc.url).host })
    .check()
  await panel(page).getByRole('button', { name: 'Check and use' }).click()
  await expect(panel(page).getByRole('alert')).toContainText('serves chain 1, not 31337')
  await page.reload()
  await expect(panel(page).getByRole('radio', { name: new URL(rpc.url).host })).toBeChecked()
})

test('a node the site’s policy does not allow is blocked by the browser, and the page says so', async ({
  page,
  site,
  chain,
  guard,
}) => {
  const mine = await RpcProxy.start(chain.rpcUrl)
  guard.trust(mine.url)
  guard.allow(/content security policy|Refused to connect|violates the following|Fetch API cannot load/i)
  await page.goto(`${site.url}#/settings`)
  await tryOwnNode(page, 'http://example.com')
  await expect(panel(page).getByRole('alert')).toContainText('Enter an https:// address')
  await tryOwnNode(page, mine.url)
  await expect(panel(page).getByRole('alert')).toContainText(
    'security policy of this site keeps your browser',
  )
  expect(mine.requestCount).toBe(0)
  mine.stop()
})

test('an own node that the policy allows is asked from then on', async ({
  page,
  config,
  chain,
  rpc,
  guard,
}) => {
  const mine = await RpcProxy.start(chain.rpcUrl)
  const rpcUrls = [...config.networks.flatMap((network) => network.rpcUrls), mine.url]
  const open = await serve({ dir: 'dist', config, rpcUrls })
  guard.trust(mine.url)
  guard.trust(open.url)
  await page.goto(`${open.url}#/settings`)
  const reloaded = page.waitForEvent('load')
  await tryOwnNode(page, mine.url)
  await reloaded
  rpc.reset()
  mine.reset()
  await page.goto(`${open.url}#/`)
  await page.reload()
  await expect(frontRow(page, 'Backstop')).toContainText('USDT staked')
  // The configured nodes stay as spares: a slow moment of the own node may send a question to them.
  expect(mine.requestCount).toBeGreaterThan(rpc.requestCount)
  // Never silently: whoever put it there, every page names it, and can go back.
  const notice = page.getByText(`is read from ${new URL(mine.url).host} first`)
  await expect(notice).toBeVisible()
  const left = page.waitForEvent('load')
  await page.getByRole('button', { name: 'Use the site’s nodes' }).click()
  await left
  await expect(page.getByText(/As of block/)).toBeVisible()
  await expect(notice).toHaveCount(0)
  // A page that is still asking would complain about the servers it lost.
  await page.goto('about:blank')
  await open.stop()
  mine.stop()
})
