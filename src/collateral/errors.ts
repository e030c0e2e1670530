import { backingSettingsAbi } from '../../abis/BackingSettings'
import { dexTwapSourceAbi } from '../../abis/DexTwapSource'
import { osmAbi } from '../../abis/Osm'
import { poolLiquidityAbi } from '../../abis/PoolLiquidity'
import { subnetSourceAbi } from '../../abis/SubnetSource'
import { taoBackingAbi } from '../../abis/TaoBacking'
import { tusdtAbi } from '../../abis/Tusdt'
import { tusdtBookAbi } from '../../abis/TusdtBook'
import { vaultEngineAbi } from '../../abis/VaultEngine'
import { displayAmount, exactText } from '../math/amount'
import { displayDuration } from '../math/time'
import type { ErrorBook } from '../tx/explain/error-book'
import {
  amountIn,
  notForYou,
  plain,
  refresh,
  report,
  text,
  time,
  wait,
  whole,
} from '../tx/explain/error-words'
import { priceText, ratioText } from './format'
import { vaultParameters } from './parameter-view'
import { tusdtUnit, usdcUnit } from './snapshot'
import { saleText } from './words'
import { t } from '../words/t'

const tusdt = (value: unknown) => exactText(whole(value), tusdtUnit)
const tokens = (value: unknown) => displayAmount(whole(value), 18, { maxFractionDigits: 18 })
const usd = (value: unknown) => t`${displayAmount(whole(value), 18)} USD`
const price = (value: unknown) => t`${priceText(whole(value), { maxFractionDigits: 18 })} USD`
const ratio = (value: unknown) => ratioText(whole(value), { maxFractionDigits: 2 })
const seconds = (value: unknown) => displayDuration(whole(value))
const parameterOf = (key: unknown) => (typeof key === 'number' ? vaultParameters[key] : undefined)
const nameOf = (key: unknown) => parameterOf(key)?.name ?? t`Parameter ${plain(key)}`
const inKey = (key: unknown, value: unknown) => parameterOf(key)?.text(whole(value)) ?? plain(value)

const withoutPrice = t`Paying back, adding collateral and redeeming for USDC need no price.`

