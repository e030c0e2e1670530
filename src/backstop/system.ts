import type { System } from '../system/system'
import { readAhead } from '../chain/read-ahead'
import { lazyPart } from '../ui/chunk'
import { backstopNeeds } from './contracts'
import { backstopLive } from './live'
import StakePage from './StakePage'
import { t } from '../words/t'

export const backstop: System = {
  id: backstopNeeds.group,
  name: 'Backstop',
  title: 'USDT Backstop',
  lead: t`Stakers put USDT behind bond series, so that every Note can be repaid. What is not needed comes back; what is used is owed to them in MSTR and BTC.`,
  needs: backstopNeeds,
  pages: [
    {
      path: '/stake',
      label: t`Stake`,
      Page: StakePage,
      readAhead: (runtime) => readAhead(runtime, 'backstop', backstopLive(runtime.network, undefined)),
    },
    { path: '/withdraw', label: t`Withdraw`, Page: lazyPart(() => import('./WithdrawPage')) },
    { path: '/claims', label: t`Claims`, Page: lazyPart(() => import('./ClaimsPage')) },
    { path: '/backstop', label: t`All series`, Page: lazyPart(() => import('./AllSeriesPage')) },
    { path: '/series/:id', Page: lazyPart(() => import('./SeriesPage')) },
  ],
  load: {
    front: async () => (await import('./front')).front,
    overview: () => import('./overview'),
    activity: () => import('./activity'),
    errors: async () => (await import('./errors')).backstopErrors,
  },
}
