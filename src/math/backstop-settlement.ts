/**
 * What is paid when a series ends, and from what. As in backstop.ts: compared with bytecode to the last unit, units and names
 * as there, and a RangeError whose message is a sentence where Solidity reverts.
 */
import { BTC_UNIT, MSTR_UNIT } from './backstop'
import { min, mulDivDown, mulDivUp, requireUint256 } from './uint256'
import { BPS } from './units'

/**
 * A USDT amount in another asset, whose whole token is `assetUnit` base units (1e8 for BTC, 1e18 for MSTR). Rounds
 * down. Throws at price 0 and above uint256. rules.md B9
 */
export function usdtToAssetDown(usdtAmount: bigint, assetUnit: bigint, priceUsdt: bigint): bigint {
  return mulDivDown(usdtAmount, assetUnit, priceUsdt)
}

/** The reverse: what an asset is worth in USDT. Rounds down. Throws at unit 0 and above uint256. rules.md B13 */
export function assetToUsdtDown(amount: bigint, assetUnit: bigint, priceUsdt: bigint): bigint {
  return mulDivDown(amount, priceUsdt, assetUnit)
}

/** MSTR reserved for the stakers at finalization. Rounds down. Throws at price 0 and above uint256. rules.md B12 */
export function reservedMstrDown(reserveUsdt: bigint, mstrPriceUsdt: bigint): bigint {
  return mulDivDown(reserveUsdt, MSTR_UNIT, mstrPriceUsdt)
}

/** Who pays the Notes at settlement (USDT): the ledger first, the pool for the rest. Exact. rules.md B11 */
export function settlement(outstanding: bigint, ledgerUsdt: bigint): { fromLedger: bigint; used: bigint } {
  const fromLedger = min(outstanding, ledgerUsdt)
  return { fromLedger, used: outstanding - fromLedger }
}

/**
 * What the stakers receive for the USDT used: MSTR first, BTC for what MSTR does not cover. The target rounds down,
 * payments round up, MSTR never above the reserve. Throws at a price 0 that is needed, and above uint256.
 * rules.md B12, B13
 */
export function compensation(
  used: bigint,
  compensationBps: bigint,
  mstrReserved: bigint,
  mstrPriceUsdt: bigint,
  btcPriceUsdt: bigint,
): { target: bigint; mstrPaid: bigint; btcOwed: bigint } {
  requireUint256(mstrReserved, mstrPriceUsdt, btcPriceUsdt)
  const target = mulDivDown(used, compensationBps, BPS)
  if (used === 0n) return { target, mstrPaid: 0n, btcOwed: 0n }
  const reserveValue = mulDivDown(mstrReserved, mstrPriceUsdt, MSTR_UNIT)
  if (reserveValue >= target)
    return { target, mstrPaid: mulDivUp(target, MSTR_UNIT, mstrPriceUsdt), btcOwed: 0n }
  return { target, mstrPaid: mstrReserved, btcOwed: mulDivUp(target - reserveValue, BTC_UNIT, btcPriceUsdt) }
}
