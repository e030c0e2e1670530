/** What the plans of this room are called: one of a kind on its way is known by it, also after a reload. */
export const kinds = {
  open: 'collateral.open',
  deposit: 'collateral.deposit',
  draw: 'collateral.draw',
  repay: 'collateral.repay',
  withdraw: 'collateral.withdraw',
  close: 'collateral.close',
  // The backing.
  mint: 'collateral.mint',
  redeemTao: 'collateral.redeemTao',
  redeemUsd: 'collateral.redeemUsd',
  startSale: 'collateral.startSale',
  endSale: 'collateral.endSale',
  takeSale: 'collateral.takeSale',
  buySurplus: 'collateral.buySurplus',
  bookGifts: 'collateral.bookGifts',
  recoverStray: 'collateral.recoverStray',
  refreshCeiling: 'collateral.refreshCeiling',
  // Auctions, liquidations and what else anyone may do.
  take: 'collateral.take',
  reset: 'collateral.reset',
  liquidate: 'collateral.liquidate',
  assess: 'collateral.assess',
  poke: 'collateral.poke',
  unfreeze: 'collateral.unfreeze',
  applyChange: 'collateral.applyChange',
  touch: 'collateral.touch',
  observePrice: 'collateral.observePrice',
  observeLiquidity: 'collateral.observeLiquidity',
} as const

export type Kind = (typeof kinds)[keyof typeof kinds]
