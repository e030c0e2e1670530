import { osmAbi } from '../../abis/Osm'
import { taoBackingAbi } from '../../abis/TaoBacking'
import { tusdtBookAbi } from '../../abis/TusdtBook'
import { vaultEngineAbi } from '../../abis/VaultEngine'
import { liquidate, reset, take } from './collateral/auction-actions'
import { mint, redeemInTao, redeemInUsd, takeOfSale } from './collateral/backing-actions'
import { draw, repay } from './collateral/vault-actions'
import type { SystemUnderTest } from './system'

export const collateral = {
  id: 'collateral',
  name: 'Collateral',
  title: 'TUSDT and its collateral',
  place: /^(TUSDT|.+ (vault|auction) \d+)$/,
  isHistoryAlone: false,
  pages: [
    { path: '#/collateral', heading: 'Collateral of TUSDT', hasFigures: true },
    { path: '#/collateral/tusdt', heading: 'Mint and redeem TUSDT', hasFigures: true },
    { path: '#/collateral/vaults', heading: 'Vaults of TUSDT', hasFigures: false },
    { path: '#/collateral/open', heading: 'Open a vault', hasFigures: false },
    { path: '#/collateral/auctions', heading: 'Auctions of TUSDT', hasFigures: false },
    { path: '#/collateral/vaults/1/1', heading: 'Vault 1', hasFigures: true },
    { path: '#/collateral/auctions/2/3', heading: 'Auction 3', hasFigures: true },
  ],
  abis: [tusdtBookAbi, taoBackingAbi, vaultEngineAbi, osmAbi],
  actions: {
    // Vaults.
    repay,
    draw,
    // The backing.
    mintTusdt: mint,
    'redeem in USD': redeemInUsd,
    'redeem in TAO': redeemInTao,
    'take of the sale': takeOfSale,
    // Auctions and liquidations.
    take,
    reset,
    liquidate,
  },
} as const satisfies SystemUnderTest
