import type { BrowserContext } from '@playwright/test'
import { expect, test } from '../fixtures/test'

/** An address that other devices could open, too; what it serves is the site. */
const publicUrl = 'https://ballast.example/'

async function publish(context: BrowserContext, siteUrl: string): Promise<void> {
  // Chromium asks the person before a public page may ask a node on this machine.
  await context.grantPermissions(['local-network-access'], { origin: publicUrl })
  await context.route(`${publicUrl}**`, async (route) => {
    const response = await route.fetch({ url: route.request().url().replace(publicUrl, siteUrl) })
    await route.fulfill({ response })
  })
}

test.describe('on a phone', () => {
  test.use({
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
    userAgent:
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
  })

  test('a browser without a wallet hands the page to one, whose provider comes 3 s after it (F34)', async ({
    page,
    context,
    site,
    guard,
    wallet,
  }) => {
    guard.trust(publicUrl)
    await publish(context, site.url)
    // As wallets' own browsers do it: window.ethereum, late, and nothing that announces it.
    await page.addInitScript(() => {
      let provider: unknown
      window.addEventListener('eip6963:announceProvider', (event) => {
        event.stopImmediatePropagation()
        provider = (event as CustomEvent<{ provider: unknown }>).detail.provider
      })
      window.dispatchEvent(new Event('eip6963:requestProvider'))
      if (location.search === '?in-wallet')
        window.addEventListener('load', () =>
          setTimeout(() => Object.assign(window, { ethereum: provider }), 3_000),
        )
    })
    await page.goto(`${publicUrl}#/stake?series=1`)
    await page.getByRole('button', { name: 'Connect wallet' }).first().tap()
    const links = page.getByRole('region', { name: 'Open this page in a wallet' }).getByRole('link')
    await expect(links).toHaveText(['MetaMask', 'Coinbase Wallet', 'Trust Wallet', 'Rainbow', 'Rabby'])
    await expect(links.first()).toHaveAttribute(
      'href',
      'https://link.metamask.io/dapp/ballast.example/#/stake?series=1',
    )
    for (const link of await links.all()) {
      await expect(link).toHaveAttribute('href', /^https:/)
      await expect(link).toHaveAttribute('rel', /noopener/)
    }

    await page.goto(`${publicUrl}?in-wallet#/stake?series=1`)
    await page.getByRole('button', { name: 'Connect wallet' }).first().tap()
    await page.getByRole('dialog').getByRole('button', { name: 'Browser wallet' }).tap()
    await expect(page.getByRole('button', { name: `Account ${wallet.person.address}` })).toBeVisible()
  })
})

test('beside a wallet of this browser, one on a phone has a code of the page', async ({
  page,
  context,
  site,
  guard,
  wallet,
}) => {
  guard.trust(publicUrl)
  await publish(context, site.url)
  await page.goto(`${publicUrl}#/stake?series=1`)
  await page.getByRole('button', { name: 'Connect wallet' }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Use a wallet on a phone' }).click()
  const dialog = page.getByRole('dialog', { name: 'Use a wallet on a phone' })
  await expect(dialog.getByRole('img', { name: 'Code with the address of this page' })).toBeVisible()
  await expect(dialog.getByText(`${publicUrl}#/stake?series=1`)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  expect(wallet.counts.get('eth_requestAccounts')).toBeUndefined()
})
