import { siloReserveAbi } from '../../abis/SiloReserve'
import { siloSettingsAbi } from '../../abis/SiloSettings'
import { usDtzAbi } from '../../abis/USDtz'
import { closeCycle, mint, redeemUsdtz } from './silos/actions'
import type { SystemUnderTest } from './system'

export const silos = {
  id: 'silos',
  name: 'Silos',
  title: 'USDtz and its four silos',
  place: /^USDtz$/,
  isHistoryAlone: true,
  pages: [
    { path: '#/silos', heading: 'Reserve of USDtz', hasFigures: true },
    { path: '#/silos/lab', heading: 'Scenario lab', hasFigures: false },
    { path: '#/silos/usdtz', heading: 'Mint and redeem USDtz', hasFigures: true },
    { path: '#/silos/trustees', heading: 'Trustees of USDtz', hasFigures: false },
  ],
  abis: [siloReserveAbi, siloSettingsAbi, usDtzAbi],
  actions: { mintUsdtz: mint, redeemUsdtz, closeCycle },
} as const satisfies SystemUnderTest
