import type { Page } from '@playwright/test'
import { account, accounts, keeper } from '../../devnet/accounts'
import { moveXtz } from '../../devnet/systems/silos/actions'
import { advance } from '../../src/math/silos-advance'
import { demo } from '../fixtures/people'
import { connect, expectFigure, shown, sign } from '../fixtures/screen'
import { expect, test } from '../fixtures/test'
import { badPrices, blacklist, feedAnswer, pauseUsdc, say, toCycleEnd } from '../systems/silos/market'
import { balanceOf, giveUsdc, outcomeOf, reserveOf, running, stateOf, usdcOf } from '../systems/silos/reserve'

const brief = (value: bigint, symbol: string) => shown(value, 6, 2, symbol)
const panelOf = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const button = (page: Page, panel: string, name = panel) =>
  panelOf(page, panel).getByRole('button', { name, exact: true })

/** Every page that shows or uses prices; without a reload. */
const places = ['#/silos', '#/silos/usdtz', '#/silos/trustees'] as const
const goTo = (page: Page, siteUrl: string, hash: string) => page.goto(siteUrl + hash)

/** Redeems USDtz for USDC by the page, as it always has to be possible. */
async function redeem(page: Page, whole: string) {
  const panel = panelOf(page, 'Redeem for USDC')
  await panel.getByRole('textbox', { name: 'Amount of USDtz' }).fill(whole)
  await panel.getByRole('button', { name: 'Redeem for USDC', exact: true }).click()
  await sign(page, `Redeem ${whole} USDtz for USDC`, [`Redeem ${whole} USDtz for USDC`])
}

async function claim(page: Page, token: 'USDC' | 'XTZ', amount: bigint) {
  const title = `Claim ${brief(amount, token)}`
  await page.getByRole('button', { name: title, exact: true }).click()
  await sign(page, title, [title])
}

test('every kind of bad price is said on every page, closes what values XTZ, and stops no dollar', async ({
  page,
  site,
  chain,
  wallet,
}) => {
  const me = demo().address
  await wallet.switchAccount(demo())
  await toCycleEnd(chain)
  await page.goto(`${site.url}#/silos/trustees`)
  await connect(page)
  const close = page.getByRole('button', { name: 'Close the cycle', exact: true })
  await expect(close).toBeEnabled()

  for (const [kind, says, make] of badPrices)
    await test.step(kind, async () => {
      await make(chain)
      for (const place of places) {
        await goTo(page, site.url, place)
        const alarm = page.getByText('There is no price of XTZ', { exact: true })
        await expect(alarm).toBeVisible()
        await expect(page.getByText(says).first()).toBeVisible()
      }
      await expect(close).toBeDisabled()
      await expect(page.getByRole('button', { name: 'Replenish', exact: true })).toBeDisabled()
      await goTo(page, site.url, '#/silos/usdtz')
      const xtz = panelOf(page, 'Redeem for XTZ')
      await expect(xtz).toContainText(says)
      await expect(xtz.getByRole('button', { name: 'Redeem for XTZ', exact: true })).toBeDisabled()
      // Nothing unknown is shown as 0.
      const behind = page.getByRole('group', { name: 'Stands behind each USDtz', exact: true })
      await expect(behind).not.toContainText('$')
      await goTo(page, site.url, '#/silos/lab')
      await expect(page.getByText('There is no price of XTZ to start from')).toBeVisible()
    })

  // Only what is in the inventory can be minted, and that really can.
  const { inventory } = await stateOf(chain)
  await goTo(page, site.url, '#/silos/usdtz')
  const mint = panelOf(page, 'Mint')
  await mint.getByRole('textbox', { name: 'Amount of USDC' }).fill(`${inventory / 10n ** 6n + 1n}`)
  await expect(mint).toContainText(`More than can be minted now, ${shown(inventory, 6, 6, 'USDtz')}.`)
  await expect(button(page, 'Mint')).toBeDisabled()
  const before = await balanceOf(chain, 'usdtz', me)
  await mint.getByRole('textbox', { name: 'Amount of USDC' }).fill('1000')
  await button(page, 'Mint').click()
  await sign(page, 'Mint 1,000 USDtz', ['Approve 1,000 USDC', 'Mint 1,000 USDtz'])
  expect(await balanceOf(chain, 'usdtz', me)).toBe(before + 1_000_000_000n)

  const dollars = await balanceOf(chain, 'usdc', me)
  await redeem(page, '700')
  expect(await balanceOf(chain, 'usdc', me)).toBe(dollars + 700_000_000n)

  await goTo(page, site.url, '#/silos/trustees')
  const reserve = reserveOf(chain)
  const { usdc, xtz } = chain.addresses.silos
  for (const [token, symbol] of [
    [usdc, 'USDC'],
    [xtz, 'XTZ'],
  ] as const) {
    const args = [token, me] as const
    const owed = await chain.read.readContract({ ...reserve, functionName: 'owed', args })
    await claim(page, symbol, owed)
    expect(await chain.read.readContract({ ...reserve, functionName: 'owed', args })).toBe(0n)
  }
})

