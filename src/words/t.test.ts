import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Catalogue } from './catalogue'

async function words(language: 'en' | 'ar', messages: Catalogue = {}) {
  vi.resetModules()
  vi.doMock('./chosen', () => ({ language, messages, locale: language }))
  // One after the other: what is mocked is settled by the first import.
  const { t, plural } = await import('./t')
  const { rich } = await import('./rich')
  const { renderToStaticMarkup } = await import('react-dom/server')
  return { t, plural, html: (node: ReturnType<typeof rich>) => renderToStaticMarkup(node), rich }
}

afterEach(() => {
  vi.doUnmock('./chosen')
})

describe('English', () => {
  it('says what stands in the code', async () => {
    const { t, plural, rich, html } = await words('en')
    expect(t`Mint`).toBe('Mint')
    expect(t`${1n} of ${'$& {0}'}.`).toBe('1 of $& {0}.')
    expect([0, 1, 2n].map((count) => plural(count, '{n} day', '{n} days'))).toEqual([
      '0 days',
      '1 day',
      '2 days',
    ])
    expect(html(rich`You get ${'5'}, ${undefined}now.`)).toBe('You get 5, now.')
  })
})

describe('another language', () => {
  const said = {
    Mint: 'سكّ',
    'You give {0} for {1}.': 'تحصل على {1} مقابل {0}.',
    '{n} days': {
      one: 'يوم',
      two: 'يومين',
      few: '{n} أيام',
      many: '{n} يومًا',
      zero: 'أقل من يوم',
      other: '{n} يوم',
    },
  }

  it('puts values where its sentence has them, each in its own direction', async () => {
    const { t, rich, html } = await words('ar', said)
    expect(t`Mint`).toBe('سكّ')
    expect(t`You give ${'5 USDT'} for ${'4 mUSDT'}.`).toBe(
      'تحصل على \u20684 mUSDT\u2069 مقابل \u20685 USDT\u2069.',
    )
    expect(html(rich`You give ${'5'} for ${'4'}.`)).toBe('تحصل على <bdi>4</bdi> مقابل <bdi>5</bdi>.')
  })

  it('has a form for every number', async () => {
    const { plural } = await words('ar', said)
    const days = [0n, 1n, 2n, 3n, 11n, 100n, 102n].map((count) => plural(count, '{n} day', '{n} days'))
    expect(days).toEqual(['أقل من يوم', 'يوم', 'يومين', '3 أيام', '11 يومًا', '100 يوم', '102 يوم'])
  })

  it('is English where it has no words', async () => {
    const { t, plural } = await words('ar', said)
    expect(t`Burn`).toBe('Burn')
    expect(plural(3, '{n} hour', '{n} hours')).toBe('3 hours')
  })
})
