import type { Page } from '@playwright/test'
import { expectFigure, openSeries, sign } from '../fixtures/screen'
import { expect, test } from '../fixtures/test'

const name = 'Series J'

/** From now on: what the page asks of anybody but its own site. */
function watchRequests(page: Page, siteUrl: string): readonly string[] {
  const strange: string[] = []
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(siteUrl).origin || request.method() !== 'GET')
      strange.push(`${request.method()} ${request.url()}`)
  })
  return strange
}

test('without a wallet: stake, let a week pass and withdraw, on a chain that never leaves the tab', async ({
  page,
  site,
}) => {
  test.setTimeout(300_000)
  const bar = page.getByRole('region', { name: 'Practice' })
  await page.goto(`${site.url}#/`)
  await page.getByRole('link', { name: 'Try it without a wallet' }).click()
  await expect(bar).toContainText('Practice chain: nothing here is real.')
  const strange = watchRequests(page, site.url)

  await test.step('stake with the practice wallet, which is connected by itself', async () => {
    await page.goto(`${site.url}?chain=195107415#/stake`)
    const panel = page.getByRole('region', { name: `Stake in ${name}` })
    const leaving = page.getByRole('region', { name: 'Leave before staking closes' })
    await expect(leaving).toContainText('Staked 12,500 USDT')
    await panel.getByRole('textbox', { name: 'Amount' }).fill('1000')
    await panel.getByRole('button', { name: 'Stake', exact: true }).click()
    const title = `Stake 1,000 USDT in ${name}`
    await sign(page, title, ['Approve 1,000 USDT', title])
    await expect(leaving).toContainText('Staked 13,500 USDT')
  })

  await test.step('a week later the sale is over: nothing was sold, and the stake is free', async () => {
    await bar.getByText('Time and money').click()
    await bar.getByRole('button', { name: 'Let a week pass' }).click()
    await expect(bar.getByRole('status')).toContainText('22 Jan 2027')
    await page.goto(`${site.url}?chain=195107415#/withdraw`)
    const panel = await openSeries(page, name)
    await page.getByRole('button', { name: `Finalize sale: ${name}` }).click()
    await sign(page, `Finalize the sale of ${name}`, [`Finalize the sale of ${name}`])
    await expectFigure(panel, 'Claimable', '13,500 USDT')
    await panel.getByRole('button', { name: 'Max', exact: true }).click()
    await panel.getByRole('button', { name: 'Withdraw', exact: true }).click()
    const title = `Withdraw 13,500 USDT from ${name}`
    await sign(page, title, [title])
    await expectFigure(panel, 'Withdrawn', '13,500 USDT')
  })

  await test.step('loaded again, it begins anew', async () => {
    await page.reload()
    await expect(bar).toContainText('15 Jan 2027')
    const panel = await openSeries(page, name)
    await expectFigure(panel, 'Staked', '12,500 USDT')
  })
  expect(strange).toEqual([])
})
