import type { Locator } from '@playwright/test'
import { account } from '../../devnet/accounts'
import { mintOf, redeemTaoOf, redeemUsdOf } from '../../src/math/collateral-backing'
import { WAD } from '../../src/math/units'
import { sign } from '../fixtures/screen'
import { expect, test } from '../fixtures/test'
import {
  ageSeconds,
  answerTao,
  approve,
  arrangeExample,
  backingOf,
  giveTao,
  giveTusdt,
  priceAtPercent,
  priceTao,
  running,
  stateOf,
  taoOf,
  taoOsmOf,
  usdcOf,
} from '../systems/collateral/backing'
import { emergency, governance } from '../../devnet/systems/collateral/deploy'
import { nextHop } from '../../devnet/systems/collateral/actions'
import { brief, exact, field, openTusdt, panelOf, press } from '../systems/collateral/screen'
import { balanceOf, tusdtOf } from '../systems/collateral/vaults'

const gets = (panel: Locator) => panel.getByRole('group', { name: 'You get', exact: true })

test(
  'the rule’s example: 700 TUSDT can be minted to the unit, and not a unit of TAO more (C2)',
  { tag: '@quick' },
  async ({ page, chain, wallet }) => {
    const { address } = wallet.person
    await arrangeExample(chain)
    const before = await stateOf(chain)
    expect([before.dayCap, before.roomOfDay]).toEqual([700n * WAD, 700n * WAD])
    await giveTao(chain, address, 5n * WAD)

    await openTusdt(page)
    const panel = panelOf(page, 'Mint')
    // A unit too much: said with the amount that is enough, and no wallet is asked.
    await field(panel, 'Amount of TAO').fill('2.800000000000000001')
    const tooMuch =
      '2.800000000000000001 TAO is too much: 700 TUSDT can be minted now, for 2.8 TAO. The limit is today’s cap.'
    await expect(panel.getByText(tooMuch).first()).toBeVisible()
    await expect(panel.getByRole('button', { name: 'Mint', exact: true })).toBeDisabled()
    const minting = { ...backingOf(chain), functionName: 'mint' }
    await giveTao(chain, account(2), 3n * WAD)
    await approve(chain, account(2), taoOf(chain))
    await expect(
      chain.act(account(2), { ...minting, args: [(28n * WAD) / 10n + 1n, account(2), 0n] }),
    ).rejects.toThrow('reverted')

    await press(panel, 'Max')
    await expect(field(panel, 'Amount of TAO')).toHaveValue('2.8')
    await expect(gets(panel)).toContainText('700 TUSDT')
    await expect(gets(panel)).toContainText('At least 696.5 TUSDT')
    const outcome = mintOf(before, (28n * WAD) / 10n)
    if (!outcome.isTaken) throw new Error(outcome.refusal.name)
    await press(panel, 'Mint')
    await sign(page, 'Mint 700 TUSDT', ['Approve 2.8 TAO', 'Mint 700 TUSDT'])

    const after = await stateOf(chain)
    expect(after.holdings).toEqual(outcome.after.holdings)
    expect(after.day.minted).toBe(700n * WAD)
    expect(await balanceOf(chain, (await tusdtOf(chain)).address, address)).toBe(700n * WAD)
    expect(await balanceOf(chain, taoOf(chain).address, address)).toBe((22n * WAD) / 10n)
    await expect(panel).toContainText('Today’s cap is used up. The next day begins at midnight UTC.')
    await expect(panel.getByRole('button', { name: 'Max' })).toHaveCount(0)
  },
)

