import type { Page } from '@playwright/test'
import { erc20Abi, type Address } from 'viem'
import { usdt, type Chain } from '../fixtures/chain'
import { person, type Person } from '../fixtures/people'
import {
  chooseSeries,
  connect,
  expectFigure,
  frontRow,
  row,
  shownBtc,
  shownUsdt,
  sign,
} from '../fixtures/screen'
import { answerFeeds, Series, setBtcPrice, tenBtcTerms } from '../systems/backstop/series'
import { expect, test } from '../fixtures/test'

const name = 'Ten Bitcoin'
const bob = person('Bob')
const carol = person('Carol')

/** Whole-number balance change of `who` while `act` runs. */
async function gain(chain: Chain, token: Address, who: Person, act: () => Promise<void>): Promise<bigint> {
  const balance = () =>
    chain.read.readContract({ address: token, abi: erc20Abi, functionName: 'balanceOf', args: [who.address] })
  const before = await balance()
  await act()
  return (await balance()) - before
}

async function stake(page: Page, amount: string, shownAmount: string): Promise<void> {
  const panel = page.getByRole('region', { name: `Stake in ${name}` })
  await panel.getByRole('textbox', { name: 'Amount' }).fill(amount)
  await panel.getByRole('button', { name: 'Stake', exact: true }).click()
  const title = `Stake ${shownAmount} USDT in ${name}`
  await sign(page, title, [`Approve ${shownAmount} USDT`, title])
}

/** From now on: how often something was pressed. */
async function countPresses(page: Page): Promise<() => Promise<number>> {
  const counter = await page.evaluateHandle(() => {
    const counted = { presses: 0 }
    addEventListener('click', () => (counted.presses += 1), true)
    return counted
  })
  return () => counter.evaluate(({ presses }) => presses)
}

/** Every figure of the withdraw page's panel is what the pool says. */
async function expectWithdrawPanel(page: Page, series: Series, who: Person): Promise<void> {
  const panel = page.getByRole('region', { name, exact: true })
  const { shares, withdrawnUsdt, entitlementUsdt, claimableUsdt } = await series.position(who)
  await expectFigure(panel, 'Locked', shownUsdt(shares - entitlementUsdt))
  await expectFigure(panel, 'Released', shownUsdt(entitlementUsdt))
  await expectFigure(panel, 'Withdrawn', shownUsdt(withdrawnUsdt))
  await expectFigure(panel, 'Claimable', shownUsdt(claimableUsdt))
}

async function withdrawEverything(page: Page, chain: Chain, series: Series, who: Person): Promise<bigint> {
  const { claimableUsdt } = await series.position(who)
  const panel = page.getByRole('region', { name, exact: true })
  const got = await gain(chain, chain.addresses.shared.usdt, who, async () => {
    const button = panel.getByRole('button', { name: 'Withdraw', exact: true })
    await expect(button).toHaveAttribute('aria-disabled', 'true')
    await panel.getByRole('button', { name: 'Max', exact: true }).click()
    await button.click()
    const title = `Withdraw ${shownUsdt(claimableUsdt)} from ${name}`
    await sign(page, title, [title])
  })
  expect(got).toBe(claimableUsdt)
  await expectWithdrawPanel(page, series, who)
  return got
}

async function claimEverything(page: Page, steps: readonly string[] = []): Promise<void> {
  const panel = page.getByRole('region', { name, exact: true })
  await panel.getByRole('button', { name: 'Claim', exact: true }).click()
  await sign(page, `Claim from ${name}`, [...steps, `Claim from ${name}`])
}

