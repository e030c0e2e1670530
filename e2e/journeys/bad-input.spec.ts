import type { Page } from '@playwright/test'
import type { Chain } from '../fixtures/chain'
import { chooseSeries, connect } from '../fixtures/screen'
import { Series, tenBtcTerms } from '../systems/backstop/series'
import { expect, test } from '../fixtures/test'
import type { TestWallet } from '../fixtures/wallet'

const name = 'Series Input'

/** The stake form of a fresh series, with a connected wallet that holds 1,000,000 USDT. */
async function openForm(page: Page, url: string, chain: Chain) {
  const series = await Series.create(chain, tenBtcTerms(await chain.now(), name))
  await page.goto(`${url}#/stake`)
  await connect(page)
  await chooseSeries(page, name)
  const panel = page.getByRole('region', { name: `Stake in ${name}` })
  return {
    series,
    panel,
    amount: panel.getByRole('textbox', { name: 'Amount' }),
    stake: panel.getByRole('button', { name: 'Stake', exact: true }),
  }
}

async function expectNothingAsked(wallet: TestWallet): Promise<void> {
  expect(wallet.counts.get('eth_sendTransaction')).toBeUndefined()
  await expect.poll(() => wallet.sent).toEqual([])
}

const sentences: readonly (readonly [text: string, sentence: string])[] = [
  ['abc', 'Use only digits and one decimal point, like 1000.5.'],
  ['12 apples', 'Write the amount without spaces, like 1000.5.'],
  ['1,000', '"1,000" can mean 1000 or 1.000: write it without a comma, or with a point.'],
  ['1,000,000', 'Write the amount without thousands separators, like 1000.5.'],
  ['0.1234567', 'At most 6 decimals.'],
  ['1e6', 'Write the number out: scientific notation like 1e6 is not accepted.'],
  ['-5', 'An amount cannot be negative.'],
  ['1000000.000001', 'More than your balance of 1,000,000 USDT.'],
  ['0', 'Enter an amount above 0.'],
  ['9'.repeat(100), 'This is more than any contract can hold.'],
]

test('what is no amount gets a sentence, stays written, and reaches no wallet', async ({
  page,
  site,
  chain,
  wallet,
}) => {
  const { panel, amount, stake } = await openForm(page, site.url, chain)
  for (const [text, sentence] of sentences) {
    await amount.fill(text)
    await expect(panel.getByText(sentence).first(), text).toBeVisible()
    await expect(stake, text).toHaveAttribute('aria-disabled', 'true')
    await stake.click({ force: true })
    await expect(amount).toHaveValue(text)
  }
  await expectNothingAsked(wallet)
})

test('a stake below the minimum sale is possible, and said to be below', async ({
  page,
  site,
  chain,
  wallet,
}) => {
  const { amount, stake } = await openForm(page, site.url, chain)
  await amount.fill('499999.999999')
  await expect(page.getByText('Below the minimum with your change')).toBeVisible()
  await expect(stake).not.toHaveAttribute('aria-disabled', 'true')
  await amount.fill('500000')
  await expect(page.getByText('Sale would proceed with your change')).toBeVisible()
  await expectNothingAsked(wallet)
})

test('when staking closes while the form is open, it says so and keeps the text', async ({
  page,
  site,
  chain,
  wallet,
}) => {
  const { series, panel, amount, stake } = await openForm(page, site.url, chain)
  await amount.fill('1234.5')
  await expect(stake).not.toHaveAttribute('aria-disabled', 'true')
  await chain.moveTo(series.terms.stakingClose)
  await expect(stake).toHaveAttribute('aria-disabled', 'true')
  await expect(panel.getByText(/^Closed .*Chain time/).first()).toBeVisible()
  await expect(amount).toHaveValue('1234.5')
  await expectNothingAsked(wallet)
})

test('a wallet on another network is told so, and the text survives until it is back', async ({
  page,
  site,
  chain,
  wallet,
}) => {
  const { panel, amount, stake } = await openForm(page, site.url, chain)
  await amount.fill('77.7')
  await wallet.switchChain(1)
  await expect(page.getByText('Your wallet is on another network').first()).toBeVisible()
  await expect(
    panel.getByText('The wallet is on another network: switch it to Devnet.').first(),
  ).toBeVisible()
  await expect(stake).toHaveAttribute('aria-disabled', 'true')
  await expect(amount).toHaveValue('77.7')
  await expectNothingAsked(wallet)

  await wallet.switchChain(31337)
  await expect(stake).not.toHaveAttribute('aria-disabled', 'true')
  await expect(amount).toHaveValue('77.7')
})

test('Max fills in the whole balance, to the last unit', async ({ page, site, chain, wallet }) => {
  await chain.fund(wallet.person, 1n)
  const { panel, amount } = await openForm(page, site.url, chain)
  await panel.getByRole('button', { name: 'Max' }).click()
  await expect(amount).toHaveValue('1000000.000001')
})
