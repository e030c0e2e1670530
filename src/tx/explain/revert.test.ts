import { encodeErrorResult, parseAbi } from 'viem'
import { describe, expect, it } from 'vitest'

import type { ErrorBook } from './error-book'
import { explainRevert, isSilent } from './revert'
import { sharedErrors } from './shared-errors'

const abi = parseAbi(['error BelowMinShares(uint256 shares)'])
const data = encodeErrorResult({ abi, errorName: 'BelowMinShares', args: [7n] })
const bookSaying = (detail: string): ErrorBook => ({
  abis: [abi],
  sentences: { BelowMinShares: ({ shares }) => [`${detail}: ${String(shares)}.`, 'Try again.'] },
})

describe('one name in two systems', () => {
  it('is explained in the words of the system that was spoken to', () => {
    expect(explainRevert(data, bookSaying('Shares of the pool')).detail).toBe('Shares of the pool: 7.')
    expect(explainRevert(data, bookSaying('Shares of the vault')).detail).toBe('Shares of the vault: 7.')
  })
  it('is unknown without its book, never told in the words of another', () =>
    expect(explainRevert(data).detail).toBe(
      `It gave a reason this app does not know (${data.slice(0, 10)}).`,
    ))
})

describe('what every system shares', () => {
  it('has a sentence for each error it can decode, and no other', () => {
    const names = sharedErrors.abis.flat().flatMap((item) => (item.type === 'error' ? [item.name] : []))
    expect(Object.keys(sharedErrors.sentences).sort()).toEqual([...names].sort())
  })
})

describe('what is not ours', () => {
  const abi = parseAbi([
    'error Error(string message)',
    'error Panic(uint256 code)',
    'error Foreign(uint256 x)',
  ])
  it('says what an older OpenZeppelin wraps: a token that refuses without a reason', () => {
    const said = (text: string) => encodeErrorResult({ abi, errorName: 'Error', args: [text] })
    const silent = said('SafeERC20: low-level call failed')
    expect(explainRevert(silent).detail).toBe(
      'The token refused the transfer and gave no reason: it may be paused, or have blocked an account.',
    )
    expect(
      [silent, '0x' as const, said('SALE: over'), said(''), '0x12345678' as const].map(isSilent),
    ).toEqual([true, true, false, false, false])
  })
  it('keeps a revert string', () =>
    expect(
      explainRevert(encodeErrorResult({ abi, errorName: 'Error', args: ['SALE: over\u202e'] })).detail,
    ).toBe('It says: SALE: over'))
  it('names a panic', () =>
    expect(explainRevert(encodeErrorResult({ abi, errorName: 'Panic', args: [18n] })).detail).toContain(
      'zero',
    ))
  it('leaves unknown unknown, with the data', () => {
    const data = encodeErrorResult({ abi, errorName: 'Foreign', args: [1n] })
    expect(explainRevert(data)).toMatchObject({ raw: expect.stringContaining(data) as string })
    expect(explainRevert(data).detail).toContain(data.slice(0, 10))
  })
  it('survives cut-off data', () => expect(explainRevert('0x08c379a0').detail).toContain('0x08c379a0'))
  it('says that there was no reason', () => expect(explainRevert('0x').detail).toBe('It gave no reason.'))
})
