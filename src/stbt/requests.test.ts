import { encodeFunctionData, zeroHash, type Address, type Hex } from 'viem'
import { describe, expect, it } from 'vitest'

import { stbtAbi } from '../../abis/STBT'
import { operationId } from './operation'
import { queueState, requestsOf, usualSeconds, type RequestLog } from './requests'

const stbt: Address = '0x0000000000000000000000000000000000000d01'
const coin: Address = '0x0000000000000000000000000000000000000C01'
const me: Address = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'
const hash: Hex = `0x${'ab'.repeat(32)}`
const issue = encodeFunctionData({ abi: stbtAbi, functionName: 'issue', args: [me, 5n, '0x'] })
const burn = encodeFunctionData({ abi: stbtAbi, functionName: 'redeemFrom', args: [me, 7n, '0x'] })
const at = (blockTimestamp: bigint) => ({ transactionHash: hash, blockTimestamp })

const mint = (nonce: bigint, time: bigint): RequestLog => ({
  eventName: 'Mint',
  args: {
    requestor: me,
    token: coin,
    nonce,
    depositAmount: 3n,
    proposeAmount: 5n,
    salt: zeroHash,
    data: issue,
  },
  ...at(time),
})
const redeem = (nonce: bigint): RequestLog => ({
  eventName: 'Redeem',
  args: { requestor: me, token: coin, nonce, amount: 4n, salt: zeroHash, data: burn },
  ...at(20n),
})
const executed = (data: Hex, time: bigint): RequestLog => ({
  eventName: 'CallExecuted',
  args: { id: operationId({ target: stbt, data, salt: zeroHash }), index: 0n, target: stbt, value: 0n, data },
  ...at(time),
})
const settle = (nonce: bigint): RequestLog => ({
  eventName: 'Settle',
  args: {
    target: me,
    token: coin,
    nonce,
    amount: 6n,
    redeemTxId: zeroHash,
    redeemServiceFeeRate: 1n,
    executionPrice: 2n,
  },
  ...at(30n),
})

describe('requests, rules.md T6, T7', () => {
  it('are read from the events, newest first, with what the queued call is for', () => {
    const [second, first] = requestsOf([mint(1n, 10n), redeem(1n), executed(issue, 15n)], stbt)
    expect(first).toMatchObject({ kind: 'mint', stbt: 5n, inCoin: 3n, isExecuted: true, executedAt: 15n })
    expect(second).toMatchObject({ kind: 'redeem', stbt: 7n, inCoin: 4n, isExecuted: false })
  })

  it('join a settlement to the redemption of its number, never to a mint', () => {
    const [two, one, deposit] = requestsOf([mint(1n, 10n), redeem(1n), redeem(2n), settle(1n)], stbt)
    expect(deposit?.settlement).toBeUndefined()
    expect(one?.settlement).toMatchObject({ amount: 6n, feeRate: 1n, executionPrice: 2n })
    expect(two?.settlement).toBeUndefined()
  })

  it('took as long as the middle one', () => {
    const requests = requestsOf([mint(1n, 10n), executed(issue, 15n)], stbt)
    expect(usualSeconds(requests, 'mint')).toBe(5n)
    expect(usualSeconds(requests, 'redeem')).toBeUndefined()
  })
})

describe('the state in the queue, rules.md T7', () => {
  it('is ready from its second on', () => {
    expect(queueState(100n, 99n)).toEqual({ kind: 'waiting', readyAt: 100n })
    expect(queueState(100n, 100n)).toEqual({ kind: 'ready', readyAt: 100n })
    expect(queueState(1n, 100n)).toEqual({ kind: 'done' })
    expect(queueState(0n, 100n)).toEqual({ kind: 'cancelled' })
  })
})
