import type { Locator, Page } from '@playwright/test'
import type { Address } from 'viem'
import { keeper } from '../../devnet/accounts'
import type { Served } from '../../devnet/serve'
import { usdt } from '../fixtures/chain'
import { expect, test } from '../fixtures/mempool'
import { person } from '../fixtures/people'
import { connect, review, shown, sign } from '../fixtures/screen'
import { showVault, Vault } from '../systems/musdt/vault'
import type { TestWallet } from '../fixtures/wallet'

const DAY = 86_400n
const bob = person('Bob')

const locked = (page: Page) => page.getByRole('region', { name: 'With a lock', exact: true })
const plain = (page: Page) => page.getByRole('region', { name: 'Without a lock', exact: true })
const mintAndLock = (page: Page) => page.getByRole('button', { name: 'Mint and lock', exact: true })
const mint = (page: Page) => page.getByRole('button', { name: 'Mint', exact: true })
const exact = (value: bigint, symbol = 'mUSDT') => shown(value, 6, 6, symbol)

/** The wallet is asked for so that it is there: a fixture nobody names is not set up. */
async function open(page: Page, { url }: Served, wallet: TestWallet): Promise<void> {
  await page.goto(`${url}#/musdt`)
  await connect(page)
  expect(wallet.requested).toHaveLength(0)
}

async function enter(page: Page, amount: string, days?: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Amount' }).fill(amount)
  if (days !== undefined) await page.getByRole('textbox', { name: 'Lock', exact: true }).fill(days)
}

/** What one way of minting says it gives. */
async function promised(way: Locator, symbol: string): Promise<string> {
  const value = way.locator('dl > div', { hasText: `${symbol} received` }).locator('dd')
  await expect(value).toContainText(symbol)
  return value.innerText()
}

async function balanceOf(vault: Vault, who: Address): Promise<bigint> {
  return vault.read('balanceOf', [who])
}

for (const [kind, symbol] of [
  ['ours', 'mUSDT'],
  ['gToken', 'gUSDT'],
] as const)
  test.describe(`in ${kind === 'ours' ? 'our vault' : 'a GToken'}`, () => {
    test('what is minted and locked is what was promised, to the unit', async ({
      page,
      site,
      chain,
      wallet,
    }) => {
      const vault = Vault[kind](chain)
      await showVault(page, vault)
      await open(page, site, wallet)
      await enter(page, '1234.567891', '100')
      const shares = await promised(locked(page), symbol)
      await mintAndLock(page).click()
      const title = 'Mint with 1,234.56 USDT and lock for 100 days'
      await expect(review(page, title)).toContainText(
        kind === 'ours' ? 'mUSDT locked, at least' : 'gUSDT locked',
      )
      await sign(page, title, ['Approve 1,234.567891 USDT', title])
      const id = await vault.read('lockedDepositsCount')
      const deposit = await vault.read('getLockedDeposit', [id])
      expect(exact(deposit.shares, symbol)).toBe(shares)
      expect(deposit.assetsDeposited).toBe(1_234_567_891n)
      expect(deposit.lockDuration).toBe(100n * DAY)
      expect(await vault.holderOf(id)).toBe(wallet.person.address)
      await expect(page.getByRole('textbox', { name: 'Amount' })).toHaveValue('')
    })

    test('what is minted without a lock is what was promised, and arrives at once', async ({
      page,
      site,
      chain,
      wallet,
    }) => {
      const vault = Vault[kind](chain)
      await showVault(page, vault)
      await open(page, site, wallet)
      await enter(page, '987.654321')
      const shares = await promised(plain(page), symbol)
      await mint(page).click()
      const title = 'Mint mUSDT with 987.65 USDT'
      await sign(page, title, ['Approve 987.654321 USDT', title])
      expect(exact(await balanceOf(vault, wallet.person.address), symbol)).toBe(shares)
    })
  })

