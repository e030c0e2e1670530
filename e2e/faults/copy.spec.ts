import { expect, test } from '../fixtures/test'

/** A copy that did not happen is said to those who look and to those who listen: an old clipboard holds an old address. */

const broken = {
  'is refused by the browser': () => {
    Object.defineProperty(navigator, 'clipboard', {
      value: {
        writeText: () => Promise.reject(new DOMException('Write permission denied.', 'NotAllowedError')),
      },
    })
  },
  'is not offered, as on plain http': () => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined })
  },
}

for (const [how, breakIt] of Object.entries(broken))
  test(`a copy that ${how} is said where one looks`, async ({ page, site }) => {
    await page.addInitScript(breakIt)
    await page.goto(`${site.url}#/series/0`)
    const contracts = page.getByRole('region', { name: 'Contracts' })
    const said = contracts.getByText('Not copied: select the text and copy it by hand.')
    await contracts
      .getByRole('button', { name: /^Copy address/ })
      .first()
      .click()
    await expect(said).toBeVisible()
    await expect(said).toBeInViewport({ ratio: 1 })
    await expect(
      page.getByText('The browser did not allow copying. Select the text and copy it by hand.'),
    ).toBeAttached()
  })

test('a copy that was made is not called one that was not', async ({ page, site, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(`${site.url}#/series/0`)
  const button = page
    .getByRole('region', { name: 'Contracts' })
    .getByRole('button', { name: /^Copy address/ })
    .first()
  await button.click()
  await expect(page.getByText('Copied.', { exact: true })).toBeAttached()
  await expect(page.getByText('Not copied')).toHaveCount(0)
  const address = ((await button.getAttribute('aria-label')) ?? '').replace('Copy address ', '')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address)
})
