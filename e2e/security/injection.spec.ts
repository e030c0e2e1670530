/* eslint-disable @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- running text as code is what
   this file proves to be impossible */
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/test'

const remoteScript = 'https://elsewhere.example/script.js'

/**
 * Tries to run foreign code in the ways an injection would. From a timer, because code that the debugger evaluates is
 * not bound by the policy. Every way that works leaves its name in `window.ran`.
 */
async function inject(page: Page): Promise<void> {
  await page.evaluate(async (remote) => {
    const world = window as unknown as { ran: string[] }
    world.ran = []
    const attempts: (() => unknown)[] = [
      () => {
        const script = document.createElement('script')
        script.textContent = 'window.ran.push("inline script")'
        document.body.append(script)
      },
      () => {
        document.body.insertAdjacentHTML(
          'beforeend',
          '<img src="nothing" onerror="window.ran.push(\'onerror\')">',
        )
      },
      () => {
        const image = document.createElement('img')
        image.setAttribute('onerror', 'window.ran.push("onerror attribute")')
        image.src = 'data:image/png,nothing'
        document.body.append(image)
      },
      () => {
        const script = document.createElement('script')
        script.src = remote
        document.body.append(script)
      },
      () => (0, eval)('window.ran.push("eval")') as unknown,
      () => new Function('window.ran.push("new Function")')() as unknown,
      () => {
        setTimeout('window.ran.push("string timer")', 0)
      },
      () => {
        const link = document.createElement('a')
        link.href = 'javascript:window.ran.push("javascript: link")'
        document.body.append(link)
        link.click()
      },
    ]
    for (const attempt of attempts)
      await new Promise<void>((resolve) => {
        setTimeout(() => {
          try {
            attempt()
          } catch {
            // Refused: that is what should happen.
          }
          resolve()
        }, 0)
      })
    // A broken image of our own: when its error event comes, those of the earlier ones have come as well.
    await new Promise((resolve) => {
      const last = new Image()
      last.addEventListener('error', resolve)
      last.src = 'data:image/png,nothing'
    })
  }, remoteScript)
}

const ran = (page: Page) => page.evaluate(() => (window as unknown as { ran: string[] }).ran.toSorted())

test('injected code does not run (X1, X2)', async ({ page, site, guard }) => {
  await page.goto(`${site.url}#/stake`)
  await expect(page.getByRole('heading', { name: 'Stake', exact: true })).toBeVisible()
  guard.allow(/content security policy|Content Security Policy|TrustedScript|TrustedHTML|javascript:/i)
  await inject(page)
  expect(await ran(page)).toEqual([])
})

test('the same injections run on a page without the policy', async ({ page, context, site, guard }) => {
  guard.allow(/elsewhere\.example|nothing|net::ERR/)
  await context.route(remoteScript, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'window.ran.push("remote script")' }),
  )
  await page.route('**/unprotected', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>x</title><body></body>' }),
  )
  await page.goto(`${site.url}unprotected`)
  await inject(page)
  await expect
    .poll(() => ran(page))
    .toEqual([
      'eval',
      'inline script',
      'javascript: link',
      'new Function',
      'onerror',
      'onerror attribute',
      'remote script',
      'string timer',
    ])
})
