import { createHash } from 'node:crypto'
import AxeBuilder from '@axe-core/playwright'
import type { Address } from 'viem'
import { musdtVaultAbi } from '../../abis/MUSDTVault'
import { siloSettingsAbi } from '../../abis/SiloSettings'
import { stbtAbi } from '../../abis/STBT'
import { keeper } from '../../devnet/accounts'
import { demo } from '../fixtures/people'
import { refusing } from '../fixtures/rpc-faults'
import type { RpcProxy } from '../fixtures/rpc-proxy'
import { expectFigure, frontRow, newcomersHeading, shown, shownUsdt } from '../fixtures/screen'
import { expect, test } from '../fixtures/test'
import { systems } from '../systems'
import { totalsOf } from '../systems/backstop/series'
import { stateOf as backingState } from '../systems/collateral/backing'
import { stateOf as siloState } from '../systems/silos/reserve'

const WAD = 10n ** 18n

test('what a newcomer reads of each system is what the chain says', async ({ page, site, chain }) => {
  await page.goto(`${site.url}#/`)
  await expect(page.getByRole('heading', { level: 1, name: newcomersHeading })).toBeVisible()

  const { staked, outstanding } = await totalsOf(chain)
  const backstop = frontRow(page, 'Backstop')
  await expect(backstop).toContainText(`${shownUsdt(staked)} staked so far`)
  await expect(backstop).toContainText(`covering ${shownUsdt(outstanding)} of Notes`)
  await expect(backstop).toContainText('Up to all of your stake')

  const vault = { address: chain.addresses.musdt.vault, abi: musdtVaultAbi } as const
  const price = await chain.read.readContract({ ...vault, functionName: 'shareToAssetsPrice' })
  await expect(frontRow(page, 'mUSDT')).toContainText(shown(price, 18, 6, 'USDT'))

  const token = { address: chain.addresses.stbt.stbt, abi: stbtAbi } as const
  const supply = await chain.read.readContract({ ...token, functionName: 'totalSupply' })
  const stbt = frontRow(page, 'STBT')
  await expect(stbt).toContainText(shown(supply, 18, 0, 'STBT'))
  const rate = /[\d.]+% a year/.exec(await saying(stbt, '% a year'))?.[0] ?? ''

  const { books, supply: usdtz } = await siloState(chain)
  const settings = { address: chain.addresses.silos.settings, abi: siloSettingsAbi } as const
  const { low } = await chain.read.readContract({ ...settings, functionName: 'conditions' })
  const worth = books.f1 + books.f3 + (books.x2 * low) / WAD + (books.x4 * low) / WAD
  await expect(frontRow(page, 'Silos')).toContainText(`${(worth * 100n) / usdtz}% reserve`)

  const { backing, holdings } = await backingState(chain)
  const ratio = shown((backing * 100n * WAD) / holdings.outstanding, 18, 1, '').trim()
  await expect(frontRow(page, 'Collateral')).toContainText(`${ratio}% backed`)

  // The rate is the one of its own page.
  await stbt.getByRole('link', { name: 'STBT' }).click()
  await expectFigure(page, '7-day yield, a year', rate.replace(' a year', ''))
})

test('any account can be watched without a wallet', async ({ page, site, chain, rpc, spareRpc }) => {
  await page.goto(`${site.url}#/`)
  const field = page.getByRole('textbox', { name: 'See any account, no wallet needed' })
  await field.fill('0x12')
  await page.keyboard.press('Enter')
  await expect(page.getByText('This is not an address: 0x and 40 digits.')).toBeVisible()
  await field.fill(demo().address)
  await page.getByRole('button', { name: 'Watch', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
  await expect(page.getByText('Only its own wallet can act for it.')).toBeVisible()
  const balance = await chain.read.readContract({
    address: chain.addresses.musdt.vault,
    abi: musdtVaultAbi,
    functionName: 'balanceOf',
    args: [demo().address],
  })
  await expect(page.getByRole('main')).toContainText(shown(balance, 6, 2, 'mUSDT'))

  const watched = page.getByRole('region', { name: 'Watched addresses', exact: true })
  await watched.getByText('Names and more addresses').click()
  await watched.getByRole('textbox', { name: `Name of ${demo().address}` }).fill('Savings')
  await watched.getByRole('textbox', { name: /^Another address/ }).fill(keeper)
  await watched.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(watched).toContainText('You are watching 2 addresses together: Savings,')
  expect(page.url()).toBe(`${site.url}#/?watch=${demo().address},${keeper}`)
  await expect(page.getByRole('region', { name: 'Net worth', exact: true })).toContainText('2 addresses')
  await expect(page.getByRole('region', { name: 'Holdings', exact: true })).toContainText('Savings. ')
  await page.goBack()

  await page.goto(`${site.url}#/?watch=0x12`)
  await expect(page.getByText('This link can’t be read')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'See any account' })).toHaveValue('0x12')
  await page.goBack()
  await page.getByRole('link', { name: 'Stop watching' }).click()
  await expect(page.getByRole('heading', { level: 1, name: newcomersHeading })).toBeVisible()

  await test.step('by choice no node sees two of them', async () => {
    await page.goto(`${site.url}#/settings`)
    await page.getByRole('checkbox', { name: 'Ask only one node about each watched address' }).check()
    await page.goto(`${site.url}#/?watch=${demo().address},${keeper}`)
    rpc.reset()
    spareRpc.reset()
    await page.reload()
    await expect(page.getByRole('region', { name: 'Net worth', exact: true })).toContainText('2 addresses')
    const seenBy = ({ seen }: RpcProxy) =>
      [demo().address, keeper].filter((account) =>
        JSON.stringify(seen).includes(account.slice(2).toLowerCase()),
      )
    expect([seenBy(rpc), seenBy(spareRpc)]).toEqual([[keeper], [demo().address]])
  })
})

