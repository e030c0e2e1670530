import { expectAllLegible } from '../fixtures/legible'
import { test } from '../fixtures/test'
import { actionsUnder } from '../systems'
import config from '../../playwright.config'

/** Text of twice the size as it is chosen in Chromium's settings, where 16 px is what browsers begin with. */
const { launchOptions } = config.use ?? {}
test.use({
  launchOptions: {
    ...launchOptions,
    args: [...(launchOptions?.args ?? []), '--blink-settings=defaultFontSize=32'],
  },
})

for (const width of [390, 1440])
  test.describe(`with text of 200%, ${width} px wide`, () => {
    test.use({ viewport: { width, height: 844 } })
    expectAllLegible(actionsUnder('large text'))
  })
