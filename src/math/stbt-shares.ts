/**
 * Shares and amounts of STBT, compared with bytecode to the last unit (`exactness/`). Amounts, shares and supply have 18
 * decimals; `supply` is what all shares together are worth. Arguments are uint256: anything else throws a RangeError
 * whose message is a sentence.
 */
import { mulDivDown, mulDivUp, requireUint256 } from './uint256'

/** Shares of an amount; 0 without supply. Rounds down: what an issue, a transfer and a wrap move. rules.md T2, T14 */
export function sharesDown(amount: bigint, supply: bigint, totalShares: bigint): bigint {
  requireUint256(amount, supply, totalShares)
  return supply === 0n ? 0n : mulDivDown(amount, totalShares, supply)
}

/** Shares of an amount; 0 without supply. Rounds up: what a burn takes. rules.md T2 */
export function sharesUp(amount: bigint, supply: bigint, totalShares: bigint): bigint {
  requireUint256(amount, supply, totalShares)
  return supply === 0n ? 0n : mulDivUp(amount, totalShares, supply)
}

/** Amount of shares, a balance; 0 where there are no shares at all. Rounds down. rules.md T1 */
export function amountDown(shares: bigint, supply: bigint, totalShares: bigint): bigint {
  requireUint256(shares, supply, totalShares)
  return totalShares === 0n ? 0n : mulDivDown(shares, supply, totalShares)
}

/**
 * The amount to ask for so that all of `shares` move: one unit more than the balance where that leaves a share behind.
 * Below par, where one unit more would ask for more shares than there are, the balance. Exact. Throws above uint256.
 * rules.md T2
 */
export function maxTransfer(shares: bigint, supply: bigint, totalShares: bigint): bigint {
  requireUint256(shares, supply, totalShares)
  if (totalShares === 0n || supply === 0n) return 0n
  const most = mulDivUp(shares, supply, totalShares)
  return sharesDown(most, supply, totalShares) > shares ? mulDivDown(shares, supply, totalShares) : most
}

/**
 * What an unwrap of wSTBT pays (STBT, 18 decimals), and the shares that really leave the wrapper for it: one or, below
 * par, two fewer than unwrapped can stay behind there. Rounds down twice. Throws above uint256. rules.md T14
 */
export function unwrapDown(
  unwrapped: bigint,
  supply: bigint,
  totalShares: bigint,
): { amount: bigint; moved: bigint } {
  const amount = amountDown(unwrapped, supply, totalShares)
  return { amount, moved: sharesDown(amount, supply, totalShares) }
}
