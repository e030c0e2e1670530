import type { Page } from '@playwright/test'
import { demo } from '../fixtures/people'
import { connect, open } from '../fixtures/screen'
import { expect, test } from '../fixtures/test'
import { pages } from '../systems'

/** Colours of the person's own (Windows' contrast themes): what is told by a fill has to be told by something else. */

test.use({ contextOptions: { forcedColors: 'active' } })

/** On each page in turn, connected, at a width. */
async function walk(
  page: Page,
  siteUrl: string,
  width: number,
  look: (path: string) => Promise<void>,
): Promise<void> {
  await page.setViewportSize({ width, height: 900 })
  await page.goto(`${siteUrl}#/stake`)
  await connect(page)
  for (const each of pages) {
    await open(page, siteUrl, each)
    await look(each.path)
  }
}

test.beforeEach(({ wallet }) => wallet.switchAccount(demo()))

for (const width of [390, 1440])
  test(`where one is and what is chosen looks different from the rest, ${width} px wide`, async ({
    page,
    site,
  }) => {
    let compared = 0
    await walk(page, site.url, width, async (path) => {
      const { same, faint, count } = await page.evaluate(() => {
        const paper = getComputedStyle(document.documentElement).backgroundColor
        const mark =
          ':is(a, button):is([aria-current], [aria-selected=true], [aria-pressed=true]), label:has(.sr-only:checked)'
        const lookOf = (element: Element) => {
          const { color, backgroundColor, borderBottomWidth, borderBottomColor } = getComputedStyle(element)
          // Every fill that is forced is the paper's, and so is none.
          const fill = /^rgba.*, 0\)$/.test(backgroundColor) ? paper : backgroundColor
          return [color, fill, borderBottomWidth, borderBottomColor].join()
        }
        const marked = [...document.querySelectorAll(mark)].filter((element) => element.checkVisibility())
        const pairs = marked.flatMap((element) =>
          [
            ...(element
              .closest('nav, [role=tablist], [role=group], fieldset')
              ?.querySelectorAll(element.tagName) ?? []),
          ]
            .filter((other) => other.checkVisibility() && !other.matches(mark))
            .map((other) => [element, other] as const),
        )
        // By luminance, as WCAG counts contrast.
        const lightOf = (color: string) => {
          const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map(
            (part) => (Number(part) / 255) ** 2.2,
          )
          return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05
        }
        const isFaint = (element: Element) => {
          const { backgroundColor } = getComputedStyle(element)
          const fill = lightOf(/^rgba.*, 0\)$/.test(backgroundColor) ? paper : backgroundColor)
          return [element, ...element.querySelectorAll(':is(span, svg)')].some((part) => {
            const ink = lightOf(getComputedStyle(part).color)
            const isPicture = part.matches('[aria-hidden]:not(svg), [aria-hidden] *')
            return !isPicture && Math.max(ink, fill) / Math.min(ink, fill) < 3
          })
        }
        return {
          count: pairs.length,
          faint: marked.filter(isFaint).map((element) => element.textContent),
          same: pairs
            .filter(([element, other]) => lookOf(element) === lookOf(other))
            .map(([element, other]) => `${element.textContent} | ${other.textContent}`),
        }
      })
      compared += count
      expect.soft(same, path).toEqual([])
      expect.soft(faint, `${path}: can’t be read`).toEqual([])
    })
    expect(compared).toBeGreaterThan(pages.length)
  })

test('the focus is seen on every control, and every button has an edge', async ({ page, site }) => {
  await walk(page, site.url, 1440, async (path) => {
    // From here on the browser shows where the focus is.
    await page.keyboard.press('Tab')
    const unseen = await page.evaluate(() => {
      const nameOf = (element: Element) => element.getAttribute('aria-label') ?? element.textContent
      const isOutlined = (element: Element) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(element)
        return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1
      }
      const controls = [
        ...document.querySelectorAll<HTMLElement>('main :is(a, button, input, select, summary)'),
      ]
      return controls
        .filter((element) => element.checkVisibility())
        .flatMap((element) => {
          element.focus()
          const isSeen = [element, element.parentElement, element.closest('label')].some(
            (one) => one && isOutlined(one),
          )
          const { borderTopWidth } = getComputedStyle(element)
          // A button that is more than a word in a line.
          const needsEdge = element.matches('button.font-medium') && borderTopWidth === '0px'
          return [
            ...(document.activeElement === element && !isSeen ? [`no focus: ${nameOf(element)}`] : []),
            ...(needsEdge ? [`no edge: ${nameOf(element)}`] : []),
          ]
        })
    })
    expect.soft(unseen, path).toEqual([])
  })
})

test('parts of bars, steps of time and lines of charts are told apart', async ({ page, site }) => {
  let compared = 0
  await walk(page, site.url, 1440, async (path) => {
    const { same, count } = await page.evaluate(() => {
      const paper = getComputedStyle(document.documentElement).backgroundColor
      const fillOf = (element: Element) => {
        const { backgroundColor, backgroundImage, color, boxShadow } = getComputedStyle(element)
        const fill = /^rgba.*, 0\)$/.test(backgroundColor) ? paper : backgroundColor
        return [fill, backgroundImage === 'none' ? '' : backgroundImage + color, boxShadow].join()
      }
      const bars = [...document.querySelectorAll<HTMLElement>('[aria-hidden] [style*="width"]')].filter(
        (part) => part.checkVisibility() && part.offsetWidth > 0 && part.tagName === 'DIV',
      )
      const pairs = bars.flatMap((part) => [
        [part, part.parentElement] as const,
        ...[...(part.parentElement?.children ?? [])]
          .filter((other) => other !== part && other instanceof HTMLElement && other.offsetWidth > 0)
          .map((other) => [part, other] as const),
      ])
      const steps = [...document.querySelectorAll('ol li > [aria-hidden] > span')].map(
        (part) => [part, part.parentElement] as const,
      )
      const lines = [...document.querySelectorAll('.chart-line')]
      const strokeOf = (line: Element) => {
        const { stroke, strokeDasharray } = getComputedStyle(line)
        return `${stroke} ${strokeDasharray}`
      }
      return {
        count: pairs.length + steps.length + lines.length,
        same: [
          ...[...pairs, ...steps]
            .filter(([part, other]) => other && fillOf(part) === fillOf(other))
            .map(
              ([part]) =>
                `${part.closest('figure, li, section')?.textContent.slice(0, 60)}: ${part.className}`,
            ),
          ...lines.filter((line) => getComputedStyle(line).stroke === paper).map(() => 'a line of a chart'),
          ...lines
            .filter((line) =>
              lines.some(
                (other) =>
                  other !== line &&
                  other.closest('svg') === line.closest('svg') &&
                  strokeOf(other) === strokeOf(line),
              ),
            )
            .map(() => 'two lines of one chart'),
        ],
      }
    })
    compared += count
    expect.soft(same, path).toEqual([])
  })
  expect(compared).toBeGreaterThan(0)
})
