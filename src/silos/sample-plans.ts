import { numberToHex, type Address } from 'viem'

import { emptyBooks } from '../math/silos-state'
import { bookStray, give } from './give-plans'
import type { PlanContext } from './plan-parts'
import * as plans from './plans'
import type { Board } from './proposals'
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

const board: Board = { set: 1n, accounts: [account], weights: [1n] }
const shares = { recapEqualBps: 0n, recapFullBps: 0n, dividendBps: 5_000n, ecosystemBps: 5_000n }
const proposal = {
  id: 1n,
  matter: { kind: 'cancel', change: 7n },
  made: {
    ...{ kind: 5, proposer: account, data: numberToHex(7n, { size: 32 }), isDone: false, isCancelled: false },
    ...{ cycle: 1n, endsAt: 1n, readyAt: 0n, weightSet: 1n, yes: 30n },
  },
} as const

/** One plan of every kind, by the function that makes it: what holds for all plans is tested on these. */
export const samplePlans = {
  mint: plans.mint(context, 1n),
  redeemUsd: plans.redeemUsd(context, 1n),
  redeemXtz: plans.redeemXtz(context, { amount: 2n, xtzPaid: 2n, minXtz: 1n, deadline: 3n }),
  claim: plans.claim(context, 'xtz', 1n),
  give: give(context, { way: 'earnings', silo: 2n, amount: 1n }),
  bookStray: bookStray(context, 'usdc'),
  replenish: plans.replenish(context, emptyBooks),
  closeCycle: plans.closeCycle(context, false, 1n),
  proposeDistribution: votes.proposeDistribution(context, shares, board, 1n),
  proposeCover: votes.proposeCover(context, 1n, 1n),
  proposeParameter: votes.proposeParameter(context, 0, 1n, 2n),
  proposeWeights: votes.proposeWeights(context, board, board),
  proposeHandOver: votes.proposeHandOver(context, account),
  proposeCancel: votes.proposeCancel(context, proposal),
  vote: votes.vote(context, proposal),
  execute: votes.execute(context, proposal),
  applyChange: votes.applyChange(context, proposal),
}
