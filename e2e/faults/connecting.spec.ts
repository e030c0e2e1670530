import type { Page } from '@playwright/test'
import { connect, row } from '../fixtures/screen'
import { expect, test } from '../fixtures/test'
import { TestWallet } from '../fixtures/wallet'

const account = (page: Page, wallet: TestWallet) =>
  page.getByRole('button', { name: `Account ${wallet.person.address}` })
const notice = (page: Page) => page.getByText('Your wallet is on another network')
const switchButton = (page: Page) => page.getByRole('button', { name: /^Switch to / })

test('what is announced without being a wallet keeps no wallet off the list, also after a reload', async ({
  page,
  site,
  wallet,
}) => {
  await page.addInitScript(() => {
    const hostile = [
      null,
      undefined,
      'text',
      {},
      { info: null, provider: null },
      { info: { name: 'x'.repeat(1_000_000), rdns: 'a.b', uuid: '1', icon: 'javascript:1' }, provider: {} },
      new Proxy({}, { get: () => { throw new Error('hostile') } }), // prettier-ignore
    ]
    const announce = () => {
      for (const detail of hostile)
        window.dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail }))
    }
    window.addEventListener('eip6963:requestProvider', announce)
    announce()
  })
  await page.goto(site.url)
  await connect(page)
  await page.reload()
  await expect(account(page, wallet)).toBeVisible()
})

test('two wallets that give themselves one name are both listed, each with an icon', async ({
  page,
  site,
  wallet,
}) => {
  await page.addInitScript(() => {
    const info = {
      uuid: 'other',
      name: 'Test Wallet',
      rdns: 'test.wallet',
      icon: 'https://evil.example/x.png',
    }
    const detail = { info, provider: { request: () => Promise.reject(new Error('not this one')) } }
    window.addEventListener('eip6963:requestProvider', () =>
      window.dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail })),
    )
  })
  await page.goto(site.url)
  await page.getByRole('button', { name: 'Connect wallet' }).first().click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: /Test Wallet/ })).toHaveCount(2)
  await dialog.getByRole('button', { name: 'Test Wallet', exact: true }).click()
  await expect(account(page, wallet)).toBeVisible()
})

test('on another network one connects first; declining to switch keeps the connection', async ({
  page,
  site,
  wallet,
}) => {
  await wallet.switchChain(1, { isSilent: true })
  wallet.next('wallet_switchEthereumChain', { kind: 'reject' })
  await page.goto(site.url)
  await connect(page)
  await expect(account(page, wallet)).toBeVisible()
  await expect(notice(page)).toHaveText('Your wallet is on another network (chain 1)')
  expect(wallet.counts.get('wallet_switchEthereumChain')).toBeUndefined()
  await switchButton(page).click()
  await expect(page.getByText('You declined in the wallet. You can try again.')).toBeVisible()
  await expect(account(page, wallet)).toBeVisible()
  await switchButton(page).click()
  await expect(notice(page)).toHaveCount(0)
})

test('a wallet that says nothing to the wish to switch is not waited for', async ({ page, site, wallet }) => {
  await wallet.switchChain(1, { isSilent: true })
  wallet.next('wallet_switchEthereumChain', { kind: 'hang' })
  await page.goto(site.url)
  await connect(page)
  await switchButton(page).click()
  await expect(page.getByText('The wallet is asking you.')).toBeVisible()
  await expect(page.getByText('The wallet has not answered')).toBeVisible({ timeout: 60_000 })
  await switchButton(page).click()
  await expect(notice(page)).toHaveCount(0)
})

test('a wallet that does not know the network is offered it', async ({ page, site, wallet }) => {
  await wallet.switchChain(1, { isSilent: true })
  wallet.next('wallet_switchEthereumChain', {
    kind: 'throw',
    value: { code: -32603, message: 'Internal', data: { originalError: { code: 4902 } } },
  })
  await page.goto(site.url)
  await connect(page)
  await switchButton(page).click()
  await expect(notice(page)).toHaveCount(0)
  expect(wallet.counts.get('wallet_addEthereumChain')).toBe(1)
})

