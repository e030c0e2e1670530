import { expectAllLegible } from '../fixtures/legible'
import { test } from '../fixtures/test'
import { actionsUnder, everyAction } from '../systems'

test.describe('with text of 200% in boxes of 100%, as phones enlarge it', () => {
  test.use({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true })
  test.beforeEach(({ page }) =>
    page.addInitScript(() =>
      document.addEventListener('DOMContentLoaded', () =>
        document.documentElement.style.setProperty('text-size-adjust', '200%'),
      ),
    ),
  )
  expectAllLegible(everyAction)
})

// A screen of 1280 px zoomed to 400%, and the narrowest phone (WCAG 1.4.10).
test.describe('320 px wide', () => {
  test.use({ viewport: { width: 320, height: 844 } })
  expectAllLegible(actionsUnder('narrow'))
})
