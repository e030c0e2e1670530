import { noFee } from '../math/tether'
import * as bonds from './bond-plans'
import * as stakes from './plans'
import type { PriceRecord } from './price-record'
import { account, addresses, network, stateIn, terms } from './test-series'

export { network }

const context: stakes.PlanContext = {
  network,
  account,
  series: { id: 3, name: 'Series D', addresses, terms },
  fee: noFee,
}
const due: stakes.Claim = {
  usdtAmount: 1n,
  upfront: 2n,
  upfrontAsset: 'BTC',
  warrants: 3n,
  mstrAmount: 4n,
  btcAmount: 5n,
}
const note = { id: 8n, principalUsdt: 10n }

const prices: readonly PriceRecord[] = [
  {
    asset: 'MSTR',
    at: 'maturity',
    oracle: '0x0000000000000000000000000000000000000b06',
    end: 1n,
    window: 1n,
    path: { previousLast: 1n, first: 2n, phaseFirsts: [] },
  },
]

/** Of the functions beside them, those that make no plan of their own. */
export const helpers = ['backstopPlan']

/** One plan of every kind, by the function that makes it: what holds for all plans is tested on these. */
export const samplePlans = {
  stake: stakes.stake(context, 1n),
  unstake: stakes.unstake(context, 1n),
  withdraw: stakes.withdraw(context, 1n),
  withdrawAll: stakes.withdrawAll([{ context, usdtAmount: 1n }]),
  claim: stakes.claim(context, due, { stakersInOrder: [account] }),
  claimAll: stakes.claimAll([{ context, due }]),
  claimUpfront: stakes.claimUpfront(context, 1n, 'MSTR'),
  claimWarrants: stakes.claimWarrants(context, 1n),
  claimCompensation: stakes.claimCompensation(context, due),
  subscribe: bonds.subscribe(context, 1n),
  exercise: bonds.exercise(context, { id: 4n, parUsdt: 10n }, 10n, 1n),
  splitWarrant: bonds.splitWarrant(context, { id: 4n, parUsdt: 10n }, 3n),
  convert: bonds.convert(context, note, 10n, 1n),
  redeemEarly: bonds.redeemEarly(context, note, 10n, 'Ledger'),
  redeem: bonds.redeem(context, note, 1n),
  finalizeSale: bonds.finalizeSale(context, stateIn('Sale', { soldUsdt: 9n })),
  settle: bonds.settle(context),
  fundUpfront: bonds.fundUpfront(context),
  fundMakeWhole: bonds.fundMakeWhole(context),
  reserveMstr: bonds.reserveMstr(context, prices),
  fixUpfront: bonds.fixUpfront(context, prices),
  fixCompensation: bonds.fixCompensation(context, prices),
  returnSeriesBtc: bonds.returnSeriesBtc(context),
  sweepLedger: bonds.sweepLedger(context),
}
