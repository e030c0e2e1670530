import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Hex } from 'viem'
import { serve } from '../../devnet/serve'
import { receiptOf } from '../../devnet/rpc'
import { usdt } from '../fixtures/chain'
import { person } from '../fixtures/people'
import { expect, test } from '../fixtures/test'
import { Series, tenBtcTerms } from '../systems/backstop/series'

type Message = { id: string; method: string; params?: { txs?: { to: Hex; data: Hex; value: string }[] } }

const safeTxHash: Hex = `0x${'5afe'.repeat(16)}`

test('framed by a Safe, the page is connected to it, and a stake is handed to its co-signers (D27)', async ({
  page,
  context,
  chain,
  config,
  guard,
}) => {
  const { address } = person('Safe')
  await chain.fund({ address }, usdt(1_000))
  await chain.rpc('anvil_setCode', [address, '0x00'])
  const series = await Series.create(chain, tenBtcTerms(await chain.now(), 'Series Frame'))

  let appUrl = ''
  const host = createServer((_, response) =>
    response.setHeader('Content-Type', 'text/html').end(`<!doctype html><title>Safe</title>
      <iframe src="${appUrl}#/stake" width="1280" height="820"></iframe>
      <script>
        addEventListener('message', async ({ data, source, origin }) =>
          source.postMessage(await safeAnswers(data), origin))
      </script>`),
  )
  await new Promise<void>((done) => host.listen(0, '127.0.0.1', done))
  const hostUrl = `http://127.0.0.1:${(host.address() as AddressInfo).port}`
  const site = await serve({ dir: 'dist', config: { ...config, safeOrigins: [hostUrl] } })
  appUrl = site.url
  for (const url of [hostUrl, site.url]) guard.trust(url)

  let proposed: { to: Hex; data: Hex; value: string }[] = []
  let executed: Hex | undefined
  const answers: Record<string, (message: Message) => unknown> = {
    getSafeInfo: () => ({
      safeAddress: address,
      chainId: 31_337,
      threshold: 2,
      owners: [],
      isReadOnly: false,
    }),
    sendTransactions: ({ params }) => {
      proposed = params?.txs ?? []
      return { safeTxHash }
    },
    getTxBySafeTxHash: () => ({
      txStatus: executed ? 'SUCCESS' : 'AWAITING_CONFIRMATIONS',
      txHash: executed ?? null,
    }),
  }
  await context.exposeBinding('safeAnswers', (_, message: Message) => {
    const answer = answers[message.method]
    return answer
      ? { id: message.id, success: true, version: '9.1.0', data: answer(message) }
      : { id: message.id, success: false, version: '9.1.0', error: `${message.method} is not known` }
  })

  await page.goto(hostUrl)
  const app = page.frameLocator('iframe')
  await expect(app.getByRole('button', { name: `Account ${address}` })).toBeVisible()
  await app
    .getByRole('group', { name: 'Series', exact: true })
    .getByRole('button', { name: 'Series Frame' })
    .click()
  const panel = app.getByRole('region', { name: 'Stake in Series Frame' })
  await panel.getByRole('textbox', { name: 'Amount' }).fill('250')
  await panel.getByRole('button', { name: 'Stake', exact: true }).click()
  const dialog = app.getByRole('dialog', { name: 'Stake 250 USDT in Series Frame' })
  await dialog.getByRole('button', { name: 'All 2 steps at once', exact: true }).click()
  const state = dialog.getByRole('status').first()
  await expect(state).toContainText('Proposed to the co-signers of this account')
  const { pool } = series.addresses
  expect(proposed.map(({ to, value }) => [to, value])).toEqual([
    [chain.addresses.shared.usdt, '0'],
    [pool, '0'],
  ])
  expect((await series.position({ address })).shares).toBe(0n)

  await chain.rpc('anvil_impersonateAccount', [address])
  for (const { to, data } of proposed) {
    executed = await chain.rpc('eth_sendTransaction', [{ from: address, to, data }])
    expect((await receiptOf(chain.rpc, executed)).status).toBe('0x1')
  }
  await expect(state).toHaveText('Done. The chain has it.')
  expect((await series.position({ address })).shares).toBe(usdt(250))
  await site.stop()
  host.close()
  host.closeAllConnections()
})
