import { BTC_UNIT, MSTR_UNIT } from '../math/backstop'
import { assetToUsdtDown } from '../math/backstop-settlement'
import { realizedDown } from '../math/backstop-outcome'
import { displayRatio } from '../math/amount'
import { knownValue } from '../math/reading'
import { mulDivDown } from '../math/uint256'
import { phaseOf } from './enums'
import type { Series, SeriesState, SettlementResult } from './snapshot'
import { t } from '../words/t'

/** What a stake would have become in a series that has ended, by what was paid so far. USDT, 6 decimals. */
export type Realized = {
  readonly id: number
  readonly name: string
  readonly what: string
  /** Of the stake. */
  readonly usedText: string
  readonly receivedUsdt: bigint
  /** Unix seconds: the settlement, or the close of the staking of a cancelled one. */
  readonly endedAt: bigint
}

/** The series that have ended, the last first, each for the same stake. rules.md B7–B9, B13 */
export function realizedOf(series: readonly Series[], shares: bigint): readonly Realized[] {
  return series
    .flatMap((one) => ended(one, shares) ?? [])
    .toSorted((a, b) => (a.endedAt > b.endedAt ? -1 : 1))
}

function ended({ id, name, terms, state, settlement }: Series, shares: bigint): Realized | undefined {
  const known = knownValue(state)
  if (!known) return undefined
  const phase = phaseOf(known)
  if (phase === 'Cancelled')
    return {
      ...{ id, name, usedText: '–', receivedUsdt: shares, endedAt: terms.stakingClose },
      what: t`Cancelled: too little was staked`,
    }
  const result = knownValue(settlement)
  if (phase !== 'Settled' || !result || known.totalShares === 0n) return undefined
  const paid = upfrontPaid(known) + compensationPaid(result)
  return {
    id,
    name,
    what: whatOf(result),
    usedText: displayRatio(result.usedUsdt, known.totalShares, { round: 'up' }),
    receivedUsdt: realizedDown(shares, known.totalShares, result.usedUsdt, paid),
    endedAt: result.settledAt,
  }
}

function whatOf(result: SettlementResult): string {
  if (result.usedUsdt === 0n) return t`The ledger repaid every Note`
  if (result.fixedAt === 0n) return t`Used; what is owed for it is not fixed yet`
  return t`Used; ${displayRatio(compensationPaid(result), result.usedUsdt)} of it was paid for`
}

/** At the price of the day it was fixed, as far as the treasury has paid it. */
function upfrontPaid({ upfrontUsdt, upfrontTotal, upfrontFunded }: SeriesState): bigint {
  return upfrontTotal === 0n ? 0n : mulDivDown(upfrontUsdt, upfrontFunded, upfrontTotal)
}

/** At the prices of the settlement. */
function compensationPaid({ mstrPaid, mstrPriceUsdt, btcFunded, btcPriceUsdt }: SettlementResult): bigint {
  return (
    assetToUsdtDown(mstrPaid, MSTR_UNIT, mstrPriceUsdt) + assetToUsdtDown(btcFunded, BTC_UNIT, btcPriceUsdt)
  )
}
