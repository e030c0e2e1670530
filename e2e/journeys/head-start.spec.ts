import { expect, test } from '../fixtures/test'

test('the settings, the newest block, the list of series and their figures are on their way before the code of the app is', async ({
  page,
  site,
  rpc,
}) => {
  let codeMayCome: () => void = () => undefined
  const asked = new Promise<void>((resolve) => (codeMayCome = resolve))
  await page.route('**/assets/first-*.js', async (route) => {
    await asked
    await route.continue()
  })
  let configs = 0
  page.on('request', (request) => (configs += request.url().endsWith('/config.json') ? 1 : 0))
  await page.goto(`${site.url}#/stake`, { waitUntil: 'commit' })
  const methods = () => rpc.seen.map(({ method }) => method)
  await expect.poll(methods).toEqual(['eth_chainId', 'eth_getBlockByNumber', 'eth_call', 'eth_call'])
  const early = rpc.seen.map(({ params }) => JSON.stringify(params))
  codeMayCome()
  await expect(page.getByRole('textbox', { name: 'Amount' })).toBeVisible()
  // Handed over, not asked for twice.
  expect(methods().filter((method) => method === 'eth_chainId')).toHaveLength(1)
  const all = rpc.seen.map(({ params }) => JSON.stringify(params))
  // The newest block is looked for again and again; what is asked of one block is asked once.
  for (const params of early.slice(2)) expect(all.filter((one) => one === params)).toHaveLength(1)
  expect(configs).toBe(1)
})

test('a page whose head start is refused asks again by itself', async ({ page, site, rpc, guard }) => {
  guard.allow(/Failed to load resource/)
  rpc.inject({
    methods: ['eth_chainId', 'eth_getBlockByNumber'],
    times: 2,
    spoil: (exchange) => exchange.cut(),
  })
  await page.goto(`${site.url}#/stake`)
  await expect(page.getByRole('textbox', { name: 'Amount' })).toBeVisible()
})

test('a return shows the figures of the last visit as old ones, until the node has answered', async ({
  page,
  site,
  rpc,
}) => {
  await page.goto(`${site.url}#/stake`)
  await expect(page.getByRole('textbox', { name: 'Amount' })).toBeVisible()
  const isKept = () => page.evaluate(() => Object.keys(localStorage).some((key) => key.includes('.kept.')))
  await expect.poll(isKept).toBe(true)

  let mayAnswer: () => void = () => undefined
  const asked = new Promise<void>((resolve) => (mayAnswer = resolve))
  rpc.inject({
    spoil: async (exchange) => {
      await asked
      exchange.answer(await Promise.all(exchange.calls.map((call) => exchange.ask(call))))
    },
  })
  await page.reload()
  const old = page.getByText(/^Old figures: block \d+, \d+ s ago$/)
  await expect(old).toBeVisible()
  await expect(page.getByRole('main')).toContainText(/\d USDT/)
  mayAnswer()
  await expect(old).toHaveCount(0)
  await expect(page.getByRole('textbox', { name: 'Amount' })).toBeVisible()
})
