import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import type { Address } from 'viem'
import { tetherUsdAbi } from '../../abis/TetherUSD'
import { operator } from '../../devnet/accounts'
import { usdt } from '../fixtures/chain'
import { person } from '../fixtures/people'
import { connect, expectFigure, row, shown, sign } from '../fixtures/screen'
import { expect, test } from '../fixtures/test'
import { showVault, Vault } from '../systems/musdt/vault'

const DAY = 86_400n
const WAD = 10n ** 18n
const bob = person('Bob')

const requestPanel = (page: Page) => page.getByRole('region', { name: 'Request a withdrawal', exact: true })
const redeemPanel = (page: Page) => page.getByRole('region', { name: 'Redeem', exact: true })
const myRequest = (page: Page, epoch: bigint) =>
  page.getByRole('listitem', { name: `Request for epoch ${epoch}`, exact: true })
const redeemButton = (page: Page) => redeemPanel(page).getByRole('button', { name: 'Redeem', exact: true })

async function open(page: Page, url: string): Promise<void> {
  await page.goto(`${url}#/musdt/withdraw`)
  await connect(page)
}

/** Asks for shares through the page. */
async function request(page: Page, amount: string, title: string): Promise<void> {
  await requestPanel(page).getByRole('textbox', { name: 'Amount' }).fill(amount)
  await requestPanel(page).getByRole('button', { name: 'Request', exact: true }).click()
  await sign(page, title, [title])
}

/** Redeems what Max says, through the page; what arrives must be what was shown, to the unit. Returns the shares. */
async function redeemMax(page: Page, vault: Vault, who: Address, symbol = 'mUSDT'): Promise<bigint> {
  const { chain } = vault
  const shares = await vault.read('maxRedeem', [who])
  const assets = (shares * (await vault.read('shareToAssetsPrice'))) / WAD
  const [before, sharesBefore] = [await chain.usdtOf(who), await vault.read('balanceOf', [who])]
  await redeemPanel(page).getByRole('button', { name: 'Max', exact: true }).click()
  await expectFigure(redeemPanel(page), 'You receive', shown(assets, 6, 6, 'USDT'))
  await redeemButton(page).click()
  const title = `Redeem ${shown(shares, 6, 2, symbol)}`
  await sign(page, title, [title])
  expect((await chain.usdtOf(who)) - before).toBe(assets)
  expect(sharesBefore - (await vault.read('balanceOf', [who]))).toBe(shares)
  return shares
}

test('a request is redeemable three epochs later, and gives what was shown to the unit', async ({
  page,
  site,
  chain,
  wallet,
}) => {
  const alice = wallet.person.address
  const vault = await Vault.create(chain, { by: bob, firstDeposit: usdt(500_000) })
  await vault.deposit(wallet.person, usdt(1_000))
  await vault.reward(3_456_789_123n)
  await showVault(page, vault)
  await open(page, site.url)
  const start = await vault.read('currentEpochStart')

  await test.step('the form says which epoch it will be', async () => {
    await expectFigure(page, 'mUSDT balance', '1,000 mUSDT')
    const panel = requestPanel(page)
    await expect(panel).toContainText('Redeemable from, epoch 4')
    await expect(panel).toContainText('3 epochs from now, because the collateral ratio is 100%')
    await panel.getByRole('textbox', { name: 'Amount' }).fill('1000.000001')
    await expect(panel.getByRole('button', { name: 'Request', exact: true })).toBeDisabled()
    await expect(panel).toContainText('More than what is free, 1,000 mUSDT.')
    await request(page, '600.123456', 'Request 600.12 mUSDT for epoch 4')
    expect(await vault.read('withdrawRequests', [alice, 4n])).toBe(600_123_456n)
    await expectFigure(page, 'Under request', '600.12 mUSDT')
    await expectFigure(page, 'Free', '399.87 mUSDT')
    await expect(myRequest(page, 4n)).toContainText('Pending')
    await expect(row(page, '4')).toContainText('600.12 mUSDT')
  })

  await test.step('the calendar file has the window of the epoch', async () => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      myRequest(page, 4n).getByRole('button', { name: 'Add to calendar: epoch 4' }).click(),
    ])
    expect(file.suggestedFilename()).toBe('redeem-mUSDT-epoch-4.ics')
    const lines = (await readFile(await file.path(), 'utf8')).split('\r\n')
    const stamp = (seconds: bigint) =>
      new Date(Number(seconds) * 1000).toISOString().replace(/\.000|[-:]/g, '')
    expect(lines).toContain(`DTSTART:${stamp(start + 9n * DAY)}`)
    expect(lines).toContain(`DTEND:${stamp(start + 12n * DAY)}`)
    expect(lines).toContain('SUMMARY:Redeem 600.123456 mUSDT')
  })

  await test.step('one second before its epoch nothing can be redeemed, and requests are closed', async () => {
    // The chain's clock stands still on the page between two blocks.
    await page.clock.setFixedTime(new Date())
    await chain.moveTo(start + 9n * DAY - 1n)
    await expect(myRequest(page, 4n)).toContainText('Redeemable in 1 s')
    await expect(redeemButton(page)).toBeDisabled()
    await expect(redeemPanel(page)).toContainText('Nothing is requested for epoch 3,')
    await expect(requestPanel(page)).toContainText('Requests open again with epoch 4')
    expect(await vault.read('maxRedeem', [alice])).toBe(0n)
  })

  await test.step('from its first second on it can, at the price of the moment', async () => {
    await chain.moveTo(start + 9n * DAY)
    await expect(myRequest(page, 4n)).toContainText('Redeemable now')
    await vault.reward(1_234_567_891n)
    await expect(redeemPanel(page)).toContainText(
      `At ${shown(await vault.read('shareToAssetsPrice'), 18, 6, 'USDT')} per mUSDT`,
    )
    expect(await redeemMax(page, vault, alice)).toBe(600_123_456n)
    await expect(myRequest(page, 4n)).toHaveCount(0)
    await expectFigure(page, 'Under request', '0 mUSDT')
  })
})

