/**
 * The pages of this room, fetched together: they share nearly all of their parts, and one file is a shorter list in the
 * first view than many.
 */
export { default as BalancePage } from './BalancePage'
export { default as DocumentsPage } from './DocumentsPage'
export { default as MintPage } from './MintPage'
export { default as RedeemPage } from './RedeemPage'
export { default as StatementPage } from './StatementPage'
export { default as WrapPage } from './WrapPage'
