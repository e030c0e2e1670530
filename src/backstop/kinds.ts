/** What the plans of this room are called: one of a kind on its way is known by it, also after a reload. */
export const kinds = {
  stake: 'backstop.stake',
  unstake: 'backstop.unstake',
  withdraw: 'backstop.withdraw',
  withdrawAll: 'backstop.withdrawAll',
  claim: 'backstop.claim',
  claimAll: 'backstop.claimAll',
  claimUpfront: 'backstop.claimUpfront',
  claimWarrants: 'backstop.claimWarrants',
  claimCompensation: 'backstop.claimCompensation',
  subscribe: 'backstop.subscribe',
  exercise: 'backstop.exercise',
  splitWarrant: 'backstop.splitWarrant',
  convert: 'backstop.convert',
  redeemEarly: 'backstop.redeemEarly',
  redeem: 'backstop.redeem',
  finalizeSale: 'backstop.finalizeSale',
  reserveMstr: 'backstop.reserveMstr',
  settle: 'backstop.settle',
  fundUpfront: 'backstop.fundUpfront',
  fixCompensation: 'backstop.fixCompensation',
  fundMakeWhole: 'backstop.fundMakeWhole',
  returnSeriesBtc: 'backstop.returnSeriesBtc',
  sweepLedger: 'backstop.sweepLedger',
} as const

export type Kind = (typeof kinds)[keyof typeof kinds]
