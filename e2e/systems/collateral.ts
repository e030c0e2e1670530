import { osmAbi } from '../../abis/Osm'
import { taoBackingAbi } from '../../abis/TaoBacking'
import { tusdtBookAbi } from '../../abis/TusdtBook'
import { vaultEngineAbi } from '../../abis/VaultEngine'
import { repay } from './collateral/vault-actions'
import type { SystemUnderTest } from './system'

export const collateral = {
  id: 'collateral',
  name: 'Collateral',
  title: 'TUSDT and its collateral',
  place: /^(TUSDT|.+ vaults)$/,
  isHistoryAlone: false,
  pages: [
    { path: '#/collateral', heading: 'Collateral of TUSDT', hasFigures: true },
    { path: '#/collateral/vaults', heading: 'Vaults of TUSDT', hasFigures: false },
    { path: '#/collateral/auctions', heading: 'Auctions of TUSDT', hasFigures: false },
    { path: '#/collateral/vaults/1/1', heading: 'Vault 1', hasFigures: true },
  ],
  abis: [tusdtBookAbi, taoBackingAbi, vaultEngineAbi, osmAbi],
  actions: {
    // Vaults.
    repay,
  },
} as const satisfies SystemUnderTest
