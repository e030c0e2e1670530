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
import { tusdtUnit, usdcUnit } from './snapshot'
import { saleText } from './words'

const tusdt = (value: unknown) => exactText(whole(value), tusdtUnit)
const tokens = (value: unknown) => displayAmount(whole(value), 18, { maxFractionDigits: 18 })
const usd = (value: unknown) => `${displayAmount(whole(value), 18)} USD`
const price = (value: unknown) => `${priceText(whole(value), { maxFractionDigits: 18 })} USD`
const ratio = (value: unknown) => ratioText(whole(value), { maxFractionDigits: 2 })
const seconds = (value: unknown) => displayDuration(whole(value))

const withoutPrice = 'Paying back, adding collateral and redeeming for USDC need no price.'

/** What TUSDT’s book, its backing, its vaults and its prices answer (rules.md C). */
export const collateralErrors: ErrorBook = {
  abis: [
    tusdtBookAbi, taoBackingAbi, vaultEngineAbi, osmAbi, backingSettingsAbi, poolLiquidityAbi, subnetSourceAbi, tusdtAbi,
    dexTwapSourceAbi,
  ], // prettier-ignore
  sentences: {
    Collateral_Nothing: () => ['Nothing would move: the amount is 0, or nothing is left.', refresh],
    Collateral_NoPrice: () => [
      'There is no price that holds: it is missing, too old or frozen.',
      `Wait for one. ${withoutPrice}`,
    ],
    Collateral_InvalidRecipient: ({ to }) => [
      `What is sent to ${text(to)} could not be got back: nobody has its key, or it is a contract of TUSDT.`,
      'Send it to another address.',
    ],
    Collateral_BelowMinimum: ({ amount, least }) => [
      `It would give ${tokens(amount)}, and you accept no less than ${tokens(least)}.`,
      refresh,
    ],
    Collateral_AboveMaximum: ({ price: asked, most }) => [
      `The price is ${price(asked)}, and you accept no more than ${price(most)}.`,
      refresh,
    ],
    Collateral_NotAllowed: ({ caller }) => [`${text(caller)} does not have the right to do this.`, notForYou],
    Collateral_NotGovernance: () => ['Only governance can do this.', notForYou],
    Collateral_NotIssuer: () => ['Only the contracts that issue TUSDT can do this.', notForYou],
    Collateral_NotEngine: () => ['Only the contract of a type of vault can do this.', notForYou],
    Collateral_NotPauser: () => ['Only the pauser of this type can do this.', notForYou],
    Collateral_BackingSet: ({ backing }) => [
      `The backing is named once, and is ${text(backing)}; or there is no contract at the new address.`,
      report,
    ],
    Collateral_NotNew: ({ engine }) => [
      `There is no contract at ${text(engine)}, or the book has it already.`,
      'Enter another address.',
    ],
    Collateral_OutOfBounds: ({ key, value, least, most }) => [
      `Parameter ${plain(key)} can be ${plain(least)} to ${plain(most)} in its own unit, and not ${plain(value)}.`,
      'Enter a value within these bounds.',
    ],
    Collateral_NothingPending: ({ key }) => [`No change of parameter ${plain(key)} is waiting.`, refresh],
    Collateral_NotYet: ({ effectiveAt }) => [`This can be done from ${time(effectiveAt)} on.`, wait],
    Collateral_DelayTooShort: ({ delaySeconds }) => [
      `A public delay of ${seconds(delaySeconds)} is too short: it has to be a day or more.`,
      report,
    ],
    Collateral_BelowOther: ({ key, value, least }) => [
      `With the other parameters, parameter ${plain(key)} must be at least ${plain(least)} in its own unit, and would be ${plain(value)}.`,
      'Enter another value.',
    ],
    Collateral_NoContract: ({ key, account }) => [
      `There is no contract at ${text(account)}, which parameter ${plain(key)} needs.`,
      'Enter another address.',
    ],
    Collateral_NoFirstDate: ({ firstDueAt }) => [
      `The first due date has to be within the next 30 days, and would be ${time(firstDueAt)}.`,
      report,
    ],
    Collateral_NoSuchVault: ({ id }) => [`There is no vault ${plain(id)} of this type.`, refresh],
    Collateral_NotOwner: ({ id, caller }) => [
      `Vault ${plain(id)} does not belong to ${text(caller)}.`,
      'Use the account that owns it.',
    ],
    Collateral_ExceedsCollateral: ({ amount, collateral }) => [
      `${tokens(amount)} is more collateral than the vault holds, ${tokens(collateral)}.`,
      'Lower the amount.',
    ],
    Collateral_NotCovered: ({ debt, collateral, low, mintRatio }) => [
      `A debt of ${tusdt(debt)} needs ${ratio(mintRatio)} of it in collateral; at ${price(low)}, the lowest price, ${tokens(collateral)} is less.`,
      'Draw or withdraw less, or add collateral.',
    ],
    Collateral_Covered: ({ debt, collateral, current, liquidationRatio }) => [
      `The vault is safe: at ${price(current)} its ${tokens(collateral)} covers ${ratio(liquidationRatio)} of ${tusdt(debt)}.`,
      'There is nothing to liquidate.',
    ],
    Collateral_BelowDust: ({ debt, dust }) => [
      `The debt would be ${tusdt(debt)}, and the least is ${tusdt(dust)}.`,
      'Draw more.',
    ],
    Collateral_AboveCeiling: ({ principal, ceiling }) => [
      `${tusdt(principal)} would be owed for this collateral, and its ceiling is ${tusdt(ceiling)}.`,
      'Draw less, or wait until the ceiling has risen.',
    ],
    Collateral_NoLiquidity: ({ updatedAt }) => [
      whole(updatedAt) === 0n
        ? 'How much the collateral’s pool holds is not known.'
        : `How much the collateral’s pool holds was last known ${time(updatedAt)}, which is too long ago.`,
      'Anyone can take a new sample of the pool; then try again.',
    ],
    Collateral_DebtAboveMaximum: ({ debt, most }) => [
      `The debt is ${tusdt(debt)}, and you agreed to no more than ${tusdt(most)}.`,
      refresh,
    ],
    Collateral_TooManyDates: ({ atOnce }) => [
      `More than ${plain(atOnce)} due dates have passed since anybody looked: one transaction can’t hold them.`,
      'Anyone can let the interest grow step by step; then try again.',
    ],
    Collateral_NoSuchAuction: ({ id }) => [`There is no auction ${plain(id)} of this type.`, refresh],
    Collateral_AuctionOver: ({ id }) => [`Auction ${plain(id)} has ended.`, refresh],
    Collateral_NeedsReset: ({ id }) => [
      `The price of auction ${plain(id)} is too old.`,
      'Anyone can start it anew at the current price; then try again.',
    ],
    Collateral_NoResetNeeded: ({ id }) => [`Auction ${plain(id)} runs: there is nothing to reset.`, refresh],
    Collateral_AllOrNothing: ({ ask, lot, need, dust }) => [
      `${tokens(ask)} of ${tokens(lot)} would leave too little: of the ${tusdt(need)} needed and of the lot, ${tusdt(dust)} each must remain, or nothing.`,
      'Take all of it, or less.',
    ],
    Backing_ExceedsDay: ({ minted, room }) => [
      `${tusdt(minted)} is more than today’s cap leaves, ${tusdt(room)}.`,
      'Mint less, or wait for the next day (UTC).',
    ],
    Backing_LegTooShort: ({ wanted, held }, moved) => [
      `The backing holds too little: ${amountIn(wanted, moved?.gets)} is needed, and there is ${amountIn(held, moved?.gets)}.`,
      'Redeem less, or for the other token.',
    ],
    Backing_NotArrived: ({ booked, held }) => [
      `The backing holds ${amountIn(held, usdcUnit)}, less than the ${amountIn(booked, usdcUnit)} that it would book.`,
      'Nothing was moved; try again.',
    ],
    Backing_SaleStands: ({ state }) => [
      (typeof state === 'number' ? saleText[state] : undefined) ??
        'The sale of TAO is in a state that this app does not know.',
      refresh,
    ],
    Backing_BelowTarget: ({ backing, outstanding, target }) => [
      `Backing of ${usd(backing)} for ${tusdt(outstanding)} would be below the target of ${ratio(target)}.`,
      'Wait until there is more backing, or a higher price of TAO.',
    ],
    Backing_LevelsCross: ({ level0, recovery, target }) => [
      `The limit ${ratio(level0)}, the recovery ${ratio(recovery)} and the target ${ratio(target)} must rise in this order.`,
      'Enter another value.',
    ],
    Backing_TailTooLong: ({ tail, tau }) => [
      `A sale would have to be reset after ${seconds(tail)}, later than its price reaches 0, after ${seconds(tau)}.`,
      'Enter another value.',
    ],
    Osm_NotEmergency: () => ['Only emergency or governance can freeze a price.', notForYou],
    Osm_Frozen: ({ frozenAt }) => [
      `The price has been frozen since ${time(frozenAt)}.`,
      `Wait until the freeze ends. ${withoutPrice}`,
    ],
    Osm_NotFrozen: () => ['The price is not frozen, or nobody has proposed to end its freeze.', refresh],
    Osm_NoAnswer: () => [
      'No feed has an answer that can be queued: it is missing, too old, or too far from the last one.',
      'Wait until a feed tells a new price.',
    ],
    Osm_NoContract: ({ account }) => [
      `There is no contract at ${text(account)}, which would be asked for a price.`,
      'Enter another address.',
    ],
    Osm_HeartbeatTooShort: ({ heartbeatSeconds, least }) => [
      `A price can’t be too old after ${seconds(heartbeatSeconds)}: the feed and the delay need ${seconds(least)}.`,
      'Enter a longer time.',
    ],
    Liquidity_ChangedNow: () => ['The pool has changed in this block: what it holds need not last.', refresh],
    Twap_ObservedRecently: ({ nextAt }) => [
      `The average was noted a short time ago, and can be again from ${time(nextAt)} on.`,
      wait,
    ],
    Liquidity_WindowTooShort: ({ windowSeconds }) => [
      `An average over ${seconds(windowSeconds)} is too short: it has to be an hour or more.`,
      report,
    ],
    Subnet_WindowTooShort: ({ windowSeconds }) => [
      `An average over ${seconds(windowSeconds)} is too short: it has to be an hour or more.`,
      report,
    ],
    Stray_NothingToRecover: ({ token }) => [`There is nothing of ${text(token)} beyond the books.`, refresh],
    SafeCastOverflowedIntDowncast: ({ value }) => [`A number is out of range: ${text(value)}.`, report],
  },
}
