import { settings } from './ar/settings'
import type { Catalogue } from './catalogue'

/** Arabic by room. A sentence that several rooms say stands once, in one of theirs. */
export const arRooms: Readonly<Record<string, Catalogue>> = { settings }

export const ar: Catalogue = Object.assign({}, ...Object.values(arRooms)) as Catalogue