test('minting counts at the lowest of three prices and redeeming for TAO at the highest, as shown (C1)', async ({
  page,
  chain,
  wallet,
}) => {
  const { address } = wallet.person
  await giveTao(chain, address, 10n * WAD)
  // The market has risen, and the module does not know it yet.
  await answerTao(chain, 400n * WAD)
  const before = await stateOf(chain)
  expect([before.prices.low, before.prices.high]).toEqual([380n * WAD, 400n * WAD])

  await openTusdt(page)
  const prices = panelOf(page, 'The two prices of TAO')
  await expect(prices.getByRole('row', { name: /^Live/ })).toContainText('Redeeming for TAO')
  await expect(prices.getByRole('row', { name: /^Current/ })).toContainText('Minting')
  await expect(prices).toContainText('Minting and redeeming for TAO at once would cost 5% now.')

  const mint = panelOf(page, 'Mint')
  await field(mint, 'Amount of TAO').fill('1.234567890123456789')
  const minted = mintOf(before, 1_234_567_890_123_456_789n)
  if (!minted.isTaken) throw new Error(minted.refusal.name)
  await expect(gets(mint)).toContainText(exact(minted.got, 'TUSDT'))
  await press(mint, 'Mint')
  const title = `Mint ${brief(minted.got, 'TUSDT')}`
  await sign(page, title, ['Approve 1.234567890123456789 TAO', title])
  expect((await stateOf(chain)).holdings).toEqual(minted.after.holdings)

  const redeem = panelOf(page, 'Redeem')
  await press(redeem, 'TAO')
  await press(redeem, 'Max')
  const held = await balanceOf(chain, (await tusdtOf(chain)).address, address)
  const paid = redeemTaoOf(await stateOf(chain), held)
  if (!paid.isTaken) throw new Error(paid.refusal.name)
  await expect(gets(redeem)).toContainText(exact(paid.got, 'TAO'))
  await press(redeem, 'Redeem for TAO')
  const back = `Redeem ${brief(held, 'TUSDT')} for TAO`
  await sign(page, back, [`Approve ${exact(held, 'TUSDT')}`, back])
  expect((await stateOf(chain)).holdings).toEqual(paid.after.holdings)
  expect(await balanceOf(chain, (await tusdtOf(chain)).address, address)).toBe(0n)
})

test('a leg that is too short pays no part, and the form says how much it pays for (C1)', async ({
  page,
  chain,
  wallet,
}) => {
  const { address } = wallet.person
  const { usd } = (await stateOf(chain)).holdings
  const most = usd * 10n ** 12n
  await giveTusdt(chain, address, most + 1_000n * WAD)

  await openTusdt(page)
  const panel = panelOf(page, 'Redeem')
  await field(panel, 'Amount of TUSDT').fill((most / WAD + 1n).toString())
  await expect(
    panel.getByText(`${exact(most, 'TUSDT')} can be redeemed for its ${exact(usd, 'USDC', 6)}.`).first(),
  ).toBeVisible()
  await expect(panel.getByRole('button', { name: 'Redeem for USDC', exact: true })).toBeDisabled()
  await press(panel, 'Max')
  await expect(gets(panel)).toContainText(exact(usd, 'USDC', 6))
  await press(panel, 'Redeem for USDC')
  const title = `Redeem ${brief(most, 'TUSDT')} for USDC`
  await sign(page, title, [`Approve ${exact(most, 'TUSDT')}`, title])
  expect((await stateOf(chain)).holdings.usd).toBe(0n)
  expect(await balanceOf(chain, usdcOf(chain).address, address)).toBe(usd)
  await expect(panel).toContainText('The backing holds no USDC. Redeem for TAO instead.')
})

test('another address gets it, and a contract of TUSDT never does (C1)', async ({ page, chain, wallet }) => {
  const { address } = wallet.person
  const friend = account(12)
  await giveTusdt(chain, address, 100n * WAD)
  const had = await balanceOf(chain, usdcOf(chain).address, friend)
  await openTusdt(page)
  const panel = panelOf(page, 'Redeem')
  await field(panel, 'Amount of TUSDT').fill('100')
  await panel.getByRole('checkbox', { name: 'Send to another address' }).check()
  const recipient = field(panel, 'Recipient address')
  for (const ours of [
    (await tusdtOf(chain)).address,
    backingOf(chain).address,
    chain.addresses.collateral.engineTAO,
  ]) {
    await recipient.fill(ours)
    await expect(panel.getByText(/This is a contract of this app/).first()).toBeVisible()
    await expect(panel.getByRole('button', { name: 'Redeem for USDC', exact: true })).toBeDisabled()
  }
  await recipient.fill(friend)
  await press(panel, 'Redeem for USDC')
  const title = 'Redeem 100 TUSDT for USDC'
  await sign(page, title, ['Approve 100 TUSDT', title])
  expect(await balanceOf(chain, usdcOf(chain).address, friend)).toBe(had + 100_000_000n)
})