test('a cancelled request frees its shares at once', async ({ page, site, chain, wallet }) => {
  const alice = wallet.person.address
  const vault = await Vault.create(chain, { by: bob, firstDeposit: usdt(500_000) })
  await vault.deposit(wallet.person, usdt(1_000))
  await vault.setCr(115)
  await vault.request(wallet.person, usdt(400))
  await showVault(page, vault)
  await open(page, site.url)
  await expectFigure(page, 'Free', '600 mUSDT')
  await myRequest(page, 3n).getByRole('button', { name: 'Cancel', exact: true }).click()
  const title = 'Cancel the request of 400 mUSDT for epoch 3'
  await sign(page, title, [title])
  expect(await vault.read('withdrawRequests', [alice, 3n])).toBe(0n)
  expect(await vault.read('totalSharesBeingWithdrawn', [alice])).toBe(0n)
  await expect(myRequest(page, 3n)).toHaveCount(0)
  await expectFigure(page, 'Free', '1,000 mUSDT')
})

test('a request that was not redeemed in its epoch is void: its shares are free for a new one', async ({
  page,
  site,
  chain,
  wallet,
}) => {
  const alice = wallet.person.address
  const vault = await Vault.create(chain, { by: bob, firstDeposit: usdt(500_000) })
  await vault.deposit(wallet.person, usdt(1_000))
  await vault.setCr(125)
  await vault.request(wallet.person, usdt(1_000))
  const start = await vault.read('currentEpochStart')
  await showVault(page, vault)
  await open(page, site.url)
  await page.clock.setFixedTime(new Date())

  await chain.moveTo(start + 6n * DAY - 1n)
  await expect(myRequest(page, 2n)).toContainText('Redeemable now')
  await expect(myRequest(page, 2n)).toContainText('1 s left; then void')
  await expectFigure(page, 'Free', '0 mUSDT')

  await chain.moveTo(start + 6n * DAY)
  await expect(myRequest(page, 2n)).toContainText('Void since')
  await expect(myRequest(page, 2n)).toContainText('a new request is needed')
  await expect(myRequest(page, 2n).getByRole('button')).toHaveCount(0)
  await expect(redeemButton(page)).toBeDisabled()
  await expectFigure(page, 'Free', '1,000 mUSDT')
  expect(await vault.read('totalSharesBeingWithdrawn', [alice])).toBe(0n)

  await request(page, '1000', 'Request 1,000 mUSDT for epoch 4')
  expect(await vault.read('withdrawRequests', [alice, 4n])).toBe(usdt(1_000))
  await expect(myRequest(page, 4n)).toContainText('Pending')
})

