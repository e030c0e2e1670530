import type { VaultState } from './snapshot'
import { percentText } from './format'
import { HUNDRED_P } from '../math/units'
import { plural, t } from '../words/t'

/** Percentages, 1e18 = 1%. `from` is undefined for the lowest band, `to` for the highest. */
export type RatioBand = {
  readonly from: bigint | undefined
  readonly to: bigint | undefined
  readonly name: string
  readonly what: string
  readonly isHere: boolean
}

type Edge = { readonly at: bigint; readonly kind: 'hundred' | 'wait' | 'top'; readonly epochs?: number }

/**
 * What the collateral ratio decides, band by band, from the vault's own thresholds, in whatever order they stand. A
 * GToken's waiting times change above a threshold, ours at it; both end the discount at theirs, and ours minting with it.
 * rules.md M2, M3, M8
 */
export function ratioBands(state: VaultState): readonly RatioBand[] {
  const { kind, collateralizationP: ratio, epochs, mintLimitP, maxDiscountThresholdP } = state
  const isAbove = (edge: Edge) => kind === 'gToken' && edge.kind === 'wait'
  const waits = (epochs?.thresholdsP ?? []).map((aboveP, index): Edge => ({
    at: HUNDRED_P + aboveP,
    kind: 'wait',
    epochs: 2 - index,
  }))
  const top: Edge = { at: mintLimitP ?? maxDiscountThresholdP, kind: 'top' }
  const edges = [{ at: HUNDRED_P, kind: 'hundred' } satisfies Edge, ...waits, top].sort(byPlace)
  const reached = edges.filter((edge) => (isAbove(edge) ? ratio > edge.at : ratio >= edge.at)).length
  const closing = mintLimitP === undefined ? t`No discount` : t`Minting is closed`
  const isTopLast = edges.at(-1) === top

  const whatFrom = (place: number) => {
    const below = edges.slice(0, place + 1)
    // As the contracts do: the fewest epochs of all thresholds that are passed.
    const wait = epochs
      ? waitText(Math.min(3, ...below.map((edge) => edge.epochs ?? 3)))
      : t`Discount for locking`
    if (!below.includes(top)) return wait
    return isTopLast || !epochs ? closing : `${wait}. ${closing}`
  }
  const names = edges.map(({ at }) => percentText(at))
  return [
    {
      from: undefined,
      to: edges[0]?.at,
      name: t`Below ${names[0] ?? ''}`,
      what: t`Price is reduced; full discount`,
      isHere: reached === 0,
    },
    ...edges.map((edge, index) => {
      const to = edges[index + 1]?.at
      const name = names[index] ?? ''
      return {
        from: edge.at,
        to,
        name:
          to === undefined
            ? isAbove(edge)
              ? t`Above ${name}`
              : t`From ${name}`
            : isAbove(edge)
              ? t`Above ${name.replace('%', '')} to ${names[index + 1] ?? ''}`
              : t`${name.replace('%', '')} to ${names[index + 1] ?? ''}`,
        what: whatFrom(index),
        isHere: reached === index + 1,
      }
    }),
  ]
}

/**
 * What a collateral ratio below 100% means; undefined where it is not below. The price is what makes it so: it has fallen
 * by what traders won above all the vault had earned. rules.md M1, M2, M8
 */
export function underBacked(state: VaultState): string | undefined {
  const { collateralizationP: ratio, epochs } = state
  if (ratio >= HUNDRED_P) return undefined
  const wait = epochs ? ` ${waitText(3)}.` : ''
  return t`The collateral ratio is ${percentText(ratio)}: traders won more than the vault had earned, and its price is lower for it. All holders bear that, new ones from now on; what traders win next lowers the price further.${wait}`
}

function byPlace(a: Edge, b: Edge): number {
  return a.at < b.at ? -1 : a.at > b.at ? 1 : 0
}

function waitText(epochs: number): string {
  return plural(epochs, 'Withdrawals take {n} epoch', 'Withdrawals take {n} epochs')
}
