import { knownValue } from '../math/reading'
import { amountDown, sharesDown } from '../math/stbt-shares'
import { proposedDown } from '../math/stbt-requests'
import { afterFee, noFee } from '../math/tether'
import type { UsdtFacts } from '../chain/usdt'
import type { Coin } from './minter-reads'
import type { Request } from './requests'
import type { StbtState } from './snapshot'

/**
 * STBT that the Minter will propose for a deposit. Ours counts what arrives, live what was sent: there Tether's fee is
 * the receiver's loss. Undefined while something it is made of is not known. rules.md T6
 */
export function proposedFor(
  deposit: bigint,
  coin: Pick<Coin, 'feeRate' | 'scale'>,
  kind: StbtState['kind'],
  usdt: UsdtFacts | undefined,
): bigint | undefined {
  const feeRate = knownValue(coin.feeRate)
  const scale = knownValue(coin.scale)
  const fee = usdt ? knownValue(usdt.fee) : noFee
  if (feeRate === undefined || !scale || !fee) return undefined
  try {
    return proposedDown(kind === 'ours' ? afterFee(deposit, fee) : deposit, feeRate, scale)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** What a balance of `shares` grows by when a request is issued now. rules.md T2 */
export function arrivesWhenIssued(
  { stbt }: Pick<Request, 'stbt'>,
  shares: bigint,
  { supply, totalShares }: Pick<StbtState, 'supply' | 'totalShares'>,
): bigint {
  if (stbt === undefined || stbt === 0n) return 0n
  const made = totalShares === 0n ? stbt : sharesDown(stbt, supply, totalShares)
  const before = amountDown(shares, supply, totalShares)
  return amountDown(shares + made, supply + stbt, totalShares + made) - before
}
