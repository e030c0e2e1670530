import { displayBps } from '../math/amount'
import { ceilingDown } from '../math/collateral'
import type { Figured } from './backing-view'
import { tusdtText } from './format'
import type { CollateralType } from './snapshot'
import { noPriceText, priceStateOf } from './words'
import { t } from '../words/t'

/** What can still be drawn of a type, with the limit that binds in words. rules.md C9 */
export function drawRoomOf({ state, parameters }: Pick<CollateralType, 'state' | 'parameters'>): {
  readonly room: Figured
  readonly limit: string
} {
  if (!state.isKnown) return { room: { why: state.reason }, limit: '' }
  if (!parameters.isKnown) return { room: { why: parameters.reason }, limit: '' }
  const { prices, room, isPaused, isLiquidityKnown, liquidity, ceiling } = state.value
  const { line, ceilingBps, liquiditySource } = parameters.value
  if (isPaused) return { room: { value: 0n }, limit: t`Drawing is paused.` }
  const held = priceStateOf(prices)
  if (held !== 'Fresh') return { room: { value: 0n }, limit: t`No draw: ${lower(noPriceText[held])}` }
  if (prices.low === 0n) return { room: { value: 0n }, limit: t`No draw: the feed has no live price.` }
  if (!isLiquidityKnown)
    return { room: { value: 0n }, limit: t`No draw: how much the pool holds is not known.` }
  const hasPool = BigInt(liquiditySource) !== 0n
  const wanted = hasPool ? ceilingDown(line, liquidity, ceilingBps) : line
  if (ceiling < wanted)
    return { room: { value: room }, limit: t`Limit: the ceiling, which is raised step by step.` }
  if (wanted === line) return { room: { value: room }, limit: t`Limit: the most that governance allows.` }
  return {
    room: { value: room },
    limit: t`Limit: ${displayBps(ceilingBps)} of the pool’s ${tusdtText(liquidity)} USD.`,
  }
}

const lower = (sentence: string) => sentence.charAt(0).toLowerCase() + sentence.slice(1)

/** What a ceiling is, and what a refresh makes of it. TUSDT, 18 decimals. */
export type Ceiling = { readonly now: bigint; readonly after: bigint }

/**
 * A ceiling that anyone can raise at `time` (unix seconds): by a whole gap, once the time since the last raise is over. The
 * engine tells it as it would be, so a step that is certain is known by that it is not the last one. rules.md C9
 */
export function raisableCeiling(
  { state, parameters }: Pick<CollateralType, 'state' | 'parameters'>,
  time: bigint,
): Ceiling | undefined {
  if (!state.isKnown || !parameters.isKnown || !state.value.isLiquidityKnown) return undefined
  const { ceiling, liquidity, raisedAt } = state.value
  const { line, ceilingBps, liquiditySource, gap, ttlSeconds } = parameters.value
  const wanted = BigInt(liquiditySource) === 0n ? line : ceilingDown(line, liquidity, ceilingBps)
  if (ceiling >= wanted || time < raisedAt + ttlSeconds) return undefined
  return { now: ceiling - gap, after: ceiling }
}
