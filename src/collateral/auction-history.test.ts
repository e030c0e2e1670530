import type { Address } from 'viem'
import { describe, expect, it } from 'vitest'

import { auctionHistory, type AuctionLog } from './auction-history'

const owner: Address = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'
const other: Address = '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC'
const type = { name: 'SN64', place: 2 }
const terms = {
  vaultId: 7n,
  startedAt: 1n,
  endedAt: 0n,
  starter: other,
  tauSeconds: 1,
  tailSeconds: 1,
  keeperBps: 1,
  cusp: 1n,
  top: 50n,
} as const
const stage = (lot: bigint, principal: bigint, interest: bigint, late: bigint, penalty: bigint) => {
  return { ...terms, lot, principal, interest, late, penalty }
}
const begun = stage(30n, 20n, 2n, 1n, 3n)
const [first, second] = [stage(20n, 8n, 2n, 1n, 3n), stage(12n, 0n, 0n, 0n, 0n)]

const place = (logIndex: number) => ({
  address: other,
  blockNumber: 5n,
  blockTimestamp: 50n,
  transactionHash: `0x${'ab'.repeat(32)}` as const,
  logIndex,
})
const take = (logIndex: number, id: bigint, taken: bigint, paid: bigint, stages: readonly [Stage, Stage]) => {
  const [auctionBefore, auctionAfter] = stages
  const args = { taker: other, id, to: owner, taken, paid, price: 2n, auctionBefore, auctionAfter } as const
  return { ...place(logIndex), eventName: 'Taken', args } as const
}
type Stage = ReturnType<typeof stage>

const logs: readonly AuctionLog[] = [
  {
    ...place(0),
    eventName: 'Liquidated',
    args: { owner, vaultId: 7n, auctionId: 3n, starter: other, current: 40n, auction: begun },
  },
  { ...place(1), eventName: 'AuctionReset', args: { by: owner, id: 3n, topBefore: 50n, top: 45n } },
  take(2, 3n, 10n, 12n, [begun, first]),
  take(3, 4n, 1n, 1n, [begun, first]),
  take(4, 3n, 8n, 14n, [first, second]),
  {
    ...place(5),
    eventName: 'AuctionEnded',
    args: { owner, vaultId: 7n, auctionId: 3n, returned: 12n, badDebt: 0n, forgone: 0n },
  },
]

describe('the history of an auction', () => {
  it('sums what was bought and what came in, of this one alone', async () => {
    const told = await auctionHistory(logs, 3n, type)
    expect(told).toMatchObject({
      taken: 18n,
      paid: 26n,
      isWhole: true,
      ended: { returned: 12n, badDebt: 0n },
    })
    expect(told.cameIn).toEqual({ principal: 20n, interest: 2n, late: 1n, penalty: 3n })
    expect(told.events.map(({ what, by, recipient }) => [what, by, recipient])).toEqual([
      ['Over: what was left is back in the vault', undefined, undefined],
      ['Bought', other, owner],
      ['Bought', other, owner],
      ['Restarted', owner, undefined],
      ['Begun by a liquidation', other, undefined],
    ])
  })

  it('is whole while it runs, too', async () => {
    const told = await auctionHistory(logs.slice(0, 3), 3n, type)
    expect(told).toMatchObject({ taken: 10n, ended: undefined, isWhole: true })
  })

  it('is not whole where an event is missing: nothing is summed of it then', async () => {
    for (const missing of [0, 2, 4])
      expect((await auctionHistory(logs.toSpliced(missing, 1), 3n, type)).isWhole).toBe(false)
    expect((await auctionHistory([], 3n, type)).isWhole).toBe(false)
  })
})
