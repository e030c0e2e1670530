import { displayBps } from '../math/amount'
import { mulDivDown } from '../math/uint256'
import { BPS } from '../math/units'
import { Button } from '../ui/Button'

/** Parts of the most, for who does not want to type. Rounds down. */
const partsBps = [1_000n, 2_500n, 5_000n] as const

type AmountChipsProps = {
  /** "Amount of TAO" */
  of: string
  /** Base units; without it there is nothing to choose. */
  most: bigint | undefined
  onChoose: (amount: bigint) => void
}

export function AmountChips({ of, most, onChoose }: AmountChipsProps) {
  if (most === undefined || most === 0n) return null
  return (
    <div role="group" aria-label={`${of}: parts of the most`} className="-mt-1 flex flex-wrap gap-2">
      {partsBps.map((bps) => (
        <Button key={`${bps}`} size="small" onClick={() => onChoose(mulDivDown(most, bps, BPS))}>
          {displayBps(bps)}
        </Button>
      ))}
    </div>
  )
}
