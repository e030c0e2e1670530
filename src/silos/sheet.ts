import { valueDown } from '../math/silos'
import { bookedOf, type Held } from '../math/silos-figures'
import { conditionsOf, type SiloState } from '../math/silos-state'
import { saturatingSubtract } from '../math/uint256'
import { t } from '../words/t'

/** One line of the balance sheet: USD, and the amount of the token it is made of. */
export type SheetLine = {
  readonly label: string
  readonly amount: bigint
  readonly token: 'USDC' | 'XTZ' | 'USDtz' | 'USD'
  readonly usd: bigint
}

export type Sheet = {
  readonly assets: readonly SheetLine[]
  readonly liabilities: readonly SheetLine[]
  /** Of either side: they are equal. */
  readonly total: bigint
}

/**
 * What the reserve has, and what for: the supply, what stands behind it above $1 each, what is owed, the chamber. XTZ at
 * pLow, each line rounded down, so that both sides are equal to the unit. Undefined without a price. rules.md S2, S8
 */
export function balanceSheet(state: SiloState, held: Held): Sheet | undefined {
  const { books, supply, inventory } = state
  const { low } = conditionsOf(state)
  if (low === 0n) return undefined
  const usdc = (label: string, amount: bigint): SheetLine => ({ label, amount, token: 'USDC', usd: amount })
  const xtz = (label: string, amount: bigint): SheetLine => {
    return { label, amount, token: 'XTZ', usd: valueDown(amount, low) }
  }
  const usd = (label: string, amount: bigint): SheetLine => ({ label, amount, token: 'USD', usd: amount })
  const inSilos = [
    usdc(t`Silo 1`, books.f1),
    xtz(t`Silo 2`, books.x2),
    usdc(t`Silo 3`, books.f3),
    xtz(t`Silo 4`, books.x4),
  ]
  const chamber = [usdc(t`Surplus chamber`, books.chamberUsd), xtz(t`Surplus chamber`, books.chamberXtz)]
  const owed = [usdc(t`Credited, not claimed`, books.owedUsd), xtz(t`Credited, not claimed`, books.owedXtz)]
  const booked = bookedOf(state)
  const strays = [
    usdc(t`Not booked yet`, saturatingSubtract(held.usdc, booked.usdc)),
    xtz(t`Not booked yet`, saturatingSubtract(held.xtz, booked.xtz)),
  ]
  const assets = [...inSilos, ...chamber, ...owed, ...strays]
  const circulating = supply - inventory
  const behind = sum(inSilos) - circulating
  const liabilities: readonly SheetLine[] = [
    { label: t`USDtz in circulation, at $1`, amount: circulating, token: 'USDtz', usd: circulating },
    usd(t`Behind USDtz, above $1 each`, behind),
    ...owed.map((line) => ({ ...line, label: t`Owed to trustees and the ecosystem` })),
    ...chamber,
    ...strays.map((line) => ({ ...line, label: t`Earnings that nobody has booked yet` })),
  ]
  return { assets, liabilities, total: sum(assets) }
}

function sum(lines: readonly SheetLine[]): bigint {
  return lines.reduce((total, { usd }) => total + usd, 0n)
}
