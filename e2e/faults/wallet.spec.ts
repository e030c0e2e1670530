import type { Page } from '@playwright/test'
import { usdt, type Chain } from '../fixtures/chain'
import { person } from '../fixtures/people'
import { chooseSeries, connect, review, sign } from '../fixtures/screen'
import { Series, tenBtcTerms } from '../fixtures/series'
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

test('a rejected request is said, costs nothing and can be tried again (F17)', async ({
  page,
  site,
  chain,
  wallet,
}) => {
  const { series, dialog, approve } = await openReview(page, site.url, chain)
  wallet.next('eth_sendTransaction', { kind: 'reject' })
  await approve.click()
  await expect(dialog.getByRole('alert')).toContainText(/rejected/i)
  expect(wallet.sent).toEqual([])
  await dialog.getByRole('button', { name: 'Try again' }).click()
  await sign(page, title, ['Approve 250 USDT', title])
  expect((await series.position(wallet.person)).shares).toBe(usdt(250))
})

for (const [what, value] of Object.entries({
  'a string': 'something broke',
  'an empty object': {},
  'a nested error': {
    code: -32603,
    message: 'Internal error',
    data: { originalError: { message: 'nonce' } },
  },
  'a huge text': { code: -32000, message: 'x'.repeat(100_000) },
}))
  test(`a wallet that throws ${what} gets a sentence and no stuck spinner (F19)`, async ({
    page,
    site,
    chain,
    wallet,
  }) => {
    const { dialog, approve } = await openReview(page, site.url, chain)
    wallet.next('eth_sendTransaction', { kind: 'throw', value })
    await approve.click()
    const alert = dialog.getByRole('alert')
    await expect(alert.getByRole('button', { name: 'Try again' })).toBeVisible()
    expect((await alert.innerText()).length).toBeLessThan(1_000)
    expect(wallet.sent).toEqual([])
  })

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

test('a wallet that silently changed its chain is not asked to send (D9)', async ({
  page,
  site,
  chain,
  wallet,
}) => {
  const { dialog, approve } = await openReview(page, site.url, chain)
  await wallet.switchChain(1, { isSilent: true })
  await approve.click()
  await expect(dialog.getByRole('alert')).toContainText(/network|chain/i)
  expect(wallet.requested).toEqual([])
})

test('a wallet that silently changed its account is not asked to send (D9)', async ({
  page,
  site,
  chain,
  wallet,
}) => {
  const { dialog, approve } = await openReview(page, site.url, chain)
  await wallet.switchAccount(person('Mallory'), { isSilent: true })
  await approve.click()
  await expect(dialog.getByRole('alert')).toContainText(/account/i)
  expect(wallet.requested).toEqual([])
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

test('a wallet that loses its connection says so, and nothing is sent (F20)', async ({
  page,
  site,
  chain,
  wallet,
}) => {
  const { approve, dialog } = await openReview(page, site.url, chain)
  await wallet.disconnect()
  await expect(dialog.getByRole('status').first()).toContainText('disconnected')
  if (await approve.isEnabled()) await approve.click()
  expect(wallet.requested).toEqual([])
})
