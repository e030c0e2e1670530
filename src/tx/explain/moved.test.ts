import { encodeErrorResult, parseAbi } from 'viem'
import { describe, expect, it } from 'vitest'

import type { Act, Asset } from '../plan/plan'
import { movedBy } from './moved'
import { explainRevert } from './revert'

const account = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'
const other = '0x0000000000000000000000000000000000000f01'
const token = (symbol: string, decimals: number): Extract<Asset, { kind: 'erc20' }> => ({
  kind: 'erc20',
  address: symbol === 'USDC' ? `0x${'0a'.repeat(20)}` : `0x${'0b'.repeat(20)}`,
  symbol,
  decimals,
})
const [usdc, tao] = [token('USDC', 6), token('TAO', 18)]
const act = (gives: readonly Asset[], gets: readonly Asset[]): Act =>
  ({
    gives: gives.map((asset) => ({ asset, amount: 1n })),
    gets: gets.map((asset) => ({ asset, amount: 1n })),
  }) as unknown as Act

const abi = parseAbi([
  'error ERC20InsufficientBalance(address sender, uint256 balance, uint256 needed)',
  'error ERC20InsufficientAllowance(address spender, uint256 allowance, uint256 needed)',
])
const short = (sender: `0x${string}`) =>
  encodeErrorResult({ abi, errorName: 'ERC20InsufficientBalance', args: [sender, 0n, 250_000_001n] })

describe('what a token answers, which never says which one it is', () => {
  it('is told in the token that the account gives, or that it is owed', () => {
    const moved = movedBy(account, [act([usdc], [tao])])
    expect(explainRevert(short(account), undefined, moved).detail).toBe(
      '250.000001 USDC is needed, and there is 0 USDC.',
    )
    expect(explainRevert(short(other), undefined, moved).detail).toBe(
      '0.000000000250000001 TAO is needed, and there is 0 TAO.',
    )
    const data = encodeErrorResult({
      abi,
      errorName: 'ERC20InsufficientAllowance',
      args: [other, 1_500_000n, 2_000_000n],
    })
    expect(explainRevert(data, undefined, moved).detail).toBe(
      '2 USDC would be taken, and 1.5 USDC is allowed.',
    )
  })
  it('is told in the token’s smallest units where it could be either of two', () => {
    const moved = movedBy(account, [act([usdc, tao], []), act([], []), undefined])
    expect(explainRevert(short(account), undefined, moved).detail).toBe(
      'Too little of a token: 250,000,001 of its smallest units is needed, and there is 0 of its smallest units.',
    )
    expect(explainRevert(short(account)).detail).toContain('smallest units')
  })
})
