import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { getAbiItem, maxUint256 } from 'viem'
import { backstopPoolAbi } from '../../abis/BackstopPool'
import { tetherUsdAbi } from '../../abis/TetherUSD'
import { usdt, type Chain } from '../fixtures/chain'
import { demo, type Person } from '../fixtures/people'
import { chooseSeries, connect, review, row, sign } from '../fixtures/screen'
import { Series, tenBtcTerms } from '../systems/backstop/series'
import { expect, test } from '../fixtures/test'

const name = 'Series Activity'
const title = `Stake 250.5 USDT in ${name}`
const section = (page: Page, heading: string) => page.getByRole('region', { name: heading, exact: true })

function allowance(chain: Chain, owner: Person, series: Series): Promise<bigint> {
  return chain.read.readContract({
    address: chain.addresses.shared.usdt,
    abi: tetherUsdAbi,
    functionName: 'allowance',
    args: [owner.address, series.addresses.pool],
  })
}

/** Stakes 250.5 USDT and leaves an approval without a limit behind. */
async function stakeUnlimited(page: Page, url: string): Promise<void> {
  await page.goto(`${url}#/stake`)
  await connect(page)
  await chooseSeries(page, name)
  const panel = page.getByRole('region', { name: `Stake in ${name}` })
  await panel.getByRole('textbox', { name: 'Amount' }).fill('250.5')
  await panel.getByRole('button', { name: 'Stake', exact: true }).click()
  await review(page, title)
    .getByRole('checkbox', { name: /^Approve without a limit/ })
    .check()
  await sign(page, title, ['Approve unlimited USDT', title])
}

async function openActivity(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Activity' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Activity' })).toBeVisible()
}

/** The file that a press of this button saves. */
async function download(page: Page, button: string): Promise<{ name: string; text: string }> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ])
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') }
}

test('an approval without a limit is listed with a warning, and revoked', async ({
  page,
  site,
  chain,
  wallet,
}) => {
  const series = await Series.create(chain, tenBtcTerms(await chain.now(), name))
  await stakeUnlimited(page, site.url)
  expect(await allowance(chain, wallet.person, series)).toBe(maxUint256)

  await openActivity(page)
  const approvals = section(page, 'Approvals')
  const approval = row(approvals, `Backstop pool of ${name}`)
  await expect(approval).toContainText(series.addresses.pool)
  await expect(approval).toContainText('Unlimited USDT')
  await expect(approvals).toContainText('An unlimited approval is in force')

  await approval.getByRole('button', { name: 'Revoke', exact: true }).click()
  const revoke = `Revoke USDT allowance of Backstop pool of ${name}`
  await expect(review(page, revoke)).toContainText('may spend unlimited USDT now, 0 USDT afterwards')
  await expect(review(page, revoke)).toContainText('No tokens leave.')
  await sign(page, revoke, [revoke])
  expect(await allowance(chain, wallet.person, series)).toBe(0n)
  expect(wallet.requested.at(-1)?.to?.toLowerCase()).toBe(chain.addresses.shared.usdt.toLowerCase())
  await expect(approvals).toContainText('None found. The line below says where it was looked for.')
  await expect(approvals).toContainText(/Looked at: USDT, .*whoever was approved since block 0/)
  await expect(approvals).not.toContainText('without a limit')
})

test('an approval given elsewhere, to a contract that the app does not know, is found by its event', async ({
  page,
  site,
  chain,
  wallet,
}) => {
  const stranger = '0x00000000000000000000000000000000000bad01'
  const approve = { address: chain.addresses.shared.usdt, abi: tetherUsdAbi, functionName: 'approve' }
  await chain.act(wallet.person.address, { ...approve, args: [stranger, maxUint256] })
  await page.goto(`${site.url}#/activity`)
  await connect(page)
  const approvals = section(page, 'Approvals')
  const approval = row(approvals, 'A contract this app does not know')
  await expect(approval).toContainText('Unlimited USDT')
  await expect(approval.getByRole('button', { name: 'Revoke', exact: true })).toBeEnabled()
})

