import { useState } from 'react'

import { useAmount, type Entry } from '../form/use-amount'
import { min } from '../math/uint256'
import { BPS, WAD } from '../math/units'

const none: Entry = { amount: undefined, problem: undefined }

/** Decimals of a ratio in percent, as it is typed. */
export const RATIO_DECIMALS = 2

/** More of anything than there is: what is typed beyond it is refused all the same, and no figure overflows before. */
const MOST = 2n ** 128n
const MOST_RATIO = 10n ** 12n

/** A typed amount as figures and limits take it. */
export const countedOf = ({ amount }: Entry): bigint | undefined =>
  amount === undefined ? undefined : min(amount, MOST)

/** A ratio as it is typed, in hundredths of a percent, is one in WAD. */
export const ratioOf = (typed: bigint): bigint => (min(typed, MOST_RATIO) * WAD) / BPS

/** An amount, or the ratio to reach, which gives the amount: `amountFor` says what it takes (0 if nothing does). */
export function useSteered(
  current: bigint | undefined,
  amountFor: ((ratio: bigint) => bigint) | undefined,
  initial?: bigint,
) {
  const { entry, setAmount, markStarted } = useAmount(current, initial)
  const [ratio, setRatio] = useState(none)
  return {
    entry,
    amount: countedOf(entry),
    markStarted,
    setAmount: (amount: bigint | undefined, problem: string | undefined) => {
      setRatio(none)
      setAmount(amount, problem)
    },
    /** Undefined where no price says what a ratio takes. */
    ratio: amountFor && {
      entry: ratio,
      set: (typed: bigint | undefined, problem: string | undefined) => {
        setRatio({ amount: typed, problem })
        if (typed !== undefined && typed > 0n) setAmount(amountFor(ratioOf(typed)), undefined)
      },
    },
  }
}

export type Steered = ReturnType<typeof useSteered>
