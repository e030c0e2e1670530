import { describe, expect, it } from 'vitest'
import { walletLinks, whyOnlyHere } from './open-in-wallet'

const page = new URL('https://ballast.example/app/?from=mail#/stake?series=2&note=a%20b')

describe('links that open this page in a wallet', () => {
  it.each(walletLinks(page).map(({ name, href }) => [name, href] as const))(
    '%s gets the page with its route, over https',
    (_, href) => {
      const link = new URL(href)
      expect(link.protocol).toBe('https:')
      const handed = [...link.searchParams.values()].find((value) => value.startsWith('https://'))
      expect(handed ?? `https://${href.split('/dapp/')[1]}`).toBe(page.href)
    },
  )

  it('go to the makers of the wallets and to nobody else', () => {
    expect(walletLinks(page).map(({ href }) => new URL(href).host)).toEqual([
      'link.metamask.io',
      'go.cb-w.com',
      'link.trustwallet.com',
      'rnbwapp.com',
      'go.rabby.io',
    ])
  })
})

it.each([
  ['https://ballast.example/#/stake', undefined],
  ['http://localhost:4173/#/stake', 'by this device to itself'],
  ['http://127.0.0.1:4173/', 'by this device to itself'],
  ['https://[::1]/', 'by this device to itself'],
  ['http://192.168.1.4/', 'no https:// address'],
  ['https://localhost.example/', undefined],
  [`https://ballast.example/#/stake?${'x'.repeat(1_000)}`, 'too long'],
])('says of %s why only this device can open it: %s', (address, reason) => {
  const said = whyOnlyHere(new URL(address))
  if (reason === undefined) expect(said).toBeUndefined()
  else expect(said).toContain(reason)
})
