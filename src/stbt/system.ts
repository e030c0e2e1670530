import type { System } from '../system/system'
import { lazyPart } from '../ui/chunk'
import { stbtNeeds } from './contracts'

/** All pages of this room are fetched together: `pages.ts` says why. */
const page = (name: keyof typeof import('./pages')) =>
  lazyPart(async () => ({ default: (await import('./pages'))[name] }))

export const stbt: System = {
  id: stbtNeeds.group,
  name: 'STBT',
  title: 'STBT',
  lead: 'A dollar token on Treasury bills: interest raises the balance itself.',
  needs: stbtNeeds,
  pages: [
    { path: '/stbt', label: 'Balance', Page: page('BalancePage') },
    { path: '/stbt/statement', label: 'Statement', Page: page('StatementPage') },
    { path: '/stbt/mint', label: 'Mint', Page: page('MintPage') },
    { path: '/stbt/redeem', label: 'Redeem', Page: page('RedeemPage') },
    { path: '/stbt/wrap', label: 'Wrap', Page: page('WrapPage') },
    { path: '/stbt/documents', label: 'Documents', Page: page('DocumentsPage') },
  ],
  load: {
    front: async () => (await import('./front')).front,
    overview: () => import('./overview'),
    activity: () => import('./activity'),
    errors: async () => (await import('./errors')).stbtErrors,
  },
}
