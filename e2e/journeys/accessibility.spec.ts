import AxeBuilder from '@axe-core/playwright'
import { demo } from '../fixtures/people'
import { connect, open } from '../fixtures/screen'
import { expect, test } from '../fixtures/test'
import { pages } from '../systems'

// What is too small or covered depends on the width and contrast on the theme: nothing on both.
for (const [width, theme] of [
  [390, 'dark'],
  [1440, 'light'],
] as const)
  test(`every page is accessible, ${theme}, ${width} px wide (WCAG 2.2 AA)`, async ({
    page,
    site,
    wallet,
  }) => {
    // Axe reads every page.
    test.setTimeout(18_000 * pages.length)
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme: theme })
    await wallet.switchAccount(demo())
    await page.goto(`${site.url}#/stake`)
    await connect(page)
    for (const each of pages) {
      await open(page, site.url, each)
      // As high as it is: what the bar at a phone's edge covers is scrolled to.
      const height = await page.evaluate(() => document.documentElement.scrollHeight)
      await page.setViewportSize({ width, height })
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze()
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
      expect.soft(found, each.path).toEqual([])
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect.soft(overflow, `${each.path} scrolls sideways`).toBeLessThanOrEqual(0)
      await page.setViewportSize({ width, height: 900 })
      if (each.path === '#/') {
        const next = await page.getByRole('heading', { name: 'What comes next' }).boundingBox()
        expect.soft(next?.y, 'what comes next is a swipe away').toBeLessThan(2 * 900)
      }
    }
  })
