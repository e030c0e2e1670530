import { serve } from '../../devnet/serve'
import { usdt } from '../fixtures/chain'
import { person } from '../fixtures/people'
import { expect, test } from '../fixtures/test'
import { showVault, Vault } from '../systems/musdt/vault'

const oneP = 10n ** 18n

test('the Devnet panel moves the vault: CR, rewards, epochs, locks', async ({
  page,
  chain,
  config,
  guard,
}) => {
  const vault = Vault.ours(chain)
  const site = await serve({ dir: '.devnet/site', config })
  guard.trust(site.url)
  await page.goto(site.url)
  await page.locator('summary').filter({ hasText: 'Devnet' }).click()
  const panel = page.getByRole('group', { name: 'Vault' })
  const time = page.getByRole('group', { name: 'Time', exact: true })
  const press = (name: string, group = panel) => group.getByRole('button', { name, exact: true }).click()
  const says = (text: string) => expect(page.getByRole('status').filter({ hasText: text })).toBeVisible()

  for (const percent of [95n, 105n, 115n, 125n, 150n]) {
    await press(`CR ${percent}%`)
    await says(`CR is ${percent}%.`)
    expect((await vault.read('collateralizationP')) / oneP).toBe(percent)
  }
  const price = await vault.read('shareToAssetsPrice')
  await press('Reward +0.1%')
  await says('A reward of 0.1% was distributed.')
  expect(await vault.read('shareToAssetsPrice')).toBeGreaterThan(price)

  await press('Next unlock', time)
  await says('Lock 7 can be unlocked.')
  const { atTimestamp, lockDuration } = await vault.read('getLockedDeposit', [7n])
  expect(await chain.now()).toBeGreaterThanOrEqual(atTimestamp + lockDuration)
  const epoch = await vault.read('currentEpoch')
  await press('Next epoch')
  await says(`Epoch ${epoch + 1n} has begun.`)
  expect(await vault.read('currentEpoch')).toBe(epoch + 1n)
  await site.stop()
})

test('the Devnet panel says when a GToken follows', async ({ page, chain, config, guard }) => {
  const vault = Vault.gToken(chain)
  const before = await vault.read('collateralizationP')
  const site = await serve({ dir: '.devnet/site', config })
  guard.trust(site.url)
  await showVault(page, vault)
  await page.goto(site.url)
  await page.locator('summary').filter({ hasText: 'Devnet' }).click()
  const panel = page.getByRole('group', { name: 'Vault' })
  await panel.getByRole('button', { name: 'CR 95%' }).click()
  await expect(page.getByText('CR will be 95% from the next epoch on.')).toBeVisible()
  expect(await vault.read('collateralizationP')).toBe(before)
  await panel.getByRole('button', { name: 'Next epoch' }).click()
  await expect(page.getByText('Epoch 12 has begun.')).toBeVisible()
  expect((await vault.read('collateralizationP')) / oneP).toBe(95n)
  await site.stop()
})

test('people act in a vault of their own', async ({ chain }) => {
  const [ada, bruno] = [person('Ada'), person('Bruno')]
  const vault = await Vault.create(chain, { by: ada, firstDeposit: usdt(100_000) })
  await chain.fund(bruno, usdt(5_000))
  const lock = await vault.lock(bruno, usdt(1_000), 14)
  await vault.transferLock(bruno, lock, ada)
  expect(await vault.holderOf(lock)).toBe(ada.address)
  await vault.setCr(112)
  await vault.reward(usdt(50))
  await vault.request(ada, usdt(150))
  await vault.cancel(ada, usdt(50), 3n)
  await vault.nextEpoch()
  await vault.nextEpoch()
  await vault.redeem(ada, usdt(100))
  expect(await vault.read('balanceOf', [ada.address])).toBe(usdt(99_900))
  for (let epoch = 3; epoch <= 5; epoch += 1) await vault.nextEpoch()
  await vault.unlock(ada, lock)
  await vault.renewCap()
  expect(await vault.read('currentEpoch')).toBe(6n)

  const instant = Vault.instant(chain)
  await instant.deposit(bruno, usdt(100))
  await instant.redeem(bruno, usdt(50))
  expect(await instant.read('balanceOf', [bruno.address])).toBeGreaterThan(usdt(45))
})
