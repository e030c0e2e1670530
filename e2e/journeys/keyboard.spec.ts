import type { Locator, Page } from '@playwright/test'
import { usdt } from '../fixtures/chain'
import { review } from '../fixtures/screen'
import { Series, tenBtcTerms } from '../systems/backstop/series'
import { expect, test } from '../fixtures/test'
import { TestWallet } from '../fixtures/wallet'

const name = 'Series Keyboard'

/** Presses Tab until the focus is on `target`, as somebody without a mouse would. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let presses = 0; presses < 60; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not reach ${String(target)}.`)
}

test('connect, stake and unstake without a mouse', async ({ page, site, chain, wallet }) => {
  const series = await Series.create(chain, tenBtcTerms(await chain.now(), name))
  const press = async (target: Locator) => {
    await tabTo(page, target)
    await page.keyboard.press('Enter')
  }
  const signAll = async (title: string, steps: readonly string[]) => {
    const dialog = review(page, title)
    for (const step of steps) {
      const button = dialog.getByRole('button', { name: step, exact: true })
      await expect(button).toBeEnabled()
      await press(button)
    }
    await press(dialog.getByRole('button', { name: 'Done', exact: true }))
    await expect(dialog).toHaveCount(0)
  }

  await page.goto(`${site.url}#/`)
  const main = page.getByRole('navigation', { name: 'Main' })
  await press(main.getByRole('link', { name: 'Backstop', exact: true }))
  await expect(page.getByRole('heading', { level: 1, name: 'Stake' })).toBeFocused()
  await press(page.getByRole('button', { name: 'Connect wallet' }))
  await press(page.getByRole('dialog').getByRole('button', { name: TestWallet.walletName }))
  await expect(page.getByRole('button', { name: `Account ${wallet.person.address}` })).toBeVisible()

  await press(page.getByRole('group', { name: 'Series', exact: true }).getByRole('button', { name }))
  await tabTo(page, page.getByRole('textbox', { name: 'Amount', exact: true }))
  await page.keyboard.type('12.5')
  await press(page.getByRole('button', { name: 'Stake', exact: true }))
  const stake = `Stake 12.5 USDT in ${name}`
  await signAll(stake, ['Approve 12.5 USDT', stake])
  expect((await series.position(wallet.person)).shares).toBe(12_500_000n)

  await tabTo(page, page.getByRole('textbox', { name: 'Amount to unstake' }))
  await page.keyboard.type('2.5')
  await press(page.getByRole('button', { name: 'Unstake', exact: true }))
  const unstake = `Unstake 2.5 USDT from ${name}`
  await signAll(unstake, [unstake])
  expect((await series.position(wallet.person)).shares).toBe(usdt(10))
})

test('Escape closes a review, and the focus is where it was', async ({ page, site, chain, wallet }) => {
  await Series.create(chain, tenBtcTerms(await chain.now(), name))
  await page.goto(`${site.url}#/stake`)
  await page.getByRole('button', { name: 'Connect wallet' }).click()
  await page.getByRole('dialog').getByRole('button', { name: TestWallet.walletName }).click()
  await page.getByRole('group', { name: 'Series', exact: true }).getByRole('button', { name }).click()
  const amount = page.getByRole('textbox', { name: 'Amount', exact: true })
  await amount.fill('5')
  const button = page.getByRole('button', { name: 'Stake', exact: true })
  await expect(button).not.toHaveAttribute('aria-disabled', 'true')
  await button.focus()
  await page.keyboard.press('Enter')
  await expect(review(page, `Stake 5 USDT in ${name}`)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(review(page, `Stake 5 USDT in ${name}`)).toHaveCount(0)
  await expect(button).toBeFocused()
  await expect(amount).toHaveValue('5')
  expect(wallet.requested).toEqual([])
})
