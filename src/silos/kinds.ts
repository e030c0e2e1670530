/** What the plans of this room are called: one of a kind on its way is known by it, also after a reload. */
export const kinds = {
  mint: 'silos.mint',
  redeemUsd: 'silos.redeemUsd',
  redeemXtz: 'silos.redeemXtz',
  claim: 'silos.claim',
  give: 'silos.give',
  bookStray: 'silos.bookStray',
  replenish: 'silos.replenish',
  closeCycle: 'silos.closeCycle',
  propose: 'silos.propose',
  vote: 'silos.vote',
  execute: 'silos.execute',
  apply: 'silos.apply',
} as const

export type Kind = (typeof kinds)[keyof typeof kinds]
