import { amountText, displayAmount } from '../math/amount'
import { debtOf } from '../math/collateral-due'
import { afterDraw } from '../math/collateral-vault'
import { saturatingSubtract } from '../math/uint256'
import type { Gate } from '../ui/gate'
import { priceText, ratioText } from './format'
import { tusdtUnit, type CollateralType, type Prices } from './snapshot'
import { drawRoomOf } from './type-view'
import {
  keptCollateral,
  mostDraw,
  mostWithdraw,
  paymentToKeep,
  withVault,
  type VaultCase,
} from './vault-case'
import { noPriceText, priceStateOf } from './words'
import { t } from '../words/t'

/** What may at most be, rounds down; what is at least needed, up. */
const tusdt = (amount: bigint, round: 'up' | 'down' = 'down') => amountText(amount, tusdtUnit, { round })
const debtIn = ({ now }: VaultCase) => debtOf(now.vault, now.rate.rate)

/** Whatever is judged by a price needs one; the lowest counts. rules.md C4, C8 */
export function priceGate(name: string, prices: Prices): Gate {
  const state = priceStateOf(prices)
  const isMet = state === 'Fresh' && prices.low > 0n
  return {
    label: t`Price of ${name}`,
    isMet,
    detail: isMet
      ? t`The lowest of the current, the next and the live one is ${priceText(prices.low)} USD.`
      : t`${state === 'Fresh' ? t`The feed has no live price.` : noPriceText[state]} Until one holds, nothing is drawn, and nothing withdrawn while there is debt.`,
  }
}

/** A pause stops opening and drawing, nothing else. rules.md C4 */
export function notPausedGate({ name, state }: CollateralType): Gate {
  const label = t`Drawing not paused`
  if (!state.isKnown) return { label, isMet: false, detail: t`Not known: ${state.reason}` }
  const { isPaused } = state.value
  return {
    label,
    isMet: !isPaused,
    detail: isPaused
      ? t`Opening and drawing of ${name} vaults is paused. Paying, adding and withdrawing go on.`
      : t`Opening and drawing go on.`,
  }
}

const unjudged = t`Without a price it can’t be judged.`

/** What all vaults of the type can still draw together. rules.md C9 */
export function ceilingGate(type: CollateralType, drawn: bigint | undefined): Gate {
  const label = t`Below the ceiling`
  const { room, limit } = drawRoomOf(type)
  if ('why' in room) return { label, isMet: false, detail: t`Not known: ${room.why}` }
  const all = t`${tusdt(room.value)} can still be drawn of all ${type.name} vaults together. ${limit}`
  return { label, isMet: room.value > 0n && (drawn ?? 0n) <= room.value, detail: all }
}

/** A vault that draws owes at least dust. rules.md C4 */
export function dustGate(one: VaultCase, drawn: bigint | undefined): Gate {
  const label = t`Not too little`
  const debt = debtIn(one)
  const isMet = drawn === undefined || debt + drawn >= one.dust
  return {
    label,
    isMet,
    detail: isMet
      ? t`A vault that draws owes at least ${tusdt(one.dust)}.`
      : t`A vault that draws owes at least ${tusdt(one.dust)}: draw at least ${tusdt(one.dust - debt, 'up')}.`,
  }
}

/** The mint ratio at the lowest price, and 30 days of fee above the liquidation ratio. rules.md C4, C6 */
export function drawCoverGate(one: VaultCase, drawn: bigint | undefined, name: string): Gate {
  const label = t`Covered by collateral`
  const { prices, ratios, now } = one
  if (prices.low === 0n) return { label, isMet: false, detail: unjudged }
  const most = mostDraw(one, 'now')
  if (drawn === undefined || drawn <= most)
    return {
      label,
      isMet: true,
      detail: t`At ${priceText(prices.low)} USD it keeps ${ratioText(ratios.mintRatio)}, and with 30 days of its fee ${ratioText(ratios.liquidationRatio)}.`,
    }
  const after = withVault(one, afterDraw(now.vault, now.rate.rate, drawn))
  const missing = saturatingSubtract(keptCollateral(after, 'signed') ?? 0n, now.vault.collateral)
  return {
    label,
    isMet: false,
    detail: t`At most ${tusdt(most)} can be drawn: at ${priceText(prices.low)} USD, the lowest price, ${ratioText(ratios.mintRatio)} must be kept, and with 30 days of its fee ${ratioText(ratios.liquidationRatio)}. ${collateralText(missing, name)} more collateral would be enough for this.`,
  }
}

/** What has to stay for the debt. rules.md C4, C6 */
export function withdrawCoverGate(one: VaultCase, amount: bigint | undefined, name: string): Gate {
  const label = t`Covered by collateral`
  const { prices, ratios, now } = one
  if (debtIn(one) === 0n) return { label, isMet: true, detail: t`Nothing is owed: everything can leave.` }
  if (prices.low === 0n) return { label, isMet: false, detail: unjudged }
  const most = mostWithdraw(one, 'now')
  const must = t`At ${priceText(prices.low)} USD, the lowest price, ${ratioText(ratios.mintRatio)} must be kept, and with 30 days of its fee ${ratioText(ratios.liquidationRatio)}`
  if (amount === undefined || amount <= most) return { label, isMet: true, detail: `${must}.` }
  const rest = saturatingSubtract(now.vault.collateral, amount)
  const owed = paymentToKeep(withVault(one, { ...now.vault, collateral: rest }))
  return {
    label,
    isMet: false,
    detail: t`${must}: at most ${collateralText(most, name, 'down')} can be withdrawn. Paying ${tusdt(owed, 'up')} first would be enough for this.`,
  }
}

/** A payment that would leave less than dust takes only down to dust: said before, and closing offered. rules.md C4 */
export function partGate(one: VaultCase, amount: bigint | undefined): Gate {
  const label = t`Leaves enough or nothing`
  const debt = debtIn(one)
  const isBetween = amount !== undefined && amount < debt && debt >= one.dust && debt - amount < one.dust
  return {
    label,
    isMet: !isBetween,
    detail: isBetween
      ? t`This would leave less than the least debt, ${tusdt(one.dust)}: pay at most ${tusdt(debt - one.dust)}, or all.`
      : t`A payment leaves at least ${tusdt(one.dust)}, or nothing.`,
  }
}

function collateralText(amount: bigint, name: string, round: 'up' | 'down' = 'up'): string {
  return `${displayAmount(amount, 18, { maxFractionDigits: 6, round })} ${name}`
}
