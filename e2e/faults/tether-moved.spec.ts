import type { Page } from '@playwright/test'
import type { Address } from 'viem'
import { tetherUsdAbi } from '../../abis/TetherUSD'
import { begin, doneText } from '../fixtures/actions'
import { usdt, type Chain } from '../fixtures/chain'
import { createContract } from '../fixtures/create'
import { person } from '../fixtures/people'
import { connect, sign } from '../fixtures/screen'
import { expect, test } from '../fixtures/test'
import { claim, stake, withdraw } from '../systems/backstop/actions'
import { showVault, Vault } from '../systems/musdt/vault'

/** Tether has moved (`deprecate`): balances and events are at the new contract's address from then on. */
async function moveTether(chain: Chain): Promise<Address> {
  const { usdt: address } = chain.addresses.shared
  const successor = await createContract(chain, 'TetherSuccessor', [address])
  const owner = await chain.read.readContract({ address, abi: tetherUsdAbi, functionName: 'owner' })
  await chain.act(owner, { address, abi: tetherUsdAbi, functionName: 'deprecate', args: [successor] })
  return successor
}

const isTold = async (page: Page, successor: Address) => {
  const notice = page.getByText(/^Its contract passes everything on to/)
  await expect(notice).toContainText(successor)
}

for (const [name, action, paid] of [
  ['withdraw', withdraw, usdt(200_000)],
  ['claim', claim, usdt(200_000)],
] as const)
  test(`${name}: what is in the old contract comes out`, async ({ page, site, chain, wallet }) => {
    expect(site.url).toContain('http')
    let successor: Address = '0x'
    const { dialog, state, pressAct, moved } = await begin(action, { page, chain, wallet }, async () => {
      successor = await moveTether(chain)
    })
    const before = await chain.usdtOf(wallet.person.address)
    await expect(dialog.getByRole('region', { name: 'What arrives' })).toContainText('+200,000 USDT')
    await pressAct()
    await expect(state).toHaveText(doneText)
    await dialog.getByRole('button', { name: 'Done', exact: true }).click()
    await action.expectShown(page, true)
    await isTold(page, successor)
    expect(await moved()).toBe(action.whole)
    expect((await chain.usdtOf(wallet.person.address)) - before).toBe(paid)
  })

test('redeem: the vault pays, and takes nothing new', async ({ page, site, chain, wallet }) => {
  const vault = await Vault.create(chain, {
    by: person('Bob'),
    firstDeposit: usdt(500_000),
    epochLength: 0n,
  })
  await vault.deposit(wallet.person, usdt(1_000))
  const successor = await moveTether(chain)
  await showVault(page, vault)
  await page.goto(`${site.url}#/musdt/withdraw`)
  await connect(page)
  const panel = page.getByRole('region', { name: 'Redeem', exact: true })
  await panel.getByRole('textbox', { name: 'Amount' }).fill('250')
  const before = await chain.usdtOf(wallet.person.address)
  await panel.getByRole('button', { name: 'Redeem', exact: true }).click()
  await sign(page, 'Redeem 250 mUSDT', ['Redeem 250 mUSDT'])
  expect((await chain.usdtOf(wallet.person.address)) - before).toBe(usdt(250))
  await isTold(page, successor)
  await page.goto(`${site.url}#/musdt`)
  await page.getByRole('textbox', { name: 'Amount' }).fill('100')
  const mint = page.getByRole('region', { name: 'Without a lock', exact: true })
  await expect(mint.getByRole('button', { name: 'Mint', exact: true })).toBeDisabled()
  await expect(mint).toContainText(`Tether has moved to ${successor}: nothing new is taken here`)
})

test('stake: nothing new is taken, and what was staked before the move can leave', async ({
  page,
  site,
  chain,
  wallet,
}) => {
  const { series } = await stake.prepare({ page, chain, wallet })
  await series.stake(wallet.person, usdt(400))
  const successor = await moveTether(chain)
  await page.goto(`${site.url}${stake.hash}`)
  await connect(page)
  await stake.show(page)
  const name = 'Series Faults'
  const panel = page.getByRole('region', { name: `Stake in ${name}` })
  await panel.getByRole('textbox', { name: 'Amount' }).first().fill('250')
  await expect(panel.getByRole('button', { name: 'Stake', exact: true })).toBeDisabled()
  await expect(panel).toContainText(`Tether has moved to ${successor}`)
  const leave = page.getByRole('region', { name: 'Leave before staking closes', exact: true })
  await leave.getByRole('textbox', { name: 'Amount to unstake' }).fill('400')
  const before = await chain.usdtOf(wallet.person.address)
  await leave.getByRole('button', { name: 'Unstake', exact: true }).click()
  const title = `Unstake 400 USDT from ${name}`
  await sign(page, title, [title])
  expect((await chain.usdtOf(wallet.person.address)) - before).toBe(usdt(400))
  await page.goto(`${site.url}#/`)
  await expect(page.getByText(`Its contract passes everything on to ${successor}`)).toHaveCount(2)
})
