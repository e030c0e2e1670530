import type { Page } from '@playwright/test'
import { maxUint256 } from 'viem'
import { tetherUsdAbi } from '../../abis/TetherUSD'
import { usdt, type Chain } from '../fixtures/chain'
import type { Person } from '../fixtures/people'
import { chooseSeries, connect, review, sign } from '../fixtures/screen'
import { Series, tenBtcTerms } from '../systems/backstop/series'
import { expect, test } from '../fixtures/test'

const name = 'Series Allowance'
const title = `Stake 250 USDT in ${name}`

function allowance(chain: Chain, owner: Person, series: Series): Promise<bigint> {
  return chain.read.readContract({
    address: chain.addresses.shared.usdt,
    abi: tetherUsdAbi,
    functionName: 'allowance',
    args: [owner.address, series.addresses.pool],
  })
}

async function approve(chain: Chain, owner: Person, series: Series, amount: bigint): Promise<void> {
  await chain.act(owner.address, {
    address: chain.addresses.shared.usdt,
    abi: tetherUsdAbi,
    functionName: 'approve',
    args: [series.addresses.pool, amount],
  })
}

/** Opens the review of a stake of 250 USDT. */
async function reviewStake(page: Page, url: string): Promise<void> {
  await page.goto(`${url}#/stake`)
  await connect(page)
  await chooseSeries(page, name)
  const panel = page.getByRole('region', { name: `Stake in ${name}` })
  await panel.getByRole('textbox', { name: 'Amount' }).fill('250')
  await panel.getByRole('button', { name: 'Stake', exact: true }).click()
}

test('without an allowance exactly the amount is approved, and nothing stands afterwards', async ({
  page,
  site,
  chain,
  wallet,
}) => {
  const series = await Series.create(chain, tenBtcTerms(await chain.now(), name))
  await reviewStake(page, site.url)
  await expect(review(page, title)).toContainText('may spend 0 USDT now, 0 USDT afterwards')
  await sign(page, title, ['Approve 250 USDT', title])
  expect(await allowance(chain, wallet.person, series)).toBe(0n)
  expect((await series.position(wallet.person)).shares).toBe(usdt(250))
})

test('a standing allowance that is too small is reset first, as Tether demands (U2)', async ({
  page,
  site,
  chain,
  wallet,
}) => {
  const series = await Series.create(chain, tenBtcTerms(await chain.now(), name))
  await approve(chain, wallet.person, series, usdt(100))
  await reviewStake(page, site.url)
  await expect(review(page, title)).toContainText('may spend 100 USDT now, 0 USDT afterwards')
  await sign(page, title, ['Reset allowance', 'Approve 250 USDT', title])
  expect(await allowance(chain, wallet.person, series)).toBe(0n)
  expect((await series.position(wallet.person)).shares).toBe(usdt(250))
  expect(wallet.requested).toHaveLength(3)
})

test('a standing allowance that is enough is used, without another approval', async ({
  page,
  site,
  chain,
  wallet,
}) => {
  const series = await Series.create(chain, tenBtcTerms(await chain.now(), name))
  await approve(chain, wallet.person, series, usdt(1_000))
  await reviewStake(page, site.url)
  await sign(page, title, [title])
  expect(await allowance(chain, wallet.person, series)).toBe(usdt(750))
  expect(wallet.requested).toHaveLength(1)
})

test('an approval without a limit is a choice, with a warning', async ({ page, site, chain, wallet }) => {
  const series = await Series.create(chain, tenBtcTerms(await chain.now(), name))
  await reviewStake(page, site.url)
  await review(page, title)
    .getByRole('checkbox', { name: /^Approve without a limit/ })
    .check()
  await expect(review(page, title)).toContainText('Wider than needed')
  await sign(page, title, ['Approve unlimited USDT', title])
  expect(await allowance(chain, wallet.person, series)).toBe(maxUint256)
})
