import { devPriceFeedAbi } from '../../abis/DevPriceFeed'
import { stbtAbi } from '../../abis/STBT'
import { wstbtAbi } from '../../abis/WSTBT'
import { deposit, redeem } from './stbt/actions'
import type { SystemUnderTest } from './system'

export const stbt = {
  id: 'stbt',
  name: 'STBT',
  title: 'STBT',
  place: /^STBT$/,
  isHistoryAlone: false,
  pages: [
    { path: '#/stbt', heading: 'STBT', hasFigures: true },
    { path: '#/stbt/statement', heading: 'Statement of STBT', hasFigures: false },
    { path: '#/stbt/mint', heading: 'Mint STBT', hasFigures: false },
    { path: '#/stbt/redeem', heading: 'Redeem STBT', hasFigures: false },
    { path: '#/stbt/wrap', heading: 'Wrap STBT', hasFigures: true },
    { path: '#/stbt/documents', heading: 'Documents of STBT', hasFigures: false },
  ],
  abis: [stbtAbi, wstbtAbi, devPriceFeedAbi],
  actions: { deposit, redeem },
} as const satisfies SystemUnderTest
