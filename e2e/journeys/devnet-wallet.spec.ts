import { readdirSync, readFileSync } from 'node:fs'
import { backstopPoolAbi } from '../../abis/BackstopPool'
import { account, demo } from '../../devnet/accounts'
import { serve } from '../../devnet/serve'
import { usdt } from '../fixtures/chain'
import { chooseSeries, review } from '../fixtures/screen'
import { Series, tenBtcTerms } from '../systems/backstop/series'
import { expect, test } from '../fixtures/test'

const name = 'Series Devnet'

test('a person without an extension connects with the devnet wallet and stakes', async ({
  page,
  chain,
  config,
  guard,
}) => {
  const series = await Series.create(chain, tenBtcTerms(await chain.now(), name))
  const site = await serve({ dir: '.devnet/site', config })
  guard.trust(site.url)
  await page.goto(`${site.url}#/stake`)
  await page.getByRole('button', { name: 'Connect wallet' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Devnet wallet' }).click()
  await page
    .getByRole('dialog', { name: 'Devnet wallet: connect' })
    .getByRole('button', { name: 'You (demo)' })
    .click()
  await expect(page.getByRole('button', { name: `Account ${demo}` })).toBeVisible()

  await chooseSeries(page, name)
  const panel = page.getByRole('region', { name: `Stake in ${name}` })
  await panel.getByRole('textbox', { name: 'Amount' }).fill('1000')
  await panel.getByRole('button', { name: 'Stake', exact: true }).click()
  const title = `Stake 1,000 USDT in ${name}`
  const window = page.getByRole('dialog', { name: 'Devnet wallet: confirm' })
  for (const [step, functionName] of [
    ['Approve 1,000 USDT', 'approve'],
    [title, 'stake'],
  ] as const) {
    await review(page, title).getByRole('button', { name: step, exact: true }).click()
    await expect(window.getByText(functionName, { exact: true })).toBeVisible()
    await window.getByRole('button', { name: 'Confirm' }).click()
  }
  await expect(review(page, title).getByRole('status').first()).toHaveText('Done. The chain has it.')
  const { shares } = await chain.read.readContract({
    address: series.addresses.pool,
    abi: backstopPoolAbi,
    functionName: 'position',
    args: [demo],
  })
  expect(shares).toBe(usdt(1_000))
  await site.stop()
})

test('no other build has the devnet wallet, or what a system has on the local chain, in it', () => {
  const scripts = readdirSync('dist/assets').filter((file) => file.endsWith('.js'))
  const carriersOf = (...words: readonly string[]) =>
    scripts.filter((file) => {
      const text = readFileSync(`dist/assets/${file}`, 'utf8').toLowerCase()
      return words.some((word) => text.includes(word.toLowerCase()))
    })
  expect(scripts.length).toBeGreaterThan(5)
  expect(carriersOf('Devnet wallet')).toEqual([])
  // The practice chain is the local chain in the tab, in chunks that only who asks for it fetches.
  const local = carriersOf('evm_mine', 'Prices recorded', 'A reward of 0.1%', account(1))
  expect(local.filter((file) => !/^(PracticeBar|worker)-/.test(file))).toEqual([])
})
