import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { parseEventLogs, type Hex } from 'viem'
import { vaultEngineAbi } from '../../abis/VaultEngine'
import { account } from '../../devnet/accounts'
import { moveTao, nextHop } from '../../devnet/systems/collateral/actions'
import { WAD } from '../../src/math/units'
import { doneText } from '../fixtures/actions'
import type { Chain } from '../fixtures/chain'
import { connect, review } from '../fixtures/screen'
import { expect, test } from '../fixtures/test'
import { running } from '../systems/collateral/backing'
import { field, panelOf } from '../systems/collateral/screen'
import { balanceOf, chooseForm, giveCollateral, openVault, tusdtOf } from '../systems/collateral/vaults'

const HOUR = 3_600n

/** A line of a form: what a figure is now and will be. */
const line = (page: Page, label: string) =>
  page.locator('div.py-1\\.5', { hasText: label }).filter({ visible: true })

/** Signs everything that a review asks for, in order. */
async function sign(page: Page, title: string, ...before: readonly string[]) {
  const dialog = review(page, title)
  for (const name of [...before, title]) await dialog.getByRole('button', { name, exact: true }).click()
  await expect(dialog.getByRole('status').first()).toHaveText(doneText)
  await dialog.getByRole('button', { name: 'Close', exact: true }).click()
}

const vaultAt = async (chain: Chain, engine: { address: Hex; abi: typeof vaultEngineAbi }, id: bigint) =>
  chain.read.readContract({ ...engine, functionName: 'vault', args: [id] })

test('a vault is opened by a ratio, its price falls at the next step, and it is topped up in time (C4, C8, C10)', async ({
  page,
  chain,
  wallet,
}) => {
  const { address } = wallet.person
  const { engine } = await giveCollateral(chain, 'TAO', address, 50n * WAD)
  await page.goto('#/collateral/open?of=1')
  await connect(page)
  // Nothing is wrong before anything is typed.
  await expect(page.locator('[aria-invalid=true]')).toHaveCount(0)
  await field(page, 'TUSDT to draw').fill('1000')
  await field(page, 'Collateral against debt').fill('160')
  // 1,000 · 160% / 380, and what an hour of the fee asks for.
  await expect(field(page, 'TAO to lock')).toHaveValue(/^4\.2105\d\d$/)
  const locked = await field(page, 'TAO to lock').inputValue()
  await expect(line(page, 'Liquidated below, USD')).toContainText('356.25')
  await page.getByRole('button', { name: 'Open vault', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: /^Approve/ }).click()
  await dialog.getByRole('button', { name: /^Open a vault with/ }).click()
  await expect(dialog.getByRole('status').first()).toHaveText(doneText)
  await dialog.getByRole('button', { name: 'Done', exact: true }).click()
  const id = await chain.read.readContract({ ...engine, functionName: 'vaultCount' })
  const opened = await vaultAt(chain, engine, id)
  expect(opened.stored).toMatchObject({ owner: address, principal: 1_000n * WAD })
  expect(locked).toBe(`${opened.stored.collateral / 10n ** 12n}`.replace(/(\d{6})$/, '.$1'))

  await moveTao(running(chain), chain.addresses.collateral, 90n)
  await page.goto(`#/collateral/vaults/1/${id}`)
  await expect(page.getByText('anyone can liquidate this vault then')).toBeVisible()
  await page.getByRole('button', { name: /^Add .+ TAO$/ }).click()
  const added = await field(page, 'TAO to add').inputValue()
  const form = panelOf(page, 'Add collateral')
  await form.getByRole('button', { name: 'Add collateral', exact: true }).click()
  await dialog.getByRole('button', { name: /^Approve/ }).click()
  await dialog.getByRole('button', { name: /^Add .+ to TAO vault/ }).click()
  await expect(dialog.getByRole('status').first()).toHaveText(doneText)
  await dialog.getByRole('button', { name: 'Close', exact: true }).click()
  const safe = await vaultAt(chain, engine, id)
  const text = `${(safe.stored.collateral - opened.stored.collateral) / 10n ** 12n}`
  expect(text.padStart(7, '0').replace(/(\d{6})$/, '.$1')).toBe(Number(added).toFixed(6))

  await nextHop(running(chain))
  await expect(page.getByText('From 342 USD')).toBeVisible()
  const liquidate = { ...engine, functionName: 'liquidate', args: [id], account: account(3) } as const
  await expect(chain.read.simulateContract(liquidate)).rejects.toThrow('Collateral_Covered')
})

