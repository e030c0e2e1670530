import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { numberToHex } from 'viem'
import { keeper } from '../../devnet/accounts'
import { usdt } from '../fixtures/chain'
import { connect } from '../fixtures/screen'
import { expect, test } from '../fixtures/test'
import { Series, tenBtcTerms } from '../systems/backstop/series'
import { Vault } from '../systems/musdt/vault'
import { give, holdingOf, permissionCall, stbtOf } from '../systems/stbt/stbt'

const DAY = 86_400n
const WAD = 10n ** 18n
const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

/** Cents with both digits and grouped thousands, written here again. */
function dollars(cents: bigint): string {
  const [whole, rest] = [cents / 100n, cents % 100n]
  return `${whole.toString().replace(/\B(?=(\d{3})+$)/g, ',')}.${rest.toString().padStart(2, '0')}`
}

test('the overview adds up what the chain says, puts first what lapses, and leads to the very thing', async ({
  page,
  site,
  chain,
  rpc,
  wallet,
}) => {
  const alice = wallet.person
  const { stbt } = chain.addresses.stbt
  await chain.act(keeper, permissionCall({ stbt }, alice.address, true))
  await give(chain, { stbt }, alice.address, stbtOf(300))
  const vault = Vault.ours(chain)
  const lock = await vault.lock(alice, usdt(1_000), 14)
  await vault.deposit(alice, usdt(500))
  const { shares: locked, atTimestamp, lockDuration } = await vault.read('getLockedDeposit', [lock])
  await chain.moveTo(atTimestamp + lockDuration)
  const series = await Series.create(chain, tenBtcTerms(await chain.now(), 'Series Test'))
  await series.stake(alice, usdt(2_000))
  const ends = (await chain.now()) + 10n * DAY
  await chain.act(keeper, permissionCall({ stbt }, alice.address, true, ends))

  await page.goto(`${site.url}#/`)
  await connect(page)
  const price = await vault.read('shareToAssetsPrice')
  const { balance } = await holdingOf(chain, { stbt }, alice.address)
  const cents = [
    (await chain.usdtOf(alice.address)) / 10_000n,
    usdt(2_000) / 10_000n,
    ((await vault.read('balanceOf', [alice.address])) * price) / WAD / 10_000n,
    (locked * price) / WAD / 10_000n,
    balance / 10n ** 16n,
  ].reduce((sum, part) => sum + part, 0n)
  const worth = region(page, 'Net worth')
  await expect(worth).toContainText(dollars(cents))
  await expect(worth).not.toContainText('Incomplete')
  await expect(worth).toContainText('STBT in redemption')
  const holdings = region(page, 'Holdings').getByRole('row')
  await expect(holdings.last()).toContainText(dollars(cents))

  // The chain of the tests keeps no state of before they began.
  const past = region(page, 'Net worth over time')
  await past.getByRole('button', { name: 'Read it from the chain', exact: true }).click()
  await expect(past).toContainText('Not known')
  await past.getByRole('button', { name: 'Show table', exact: true }).click()
  await expect(past.getByRole('row').last()).toContainText(dollars(cents).replace(/\.?0+$/, ''))

  rpc.seen.length = 0
  await chain.mine()
  const newest = numberToHex(await chain.read.getBlockNumber())
  const callsOfIt = () =>
    rpc.seen.filter(({ method, params }) => method === 'eth_call' && params[1] === newest)
  await expect.poll(() => callsOfIt().length).toBe(1)
  await expect(page.getByText(`As of block ${BigInt(newest).toLocaleString('en-US')}`)).toBeVisible()
  expect(callsOfIt()).toHaveLength(1)

  const todos = region(page, 'What you can do now').getByRole('listitem')
  await expect(todos.nth(0)).toContainText('Renew the permission for STBT')
  await expect(todos.nth(1)).toContainText(`Unlock mNFT ${lock}`)
  await expect(todos.last()).toContainText('Stake in')

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'All to calendar', exact: true }).click()
  const file = await readFile(await (await download).path(), 'utf8')
  const stamp = new Date(Number(ends) * 1000).toISOString().replace(/[-:]|\.\d+/g, '')
  expect(file).toContain(`DTSTART:${stamp}\r\n`)
  expect(file).toContain('SUMMARY:The permission for STBT ends\r\n')
  expect(file).toContain('SUMMARY:Series Test: staking closes\r\n')

  await todos.nth(0).getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1, name: 'STBT' })).toBeVisible()
  const permission = page.locator('[data-part="permission"]')
  await expect(permission).toBeFocused()
  await expect(permission).toBeInViewport()
})
