import type { System } from '../system/system'
import { lazyPart } from '../ui/chunk'
import { stbtNeeds } from './contracts'
import { t } from '../words/t'

/** All pages of this room are fetched together: `pages.ts` says why. */
const page = (name: keyof typeof import('./pages')) =>
  lazyPart(async () => ({ default: (await import('./pages'))[name] }))

export const stbt: System = {
  id: stbtNeeds.group,
  name: 'STBT',
  title: 'STBT',
  lead: t`A dollar token on Treasury bills: interest raises the balance itself.`,
  needs: stbtNeeds,
  pages: [
    { path: '/stbt', label: t`Balance`, Page: page('BalancePage') },
    { path: '/stbt/statement', label: t`Statement`, Page: page('StatementPage') },
    { path: '/stbt/mint', label: t`Mint`, Page: page('MintPage') },
    { path: '/stbt/redeem', label: t`Redeem`, Page: page('RedeemPage') },
    { path: '/stbt/wrap', label: t`Wrap`, Page: page('WrapPage') },
    { path: '/stbt/documents', label: t`Documents`, Page: page('DocumentsPage') },
  ],
  load: {
    front: async () => (await import('./front')).front,
    overview: () => import('./overview'),
    activity: () => import('./activity'),
    errors: async () => (await import('./errors')).stbtErrors,
  },
}
