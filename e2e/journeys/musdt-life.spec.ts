import type { Page } from '@playwright/test'
import { usdt } from '../fixtures/chain'
import { person } from '../fixtures/people'
import { connect, review, row, shown, sign } from '../fixtures/screen'
import { expect, test } from '../fixtures/test'
import { showVault, Vault } from '../systems/musdt/vault'

const DAY = 86_400n
const WAD = 10n ** 18n
const bob = person('Bob')

const card = (page: Page, id: bigint) => page.getByRole('region', { name: `mNFT ${id}`, exact: true })

async function visit(page: Page, path: string): Promise<void> {
  await page.getByRole('navigation', { name: 'mUSDT' }).getByRole('link', { name: path, exact: true }).click()
}

for (const [kind, symbol, tag] of [
  ['ours', 'mUSDT', '@quick'],
  ['gToken', 'gUSDT', '@slow'],
] as const)
  test(
    `a deposit is minted, locked, given away, unlocked, requested and redeemed in ${kind === 'ours' ? 'our vault' : 'a GToken'}`,
    { tag },
    async ({ page, site, chain, wallet }) => {
      // Six transactions of two people, and up to four epochs between them.
      test.setTimeout(240_000)
      const vault = Vault[kind](chain)
      const depositor = wallet.person
      await showVault(page, vault)
      await page.goto(`${site.url}#/musdt`)
      await connect(page)

      await page.getByRole('textbox', { name: 'Amount' }).fill('500')
      await page.getByRole('textbox', { name: 'Lock', exact: true }).fill('14')
      await page.getByRole('button', { name: 'Mint and lock', exact: true }).click()
      const mint = 'Mint with 500 USDT and lock for 14 days'
      await sign(page, mint, ['Approve 500 USDT', mint])
      const id = await vault.read('lockedDepositsCount')
      const { shares, atTimestamp } = await vault.read('getLockedDeposit', [id])
      expect(await vault.holderOf(id)).toBe(wallet.person.address)

      await visit(page, 'Locks')
      await card(page, id).getByText('Transfer to somebody else').click()
      await card(page, id).getByRole('textbox', { name: 'Recipient address' }).fill(bob.address)
      await card(page, id).getByRole('button', { name: 'Transfer', exact: true }).click()
      await sign(page, `Transfer mNFT ${id}`, [`Transfer mNFT ${id}`])
      expect(await vault.holderOf(id)).toBe(bob.address)

      await chain.fund(bob, 0n)
      await wallet.switchAccount(bob)
      await chain.moveTo(atTimestamp + 14n * DAY)
      await card(page, id).getByRole('button', { name: 'Unlock', exact: true }).click()
      await sign(page, `Unlock mNFT ${id}`, [`Unlock mNFT ${id}`])
      expect(await vault.read('balanceOf', [bob.address])).toBe(shares)

      await vault.nextEpoch()
      await visit(page, 'Withdraw')
      const form = page.getByRole('region', { name: 'Request a withdrawal', exact: true })
      const epoch = (await vault.read('currentEpoch')) + (await vault.read('withdrawEpochsTimelock'))
      await expect(form).toContainText(`epoch ${epoch}`)
      await form.getByRole('button', { name: 'Max' }).click()
      await form.getByRole('button', { name: 'Request', exact: true }).click()
      const request = `Request ${shown(shares, 6, 2, symbol)} for epoch ${epoch}`
      await sign(page, request, [request])
      expect(await vault.read('withdrawRequests', [bob.address, epoch])).toBe(shares)

      while ((await vault.read('currentEpoch')) < epoch) await vault.nextEpoch()
      const assets = (shares * (await vault.read('shareToAssetsPrice'))) / WAD
      const before = await chain.usdtOf(bob.address)
      const exit = page.getByRole('region', { name: 'Redeem', exact: true })
      await expect(exit).toContainText(`Redeemable now ${shown(shares, 6, 2, symbol)}`)
      await exit.getByRole('button', { name: 'Max' }).click()
      await expect(exit).toContainText(shown(assets, 6, 6, 'USDT'))
      await exit.getByRole('button', { name: 'Redeem', exact: true }).click()
      const redeem = `Redeem ${shown(shares, 6, 2, symbol)}`
      await sign(page, redeem, [redeem])
      expect((await chain.usdtOf(bob.address)) - before).toBe(assets)
      expect(await vault.read('balanceOf', [bob.address])).toBe(0n)

      await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Activity' }).click()
      const history = page.getByRole('region', { name: 'History', exact: true })
      const amount = shown(shares, 6, 2, symbol)
      await expect(row(history, 'Redeemed')).toContainText(`−${amount}+${shown(assets, 6, 2, 'USDT')}`)
      await expect(row(history, `Requested for epoch ${epoch}`)).toContainText(amount)
      await expect(row(history, `mNFT ${id} unlocked`)).toContainText(`+${amount}`)
      await wallet.switchAccount(depositor)
      const locked = row(history, `Minted and locked in mNFT ${id}`)
      await expect(locked).toContainText(`−500 USDT${amount}`)
      await expect(locked).toContainText(`${symbol} vault`)
      await expect(row(history, `mNFT ${id} given away`)).toContainText(`to ${bob.address.slice(0, 6)}`)
    },
  )

test('a GToken whose cap has not been renewed for a day is renewed by the mint that needs it', async ({
  page,
  site,
  chain,
  wallet,
}) => {
  const vault = Vault.gToken(chain)
  // It caps minting only below 100%, and knows that only from the next epoch on.
  await vault.setCr(95)
  await vault.nextEpoch()
  const room = await vault.read('maxMint', [wallet.person.address])
  await chain.fund(bob, usdt(100_000))
  await vault.deposit(bob, (room * (await vault.read('shareToAssetsPrice'))) / WAD)
  await chain.moveTo((await vault.read('lastMaxSupplyUpdate')) + DAY)
  await showVault(page, vault)
  await page.goto(`${site.url}#/musdt`)
  await connect(page)

  await expect(page.getByRole('button', { name: 'Renew the cap', exact: true })).toBeEnabled()
  await page.getByRole('textbox', { name: 'Amount' }).fill('100')
  const way = page.getByRole('region', { name: 'Without a lock', exact: true })
  const promised = await way.locator('dl > div', { hasText: 'gUSDT received' }).locator('dd').innerText()
  await page.getByRole('button', { name: 'Mint', exact: true }).click()
  const title = 'Mint mUSDT with 100 USDT'
  await expect(review(page, title)).toContainText('Renew the daily cap')
  await sign(page, title, ['Renew the daily cap', 'Approve 100 USDT', title])
  expect(shown(await vault.read('balanceOf', [wallet.person.address]), 6, 6, 'gUSDT')).toBe(promised)
})
