import { expect, it } from 'vitest'

import { holdingReads, holdingsOf } from './holdings'

const account = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'
const address = '0x73511669fd4dE447feD18BB79bAFeAC93aB7F31f'
const source = {
  contract: address,
  label: '',
  functionName: '',
  args: [],
  blockNumber: 1n,
  abi: [],
  raw: '0x',
}
const known = <T>(value: T) => ({ isKnown: true, value, source }) as const
const unknown = { isKnown: false, reason: 'It reverted.', source } as const
const ether = { symbol: 'ETH', decimals: 18 }

it('lists the coin and each token with its system, and offers tokens only to the wallet', () => {
  const token = { address, name: 'usdt', of: 'Backstop' } as const
  const data = {
    coin: known(5n),
    tokens: [{ ...token, symbol: known('USDT'), decimals: known(6), balance: known(7n) }],
  }
  expect(holdingsOf(data, ether)).toEqual([
    { key: 'coin', label: 'ETH', amount: { value: 5n, decimals: 18 } },
    {
      key: address,
      label: 'USDT',
      of: 'Backstop',
      amount: { value: 7n, decimals: 6 },
      token: { address, symbol: 'USDT', decimals: 6 },
    },
  ])
})

it('never shows what is unknown as 0, and offers nothing whose name or decimals are unknown', () => {
  const token = { address, name: 'usdt', symbol: known('USDT'), decimals: known(6) } as const
  const balanceUnknown = holdingsOf({ coin: unknown, tokens: [{ ...token, balance: unknown }] }, ether)
  expect(balanceUnknown.map(({ amount }) => amount)).toEqual([undefined, undefined])
  const data = {
    coin: undefined,
    tokens: [{ ...token, balance: known(7n), symbol: unknown, decimals: unknown }],
  }
  expect(holdingsOf(data, ether)).toMatchObject([{ label: 'usdt', amount: undefined, token: undefined }])
})

it('asks for the coin only where Multicall3 can tell', () => {
  expect(holdingReads(account, [], undefined).coin).toBeUndefined()
  expect(holdingReads(account, [], address).coin).toMatchObject({ functionName: 'getEthBalance' })
})
