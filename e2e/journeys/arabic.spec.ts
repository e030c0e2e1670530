import type { Page } from '@playwright/test'
import type { Served } from '../../devnet/serve'
import { expect, test } from '../fixtures/test'
import { TestWallet } from '../fixtures/wallet'
import { Vault } from '../systems/musdt/vault'

/** Names, which are the same in every language: tokens, contracts, files, and what the network and systems are called. */
const names =
  /\b(Ballast|USDT|mUSDT|mNFT|mNFTs|Tether|RPC|URL|CORS|https?|rpcUrls|config\.json|IndexedDB|English|Devnet|UTC|ballast|watch)\b/g

/** The page itself: around it stand the names of systems and of the network. */
const latinWords = async (page: Page) =>
  (await page.getByRole('main').innerText())
    .replace(/0x\S+/g, '')
    .replace(names, '')
    .match(/[A-Za-z]{2,}/g) ?? []

async function chooseArabic(page: Page, { url }: Served) {
  await page.goto(`${url}#/settings`)
  await page.getByRole('button', { name: 'العربية' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'الإعدادات' })).toBeVisible()
}

test('mUSDT is minted in Arabic, from right to left', async ({ page, site, chain, wallet }) => {
  await chooseArabic(page, site)
  expect(await page.evaluate(() => [document.dir, document.documentElement.lang])).toEqual(['rtl', 'ar'])

  await page.goto(`${site.url}#/musdt`)
  await page.getByRole('button', { name: 'وصل المحفظة' }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: TestWallet.walletName }).click()
  await page.getByRole('textbox', { name: 'المبلغ' }).fill('١٢٣٤٫٥')
  const days = page.getByRole('textbox', { name: 'القفل', exact: true })
  const said = page.getByRole('slider', { name: 'القفل' })
  for (const [typed, phrase] of [
    ['14', '14 يومًا'],
    ['102', '102 يوم'],
    ['103', '103 أيام'],
  ] as const) {
    await days.fill(typed)
    await expect(said).toHaveAttribute('aria-valuetext', phrase)
  }

  await page.getByRole('button', { name: 'سكّ وقفل', exact: true }).click()
  const title = /^سكّ بمبلغ \u20681,234.5 USDT\u2069 وقفل لمدة \u2068103 أيام\u2069$/
  const dialog = page.getByRole('dialog', { name: title })
  await dialog.getByRole('button', { name: /^الإذن بإنفاق \u20681,234.5 USDT\u2069$/ }).click()
  await dialog.getByRole('button', { name: title }).click()
  await expect(dialog.getByRole('status').first()).toHaveText('تمت. هي على السلسلة.')
  await dialog.getByRole('button', { name: 'تم', exact: true }).click()
  const vault = Vault.ours(chain)
  const id = await vault.read('lockedDepositsCount')
  expect(await vault.holderOf(id)).toBe(wallet.person.address)

  await page.setViewportSize({ width: 390, height: 844 })
  for (const [path, heading] of [
    ['musdt', 'mUSDT'],
    ['musdt/locks', 'أقفال mUSDT'],
    ['musdt/withdraw', 'السحب من mUSDT'],
    ['settings', 'الإعدادات'],
  ] as const) {
    await page.goto(`${site.url}#/${path}`)
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
    await expect(page.getByText('جارٍ القراءة من السلسلة')).toHaveCount(0)
    expect.soft(await latinWords(page), path).toEqual([])
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect.soft(overflow, `${path} scrolls sideways`).toBeLessThanOrEqual(0)
  }
  // Not translated: it is English as a whole, and says so.
  await page.goto(`${site.url}#/stake`)
  await expect(page.locator('main[lang=en][dir=ltr]').getByRole('heading', { level: 1 })).toBeVisible()
})
