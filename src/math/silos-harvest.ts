/** What the trustees' votes do, as SiloHarvest.sol has it: in place, on a draft. rules.md S7, S10 */
import { coverMaxUp, partDown, payableFromChamber, recapMint, valueDown, xtzDown } from './silos'
import { spend } from './silos-conversions'
import { refuse, requireOpen, requirePrice, requireUsdc, type Draft } from './silos-draft'
import { min } from './uint256'
import { BPS, MAX_UINT256 } from './units'

/** Parts of the chamber in basis points of all of it; they sum to 10000. */
export type Shares = {
  readonly recapEqualBps: bigint
  readonly recapFullBps: bigint
  readonly dividendBps: bigint
  readonly ecosystemBps: bigint
}

/** USDC and XTZ (6 decimals). */
export type Part = { readonly usd: bigint; readonly xtz: bigint }

/** Sells XTZ of Silo 4 for Silo 1, and mints what both base silos then back to the inventory. rules.md S7 */
export function cover(draft: Draft, xtzAmount: bigint, minProceeds: bigint): void {
  requireOpen(draft)
  requirePrice(draft)
  requireUsdc(draft)
  const { books, conditions } = draft
  const v2 = valueDown(books.x2, conditions.low)
  if (v2 <= books.f1) refuse('NothingToCover', v2, books.f1)
  const most = min(books.x4, coverMaxUp(books.f1, v2, conditions.low))
  const { spent, received } = spend(draft, 'Cover', false, min(xtzAmount, most))
  if (received < minProceeds) refuse('BelowMinProceeds', received, minProceeds)
  books.x4 -= spent
  books.f1 += received
  mintInventory(draft, recapMint(MAX_UINT256, books.f1, v2, draft.supply))
}

/**
 * Distributes the chamber: both recapitalisations, dividend, ecosystem, in this order. Returns what each trustee, by
 * weight, and the ecosystem are credited. rules.md S10
 */
export function distribute(
  draft: Draft,
  shares: Shares,
  weights: readonly bigint[],
): { readonly dividends: readonly Part[]; readonly ecosystem: Part } {
  requireOpen(draft)
  requirePrice(draft)
  const { books, cycle, conditions } = draft
  const chamber = books.chamberUsd + valueDown(books.chamberXtz, conditions.low)
  const most = payableFromChamber(chamber, cycle.maxSupply, draft.supply)
  const part = (bps: bigint): Part => ({
    usd: partDown(books.chamberUsd, bps, BPS),
    xtz: partDown(books.chamberXtz, bps, BPS),
  })
  const [equal, full] = [part(shares.recapEqualBps), part(shares.recapFullBps)]
  const dividend = limited(part(shares.dividendBps), most, conditions.low)
  const left = most - valueOf(dividend, conditions.low)
  const ecosystem = limited(part(shares.ecosystemBps), left, conditions.low)
  recapEqual(draft, equal)
  recapFull(draft, full)
  const whole = weights.reduce((sum, weight) => sum + weight, 0n)
  const dividends = weights.map((weight) => ({
    usd: partDown(dividend.usd, weight, whole),
    xtz: partDown(dividend.xtz, weight, whole),
  }))
  for (const owed of [...dividends, ecosystem]) credit(draft, owed)
  return { dividends, ecosystem }
}

/** A part lowered to what may be paid, both tokens alike. */
function limited(part: Part, most: bigint, price: bigint): Part {
  const value = valueOf(part, price)
  if (value <= most) return part
  return { usd: partDown(part.usd, most, value), xtz: partDown(part.xtz, most, value) }
}

function valueOf({ usd, xtz }: Part, price: bigint): bigint {
  return usd + valueDown(xtz, price)
}

/** A quarter to each silo; only the missing side is converted, and what arrives is halved. */
function recapEqual(draft: Draft, part: Part): void {
  const { books, conditions } = draft
  const quarter = valueOf(part, conditions.low) / 4n
  let usdEach = quarter
  let xtzEach = xtzDown(quarter, conditions.low)
  if (part.usd > 2n * quarter) {
    const { spent, received } = spend(draft, 'Distribution', true, part.usd - 2n * quarter)
    xtzEach = (part.xtz + received) / 2n
    books.chamberUsd -= spent
    books.chamberXtz += received
  } else {
    const { spent, received } = spend(draft, 'Distribution', false, part.xtz - 2n * xtzEach)
    usdEach = (part.usd + received) / 2n
    books.chamberUsd += received
    books.chamberXtz -= spent
  }
  books.f1 += usdEach
  books.f3 += usdEach
  books.chamberUsd -= 2n * usdEach
  books.x2 += xtzEach
  books.x4 += xtzEach
  books.chamberXtz -= 2n * xtzEach
  mintRecap(draft, quarter)
}

/** All to Silo 1; then Silo 3 buys as much XTZ for Silo 2, as far as it has it. */
function recapFull(draft: Draft, part: Part): void {
  const { books, conditions } = draft
  const value = valueOf(part, conditions.low)
  const sold = spend(draft, 'Distribution', false, part.xtz)
  books.chamberUsd -= part.usd
  books.chamberXtz -= sold.spent
  books.f1 += part.usd + sold.received
  const bought = spend(draft, 'Distribution', true, min(value, books.f3))
  books.f3 -= bought.spent
  books.x2 += bought.received
  mintRecap(draft, value)
}

function mintRecap(draft: Draft, most: bigint): void {
  const { books, conditions, supply } = draft
  mintInventory(draft, recapMint(most, books.f1, valueDown(books.x2, conditions.low), supply))
}

function mintInventory(draft: Draft, amount: bigint): void {
  draft.inventory += amount
  draft.supply += amount
}

function credit({ books }: Draft, { usd, xtz }: Part): void {
  books.chamberUsd -= usd
  books.owedUsd += usd
  books.chamberXtz -= xtz
  books.owedXtz += xtz
}
