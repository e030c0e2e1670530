/**
 * The pages of this room, fetched together: they share nearly all of their parts, and one file is a shorter list in the
 * first view than many.
 */
export { default as LabPage } from './LabPage'
export { default as ReservePage } from './ReservePage'
export { default as TrusteesPage } from './TrusteesPage'
export { default as UsdtzPage } from './UsdtzPage'
