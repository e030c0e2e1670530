import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import type { Served } from '../../devnet/serve'
import { demo } from '../fixtures/people'
import { expect, test } from '../fixtures/test'
import { TestWallet } from '../fixtures/wallet'
import { Vault } from '../systems/musdt/vault'

/** Names, which are the same in every language: tokens, contracts, files, and what the network and systems are called. */
const names =
  /\b(Ballast|Backstop|Series [A-Z]|USDT|mUSDT|MSTR|BTC|STBT|wSTBT|USDtz|USDC|XTZ|TUSDT|TAO|USD|TWAP|NFT|mNFT|mNFTs|Tether|RPC|URL|CORS|https?|rpcUrls|config\.json|sha256|manifest\.sha256|IndexedDB|English|Devnet|UTC|ballast|watch)\b/g

/** The page itself: around it stand the names of systems and of the network. */
const latinWords = async (page: Page) =>
  (await page.getByRole('main').innerText())
    .replace(/0x\S+/g, '')
    .replace(names, '')
    .match(/[A-Za-z]{2,}/g) ?? []

/** Three words in a row, where no name has so many: a sentence that was left in English. */
const englishIn = async (where: Locator) =>
  (await where.innerText())
    .replace(/0x\S+|sha256sum -c/g, '')
    .replace(names, '')
    .match(/[A-Za-z’]{2,}(?:[ ,.:;]+[A-Za-z’]{2,}){2,}/g) ?? []

/** No English, and nothing that axe finds, as high as the page is: what the bar at a phone's edge covers is scrolled to. */
async function expectWhole(page: Page, where: Locator, name: string): Promise<void> {
  expect.soft(await englishIn(where), name).toEqual([])
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ width: 390, height })
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
  expect.soft(found, name).toEqual([])
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect.soft(overflow, `${name} scrolls sideways`).toBeLessThanOrEqual(0)
  await page.setViewportSize({ width: 390, height: 844 })
}

async function chooseArabic(page: Page, { url }: Served) {
  await page.goto(`${url}#/settings`)
  await page.getByRole('button', { name: 'العربية' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'الإعدادات' })).toBeVisible()
}

test('mUSDT is minted in Arabic, from right to left', async ({ page, site, chain, wallet }) => {
  // Axe reads four pages on the way.
  test.slow()
  await chooseArabic(page, site)
  expect(await page.evaluate(() => [document.dir, document.documentElement.lang])).toEqual(['rtl', 'ar'])
  const [main, desktop] = [page.getByRole('main'), page.viewportSize()]
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${site.url}#/`)
  await expect(page.getByRole('row', { name: /^STBT/ })).toContainText('%\u2069 سنويًا')
  await expectWhole(page, main, 'front page')
  if (desktop) await page.setViewportSize(desktop)

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

  await wallet.switchAccount(demo())
  await page.goto(`${site.url}#/`)
  await expect(page.getByRole('heading', { name: 'ما هو آتٍ' })).toBeVisible()
  await expectWhole(page, main, 'overview')
  await page.goto(`${site.url}#/stake`)
  await page.getByRole('textbox', { name: 'المبلغ', exact: true }).fill('500')
  await page.getByRole('button', { name: 'رهن', exact: true }).click()
  const review = page.getByRole('dialog', { name: /^رهن \u2068500 USDT\u2069 في / })
  await expect(review).toContainText('جُرّبت على الكتلة')
  await expectWhole(page, main, 'stake')
  expect.soft(await englishIn(review), 'review').toEqual([])
})
