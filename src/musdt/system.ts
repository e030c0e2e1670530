import type { System } from '../system/system'
import { lazyPart } from '../ui/chunk'
import { musdtNeeds } from './contracts'

export const musdt: System = {
  id: musdtNeeds.group,
  name: 'mUSDT',
  title: 'mUSDT vault',
  lead: 'Deposit USDT for shares of a vault that earns what traders lose, at a discount if they are locked; leave by epochs.',
  needs: musdtNeeds,
  pages: [
    { path: '/musdt', label: 'Mint', Page: lazyPart(() => import('./MintPage')) },
    { path: '/musdt/locks', label: 'Locks', Page: lazyPart(() => import('./LocksPage')) },
    { path: '/musdt/withdraw', label: 'Withdraw', Page: lazyPart(() => import('./ExitPage')) },
  ],
  load: {
    front: async () => (await import('./front')).front,
    overview: () => import('./overview'),
    activity: () => import('./activity'),
    errors: async () => (await import('./errors')).musdtErrors,
  },
}
