import type { Page } from '@playwright/test'
import { decodeFunctionData, type Address } from 'viem'
import { tetherUsdAbi } from '../../abis/TetherUSD'
import { usdt, type Chain } from '../fixtures/chain'
import { createContract } from '../fixtures/create'
import type { Person } from '../fixtures/people'
import { chooseSeries, connect, review } from '../fixtures/screen'
import { Series, tenBtcTerms } from '../systems/backstop/series'
import { expect, test } from '../fixtures/test'

const name = 'Series Batch'
const title = `Stake 250 USDT in ${name}`
const sendCalls = 'wallet_sendCalls'

async function reviewStake(page: Page): Promise<void> {
  const panel = page.getByRole('region', { name: `Stake in ${name}` })
  await panel.getByRole('textbox', { name: 'Amount' }).fill('250')
  await panel.getByRole('button', { name: 'Stake', exact: true }).click()
}

const allowance = (chain: Chain, owner: Person, pool: Address) =>
  chain.read.readContract({
    address: chain.addresses.shared.usdt,
    abi: tetherUsdAbi,
    functionName: 'allowance',
    args: [owner.address, pool],
  })

test('a wallet that may turn the account into a smart one approves and stakes in one transaction', async ({
  page,
  site,
  chain,
  wallet,
}) => {
  wallet.batchExecutor = await createContract(chain, 'BatchAccount')
  wallet.atomicStatus = 'ready'
  const series = await Series.create(chain, tenBtcTerms(await chain.now(), name))
  const { pool } = series.addresses
  await page.goto(`${site.url}#/stake`)
  await connect(page)
  await chooseSeries(page, name)
  await reviewStake(page)
  const dialog = review(page, title)
  const atOnce = dialog.getByRole('button', { name: 'All 2 steps at once', exact: true })

  await test.step('nothing is offered at once before the person lets it', async () => {
    const choice = dialog.getByRole('checkbox', {
      name: 'Let my wallet turn this account into a smart account',
    })
    await expect(choice).not.toBeChecked()
    await expect(choice).toHaveAccessibleDescription(/not every wallet offers it/)
    await expect(dialog.getByRole('button', { name: 'Approve 250 USDT', exact: true })).toBeEnabled()
    await expect(atOnce).toHaveCount(0)
    await choice.check()
  })

  await test.step('rejected as a whole, nothing has happened', async () => {
    wallet.next(sendCalls, { kind: 'reject' })
    await atOnce.click()
    await expect(dialog.getByRole('alert')).toContainText('You rejected it in the wallet')
    expect(await allowance(chain, wallet.person, pool)).toBe(0n)
    await dialog.getByRole('button', { name: 'Try again' }).click()
  })

  await atOnce.click()
  await expect(dialog.getByRole('status').first()).toHaveText('Done. The chain has it.')
  expect((await series.position(wallet.person)).shares).toBe(usdt(250))
  expect(await allowance(chain, wallet.person, pool)).toBe(0n)
  expect(wallet.sent).toHaveLength(1)
  expect(wallet.counts.get('eth_sendTransaction')).toBeUndefined()
  expect(wallet.requested.map(({ to }) => to)).toEqual([chain.addresses.shared.usdt, pool])
  const approval = decodeFunctionData({ abi: tetherUsdAbi, data: wallet.requested[0]?.data ?? '0x' })
  expect([approval.functionName, approval.args]).toEqual(['approve', [pool, usdt(250)]])

  await test.step('the account delegates now, and its plain transactions are followed as ever', async () => {
    const code = await chain.read.getCode({ address: wallet.person.address })
    expect(code?.startsWith('0xef0100')).toBe(true)
    await dialog.getByRole('button', { name: 'Done', exact: true }).click()
    wallet.batchExecutor = undefined
    await reviewStake(page)
    await dialog.getByRole('button', { name: 'Approve 250 USDT', exact: true }).click()
    await dialog.getByRole('button', { name: title, exact: true }).click()
    await expect(dialog.getByRole('status').first()).toHaveText('Done. The chain has it.')
    expect((await series.position(wallet.person)).shares).toBe(usdt(500))
  })
})