test('USDC below its limit, or without a price, lets nothing in and everything out', async ({
  page,
  site,
  chain,
  wallet,
}) => {
  const me = demo().address
  await wallet.switchAccount(demo())
  await toCycleEnd(chain)
  await page.goto(`${site.url}#/silos`)
  await connect(page)
  const alarm = page.getByText('USDC is not sound', { exact: true })
  await expect(page.getByRole('heading', { name: 'Reserve of USDtz' })).toBeVisible()
  await expect(alarm).toHaveCount(0)

  const now = await chain.now()
  const dollar = 10n ** 8n
  for (const [kind, answer, updatedAt] of [
    ['zero', 0n, undefined],
    ['negative', -1n, undefined],
    ['stale', dollar, now - 8n * 86_400n],
    ['of the future', dollar, now + 86_400n],
    ['a cent below its limit', 98_000_000n, undefined],
  ] as const)
    await test.step(kind, async () => {
      await say(chain, 'usdcFeed', dollar)
      await expect(alarm).toHaveCount(0)
      await say(chain, 'usdcFeed', answer, updatedAt)
      await expect(alarm).toBeVisible()
    })

  // At $0.98: what is in USDC is worth less, and the first line says so.
  const { books, supply, feed, dex } = await stateOf(chain)
  const price = feed.price < dex.price ? feed.price : dex.price
  const worth = (amount: bigint) => (amount * price) / 10n ** 18n
  const atMarket = ((books.f1 + books.f3) * 98n) / 100n + worth(books.x2) + worth(books.x4)
  const each = ((atMarket * 100n) / supply).toString().padStart(3, '0')
  const cents = `$${each.slice(0, -2)}.${each.slice(-2)} with USDC at its market price.`
  await expectFigure(page, 'Stands behind each USDtz', cents)

  await goTo(page, site.url, '#/silos/usdtz')
  await expect(alarm).toBeVisible()
  await expect(button(page, 'Mint')).toBeDisabled()
  await expect(panelOf(page, 'Mint')).toContainText('nothing enters until it is sound')
  const dollars = await balanceOf(chain, 'usdc', me)
  await redeem(page, '500')
  expect(await balanceOf(chain, 'usdc', me)).toBe(dollars + 500_000_000n)

  // XTZ has fallen, too: what a closing would buy for Silo 2 is left out, and said.
  await goTo(page, site.url, '#/silos/trustees')
  await moveXtz(running(chain), chain.addresses.silos, 90n)
  await say(chain, 'usdcFeed', 98_000_000n)
  await expect(alarm).toBeVisible()
  await expect(page.getByText('Silo 2 is short', { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Replenish', exact: true })).toBeDisabled()
  await page.getByRole('button', { name: 'Earnings', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Report earnings', exact: true })).toBeDisabled()
  const closed = advance(await stateOf(chain), { kind: 'closeCycle' })
  expect(closed.isTaken && closed.effects.conversions.some(({ isMade }) => !isMade)).toBe(true)
  await page.getByRole('button', { name: 'Close the cycle', exact: true }).click()
  await sign(page, 'Close the cycle', ['Close the cycle'])
  expect(outcomeOf(await stateOf(chain))).toEqual(outcomeOf(closed.state))
})

test('USDC that its issuer has stopped, for all, for one or for the reserve, is said before the wallet opens', async ({
  page,
  site,
  chain,
  wallet,
}) => {
  const me = demo().address
  const { reserve, usdc, xtz } = chain.addresses.silos
  const owed = (token: `0x${string}`) =>
    chain.read.readContract({ ...reserveOf(chain), functionName: 'owed', args: [token, me] })
  const [owedUsd, owedXtz] = [await owed(usdc), await owed(xtz)]
  await wallet.switchAccount(demo())
  await pauseUsdc(chain, true)
  await page.goto(`${site.url}#/silos/usdtz`)
  await connect(page)
  const paused = 'Its issuer has paused all transfers of USDC: wait until they resume.'
  for (const name of ['Mint', 'Redeem for USDC']) {
    await expect(panelOf(page, name)).toContainText(paused)
    await expect(button(page, name)).toBeDisabled()
  }
  const inXtz = panelOf(page, 'Redeem for XTZ')
  await inXtz.getByRole('textbox', { name: 'Amount of USDtz' }).fill('100')
  const coins = await balanceOf(chain, 'xtz', me)
  const { effects } = advance(await stateOf(chain), { kind: 'redeemXtz', amount: 100_000_000n }) as {
    effects: { xtzPaid: bigint }
  }
  await inXtz.getByRole('button', { name: 'Redeem for XTZ', exact: true }).click()
  await sign(page, 'Redeem 100 USDtz for XTZ', ['Redeem 100 USDtz for XTZ'])
  expect(await balanceOf(chain, 'xtz', me)).toBe(coins + effects.xtzPaid)
  for (const place of places) {
    await goTo(page, site.url, place)
    await expect(page.getByText('USDC is paused', { exact: true })).toBeVisible()
  }
  await expect(page.getByRole('button', { name: `Claim ${brief(owedUsd, 'USDC')}` })).toBeDisabled()
  await claim(page, 'XTZ', owedXtz)
  expect(await owed(xtz)).toBe(0n)

  // Silo 3 can't pay, so that nothing is bought: a closing goes on without.
  await pauseUsdc(chain, false)
  await toCycleEnd(chain)
  await moveXtz(running(chain), chain.addresses.silos, 90n)
  await pauseUsdc(chain, true)
  await expect(page.getByText('Silo 2 is short', { exact: true })).toBeVisible()
  await expect(page.getByText('USDC is paused', { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Replenish', exact: true })).toBeDisabled()
  const state = await stateOf(chain)
  const closed = advance({ ...state, pool: { usd: 0n, xtz: 0n } }, { kind: 'closeCycle' })
  expect(closed.isTaken && closed.effects.conversions.some(({ isMade }) => !isMade)).toBe(true)
  await expect(page.getByText(brief(closed.state.books.f3, 'USDC'), { exact: true }).first()).toBeVisible()
  await page.getByRole('button', { name: 'Close the cycle', exact: true }).click()
  await sign(page, 'Close the cycle', ['Close the cycle'])
  expect(outcomeOf(await stateOf(chain))).toEqual(outcomeOf(closed.state))

  // One person: another address is paid.
  await pauseUsdc(chain, false)
  await blacklist(chain, me, true)
  await goTo(page, site.url, '#/silos/usdtz')
  await expect(panelOf(page, 'Mint')).toContainText('has blacklisted this address: it cannot send USDC.')
  await expect(button(page, 'Mint')).toBeDisabled()
  const dollars = panelOf(page, 'Redeem for USDC')
  await dollars.getByRole('textbox', { name: 'Amount of USDtz' }).fill('50')
  await expect(dollars).toContainText('has blacklisted this address: send it to another one.')
  await expect(button(page, 'Redeem for USDC')).toBeDisabled()
  const other = account(7)
  const had = await balanceOf(chain, 'usdc', other)
  await dollars.getByRole('checkbox', { name: 'Send to another address' }).check()
  await dollars.getByRole('textbox', { name: /address/i }).fill(other)
  await button(page, 'Redeem for USDC').click()
  await sign(page, 'Redeem 50 USDtz for USDC', ['Redeem 50 USDtz for USDC'])
  expect(await balanceOf(chain, 'usdc', other)).toBe(had + 50_000_000n)
  await goTo(page, site.url, '#/silos/trustees')
  const title = `Claim ${brief(owedUsd, 'USDC')}`
  await expect(page.getByRole('button', { name: title, exact: true })).toBeDisabled()
  const dividends = panelOf(page, 'Your dividends')
  await dividends.getByRole('checkbox', { name: 'Send to another address' }).first().check()
  await dividends.getByRole('textbox', { name: /address/i }).fill(other)
  await page.getByRole('button', { name: title, exact: true }).click()
  await sign(page, title, [title])
  expect(await balanceOf(chain, 'usdc', other)).toBe(had + 50_000_000n + owedUsd)

  // The reserve itself.
  await blacklist(chain, me, false)
  await blacklist(chain, reserve, true)
  await goTo(page, site.url, '#/silos/usdtz')
  await expect(panelOf(page, 'Redeem for USDC')).toContainText('no USDC enters or leaves it')
  for (const name of ['Mint', 'Redeem for USDC']) await expect(button(page, name)).toBeDisabled()
  for (const place of places) {
    await goTo(page, site.url, place)
    await expect(page.getByText('The reserve is on USDC’s blacklist', { exact: true })).toBeVisible()
  }
})

test('with no USDtz at all every page says so, and the first one in mints what was shown', async ({
  page,
  site,
  chain,
  wallet,
}) => {
  const reserve = reserveOf(chain)
  const { inventory } = await stateOf(chain)
  // Somebody buys the inventory, a closing moves what that left above Silo 1's line, and all leave.
  await giveUsdc(chain, keeper, inventory)
  await chain.act(keeper, { ...usdcOf(chain), functionName: 'approve', args: [reserve.address, inventory] })
  await chain.act(keeper, { ...reserve, functionName: 'mint', args: [inventory, keeper, inventory] })
  await toCycleEnd(chain)
  await chain.act(keeper, { ...reserve, functionName: 'closeCycle' })
  for (const { address } of accounts) {
    const held = await balanceOf(chain, 'usdtz', address)
    if (held > 0n) await chain.act(address, { ...reserve, functionName: 'redeemUsd', args: [held, address] })
  }
  const nothing = await stateOf(chain)
  expect([nothing.supply, nothing.inventory, nothing.books.f1]).toEqual([0n, 0n, 0n])

  await giveUsdc(chain, wallet.person.address, 2_000_000_000n)
  await page.goto(`${site.url}#/silos`)
  await connect(page)
  const behind = page.getByRole('group', { name: 'Stands behind each USDtz', exact: true })
  await expect(behind).toContainText('There is no USDtz.')
  await expect(page.getByText('There is no USDtz to back.').first()).toBeVisible()
  for (const place of [...places, '#/silos/lab', '#/']) {
    await goTo(page, site.url, place)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.locator('main')).not.toContainText(/NaN|Infinity|undefined/)
  }

  await goTo(page, site.url, '#/silos/usdtz')
  const mint = panelOf(page, 'Mint')
  const amount = 1_999_999_999n
  const made = advance(nothing, { kind: 'mint', amount })
  expect(made.isTaken).toBe(true)
  await mint.getByRole('textbox', { name: 'Amount of USDC' }).fill('1999.999999')
  await expect(mint).toContainText('1,999.999999 USDtz new')
  await button(page, 'Mint').click()
  await sign(page, 'Mint 1,999.99 USDtz', ['Approve 1,999.999999 USDC', 'Mint 1,999.99 USDtz'])
  expect(outcomeOf(await stateOf(chain))).toEqual(outcomeOf(made.state))
  await expect(behind).not.toContainText('There is no USDtz.')
  expect(await feedAnswer(chain)).toBeGreaterThan(0n)
})
