import type { Catalogue } from './catalogue'
import { storedLanguage, type Language } from './language'

const LIMIT_MS = 10_000

/**
 * The page is in English until it is known that it can be read in the chosen language. Everything that says something
 * waits for this file, and so no word is made before.
 */
export let language: Language = 'en'
export let messages: Catalogue = {}
let rooms: object | undefined

if (storedLanguage() === 'ar') {
  const late = new Promise<undefined>((give) => setTimeout(give, LIMIT_MS))
  const part = await Promise.race([import('./ar'), late]).catch(() => undefined)
  if (part) {
    language = 'ar'
    messages = part.ar
    rooms = part.arRooms
    Object.assign(document.documentElement, { lang: 'ar', dir: 'rtl' })
  }
}

/** For dates and numbers. Digits stay 0 to 9: those of amounts, addresses and contracts are. */
export const locale = language === 'ar' ? 'ar-u-hc-h23-nu-latn' : 'en-GB'

/** For the element around a room's page: English and from left to right where the chosen language has no words for the room. */
export function languageOf(room: string): { readonly lang?: string; readonly dir?: string } {
  return rooms && !(room in rooms) ? { lang: 'en', dir: 'ltr' } : {}
}
