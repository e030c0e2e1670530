import { knownValue } from '../math/reading'
import { displayBps } from '../math/amount'
import { rangeText } from '../system/range-text'
import { phaseOf } from './enums'
import type { Series } from './snapshot'

/** What the series that one can stake in promise, as far as they are alike. */
export type Offer = {
  /** Of what is sold, at most: "10%"; undefined where no series is known. */
  readonly mostUpfront: string | undefined
  /** Of what is used: "90% to 100%". */
  readonly compensation: string | undefined
  readonly hasWarrants: boolean
}

/** Of the series open for staking; while none is, of all. rules.md B9, B10, B13 */
export function offerOf(series: readonly Pick<Series, 'terms' | 'state'>[]): Offer {
  const open = series.filter(({ state }) => isOpen(state))
  const told = (open.length > 0 ? open : series).map(({ terms }) => terms)
  const upfront = told.reduce<number | undefined>(
    (most, { upfrontBps }) => Math.max(most ?? 0, upfrontBps),
    undefined,
  )
  return {
    mostUpfront: upfront === undefined ? undefined : displayBps(BigInt(upfront)),
    compensation: rangeText(
      told.map(({ compensationBps }) => BigInt(compensationBps)),
      displayBps,
    ),
    hasWarrants: told.some(({ warrantBps }) => warrantBps > 0),
  }
}

export function isOpen(state: Series['state']): boolean {
  const known = knownValue(state)
  return known !== undefined && phaseOf(known) === 'Staking'
}
