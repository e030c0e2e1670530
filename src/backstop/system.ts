import { lazy } from 'react'

import type { System } from '../system/system'
import { backstopNeeds } from './contracts'
import StakePage from './StakePage'

export const backstop: System = {
  id: backstopNeeds.group,
  name: 'Backstop',
  title: 'USDT Backstop',
  lead: 'Stakers put USDT behind bond series, so that every Note can be repaid. What is not needed comes back; what is used is made up for.',
  needs: backstopNeeds,
  pages: [
    { path: '/stake', label: 'Stake', Page: StakePage },
    { path: '/withdraw', label: 'Withdraw', Page: lazy(() => import('./WithdrawPage')) },
    { path: '/claims', label: 'Claims', Page: lazy(() => import('./ClaimsPage')) },
    { path: '/series/:id', Page: lazy(() => import('./SeriesPage')) },
  ],
  load: {
    overview: () => import('./overview'),
    activity: () => import('./activity'),
    errors: async () => (await import('./errors')).backstopErrors,
  },
}
