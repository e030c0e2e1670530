import { readFileSync } from 'node:fs'
import type { BrowserContext } from '@playwright/test'
import { buildTargets, youngerThanFloor } from '../../.ci/browser-floor.mjs'
import { begin, doneText } from '../fixtures/actions'
import { demo } from '../fixtures/people'
import { connect, open } from '../fixtures/screen'
import { expect, test } from '../fixtures/test'
import { actionsUnder, pages } from '../systems'

/** Takes things away from every page, named as in `youngerThanFloor`, before any script runs. */
const take = (context: BrowserContext, names: readonly string[]) =>
  context.addInitScript((paths) => {
    for (const path of paths.map((name) => name.split('.'))) {
      const name = path.pop() ?? ''
      const owner = path.reduce<unknown>((from, part) => Reflect.get(from ?? {}, part), window)
      // Some are the window's own, some its prototype's.
      for (let from = owner; from instanceof Object; from = Object.getPrototypeOf(from))
        if (Object.hasOwn(from, name)) Reflect.deleteProperty(from, name)
    }
  }, names)

for (const missing of ['HTMLElement.prototype.popover', 'CSSPropertyRule'])
  test(`a browser without ${missing} gets one sentence, and nothing starts`, async ({
    page,
    context,
    site,
    rpc,
  }) => {
    await take(context, [missing])
    await page.goto(`${site.url}#/stake`)
    await expect(page.locator('body')).toHaveText(
      'This browser is too old for Ballast. Update it, or use Chrome or Edge 114, Firefox 128, Safari 17 or newer.',
      { useInnerText: true },
    )
    expect(rpc.seen).toEqual([])
  })

test('what is said about versions is what is built for', () => {
  const versions = buildTargets.map((target) => target.replace(/^\D+/, '$& '))
  const readme = readFileSync('README.md', 'utf8').toLowerCase()
  for (const version of versions) expect(readme).toContain(version.replace('chrome', 'chrome and edge'))
})

test('in a browser no younger than the floor every page shows its figures', async ({
  page,
  context,
  site,
  wallet,
}) => {
  await take(context, youngerThanFloor)
  await wallet.switchAccount(demo())
  await page.goto(`${site.url}#/stake`)
  expect(await page.evaluate(() => 'canParse' in URL || 'withResolvers' in Promise)).toBe(false)
  await connect(page)
  for (const each of pages) {
    await open(page, site.url, each)
    await expect(page.getByText('stopped working')).toHaveCount(0)
  }
})

for (const [name, action] of actionsUnder('floor'))
  test(`in a browser no younger than the floor: ${name}`, async ({ page, context, chain, wallet }) => {
    await take(context, youngerThanFloor)
    const { signUpToAct, pressAct, state, moved } = await begin(action, { page, chain, wallet })
    await signUpToAct()
    await pressAct()
    await expect(state).toHaveText(doneText)
    expect(await moved()).toBe(action.whole)
  })
