import type { Page } from '@playwright/test'
import { usdt, type Chain } from '../fixtures/chain'
import { chooseSeries, connect, review, sign } from '../fixtures/screen'
import { Series, tenBtcTerms } from '../systems/backstop/series'
import { expect, test } from '../fixtures/test'

const name = 'Series Faults'
const title = `Stake 250 USDT in ${name}`

/** A review of a stake of 250 USDT, rehearsed and ready to sign. */
async function openReview(page: Page, url: string, chain: Chain) {
  const series = await Series.create(chain, tenBtcTerms(await chain.now(), name))
  await page.goto(`${url}#/stake`)
  await connect(page)
  await chooseSeries(page, name)
  const panel = page.getByRole('region', { name: `Stake in ${name}` })
  const amount = panel.getByRole('textbox', { name: 'Amount' })
  await amount.fill('250')
  await panel.getByRole('button', { name: 'Stake', exact: true }).click()
  const dialog = review(page, title)
  const approve = dialog.getByRole('button', { name: 'Approve 250 USDT', exact: true })
  await expect(approve).toBeEnabled()
  return { series, amount, dialog, approve }
}

test('a wallet that never answers can be left, and the amount is still there (F18)', async ({
  page,
  site,
  chain,
  wallet,
}) => {
  const { dialog, approve, amount } = await openReview(page, site.url, chain)
  wallet.next('eth_sendTransaction', { kind: 'hang' })
  await approve.click()
  await expect(dialog.getByRole('status').first()).toContainText('Waiting for the wallet')
  await dialog.getByRole('button', { name: 'Stop waiting' }).click()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(amount).toHaveValue('250')
  expect(wallet.sent).toEqual([])
})

test('a reload between approval and stake loses nothing: only the stake is left to sign (F21)', async ({
  page,
  site,
  chain,
  wallet,
}) => {
  const { series, dialog, approve } = await openReview(page, site.url, chain)
  await approve.click()
  await expect(dialog.getByRole('button', { name: title, exact: true })).toBeEnabled()
  await page.reload()
  await expect(page.getByRole('button', { name: `Account ${wallet.person.address}` })).toBeVisible()
  await chooseSeries(page, name)
  const panel = page.getByRole('region', { name: `Stake in ${name}` })
  await panel.getByRole('textbox', { name: 'Amount' }).fill('250')
  await panel.getByRole('button', { name: 'Stake', exact: true }).click()
  await sign(page, title, [title])
  expect((await series.position(wallet.person)).shares).toBe(usdt(250))
  expect(wallet.requested).toHaveLength(2)
})
