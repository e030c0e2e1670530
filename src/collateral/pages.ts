/**
 * The pages of this room, fetched together: they share nearly all of their parts, and one file is a shorter list in the
 * first view than many.
 */
export { default as AuctionPage } from './AuctionPage'
export { default as AuctionsPage } from './AuctionsPage'
export { default as OpenPage } from './OpenPage'
export { default as RatiosPage } from './RatiosPage'
export { default as TusdtPage } from './TusdtPage'
export { default as VaultPage } from './VaultPage'
export { default as VaultsPage } from './VaultsPage'
