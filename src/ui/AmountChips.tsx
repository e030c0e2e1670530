import { displayBps } from '../math/amount'
import { mulDivDown } from '../math/uint256'
import { BPS } from '../math/units'
import { Button } from './Button'
import { t } from '../words/t'

/** Parts of the most, for who does not want to type. Rounds down. */
const partsBps = [2_500n, 5_000n, 7_500n] as const

/** An amount of its own name ("To cap"). */
export type NamedAmount = { readonly label: string; readonly value: bigint }

type AmountChipsProps = {
  /** Of which field. */
  of: string
  /** Base units; without it there are no parts to choose. */
  most: bigint | undefined
  more: readonly NamedAmount[]
  onChoose: (amount: bigint) => void
}

/** Amounts to choose instead of typing. */
export function AmountChips({ of, most = 0n, more, onChoose }: AmountChipsProps) {
  const parts = partsBps.map((bps) => ({ label: displayBps(bps), value: mulDivDown(most, bps, BPS) }))
  const chips = [...parts, ...more].filter(({ value }) => value > 0n)
  if (chips.length === 0) return null
  return (
    <div role="group" aria-label={t`${of}: amounts to choose`} className="flex flex-wrap gap-2">
      {chips.map(({ label, value }) => (
        <Button key={label} size="small" onClick={() => onChoose(value)}>
          {label}
        </Button>
      ))}
    </div>
  )
}
