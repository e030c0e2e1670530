import { expect, it } from 'vitest'

import { describeBackingEvent, describeBookEvent } from './backing-events'

const me = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'
const other = '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC'
const lines = ({ what, to, amounts }: ReturnType<typeof describeBackingEvent>) =>
  [
    what,
    to && `to ${to}`,
    ...amounts.map(({ value, unit, direction }) => `${direction} ${value} ${unit}`),
  ].filter(Boolean)
type Change = readonly [tao: bigint, usd: bigint, outstanding: bigint]
const moved = (cause: number, [tao, usd, outstanding]: Change) =>
  lines(
    describeBackingEvent({
      eventName: 'BackingMoved',
      args: {
        ...{ account: me, to: other, cause, price: 0n },
        before: { tao: 100n, usd: 50n, outstanding: 10n },
        now_: { tao: 100n + tao, usd: 50n + usd, outstanding: 10n + outstanding },
      },
    }),
  )

it('tells what was given first, then what was got, and by whom', () => {
  expect(moved(0, [2n, 0n, 500n])).toEqual(['Minted TUSDT', `to ${other}`, 'out 2 TAO', 'in 500 TUSDT'])
  expect(moved(1, [-2n, 0n, -500n])).toEqual(['Redeemed for TAO', `to ${other}`, 'out 500 TUSDT', 'in 2 TAO'])
  expect(moved(2, [0n, -3n, -500n])).toEqual([
    'Redeemed for USDC',
    `to ${other}`,
    'out 500 TUSDT',
    'in 3 USDC',
  ])
  expect(moved(7, [-2n, 0n, -400n])).toEqual([
    'Bought from the sale of TAO',
    `to ${other}`,
    'out 400 TUSDT',
    'in 2 TAO',
  ])
})

it('tells what the protocol adds and removes', () => {
  expect(moved(3, [2n, 3n, 0n])).toEqual(['Backing added', 'out 2 TAO', 'out 3 USDC'])
  expect(moved(4, [-2n, -3n, 0n])).toEqual(['Backing removed', `to ${other}`, 'in 2 TAO', 'in 3 USDC'])
})

it('counts a gift as nobody’s', () => {
  expect(moved(6, [2n, 0n, -5n])).toEqual(['Gifts booked as backing', 'none 2 TAO', 'none 5 TUSDT'])
})

it('tells a cause that it does not know without guessing', () => {
  expect(moved(9, [2n, 0n, 0n])).toEqual(['Backing moved', `to ${other}`, 'out 2 TAO'])
})

it('tells what begins a sale, and what the book pays and sells', () => {
  const started = { by: me, top: 300n, tailAt: 1n } as const
  const sale = (isReset: boolean) =>
    lines(describeBackingEvent({ eventName: 'SaleStarted', args: { ...started, isReset } }))
  expect(sale(false)).toEqual(['Sale of TAO started', 'none 300 TUSDT per TAO'])
  expect(sale(true)).toEqual(['Sale of TAO restarted', 'none 300 TUSDT per TAO'])
  const keeper = { keeper: me, engine: other, amount: 4n } as const
  expect(lines(describeBookEvent({ eventName: 'KeeperPaid', args: keeper }))).toEqual([
    'Part of a penalty, for a liquidation',
    'in 4 TUSDT',
  ])
  const bought = { buyer: me, to: me, tusdt: 4n, usd: 5n } as const
  expect(lines(describeBookEvent({ eventName: 'SurplusBought', args: bought }))).toEqual([
    'Surplus bought',
    `to ${me}`,
    'out 5 USDC',
    'in 4 TUSDT',
  ])
})
