import { describe, expect, it } from 'vitest'
import { readRecipient } from './recipient'
import { account } from '../../backstop/test-series'

const other = '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC'

describe('readRecipient (rules.md B16, trust.md X13)', () => {
  it('takes an address with or without a checksum, and shows it with one', () => {
    const expected = { kind: 'other', address: other, warning: undefined }
    expect(readRecipient(` ${other} `, account)).toEqual(expected)
    expect(readRecipient(other.toLowerCase(), account)).toEqual(expected)
  })

  it.each([
    '',
    '0x123',
    'vitalik.eth',
    '0x0000000000000000000000000000000000000000',
    other.replace('BC', 'Bc'),
  ])('refuses %j', (text) => expect(readRecipient(text, account).kind).toBe('invalid'))

  it('knows the account itself', () => {
    expect(readRecipient(account, account)).toEqual({ kind: 'self' })
  })

  it('warns of a look-alike', () => {
    const alike = '0x7099000000000000000000000000000000000000'.slice(0, -4) + account.slice(-4).toLowerCase()
    expect(readRecipient(alike, account)).toMatchObject({
      kind: 'other',
      warning: expect.any(String) as unknown,
    })
  })
})
