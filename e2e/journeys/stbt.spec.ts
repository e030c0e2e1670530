import { readFile } from 'node:fs/promises'
import { wstbtAbi } from '../../abis/WSTBT'
import { queueSeconds } from '../../devnet/systems/stbt/deploy'
import { demo } from '../fixtures/people'
import { connect, review, shown, sign } from '../fixtures/screen'
import { expect, test } from '../fixtures/test'
import { holdingOf } from '../systems/stbt/stbt'

const exact = (value: bigint, symbol = 'STBT') => shown(value, 18, 18, symbol)

test(
  'the balance, where it comes from and the statement are what the chain says',
  { tag: '@quick' },
  async ({ page, site, chain, wallet }) => {
    await wallet.switchAccount(demo())
    const { balance } = await holdingOf(chain, chain.addresses.stbt, demo().address)
    await page.goto(`${site.url}#/stbt`)
    await connect(page)
    const panel = page.getByRole('region', { name: 'Your balance' })
    await expect(panel).toContainText(shown(balance, 18, 2, '').trim())
    // What came in, went out and was earned makes the balance.
    await expect(panel.getByText('Came in')).toBeVisible()
    await expect(panel.getByText('The history is incomplete')).toHaveCount(0)
    // A column says of when it is, and how much.
    const chart = page.getByRole('img', { name: /^Chart: Interest by payment/ })
    await chart.hover()
    await expect(chart.locator('.recharts-tooltip-wrapper')).toHaveText(/UTCInterest[\d.−]+ STBT$/)

    await page.getByRole('link', { name: 'Statement', exact: true }).click()
    const sum = page.getByLabel('Sum of the statement')
    await sum.getByRole('button').last().focus()
    await expect(page.getByRole('tooltip').last()).toHaveText(`Exactly ${exact(balance)}`)

    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'JSON', exact: true }).click()
    const file = JSON.parse(await readFile(await (await download).path(), 'utf8')) as {
      entries: Record<'opening' | 'flow' | 'interest' | 'rounding' | 'closing', string>[]
    }
    let before = 0n
    for (const { opening, flow, interest, rounding, closing } of file.entries) {
      expect(BigInt(opening)).toBe(before)
      expect(before + BigInt(flow) + BigInt(interest) + BigInt(rounding)).toBe(BigInt(closing))
      before = BigInt(closing)
    }
    expect(before).toBe(balance)
    expect(file.entries.length).toBeGreaterThan(200)
  },
)

test('wrapping all of it leaves no share behind, and unwrapping brings it back', async ({
  page,
  site,
  chain,
  wallet,
}) => {
  await wallet.switchAccount(demo())
  const before = await holdingOf(chain, chain.addresses.stbt, demo().address)
  const wrapper = { address: chain.addresses.stbt.wstbt, abi: wstbtAbi } as const
  const wrappedOf = () =>
    chain.read.readContract({ ...wrapper, functionName: 'balanceOf', args: [demo().address] })
  const wrapped = await wrappedOf()
  await page.goto(`${site.url}#/stbt/wrap`)
  await connect(page)
  const form = page.getByRole('region', { name: 'Wrap', exact: true })
  await form.getByRole('button', { name: 'Max' }).click()
  await form.getByRole('button', { name: 'Wrap', exact: true }).click()
  await expect(review(page, /^Wrap/)).toBeVisible()
  const title = (await review(page, /^Wrap/).getByRole('heading').first().textContent()) ?? ''
  // One unit more than the balance: the amount whose shares are all of them.
  await sign(page, title, [`Approve ${exact(before.balance + 1n)}`, title])
  const after = await holdingOf(chain, chain.addresses.stbt, demo().address)
  expect(after).toEqual({ balance: 0n, shares: 0n })
  expect(await wrappedOf()).toBe(wrapped + before.shares)

  const back = page.getByRole('region', { name: 'Unwrap', exact: true })
  await back.getByRole('button', { name: 'Max' }).click()
  await back.getByRole('button', { name: 'Unwrap', exact: true }).click()
  const unwrapTitle =
    (await review(page, /^Unwrap/)
      .getByRole('heading')
      .first()
      .textContent()) ?? ''
  await sign(page, unwrapTitle, [unwrapTitle])
  expect(await wrappedOf()).toBe(0n)
  const { shares } = await holdingOf(chain, chain.addresses.stbt, demo().address)
  expect(wrapped + before.shares - shares).toBeLessThanOrEqual(1n)
})

test('a deposit waits in the queue, and is executed when its time has come', async ({
  page,
  site,
  chain,
  wallet,
}) => {
  await wallet.switchAccount(demo())
  await page.goto(`${site.url}#/stbt/mint`)
  await connect(page)
  await page.getByRole('combobox', { name: 'Coin' }).selectOption('USDT')
  await page.getByRole('textbox', { name: 'Amount' }).fill('333')
  await page.getByRole('button', { name: 'Deposit', exact: true }).click()
  const title = 'Deposit 333 USDT for STBT'
  await sign(page, title, ['Approve 333 USDT', title])
  const request = page.getByRole('listitem', { name: 'Issue 333 STBT', exact: true })
  await expect(request).toContainText('In the queue')
  await expect(request.getByRole('button', { name: 'Execute', exact: true })).toBeDisabled()

  await chain.moveTo((await chain.now()) + queueSeconds['issue(address,uint256,bytes)'])
  await expect(request).toContainText('Ready')
  const before = await holdingOf(chain, chain.addresses.stbt, demo().address)
  await request.getByRole('button', { name: 'Execute', exact: true }).click()
  await sign(page, 'Issue 333 STBT', ['Issue 333 STBT'])
  await expect(request).toContainText('Issued')
  const { balance } = await holdingOf(chain, chain.addresses.stbt, demo().address)
  expect(333n * 10n ** 18n - (balance - before.balance)).toBeLessThanOrEqual(2n)
})

test('a redemption goes to the pool to the unit, and a settlement is told with what is missing', async ({
  page,
  site,
  chain,
  wallet,
}) => {
  await wallet.switchAccount(demo())
  await page.goto(`${site.url}#/stbt/redeem`)
  await connect(page)
  // The seeded one that was paid after an early sale, with a trading fee nobody quoted.
  const paidLess = page
    .getByRole('listitem')
    .filter({ hasText: 'for USDT' })
    .filter({ hasText: 'Due by its own fee' })
  await expect(paidLess).toContainText(/12(\.000001)? USDT less: other fees\./)

  await page.getByRole('textbox', { name: 'Amount of STBT' }).fill('1000')
  const quote = page.getByLabel('Quote')
  await expect(quote).toContainText('999 USDC')
  const before = await holdingOf(chain, chain.addresses.stbt, demo().address)
  await page.getByRole('button', { name: 'Redeem', exact: true }).click()
  const title = 'Redeem 1,000 STBT for USDC'
  await sign(page, title, ['Approve 1,000 STBT', title])
  const { balance } = await holdingOf(chain, chain.addresses.stbt, demo().address)
  expect(10n ** 21n - (before.balance - balance)).toBeLessThanOrEqual(2n)
  await expect(page.getByRole('listitem').filter({ hasText: 'Not paid yet.' }).first()).toContainText(
    'In the queue',
  )
})
