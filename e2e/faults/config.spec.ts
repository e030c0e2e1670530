import { getAddress, type Address } from 'viem'
import { expect, test } from '../fixtures/test'

/** An address nobody has put a contract at. */
const nowhere: Address = getAddress('0x00000000000000000000000000000000ba11a570')

test('a missing config.json is said, and loading can be tried again', async ({ page, site, guard }) => {
  guard.allow(/404/)
  await page.route('**/config.json', (route) => route.fulfill({ status: 404, body: 'Not found' }))
  await page.goto(`${site.url}#/stake`)
  await expect(page.getByRole('heading', { name: 'This site is not set up correctly' })).toBeVisible()
  await expect(page.getByText('config.json could not be loaded: the server answered 404.')).toBeVisible()

  await page.unroute('**/config.json')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { name: 'Stake', exact: true })).toBeVisible()
})

test('a config.json that is not JSON is said', async ({ page, site }) => {
  await page.route('**/config.json', (route) => route.fulfill({ body: '{ "networks": [' }))
  await page.goto(site.url)
  await expect(
    page.getByText('config.json is not JSON. Check it for a missing quote, comma or bracket.'),
  ).toBeVisible()
})

test('every setting that is wrong is named with what is wrong about it', async ({ page, site, config }) => {
  const [network] = config.networks
  const wrong = {
    networks: [
      {
        ...network,
        chainId: '31337',
        rpcUrls: ['ftp://node.example'],
        contracts: { ...network?.contracts, shared: { usdt: '0x1234' }, pool: { pool: nowhere } },
      },
    ],
  }
  await page.route('**/config.json', (route) => route.fulfill({ json: wrong }))
  await page.goto(site.url)
  const problems = page.getByRole('listitem')
  await expect(problems.filter({ hasText: 'networks[0].chainId must be a whole number.' })).toBeVisible()
  await expect(problems.filter({ hasText: 'networks[0].rpcUrls[0] must be an https:// URL' })).toBeVisible()
  await expect(
    problems.filter({ hasText: 'networks[0].contracts.shared.usdt is not an address' }),
  ).toBeVisible()
  await expect(problems.filter({ hasText: 'has a setting that does not exist: pool.' })).toBeVisible()
})

test('an address without a contract turns figures and sending off, and is named', async ({
  page,
  site,
  config,
}) => {
  const networks = config.networks.map((network) => ({
    ...network,
    contracts: { ...network.contracts, backstop: { ...network.contracts.backstop, registry: nowhere } },
  }))
  await page.route('**/config.json', (route) => route.fulfill({ json: { networks } }))
  await page.goto(`${site.url}#/stake`)
  await expect(
    page.getByText(`no contract at the configured address of backstop.registry (${nowhere})`).first(),
  ).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Amount' })).toHaveCount(0)
})
