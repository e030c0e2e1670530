import { backstopPoolAbi } from '../../abis/BackstopPool'
import { backstopRegistryAbi } from '../../abis/BackstopRegistry'
import { backstopSeriesAbi } from '../../abis/BackstopSeries'
import { mstrTokenAbi } from '../../abis/MstrToken'
import { noteNftAbi } from '../../abis/NoteNFT'
import { priceFeedAdapterAbi } from '../../abis/PriceFeedAdapter'
import { seriesLedgerAbi } from '../../abis/SeriesLedger'
import { treasuryAbi } from '../../abis/Treasury'
import { twapOracleAbi } from '../../abis/TwapOracle'
import { warrantNftAbi } from '../../abis/WarrantNFT'
import { displayBps } from '../math/amount'
import { exactUsdt } from '../math/tether'
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
import { btc as exactBtc, mstr as exactMstr } from './format'

const usdt = (value: unknown) => exactUsdt(whole(value))
const mstr = (value: unknown) => exactMstr(whole(value))
const btc = (value: unknown) => exactBtc(whole(value))

/** What the Backstop's contracts answer, in the words of its pages. */
export const backstopErrors: ErrorBook = {
  abis: [
    backstopPoolAbi,
    backstopRegistryAbi,
    backstopSeriesAbi,
    mstrTokenAbi,
    noteNftAbi,
    priceFeedAdapterAbi,
    seriesLedgerAbi,
    treasuryAbi,
    twapOracleAbi,
    warrantNftAbi,
  ],
  sentences: {
    // Backstop: the pool (rules.md B2, B7–B10, B13)
    Backstop_StakingClosed: ({ openAt, closeAt, now_ }) =>
      whole(now_) < whole(openAt)
        ? [`Staking has not begun: it opens ${time(openAt)}.`, wait]
        : [`Staking closed ${time(closeAt)}.`, 'Choose a series that is open for staking.'],
    Backstop_BelowMinShares: ({ shares, minShares }) => [
      `Only ${usdt(shares)} of shares would be credited, and at least ${usdt(minShares)} is asked for.`,
      'The USDT transfer fee may have changed. Close this and try again.',
    ],
    Backstop_ExceedsShares: ({ requested, shares }) => [
      `${usdt(requested)} was asked for, and ${usdt(shares)} is staked.`,
      'Lower the amount.',
    ],
    Backstop_ExceedsClaimable: ({ requested, claimable }) => [
      `${usdt(requested)} was asked for, and ${usdt(claimable)} can be withdrawn now.`,
      'Lower the amount, or wait for the next release.',
    ],
    Backstop_NothingToClaim: () => [
      'There is nothing to claim right now.',
      'Come back after the next release or payout.',
    ],
    Backstop_NoWarrants: () => ['This series gives no warrants to stakers.', 'Nothing has to be done.'],
    Backstop_AllocationComplete: () => ['The warrants have been allocated already.', 'They can be claimed.'],
    Backstop_NotStaker: ({ account }) => [`${text(account)} has no stake in this series.`, refresh],
    Backstop_OutOfOrder: ({ previous, staker }) => [
      `The list of stakers is out of order: ${text(staker)} cannot come after ${text(previous)}.`,
      'Somebody else may have sent a part of it. Close this and try again.',
    ],
    Backstop_SeriesPaused: () => [
      'The series is paused for new stakes.',
      'Withdrawals and claims still work; wait for the rest.',
    ],

    // Backstop: sale, tenor, settlement (rules.md B3–B6, B9, B11–B13)
    Backstop_SaleClosed: ({ openAt, closeAt, now_ }) =>
      whole(now_) < whole(openAt)
        ? [`The sale has not begun: it opens ${time(openAt)}.`, wait]
        : [`The sale closed ${time(closeAt)}.`, 'Choose a series that is on sale.'],
    Backstop_SaleCancelled: ({ capacityUsdt, minSaleUsdt }) => [
      `The series was cancelled: ${usdt(capacityUsdt)} could be backed, and at least ${usdt(minSaleUsdt)} was needed.`,
      'Stakers can withdraw everything they staked.',
    ],
    Backstop_ExceedsSaleLimit: ({ requested, remaining }) => [
      `${usdt(requested)} was asked for, and ${usdt(remaining)} is left in the sale.`,
      'Lower the amount.',
    ],
    Backstop_BelowMinPrincipal: ({ principal, minPrincipal }) => [
      `The Note would have a principal of ${usdt(principal)}, and at least ${usdt(minPrincipal)} is asked for.`,
      'The USDT transfer fee may have changed. Close this and try again.',
    ],
    Backstop_SaleNotEnded: ({ closeAt }) => [`The sale runs until ${time(closeAt)}.`, wait],
    Backstop_SaleNotFinalized: () => [
      'The sale has not been finalized.',
      'Anyone can finalize it once it has closed; do that first.',
    ],
    Backstop_AlreadyFinalized: () => ['The sale has been finalized already.', refresh],
    Backstop_UpfrontFullyFunded: () => ['The upfront share is fully paid in.', 'Nothing has to be done.'],
    Backstop_AlreadyReserved: () => [
      'The stakers’ MSTR has been reserved already.',
      'Nothing has to be done.',
    ],
    Backstop_CompensationNotFixed: () => [
      'The compensation has not been fixed.',
      'Anyone can fix it once the series is settled; do that first.',
    ],
    Backstop_CompensationFixed: ({ fixedAt }) => [`The compensation was fixed ${time(fixedAt)}.`, refresh],
    Backstop_MakeWholeOwed: ({ owed }) => [
      `The stakers are still owed ${btc(owed)}.`,
      'Fund the make-whole first.',
    ],
    Backstop_NothingToReturn: () => ['Nothing is left to be returned.', 'Nothing has to be done.'],
    Backstop_MakeWholeFullyFunded: () => ['The compensation is fully paid in.', 'Nothing has to be done.'],
    Backstop_TreasuryEmpty: () => [
      'The treasury has none of the asset now.',
      'Try again when it has been filled.',
    ],
    Backstop_TreasuryShort: ({ requested, available }, moved) => [
      `The treasury is short: ${amountIn(requested, moved?.gets)} was asked for, and it has ${amountIn(available, moved?.gets)}.`,
      'Try again when it has been filled.',
    ],
    Backstop_ExceedsEarlyRedemptionBudget: ({ requested, budgetUsdt }) => [
      `${usdt(requested)} was asked for, and the treasury's budget for early redemptions is ${usdt(budgetUsdt)}.`,
      'Lower the amount, or redeem from the ledger.',
    ],
    Backstop_NotInTenor: ({ maturity, now_ }) =>
      whole(now_) >= whole(maturity)
        ? [`The series matured ${time(maturity)}: this was possible until then.`, refresh]
        : ['The tenor of the series has not begun.', 'Wait until its sale is finalized.'],
    Backstop_NotMatured: ({ maturity }) => [`The series matures ${time(maturity)}.`, wait],
    Backstop_NotSettled: () => [
      'The series has not been settled.',
      'Anyone can settle it after maturity; do that first.',
    ],
    Backstop_AlreadySettled: ({ settledAt }) => [`The series was settled ${time(settledAt)}.`, refresh],
    Backstop_LedgerShort: ({ requested, balanceUsdt }) => [
      `The series ledger has ${usdt(balanceUsdt)}, and ${usdt(requested)} was asked for.`,
      'Lower the amount.',
    ],
    Backstop_NotTokenOwner: ({ id, owner }) => [
      `Number ${plain(id)} belongs to ${text(owner)}.`,
      'Use the account that owns it.',
    ],
    Backstop_ExceedsTokenAmount: ({ id, requested, available }) => [
      `Number ${plain(id)} holds ${usdt(available)}, and ${usdt(requested)} was asked for.`,
      'Lower the amount.',
    ],
    Stray_NothingToRecover: ({ token }) => [
      `Nothing of ${text(token)} came here by mistake: there is none, or the contract keeps it for others.`,
      'Nothing has to be done.',
    ],
    Backstop_NotAPart: ({ id, parUsdt, available }) => [
      `Warrant ${plain(id)} holds ${usdt(available)}: ${usdt(parUsdt)} is no part of it.`,
      'Choose more than nothing and less than all of it.',
    ],
    Backstop_ZeroAmount: () => ['The amount is zero.', 'Enter an amount.'],
    Backstop_InvalidRecipient: ({ to }) => [
      `${text(to)} is a contract of the Backstop, or an address that nobody owns: what goes there is lost.`,
      'Choose another address.',
    ],
    Backstop_NotSeries: ({ caller }) => [`Only the series may do this, not ${text(caller)}.`, notForYou],
    Backstop_NotPool: ({ caller }) => [`Only the pool may do this, not ${text(caller)}.`, notForYou],

    // Backstop: creating a series
    Backstop_NoSuchSeries: ({ id, seriesCount }) => [
      `There is no series ${plain(id)}; there are ${plain(seriesCount)}.`,
      refresh,
    ],
    Backstop_InvalidSchedule: ({ stakingOpen, stakingClose, saleOpen, saleClose, maturity }) => [
      `The times are out of order: staking ${time(stakingOpen)} to ${time(stakingClose)}, sale ${time(saleOpen)} to ${time(saleClose)}, maturity ${time(maturity)}.`,
      'Put them in order, all in the future.',
    ],
    Backstop_InvalidCoverage: ({ coverageBps }) => [
      `Coverage would be ${displayBps(whole(coverageBps))}.`,
      'It has to be 100% or more.',
    ],
    Backstop_InvalidBps: ({ bps }) => [
      `A share would be ${displayBps(whole(bps))}.`,
      'It can be 100% at most.',
    ],
    Backstop_InvalidSaleRange: ({ minSaleUsdt, maxSaleUsdt }) => [
      `The smallest sale, ${usdt(minSaleUsdt)}, is above the largest, ${usdt(maxSaleUsdt)}.`,
      'Exchange or change them.',
    ],
    Backstop_InvalidAmount: ({ amount, min, max }) => [
      `${usdt(amount)} is outside of ${usdt(min)} to ${usdt(max)}.`,
      'Choose an amount within.',
    ],

    // Prices
    Backstop_OracleTooYoung: ({ neededAt, latestAt }) => [
      `The feed’s price is of ${time(latestAt)}, and one from before ${time(neededAt)} is needed.`,
      'Let the sale close later.',
    ],
    Backstop_StrikeOffMarket: ({ strikeUsdt, minUsdt, maxUsdt }) => [
      `A price of ${usdt(strikeUsdt)} per MSTR is too far from the market: ${usdt(minUsdt)} to ${usdt(maxUsdt)} is possible.`,
      'Choose a price within.',
    ],
    Backstop_UnknownSeries: ({ series }) => [`${text(series)} is no series of this registry.`, refresh],
    Backstop_NoRightsToEnd: () => [
      'The series still needs its rights, or has none left.',
      'Nothing has to be done.',
    ],
    Backstop_InvalidTwapWindow: ({ window, min, max }) => [
      `Average prices over ${displayDuration(whole(window))} are not possible.`,
      `Choose ${displayDuration(whole(min))} to ${displayDuration(whole(max))}.`,
    ],
    Backstop_PriceNotRecorded: ({ end }) => [
      `The average price up to ${time(end)} is not on record yet.`,
      'Anyone can record it; do that first.',
    ],
    Backstop_WrongRound: ({ roundId }) => [
      `Round ${plain(roundId)} of the price feed does not belong there.`,
      refresh,
    ],
    Backstop_PriceGap: ({ fromAt, toAt, maxGapSeconds, fallbackAt }) => [
      `The price feed gave no price from ${time(fromAt)} to ${time(toAt)}, longer than the ${displayDuration(whole(maxGapSeconds))} allowed.`,
      `From ${time(fallbackAt)} on, the earlier price counts for that time.`,
    ],
    Backstop_WindowNotCovered: ({ lastAt, end, fallbackAt }) => [
      `The price feed’s last price is of ${time(lastAt)}, and one from ${time(end)} or later is needed.`,
      `Wait for the next price. If there is none, the last one counts from ${time(fallbackAt)} on.`,
    ],
    Backstop_NoRoundBefore: ({ start }) => [
      `The price feed has no price from before ${time(start)}.`,
      report,
    ],
    Backstop_FeedFailed: ({ roundId }) => [
      `The price feed could not be asked for round ${plain(roundId)}.`,
      'Try again later.',
    ],
    Backstop_WindowInFuture: ({ end }) => [`The average price needs prices up to ${time(end)}.`, wait],
    Backstop_InvalidWindow: ({ window }) => [
      `A price window of ${displayDuration(whole(window))} is not possible.`,
      report,
    ],
    Backstop_PriceNotPositive: ({ answer }) => [
      `The price feed says ${text(answer)}, which is no price.`,
      'Wait until the feed recovers; nothing is done at a wrong price.',
    ],
    Backstop_PriceStale: ({ updatedAt, heartbeatSeconds }) => [
      `The price is of ${time(updatedAt)}, older than the ${displayDuration(whole(heartbeatSeconds))} allowed.`,
      'Wait for a new price.',
    ],
    Backstop_PriceFromFuture: ({ updatedAt }) => [
      `The price feed gives a time in the future: ${time(updatedAt)}.`,
      'Wait for a new price.',
    ],

    // MSTR
    Backstop_ExceedsReserve: ({ requested, reserved }) => [
      `${mstr(requested)} was asked for, and ${mstr(reserved)} is reserved.`,
      report,
    ],
    Backstop_ExceedsUnreserved: ({ requested, unreserved }) => [
      `${mstr(requested)} was asked for, and ${mstr(unreserved)} is not reserved.`,
      'Lower the amount.',
    ],
  },
}
