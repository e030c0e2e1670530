import { musdtVaultAbi } from '../../abis/MUSDTVault'
import { mint } from './musdt/actions'
import type { SystemUnderTest } from './system'

export const musdt = {
  id: 'musdt',
  name: 'mUSDT',
  title: 'mUSDT vault',
  place: /^mUSDT vault$/,
  isHistoryAlone: false,
  pages: [
    { path: '#/musdt', heading: 'mUSDT', hasFigures: true },
    { path: '#/musdt/locks', heading: 'mUSDT locks', hasFigures: true },
    { path: '#/musdt/withdraw', heading: 'Withdraw from mUSDT', hasFigures: true },
  ],
  abis: [musdtVaultAbi],
  actions: { mint },
} as const satisfies SystemUnderTest