test('the discount follows the collateral ratio while the form is open, and minting closes at 150%', async ({
  page,
  site,
  chain,
  wallet,
}) => {
  const vault = Vault.ours(chain)
  const expectDiscount = async () => {
    const collatP = await vault.read('collateralizationP')
    const discountP = await vault.read('lockDiscountP', [collatP, 365n * DAY])
    const percent = shown(discountP, 18, 4, '').trim()
    await expect(locked(page)).toContainText(`${percent}%, `)
    return discountP
  }
  await open(page, site, wallet)
  await enter(page, '1000', '365')
  await expectDiscount()
  await vault.setCr(125)
  await expectDiscount()
  await expect(mintAndLock(page)).toBeEnabled()
  await vault.setCr(150)
  await expect(page.getByText('Minting is closed', { exact: true })).toBeVisible()
  for (const button of [mintAndLock(page), mint(page)]) await expect(button).toBeDisabled()
  await expect(locked(page)).toContainText('the collateral ratio is 150%, and nothing is minted from 150% on')
  await vault.setCr(149.99)
  await expect(mint(page)).toBeEnabled()
  await vault.setCr(95)
  expect(await expectDiscount()).toBe(5n * 10n ** 18n)
  await expect(locked(page)).toContainText('5%, 50 USDT')
})

test('a lock of 13 or 366 days, one unit and more than the room are refused before the wallet is asked', async ({
  page,
  site,
  chain,
  wallet,
}) => {
  const vault = Vault.ours(chain)
  await open(page, site, wallet)
  for (const [days, why] of [
    ['13', '13 is too short'],
    ['366', '366 is too long'],
    ['14.5', 'Enter whole days.'],
  ] as const) {
    await enter(page, '1000', days)
    await expect(mintAndLock(page)).toBeDisabled()
    await expect(locked(page)).toContainText(why)
  }
  await enter(page, '1000', '14')
  await expect(mintAndLock(page)).toBeEnabled()
  await enter(page, '1000', '365')
  await expect(mintAndLock(page)).toBeEnabled()

  await enter(page, '0.000001')
  await expect(mintAndLock(page)).toBeDisabled()
  await expect(locked(page)).toContainText('nobody locks for free')
  // The price is above 1: one unit of USDT is less than one unit of mUSDT.
  await expect(mint(page)).toBeDisabled()
  await expect(plain(page)).toContainText('too little for one unit of mUSDT')

  const room = await vault.read('maxMint', [wallet.person.address])
  const price = await vault.read('shareToAssetsPrice')
  await enter(
    page,
    shown((room * price) / 10n ** 18n + 2_000_000n, 6, 6, '')
      .trim()
      .replaceAll(',', ''),
  )
  await expect(mint(page)).toBeDisabled()
  await expect(plain(page)).toContainText(`${exact(room)} is left of today’s room`)
  expect(wallet.requested).toHaveLength(0)
})

test('Max fits under the daily cap to the unit, and then the room is used up until it renews', async ({
  page,
  site,
  chain,
  wallet,
}) => {
  const vault = Vault.ours(chain)
  await open(page, site, wallet)
  await page.getByRole('textbox', { name: 'Lock', exact: true }).fill('30')
  await page.getByRole('button', { name: 'Max' }).click()
  const shares = await promised(locked(page), 'mUSDT')
  await mintAndLock(page).click()
  const dialog = review(page, /and lock for 30 days$/)
  await dialog.getByRole('button', { name: /^Approve / }).click()
  await dialog.getByRole('button', { name: /and lock for 30 days$/ }).click()
  await expect(dialog.getByRole('status').first()).toHaveText('Done. The chain has it.')
  await dialog.getByRole('button', { name: 'Done', exact: true }).click()
  const deposit = await vault.read('getLockedDeposit', [await vault.read('lockedDepositsCount')])
  expect(exact(deposit.shares)).toBe(shares)
  // One more unit of USDT would not have fitted.
  const left = await vault.read('maxMint', [wallet.person.address])
  expect(left).toBeLessThanOrEqual(1n)
  await enter(page, '10')
  await expect(mint(page)).toBeDisabled()
  await expect(plain(page)).toContainText(left === 0n ? 'room is used up' : 'is left of today’s room')

  await chain.moveTo((await vault.read('lastMaxSupplyUpdate')) + DAY)
  await expect(mint(page)).toBeEnabled()
})

test('a cap that somebody else uses up meanwhile closes the form', async ({ page, site, chain, wallet }) => {
  const vault = Vault.ours(chain)
  await open(page, site, wallet)
  await enter(page, '5000')
  await expect(mint(page)).toBeEnabled()
  await chain.fund(bob, usdt(100_000))
  const room = await vault.read('maxDeposit', [bob.address])
  await vault.deposit(bob, room - usdt(1_000))
  await expect(mint(page)).toBeDisabled()
  await expect(plain(page)).toContainText('is left of today’s room')
})

