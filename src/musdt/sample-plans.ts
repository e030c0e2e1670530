import type { Address } from 'viem'

import * as plans from './plans'
import type { MintTerms } from './view'

const account: Address = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'
const friend: Address = '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC'
const vault: Address = '0x0000000000000000000000000000000000000c01'

/** A vault on a token that config.json does not name: everything but the vault is a node's word. */
export const network = { chainId: 31337, contracts: { musdt: { vault } } } as const

/** For plans of a vault of either kind. */
export const context: plans.PlanContext = {
  network,
  account,
  kind: 'ours',
  identity: {
    address: vault,
    asset: {
      kind: 'erc20',
      address: '0x0000000000000000000000000000000000000c02',
      symbol: 'DAI',
      decimals: 18,
    },
    share: { kind: 'erc20', address: vault, symbol: 'mUSDT', decimals: 6 },
    nft: '0x0000000000000000000000000000000000000c03',
    isTether: false,
  },
}
const terms: MintTerms = {
  lockSeconds: 1_209_600n,
  discountP: 0n,
  assets: 1n,
  discount: 0n,
  shares: 1n,
  paidPrice: undefined,
}
const bounds: plans.Bounds = { slippageBps: 10n, deadline: 1_800_000_000n, isStreaming: false }
const minting: plans.MintOptions = { assetsSent: 1n, bounds, needsRenewal: true }

/** One plan of every kind, by the function that makes it: what holds for all plans is tested on these. */
export const samplePlans = {
  mint: plans.mint(context, terms, minting),
  lockMint: plans.lockMint(context, terms, minting),
  renewCap: plans.renewCap(context),
  beginEpoch: plans.beginEpoch(context, '0x0000000000000000000000000000000000000c04', 2n),
  unlock: plans.unlock(context, { id: 1n, shares: 1n }),
  transferLock: plans.transferLock(context, 1n, friend),
  request: plans.request(context, 1n, 2n, bounds.deadline),
  cancelRequest: plans.cancelRequest(context, 1n, 2n),
  redeem: plans.redeem(context, 1n, { assets: 1n, arrives: 1n, to: friend, bounds }),
}
