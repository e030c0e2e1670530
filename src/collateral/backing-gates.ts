import { exactText } from '../math/amount'
import { maxTaoDown, mintRoomOf, ratioRoomDown } from '../math/collateral-room'
import {
  mostForTaoDown,
  mostForUsdDown,
  mostTaoDown,
  redeemTaoOf,
  redeemUsdOf,
  type BackingOutcome,
} from '../math/collateral-backing'
import type { Gate } from '../ui/gate'
import { ratioText } from './format'
import { taoUnit, tusdtUnit, usdcUnit, type BackingState } from './snapshot'
import { noPriceText, priceStateOf } from './words'
import { t } from '../words/t'

export type Leg = 'tao' | 'usdc'

const taoText = (amount: bigint) => exactText(amount, taoUnit)
const tusdtExact = (amount: bigint) => exactText(amount, tusdtUnit)

/** The pause stops minting, and nothing else. rules.md C4 */
export function mintOpenGate({ isPaused }: Pick<BackingState, 'isPaused'>): Gate {
  return {
    label: t`Minting not paused`,
    isMet: !isPaused,
    detail: isPaused ? t`Minting is paused. Redeeming goes on.` : t`Minting is open.`,
  }
}

/** TAO comes in and goes out at a price that holds, and only while the feed has one of now. rules.md C1, C8 */
export function priceGate({ prices }: Pick<BackingState, 'prices'>): Gate {
  const label = t`Price of TAO`
  const held = priceStateOf(prices)
  const goesOn = t`Redeeming for USDC goes on.`
  if (held !== 'Fresh') return { label, isMet: false, detail: `${noPriceText[held]} ${goesOn}` }
  if (prices.low === 0n)
    return { label, isMet: false, detail: t`The feed has no live price of TAO. ${goesOn}` }
  return { label, isMet: true, detail: t`It is fresh, and the feed has one of now.` }
}

/** What can be minted today and now; which amount of TAO would be enough where this one is too much. rules.md C2 */
export function mintRoomGate(state: BackingState, tao: bigint | undefined): Gate {
  const label = t`Room to mint`
  const { room, limit } = mintRoomOf({ ...state, low: state.prices.low }, state.parameters)
  if (limit === 'paused' || limit === 'price')
    return { label, isMet: false, detail: t`Nothing can be minted now.` }
  const why =
    limit === 'cap'
      ? t`today’s cap`
      : t`backing of ${ratioText(state.parameters.target)}, which must hold after each mint`
  if (room === 0n) return { label, isMet: false, detail: closedText(state) }
  const most = maxTaoDown(room, state.prices.low)
  const rest = t`${tusdtExact(room)} can be minted now, for ${taoText(most)}. The limit is ${why}.`
  if (tao === undefined || tao <= most) return { label, isMet: true, detail: rest }
  return { label, isMet: false, detail: `${taoText(tao)} is too much: ${rest}` }
}

/** What has to happen until something can be minted. rules.md C2 */
function closedText({ holdings, prices, parameters }: BackingState): string {
  const { target } = parameters
  return ratioRoomDown(holdings, prices.low, target) === 0n
    ? t`Backing is not above ${ratioText(target)}: nothing can be minted until there is more of it, or a higher price of TAO.`
    : t`Today’s cap is used up. The next day begins at midnight UTC.`
}

/** Whether the leg that is asked for is there; how much can be redeemed for it where it is too short. rules.md C1 */
export function legGate(state: BackingState, leg: Leg, tusdt: bigint | undefined): Gate {
  const symbol = leg === 'tao' ? 'TAO' : 'USDC'
  const label = t`Enough ${symbol} in the backing`
  if (leg === 'tao' && state.prices.low === 0n)
    return { label, isMet: false, detail: t`Without a price of TAO none is paid out.` }
  const most = mostRedeemable(state, leg)
  const other = leg === 'tao' ? 'USDC' : 'TAO'
  if (most === 0n)
    return { label, isMet: false, detail: t`The backing holds no ${symbol}. Redeem for ${other} instead.` }
  const held = leg === 'tao' ? taoText(state.holdings.tao) : exactText(state.holdings.usd, usdcUnit)
  const limit = t`${tusdtExact(most)} can be redeemed for its ${held}.`
  if (tusdt === undefined || tusdt <= most) return { label, isMet: true, detail: limit }
  // Above it by less than a unit of what is paid.
  if (outcomeOf(state, leg, tusdt).isTaken) return { label, isMet: true, detail: limit }
  return {
    label,
    isMet: false,
    detail: t`${tusdtExact(tusdt)} is too much, and no part is paid: ${limit} Or redeem for ${other}.`,
  }
}

/** TUSDT that the leg pays for. rules.md C1 */
export function mostRedeemable(state: BackingState, leg: Leg): bigint {
  return leg === 'tao' ? mostForTaoDown(state) : mostForUsdDown(state)
}

/** What redeeming makes of the backing. */
export function outcomeOf(state: BackingState, leg: Leg, tusdt: bigint): BackingOutcome {
  return leg === 'tao' ? redeemTaoOf(state, tusdt) : redeemUsdOf(state, tusdt)
}

/** So little that nothing would arrive. */
export function worthGate(outcome: BackingOutcome | undefined, symbol: string): Gate {
  const isNothing = outcome?.isTaken === false && outcome.refusal.name === 'Nothing'
  return {
    label: t`Worth something`,
    isMet: !isNothing,
    detail: isNothing
      ? t`This is worth less than the smallest unit of ${symbol}: enter more.`
      : t`It is worth a unit of ${symbol} or more.`,
  }
}

/** The most TAO that a person with so much of it can mint for. Stays true at every price that is known by now. */
export function mostMintable(state: BackingState, balance: bigint): bigint {
  const most = mostTaoDown(state)
  return most < balance ? most : balance
}
