import { siloReserveAbi } from '../../abis/SiloReserve'
import { siloSettingsAbi } from '../../abis/SiloSettings'
import { serve } from '../../devnet/serve'
import { expect, test } from '../fixtures/test'

test('the Devnet panel moves the market of the silos, and closes a cycle', async ({
  page,
  chain,
  config,
  guard,
}) => {
  const settings = { address: chain.addresses.silos.settings, abi: siloSettingsAbi } as const
  const reserve = { address: chain.addresses.silos.reserve, abi: siloReserveAbi } as const
  const conditions = () => chain.read.readContract({ ...settings, functionName: 'conditions' })
  const site = await serve({ dir: '.devnet/site', config })
  guard.trust(site.url)
  await page.goto(site.url)
  await page.locator('summary').filter({ hasText: 'Devnet' }).click()
  const panel = page.getByRole('group', { name: 'Silos' })
  const press = async (name: string, says: string) => {
    await panel.getByRole('button', { name, exact: true }).click()
    await expect(page.getByRole('status').filter({ hasText: says })).toBeVisible()
  }

  await press('XTZ −20%', 'XTZ costs $0.9760.')
  // The average is rounded down.
  expect(976_000_000_000_000_000n - (await conditions()).low).toBeLessThan(10n ** 6n)
  await press('Earnings +1%', '1% of the supply was earned')
  await press('Close cycle', 'Cycle 27 is closed.')
  expect((await chain.read.readContract({ ...reserve, functionName: 'cycle' })).number).toBe(27n)
  await press('USDC $0.95', 'USDC is worth 95 cents.')
  expect((await conditions()).isUsdcSound).toBe(false)
  await press('Stale feed', 'The feed of XTZ is 8 days old.')
  expect((await conditions()).state).toBe(2)
  await site.stop()
})
