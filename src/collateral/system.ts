import type { System } from '../system/system'
import { lazyPart } from '../ui/chunk'
import { collateralNeeds } from './contracts'
import { t } from '../words/t'

/** All pages of this room are fetched together: `pages.ts` says why. */
const page = (name: keyof typeof import('./pages')) =>
  lazyPart(async () => ({ default: (await import('./pages'))[name] }))

export const collateral: System = {
  id: collateralNeeds.group,
  name: t`Collateral`,
  title: t`TUSDT and its collateral`,
  lead: t`A dollar token backed by TAO and USDC, or borrowed against tokens that are worth more than the debt.`,
  needs: collateralNeeds,
  pages: [
    { path: '/collateral', label: t`Ratios`, Page: page('RatiosPage') },
    { path: '/collateral/tusdt', label: t`Mint and redeem`, Page: page('TusdtPage') },
    { path: '/collateral/vaults', label: t`Vaults`, Page: page('VaultsPage') },
    { path: '/collateral/open', label: t`Open a vault`, Page: page('OpenPage') },
    { path: '/collateral/auctions', label: t`Auctions`, Page: page('AuctionsPage') },
    { path: '/collateral/vaults/:type/:id', Page: page('VaultPage') },
    { path: '/collateral/auctions/:type/:id', Page: page('AuctionPage') },
  ],
  load: {
    front: async () => (await import('./front')).front,
    overview: () => import('./overview'),
    activity: () => import('./activity'),
    errors: async () => (await import('./errors')).collateralErrors,
  },
}
