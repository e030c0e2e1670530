import { begin, doneText } from '../fixtures/actions'
import { newcomersHeading } from '../fixtures/screen'
import { expect, test as base } from '../fixtures/test'
import { actionsUnder, pages } from '../systems'

/** A home server as people have one: a name of the house's own, without a certificate. No secure context. */
const host = 'ballast.home.test'

const test = base.extend<object, { home: string }>({
  launchOptions: [
    async ({ launchOptions }, use) => {
      const { args = [], ...others } = launchOptions
      const rules = args.map((arg) =>
        arg.startsWith('--host-resolver-rules=')
          ? `--host-resolver-rules=MAP ${host} 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`
          : arg,
      )
      await use({ ...others, args: rules })
    },
    { scope: 'worker' },
  ],
  home: [async ({ site }, use) => use(`http://${host}:${new URL(site.url).port}/`), { scope: 'worker' }],
  baseURL: async ({ home }, use) => use(home),
})

test.beforeEach(({ guard, home }) => {
  guard.trust(home)
  // The header is for https; a browser says that it does without.
  guard.allow(/Cross-Origin-Opener-Policy header has been ignored/)
})

test('every page is there, and a copy that the browser does not offer is said', async ({ page }) => {
  for (const { path, heading } of pages) {
    await page.goto(path)
    // Nobody is connected.
    const name = path === '#/' ? newcomersHeading : heading
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    if (path === '#/') await expect(page.getByText('computes hashes on https pages only')).toBeVisible()
  }
  expect(await page.evaluate(() => window.isSecureContext)).toBe(false)
  expect(
    await page.evaluate(() => [typeof crypto.randomUUID, typeof crypto.subtle, typeof navigator.locks]),
  ).toEqual(['undefined', 'undefined', 'undefined'])
  await page.goto('#/series/0')
  const contracts = page.getByRole('region', { name: 'Contracts' })
  await contracts
    .getByRole('button', { name: /^Copy address/ })
    .first()
    .click()
  await expect(contracts.getByText('Not copied: select the text and copy it by hand.')).toBeVisible()
})

for (const [name, action] of actionsUnder('plain http'))
  test(`a ${name} goes through from a page served by plain http (B11)`, async ({ page, chain, wallet }) => {
    const { signUpToAct, pressAct, state, moved } = await begin(action, { page, chain, wallet })
    expect(await page.evaluate(() => window.isSecureContext)).toBe(false)
    await signUpToAct()
    await pressAct()
    await expect(state).toHaveText(doneText)
    expect(await moved()).toBe(action.whole)
    expect(wallet.sent).toHaveLength(action.steps.length)
  })
