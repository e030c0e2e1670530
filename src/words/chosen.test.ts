import { afterEach, expect, it, vi } from 'vitest'

const html: { lang: string; dir?: string } = { lang: 'en' }

/** As a browser begins that has this in its storage. */
async function begin(stored: () => string | null) {
  vi.resetModules()
  vi.stubGlobal('localStorage', { getItem: stored })
  vi.stubGlobal('document', { documentElement: html })
  return import('./chosen')
}

afterEach(() => {
  vi.unstubAllGlobals()
  vi.doUnmock('./ar')
  Object.assign(html, { lang: 'en', dir: undefined })
})

it('fetches the chosen language, and turns the page round for it', async () => {
  const { language, locale, messages, languageOf } = await begin(() => 'ar')
  expect({ language, html }).toEqual({ language: 'ar', html: { lang: 'ar', dir: 'rtl' } })
  expect(messages['Mint']).toBe('سكّ')
  expect(new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric' }).format(0)).toBe('يناير 1970')
  expect(languageOf('musdt')).toEqual({})
  expect(languageOf('a room without words')).toEqual({ lang: 'en', dir: 'ltr' })
})

it.each([
  ['nothing is chosen', () => null],
  ['storage holds nonsense', () => 'xx'],
  [
    'storage is closed',
    () => {
      throw new Error('closed')
    },
  ],
])('is English where %s', async (_, stored) => {
  const { language, messages, languageOf } = await begin(stored)
  expect({ language, messages, html }).toEqual({ language: 'en', messages: {}, html: { lang: 'en' } })
  expect(languageOf('a room without words')).toEqual({})
})

it('is English where the words do not arrive', async () => {
  vi.doMock('./ar', () => {
    throw new Error('offline')
  })
  const { language, messages } = await begin(() => 'ar')
  expect({ language, messages, html }).toEqual({ language: 'en', messages: {}, html: { lang: 'en' } })
})
