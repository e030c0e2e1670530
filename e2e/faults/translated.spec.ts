import type { BrowserContext } from '@playwright/test'
import { begin, doneText } from '../fixtures/actions'
import { demo } from '../fixtures/people'
import { connect, open, settled } from '../fixtures/screen'
import { expect, test } from '../fixtures/test'
import { actionsUnder, pages } from '../systems'

/** Every text of the page is replaced by a copy in elements of its own, as browsers translate; new ones follow. */
const translateAll = (context: BrowserContext) =>
  context.addInitScript(() => {
    const isLeftAlone = (text: Text) =>
      text.data.trim() === '' ||
      text.parentElement?.closest('script, style, textarea, x-font, [translate=no]') !== null
    const translate = () => {
      const texts = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT)
      const found: Text[] = []
      while (texts.nextNode()) found.push(texts.currentNode as Text)
      for (const text of found.filter((one) => !isLeftAlone(one))) {
        const outer = document.createElement('x-font')
        outer.append(document.createElement('x-font'))
        outer.firstElementChild?.append(text.data)
        text.replaceWith(outer)
      }
    }
    new MutationObserver(translate).observe(document, { childList: true, characterData: true, subtree: true })
  })

test('every page lives on while it is translated', async ({ page, context, site, chain, wallet }) => {
  await translateAll(context)
  await wallet.switchAccount(demo())
  await page.goto(`${site.url}#/stake`)
  await connect(page)
  for (const each of pages) {
    await open(page, site.url, each)
    await chain.mine()
    await settled(page)
    await expect(page.getByText('stopped working')).toHaveCount(0)
  }
})

for (const [name, action] of actionsUnder('translated'))
  test(`an amount is corrected and signed while the page is translated: ${name}`, async ({
    page,
    context,
    chain,
    wallet,
  }) => {
    await translateAll(context)
    const { signUpToAct, pressAct, state, moved } = await begin(
      {
        ...action,
        begin: async () => {
          const amounts = page.getByRole('textbox', { name: 'Amount' })
          const untouched = (await amounts.count()) > 0 ? await amounts.first().inputValue() : ''
          for (const text of ['1', 'abc', '999999999999', '', '0.00000000001', '1'])
            if ((await amounts.count()) > 0) {
              await amounts.first().fill(text)
              await chain.mine()
            }
          if ((await amounts.count()) > 0) await amounts.first().fill(untouched)
          await action.begin(page)
        },
      },
      { page, chain, wallet },
    )
    await signUpToAct()
    await pressAct()
    await expect(state).toHaveText(doneText)
    expect(await moved()).toBe(action.whole)
  })
