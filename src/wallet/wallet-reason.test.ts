import { describe, expect, it } from 'vitest'

import { walletReason } from './wallet-reason'

describe('walletReason', () => {
  it('knows a refusal and a question that is still open, however deep they are nested', () => {
    const nested = (code: number) => new Error('outer', { cause: { message: 'inner', cause: { code } } })
    expect(walletReason({ code: 4001 })).toMatch(/^You declined/)
    expect(walletReason(nested(4001))).toMatch(/^You declined/)
    expect(walletReason(nested(-32002))).toMatch(/already asking/)
  })

  it.each([[undefined], [null], [{}], [''], [new Error('')], [{ message: 5 }], [7]])(
    'has a sentence for %o',
    (error) => {
      expect(walletReason(error)).toMatch(/^The wallet refused without saying why/)
    },
  )

  it('quotes text, short and on one line', () => {
    expect(walletReason('no\nway')).toBe('The wallet refused: no way')
    expect(walletReason({ message: 'x'.repeat(9_999) }).length).toBeLessThan(200)
    expect(walletReason(new Error('pay \u202eeulav'))).toBe('The wallet refused: pay eulav')
  })

  it('survives an error that is its own cause', () => {
    const error: { cause?: unknown; message: string } = { message: 'round' }
    error.cause = error
    expect(walletReason(error)).toBe('The wallet refused: round')
  })
})
