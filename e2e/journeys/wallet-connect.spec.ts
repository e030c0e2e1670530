import { tetherUsdAbi } from '../../abis/TetherUSD'
import { serve } from '../../devnet/serve'
import { usdt } from '../fixtures/chain'
import { DistantWallet } from '../fixtures/distant-wallet'
import { person } from '../fixtures/people'
import { Relay } from '../fixtures/relay'
import { chooseSeries, sign } from '../fixtures/screen'
import { expect, test } from '../fixtures/test'
import { Series, tenBtcTerms } from '../systems/backstop/series'

const name = 'Series Relay'
const title = `Stake 250 USDT in ${name}`

test('a wallet on another device is connected by a code, signs, is found again, and leaves', async ({
  page,
  chain,
  config,
  guard,
}) => {
  const alice = person('Alice')
  await chain.fund(alice, usdt(1_000))
  const series = await Series.create(chain, tenBtcTerms(await chain.now(), name))
  const { pool } = series.addresses
  const { usdt: address } = chain.addresses.shared
  const approval = { address, abi: tetherUsdAbi, functionName: 'approve', args: [pool, usdt(250)] }
  await chain.act(alice.address, approval)
  const relay = await Relay.start()
  const wallet = await DistantWallet.start(relay, alice, chain.rpcUrl)
  const walletConnect = { projectId: 'test', relayUrl: relay.url.replace('ws', 'http') }
  const site = await serve({ dir: 'dist', config: { ...config, walletConnect } })
  guard.trust(site.url)
  const account = page.getByRole('button', { name: `Account ${wallet.address}` })

  await page.goto(`${site.url}#/stake`)
  await page.getByRole('button', { name: 'Connect wallet' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'WalletConnect' }).click()
  await expect(dialog.getByRole('img', { name: 'Code that connects a wallet' })).toBeVisible()
  await wallet.scan((await dialog.getByText(/^wc:/).textContent()) ?? '')
  await expect(account).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await page.reload()
  await expect(account).toBeVisible()
  await chooseSeries(page, name)
  const panel = page.getByRole('region', { name: `Stake in ${name}` })
  await panel.getByRole('textbox', { name: 'Amount' }).fill('250')
  await panel.getByRole('button', { name: 'Stake', exact: true }).click()
  await sign(page, title, [title])
  expect((await series.position(alice)).shares).toBe(usdt(250))
  expect(wallet.asked.filter((method) => !method.startsWith('wallet_'))).toEqual(['eth_sendTransaction'])

  await wallet.leave()
  await expect(page.getByText('Your wallet has ended the connection')).toBeVisible()
  await expect(account).toHaveCount(0)
  expect(await page.evaluate(() => localStorage.getItem('ballast.walletConnect'))).toBeNull()
  await page.close()
  await wallet.stop()
  await site.stop()
  relay.stop()
})
