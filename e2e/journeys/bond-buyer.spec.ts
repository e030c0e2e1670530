import type { Page } from '@playwright/test'
import { erc20Abi } from 'viem'
import { usdt } from '../fixtures/chain'
import { person } from '../fixtures/people'
import { connect, expectFigure, shownUsdt, sign } from '../fixtures/screen'
import { Series, tenBtcTerms } from '../systems/backstop/series'
import { expect, test } from '../fixtures/test'

const name = 'Series Buyer'
const panelOf = (page: Page) => page.getByRole('region', { name: 'Notes and Warrants' })

/** Fills in the amount of the open form, presses its button and signs `steps`. */
async function act(page: Page, amount: string, button: string, title: string, steps: readonly string[]) {
  const panel = panelOf(page)
  await panel.getByRole('textbox', { name: 'Amount' }).fill(amount)
  await panel.getByRole('button', { name: button, exact: true }).click()
  await sign(page, title, steps)
}

test('a bond buyer subscribes, exercises, converts, redeems early from both payers, and is repaid at maturity', async ({
  page,
  site,
  chain,
  wallet,
}) => {
  test.setTimeout(240_000)
  const bob = person('Bob')
  await chain.fund(bob, usdt(1_000_000))
  const series = await Series.create(chain, tenBtcTerms(await chain.now(), name))
  await series.stake(bob, usdt(1_000_000))
  await chain.moveTo(series.terms.saleOpen)
  await page.goto(`${site.url}#/series/${series.id}`)
  await connect(page)
  const panel = panelOf(page)
  const tab = (label: string) => panel.getByRole('tab', { name: label }).click()
  const balance = () =>
    chain.read.readContract({
      address: chain.addresses.shared.usdt,
      abi: erc20Abi,
      functionName: 'balanceOf',
      args: [wallet.person.address],
    })

  await test.step('buys at par, at most what is left', async () => {
    await panel.getByRole('textbox', { name: 'Amount' }).fill('1000001')
    await expect(panel.getByText('More than the 1,000,000 USDT left for sale.')).toBeVisible()
    const title = `Subscribe 600,000 USDT to ${name}`
    await act(page, '600000', 'Subscribe', title, ['Approve 600,000 USDT', title])
    expect((await series.state()).soldUsdt).toBe(usdt(600_000))
    await expect(panel).toContainText('600,000 USDT principal')
    await expect(panel).toContainText('600,000 USDT par')
  })

  await test.step('anybody can finalize the sale', async () => {
    await chain.moveTo(series.terms.saleClose)
    await page.getByRole('button', { name: 'Finalize sale' }).click()
    await sign(page, `Finalize the sale of ${name}`, [`Finalize the sale of ${name}`])
    expect(await series.state()).toMatchObject({ isFinalized: true, requiredUsdt: usdt(600_000) })
  })

  await test.step('Home and End go to the first and the last tab', async () => {
    const tabs = panel.getByRole('tab')
    await tabs.first().focus()
    for (const [key, reached] of [
      ['End', tabs.last()],
      ['Home', tabs.first()],
    ] as const) {
      await page.keyboard.press(key)
      await expect(reached).toBeFocused()
      await expect(reached).toHaveAttribute('aria-selected', 'true')
    }
  })

  await test.step('exercising fills the ledger, converting lowers the Notes: both release', async () => {
    const exercise = 'Exercise 100,000 USDT of Warrant 1 for 250 MSTR'
    await act(page, '100000', 'Exercise', exercise, ['Approve 100,000 USDT', exercise])
    expect(await series.state()).toMatchObject({ ledgerUsdt: usdt(100_000), requiredUsdt: usdt(500_000) })
    await tab('Convert')
    const convert = 'Convert 76,000 USDT of Note 1 to 200 MSTR'
    await act(page, '76000', 'Convert', convert, [convert])
    expect(await series.state()).toMatchObject({
      outstandingUsdt: usdt(524_000),
      requiredUsdt: usdt(424_000),
    })
  })

  await test.step('a Warrant becomes two, of which one can be sold', async () => {
    await tab('Split')
    const first = panel.getByRole('textbox', { name: 'Par of the first part' })
    const split = panel.getByRole('button', { name: 'Split', exact: true })
    for (const [wrong, why] of [
      ['500000', 'both parts need some'],
      ['0', 'Enter an amount above 0.'],
    ] as const) {
      await first.fill(wrong)
      await expect(split).toBeDisabled()
      await expect(panel).toContainText(why)
    }
    await first.fill('120000.5')
    await expect(panel).toContainText('Two new ones take its place: 120,000.5 USDT and 379,999.5 USDT par.')
    await split.click()
    const title = 'Split Warrant 2 into 120,000.5 USDT and 379,999.5 USDT'
    await sign(page, title, [title])
    for (const [id, par] of [
      [3n, 120_000_500_000n],
      [4n, 379_999_500_000n],
    ] as const)
      expect(await series.parOf(id)).toBe(par)
    await expect(panel).toContainText('Warrant 3120,000.5 USDT par')
    await expect(panel.getByText('Warrant 2', { exact: true })).toHaveCount(0)
  })

  await test.step('an early redemption out of the ledger releases nothing, one of the treasury does', async () => {
    await tab('Redeem early')
    await act(page, '40000', 'Redeem early', 'Redeem 40,000 USDT of Note 2 early', [
      'Redeem 40,000 USDT of Note 2 early',
    ])
    expect(await series.state()).toMatchObject({ ledgerUsdt: usdt(60_000), requiredUsdt: usdt(424_000) })

    await series.setEarlyRedemptionBudget(usdt(24_000))
    await panel.getByRole('radio', { name: 'Treasury' }).check()
    await act(page, '24000', 'Redeem early', 'Redeem 24,000 USDT of Note 3 early', [
      'Redeem 24,000 USDT of Note 3 early',
    ])
    expect(await series.state()).toMatchObject({
      outstandingUsdt: usdt(460_000),
      requiredUsdt: usdt(400_000),
    })
  })

  await test.step('after settlement the whole Note is repaid', async () => {
    await chain.moveTo(series.terms.maturity)
    await series.settle()
    const before = await balance()
    await panel.getByRole('button', { name: 'Redeem', exact: true }).click()
    await sign(page, 'Redeem Note 4 for 460,000 USDT', ['Redeem Note 4 for 460,000 USDT'])
    expect((await balance()) - before).toBe(usdt(460_000))
    const { requiredUsdt, totalShares } = await series.state()
    expect(requiredUsdt).toBe(usdt(400_000))
    await expectFigure(page, 'Staked', shownUsdt(totalShares))
  })
})
