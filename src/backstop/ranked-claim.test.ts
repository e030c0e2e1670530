import { expect, it } from 'vitest'

import { rankedClaim } from './ranked-claim'

const alice = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'
const bob = '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC'
const carol = '0x90F79bf6EB2c4f870365E785982E1f101E93b906'
const due = {
  ...{ usdtAmount: 5n, upfront: 0n, upfrontAsset: 'USDT' as const, warrants: 0n },
  ...{ mstrAmount: 0n, btcAmount: 0n },
}
const stakers = [
  { address: alice, shares: 25n },
  { address: bob, shares: 70n },
  { address: carol, shares: 5n },
] as const
const state = { warrantTotal: 10n, totalShares: 100n }

it('counts the warrants that an account gets once all are ranked, and says whom to rank before', () => {
  const { due: whole, stakersInOrder } = rankedClaim(due, state, stakers, alice, 0n)
  expect(whole.usdtAmount).toBe(5n)
  expect(whole.warrants).toBeGreaterThanOrEqual(2n)
  expect([...stakersInOrder].sort()).toEqual([alice, bob, carol].sort())
  const interrupted = rankedClaim(due, state, stakers, alice, 2n)
  expect(interrupted.stakersInOrder).toEqual(stakersInOrder.slice(2))
})

it('ranks nobody where it brings the account nothing', () => {
  for (const unchanged of [
    rankedClaim(due, state, [], alice, 0n),
    rankedClaim(due, state, stakers, undefined, 0n),
    rankedClaim(due, { ...state, warrantTotal: 0n }, stakers, alice, 0n),
  ])
    expect(unchanged).toEqual({ due, stakersInOrder: [] })
})