/** What TUSDT’s book, its backing, its vaults and its prices answer (rules.md C). */
export const collateralErrors: ErrorBook = {
  abis: [
    tusdtBookAbi, taoBackingAbi, vaultEngineAbi, osmAbi, backingSettingsAbi, poolLiquidityAbi, subnetSourceAbi, tusdtAbi,
    dexTwapSourceAbi,
  ], // prettier-ignore
  sentences: {
    Collateral_Nothing: () => [t`Nothing would move: the amount is 0, or nothing is left.`, refresh],
    Collateral_NoPrice: () => [
      t`There is no price that holds: it is missing, too old or frozen.`,
      t`Wait for one. ${withoutPrice}`,
    ],
    Collateral_InvalidRecipient: ({ to }) => [
      t`What is sent to ${text(to)} could not be got back: nobody has its key, or it is a contract of TUSDT.`,
      t`Send it to another address.`,
    ],
    Collateral_BelowMinimum: ({ amount, least }, moved) => [
      t`It would give ${amountIn(amount, moved?.gets)}, and you accept no less than ${amountIn(least, moved?.gets)}.`,
      refresh,
    ],
    Collateral_AboveMaximum: ({ price: asked, most }) => [
      t`The price is ${price(asked)}, and you accept no more than ${price(most)}.`,
      refresh,
    ],
    Collateral_NotAllowed: ({ caller }) => [
      t`${text(caller)} does not have the right to do this.`,
      notForYou,
    ],
    Collateral_NotGovernance: () => [t`Only governance can do this.`, notForYou],
    Collateral_NotIssuer: () => [t`Only the contracts that issue TUSDT can do this.`, notForYou],
    Collateral_NotEngine: () => [t`Only the contract of a type of vault can do this.`, notForYou],
    Collateral_NotPauser: () => [t`Only the pauser of this type can do this.`, notForYou],
    Collateral_BackingSet: ({ backing }) => [
      t`The backing is named once, and is ${text(backing)}; or there is no contract at the new address.`,
      report,
    ],
    Collateral_NotNew: ({ engine }) => [
      t`There is no contract at ${text(engine)}, or the book has it already.`,
      t`Enter another address.`,
    ],
    // Types, the backing and delayed prices number theirs alike: which unit the bounds are in is not told.
    Collateral_OutOfBounds: ({ key }) => [
      t`This value is outside the bounds of parameter ${plain(key)}.`,
      t`Enter another value.`,
    ],
    Collateral_NothingPending: ({ key }) => [t`No change of parameter ${plain(key)} is waiting.`, refresh],
    Collateral_NotYet: ({ effectiveAt }) => [t`This can be done from ${time(effectiveAt)} on.`, wait],
    Collateral_DelayTooShort: ({ delaySeconds }) => [
      t`A public delay of ${seconds(delaySeconds)} is too short: it has to be a day or more.`,
      report,
    ],
    Collateral_BelowOther: ({ key, value, least }) => [
      t`With the other parameters “${nameOf(key)}” must be at least ${inKey(key, least)}, and would be ${inKey(key, value)}.`,
      t`Enter another value.`,
    ],
    Collateral_NoContract: ({ key, account }) => [
      t`There is no contract at ${text(account)}, which “${nameOf(key)}” needs.`,
      t`Enter another address.`,
    ],
    Collateral_NoFirstDate: ({ firstDueAt }) => [
      t`The first due date has to be within the next 30 days, and would be ${time(firstDueAt)}.`,
      report,
    ],
    Collateral_NoSuchVault: ({ id }) => [t`There is no vault ${plain(id)} of this type.`, refresh],
    Collateral_NotOwner: ({ id, caller }) => [
      t`Vault ${plain(id)} does not belong to ${text(caller)}.`,
      t`Use the account that owns it.`,
    ],
    Collateral_ExceedsCollateral: ({ amount, collateral }, moved) => [
      t`${amountIn(amount, moved?.gets)} is more collateral than the vault holds, ${amountIn(collateral, moved?.gets)}.`,
      t`Lower the amount.`,
    ],
    Collateral_NotCovered: ({ debt, collateral, low, mintRatio }) => [
      t`A debt of ${tusdt(debt)} needs ${ratio(mintRatio)} of it in collateral; at ${price(low)}, the lowest price, its ${tokens(collateral)} tokens are worth less.`,
      t`Draw or withdraw less, or add collateral.`,
    ],
    Collateral_Covered: ({ debt, collateral, current, liquidationRatio }) => [
      t`The vault is safe: at ${price(current)} its ${tokens(collateral)} tokens cover ${ratio(liquidationRatio)} of ${tusdt(debt)}.`,
      t`There is nothing to liquidate.`,
    ],
    Collateral_BelowDust: ({ debt, dust }) => [
      t`The debt would be ${tusdt(debt)}, and the least is ${tusdt(dust)}.`,
      t`Draw more.`,
    ],
    Collateral_AboveCeiling: ({ principal, ceiling }) => [
      t`${tusdt(principal)} would be owed for this collateral, and its ceiling is ${tusdt(ceiling)}.`,
      t`Draw less, or wait until the ceiling has risen.`,
    ],
    Collateral_NoLiquidity: ({ updatedAt }) => [
      whole(updatedAt) === 0n
        ? t`How much the collateral’s pool holds is not known.`
        : t`How much the collateral’s pool holds was last known ${time(updatedAt)}, which is too long ago.`,
      t`Anyone can take a new sample of the pool; then try again.`,
    ],
    Collateral_DebtAboveMaximum: ({ debt, most }) => [
      t`The debt is ${tusdt(debt)}, and you agreed to no more than ${tusdt(most)}.`,
      refresh,
    ],
    Collateral_TooManyDates: ({ atOnce }) => [
      t`More than ${plain(atOnce)} due dates have passed since anybody looked: one transaction can’t hold them.`,
      t`Anyone can let the interest grow step by step; then try again.`,
    ],
    Collateral_NoSuchAuction: ({ id }) => [t`There is no auction ${plain(id)} of this type.`, refresh],
    Collateral_AuctionOver: ({ id }) => [t`Auction ${plain(id)} has ended.`, refresh],
    Collateral_NeedsReset: ({ id }) => [
      t`The price of auction ${plain(id)} is too old.`,
      t`Anyone can restart it at the current price; then try again.`,
    ],
    Collateral_NoResetNeeded: ({ id }) => [t`Auction ${plain(id)} runs: there is nothing to reset.`, refresh],
    Collateral_AllOrNothing: ({ ask, lot, need, dust }, moved) => [
      t`${amountIn(ask, moved?.gets)} of ${amountIn(lot, moved?.gets)} would leave too little: of the ${tusdt(need)} needed and of the lot, ${tusdt(dust)} each must remain, or nothing.`,
      t`Take all of it, or less.`,
    ],
    Backing_ExceedsDay: ({ minted, room }) => [
      t`${tusdt(minted)} is more than today’s cap leaves, ${tusdt(room)}.`,
      t`Mint less, or wait for the next day (UTC).`,
    ],
    Backing_LegTooShort: ({ wanted, held }, moved) => [
      t`The backing holds too little: ${amountIn(wanted, moved?.gets)} is needed, and there is ${amountIn(held, moved?.gets)}.`,
      t`Redeem less, or for the other token.`,
    ],
    Backing_NotArrived: ({ booked, held }) => [
      t`The backing holds ${amountIn(held, usdcUnit)}, less than the ${amountIn(booked, usdcUnit)} that it would book.`,
      t`Nothing was moved; try again.`,
    ],
    Backing_SaleStands: ({ state }) => [
      (typeof state === 'number' ? saleText[state] : undefined) ??
        t`The sale of TAO is in a state that this app does not know.`,
      refresh,
    ],
    Backing_BelowTarget: ({ backing, outstanding, target }) => [
      t`Backing of ${usd(backing)} for ${tusdt(outstanding)} would be below the target of ${ratio(target)}.`,
      t`Wait until there is more backing, or a higher price of TAO.`,
    ],
    Backing_LevelsCross: ({ level0, recovery, target }) => [
      t`The limit ${ratio(level0)}, the recovery ${ratio(recovery)} and the target ${ratio(target)} must rise in this order.`,
      t`Enter another value.`,
    ],
    Backing_TailTooLong: ({ tail, tau }) => [
      t`A sale would have to be reset after ${seconds(tail)}, later than its price reaches 0, after ${seconds(tau)}.`,
      t`Enter another value.`,
    ],
    Osm_NotEmergency: () => [t`Only emergency or governance can freeze a price.`, notForYou],
    Osm_Frozen: ({ frozenAt }) => [
      t`The price has been frozen since ${time(frozenAt)}.`,
      t`Wait until the freeze ends. ${withoutPrice}`,
    ],
    Osm_NotFrozen: () => [t`The price is not frozen, or nobody has proposed to end its freeze.`, refresh],
    Osm_NoAnswer: () => [
      t`No feed has an answer that can be queued: it is missing, too old, or too far from the last one.`,
      t`Wait until a feed tells a new price.`,
    ],
    Osm_NoContract: ({ account }) => [
      t`There is no contract at ${text(account)}, which would be asked for a price.`,
      t`Enter another address.`,
    ],
    Osm_HeartbeatTooShort: ({ heartbeatSeconds, least }) => [
      t`A price can’t be too old after ${seconds(heartbeatSeconds)}: the feed and the delay need ${seconds(least)}.`,
      t`Enter a longer time.`,
    ],
    Liquidity_ChangedNow: () => [
      t`The pool has changed in this block: what it holds need not last.`,
      refresh,
    ],
    Twap_ObservedRecently: ({ nextAt }) => [
      t`The average was noted a short time ago, and can be again from ${time(nextAt)} on.`,
      wait,
    ],
    Liquidity_WindowTooShort: ({ windowSeconds }) => [
      t`An average over ${seconds(windowSeconds)} is too short: it has to be an hour or more.`,
      report,
    ],
    Subnet_WindowTooShort: ({ windowSeconds }) => [
      t`An average over ${seconds(windowSeconds)} is too short: it has to be an hour or more.`,
      report,
    ],
    Stray_NothingToRecover: ({ token }) => [t`There is nothing of ${text(token)} beyond the books.`, refresh],
    SafeCastOverflowedIntDowncast: ({ value }) => [t`A number is out of range: ${text(value)}.`, report],
  },
}
