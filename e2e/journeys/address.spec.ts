import type { Page } from '@playwright/test'
import { demo } from '../fixtures/people'
import { connect, settled } from '../fixtures/screen'
import { expect, test } from '../fixtures/test'

/** The height of the page on the screen, once it is there. */
const expectHeight = (page: Page, height: number) =>
  expect.poll(() => page.evaluate(() => Math.round(window.scrollY))).toBe(height)

/** Scrolls, lets the page see it, and says where it is: what is read meanwhile moves lines above. */
const scrollTo = (page: Page, top: number) =>
  page.evaluate(async (height) => {
    window.scrollTo(0, height)
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    return Math.round(window.scrollY)
  }, top)

test('a chosen series is in the address: reload, a sent link and Back show it again, where one was', async ({
  page,
  context,
  site,
}) => {
  await page.setViewportSize({ width: 390, height: 700 })
  await page.goto(`${site.url}#/stake`)
  const choices = page.getByRole('group', { name: 'Series', exact: true }).getByRole('button')
  await expect(choices.first()).toHaveAttribute('aria-pressed', 'true')
  const last = choices.last()
  await last.click()
  await expect(last).toHaveAttribute('aria-pressed', 'true')
  await expect(page).toHaveURL(/#\/stake\?series=\d+$/)

  await page.reload()
  await expect(choices.last()).toHaveAttribute('aria-pressed', 'true')
  const friend = await context.newPage()
  await friend.goto(page.url())
  const theirs = friend.getByRole('group', { name: 'Series', exact: true }).getByRole('button')
  await expect(theirs.last()).toHaveAttribute('aria-pressed', 'true')

  await settled(page)
  const before = await scrollTo(page, 300)
  expect(before).toBeGreaterThan(0)
  await page
    .getByRole('navigation', { name: 'Backstop' })
    .getByRole('link', { name: 'Withdraw' })
    .evaluate((link) => (link as HTMLElement).click())
  await expect(page.getByRole('heading', { level: 1, name: 'Withdraw' })).toBeVisible()
  await expectHeight(page, 0)
  await page.goBack()
  await expect(choices.last()).toHaveAttribute('aria-pressed', 'true')
  await expectHeight(page, before)
  await page.reload()
  await expect(choices.last()).toHaveAttribute('aria-pressed', 'true')
  await expectHeight(page, before)
})

test('a series in the address that is not there leaves the page as it is without one', async ({
  page,
  site,
}) => {
  await page.goto(`${site.url}#/stake?series=0x1234&account=0x1234`)
  const choices = page.getByRole('group', { name: 'Series', exact: true }).getByRole('button')
  await expect(choices.first()).toHaveAttribute('aria-pressed', 'true')
})

for (const path of ['withdraw', 'claims'])
  test(`the open row on ${path} is in the address: reload, a sent link and Back show it again, where one was`, async ({
    page,
    context,
    site,
    wallet,
  }) => {
    await wallet.switchAccount(demo())
    await page.setViewportSize({ width: 390, height: 400 })
    await page.goto(`${site.url}#/${path}`)
    await connect(page)
    const rowOf = (name: string) => page.getByRole('button', { name, exact: true })
    const panels = page.getByRole('region', { name: /^Series [A-Z]$/ })
    await expect(rowOf('Series A')).toHaveAttribute('aria-expanded', 'false')
    await expect(panels).toHaveCount(0)
    await rowOf('Series B').click()
    await expect(page).toHaveURL(new RegExp(`#/${path}\\?part=1$`))
    await rowOf('Series A').click()
    await expect(page).toHaveURL(new RegExp(`#/${path}\\?part=0$`))
    await expect(panels).toHaveCount(1)
    await expect(page.getByRole('region', { name: 'Series A', exact: true })).toBeVisible()
    await expect(rowOf('Series A')).toBeInViewport()

    const friend = await context.newPage()
    await friend.setViewportSize({ width: 390, height: 400 })
    await friend.goto(page.url())
    await expect(friend.getByRole('region', { name: /^Series [A-Z]$/ })).toHaveCount(1)
    await expect(friend.getByRole('button', { name: 'Series A', exact: true })).toBeInViewport()
    await friend.close()

    const height = await scrollTo(page, 300)
    expect(height).toBeGreaterThan(200)
    await page.reload()
    await expect(panels).toHaveCount(1)
    await expectHeight(page, height)
    await page
      .getByRole('navigation', { name: 'Backstop' })
      .getByRole('link', { name: 'Stake' })
      .evaluate((link) => (link as HTMLElement).click())
    await expect(page.getByRole('heading', { level: 1, name: 'Stake' })).toBeVisible()
    await page.goBack()
    await expect(panels).toHaveCount(1)
    await expectHeight(page, height)

    await rowOf('Series A').click()
    await expect(page).toHaveURL(new RegExp(`#/${path}$`))
    await expect(panels).toHaveCount(0)
  })

test('one lock is in the address, and all of them again', async ({ page, context, site, wallet }) => {
  await wallet.switchAccount(demo())
  await page.goto(`${site.url}#/musdt/locks`)
  await connect(page)
  const cards = page.getByRole('region', { name: /^mNFT \d+$/ })
  await expect(cards.first()).toBeVisible()
  const all = await cards.count()
  expect(all).toBeGreaterThan(1)
  const name = (await cards.last().getAttribute('aria-label')) ?? ''
  await page.getByRole('link', { name, exact: true }).click()
  await expect(page).toHaveURL(new RegExp(`lock=${name.slice('mNFT '.length)}$`))
  await expect(cards).toHaveCount(1)
  await page.reload()
  await expect(page.getByText(`Only ${name} is shown.`)).toBeVisible()
  const friend = await context.newPage()
  await friend.goto(page.url())
  await expect(friend.getByText(`Only ${name} is shown.`)).toBeVisible()
  await friend.close()
  await page.getByRole('button', { name: `Show all ${all} locks` }).click()
  await expect(cards).toHaveCount(all)
  await expect(page).toHaveURL(/#\/musdt\/locks$/)

  await page.goto(`${site.url}#/musdt/locks?lock=999999`)
  await expect(cards).toHaveCount(all)
})

test('what of the history is shown, and how much, is in the address: reload and Back find the same', async ({
  page,
  site,
  wallet,
}) => {
  await wallet.switchAccount(demo())
  await page.goto(`${site.url}#/activity`)
  await connect(page)
  const history = page.getByRole('region', { name: 'History', exact: true })
  const rows = history.getByRole('row')
  await history.getByRole('button', { name: 'Backstop', exact: true }).click()
  await expect(page).toHaveURL(/#\/activity\?system=backstop$/)
  await expect(rows).toHaveCount(1 + 10)
  await expect(history.getByRole('link', { name: 'mUSDT vault' })).toHaveCount(0)
  await history.getByRole('button', { name: /^Show \d+ more of/ }).click()
  await expect(page).toHaveURL(/\?system=backstop&shown=20$/)
  const many = 1 + 10 + 1
  await expect.poll(() => rows.count()).toBeGreaterThanOrEqual(many)
  const shown = await rows.count()

  await page.reload()
  await expect(rows).toHaveCount(shown)
  // Lines above it come and go with what is being read, and the browser follows what it shows.
  await settled(page)
  const height = await scrollTo(page, 300)
  expect(height).toBeGreaterThan(200)
  await history
    .getByRole('link', { name: /^Series/ })
    .first()
    .evaluate((link) => (link as HTMLElement).click())
  await expect(page.getByRole('heading', { level: 1, name: /^Series/ })).toBeVisible()
  await page.goBack()
  await expect(rows).toHaveCount(shown)
  await expectHeight(page, height)
})
