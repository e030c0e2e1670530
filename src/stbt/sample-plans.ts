import { zeroHash, type Address } from 'viem'

import * as plans from './plans'
import type { Wrapping } from './wrap-view'

const account: Address = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'
const coin: Address = '0x0000000000000000000000000000000000000d05'
const stbt = {
  stbt: '0x0000000000000000000000000000000000000d01',
  minter: '0x0000000000000000000000000000000000000d02',
  timelock: '0x0000000000000000000000000000000000000d03',
  wstbt: '0x0000000000000000000000000000000000000d04',
} as const

export const network = { chainId: 31337, contracts: { stbt } } as const

const context: plans.PlanContext = { network, account, addresses: stbt }
const dai = { kind: 'erc20', address: coin, symbol: 'DAI', decimals: 18 } as const
const wrapping: Wrapping = { asked: 1n, leaves: 1n, arrives: 1n, behind: 0n }

/** One plan of every kind, by the function that makes it: what holds for all plans is tested on these. */
export const samplePlans = {
  wrap: plans.wrap(context, wrapping),
  unwrap: plans.unwrap(context, wrapping),
  mint: plans.mint(context, {
    coin: dai,
    isForeign: true,
    deposit: 1n,
    proposed: 1n,
    coinsInfo: [[coin], [1n]],
  }),
  redeem: plans.redeem(context, {
    coin: dai,
    config: [true, 1n, 1n],
    sending: wrapping,
    notes: ['It earns nothing then.'],
  }),
  execute: plans.execute(context, {
    title: 'Execute',
    id: zeroHash,
    operation: { target: stbt.stbt, data: '0x', salt: zeroHash },
    readyAt: 2n,
    arrives: 1n,
  }),
}