test('a price that moves between review and signature keeps the wallet closed', async ({
  page,
  site,
  chain,
  wallet,
}) => {
  const vault = Vault.ours(chain)
  await open(page, site, wallet)
  await enter(page, '1000', '90')
  await mintAndLock(page).click()
  const title = 'Mint with 1,000 USDT and lock for 90 days'
  const dialog = review(page, title)
  await dialog.getByRole('button', { name: 'Approve 1,000 USDT', exact: true }).click()
  const act = dialog.getByRole('button', { name: title, exact: true })
  await expect(act).toBeEnabled()
  const asked = wallet.requested.length
  await vault.reward(usdt(5_000))
  await act.click()
  await expect(dialog.getByRole('alert')).toContainText(/at least .* is asked for|expected numbers/)
  expect(wallet.requested).toHaveLength(asked)
  expect(await balanceOf(vault, wallet.person.address)).toBe(0n)
})

test('a price that moves after the signature by more than was accepted undoes the mint', async ({
  page,
  site,
  chain,
  wallet,
  mempool,
}) => {
  const vault = Vault.ours(chain)
  const alice = wallet.person.address
  await open(page, site, wallet)
  await enter(page, '1000')
  await mint(page).click()
  const title = 'Mint mUSDT with 1,000 USDT'
  const dialog = review(page, title)
  await dialog.getByRole('button', { name: 'Approve 1,000 USDT', exact: true }).click()
  const act = dialog.getByRole('button', { name: title, exact: true })
  await expect(act).toBeEnabled()
  // 0.1% may be lost; a reward of 1% of the vault is more.
  const reward = await vault.rewardCall(usdt(15_000))
  await expect(act).toBeEnabled()
  await mempool.hold()
  await mempool.send(keeper, reward)
  wallet.next('eth_sendTransaction', { kind: 'edit', gas: 1_000_000n })
  await act.click()
  await expect(dialog.getByRole('status').first()).toContainText('On its way')
  await mempool.mine(1)
  const alert = dialog.getByRole('alert')
  await expect(alert).toContainText('The chain refused it')
  await expect(alert).toContainText('at least')
  expect(await balanceOf(vault, alice)).toBe(0n)
})

test('what a GToken takes no minimum for is not called guaranteed, and the result names the difference', async ({
  page,
  site,
  chain,
  wallet,
  mempool,
}) => {
  const vault = Vault.gToken(chain)
  const due = (await vault.read('currentEpochStart')) + (await vault.epochSeconds())
  if (due > (await chain.now())) await chain.moveTo(due)
  // The discount falls with the ratio, which follows when the next epoch begins.
  await vault.setCr(130)
  await showVault(page, vault)
  await open(page, site, wallet)
  await enter(page, '1000', '300')
  await expect(page.getByText('This vault takes no minimum')).toBeVisible()
  await mintAndLock(page).click()
  const title = 'Mint with 1,000 USDT and lock for 300 days'
  const dialog = review(page, title)
  await dialog.getByRole('button', { name: 'Approve 1,000 USDT', exact: true }).click()
  const expected = await promisedInReview(dialog)
  await expect(dialog.getByRole('region', { name: 'Guaranteed by the contract' })).toHaveCount(0)
  const act = dialog.getByRole('button', { name: title, exact: true })
  await expect(act).toBeEnabled()
  await mempool.hold()
  await mempool.send(keeper, vault.epochCall())
  wallet.next('eth_sendTransaction', { kind: 'edit', gas: 1_000_000n })
  await act.click()
  await expect(dialog.getByRole('status').first()).toContainText('On its way')
  await mempool.mine(1)
  const { shares } = await vault.read('getLockedDeposit', [await vault.read('lockedDepositsCount')])
  const became = exact(shares, 'gUSDT')
  expect(became).not.toBe(expected)
  await expect(dialog.getByRole('status').first()).toContainText(
    `gUSDT locked: ${became}, where ${expected} was expected`,
  )
  await dialog.getByRole('button', { name: 'Done', exact: true }).click()
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Activity' }).click()
  await expect(page.getByText(`where ${expected} was expected`).first()).toBeVisible()
})

/** What the review expects to be locked, without a bound. */
async function promisedInReview(dialog: Locator): Promise<string> {
  const section = dialog.getByRole('region', { name: 'Not guaranteed' })
  await expect(section).toContainText('gUSDT locked, expected')
  return section.locator('dd').innerText()
}
