import type { System } from '../system/system'
import { lazyPart } from '../ui/chunk'
import { musdtNeeds } from './contracts'
import { t } from '../words/t'

export const musdt: System = {
  id: musdtNeeds.group,
  name: 'mUSDT',
  title: t`mUSDT vault`,
  lead: t`Deposit USDT for shares of a vault that earns what traders lose, at a discount if they are locked; leave by epochs.`,
  needs: musdtNeeds,
  pages: [
    { path: '/musdt', label: t`Mint`, Page: lazyPart(() => import('./MintPage')) },
    { path: '/musdt/locks', label: t`Locks`, Page: lazyPart(() => import('./LocksPage')) },
    { path: '/musdt/withdraw', label: t`Withdraw`, Page: lazyPart(() => import('./ExitPage')) },
  ],
  load: {
    front: async () => (await import('./front')).front,
    overview: () => import('./overview'),
    activity: () => import('./activity'),
    errors: async () => (await import('./errors')).musdtErrors,
  },
}
