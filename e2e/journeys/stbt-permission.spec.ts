import { keeper } from '../../devnet/accounts'
import { connect, review } from '../fixtures/screen'
import { seeded } from '../fixtures/people'
import { expect, test } from '../fixtures/test'
import { give, permissionCall, stbtOf } from '../systems/stbt/stbt'

/** The seeded people whose permission is none, over, or nearly over. */
const nobody = seeded(14)
const lapsed = seeded(2)
const ending = seeded(1)

for (const [name, who, says] of [
  ['has none', nobody, 'the issuer gives that permission to accredited investors'],
  ['has lost it', lapsed, 'The permission ended'],
] as const)
  test(`whoever ${name} is told before the wallet opens, on every page that moves STBT (T5)`, async ({
    page,
    site,
    wallet,
  }) => {
    await wallet.switchAccount(who)
    await page.goto(`${site.url}#/stbt/mint`)
    await connect(page)
    for (const [path, field, button] of [
      ['mint', 'Amount', 'Deposit'],
      ['redeem', 'Amount of STBT', 'Redeem'],
      ['wrap', 'Amount of STBT', 'Wrap'],
    ] as const) {
      await page.goto(`${site.url}#/stbt/${path}`)
      const main = page.getByRole('main')
      await main.getByRole('textbox', { name: field, exact: true }).fill('150')
      await expect(main.getByRole('button', { name: button, exact: true })).toBeDisabled()
      await expect(main).toContainText(says)
    }
    expect(wallet.requested).toHaveLength(0)
  })

test('a permission that is nearly over is said everywhere it matters, and can be put into a calendar (T5)', async ({
  page,
  site,
  wallet,
}) => {
  await wallet.switchAccount(ending)
  await page.goto(`${site.url}#/`)
  await connect(page)
  const todo = page.getByRole('region', { name: 'What you can do now', exact: true })
  await expect(todo).toContainText('Renew the permission for STBT')
  await page.goto(`${site.url}#/stbt`)
  const status = page.getByRole('group', { name: 'Your permission', exact: true })
  await expect(status).toContainText('Until')
  await expect(status).toContainText('left; then you can neither send, receive nor redeem')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Add its end to a calendar' }).click()
  expect((await download).suggestedFilename()).toBe('stbt-permission.ics')
  await page.goto(`${site.url}#/stbt/mint`)
  await expect(page.getByText('It may end before the issue', { exact: true })).toBeVisible()
  await page.goto(`${site.url}#/stbt/redeem`)
  await page.getByRole('textbox', { name: 'Amount of STBT' }).fill('150')
  await expect(page.getByRole('button', { name: 'Redeem', exact: true })).toBeEnabled()
})

test('a permission that ends between review and signature keeps the wallet closed (T5)', async ({
  page,
  site,
  chain,
  wallet,
}) => {
  const { stbt } = chain.addresses.stbt
  const { address } = wallet.person
  const ends = (await chain.now()) + 3_600n
  await chain.act(keeper, permissionCall({ stbt }, address, true, ends))
  await give(chain, { stbt }, address, stbtOf(500))
  await page.goto(`${site.url}#/stbt/redeem`)
  await connect(page)
  await page.getByRole('textbox', { name: 'Amount of STBT' }).fill('200')
  await page.getByRole('button', { name: 'Redeem', exact: true }).click()
  const title = 'Redeem 200 STBT for USDC'
  const dialog = review(page, title)
  await dialog.getByRole('button', { name: 'Approve 200 STBT', exact: true }).click()
  const act = dialog.getByRole('button', { name: title, exact: true })
  await expect(act).toBeEnabled()
  const asked = wallet.requested.length
  await chain.moveTo(ends)
  await act.click()
  await expect(dialog.getByRole('alert')).toContainText('The permission of an account in this has ended.')
  expect(wallet.requested).toHaveLength(asked)
})