test('interest that was missed costs a late fee, and a payment clears fee, interest and principal in this order (C4, C13)', async ({
  page,
  chain,
  wallet,
}) => {
  const { address } = wallet.person
  const { engine, id } = await openVault(chain, 'TAO', address, 50n * WAD, 5_000n * WAD)
  const due = (await vaultAt(chain, engine, id)).nextDueAt
  await running(chain).moveClock(Number(due + 6n * 86_400n))
  const owed = await vaultAt(chain, engine, id)
  expect(owed.stored.late).toBeGreaterThan(0n)
  await page.goto(`#/collateral/vaults/1/${id}`)
  await connect(page)
  // The next date, with what it will cost, in the owner's own calendar.
  const next = (await vaultAt(chain, engine, id)).nextDueAt
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Add the due date to a calendar' }).click(),
  ])
  const lines = await readFile(await file.path(), 'utf8')
  expect(lines).toContain(
    `DTSTART:${new Date(Number(next) * 1_000).toISOString().replaceAll(/\.000|[-:]/g, '')}`,
  )
  expect(lines.replaceAll('\r\n ', '')).toMatch(/SUMMARY:TAO vault \d+: [\d\\,.]+ TUSDT of interest is due/)

  // Anybody books the fee; it is the one that was shown.
  await page.getByText('Record its due dates').click()
  await page.getByRole('button', { name: `Assess vault ${id}`, exact: true }).click()
  await sign(page, `Assess the due dates of TAO vault ${id}`)
  expect((await vaultAt(chain, engine, id)).stored.late).toBe(owed.stored.late)

  await chooseForm(page, 'Pay debt')
  await field(page, 'TUSDT to pay').fill('1000')
  const form = panelOf(page, 'Pay debt')
  await expect(form).toContainText(
    /Clears 0\.\d+ late fees, \d+\.\d+ interest, 9\d\d\.?\d* of what was drawn/,
  )
  await form.getByRole('button', { name: 'Pay debt', exact: true }).click()
  await sign(page, `Pay 1,000 TUSDT of TAO vault ${id}`, 'Approve 1,000 TUSDT')
  const [latest] = await Promise.all([chain.read.getBlock({ includeTransactions: false })])
  const [hash] = latest.transactions
  if (!hash) throw new Error('The newest block has the payment.')
  const { logs } = await chain.read.getTransactionReceipt({ hash })
  const [repaid] = parseEventLogs({ abi: vaultEngineAbi, logs, eventName: 'Repaid' })
  expect(repaid?.args.late).toBe(owed.stored.late)
  expect((repaid?.args.late ?? 0n) + (repaid?.args.interest ?? 0n) + (repaid?.args.principal ?? 0n)).toBe(
    1_000n * WAD,
  )
  expect((await vaultAt(chain, engine, id)).stored).toMatchObject({ late: 0n, due: 0n })
  await expect(page.getByText('0 late fees')).toBeVisible()
})

test('a vault is closed although its debt grows between review and inclusion, and not beyond the bound (C4)', async ({
  page,
  chain,
  wallet,
}) => {
  const { address } = wallet.person
  const { engine, coin, id } = await openVault(chain, 'SN4', address, 30n * WAD, 200n * WAD)
  const tusdt = await tusdtOf(chain)
  await chain.act(account(1), { ...tusdt, functionName: 'transfer', args: [address, WAD] })
  await page.goto(`#/collateral/vaults/4/${id}`)
  await connect(page)
  await chooseForm(page, 'Close')
  const title = `Close SN4 vault ${id}`
  const begin = async () => {
    await page.getByRole('button', { name: 'Close vault', exact: true }).click()
    return review(page, title)
  }
  const dialog = await begin()
  await dialog.getByRole('button', { name: /^Approve/ }).click()
  const act = dialog.getByRole('button', { name: title, exact: true })
  await expect(act).toBeEnabled()

  // Two hours are more than the bound was made for: nothing is asked of the wallet.
  const before: unknown = await chain.rpc('evm_snapshot')
  const asked = wallet.requested.length
  await chain.moveTo((await chain.now()) + 2n * HOUR)
  await act.click()
  await expect(dialog.getByRole('alert')).toContainText('more than')
  expect(wallet.requested).toHaveLength(asked)
  await chain.rpc('evm_revert', [before])
  await page.reload()
  await chooseForm(page, 'Close')

  const again = await begin()
  const close = again.getByRole('button', { name: title, exact: true })
  const approve = again.getByRole('button', { name: /^Approve/ })
  await expect(close.or(approve).first()).toBeVisible()
  if (await approve.isVisible()) await approve.click()
  await expect(close).toBeEnabled()
  await chain.moveTo((await chain.now()) + HOUR / 2n)
  await close.click()
  await expect(again.getByRole('status').first()).toHaveText(doneText)
  const { stored, debt } = await vaultAt(chain, engine, id)
  expect([stored.collateral, stored.art, debt]).toEqual([0n, 0n, 0n])
  expect(await balanceOf(chain, coin.address, address)).toBe(30n * WAD)
  const paid = 201n * WAD - (await balanceOf(chain, tusdt.address, address))
  expect(paid).toBeGreaterThan(200n * WAD)
  expect(paid).toBeLessThan(201n * WAD)
})

