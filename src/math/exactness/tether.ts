import { afterFee, transferFeeDown, type TransferFee } from '../tether'
import { uint256 } from '../uint256'
import { BPS } from '../units'
import { edgeOf, type Aim } from './cases'
import { formula, quotient, type Formula } from './formula'

/** On an amount without a remainder, or whose fee is just below or above the maximum. */
const aim = ([, feeBps, maximumFee]: readonly [bigint, bigint, bigint], random: Parameters<Aim>[1]) => [
  random.pick([edgeOf(feeBps, BPS, random), random.near(quotient(maximumFee, BPS, feeBps))]),
  feeBps,
  maximumFee,
]

/** The token multiplies before it divides, and pays no fee above the amount: where it reverts there is no transfer. */
const transferred =
  (of: (amount: bigint, fee: TransferFee) => bigint) => (amount: bigint, bps: bigint, most: bigint) => {
    const fee = { feeBps: bps, maximumFeeUsdt: most }
    uint256(amount * bps)
    afterFee(amount, fee)
    return of(amount, fee)
  }

/** Every function of TetherHarness.sol: what a transfer of the token really does. */
export const TETHER_FORMULAS: readonly Formula[] = [
  formula('transferFeeDown', ['usdt', 'bps', 'usdt'], transferred(transferFeeDown), aim),
  formula('afterFee', ['usdt', 'bps', 'usdt'], transferred(afterFee), aim),
]