test('a quarter of the collateral leaves at once, the rest when the limit has refilled', async ({
  page,
  site,
  chain,
  wallet,
}) => {
  const alice = wallet.person.address
  const vault = await Vault.create(chain, { by: wallet.person, firstDeposit: usdt(10_000) })
  await vault.setCr(125)
  await vault.request(wallet.person, usdt(4_000))
  await vault.nextEpoch()
  await showVault(page, vault)
  await open(page, site.url)
  const room = await vault.read('withdrawalRoom')
  expect(room).toBe(((await vault.read('availableAssets')) * 25n) / 100n)
  await expect(redeemPanel(page)).toContainText(`${shown(room, 6, 2, 'USDT')} may leave the vault now`)
  const now = await vault.read('maxRedeem', [alice])
  expect(now).toBeLessThan(usdt(4_000))
  await expect(redeemPanel(page)).toContainText(
    `${shown(now, 6, 6, 'mUSDT')} can be redeemed now, ${shown(usdt(4_000) - now, 6, 6, 'mUSDT')} must wait for the limit to refill, until`,
  )
  await redeemPanel(page).getByRole('textbox', { name: 'Amount' }).fill('4000')
  await expect(redeemButton(page)).toBeDisabled()
  await redeemMax(page, vault, alice)
  await expect(redeemPanel(page)).toContainText('The limit is used up for now')
  await expect(redeemButton(page)).toBeDisabled()

  await chain.moveTo((await vault.read('lastWithdrawal')) + DAY)
  await expect(redeemPanel(page)).not.toContainText('Not all of it can leave now')
  expect(await redeemMax(page, vault, alice)).toBe(usdt(4_000) - now)
  expect(await vault.read('balanceOf', [alice])).toBe(usdt(6_000))
})

test('a vault without epochs redeems at once, to another address where that is wished', async ({
  page,
  site,
  chain,
  wallet,
}) => {
  const alice = wallet.person.address
  const vault = await Vault.create(chain, { by: bob, firstDeposit: usdt(500_000), epochLength: 0n })
  await vault.deposit(wallet.person, usdt(1_000))
  await vault.reward(3_456_789_123n)
  // It streams in for a day.
  await chain.moveTo((await chain.now()) + DAY)
  await showVault(page, vault)
  await open(page, site.url)
  await expect(requestPanel(page)).toHaveCount(0)
  const shares = await vault.read('balanceOf', [alice])

  const panel = redeemPanel(page)
  await panel.getByRole('textbox', { name: 'Amount' }).fill('250')
  await panel.getByRole('checkbox', { name: 'Send to another address' }).check()
  await panel.getByRole('textbox', { name: 'Recipient address' }).fill(bob.address)
  const before = await chain.usdtOf(bob.address)
  await redeemButton(page).click()
  await sign(page, 'Redeem 250 mUSDT', ['Redeem 250 mUSDT'])
  const assets = (usdt(250) * (await vault.read('shareToAssetsPrice'))) / WAD
  expect((await chain.usdtOf(bob.address)) - before).toBe(assets)

  await panel.getByRole('checkbox', { name: 'Send to another address' }).uncheck()
  expect(await redeemMax(page, vault, alice)).toBe(shares - usdt(250))
  expect(await vault.read('balanceOf', [alice])).toBe(0n)
  await expect(panel).toContainText('This account has no mUSDT.')
})

test('what a transfer fee of Tether takes of a redemption is shown before, and is what it takes', async ({
  page,
  site,
  chain,
  wallet,
}) => {
  const alice = wallet.person.address
  const vault = await Vault.create(chain, { by: bob, firstDeposit: usdt(500_000), epochLength: 0n })
  await vault.deposit(wallet.person, usdt(1_000))
  await vault.reward(3_456_789_123n)
  // It streams in for a day.
  await chain.moveTo((await chain.now()) + DAY)
  await chain.act(operator, {
    address: chain.addresses.shared.usdt,
    abi: tetherUsdAbi,
    functionName: 'setParams',
    args: [10n, 20n],
  })
  await showVault(page, vault)
  await open(page, site.url)
  await redeemPanel(page).getByRole('textbox', { name: 'Amount' }).fill('250')
  const assets = (usdt(250) * (await vault.read('shareToAssetsPrice'))) / WAD
  const fee = (assets * 10n) / 10_000n
  await expectFigure(redeemPanel(page), 'You receive', shown(assets - fee, 6, 6, 'USDT'))
  await expect(redeemPanel(page)).toContainText(`transfer fee of ${shown(fee, 6, 6, 'USDT')}`)
  const before = await chain.usdtOf(alice)
  await redeemButton(page).click()
  await sign(page, 'Redeem 250 mUSDT', ['Redeem 250 mUSDT'])
  expect((await chain.usdtOf(alice)) - before).toBe(assets - fee)
})

