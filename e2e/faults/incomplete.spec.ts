import { demo } from '../fixtures/people'
import { refusing } from '../fixtures/rpc-faults'
import { connect, frontRow } from '../fixtures/screen'
import { expect, test } from '../fixtures/test'
import { showVault, Vault } from '../systems/musdt/vault'
import { backstopRegistryAbi } from '../../abis/BackstopRegistry'

/** A part of a system can't be read: wherever the rest is shown, it is said that something is missing. */

test.beforeEach(async ({ wallet }) => wallet.switchAccount(demo()))

test('a series that can’t be read is missed on every page that adds series up', async ({
  page,
  site,
  chain,
  rpc,
  spareRpc,
}) => {
  const { series } = await chain.read.readContract({
    address: chain.addresses.backstop.registry,
    abi: backstopRegistryAbi,
    functionName: 'seriesAt',
    args: [0n],
  })
  for (const node of [rpc, spareRpc]) node.inject(refusing([series], 'terms()'))
  await page.goto(`${site.url}#/`)
  const warning = page.getByText('1 series could not be read', { exact: true })
  const panel = page.getByRole('region', { name: 'USDT Backstop', exact: true })
  await expect(frontRow(page, 'Backstop')).toContainText(
    /At least \d+ series open.*at least [\d,.]+ USDT staked/,
  )

  await connect(page)
  await expect(panel).toContainText('Totals on this page are incomplete. Series 0: Series terms reverted')
  await expect(panel.getByRole('group', { name: 'My stakes' })).toContainText('Incomplete')
  await expect(warning).toBeVisible()
  await expect(page.getByRole('region', { name: 'What you can do now', exact: true })).toContainText(
    'What Backstop would add is not known in full.',
  )
  for (const path of ['#/stake', '#/withdraw', '#/claims', '#/series/1']) {
    await page.goto(`${site.url}${path}`)
    await expect(warning).toBeVisible()
  }
})

test('a vault that can’t be read in full says so on every page that shows it', async ({
  page,
  site,
  config,
  rpc,
  spareRpc,
}) => {
  const vault = config.networks[0]?.contracts['musdt']?.['vault'] ?? '0x'
  for (const node of [rpc, spareRpc]) node.inject(refusing([vault], 'maxDiscountP()'))
  await page.goto(`${site.url}#/`)
  const warning = page.getByText('The vault could not be read in full', { exact: true })
  const panel = page.getByRole('region', { name: 'mUSDT vault', exact: true })
  const front = frontRow(page, 'mUSDT')
  await expect(front).toContainText('A rising price as rewards are paid in.')
  await expect(front).toContainText('once traders gain more than the buffer.')
  await connect(page)
  await expect(panel).toContainText('mUSDT vault maxDiscountP reverted without a reason.')
  await expect(panel.getByRole('group', { name: 'My mUSDT', exact: true })).toContainText(/\d mUSDT/)
  await expect(warning).toBeVisible()
  await expect(page.getByRole('region', { name: 'What you can do now', exact: true })).toContainText(
    'What mUSDT would add is not known in full.',
  )
  for (const path of ['#/musdt', '#/musdt/locks', '#/musdt/withdraw']) {
    await page.goto(`${site.url}${path}`)
    await expect(warning).toBeVisible()
  }
})

test('a vault is taken for a GToken only where a second node says so too (D38)', async ({
  page,
  site,
  chain,
  spareRpc,
}) => {
  const { address } = Vault.gToken(chain)
  await showVault(page, { address, isGToken: false })
  spareRpc.inject({ methods: ['eth_call'], spoil: () => undefined })
  await page.goto(`${site.url}#/musdt`)
  await connect(page)
  for (const path of ['#/', '#/musdt', '#/musdt/locks', '#/musdt/withdraw']) {
    await page.goto(`${site.url}${path}`)
    await expect(page.getByText('The vault could not be read in full', { exact: true })).toBeVisible()
    await expect(page.getByRole('main')).toContainText('a second node has to confirm it')
  }
  spareRpc.heal()
  await expect(page.getByText('The vault could not be read in full')).toHaveCount(0)
})

test('STBT whose rules a node hides is not taken for a live one: nothing can be sent (D38)', async ({
  page,
  site,
  chain,
  rpc,
  spareRpc,
}) => {
  const { stbt } = chain.addresses.stbt
  for (const node of [rpc, spareRpc]) node.inject(refusing([stbt], 'rules()'))
  await page.goto(`${site.url}#/`)
  await connect(page)
  for (const path of ['#/', '#/stbt', '#/stbt/mint', '#/stbt/redeem', '#/stbt/wrap']) {
    await page.goto(`${site.url}${path}`)
    await expect(page.getByText('STBT could not be read in full', { exact: true })).toBeVisible()
    await expect(page.getByRole('main')).toContainText('The rules of STBT could not be read at first')
    await expect(page.getByText('Kept off chain')).toHaveCount(0)
  }
  for (const node of [rpc, spareRpc]) node.heal()
  await chain.mine()
  await page.goto(`${site.url}#/stbt`)
  await expect(page.getByRole('group', { name: 'Carried interest' })).toContainText('STBT')
  await expect(page.getByText('STBT could not be read in full')).toHaveCount(0)
})
