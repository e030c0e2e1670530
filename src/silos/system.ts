import type { System } from '../system/system'
import { lazyPart } from '../ui/chunk'
import { silosNeeds } from './contracts'
import { t } from '../words/t'

/** All pages of this room are fetched together: `pages.ts` says why. */
const page = (name: keyof typeof import('./pages')) =>
  lazyPart(async () => ({ default: (await import('./pages'))[name] }))

export const silos: System = {
  id: silosNeeds.group,
  name: t`Silos`,
  title: t`USDtz and its four silos`,
  lead: t`A dollar token with four reserves behind it: two of dollars, two of XTZ.`,
  needs: silosNeeds,
  pages: [
    { path: '/silos', label: t`Reserve`, Page: page('ReservePage') },
    { path: '/silos/lab', label: t`Scenario lab`, Page: page('LabPage') },
    { path: '/silos/usdtz', label: t`Mint and redeem`, Page: page('UsdtzPage') },
    { path: '/silos/trustees', label: t`Trustees`, Page: page('TrusteesPage') },
  ],
  load: {
    front: async () => (await import('./front')).front,
    overview: () => import('./overview'),
    activity: () => import('./activity'),
    errors: async () => (await import('./errors')).silosErrors,
  },
}