test('what a form shows is what becomes of the vault, and what it refuses it says how to have (C4 to C6)', async ({
  page,
  chain,
  wallet,
}) => {
  const { address } = wallet.person
  await giveCollateral(chain, 'SN4', address, 10n * WAD)
  await page.goto('#/collateral/open?of=4')
  await connect(page)
  // The original's example, 10 · 500% / 1 = 50: the debt rounds up by a unit, and so does what is shown.
  await field(page, 'SN4 to lock').fill('10')
  await field(page, 'TUSDT to draw').fill('100')
  await expect(line(page, 'Liquidated below, USD')).toContainText('50.01')
  // Both ratios are one here: a draw of everything would be liquidated in the next second.
  await field(page, 'TUSDT to draw').fill('114')
  await expect(page.getByText(/At most 112\.\d+ TUSDT can be drawn/).first()).toBeVisible()

  const { engine, id } = await openVault(chain, 'TAO', address, 20n * WAD, 1_000n * WAD)
  await page.goto(`#/collateral/vaults/1/${id}`)
  await chooseForm(page, 'Draw')
  await page.getByRole('button', { name: 'Max', exact: true }).filter({ visible: true }).click()
  const drawn = await field(page, 'TUSDT to draw').inputValue()
  const shown = await line(page, 'Liquidated below, USD').locator('.font-semibold').textContent()
  await panelOf(page, 'Draw TUSDT').getByRole('button', { name: 'Draw', exact: true }).click()
  const dialog = page.getByRole('dialog')
  // "Max" is true half an hour later, too.
  const draw = dialog.getByRole('button', { name: /^Draw .+ from TAO vault/ })
  await expect(draw).toBeEnabled()
  await chain.moveTo((await chain.now()) + HOUR / 2n)
  await draw.click()
  await expect(dialog.getByRole('status').first()).toHaveText(doneText)
  await dialog.getByRole('button', { name: 'Close', exact: true }).click()
  const { stored } = await vaultAt(chain, engine, id)
  expect(`${(stored.principal - 1_000n * WAD) / 10n ** 12n}`.replace(/(\d{6})$/, '.$1')).toBe(
    Number(drawn).toFixed(6),
  )
  await expect(page.getByRole('group', { name: 'Liquidated below' })).toContainText(shown ?? 'nothing')

  await chooseForm(page, 'Withdraw')
  await field(page, 'TAO to withdraw').fill('1')
  await expect(panelOf(page, 'Withdraw collateral')).toContainText(
    /can be withdrawn\. Paying \d+\.?\d* TUSDT first would be enough/,
  )
  await expect(
    panelOf(page, 'Withdraw collateral').getByRole('button', { name: 'Withdraw', exact: true }),
  ).toBeDisabled()
})

test('whoever is not the owner can add and pay, and nothing else (C4)', async ({ page, wallet }) => {
  expect(wallet.person.address).toBeDefined()
  await page.goto('#/collateral/vaults/1/1')
  await connect(page)
  const group = page.getByRole('group', { name: 'What to do' })
  await expect(group.getByRole('button')).toHaveText(['Add collateral', 'Pay debt'])
})
