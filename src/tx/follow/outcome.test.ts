import { encodeAbiParameters, encodeEventTopics, parseAbi } from 'viem'
import { describe, expect, it } from 'vitest'

import { pool, friend, me, token } from '../testing/sample-plan'
import type { Unbounded } from '../plan/plan'
import { figureOf, outcomeNote } from './outcome'

const abi = parseAbi([
  'event Deposit(address indexed sender, address indexed owner, uint256 assets, uint256 shares)',
  'event WithdrawRequested(address indexed owner, uint256 shares, uint256 indexed unlockEpoch)',
])
const share = { kind: 'erc20', address: token, symbol: 'gUSDT', decimals: 6 } as const
const locked: Unbounded = {
  label: 'gUSDT locked',
  expected: 1_032_988_537n,
  asset: share,
  event: { address: pool, abi, eventName: 'Deposit', args: { sender: me, owner: pool } },
  argument: 'shares',
}
const epoch: Unbounded = {
  label: 'Redeemable in epoch',
  expected: 5n,
  event: { address: pool, abi, eventName: 'WithdrawRequested', args: { owner: me } },
  argument: 'unlockEpoch',
}

function deposit(shares: bigint, sender = me) {
  const topics = encodeEventTopics({ abi, eventName: 'Deposit', args: { sender, owner: pool } })
  const data = encodeAbiParameters([{ type: 'uint256' }, { type: 'uint256' }], [1_000_000_000n, shares])
  return { address: pool, topics: topics as [`0x${string}`], data }
}
function requested(unlockEpoch: bigint) {
  const topics = encodeEventTopics({
    abi,
    eventName: 'WithdrawRequested',
    args: { owner: me, unlockEpoch },
  })
  return {
    address: pool,
    topics: topics as [`0x${string}`],
    data: encodeAbiParameters([{ type: 'uint256' }], [7n]),
  }
}
const noteOf = (figure: Unbounded, log: ReturnType<typeof deposit>) =>
  outcomeNote({ unbounded: [figureOf(figure)] }, [log])

describe('what became of a figure without a bound', () => {
  it('is named with its difference', () => {
    expect(noteOf(locked, deposit(1_011_589_041n))).toBe(
      'gUSDT locked: 1,011.589041 gUSDT, where 1,032.988537 gUSDT was expected, 21.399496 gUSDT less. The state changed before it was included.',
    )
    expect(noteOf(locked, deposit(1_032_988_538n))).toContain('0.000001 gUSDT more')
  })
  it('is found in a topic as well', () => {
    expect(noteOf(epoch, requested(6n))).toMatch(/^Redeemable in epoch: 6, where 5 was expected\. /)
    expect(noteOf(epoch, requested(5n))).toBeUndefined()
  })
  it('needs no word where it is what was shown, and none where the receipt does not tell', () => {
    expect(noteOf(locked, deposit(1_032_988_537n))).toBeUndefined()
    expect(noteOf(locked, deposit(1n, friend))).toBeUndefined()
    expect(outcomeNote({}, [deposit(1n)])).toBeUndefined()
  })
  it('can only be what the event has', () => {
    expect(() => figureOf({ ...locked, argument: 'nothing' })).toThrow('Deposit has no argument nothing.')
  })
})
