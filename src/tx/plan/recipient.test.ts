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

  it.each([
    ['0x000000000000000000000000000000000000dEaD', 'Nobody has the key'],
    ['0x0000000000000000000000000000000000000009', 'Nobody has the key'],
    [`eth:${other}`, 'Leave out “eth:”'],
    [`ethereum:${other}`, 'Leave out “ethereum:”'],
    [`${other}\u200b`.replace('0x3C', '0x\u200d3C'), 'invisible characters'],
    [`\u202e${other}`, 'invisible characters'],
    ['x'.repeat(1_000_000), 'too long'],
  ])('refuses %s with a true sentence', (text, sentence) =>
    expect(readRecipient(text, account)).toMatchObject({
      kind: 'invalid',
      problem: expect.stringContaining(sentence) as unknown,
    }),
  )

  it('refuses a contract the app knows, in any case of letters', () => {
    const known = [{ address: other, label: 'the pool of Series A' }] as const
    expect(readRecipient(other.toLowerCase(), account, known)).toEqual({
      kind: 'invalid',
      problem: 'This is a contract of this app, the pool of Series A: it would be lost there.',
    })
    expect(readRecipient(other, account, []).kind).toBe('other')
  })

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
