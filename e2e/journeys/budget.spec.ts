import { readdirSync, readFileSync } from 'node:fs'
import { budget, measureFirstLoad, measurePerBlock } from '../../bench/measure-first-load'
import { expect, test } from '../fixtures/test'

test('the first view of #/stake stays within its budget, and has nothing of WalletConnect', async ({
  page,
  site,
}) => {
  const sockets: string[] = []
  page.on('websocket', (socket) => sockets.push(socket.url()))
  const load = await measureFirstLoad(page, site.url)
  expect(sockets).toEqual([])
  const files = readdirSync('dist/assets').filter((name) => name.endsWith('.js'))
  const speaking = files.filter((name) => readFileSync(`dist/assets/${name}`, 'utf8').includes('irn_publish'))
  expect(speaking).toEqual([expect.stringMatching(/^wallet-connect-/)])
  expect(load.requests.join(' ')).not.toContain(speaking[0])
  expect(load.scriptBytes, JSON.stringify(load.scripts)).toBeLessThanOrEqual(budget.scriptBytes)
  expect(load.requests.length, load.requests.join(' ')).toBeLessThanOrEqual(budget.requests)
})

test('a new block costs one request besides the ticker', async ({ page, site, chain }) => {
  await measureFirstLoad(page, site.url)
  const blocks = 3
  const { eth_getBlockByNumber: ticks = 0, ...others } = await measurePerBlock(
    page,
    site.url,
    () => chain.mine(),
    blocks,
  )
  expect(ticks).toBeGreaterThan(0)
  expect(others).toEqual({ eth_call: blocks })
})