test('where there is less backing than TUSDT everybody gets the same part, and minting is closed (C12)', async ({
  page,
  chain,
  wallet,
}) => {
  const { address } = wallet.person
  await giveTusdt(chain, address, 1_000n * WAD)
  await giveTao(chain, address, WAD)
  await priceTao(chain, await priceAtPercent(chain, 80n))
  const before = await stateOf(chain)
  const outcome = redeemUsdOf(before, 1_000n * WAD)
  if (!outcome.isTaken) throw new Error(outcome.refusal.name)

  await openTusdt(page)
  await expect(
    page.getByText(
      /^Under-backed: a TUSDT redeems for 0.79+\d* USD|^Under-backed: a TUSDT redeems for 0.8 USD/,
    ),
  ).toBeVisible()
  await expect(
    page.getByText('There is less backing than TUSDT issued for it: no sale can help.').first(),
  ).toBeVisible()
  const mint = panelOf(page, 'Mint')
  await field(mint, 'Amount of TAO').fill('1')
  await expect(mint.getByText(/^Backing is not above 150%/).first()).toBeVisible()

  const panel = panelOf(page, 'Redeem')
  await press(panel, 'Max')
  await expect(gets(panel)).toContainText(exact(outcome.got, 'USDC', 6))
  await press(panel, 'Redeem for USDC')
  const title = 'Redeem 1,000 TUSDT for USDC'
  await sign(page, title, ['Approve 1,000 TUSDT', title])
  const after = await stateOf(chain)
  expect(after.holdings).toEqual(outcome.after.holdings)
  expect(await balanceOf(chain, usdcOf(chain).address, address)).toBe(outcome.got)
  // Who waits has no less behind each.
  expect(after.backing * before.holdings.outstanding).toBeGreaterThanOrEqual(
    before.backing * after.holdings.outstanding,
  )
})

test('a price that is too old stops minting and redeeming for TAO, and USDC is paid as before (C8)', async ({
  page,
  chain,
  wallet,
}) => {
  const { address } = wallet.person
  await giveTusdt(chain, address, 250n * WAD)
  await giveTao(chain, address, WAD)
  await ageSeconds(chain, 9n * 86_400n)

  await openTusdt(page)
  const mint = panelOf(page, 'Mint')
  await field(mint, 'Amount of TAO').fill('1')
  await expect(mint.getByRole('button', { name: 'Mint', exact: true })).toBeDisabled()
  const old = 'The current price is too old to be used. Redeeming for USDC goes on.'
  await expect(mint.getByText(old).first()).toBeVisible()
  const panel = panelOf(page, 'Redeem')
  await press(panel, 'TAO')
  await field(panel, 'Amount of TUSDT').fill('250')
  await expect(panel.getByText(old).first()).toBeVisible()
  await press(panel, 'USDC')
  await press(panel, 'Max')
  await press(panel, 'Redeem for USDC')
  const title = 'Redeem 250 TUSDT for USDC'
  await sign(page, title, ['Approve 250 TUSDT', title])
  expect(await balanceOf(chain, usdcOf(chain).address, address)).toBe(250_000_000n)
})

test('a freeze closes minting, and two steps after its end it is open again (C8)', async ({
  page,
  chain,
  wallet,
}) => {
  const { address } = wallet.person
  await giveTao(chain, address, WAD)
  const osm = await taoOsmOf(chain)
  await chain.act(emergency, { ...osm, functionName: 'freeze' })

  await openTusdt(page)
  const mint = panelOf(page, 'Mint')
  await field(mint, 'Amount of TAO').fill('1')
  const frozen =
    'The price is frozen: the last one is shown for information only. Redeeming for USDC goes on.'
  await expect(mint.getByText(frozen).first()).toBeVisible()

  await chain.act(governance, { ...osm, functionName: 'proposeUnfreeze' })
  const { moveClock } = running(chain)
  await moveClock(Number(await chain.now()) + 2 * 86_400 + 1)
  await chain.act(account(3), { ...osm, functionName: 'unfreeze' })
  await nextHop(running(chain))
  await expect(
    mint.getByText('There is no current price yet. Redeeming for USDC goes on.').first(),
  ).toBeVisible()
  await nextHop(running(chain))
  await nextHop(running(chain))
  await press(mint, 'Mint')
  await sign(page, 'Mint 380 TUSDT', ['Approve 1 TAO', 'Mint 380 TUSDT'])
  expect(await balanceOf(chain, (await tusdtOf(chain)).address, address)).toBe(380n * WAD)
})
