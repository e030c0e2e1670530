import { auditFigures } from '../fixtures/audit'
import { demo } from '../fixtures/people'
import { connect, settled } from '../fixtures/screen'
import { expect, test } from '../fixtures/test'
import { pages } from '../systems'

for (const { path } of pages.filter(({ hasFigures }) => hasFigures))
  test(`every figure of ${path} names a source, and the chain gives the same answer there`, async ({
    page,
    site,
    chain,
    wallet,
  }) => {
    await wallet.switchAccount(demo())
    await page.goto(site.url + path)
    await connect(page)
    await settled(page)
    // More than one: a figure of a newcomer's page gives way to one of the account's while both are looked at.
    await expect(page.getByRole('button', { name: /^Source of / }).nth(1)).toBeVisible()
    const figures = await auditFigures(page, chain)
    expect(figures.length).toBeGreaterThan(1)
    for (const { label, shown, claimed, real } of figures) {
      expect.soft(claimed, label).toBe(real)
      expect.soft(shown, label).not.toContain('Unavailable')
    }
  })