test('a wallet that does not tell its network is never on "chain NaN"', async ({ page, site, wallet }) => {
  await page.goto(site.url)
  await connect(page)
  await wallet.emit('chainChanged', { not: 'a chain' })
  await expect(notice(page)).toHaveText('Your wallet is on another network')
  await wallet.emit('chainChanged', 31337)
  await expect(notice(page)).toHaveCount(0)
})

test('accounts that are told as null are no accounts', async ({ page, site, wallet }) => {
  await page.goto(site.url)
  await connect(page)
  await wallet.emit('accountsChanged', null)
  await expect(page.getByRole('button', { name: 'Connect wallet' }).first()).toBeVisible()
})

test('a wallet left in one tab is left in all', async ({ page, context, site, wallet }) => {
  await page.goto(site.url)
  await connect(page)
  const other = await context.newPage()
  await other.goto(site.url)
  await account(other, wallet).click()
  await other.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click()
  await expect(other.getByRole('button', { name: 'Connect wallet' }).first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Connect wallet' }).first()).toBeVisible()
})

test('an empty list says so, and a window.ethereum that comes late is listed', async ({ page, site }) => {
  await page.goto(site.url)
  await page.getByRole('button', { name: 'Connect wallet' }).first().click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('No wallet was found in this browser.')).toBeVisible()
  await page.evaluate(() => {
    const answers: Record<string, unknown> = {
      eth_chainId: '0x7a69',
      eth_accounts: ['0x70997970C51812dc3A010C7d01b50e0d17dc79C8'],
      eth_requestAccounts: ['0x70997970C51812dc3A010C7d01b50e0d17dc79C8'],
    }
    const request = ({ method }: { method: string }) =>
      method in answers ? Promise.resolve(answers[method]) : Promise.reject(new Error('unknown'))
    Object.assign(window, { ethereum: { request } })
    window.dispatchEvent(new Event('ethereum#initialized'))
  })
  await dialog.getByRole('button', { name: 'Browser wallet' }).click()
  await expect(page.getByRole('button', { name: /^Account 0x7099/ })).toBeVisible()
})

test('the account shows what it holds, adds a token to the wallet, and says whether the wallet forgot the page', async ({
  page,
  site,
  wallet,
}) => {
  await page.goto(site.url)
  await connect(page)
  await account(page, wallet).click()
  const dialog = page.getByRole('dialog', { name: 'Your wallet' })
  await expect(dialog).toContainText(wallet.person.address)
  await expect(row(dialog, 'ETH')).toContainText(/[1-9]/)
  wallet.next('wallet_watchAsset', { kind: 'answer', value: true })
  await row(dialog, 'USDT').getByRole('button', { name: 'Add USDT to wallet' }).click()
  await expect(dialog.getByRole('status')).toHaveText('USDT is listed in your wallet.')
  wallet.next('wallet_watchAsset', { kind: 'reject' })
  await row(dialog, 'USDT').getByRole('button', { name: 'Add USDT to wallet' }).click()
  await expect(dialog.getByRole('status')).toHaveText('You declined in the wallet. You can try again.')

  const stillListed = page.getByRole('dialog', { name: 'Disconnected' })
  wallet.next('wallet_revokePermissions', { kind: 'throw', value: { code: -32601 } })
  await dialog.getByRole('button', { name: 'Disconnect' }).click()
  await expect(stillListed).toContainText('It is still listed in your wallet')
  await stillListed.getByRole('button', { name: 'Close' }).last().click()
  await connect(page)
  await account(page, wallet).click()
  await dialog.getByRole('button', { name: 'Disconnect' }).click()
  await expect(page.getByRole('button', { name: 'Connect wallet' }).first()).toBeVisible()
  await expect(stillListed).toHaveCount(0)
})
