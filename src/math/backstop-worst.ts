import { upfrontUsdtDown } from './backstop'
import { min, mulDivDown, mulDivUp } from './uint256'
import { BPS } from './units'

/**
 * The worst that can become of a stake, whoever else stakes or leaves before the close: as much of it used as can be,
 * nothing of the make-whole paid or worth anything, and of the upfront share only what is certain. Used and lost round up;
 * no outcome loses more, but for 3 units of USDT (0.000003), which two payments rounded down may cost. Throws at
 * coverage 0 and above uint256. rules.md B3, B7, B9, B13
 * @param certainUpfrontBps of the terms where it is paid in USDT, out of the proceeds; 0 where the treasury has to pay
 */
export function worstOfStakeUp(
  shares: bigint,
  coverageBps: bigint,
  maxSaleUsdt: bigint,
  certainUpfrontBps: bigint,
  compensationBps: bigint,
): { usedUsdt: bigint; upfrontUsdt: bigint; owedUsdt: bigint; lossUsdt: bigint } {
  // Sold in full, a stake backs its part of min(T / coverage, maximum): the larger, the smaller T is, down to this stake.
  const usedUsdt = min(min(shares, mulDivUp(shares, BPS, coverageBps)), maxSaleUsdt)
  const upfrontUsdt = min(usedUsdt, upfrontUsdtDown(usedUsdt, certainUpfrontBps))
  const owedUsdt = mulDivDown(usedUsdt, compensationBps, BPS)
  return { usedUsdt, upfrontUsdt, owedUsdt, lossUsdt: usedUsdt - upfrontUsdt }
}
