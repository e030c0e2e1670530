import type { Page } from '@playwright/test'
import { demo } from '../fixtures/people'
import { connect, frontRow, shownUsdt } from '../fixtures/screen'
import { expect, test } from '../fixtures/test'
import { totalsOf } from '../systems/backstop/series'

/** Hints that are no facts, and what never answers: everything foreign is waited for with a limit, and said. */

type Config = { readonly networks: readonly object[] }
const withNetworks = (page: Page, { networks }: Config, change: object) =>
  page.route('**/config.json', (route) =>
    route.fulfill({ json: { networks: networks.map((network) => ({ ...network, ...change })) } }),
  )

test('a browser that believes to be offline reads the chain all the same', async ({
  page,
  site,
  chain,
  config,
}) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'onLine', { get: () => false }))
  await withNetworks(page, config, { isDevnet: false })
  await page.goto(`${site.url}#/`)
  await expect(frontRow(page, 'Backstop')).toContainText(
    `${shownUsdt((await totalsOf(chain)).staked)} staked`,
  )
  await expect(page.getByText(/offline/)).toHaveCount(0)
})

test('a chain of many blocks a second is asked for its newest one once a second', async ({
  page,
  site,
  config,
  rpc,
}) => {
  await withNetworks(page, config, { blockSeconds: 0.01 })
  await page.goto(`${site.url}#/settings`)
  await expect(page.getByText(/As of block/)).toBeVisible()
  const polls = () => rpc.seen.filter(({ method }) => method === 'eth_getBlockByNumber').length
  const before = { polls: polls(), ms: Date.now() }
  await expect.poll(polls).toBeGreaterThan(before.polls + 3)
  // Four polls are three waits of a second; a slow machine only makes it longer.
  expect(Date.now() - before.ms).toBeGreaterThan(2_500)
})

const broken = {
  'never opens': () => ({}),
  'is forbidden': () => {
    throw new Error('The operation is insecure.')
  },
}
for (const [how, open] of Object.entries(broken))
  test(`the history is read where the browser’s database ${how}, and it is said that nothing is kept`, async ({
    page,
    site,
    wallet,
  }) => {
    await wallet.switchAccount(demo())
    await page.addInitScript(`IDBFactory.prototype.open = ${open.toString()}`)
    await page.goto(`${site.url}#/activity`)
    await connect(page)
    const panel = page.getByRole('region', { name: 'History', exact: true })
    await expect(panel.getByText('on each visit the history is read again')).toBeVisible()
    await expect(panel.getByRole('row').nth(1)).toBeVisible()
    await expect(panel.getByRole('button', { name: 'Download CSV' })).toBeEnabled()
  })

test('a config.json that never comes is said, and can be asked for again', async ({ page, site }) => {
  await page.route('**/config.json', () => undefined)
  await page.goto(`${site.url}#/stake`)
  await expect(page.getByText('the server has not answered in time')).toBeVisible({ timeout: 20_000 })
  await page.unroute('**/config.json')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { name: 'Stake', exact: true })).toBeVisible()
})

test('a page whose code never comes is said, and comes with a reload', async ({ page, site, guard }) => {
  guard.allow(/LateChunkError/)
  const code = '**/assets/ClaimsPage-*.js'
  await page.route(code, () => undefined)
  await page.goto(`${site.url}#/claims`)
  const alert = page.getByRole('alert').filter({ hasText: 'This page has not arrived' })
  await expect(alert).toBeVisible({ timeout: 30_000 })
  await page.unroute(code)
  await alert.getByRole('button', { name: 'Reload' }).click()
  await expect(page.getByRole('heading', { name: 'Claims', level: 1 })).toBeVisible()
})

test('a part of a page whose code does not come leaves the rest of the page alone', async ({
  page,
  site,
  guard,
}) => {
  guard.allow(/Failed to load resource|Failed to fetch dynamically imported module/)
  await page.route('**/assets/VaultHistory-*.js', (route) => route.abort())
  await page.goto(`${site.url}#/musdt`)
  await expect(page.getByRole('alert').filter({ hasText: 'This part could not be loaded' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'mUSDT', level: 1 })).toBeVisible()
})
