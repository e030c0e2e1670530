import type { Address } from 'viem'

import { WAD } from '../math/units'
import * as auctionPlans from './auction-plans'
import * as backingPlans from './backing-plans'
import * as changePlans from './change-plans'
import type { BackingContext, PlanType } from './plan-parts'
import * as pricePlans from './price-plans'
import { backingState } from './test-collateral'
import * as upkeepPlans from './upkeep-plans'
import * as vaultPlans from './vault-plans'

const account: Address = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'
const collateral = {
  book: '0x0000000000000000000000000000000000000f01',
  backing: '0x0000000000000000000000000000000000000f02',
} as const

export const network = { chainId: 31337, contracts: { collateral } } as const

/** For plans of every kind. */
const context: BackingContext = {
  network,
  account,
  addresses: collateral,
  tusdt: '0x0000000000000000000000000000000000000f03',
  usdc: '0x0000000000000000000000000000000000000f04',
  tao: '0x0000000000000000000000000000000000000f05',
}
const type: PlanType = {
  place: 2,
  name: 'SN64',
  engine: '0x0000000000000000000000000000000000000f06',
  token: '0x0000000000000000000000000000000000000f07',
}
const stored = {
  ...{ owner: account, nextDate: 1n, collateral: WAD, art: WAD, principal: WAD, late: 0n, due: 0n },
}
const view = {
  ...{ id: 1n, stored, interest: 0n, debt: WAD, rate: WAD * 10n ** 9n, graceEndsAt: 0n, nextDueAt: 1n },
}
const vault: vaultPlans.PlanVault = { type, view }
const state = backingState({ taoGift: 1n, usdGift: 2n, tusdtGift: 3n })
const exchange = { amount: 3n, got: 2n, least: 1n }
const saleTake = { ask: 3n, got: 2n, least: 1n, paid: 4n, mostPaid: 5n, priceAtMost: 6n }

const change = { key: 2, value: 1n, effectiveAt: 2n, what: 'Fee a year' }
const osm: Address = '0x0000000000000000000000000000000000000f08'

/** One plan of every kind, by the function that makes it: what holds for all plans is tested on these. */
export const samplePlans = {
  // Vaults.
  open: vaultPlans.open(context, type, 2n, 1n),
  deposit: vaultPlans.deposit(context, vault, 1n),
  draw: vaultPlans.draw(context, vault, 1n),
  repay: vaultPlans.repay(context, vault, 1n),
  repayAll: vaultPlans.repayAll(context, vault, WAD, 2n * WAD),
  withdraw: vaultPlans.withdraw(context, vault, 1n),
  close: vaultPlans.close(context, vault, 2n * WAD),
  // The backing.
  mint: backingPlans.mint(context, state, exchange),
  redeemTao: backingPlans.redeemTao(context, state, exchange),
  redeemUsd: backingPlans.redeemUsd(context, state, exchange),
  startSale: backingPlans.startSale(context, state, false),
  endSale: backingPlans.endSale(context, state),
  takeSale: backingPlans.takeSale(context, state, saleTake),
  buySurplus: upkeepPlans.buySurplus(context, WAD, 1_000_000n),
  bookGifts: upkeepPlans.bookGifts(context, state),
  recoverStray: upkeepPlans.recoverStray(context, {
    ...{ place: type, token: type.token, text: '1 SN64', becomes: '1 SN64 goes to governance' },
  }),
  refreshCeiling: upkeepPlans.refreshCeiling(context, type, { now: 1n, after: 2n }),
  // Auctions, liquidations and what else anyone may do.
  take: auctionPlans.take(context, type, {
    ...{ id: 1n, ask: undefined, maxPrice: WAD, taken: 2n, paid: 2n, leastTaken: 1n },
  }),
  reset: auctionPlans.reset(context, type, 1n),
  liquidate: auctionPlans.liquidate(context, type, 1n, 1n),
  assess: auctionPlans.assess(context, type, 1n),
  poke: pricePlans.poke(context, { osm, name: 'SN64', type }),
  unfreeze: pricePlans.unfreeze(context, { osm, name: 'TAO', type: undefined }),
  applyChange: changePlans.applyChange(context, { kind: 'type', type }, change),
  touch: upkeepPlans.touch(context),
  observePrice: pricePlans.observePrice(context, { type, osm, source: osm, average: osm }),
  observeLiquidity: pricePlans.observeLiquidity(context, type, osm),
}
