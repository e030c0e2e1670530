import { usdt } from '../fixtures/chain'
import { person } from '../fixtures/people'
import { connect, review, shownUsdt } from '../fixtures/screen'
import { Series, setBtcPrice, tenBtcTerms } from '../systems/backstop/series'
import { expect, test } from '../fixtures/test'

const name = 'Series Outcome'
const bob = person('Bob')
const carol = person('Carol')

test('what a stake earns and can lose is said before it is made, and is what the chain then does', async ({
  page,
  site,
  chain,
  wallet,
}) => {
  test.setTimeout(180_000)
  await setBtcPrice(chain, 100_000n)
  // After it: the window of a day, which begins now, may not begin before the feed's newest answer.
  const now = await chain.now()
  const dates = { stakingClose: now + 43_200n, saleOpen: now + 43_200n, saleClose: now + 86_400n }
  // The first to close: what the page begins with.
  const series = await Series.create(chain, { ...tenBtcTerms(now, name), ...dates, upfrontAsset: 1 })
  await chain.fund(bob, usdt(600_000))
  await chain.fund(carol, usdt(1_000_000))
  await series.stake(bob, usdt(600_000))

  await page.goto(`${site.url}#/stake`)
  await connect(page)
  const form = page.getByRole('region', { name: `Stake in ${name}` })
  const amount = form.getByRole('textbox', { name: 'Amount', exact: true })
  const sizing = page.getByRole('region', { name: 'Sizing' })

  await test.step('more than the cap leaves is surplus, in the form and in the review', async () => {
    await amount.fill('450000')
    await expect(form.getByText(/^50,000 USDT of it is above the cap/)).toBeVisible()
    await form.getByRole('button', { name: 'Stake', exact: true }).click()
    const dialog = review(page, `Stake 450,000 USDT in ${name}`)
    await expect(dialog.getByText(/^50,000 USDT of it is above the cap/)).toBeVisible()
    await page.keyboard.press('Escape')
    await form.getByRole('button', { name: 'To cap: 400,000 USDT' }).click()
    await expect(amount).toHaveValue('400000')
    await expect(form.getByText(/above the cap/)).toHaveCount(0)
  })

  const future = page.getByRole('region', { name: 'Set the future' })
  const asSet = page.getByRole('region', { name: /^As set below/ })
  const figure = (label: string) =>
    asSet.locator('dl > div', { has: page.getByText(label, { exact: true }) }).locator('dd')
  await test.step('earned and lost stand above the button, the futures on one scale beside it', async () => {
    await amount.fill('10000')
    await expect(form.getByRole('group', { name: 'You earn, if sold in full' })).toContainText('+1,000')
    await expect(form.getByRole('group', { name: 'You can lose, at worst' })).toContainText('−9,000')
    await expect(page.getByRole('region', { name: 'Nothing is used' })).toContainText('11,000')
    await expect(page.getByRole('region', { name: 'Worst case' })).toContainText('1,000−9,000')
    await expect(page.getByText(/^Up to 10,000 USDT of your stake/)).toContainText('would get 9,000 USDT')
    await expect(page.getByText(/The treasury holds [\d.]+ BTC/)).toBeVisible()
    await expect(page.getByRole('region', { name: /^What became of 10,000 USDT/ })).toContainText('Series A')
    await future.getByRole('textbox', { name: 'Notes sold, of what may be' }).fill('50')
    await expect(future.getByText('305,000 USDT sold')).toBeVisible()
    await future.getByRole('button', { name: 'Reset' }).click()
    await future.getByRole('textbox', { name: 'Warrants exercised' }).fill('40')
    await expect(future.getByText('268,400 USDT paid in for Notes')).toBeVisible()
  })
  const said = {
    back: await figure('USDT back').innerText(),
    upfront: await figure('Upfront share, USDT').innerText(),
    meaning: await asSet.getByText(/is owed for it/).innerText(),
  }

  await test.step('a series whose staking closes stays on screen and says so', async () => {
    await series.stake(wallet.person, usdt(10_000))
    await amount.fill('5000')
    await expect(sizing.getByText('My addition')).toBeVisible()
    await chain.moveTo(series.terms.stakingClose)
    await expect(page.getByText(`Staking in ${name} has closed`)).toBeVisible()
    await expect(form).toBeVisible()
    await expect(sizing.getByText('My addition')).toHaveCount(0)
  })

  await test.step('the same future on the chain', async () => {
    await series.subscribe(carol, usdt(610_000))
    await chain.moveTo(series.terms.saleClose)
    await series.finalizeSale()
    await series.exercise(carol, usdt(268_400))
    await chain.moveTo(series.terms.maturity)
    await series.settle()
    await series.makeWhole()
    const { entitlementUsdt, upfrontClaimable, shares } = await series.position(wallet.person)
    const { targetUsdt } = await series.settlement()
    const { totalShares } = await series.state()
    expect(said).toEqual({
      back: shownUsdt(entitlementUsdt),
      upfront: shownUsdt(upfrontClaimable),
      meaning: `${shownUsdt(shares - entitlementUsdt)} repays Notes; ${shownUsdt((targetUsdt * shares) / totalShares)} is owed for it in MSTR and BTC.`,
    })
  })
})
