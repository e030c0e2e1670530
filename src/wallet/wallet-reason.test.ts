import { describe, expect, it } from 'vitest'

import { walletReason } from './wallet-reason'

describe('walletReason', () => {
  it('knows a refusal and a question that is still open, however deep they are nested', () => {
    const nested = (code: number) => new Error('outer', { cause: { message: 'inner', cause: { code } } })
    expect(walletReason({ code: 4001 })).toMatch(/^You declined/)
    expect(walletReason(nested(4001))).toMatch(/^You declined/)
    expect(walletReason({ code: -32603, data: { originalError: { code: 4001 } } })).toMatch(/^You declined/)
    expect(walletReason(nested(-32002))).toMatch(/already asking/)
  })

  it.each([
    { statusCode: 0x6985, message: 'x' },
    { message: 'Ledger device: Condition of use not satisfied (denied by the user?) (0x6985)' },
    { code: 'ACTION_REJECTED' },
  ])('knows a refusal by %o', (error) => expect(walletReason(error)).toMatch(/^You declined/))

  it.each([
    'Der Benutzer hat abgelehnt',
    'Nobody declined, rejected or denied this',
    '0x69850 wei',
    'code 4001',
  ])('claims no refusal where only words could say so: %s', (message) =>
    expect(walletReason({ message })).toBe(`The wallet did not do it: ${message}`),
  )

  it.each([[undefined], [null], [{}], [''], [new Error('')], [{ message: 5 }], [7]])(
    'has a sentence for %o',
    (error) => {
      expect(walletReason(error)).toBe('The wallet did not do it, and did not say why.')
    },
  )

  it('quotes text, short and on one line', () => {
    expect(walletReason('no\nway')).toBe('The wallet did not do it: no way')
    expect(walletReason({ message: 'x'.repeat(9_999) }).length).toBeLessThan(200)
    expect(walletReason(new Error('pay \u202eeulav'))).toBe('The wallet did not do it: pay eulav')
  })

  it('survives an error that is its own cause', () => {
    const error: { cause?: unknown; message: string } = { message: 'round' }
    error.cause = error
    expect(walletReason(error)).toBe('The wallet did not do it: round')
  })

  it('survives an error that throws when it is looked at', () => {
    const error = new Proxy({}, { get: () => { throw new Error('no') } }) // prettier-ignore
    expect(walletReason(error)).toBe('The wallet did not do it, and did not say why.')
  })
})
