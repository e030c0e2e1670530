/**
 * What a page says of the reserve at one moment: ratio, fills, keys, alarms, room. Units as in silos.ts; ratios are WAD
 * (1e18 = 100%) and round down: never more backing than there is.
 */
import { capUp, headroom, valueDown } from './silos'
import { conditionsOf, type SiloState } from './silos-state'
import { min, mulDivDown, saturatingSubtract } from './uint256'
import { WAD } from './units'

export type SiloNumber = 1 | 2 | 3 | 4

/** By rules.md S6: a deficit of Silo 2 after the latch is an alarm, and one of Silo 1 always; of the others never. */
export type SiloHealth = 'full' | 'filling' | 'alarm'

export type SiloFigures = {
  readonly silo: SiloNumber
  /** In its own token; `value` in USD. */
  readonly amount: bigint
  readonly value: bigint
  /** min(value, S) / S; undefined at S = 0. */
  readonly fill: bigint | undefined
  /** What it lacks, and what it has above 100%, in its own token. */
  readonly missing: bigint
  readonly overflow: bigint
  readonly health: SiloHealth
}

export type ReserveFigures = {
  /** (F1 + v2 + F3 + v4) / S; undefined ("none") at S = 0. The chamber is in no ratio. rules.md S2 */
  readonly ratio: bigint | undefined
  readonly total: bigint
  readonly chamberValue: bigint
  readonly circulating: bigint
  readonly silos: readonly [SiloFigures, SiloFigures, SiloFigures, SiloFigures]
  /** USDtz a user may mint, from the inventory and anew; undefined: no limit, before the latch. rules.md S4 */
  readonly headroom: bigint | undefined
}

/** All figures at the lower price; undefined where there is none, for what values XTZ is unknown then. rules.md S2, S15 */
export function figuresOf(state: SiloState): ReserveFigures | undefined {
  const { books, supply, inventory, isLatched, parameters } = state
  const { low } = conditionsOf(state)
  if (low === 0n) return undefined
  const cap = capUp(supply, low)
  const [v2, v4] = [valueDown(books.x2, low), valueDown(books.x4, low)]
  const figures = (silo: SiloNumber, amount: bigint, value: bigint, full: bigint): SiloFigures => ({
    silo,
    amount,
    value,
    fill: ratioDown(min(value, supply), supply),
    missing: saturatingSubtract(full, amount),
    overflow: saturatingSubtract(amount, full),
    health: amount >= full ? 'full' : silo === 1 || (silo === 2 && isLatched) ? 'alarm' : 'filling',
  })
  const total = books.f1 + v2 + books.f3 + v4
  return {
    ratio: ratioDown(total, supply),
    total,
    chamberValue: books.chamberUsd + valueDown(books.chamberXtz, low),
    circulating: supply - inventory,
    silos: [
      figures(1, books.f1, books.f1, supply),
      figures(2, books.x2, v2, cap),
      figures(3, books.f3, books.f3, supply),
      figures(4, books.x4, v4, cap),
    ],
    headroom: isLatched ? headroom(inventory, v2, supply, parameters.latchMinSupply) : undefined,
  }
}

/** WAD; undefined of nothing. Rounds down. */
function ratioDown(part: bigint, whole: bigint): bigint | undefined {
  return whole === 0n ? undefined : mulDivDown(part, WAD, whole)
}
