import { getAddress } from 'viem'

import { serve } from '../../devnet/serve'
import { receiptOf } from '../../devnet/rpc'
import { connect, expectFigure, frontRow, review, row, sign } from '../fixtures/screen'
import { expect, test } from '../fixtures/test'
import { buildWithJar } from './build'
import { compileJar } from './compile'
import { jarAbi } from './jar/abi'

/** docs/architecture.md, "Add a system": its room and one line; no page, panel or list elsewhere is touched. */
test('a sixth system is its room and one line', async ({ page, chain, config, wallet, guard }) => {
  test.setTimeout(180_000)
  const data = compileJar()
  const hash = await chain.rpc('eth_sendTransaction', [{ from: wallet.person.address, data }])
  const { contractAddress } = await receiptOf(chain.rpc, hash)
  const address = getAddress(contractAddress ?? '0x')
  const networks = config.networks.map((network) => ({
    ...network,
    contracts: { ...network.contracts, jar: { jar: address } },
  }))
  const site = await serve({ dir: await buildWithJar(), config: { networks } })
  guard.trust(site.url)
  const level = () => chain.read.readContract({ address, abi: jarAbi, functionName: 'level' })

  // Its page, its place in the navigation, its figure.
  await page.goto(`${site.url}#/`)
  await expect(frontRow(page, 'Jar')).toContainText('0 drops')
  await connect(page)
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Jar', exact: true }).click()
  await expectFigure(page, 'Level', '0 drops')
  await page.getByRole('button', { name: 'Pour 3', exact: true }).click()
  await sign(page, 'Pour 3 drops', ['Pour 3 drops'])
  await expectFigure(page, 'Level', '3 drops')
  expect(await level()).toBe(3n)

  // Its error, in its own words; the wallet stays closed.
  await page.getByRole('button', { name: 'Pour 30', exact: true }).click()
  await expect(review(page, 'Pour 30 drops')).toContainText('Only 7 drops still fit.')
  await page.keyboard.press('Escape')

  // A part of its page that throws fails alone, and can be tried again.
  const lid = page.getByRole('region', { name: 'Lid', exact: true })
  guard.allow(/The lid is broken/)
  await lid.getByRole('button', { name: 'Drop the lid', exact: true }).click()
  await expect(lid).toContainText('This part stopped working')
  await expectFigure(page, 'Level', '3 drops')
  await lid.getByRole('button', { name: 'Try again', exact: true }).click()
  await expect(lid.getByRole('button', { name: 'Drop the lid', exact: true })).toBeVisible()

  // What it says on the pages across systems, beside the others.
  await page.goto(`${site.url}#/`)
  const todos = page.getByRole('region', { name: 'What you can do now', exact: true })
  await expect(todos.getByRole('listitem').filter({ hasText: 'Pour into the jar' })).toBeVisible()
  await expectFigure(page.getByRole('region', { name: 'The jar', exact: true }), 'Level', '3 drops')
  await expect(page.getByRole('region', { name: 'mUSDT vault', exact: true })).toBeVisible()
  await page.goto(`${site.url}#/activity`)
  const history = page.getByRole('region', { name: 'History', exact: true })
  await expect(row(history, 'Poured')).toContainText('3 drops')
  await page.goto('about:blank')
  await site.stop()
})
