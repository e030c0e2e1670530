import { expect, it } from 'vitest'

import { describeSilosEvent, type AccountLog } from './account-events'

const me = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'
const other = '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC'
const usdc = '0x0000000000000000000000000000000000000e05'
const xtz = '0x0000000000000000000000000000000000000e06'
const shown = (log: AccountLog) => {
  const { what, amounts, to } = describeSilosEvent(log, { usdc })
  return [what, to, ...amounts.map(({ value, unit, direction }) => `${direction} ${value} ${unit}`)]
}

it('says what left and what arrived, and where it went when that was elsewhere', () => {
  expect(
    shown({
      eventName: 'Minted',
      args: { payer: me, to: me, usdcReceived: 5n, fromInventory: 5n, created: 0n },
    }),
  ).toEqual(['Minted USDtz', undefined, 'out 5 USDC', 'in 5 USDtz'])
  expect(
    shown({
      eventName: 'RedeemedUsd',
      args: { holder: me, to: other, amount: 5n, toInventory: 2n, burnt: 3n },
    }),
  ).toEqual(['Redeemed for USDC', other, 'out 5 USDtz', 'in 5 USDC'])
  expect(
    shown({
      eventName: 'RedeemedXtz',
      args: { holder: me, to: me, amount: 5n, xtzPaid: 4n, high: 1n },
    }),
  ).toEqual(['Redeemed for XTZ', undefined, 'out 5 USDtz', 'in 4 XTZ'])
})

it('counts a silo’s gifts and earnings in its own token, and leaves out what is nothing', () => {
  expect(shown({ eventName: 'Seeded', args: { giver: me, silo: 4, amount: 9n } })).toEqual([
    'Given to Silo 4',
    undefined,
    'out 9 XTZ',
  ])
  expect(shown({ eventName: 'EarningsReported', args: { reporter: me, silo: 1, amount: 9n } })).toEqual([
    'Earnings of Silo 1',
    undefined,
    'out 9 USDC',
  ])
  expect(shown({ eventName: 'Credited', args: { account: me, usd: 0n, xtz: 3n } })).toEqual([
    'Credited by a distribution',
    undefined,
    'none 3 XTZ',
  ])
})

it('tells a claim in the token that was claimed', () => {
  const args = { account: me, to: other, amount: 7n } as const
  expect(shown({ eventName: 'Claimed', args: { ...args, token: usdc } })).toEqual([
    'Claimed',
    other,
    'in 7 USDC',
  ])
  expect(shown({ eventName: 'Claimed', args: { ...args, token: xtz } })).toEqual([
    'Claimed',
    other,
    'in 7 XTZ',
  ])
})