test('on a GToken somebody begins an epoch, and redeeming is closed while the next is prepared', async ({
  page,
  site,
  chain,
  wallet,
}) => {
  const alice = wallet.person.address
  const vault = Vault.gToken(chain)
  await vault.deposit(wallet.person, usdt(1_000))
  await vault.nextEpoch()
  const first = await vault.read('currentEpoch')
  const unlockEpoch = first + (await vault.read('withdrawEpochsTimelock'))
  await showVault(page, vault)
  await open(page, site.url)
  const begin = page.getByRole('button', { name: 'Begin next epoch', exact: true })

  await test.step('a request waits for its epoch', async () => {
    await expect(redeemPanel(page)).toContainText('This vault takes no bounds')
    await expect(page.getByRole('radio', { name: '0.1%' })).toHaveCount(0)
    await request(page, '700.5', `Request 700.5 gUSDT for epoch ${unlockEpoch}`)
    expect(await vault.read('withdrawRequests', [alice, unlockEpoch])).toBe(700_500_000n)
    await expect(begin).toBeDisabled()
  })

  await test.step('whoever needs the next epoch begins it', async () => {
    while ((await vault.read('currentEpoch')) < unlockEpoch - 1n) await vault.nextEpoch()
    await chain.moveTo((await vault.read('currentEpochStart')) + 3n * DAY)
    await expect(myRequest(page, unlockEpoch)).toContainText('it begins once somebody begins it')
    await expect(redeemButton(page)).toBeDisabled()
    await begin.click()
    await sign(page, `Begin epoch ${unlockEpoch}`, [`Begin epoch ${unlockEpoch}`])
    expect(await vault.read('currentEpoch')).toBe(unlockEpoch)
    await expect(myRequest(page, unlockEpoch)).toContainText('Redeemable now')
  })

  await test.step('what is redeemed is what was shown', async () => {
    await redeemPanel(page).getByRole('textbox', { name: 'Amount' }).fill('200.5')
    await redeemButton(page).click()
    await sign(page, 'Redeem 200.5 gUSDT', ['Redeem 200.5 gUSDT'])
    await expectFigure(page, 'Under request', '500 gUSDT')
    expect(await redeemMax(page, vault, alice, 'gUSDT')).toBe(usdt(500))
  })

  await test.step('while the next epoch is prepared it is closed', async () => {
    const again = unlockEpoch + (await vault.read('withdrawEpochsTimelock'))
    await vault.request(wallet.person, usdt(100))
    while ((await vault.read('currentEpoch')) < again) await vault.nextEpoch()
    await expect(myRequest(page, again)).toContainText('Redeemable now')
    await chain.moveTo((await vault.read('currentEpochStart')) + 2n * DAY)
    // The clock closes nothing: whoever lets the feed ask does.
    await expect(myRequest(page, again)).toContainText('which may be at any moment')
    await expect(redeemPanel(page)).toContainText('Redeemable now')
    await vault.prepareEpoch()
    await expect(myRequest(page, again)).toContainText('Redeeming is closed')
    await expect(redeemButton(page)).toBeDisabled()
    await expect(requestPanel(page)).toContainText('Closed: the vault prepares the next epoch.')
    expect(await vault.read('maxRedeem', [alice])).toBe(0n)
    await vault.nextEpoch()
    await expect(myRequest(page, again)).toContainText('Void since')
  })
})

test('the epochs of a GToken have the rhythm of its feed, the calendar file too', async ({
  page,
  site,
  chain,
  wallet,
}) => {
  const HOUR = 3_600n
  const vault = Vault.gToken(chain)
  await vault.deposit(wallet.person, usdt(1_000))
  await vault.nextEpoch()
  // It begins 27 hours after the last: asked from a day on, three times, an hour apart.
  await vault.setRhythm(DAY, HOUR, 3n)
  const [first, start] = [await vault.read('currentEpoch'), await vault.read('currentEpochStart')]
  const ahead = await vault.read('withdrawEpochsTimelock')
  await vault.request(wallet.person, usdt(400))
  await showVault(page, vault)
  await open(page, site.url)
  const stamp = (seconds: bigint) => new Date(Number(seconds) * 1000).toISOString().replace(/\.000|[-:]/g, '')
  const from = start + ahead * 27n * HOUR
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: `Add to calendar: epoch ${first + ahead}` }).click(),
  ])
  const lines = (await readFile(await file.path(), 'utf8')).split('\r\n')
  expect(lines).toContain(`DTSTART:${stamp(from)}`)
  expect(lines).toContain(`DTEND:${stamp(from + DAY)}`)

  const begin = page.getByRole('button', { name: 'Begin next epoch', exact: true })
  await chain.moveTo(start + 27n * HOUR - 60n)
  await expect(begin).toBeDisabled()
  await chain.moveTo(start + 27n * HOUR)
  await begin.click()
  await sign(page, `Begin epoch ${first + 1n}`, [`Begin epoch ${first + 1n}`])
  expect(await vault.read('currentEpoch')).toBe(first + 1n)
})
