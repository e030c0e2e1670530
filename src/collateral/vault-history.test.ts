import { expect, it } from 'vitest'

import { vaultHistory, type VaultHistoryLog } from './vault-history'
import type { VaultLog } from './vault-events'

const owner = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'
const other = '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC'
const at = (blockNumber: bigint, log: VaultLog) =>
  ({
    ...{ address: other, blockNumber, blockTimestamp: blockNumber * 10n, logIndex: 0 },
    ...{ transactionHash: `0x${'ab'.repeat(32)}`, ...log },
  }) as VaultHistoryLog

const logs = [
  at(1n, { eventName: 'Opened', args: { owner, id: 7n } }),
  at(2n, { eventName: 'Deposited', args: { owner, id: 7n, payer: owner, amount: 5n } }),
  at(3n, { eventName: 'Deposited', args: { owner, id: 8n, payer: owner, amount: 6n } }),
  at(4n, { eventName: 'Drawn', args: { owner, id: 7n, to: owner, amount: 2n } }),
  at(5n, {
    eventName: 'Repaid',
    args: { owner, id: 7n, payer: other, late: 0n, interest: 0n, principal: 1n },
  }),
  at(6n, { eventName: 'Assessed', args: { owner, id: 7n, nextDate: 1n, lateBefore: 0n, late: 0n } }),
  at(7n, {
    eventName: 'AuctionEnded',
    args: { owner, vaultId: 7n, auctionId: 3n, returned: 4n, badDebt: 0n, forgone: 0n },
  }),
]

it('tells of one vault, newest first, without signs, and leads to its auctions', async () => {
  const told = await vaultHistory(logs, 7n, { name: 'SN64', place: 2 })
  expect(told.map(({ what, blockNumber, time }) => [what, blockNumber, time])).toEqual([
    ['Auction over: collateral returned to the vault', 7n, 70n],
    ['Paid back: principal', 5n, 50n],
    ['TUSDT drawn', 4n, 40n],
    ['Collateral added', 2n, 20n],
    ['Vault opened', 1n, 10n],
  ])
  expect(told.flatMap(({ amounts }) => amounts.map(({ direction }) => direction))).not.toContain('out')
  expect(told.map(({ place }) => place?.href)).toEqual([
    '/collateral/auctions/2/3',
    ...[undefined, undefined, undefined, undefined],
  ])
})

it('names who did it, and where it went, only where that was not the owner', async () => {
  const told = await vaultHistory(logs, 7n, { name: 'SN64', place: 2 })
  expect(told.map(({ by }) => by)).toEqual([undefined, other, undefined, undefined, undefined])
  expect(told.every(({ recipient }) => recipient === undefined)).toBe(true)
  const [elsewhere] = await vaultHistory(
    [at(1n, { eventName: 'Drawn', args: { owner, id: 7n, to: other, amount: 2n } })],
    7n,
    { name: 'SN64', place: 2 },
  )
  expect(elsewhere?.recipient).toBe(other)
})
