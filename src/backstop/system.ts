import type { System } from '../system/system'
import { readAhead } from '../chain/read-ahead'
import { lazyPart } from '../ui/chunk'
import { backstopNeeds } from './contracts'
import { backstopLive } from './live'
import StakePage from './StakePage'

export const backstop: System = {
  id: backstopNeeds.group,
  name: 'Backstop',
  title: 'USDT Backstop',
  lead: 'Stakers put USDT behind bond series, so that every Note can be repaid. What is not needed comes back; what is used is owed to them in MSTR and BTC.',
  needs: backstopNeeds,
  pages: [
    {
      path: '/stake',
      label: 'Stake',
      Page: StakePage,
      readAhead: (runtime) => readAhead(runtime, 'backstop', backstopLive(runtime.network, undefined)),
    },
    { path: '/withdraw', label: 'Withdraw', Page: lazyPart(() => import('./WithdrawPage')) },
    { path: '/claims', label: 'Claims', Page: lazyPart(() => import('./ClaimsPage')) },
    { path: '/backstop', label: 'All series', Page: lazyPart(() => import('./AllSeriesPage')) },
    { path: '/series/:id', Page: lazyPart(() => import('./SeriesPage')) },
  ],
  load: {
    front: async () => (await import('./front')).front,
    overview: () => import('./overview'),
    activity: () => import('./activity'),
    errors: async () => (await import('./errors')).backstopErrors,
  },
}
