import type { Page } from '@playwright/test'
import { demo } from '../fixtures/people'
import { connect, open } from '../fixtures/screen'
import { expect, test } from '../fixtures/test'
import { pages } from '../systems'

/** Every field of every form, as phones show it and as people write in it. */

test.use({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true })

test.beforeEach(async ({ page, site, wallet }) => {
  await wallet.switchAccount(demo())
  await page.goto(`${site.url}#/stake`)
  await connect(page)
})

/** On every page, with each of its tabs in turn, and whatever can be unfolded unfolded. */
async function eachForm(page: Page, siteUrl: string, look: (where: string) => Promise<void>): Promise<void> {
  for (const each of pages) {
    await open(page, siteUrl, each)
    const tabs = await page.getByRole('tab').all()
    for (const tab of tabs.length > 0 ? tabs : [undefined]) {
      await tab?.click()
      await page
        .locator('main details')
        .evaluateAll((all: HTMLDetailsElement[]) => all.forEach((details) => (details.open = true)))
      // Of several forms of which one is shown at a time, each keeps what was typed.
      await page
        .locator('main [hidden]')
        .evaluateAll((all: HTMLElement[]) => all.forEach((form) => (form.hidden = false)))
      const others = [
        page.getByRole('checkbox', { name: 'Send to another address' }),
        page.getByRole('radio', { name: 'My own node' }),
      ]
      for (const other of others) for (const one of await other.all()) await one.check()
      await look(`${each.path} ${(await tab?.textContent()) ?? ''}`)
    }
  }
}

test('no field is so small that a phone zooms into it', async ({ page, site }) => {
  let seen = 0
  await eachForm(page, site.url, async (where) => {
    const fields = page.locator('main :is(input, select, textarea):not([type=range], .sr-only)')
    const sizes = await fields.evaluateAll((all) =>
      all.map((field) => parseFloat(getComputedStyle(field).fontSize)),
    )
    seen += sizes.length
    expect
      .soft(
        sizes.filter((size) => size < 16),
        where,
      )
      .toEqual([])
  })
  expect(seen).toBeGreaterThan(20)
})

test('every field for a number reads the digits of other scripts', async ({ page, site }) => {
  let seen = 0
  await eachForm(page, site.url, async (where) => {
    for (const field of await page.locator('main :is([inputmode=decimal], [inputmode=numeric])').all()) {
      seen += 1
      const problem = page.locator(`[id="${(await field.getAttribute('aria-describedby')) ?? ''}"]`)
      for (const twenty of ['٢٠', '۲۰', '２０']) {
        await field.fill('twenty')
        await expect(problem, where).toContainText('Use only digits')
        await field.fill(twenty)
        await expect(problem, `${where}: ${twenty}`).not.toContainText(/digits|script/)
        await expect(field).toHaveValue(twenty)
      }
    }
  })
  expect(seen).toBeGreaterThan(10)
})