test('the history and its CSV are the chain’s own events', async ({ page, site, chain, wallet }) => {
  const { addresses } = await Series.create(chain, tenBtcTerms(await chain.now(), name))
  await stakeUnlimited(page, site.url)
  const [event, ...others] = await chain.read.getLogs({
    address: addresses.pool,
    event: getAbiItem({ abi: backstopPoolAbi, name: 'Staked' }),
    args: { staker: wallet.person.address },
    fromBlock: 0n,
    strict: true,
  })
  if (!event) throw new Error('The chain knows no stake.')
  expect(others).toEqual([])
  expect(event.args.usdtSent).toBe(usdt(250) + 500_000n)
  const { timestamp } = await chain.read.getBlock({ blockHash: event.blockHash })

  await openActivity(page)
  const history = section(page, 'History')
  await expect(row(history, 'Staked')).toHaveCount(1)
  await expect(row(history, 'Staked')).toContainText(name)
  await expect(row(history, 'Staked')).toContainText('−250.5 USDT')

  const { name: file, text } = await download(page, 'Download CSV')
  expect(file).toBe(`ballast-history-31337-${wallet.person.address}.csv`)
  const [header, ...lines] = text.trimEnd().split('\r\n')
  const cells = (line = '') => line.slice(1, -1).split('","')
  expect(lines).toHaveLength(1)
  expect(Object.fromEntries(cells(header).map((column, index) => [column, cells(lines[0])[index]]))).toEqual({
    time_utc: new Date(Number(timestamp) * 1000).toISOString().replace('.000Z', 'Z'),
    place: name,
    event: 'Staked',
    what: 'Staked',
    field: 'usdtSent',
    direction: 'out',
    raw: event.args.usdtSent.toString(),
    decimals: '6',
    amount: '250.5',
    unit: 'USDT',
    recipient: wallet.person.address,
    by: '',
    account: wallet.person.address,
    contract: addresses.pool,
    chain_id: '31337',
    block: event.blockNumber.toString(),
    transaction: event.transactionHash,
    log_index: event.logIndex.toString(),
  })
})

test('the list of transactions is exported whole, and cleared without touching the chain', async ({
  page,
  site,
  chain,
  wallet,
}) => {
  const series = await Series.create(chain, tenBtcTerms(await chain.now(), name))
  await stakeUnlimited(page, site.url)
  await openActivity(page)
  const recent = section(page, 'In flight and recent')
  await expect(recent.getByRole('listitem')).toHaveCount(2)
  const { text } = await download(page, 'Export JSON')
  const { entries } = JSON.parse(text) as { entries: { hash: string }[] }
  expect(entries.map(({ hash }) => hash)).toEqual(wallet.sent.toReversed())

  await expect(recent).toContainText('Removes from this list only')
  await recent.getByRole('button', { name: 'Clear list' }).click()
  await expect(recent).toContainText('None. What you send is followed here')
  await page.reload()
  await expect(recent).toContainText('None. What you send is followed here')
  expect((await series.position(wallet.person)).shares).toBe(usdt(250) + 500_000n)
})

test('without a wallet it says what connecting shows; a seeded staker finds a whole past', async ({
  page,
  site,
  wallet,
}) => {
  await wallet.switchAccount(demo())
  await page.goto(`${site.url}#/activity`)
  await expect(page.getByRole('main')).toContainText('Connect a wallet to see its approvals')
  await connect(page)
  const history = section(page, 'History')
  await expect(row(history, 'Minted and locked in mNFT').first()).toBeVisible()
  // What is older may be several pages down.
  const more = history.getByRole('button', { name: /^Show .* more of/ })
  await expect(async () => {
    if (await more.isVisible()) await more.click()
    await expect(row(history, 'Withdrawn').first()).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await expect(row(history, 'Staked').first()).toBeVisible()
})

test('while no node answers the list of transactions is still there', async ({
  page,
  site,
  chain,
  wallet,
  rpc,
  spareRpc,
  guard,
}) => {
  await Series.create(chain, tenBtcTerms(await chain.now(), name))
  await stakeUnlimited(page, site.url)
  expect(wallet.sent).toHaveLength(2)
  guard.allow(/status of 500/)
  for (const node of [rpc, spareRpc])
    node.inject({
      methods: ['eth_call', 'eth_getLogs'],
      spoil: (exchange) => exchange.send(500, 'text/plain', 'down'),
    })
  await openActivity(page)
  await expect(section(page, 'Approvals').getByRole('alert').first()).toContainText('HTTP 500')
  await expect(section(page, 'History').getByRole('alert').first()).toContainText('HTTP 500')
  await expect(section(page, 'In flight and recent').getByRole('listitem')).toHaveCount(2)
})
