import { backstopPoolAbi } from '../../abis/BackstopPool'
import { backstopRegistryAbi } from '../../abis/BackstopRegistry'
import { backstopSeriesAbi } from '../../abis/BackstopSeries'
import { stake, withdraw } from './backstop/actions'
import type { SystemUnderTest } from './system'

export const backstop = {
  id: 'backstop',
  name: 'Backstop',
  title: 'USDT Backstop',
  place: /^Series /,
  isHistoryAlone: false,
  pages: [
    { path: '#/stake', heading: 'Stake', hasFigures: true },
    { path: '#/withdraw?part=0', heading: 'Withdraw', hasFigures: true },
    { path: '#/claims?part=0', heading: 'Claims', hasFigures: true },
    { path: '#/backstop', heading: 'All series', hasFigures: true },
    { path: '#/series/0', heading: 'Series A', hasFigures: true },
  ],
  abis: [backstopPoolAbi, backstopSeriesAbi, backstopRegistryAbi],
  // One that needs an approval, and one that does not.
  actions: { stake, withdraw },
} as const satisfies SystemUnderTest