test(
  'the whole life of a stake: 10 BTC raised, three releases, 10% used at maturity, every claim',
  { tag: '@quick' },
  async ({ page, site, chain, wallet }) => {
    test.setTimeout(300_000)
    const alice = wallet.person
    const { usdt: usdtToken } = chain.addresses.shared
    const { btc: btcToken } = chain.addresses.backstop
    await chain.fund(bob, usdt(350_000))
    await chain.fund(carol, usdt(1_400_000))
    await setBtcPrice(chain, 100_000n)
    const series = await Series.create(chain, tenBtcTerms(await chain.now(), name))

    await test.step('two stakers stake through the app, the first within eight presses', async () => {
      await page.goto(`${site.url}#/`)
      const presses = await countPresses(page)
      await frontRow(page, 'Backstop').getByRole('link', { name: 'Backstop' }).click()
      await connect(page)
      await chooseSeries(page, name)
      await page.getByRole('textbox', { name: 'Amount' }).click()
      await stake(page, '700000', '700,000')
      // The last one closes the review.
      expect((await presses()) - 1).toBeLessThanOrEqual(8)
      expect((await series.position(alice)).shares).toBe(usdt(700_000))

      await wallet.switchAccount(bob)
      await expect(page.getByRole('button', { name: `Account ${bob.address}` })).toBeVisible()
      await stake(page, '350000', '350,000')
      expect((await series.position(bob)).shares).toBe(usdt(350_000))

      const { capacityUsdt, saleLimitUsdt, totalShares } = await series.state()
      expect(totalShares).toBe(usdt(1_050_000))
      const sizing = page.getByRole('region', { name: 'Sizing' })
      await expectFigure(sizing, 'Capacity', shownUsdt(capacityUsdt))
      await expectFigure(sizing, 'Sale limit', shownUsdt(saleLimitUsdt))
      await expectFigure(sizing, 'My share of the pool', '33.33%')
      await wallet.switchAccount(alice)
      await expectFigure(sizing, 'My share of the pool', '66.66%')
    })

    await test.step('Notes worth 10 BTC are sold; the surplus is free at once', async () => {
      await chain.moveTo(series.terms.saleOpen)
      await series.subscribe(carol, usdt(1_000_000))
      await chain.moveTo(series.terms.saleClose)
      await series.finalizeSale()
      expect((await series.state()).requiredUsdt).toBe(usdt(1_000_000))

      await page.goto(`${site.url}#/withdraw`)
      await expectWithdrawPanel(page, series, alice)
      expect(await withdrawEverything(page, chain, series, alice)).toBe(33_333_333_333n)
    })

    await test.step('1 BTC upfront and 1,000 warrants are shared by stake', async () => {
      await page.goto(`${site.url}#/claims`)
      const panel = page.getByRole('region', { name, exact: true })
      const { upfrontClaimable } = await series.position(alice)
      expect((await series.state()).upfrontTotal).toBe(100_000_000n)
      expect(upfrontClaimable).toBe(66_666_666n)
      await expect(row(panel, 'Upfront share')).toContainText(shownBtc(upfrontClaimable))
      await expect(row(panel, 'Warrants')).toContainText('667')
      const got = await gain(chain, btcToken, alice, () =>
        claimEverything(page, [`Allocate the warrants of ${name}`]),
      )
      expect(got).toBe(upfrontClaimable)
      expect(await series.warrantParOf(alice)).toBe(667n * usdt(100))
    })

    await test.step('a warrant exercise, a conversion and an early redemption release stake', async () => {
      await page.goto(`${site.url}#/withdraw`)
      await series.exercise(carol, usdt(400_000))
      expect((await series.state()).requiredUsdt).toBe(usdt(600_000))
      await expectWithdrawPanel(page, series, alice)
      await withdrawEverything(page, chain, series, alice)

      await series.convert(carol, usdt(300_000))
      expect((await series.state()).requiredUsdt).toBe(usdt(300_000))
      await expectWithdrawPanel(page, series, alice)

      await series.redeemEarlyFromTreasury(carol, usdt(200_000))
      expect((await series.state()).requiredUsdt).toBe(usdt(100_000))
      await expectWithdrawPanel(page, series, alice)
      await withdrawEverything(page, chain, series, alice)

      const panel = page.getByRole('region', { name, exact: true })
      await panel.getByText('What released it, and when').click()
      for (const [cause, released, left] of [
        ['Sale finalized', 50_000, 1_000_000],
        ['Warrant exercised', 400_000, 600_000],
        ['Note converted', 300_000, 300_000],
        ['Note redeemed early', 200_000, 100_000],
      ] as const) {
        const release = row(panel.getByRole('table', { name: 'Releases' }), cause)
        await expect(release).toContainText(shownUsdt(usdt(released)))
        await expect(release).toContainText(shownUsdt(usdt(left)))
      }
    })

    await test.step('before maturity the contract itself says what will be paid', async () => {
      await page.goto(`${site.url}#/claims`)
      const panel = page.getByRole('region', { name, exact: true })
      await panel.getByRole('button', { name: 'Ask the contract' }).click()
      const said = panel.getByRole('region', { name: /What the contract says for maturity/ })
      await expectFigure(said, 'USDT', '0 USDT')
      await expectFigure(panel.getByRole('region', { name: /If settled now/ }), 'My BTC', '0.6 BTC')
    })

    await test.step('at maturity 10% is used and 0.9 BTC make up for it', async () => {
      await chain.moveTo(series.terms.maturity)
      const panel = page.getByRole('region', { name, exact: true })
      await panel.getByRole('button', { name: 'Settle', exact: true }).click()
      await sign(page, `Settle ${name}`, [`Settle ${name}`])
      expect(await series.settlement()).toMatchObject({
        outstandingUsdt: usdt(500_000),
        fromLedgerUsdt: usdt(400_000),
        usedUsdt: usdt(100_000),
        fixedAt: 0n,
      })
      await expect(panel.getByText('The compensation is not fixed yet')).toBeVisible()
      await expectFigure(panel.getByRole('region', { name: /Settlement/ }), 'My BTC', '0.6 BTC')

      await answerFeeds(chain)
      await panel.getByRole('button', { name: 'Fix compensation', exact: true }).click()
      await sign(page, `Fix the compensation of ${name}`, [
        'Record the price of MSTR at maturity',
        'Record the price of BTC at maturity',
        `Fix the compensation of ${name}`,
      ])
      expect(await series.settlement()).toMatchObject({ btcOwed: 90_000_000n, btcFunded: 0n })
      await panel.getByRole('button', { name: 'Fund make-whole', exact: true }).click()
      await sign(page, `Fund the make-whole of ${name}`, [`Fund the make-whole of ${name}`])
      const result = await series.settlement()
      expect(result).toMatchObject({
        targetUsdt: usdt(90_000),
        mstrPaid: 0n,
        btcOwed: 90_000_000n,
        btcFunded: 90_000_000n,
      })

      const settlement = panel.getByRole('region', { name: /Settlement/ })
      await expectFigure(settlement, 'My stake used', '66,666.66 USDT')
      await expectFigure(settlement, 'My BTC', '0.6 BTC')
      await expect(row(panel, 'BTC make-whole')).toContainText('0.6 BTC')
      expect(await gain(chain, btcToken, alice, () => claimEverything(page))).toBe(60_000_000n)
    })

    await test.step('the second staker, who took nothing so far, gets everything in one claim', async () => {
      await wallet.switchAccount(bob)
      const panel = page.getByRole('region', { name, exact: true })
      const { claimableUsdt, upfrontClaimable, btcClaimable } = await series.position(bob)
      expect(btcClaimable).toBe(30_000_000n)
      await expect(row(panel, 'USDT')).toContainText(shownUsdt(claimableUsdt))
      await expect(row(panel, 'BTC make-whole')).toContainText('0.3 BTC')
      let btcGain = 0n
      const usdtGain = await gain(chain, usdtToken, bob, async () => {
        btcGain = await gain(chain, btcToken, bob, () => claimEverything(page))
      })
      expect(btcGain).toBe(upfrontClaimable + btcClaimable)
      expect(usdtGain).toBe(claimableUsdt)
      expect(usdtGain).toBe(316_666_666_666n)
      expect(await series.warrantParOf(bob)).toBe(333n * usdt(100))
    })

    await test.step('the Notes are repaid in full and at most dust is left', async () => {
      await series.redeem(carol)
      const left = await chain.read.readContract({
        address: usdtToken,
        abi: erc20Abi,
        functionName: 'balanceOf',
        args: [series.addresses.pool],
      })
      const { claimableUsdt } = await series.position(alice)
      expect(left - claimableUsdt).toBeLessThan(2n)
    })
  },
)
