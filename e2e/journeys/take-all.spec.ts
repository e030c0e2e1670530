import { erc20Abi, type Address } from 'viem'
import { usdt, type Chain } from '../fixtures/chain'
import { createContract } from '../fixtures/create'
import type { Person } from '../fixtures/people'
import { connect, expectFigure, review } from '../fixtures/screen'
import { expect, test } from '../fixtures/test'
import { soldSeries } from '../systems/backstop/actions'

const names = ['Series One', 'Series Two'] as const

const balance = (chain: Chain, token: Address, { address }: Person) =>
  chain.read.readContract({ address: token, abi: erc20Abi, functionName: 'balanceOf', args: [address] })

test('Claim all claims from every series, each opened by itself, and brings what it said', async ({
  page,
  site,
  chain,
  wallet,
}) => {
  await chain.fund(wallet.person, usdt(1_000_000))
  await soldSeries(chain, wallet.person, names[0])
  // Its warrants are not allocated yet: that comes before they are claimed.
  await soldSeries(chain, wallet.person, names[1], 1_000)
  const { shared, backstop } = chain.addresses
  const held = () =>
    Promise.all([balance(chain, shared.usdt, wallet.person), balance(chain, backstop.btc, wallet.person)])
  const [usdtBefore, btcBefore] = await held()
  await page.goto(`${site.url}#/claims`)
  await connect(page)
  await expectFigure(page, 'You can claim now', '400,000 USDT')
  await expectFigure(page, 'You can claim now', '500 warrants')
  await expectFigure(page, 'You can claim now', '1 BTC')
  const sum = page.getByRole('region', { name: 'You can claim now', exact: true })
  await expect(sum).toContainText(
    /Worth [\d,.]+ USD together\. USDT counted at 1 USD\. BTC at [\d,.]+ USD: average of/,
  )
  await page.getByRole('button', { name: 'Claim all · 3 confirmations', exact: true }).click()

  const dialog = review(page, 'Claim from 2 series')
  const arrives = dialog.getByRole('region', { name: 'What arrives' })
  await expect(arrives).toContainText('+400,000 USDT')
  await expect(arrives).toContainText('+1 BTC')
  await expect(arrives).toContainText('500 warrants in that NFT')
  // One press: each further one is asked for once the last is included.
  await dialog.getByRole('button', { name: `Claim from ${names[0]}`, exact: true }).click()
  await expect(dialog.getByRole('status').first()).toHaveText('Done. The chain has it.')
  await expect(dialog).toContainText('All that was claimable is claimed.')
  expect(wallet.sent).toHaveLength(3)
  const [usdtAfter, btcAfter] = await held()
  expect(usdtAfter - usdtBefore).toBe(usdt(400_000))
  expect(btcAfter - btcBefore).toBe(100_000_000n)
  await dialog.getByRole('button', { name: 'Done', exact: true }).click()
  await expectFigure(page, 'You can claim now', '0 USDT')
})

test('Withdraw all is one transaction where the wallet takes batches', async ({
  page,
  site,
  chain,
  wallet,
}) => {
  wallet.batchExecutor = await createContract(chain, 'BatchAccount')
  await chain.fund(wallet.person, usdt(1_000_000))
  for (const name of names) await soldSeries(chain, wallet.person, name)
  const before = await balance(chain, chain.addresses.shared.usdt, wallet.person)
  await page.goto(`${site.url}#/withdraw`)
  await connect(page)
  await page.getByRole('button', { name: 'Withdraw all · 2 confirmations', exact: true }).click()
  const dialog = review(page, 'Withdraw 400,000 USDT from 2 series')
  await dialog.getByRole('button', { name: 'All 2 steps at once', exact: true }).click()
  await expect(dialog.getByRole('status').first()).toHaveText('Done. The chain has it.')
  await expect(dialog).toContainText('400,000 USDT of your stake is withdrawn.')
  expect(wallet.sent).toHaveLength(1)
  expect(await balance(chain, chain.addresses.shared.usdt, wallet.person)).toBe(before + usdt(400_000))
  await dialog.getByRole('button', { name: 'Done', exact: true }).click()
  await expectFigure(page, 'You can withdraw now', '0 USDT')
  await expectFigure(page, 'Withdrawn already', '400,000 USDT')
})
