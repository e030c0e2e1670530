import { describe, expect, it } from 'vitest'

import { foreignName, isForeignName, resembles } from './token-name'

const address = '0x5FbDB2315678afecb367f032d93F642f64180aa3'

describe('a token that calls itself like one of ours', () => {
  it.each([
    ['the same name', 'USDT'],
    ['another case', 'usdt'],
    ['digits for letters', 'U5D7'],
    ['Cyrillic', 'UЅDТ'],
    ['Greek', 'ΥSDΤ'],
    ['full width', 'ＵＳＤＴ'],
    ['accents', 'ÚSDṪ'],
    ['invisible marks', 'US\u200bD\u2060T'],
    ['marks that turn text around', '\u202eUSDT\u202c'],
    ['signs between letters', 'U.S-D_T '],
    ['its own sign', 'USD₮'],
  ])('is known by %s', (_how, symbol) => {
    expect(resembles(symbol, 'USDT')).toBe(true)
    const name = foreignName(symbol, address, 'USDT')
    expect(name).toBe(`${address} (not the configured USDT)`)
    expect(isForeignName(name)).toBe(true)
  })
  it.each(['mUSDT', 'USDC', 'DAI', 'USDT0', 'gUSDT', ''])('is not %s', (symbol) => {
    expect(resembles(symbol, 'USDT')).toBe(false)
    expect(foreignName(symbol, address, 'USDT')).toBe(symbol)
  })
})
