import { expect, test } from '../fixtures/test'

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

  const terms = page.getByRole('heading', { name: /terms/i }).first()
  await terms.scrollIntoViewIfNeeded()
  const before = await page.evaluate(() => window.scrollY)
  expect(before).toBeGreaterThan(0)
  await page
    .getByRole('navigation', { name: 'Backstop' })
    .getByRole('link', { name: 'Withdraw' })
    .evaluate((link) => (link as HTMLElement).click())
  await expect(page.getByRole('heading', { level: 1, name: 'Withdraw' })).toBeVisible()
  expect(await page.evaluate(() => window.scrollY)).toBe(0)
  await page.goBack()
  await expect(choices.last()).toHaveAttribute('aria-pressed', 'true')
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(before)
})

test('a series in the address that is not there leaves the page as it is without one', async ({
  page,
  site,
}) => {
  await page.goto(`${site.url}#/stake?series=0x1234&account=0x1234`)
  const choices = page.getByRole('group', { name: 'Series', exact: true }).getByRole('button')
  await expect(choices.first()).toHaveAttribute('aria-pressed', 'true')
})
