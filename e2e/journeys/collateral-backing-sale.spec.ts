import { zeroAddress } from 'viem'
import { account } from '../../devnet/accounts'
import { found } from '../../devnet/systems/collateral/actions'
import { WAD } from '../../src/math/units'
import { review, sign } from '../fixtures/screen'
import { expect, test } from '../fixtures/test'
import {
  backingOf,
  giveTao,
  giveTusdt,
  priceAtPercent,
  priceTao,
  saleOf,
  stateOf,
  taoOf,
  usdcOf,
} from '../systems/collateral/backing'
import { governance } from '../../devnet/systems/collateral/deploy'
import { brief, exact, openTusdt, panelOf, press } from '../systems/collateral/screen'
import { balanceOf, bookOf, tusdtOf } from '../systems/collateral/vaults'

/** Below its limit by a little. */
const belowLimit = 109n

test('below its limit TAO is sold for TUSDT that is burnt, in part and in whole, until the ratio is restored (C12)', async ({
  page,
  chain,
  wallet,
}) => {
  const { address } = wallet.person
  await priceTao(chain, await priceAtPercent(chain, belowLimit))
  await giveTusdt(chain, address, 200_000n * WAD)
  const tusdt = await tusdtOf(chain)

  await openTusdt(page)
  const panel = panelOf(page, 'Sale of TAO')
  await press(panel, 'Start a sale of TAO')
  await sign(page, 'Start a sale of TAO', ['Start a sale of TAO'])

  // A part: as much as was asked, at no more than was shown.
  await panel.getByRole('textbox', { name: 'Amount of TAO to buy' }).fill('10')
  const before = await stateOf(chain)
  await press(panel, 'Buy TAO')
  const part = review(page, 'Buy 10 TAO of the sale')
  await part.getByRole('button', { name: /^Approve [\d,.]+ TUSDT$/ }).click()
  await part.getByRole('button', { name: 'Buy 10 TAO of the sale', exact: true }).click()
  await expect(part.getByRole('status').first()).toHaveText('Done. The chain has it.')
  await part.getByRole('button', { name: 'Done', exact: true }).click()
  const between = await stateOf(chain)
  expect(await balanceOf(chain, taoOf(chain).address, address)).toBe(10n * WAD)
  expect(before.holdings.tao - between.holdings.tao).toBe(10n * WAD)
  const burnt = before.holdings.outstanding - between.holdings.outstanding
  expect(200_000n * WAD - (await balanceOf(chain, tusdt.address, address))).toBe(burnt)
  // No take lowers the ratio.
  expect(between.backing * before.holdings.outstanding).toBeGreaterThan(
    before.backing * between.holdings.outstanding,
  )

  // Everything: the need that restores the ratio, however far the price has fallen until it is signed.
  await press(panel, 'All')
  await press(panel, 'Buy TAO')
  const all = review(page, /^Buy [\d,.]+ TAO of the sale$/)
  await all.getByRole('button', { name: /^Approve [\d,.]+ TUSDT$/ }).click()
  const last = all.getByRole('button', { name: /^Buy [\d,.]+ TAO of the sale$/ })
  await expect(last).toBeEnabled()
  await chain.moveTo((await chain.now()) + 60n)
  await last.click()
  await expect(all.getByRole('status').first()).toHaveText('Done. The chain has it.')
  await all.getByRole('button', { name: 'Done', exact: true }).click()

  const after = await stateOf(chain)
  expect(after.backing * 100n).toBeGreaterThanOrEqual(after.holdings.outstanding * 110n)
  // As little as does it: a TAO more sold would be too much.
  expect((after.backing - after.prices.current) * 100n).toBeLessThan(after.holdings.outstanding * 110n)
  expect((await saleOf(chain)).state).toBe(0)
  await expect(panel).toContainText('No TAO is being sold, and no sale is needed.')
})

test('a sale that is too old starts anew, and one whose ratio has recovered is ended, by anyone (C7, C12)', async ({
  page,
  chain,
  wallet,
}) => {
  const price = (await stateOf(chain)).prices.current
  await priceTao(chain, await priceAtPercent(chain, belowLimit))
  await chain.act(account(5), { ...backingOf(chain), functionName: 'startSale' })
  await chain.moveTo((await chain.now()) + 7_200n)

  await openTusdt(page)
  const panel = panelOf(page, 'Sale of TAO')
  await expect(panel).toContainText('A sale of TAO must be restarted: anyone may do that.')
  await press(panel, 'Restart it')
  await sign(page, 'Restart the sale of TAO', ['Restart the sale of TAO'])
  expect((await saleOf(chain)).state).toBe(2)
  const events = { ...backingOf(chain), eventName: 'SaleStarted' } as const
  const [last] = (await chain.read.getContractEvents({ ...events, fromBlock: 'latest' })).slice(-1)
  expect(last?.args).toMatchObject({ by: wallet.person.address, isReset: true })

  await priceTao(chain, price)
  await expect(panel).toContainText('A sale of TAO is over: anyone may end it.')
  await press(panel, 'End the sale')
  await sign(page, 'End the sale of TAO', ['End the sale of TAO'])
  expect((await saleOf(chain)).state).toBe(0)
})