test('a word of the field is explained by keyboard', async ({ page, site }) => {
  await page.goto(`${site.url}#/`)
  const how = page.getByRole('region', { name: 'How it works', exact: true })
  const word = how.getByRole('button', { name: 'make-whole', exact: true })
  const meaning = page.getByRole('dialog', { name: 'Make-whole', exact: true })
  await word.focus()
  await page.keyboard.press('Enter')
  await expect(meaning).toContainText('MSTR set aside after the sale first, BTC for the rest')
  await page.keyboard.press('Escape')
  await expect(meaning).toBeHidden()
  await expect(word).toBeFocused()
  await how.getByRole('button', { name: 'Silos', exact: true }).click()
  await expect(how.getByRole('button', { name: 'latch', exact: true })).toBeVisible()
  await expect(how.getByRole('listitem')).toHaveCount(4)
})

test('before anybody connects it says which contracts are called, by full address', async ({
  page,
  site,
  config,
}) => {
  await page.goto(`${site.url}#/`)
  await page.getByRole('button', { name: 'What connecting a wallet lets this site do' }).click()
  const panel = page.getByRole('region', { name: 'What connecting a wallet lets this site do' })
  await expect(panel).toBeInViewport()
  await panel.getByText(/contracts of this site, with their addresses/).click()
  for (const group of Object.values(config.networks[0]?.contracts ?? {}))
    for (const address of Object.values(group ?? {})) await expect(panel).toContainText(address ?? '0x')
})

test('the build’s hash is that of the list it serves, which names every file but its settings', async ({
  page,
  site,
}) => {
  const sha256 = (content: string | Buffer) => createHash('sha256').update(content).digest('hex')
  const served = async (file: string) => Buffer.from(await (await fetch(site.url + file)).arrayBuffer())
  const manifest = (await served('manifest.sha256')).toString()
  await page.goto(`${site.url}#/`)
  await expect(page.getByRole('main')).toContainText(sha256(manifest))
  const files = manifest.trimEnd().split('\n')
  expect(files.length).toBeGreaterThan(5)
  for (const line of files) {
    const [hash, file = ''] = line.split('  ')
    expect(sha256(await served(file)), file).toBe(hash)
  }
  expect(manifest).toContain('  index.html\n')
  expect(manifest).not.toContain('config.json')
})

for (const silent of [systems[0], systems[2]])
  test(`when ${silent?.name} can’t be read, the others still tell their figures`, async ({
    page,
    site,
    config,
    rpc,
    spareRpc,
  }) => {
    const silenced = Object.values(config.networks[0]?.contracts[silent?.id ?? ''] ?? {})
    const addresses = silenced.filter((address): address is Address => address !== undefined)
    for (const node of [rpc, spareRpc]) node.inject(refusing(addresses))
    await page.goto(`${site.url}#/`)
    for (const { id, name } of systems)
      if (id === silent?.id) {
        await expect(frontRow(page, name)).toContainText('Can’t be read now')
        await expect(frontRow(page, name)).toContainText('You can lose')
      } else await expect(frontRow(page, name).getByRole('cell').last()).toContainText(/\d/)
    await expect(page.getByRole('main')).not.toContainText(/(^|\s)0 (USDT|series|STBT)/)
  })

for (const [width, theme] of [
  [390, 'dark'],
  [1440, 'light'],
] as const)
  test(`the page for newcomers is accessible, ${theme}, ${width} px wide (WCAG 2.2 AA)`, async ({
    page,
    site,
  }) => {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme: theme })
    await page.goto(`${site.url}#/`)
    await saying(frontRow(page, 'STBT'), '% a year')
    await page.getByText(/contracts of this site, with their addresses/).click()
    await page.getByRole('button', { name: 'make-whole', exact: true }).click()
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual(
      [],
    )
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    )
  })

/** The text of it, once it contains this. */
async function saying(where: ReturnType<typeof frontRow>, text: string): Promise<string> {
  await expect(where).toContainText(text)
  return where.innerText()
}
