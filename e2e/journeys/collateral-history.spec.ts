import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { parseUnits } from 'viem'
import { devCoinAbi } from '../../abis/DevCoin'
import { vaultEngineAbi } from '../../abis/VaultEngine'
import { type Chain } from '../fixtures/chain'
import { accounts } from '../../devnet/accounts'
import { seeded, type Person } from '../fixtures/people'
import { connect, open, row, shown } from '../fixtures/screen'
import { expect, test } from '../fixtures/test'
import { stateOf } from '../systems/collateral/backing'

const section = (page: Page, heading: string) => page.getByRole('region', { name: heading, exact: true })
const coin = (value: bigint) => shown(value, 18, 2, 'SN64')
const tusdt = (value: bigint) => shown(value, 18, 2, 'TUSDT')

const short = (address: string) => `${address.slice(0, 6)}…${address.slice(-4)}`

const engineOf = (chain: Chain) =>
  ({ address: chain.addresses.collateral.engineSN64, abi: vaultEngineAbi }) as const

/** The first auction of SN64, which has ended: what its events say. */
async function soldVault(chain: Chain) {
  const about = { ...engineOf(chain), fromBlock: 0n, strict: true } as const
  const [begun] = await chain.read.getContractEvents({ ...about, eventName: 'Liquidated' })
  if (!begun) throw new Error('Nobody has been liquidated.')
  const { auctionId, vaultId, owner, starter, auction } = begun.args
  const [ended] = await chain.read.getContractEvents({
    ...about,
    eventName: 'AuctionEnded',
    args: { auctionId },
  })
  if (!ended) throw new Error('The first auction has not ended.')
  const takes = (await chain.read.getContractEvents({ ...about, eventName: 'Taken' })).filter(
    ({ args }) => args.id === auctionId,
  )
  return {
    auctionId,
    vaultId,
    owner,
    starter,
    auction,
    ended: ended.args,
    takes: takes.map(({ args }) => args),
  }
}

function personOf(owner: string): Person {
  const found = accounts.find(({ address }) => address === owner)
  if (!found) throw new Error(`${owner} is nobody of the local chain.`)
  return seeded(found.index)
}

test('an owner finds what others did to their vault, and is told of it once', async ({
  page,
  site,
  chain,
  wallet,
}) => {
  const { vaultId, owner, starter, auction, ended } = await soldVault(chain)
  const helper = wallet.person
  const engine = engineOf(chain)
  const token = await chain.read.readContract({ ...engine, functionName: 'collateral' })
  const amount = 1_234_500_000_000_000_000n
  const onToken = { address: token, abi: devCoinAbi }
  await chain.act(helper.address, { ...onToken, functionName: 'faucet', args: [helper.address, amount] })
  await chain.act(helper.address, { ...onToken, functionName: 'approve', args: [engine.address, amount] })
  await chain.act(helper.address, { ...engine, functionName: 'deposit', args: [vaultId, amount] })

  await page.goto(`${site.url}#/activity?system=collateral`)
  await connect(page)
  const history = section(page, 'History')
  const given = row(history, 'Collateral added to somebody else’s vault')
  await expect(given).toHaveCount(1)
  await expect(given).toContainText(`−${coin(amount)}`)
  await expect(given).toContainText(`to ${short(owner)}`)
  await expect(history.getByRole('row', { name: /^Collateral added/ })).toHaveCount(1)

  await wallet.switchAccount(personOf(owner))
  const added = row(history, `Collateral added SN64 vault ${vaultId}`).first()
  await expect(added).toContainText(`by ${short(helper.address)}`)
  await expect(added).toContainText(coin(amount))
  await expect(added).not.toContainText('−')
  const more = history.getByRole('button', { name: /^Show .* more of/ })
  while (await more.isVisible()) await more.click()
  const liquidated = row(history, `Liquidated: .* SN64 vault ${vaultId}`)
  await expect(liquidated).toHaveCount(1)
  await expect(liquidated).toContainText(`by ${short(starter)}`)
  await expect(liquidated).toContainText(coin(auction.lot))
  await expect(liquidated).toContainText(tusdt(auction.penalty))
  const returned = row(history, `Auction over: .* SN64 vault ${vaultId}`)
  await expect(returned).toHaveCount(1)
  await expect(returned).toContainText(coin(ended.returned))
})

test('anybody reads what has happened to a vault, a page at a time', async ({ page, site, chain }) => {
  const { vaultId, owner, auctionId, auction, starter, ended } = await soldVault(chain)
  const told = await chain.read.getContractEvents({ ...engineOf(chain), fromBlock: 0n, strict: true })
  const own = told.filter(({ eventName, args }) => {
    // What is told of whoever did it for the owner, and the vault before and after, which others tell.
    if (/For$|Other$|^VaultChanged$/.test(eventName) || !('owner' in args) || args.owner !== owner)
      return false
    if ('vaultId' in args) return args.vaultId === vaultId
    return args.id === vaultId && !('late' in args && 'lateBefore' in args && args.late === args.lateBefore)
  })
  await open(page, site.url, { path: `#/collateral/vaults/2/${vaultId}`, heading: `Vault ${vaultId}` })
  const history = section(page, 'History')
  await expect(row(history, 'Vault opened')).toHaveCount(1)
  await expect(row(history, 'Collateral added')).toHaveCount(1)
  await expect(row(history, 'TUSDT drawn')).toHaveCount(1)
  const liquidated = row(history, 'Liquidated')
  await expect(liquidated).toContainText(`by ${short(starter)}`)
  await expect(liquidated).toContainText(coin(auction.lot))
  await expect(liquidated.getByRole('link', { name: `SN64 auction ${auctionId}` })).toHaveAttribute(
    'href',
    `#/collateral/auctions/2/${auctionId}`,
  )
  await expect(row(history, 'Auction over')).toContainText(coin(ended.returned))
  await expect(history.getByRole('row')).toHaveCount(1 + own.length)
})

test('what a price has been is read for whoever asks, a freeze is told, and the ledger’s file sums to what is booked', async ({
  page,
  site,
  chain,
}) => {
  await open(page, site.url, { path: '#/collateral', heading: 'Collateral of TUSDT' })
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    section(page, 'Ledger').getByRole('button', { name: 'Save as CSV' }).click(),
  ])
  const lines = (await readFile(await file.path(), 'utf8')).trim().split(/\r?\n/)
  const cells = lines.map((line) => line.split(',').map((cell) => cell.replaceAll('"', '')))
  const backing = cells.filter(([book]) => book === 'Backing')
  const sum = (column: number, decimals: number) =>
    backing.reduce((all, line) => all + parseUnits(line[column]?.replace(/^'/, '') ?? '', decimals), 0n)
  const { holdings } = await stateOf(chain)
  expect([sum(3, 18), sum(4, 6)]).toEqual([holdings.tao, holdings.usd])
  const prices = section(page, 'Prices')
  await prices
    .getByRole('group', { name: 'History of a price' })
    .getByRole('button', { name: 'SN8', exact: true })
    .click()
  const chart = prices.getByRole('figure', { name: 'Price of SN8 that held, USD' })
  await chart.getByRole('button', { name: 'Show table' }).click()
  await expect(chart.getByRole('row').nth(3)).toBeVisible()
  const freezes = prices.getByRole('table', { name: 'Freezes' })
  await expect(row(freezes, 'Frozen by')).toHaveCount(1)
})
