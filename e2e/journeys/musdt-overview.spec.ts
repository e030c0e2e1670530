import type { Page } from '@playwright/test'
import { usdt } from '../fixtures/chain'
import { person } from '../fixtures/people'
import { connect, expectFigure, frontRow, shown, shownUsdt } from '../fixtures/screen'
import { expect, test } from '../fixtures/test'
import { showVault, Vault } from '../systems/musdt/vault'

const WAD = 10n ** 18n
const bob = person('Bob')
const todos = (page: Page) => page.getByRole('region', { name: 'What you can do now', exact: true })
const panel = (page: Page) => page.getByRole('region', { name: 'mUSDT vault', exact: true })

test('the overview tells what waits in the vault, and leads to it', async ({ page, site, chain, wallet }) => {
  const alice = wallet.person
  const vault = await Vault.create(chain, { by: bob, firstDeposit: usdt(500_000) })
  await showVault(page, vault)
  await page.goto(`${site.url}#/`)
  await expect(frontRow(page, 'mUSDT')).toContainText('1 USDT')
  await connect(page)
  await expectFigure(panel(page), 'My mUSDT', '0 mUSDT')
  await expect(todos(page).getByRole('listitem').filter({ hasText: 'mNFT' })).toHaveCount(0)

  const id = await vault.lock(alice, usdt(1_000), 14)
  await vault.deposit(alice, usdt(500))
  const { shares, atTimestamp, lockDuration } = await vault.read('getLockedDeposit', [id])
  await expectFigure(panel(page), 'Locked value', shownUsdt(shares))
  await chain.moveTo(atTimestamp + lockDuration)
  const unlock = todos(page)
    .getByRole('listitem')
    .filter({ hasText: `Unlock mNFT ${id}` })
  await expect(unlock).toContainText(shown(shares, 6, 2, 'mUSDT'))

  await vault.nextEpoch()
  await vault.request(alice, usdt(200))
  const epoch = (await vault.read('currentEpoch')) + (await vault.read('withdrawEpochsTimelock'))
  while ((await vault.read('currentEpoch')) < epoch) await vault.nextEpoch()
  const redeem = todos(page).getByRole('listitem').filter({ hasText: 'Redeem 200 mUSDT' })
  await expect(redeem).toContainText('left; then void.')
  const price = await vault.read('shareToAssetsPrice')
  await expectFigure(panel(page), 'My mUSDT', '500 mUSDT')
  await expect(panel(page)).toContainText(`Worth ${shownUsdt((usdt(500) * price) / WAD)}`)

  await redeem.getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1, name: 'Withdraw from mUSDT' })).toBeVisible()
})