test('surplus burns bad debt first, and what is left is bought for a dollar each, which is backing (C4)', async ({
  page,
  chain,
  wallet,
}) => {
  const { address } = wallet.person
  const book = bookOf(chain)
  const booksOf = () => chain.read.readContract({ ...book, functionName: 'books' })
  const { engineTAO, usdc } = chain.addresses.collateral
  const tusdt = await tusdtOf(chain)
  const { badDebt } = await booksOf()
  await chain.rpc('anvil_setBalance', [engineTAO, '0x8ac7230489e80000'])
  await chain.act(engineTAO, { ...book, functionName: 'writeOff', args: [3n * WAD] })
  await chain.act(address, { ...usdcOf(chain), functionName: 'faucet', args: [address, 10n ** 12n] })
  const had = await balanceOf(chain, usdc, address)

  await openTusdt(page)
  const panel = panelOf(page, 'Surplus')
  await expect(panel).toContainText(`the next ${brief(badDebt + 3n * WAD, 'TUSDT')} of it burn bad debt.`)
  // A borrower pays interest: it burns the bad debt, and what is left is for sale.
  const surplus = 40_500_000_000_000_000_001n
  const interest = badDebt + 3n * WAD + surplus
  const payer = account(1)
  await chain.act(payer, { ...tusdt, functionName: 'approve', args: [book.address, interest] })
  const payment = { principal: 0n, interest, late: 0n, penalty: 0n, keeper: zeroAddress, keeperPart: 0n }
  await chain.act(engineTAO, { ...book, functionName: 'collect', args: [payer, payment] })
  expect(await booksOf()).toMatchObject({ surplus, badDebt: 0n })
  await expect(panel).toContainText(`${exact(surplus, 'TUSDT')} is for sale.`)
  await press(panel, 'Max')
  const cost = (surplus + 10n ** 12n - 1n) / 10n ** 12n
  await expect(panel.getByRole('group', { name: 'You pay' })).toContainText(exact(cost, 'USDC', 6))
  const before = await stateOf(chain)
  await press(panel, 'Buy surplus')
  const title = `Buy ${brief(surplus, 'TUSDT')} of the surplus`
  await sign(page, title, [`Approve ${exact(cost, 'USDC', 6)}`, title])
  const after = await stateOf(chain)
  expect(had - (await balanceOf(chain, usdc, address))).toBe(cost)
  expect(after.holdings.usd - before.holdings.usd).toBe(cost)
  expect(after.day.added - before.day.added).toBe(cost * 10n ** 12n)
  expect(await balanceOf(chain, tusdt.address, address)).toBe(surplus)
  await expect(panel).toContainText('There is none now.')

  // A loss of 5: the next surplus is not for sale.
  await chain.act(engineTAO, { ...book, functionName: 'writeOff', args: [5n * WAD] })
  await expect(panel).toContainText('There is none now: the next 5 TUSDT of it burn bad debt.')

  // Sent there by mistake, 12 TUSDT burn it, and the rest of them is burnt, too.
  await chain.act(address, {
    ...(await tusdtOf(chain)),
    functionName: 'transfer',
    args: [book.address, 12n * WAD],
  })
  const strays = panelOf(page, 'Sent by mistake')
  await press(strays, 'Take out 12 TUSDT')
  const supply = (await stateOf(chain)).supply
  await sign(page, 'Take out 12 TUSDT', ['Take out 12 TUSDT'])
  expect(await booksOf()).toMatchObject({ badDebt: 0n, surplus: 0n })
  expect(supply - (await stateOf(chain)).supply).toBe(12n * WAD)
})

test('what was sent by mistake finds a way out: backing, the book, or governance (C11)', async ({
  page,
  chain,
  wallet,
}) => {
  const { address } = wallet.person
  const { book, backing, engineSN64 } = chain.addresses.collateral
  await giveTao(chain, address, 3n * WAD)
  for (const to of [backing, book, engineSN64])
    await chain.act(address, { ...taoOf(chain), functionName: 'transfer', args: [to, WAD] })
  const { types } = await found(chain.rpc, chain.addresses.collateral)
  const sn64 = types.find(({ symbol }) => symbol === 'SN64')
  if (!sn64) throw new Error('There is no SN64.')
  const coin = { ...taoOf(chain), address: sn64.coin }
  await chain.act(address, { ...coin, functionName: 'faucet', args: [backing, 7n * WAD] })
  const { tao } = (await stateOf(chain)).holdings

  await openTusdt(page)
  const panel = panelOf(page, 'Sent by mistake')
  for (const where of ['In the book', 'In the vaults of SN64']) {
    const one = panel.getByText(`${where}: 1 TAO goes to the backing, where anyone books it.`)
    await one.locator('..').getByRole('button', { name: 'Take out 1 TAO' }).click()
    await sign(page, 'Take out 1 TAO', ['Take out 1 TAO'])
    await expect(one).toHaveCount(0)
  }
  await press(panel, 'Book 3 TAO')
  await sign(page, 'Book what was sent to the backing', ['Book what was sent to the backing'])
  expect((await stateOf(chain)).holdings.tao - tao).toBe(3n * WAD)
  await expect(panel).toContainText('There is nothing of TAO, USDC, TUSDT or collateral.')

  await panel.getByText('Another token').click()
  await panel.getByRole('textbox', { name: 'Address of the token' }).fill(sn64.coin)
  await expect(panel).toContainText('There: 7 SN64.')
  const had = await balanceOf(chain, sn64.coin, governance)
  await press(panel, 'Send it to governance')
  await sign(page, 'Take out 7 SN64', ['Take out 7 SN64'])
  expect((await balanceOf(chain, sn64.coin, governance)) - had).toBe(7n * WAD)
})
