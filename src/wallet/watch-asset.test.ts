import { afterEach, expect, it, vi } from 'vitest'

import { connection } from '../chain/connection'
import { askToWatch } from './watch-asset'

const usdt = { address: '0x73511669fd4dE447feD18BB79bAFeAC93aB7F31f', symbol: 'USDT', decimals: 6 } as const

function answering(request: (args: unknown) => Promise<unknown>) {
  connection.set({ status: 'connected', getProvider: () => Promise.resolve({ request }) })
}

afterEach(() => {
  connection.set({ status: 'none' })
  vi.useRealTimers()
})

it('gives the wallet the token’s address, symbol and decimals, and says that it is listed', async () => {
  const request = vi.fn().mockResolvedValue(true)
  answering(request)
  expect(await askToWatch(usdt)).toBe('USDT is listed in your wallet.')
  expect(request).toHaveBeenCalledWith({
    method: 'wallet_watchAsset',
    params: { type: 'ERC20', options: { address: usdt.address, symbol: 'USDT', decimals: 6 } },
  })
})

it('says so where the wallet answers anything else, declines, can’t, or is gone', async () => {
  answering(() => Promise.resolve('yes'))
  expect(await askToWatch(usdt)).toBe('The wallet did not add USDT.')
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- wallets throw plain objects
  answering(() => Promise.reject({ code: 4001 }))
  expect(await askToWatch(usdt)).toBe('You declined in the wallet. You can try again.')
  answering(() => Promise.reject(new Error('no such method')))
  expect(await askToWatch(usdt)).toBe('The wallet did not do it: no such method')
  connection.set({ status: 'none' })
  expect(await askToWatch(usdt)).toBe('The wallet was disconnected.')
})

it('waits 20 s for a wallet that never answers', async () => {
  vi.useFakeTimers()
  answering(() => new Promise(() => undefined))
  const asked = askToWatch(usdt)
  await vi.advanceTimersByTimeAsync(20_000)
  expect(await asked).toBe('The wallet has not answered. Open it and answer there.')
})
