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
    // Connected before: figures of a newcomer's page would give way to the account's.
    await page.goto(`${site.url}#/settings`)
    await connect(page)
    await page.goto(site.url + path)
    await settled(page)
    await expect(page.getByRole('button', { name: /^Source of / }).nth(1)).toBeVisible()
    const figures = await auditFigures(page, chain)
    expect(figures.length).toBeGreaterThan(1)
    for (const { label, shown, claimed, real } of figures) {
      expect.soft(claimed, label).toBe(real)
      expect.soft(shown, label).not.toContain('Unavailable')
    }
  })
