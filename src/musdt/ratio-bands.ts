import type { VaultState } from './snapshot'
import { percentText } from './format'
import { HUNDRED_P } from '../math/units'

/** Percentages, 1e18 = 1%. `from` is undefined for the lowest band, `to` for the highest. */
export type RatioBand = {
  readonly from: bigint | undefined
  readonly to: bigint | undefined
  readonly name: string
  readonly what: string
  readonly isHere: boolean
}

/**
 * What the collateral ratio decides, band by band, from the vault's own thresholds. A GToken's waiting times change
 * above a threshold, ours at it; both end the discount at theirs, and ours minting with it. rules.md M2, M3, M8
 */
export function ratioBands(state: VaultState): readonly RatioBand[] {
  const { kind, collateralizationP: ratio, epochs, mintLimitP, maxDiscountThresholdP } = state
  const isStrict = kind === 'gToken'
  const waits = epochs ? epochs.thresholdsP.map((aboveP) => HUNDRED_P + aboveP) : []
  const top = mintLimitP ?? maxDiscountThresholdP
  const edges = [
    { at: HUNDRED_P, isReached: ratio >= HUNDRED_P, what: epochs ? waitText(3) : 'Discount for locking' },
    ...waits.map((at, index) => ({
      at,
      isReached: isStrict ? ratio > at : ratio >= at,
      what: waitText(2 - index),
    })),
    {
      at: top,
      isReached: ratio >= top,
      what: mintLimitP === undefined ? 'No discount' : 'Minting is closed',
    },
  ]
  const reached = edges.filter(({ isReached }) => isReached).length
  const names = edges.map(({ at }) => percentText(at))
  const [hundred = ''] = names
  return [
    {
      from: undefined,
      to: HUNDRED_P,
      name: `Below ${hundred}`,
      what: 'Price is reduced; full discount',
      isHere: reached === 0,
    },
    ...edges.map(({ at, what }, index) => {
      const to = edges[index + 1]?.at
      const isAbove = isStrict && waits.includes(at)
      const name = names[index] ?? ''
      return {
        from: at,
        to,
        name:
          to === undefined
            ? `From ${name}`
            : `${isAbove ? 'Above ' : ''}${name.replace('%', '')} to ${names[index + 1] ?? ''}`,
        what,
        isHere: reached === index + 1,
      }
    }),
  ]
}

function waitText(epochs: number): string {
  return `Withdrawals take ${epochs} ${epochs === 1 ? 'epoch' : 'epochs'}`
}
