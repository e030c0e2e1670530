import { describe, expect, it } from 'vitest'

import { readAnnouncement, WALLET_ICON } from './announced'

const provider = { request: () => Promise.resolve(null) }
const info = { uuid: 'u', name: 'Some Wallet', rdns: 'some.wallet', icon: 'data:image/png;base64,AA==' }

describe('readAnnouncement', () => {
  it('takes a wallet as it is', () => {
    expect(readAnnouncement({ info, provider })).toEqual({
      key: 'u some.wallet Some Wallet',
      id: 'some.wallet Some Wallet',
      name: 'Some Wallet',
      icon: info.icon,
      provider,
    })
  })

  it.each([
    null,
    undefined,
    'text',
    7,
    {},
    { provider },
    { info: null, provider },
    { info: {}, provider },
    { info },
    { info, provider: {} },
    { info, provider: { request: 'text' } },
    new Proxy({}, { get: thrower }),
    { info: new Proxy({}, { get: thrower }), provider },
    { info, provider: new Proxy({}, { get: thrower }) },
  ])('finds no wallet in announcement %#', (detail) => expect(readAnnouncement(detail)).toBeUndefined())

  it.each([
    undefined,
    null,
    5,
    '',
    'https://evil.example/a.png',
    'javascript:1',
    `data:image/png,${'x'.repeat(1e6)}`,
  ])('draws a wallet itself whose icon is no small image (%#)', (icon) =>
    expect(readAnnouncement({ info: { ...info, icon }, provider })?.icon).toBe(WALLET_ICON),
  )

  it('shows names short, on one line and in order', () => {
    const named = (name: unknown) => readAnnouncement({ info: { ...info, name }, provider })?.name
    expect(named('x'.repeat(1e6))?.length).toBe(40)
    expect(named('a\n\u202eb')).toBe('a b')
    expect(named({})).toBe('some.wallet')
  })
})

function thrower(): never {
  throw new Error('hostile')
}
