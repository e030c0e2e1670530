import { dexTwapSourceAbi } from '../../abis/DexTwapSource'
import { siloReserveAbi } from '../../abis/SiloReserve'
import { siloSettingsAbi } from '../../abis/SiloSettings'
import { trusteesAbi } from '../../abis/Trustees'
import { usDtzAbi } from '../../abis/USDtz'
import { displayAmount, displayBps, exactText } from '../math/amount'
import type { ErrorBook } from '../tx/explain/error-book'
import { notForYou, plain, refresh, report, text, time, wait, whole } from '../tx/explain/error-words'
import { usdText } from './format'
import { parameterName, parameterText } from './parameter-keys'
import { stageText } from './proposals'
import { priceStates, usdcUnit, usdtzUnit, xtzUnit } from './snapshot'
import { noPriceText } from './words'
import { t } from '../words/t'

const usdtz = (value: unknown) => exactText(whole(value), usdtzUnit)
const usdc = (value: unknown) => exactText(whole(value), usdcUnit)
const xtz = (value: unknown) => exactText(whole(value), xtzUnit)
const keyOf = (value: unknown) => (typeof value === 'number' ? value : -1)
const inKey = (key: unknown, value: unknown) => parameterText(keyOf(key), whole(value))

/** What the reserve, its settings, its trustees and USDtz answer (rules.md S). */
export const silosErrors: ErrorBook = {
  abis: [siloReserveAbi, siloSettingsAbi, trusteesAbi, usDtzAbi, dexTwapSourceAbi],
  sentences: {
    Silos_ZeroAmount: () => [t`The amount is 0, or so small that nothing would move.`, t`Enter more.`],
    Silos_InvalidRecipient: ({ to }) => [
      t`What is sent to ${text(to)} could not be got back: nobody has its key, or it is a contract of the reserve.`,
      t`Send it to another address.`,
    ],
    Silos_DeadlinePassed: ({ deadline, now_ }) => [
      t`You accepted these prices until ${time(deadline)}, and it was included ${time(now_)}.`,
      refresh,
    ],
    Silos_NoPrice: ({ state }) => [
      t`There is no price of XTZ. ${noPriceText[priceStates[keyOf(state)] ?? 'FeedUnusable']}`,
      t`Wait for a price. Redeeming for USDC needs none.`,
    ],
    Silos_UsdcUnsound: () => [
      t`USDC’s own feed is below its limit, too old, or no price: nothing enters, and nothing is converted.`,
      t`Wait until it is sound again. Redemptions go on.`,
    ],
    Silos_NotTrustees: () => [t`Only a vote of the trustees can do this.`, notForYou],
    Silos_NoSuchSilo: ({ silo }) => [t`There is no silo ${plain(silo)}: they are 1 to 4.`, report],
    Silos_ExceedsHeadroom: ({ requested, headroom }) => [
      t`${usdtz(requested)} is more than can be minted now, ${usdtz(headroom)}: Silo 2 has to be worth all of the supply.`,
      t`Mint less, or wait until XTZ or Silo 2 has grown.`,
    ],
    Silos_BelowMinUsdtz: ({ minted, minUsdtz }) => [
      t`It would give ${usdtz(minted)}, and you accept no less than ${usdtz(minUsdtz)}.`,
      refresh,
    ],
    Silos_Silo2Short: ({ v2, supply }) => [
      t`Silo 2 is worth ${usdText(whole(v2))}, less than the supply of ${usdText(whole(supply))}: it pays nothing out.`,
      t`Redeem for USDC, or wait until it is full again.`,
    ],
    Silos_BelowMinXtz: ({ xtzPaid, minXtz }) => [
      t`It would pay ${xtz(xtzPaid)}, and you accept no less than ${xtz(minXtz)}: the price of XTZ has risen.`,
      refresh,
    ],
    Silos_NothingToReplenish: () => [
      t`Silo 3 has nothing to buy: Silo 2 is full, the latch is open, the supply is small, or Silo 3 is empty.`,
      refresh,
    ],
    Silos_CycleNotEnded: ({ endsAt, repeatableUntil, now_ }) => [
      t`The cycle ends ${time(endsAt)}, the last closing could be repeated until ${time(repeatableUntil)}, and it was ${time(now_)}.`,
      wait,
    ],
    Silos_NothingToCover: ({ v2, f1 }) => [
      t`Silo 2 is worth ${usdText(whole(v2))}, not more than the ${usdText(whole(f1))} of Silo 1: there is nothing to cover.`,
      t`Wait until XTZ has risen.`,
    ],
    Silos_BelowMinProceeds: ({ proceeds, minProceeds }) => [
      t`The sale would bring ${usdc(proceeds)}, and the vote asks for at least ${usdc(minProceeds)}.`,
      t`Try again when the exchange pays more; the vote stands until the next closing.`,
    ],
    Silos_WorseThanBound: ({ received, minOut }) => [
      t`The exchange gave ${displayAmount(whole(received), 6)}, and the bound is ${displayAmount(whole(minOut), 6)}.`,
      t`Try again when the exchange gives more.`,
    ],
    Silos_NotSelf: () => [t`Only the reserve itself may do this.`, notForYou],
    Stray_NothingToRecover: ({ token }) => [t`There is nothing of ${text(token)} beyond the books.`, refresh],
    Silos_NotReserve: () => [t`Only the reserve may do this.`, notForYou],
    Silos_OutOfBounds: ({ key, value, least, most }) => [
      t`“${parameterName(keyOf(key))}” can be ${inKey(key, least)} to ${inKey(key, most)}, and not ${inKey(key, value)}.`,
      t`Enter a value within these bounds.`,
    ],
    Silos_NoContract: ({ key, account }) => [
      t`There is no contract at ${text(account)}, which “${parameterName(keyOf(key))}” needs.`,
      t`Enter another address.`,
    ],
    Silos_BelowOther: ({ key, value, least }) => [
      t`With the other parameters “${parameterName(keyOf(key))}” must be at least ${inKey(key, least)}, and would be ${inKey(key, value)}.`,
      t`Enter another value.`,
    ],
    Silos_ProposalsClosed: ({ opensAt, now_ }) => [
      t`Proposals open ${time(opensAt)}, when the last closing can’t be repeated any more; it was ${time(now_)}.`,
      wait,
    ],
    Silos_TooManyProposals: ({ most }) => [
      t`A trustee makes at most ${plain(most)} proposals in a cycle.`,
      t`Wait for the next cycle.`,
    ],
    Silos_WrongShares: ({ sum }) => [
      t`The parts sum to ${displayBps(whole(sum))}, and have to be 100%.`,
      t`Change the parts.`,
    ],
    Silos_CannotVote: ({ id, account }) => [
      t`${text(account)} has no weight in proposal ${plain(id)}, or has voted for it.`,
      refresh,
    ],
    Silos_WrongStage: ({ id, stage }) => [
      t`Proposal ${plain(id)} does not stand where this would need it to: it is ${stageText(keyOf(stage))}.`,
      refresh,
    ],
    Silos_NotReady: ({ id, readyAt }) => [
      t`Change ${plain(id)} can be applied from ${time(readyAt)} on.`,
      wait,
    ],
    Silos_WrongNumberOfTrustees: ({ accounts, weights, most }) => [
      t`${plain(accounts)} trustees with ${plain(weights)} weights: there are 1 to ${plain(most)}, each with a weight.`,
      t`Change the list.`,
    ],
    Silos_InvalidTrustee: ({ account, weight }) => [
      t`${text(account)} cannot have the weight ${plain(weight)}: it is twice in the list, nobody has its key, or the weight is 0 or too large.`,
      t`Change the list.`,
    ],
    Twap_ObservedRecently: ({ nextAt }) => [
      t`The exchange was observed a short time ago, and is again from ${time(nextAt)} on.`,
      wait,
    ],
  },
}
