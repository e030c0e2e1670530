import { levelPriceUp, ratioDown } from '../math/collateral'
import { DAY_SECONDS } from '../math/units'
import { ratioText, tusdtText, priceText } from './format'
import type { BackingState } from './snapshot'
import { noPriceText, priceStateOf } from './words'
import { t } from '../words/t'

/** A figure, or a sentence why there is none. */
export type Figured = { readonly value: bigint } | { readonly why: string }

/** CR at the current price, WAD. Rounds down. rules.md C1 */
export function ratioOf({ prices, holdings, backing }: BackingState): Figured {
  const state = priceStateOf(prices)
  if (state !== 'Fresh') return { why: t`${noPriceText[state]} The ratio is not known without one.` }
  if (holdings.outstanding <= 0n)
    return { why: t`No TUSDT is out against the backing: there is nothing to compare it with.` }
  return { value: ratioDown(backing, holdings.outstanding) }
}

/** Price of TAO at which the ratio falls below level 0; undefined where no price does. rules.md C6 */
export function limitPriceOf({ holdings, parameters }: BackingState): bigint | undefined {
  const { tao, usd, outstanding } = holdings
  const price = levelPriceUp(tao, usd, outstanding, parameters.level0)
  return price === 0n ? undefined : price
}

/** What can be minted now, with the limit that binds in words. rules.md C2, C9 */
export function mintRoomOf(state: BackingState): { readonly room: Figured; readonly limit: string } {
  const { prices, parameters, roomOfDay, roomOfRatio, isPaused } = state
  if (isPaused) return { room: { value: 0n }, limit: t`Minting is paused.` }
  const held = priceStateOf(prices)
  if (held !== 'Fresh') return { room: { why: noPriceText[held] }, limit: '' }
  if (prices.low === 0n)
    return { room: { why: t`The feed has no live price of TAO, so nothing can be minted.` }, limit: '' }
  const target = ratioText(parameters.target)
  const ofRatio = t`backing must stay at ${target} at ${priceText(prices.low)} USD`
  if (roomOfRatio <= roomOfDay)
    return {
      room: { value: roomOfRatio },
      limit: t`Limit: ${ofRatio}. Today’s cap would leave ${tusdtText(roomOfDay)}.`,
    }
  return {
    room: { value: roomOfDay },
    limit: t`Limit: today’s cap. That ${ofRatio} would leave ${tusdtText(roomOfRatio)}.`,
  }
}

/** Whether the day the contract tells of is the day of `time` (unix seconds): without a price none begins. rules.md C2 */
export function isToday({ day }: Pick<BackingState, 'day'>, time: bigint): boolean {
  return day.day === time / DAY_SECONDS
}

/** S0 + ΔSmax: as much TUSDT may be out against the backing today. rules.md C2 */
export function circulationCapOf({ day, dayCap }: Pick<BackingState, 'day' | 'dayCap'>): bigint {
  return day.outstanding + dayCap
}
