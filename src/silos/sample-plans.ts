import type { Address } from 'viem'

import { bookStray, give } from './give-plans'
import type { PlanContext } from './plan-parts'
import * as plans from './plans'
import * as votes from './vote-plans'

const account: Address = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'
const silos = {
  reserve: '0x0000000000000000000000000000000000000e01',
  settings: '0x0000000000000000000000000000000000000e02',
  trustees: '0x0000000000000000000000000000000000000e03',
  usdtz: '0x0000000000000000000000000000000000000e04',
  usdc: '0x0000000000000000000000000000000000000e05',
  xtz: '0x0000000000000000000000000000000000000e06',
  pair: '0x0000000000000000000000000000000000000e07',
} as const

export const network = { chainId: 31337, contracts: { silos } } as const

const context: PlanContext = { network, account, addresses: silos }

/** One plan of every kind, by the function that makes it: what holds for all plans is tested on these. */
export const samplePlans = {
  mint: plans.mint(context, 1n),
  redeemUsd: plans.redeemUsd(context, 1n),
  redeemXtz: plans.redeemXtz(context, { amount: 2n, xtzPaid: 2n, minXtz: 1n, deadline: 3n }),
  claim: plans.claim(context, 'xtz', 1n),
  give: give(context, { way: 'earnings', silo: 2n, amount: 1n }),
  bookStray: bookStray(context, 'usdc'),
  replenish: plans.replenish(context),
  closeCycle: plans.closeCycle(context, false, 1n),
  proposeDistribution: votes.proposeDistribution(context, {
    recapEqualBps: 10_000n,
    recapFullBps: 0n,
    dividendBps: 0n,
    ecosystemBps: 0n,
  }),
  proposeCover: votes.proposeCover(context, 1n, 1n),
  proposeParameter: votes.proposeParameter(context, 0, 1n),
  proposeWeights: votes.proposeWeights(context, [account], [1n]),
  proposeHandOver: votes.proposeHandOver(context, account),
  proposeCancel: votes.proposeCancel(context, 1n),
  vote: votes.vote(context, 1n),
  execute: votes.execute(context, 1n),
  applyChange: votes.applyChange(context, 1n),
}
