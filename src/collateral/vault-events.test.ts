import { expect, it } from 'vitest'

import { describeVaultEvent, type VaultLog } from './vault-events'

const me = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'
const other = '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC'
const shown = (log: VaultLog) => {
  const told = describeVaultEvent(log, { name: 'SN64', place: 2 })
  if (!told) return undefined
  const { what, place, to, by, amounts } = told
  const lines = amounts.map(({ field, value, unit, direction }) => `${field} ${direction} ${value} ${unit}`)
  return [what, place?.href, to && `to ${to}`, by && `by ${by}`, ...lines].filter(Boolean)
}
const vault = '/collateral/vaults/2/7'
const auction = '/collateral/auctions/2/3'
const begun = {
  vaultId: 7n,
  startedAt: 1n,
  endedAt: 0n,
  starter: other,
  tauSeconds: 1,
  tailSeconds: 1,
  keeperBps: 1,
  cusp: 1n,
  top: 1n,
  lot: 30n,
  principal: 20n,
  interest: 2n,
  late: 1n,
  penalty: 3n,
} as const

it('says what an owner puts in and takes out, and where it went when that was elsewhere', () => {
  expect(shown({ eventName: 'Opened', args: { owner: me, id: 7n } })).toEqual(['Vault opened', vault])
  expect(shown({ eventName: 'Deposited', args: { owner: me, id: 7n, payer: me, amount: 5n } })).toEqual([
    'Collateral added',
    vault,
    'amount out 5 SN64',
  ])
  expect(shown({ eventName: 'Drawn', args: { owner: me, id: 7n, to: other, amount: 5n } })).toEqual([
    'TUSDT drawn',
    vault,
    `to ${other}`,
    'amount in 5 TUSDT',
  ])
  expect(shown({ eventName: 'Withdrawn', args: { owner: me, id: 7n, to: me, amount: 5n } })).toEqual([
    'Collateral withdrawn',
    vault,
    `to ${me}`,
    'amount in 5 SN64',
  ])
})

it('tells an owner who paid for them, without counting it as theirs', () => {
  expect(shown({ eventName: 'Deposited', args: { owner: me, id: 7n, payer: other, amount: 5n } })).toEqual([
    'Collateral added',
    vault,
    `by ${other}`,
    'amount none 5 SN64',
  ])
  const paid = { owner: me, id: 7n, payer: other, late: 0n, interest: 1n, principal: 4n } as const
  expect(shown({ eventName: 'Repaid', args: paid })).toEqual([
    'Paid back: interest and principal',
    vault,
    `by ${other}`,
    'interest none 1 TUSDT',
    'principal none 4 TUSDT',
  ])
})

it('names the parts of a payment in the order in which they are paid', () => {
  const parts = (late: bigint, interest: bigint, principal: bigint) =>
    shown({ eventName: 'Repaid', args: { owner: me, id: 7n, payer: me, late, interest, principal } })?.filter(
      (line) => line !== vault,
    )
  expect(parts(1n, 2n, 3n)).toEqual([
    'Paid back: late fees, interest and principal',
    'late out 1 TUSDT',
    'interest out 2 TUSDT',
    'principal out 3 TUSDT',
  ])
  expect(parts(0n, 0n, 3n)).toEqual(['Paid back: principal', 'principal out 3 TUSDT'])
})

it('tells whoever did something for another vault what it cost them', () => {
  expect(shown({ eventName: 'DepositedFor', args: { payer: me, id: 7n, owner: other, amount: 5n } })).toEqual(
    ['Collateral added to somebody else’s vault', vault, `to ${other}`, 'amount out 5 SN64'],
  )
  expect(shown({ eventName: 'RepaidFor', args: { payer: me, id: 7n, owner: other, paid: 5n } })).toEqual([
    'Paid back for somebody else’s vault',
    vault,
    'paid out 5 TUSDT',
  ])
  const args = { starter: me, vaultId: 7n, auctionId: 3n, owner: other, lot: 30n, need: 26n } as const
  expect(shown({ eventName: 'LiquidatedOther', args })).toEqual([
    'Liquidated somebody else’s vault',
    auction,
    'lot none 30 SN64',
    'need none 26 TUSDT',
  ])
})

it('tells a late fee, and nothing where a date was only looked at', () => {
  const looked = { owner: me, id: 7n, nextDate: 2n, lateBefore: 4n } as const
  expect(shown({ eventName: 'Assessed', args: { ...looked, late: 6n } })).toEqual([
    'Late fee charged',
    vault,
    'late - lateBefore none 2 TUSDT',
  ])
  expect(shown({ eventName: 'Assessed', args: { ...looked, late: 4n } })).toBeUndefined()
})

it('tells a liquidation by whom it was, and what came back', () => {
  const liquidated = { owner: me, vaultId: 7n, auctionId: 3n, current: 1n, auction: begun } as const
  const lines = ['lot none 30 SN64', 'principal + interest + late none 23 TUSDT', 'penalty none 3 TUSDT']
  const what = 'Liquidated: collateral for sale, for debt and penalty'
  expect(shown({ eventName: 'Liquidated', args: { ...liquidated, starter: other } })).toEqual([
    ...[what, vault, `by ${other}`],
    ...lines,
  ])
  expect(shown({ eventName: 'Liquidated', args: { ...liquidated, starter: me } })).toEqual([
    ...[what, vault],
    ...lines,
  ])
  const ended = { owner: me, vaultId: 7n, auctionId: 3n, badDebt: 1n, forgone: 2n } as const
  expect(shown({ eventName: 'AuctionEnded', args: { ...ended, returned: 9n } })).toEqual([
    'Auction over: collateral returned to the vault',
    vault,
    'returned none 9 SN64',
  ])
  expect(shown({ eventName: 'AuctionEnded', args: { ...ended, returned: 0n } })).toEqual([
    'Auction over: nothing left',
    vault,
    'returned none 0 SN64',
  ])
})

it('tells who buys at an auction what they paid and got', () => {
  const taken = {
    taker: me,
    id: 3n,
    to: other,
    taken: 5n,
    paid: 6n,
    price: 1n,
    auctionBefore: begun,
    auctionAfter: begun,
  } as const
  expect(shown({ eventName: 'Taken', args: taken })).toEqual([
    'Bought at auction',
    auction,
    `to ${other}`,
    'paid out 6 TUSDT',
    'taken in 5 SN64',
  ])
  expect(shown({ eventName: 'AuctionReset', args: { by: me, id: 3n, topBefore: 4n, top: 3n } })).toEqual([
    'Auction restarted',
    auction,
    'top none 3 TUSDT per SN64',
  ])
})
