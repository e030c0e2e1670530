import type { Page } from '@playwright/test'
import { begin, doneText } from '../fixtures/actions'
import { demo } from '../fixtures/people'
import { connect, open } from '../fixtures/screen'
import { expect, test } from '../fixtures/test'
import { actionsUnder, pages } from '../systems'

/** Takes elements away as extensions and ad blockers do: whole parts, single texts, and some out of their place. */
const takeAway = (page: Page, selector: string, each = 1) =>
  page.evaluate(
    ([chosen, step]) => {
      const found = [...document.querySelectorAll(chosen)].filter((_, index) => index % step === 0)
      for (const element of found) element.remove()
    },
    [selector, each] as const,
  )

const notice = (page: Page) =>
  page.getByRole('paragraph').filter({ hasText: /^Something in this browser, such as an extension,/ })

async function expectAlive(page: Page): Promise<void> {
  await expect(page.getByText('stopped working')).toHaveCount(0)
  await expect(page.getByText('can’t be shown')).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

test('every page lives on where elements were taken away', async ({ page, site, chain, wallet }) => {
  await wallet.switchAccount(demo())
  await page.goto(`${site.url}#/stake`)
  await connect(page)
  for (const each of pages) {
    await open(page, site.url, each)
    // Every third element of the page, and with it whatever is in it; then what the app removes itself on leaving.
    await takeAway(page, 'main section, main li, main p, main td, main dd, main span', 3)
    await chain.mine()
    await takeAway(page, 'main > :last-child')
    await page.getByRole('link', { name: 'Settings' }).first().click()
    await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
    await expectAlive(page)
  }
  await expect(notice(page)).toBeVisible()
  await page.getByRole('button', { name: 'Reload', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
  await expect(notice(page)).toHaveCount(0)
})

for (const [name, action] of actionsUnder('removed nodes'))
  test(`what was typed and what is on its way outlives it: ${name}`, async ({ page, chain, wallet }) => {
    const { dialog, signUpToAct, pressAct, state, moved } = await begin(action, { page, chain, wallet })
    const amounts = page.getByRole('textbox', { name: 'Amount' })
    const typed = (await amounts.count()) > 0 ? await amounts.first().inputValue() : undefined
    await signUpToAct()
    // Of what the review shows, and of the page behind it.
    await takeAway(page, 'dialog ul, dialog p:not([role])')
    await takeAway(page, 'main p, main dl, main [role=status]')
    await pressAct()
    await expect(state).toHaveText(doneText)
    expect(await moved()).toBe(action.whole)
    await dialog.getByRole('button', { name: 'Done', exact: true }).click()
    await expectAlive(page)
    if (typed !== undefined && (await amounts.count()) > 0)
      expect([typed, '']).toContain(await amounts.first().inputValue())
  })
