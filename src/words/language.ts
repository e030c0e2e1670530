const KEY = 'ballast.language'

/** What a page can be read in, each by its own name. */
export const languages = { en: 'English', ar: 'العربية' } as const
export type Language = keyof typeof languages

/** The language chosen in this browser; English when none was, or when storage is closed or holds nonsense. */
export function storedLanguage(): Language {
  try {
    return localStorage.getItem(KEY) === 'ar' ? 'ar' : 'en'
  } catch {
    return 'en'
  }
}

/** Keeps the choice for when the page is opened again: words that were made already stay as they are. */
export function storeLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language)
  } catch {
    // Storage is closed: the page stays in the language it has.
  }
}
