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
import { t } from '../words/t'

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
        ? [t`Staking has not begun: it opens ${time(openAt)}.`, wait]
        : [t`Staking closed ${time(closeAt)}.`, t`Choose a series that is open for staking.`],
    Backstop_BelowMinShares: ({ shares, minShares }) => [
      t`Only ${usdt(shares)} of shares would be credited, and at least ${usdt(minShares)} is asked for.`,
      t`The USDT transfer fee may have changed. Close this and try again.`,
    ],
    Backstop_ExceedsShares: ({ requested, shares }) => [
      t`${usdt(requested)} was asked for, and ${usdt(shares)} is staked.`,
      t`Lower the amount.`,
    ],
    Backstop_ExceedsClaimable: ({ requested, claimable }) => [
      t`${usdt(requested)} was asked for, and ${usdt(claimable)} can be withdrawn now.`,
      t`Lower the amount, or wait for the next release.`,
    ],
    Backstop_NothingToClaim: () => [
      t`There is nothing to claim right now.`,
      t`Come back after the next release or payout.`,
    ],
    Backstop_NoWarrants: () => [t`This series gives no warrants to stakers.`, t`Nothing has to be done.`],
    Backstop_AllocationComplete: () => [
      t`The warrants have been allocated already.`,
      t`They can be claimed.`,
    ],
    Backstop_NotStaker: ({ account }) => [t`${text(account)} has no stake in this series.`, refresh],
    Backstop_OutOfOrder: ({ previous, staker }) => [
      t`The list of stakers is out of order: ${text(staker)} cannot come after ${text(previous)}.`,
      t`Somebody else may have sent a part of it. Close this and try again.`,
    ],
    Backstop_SeriesPaused: () => [
      t`The series is paused for new stakes.`,
      t`Withdrawals and claims still work; wait for the rest.`,
    ],

    // Backstop: sale, tenor, settlement (rules.md B3–B6, B9, B11–B13)
    Backstop_SaleClosed: ({ openAt, closeAt, now_ }) =>
      whole(now_) < whole(openAt)
        ? [t`The sale has not begun: it opens ${time(openAt)}.`, wait]
        : [t`The sale closed ${time(closeAt)}.`, t`Choose a series that is on sale.`],
    Backstop_SaleCancelled: ({ capacityUsdt, minSaleUsdt }) => [
      t`The series was cancelled: ${usdt(capacityUsdt)} could be backed, and at least ${usdt(minSaleUsdt)} was needed.`,
      t`Stakers can withdraw everything they staked.`,
    ],
    Backstop_ExceedsSaleLimit: ({ requested, remaining }) => [
      t`${usdt(requested)} was asked for, and ${usdt(remaining)} is left in the sale.`,
      t`Lower the amount.`,
    ],
    Backstop_BelowMinPrincipal: ({ principal, minPrincipal }) => [
      t`The Note would have a principal of ${usdt(principal)}, and at least ${usdt(minPrincipal)} is asked for.`,
      t`The USDT transfer fee may have changed. Close this and try again.`,
    ],
    Backstop_SaleNotEnded: ({ closeAt }) => [t`The sale runs until ${time(closeAt)}.`, wait],
    Backstop_SaleNotFinalized: () => [
      t`The sale has not been finalized.`,
      t`Anyone can finalize it once it has closed; do that first.`,
    ],
    Backstop_AlreadyFinalized: () => [t`The sale has been finalized already.`, refresh],
    Backstop_UpfrontFullyFunded: () => [t`The upfront share is fully paid in.`, t`Nothing has to be done.`],
    Backstop_AlreadyReserved: () => [
      t`The stakers’ MSTR has been reserved already.`,
      t`Nothing has to be done.`,
    ],
    Backstop_CompensationNotFixed: () => [
      t`The compensation has not been fixed.`,
      t`Anyone can fix it once the series is settled; do that first.`,
    ],
    Backstop_CompensationFixed: ({ fixedAt }) => [t`The compensation was fixed ${time(fixedAt)}.`, refresh],
    Backstop_MakeWholeOwed: ({ owed }) => [
      t`The stakers are still owed ${btc(owed)}.`,
      t`Fund the make-whole first.`,
    ],
    Backstop_NothingToReturn: () => [t`Nothing is left to be returned.`, t`Nothing has to be done.`],
    Backstop_MakeWholeFullyFunded: () => [t`The compensation is fully paid in.`, t`Nothing has to be done.`],
    Backstop_TreasuryEmpty: () => [
      t`The treasury has none of the asset now.`,
      t`Try again when it has been filled.`,
    ],
    Backstop_TreasuryShort: ({ requested, available }, moved) => [
      t`The treasury is short: ${amountIn(requested, moved?.gets)} was asked for, and it has ${amountIn(available, moved?.gets)}.`,
      t`Try again when it has been filled.`,
    ],
    Backstop_ExceedsEarlyRedemptionBudget: ({ requested, budgetUsdt }) => [
      t`${usdt(requested)} was asked for, and the treasury's budget for early redemptions is ${usdt(budgetUsdt)}.`,
      t`Lower the amount, or redeem from the ledger.`,
    ],
    Backstop_NotInTenor: ({ maturity, now_ }) =>
      whole(now_) >= whole(maturity)
        ? [t`The series matured ${time(maturity)}: this was possible until then.`, refresh]
        : [t`The tenor of the series has not begun.`, t`Wait until its sale is finalized.`],
    Backstop_NotMatured: ({ maturity }) => [t`The series matures ${time(maturity)}.`, wait],
    Backstop_NotSettled: () => [
      t`The series has not been settled.`,
      t`Anyone can settle it after maturity; do that first.`,
    ],
    Backstop_AlreadySettled: ({ settledAt }) => [t`The series was settled ${time(settledAt)}.`, refresh],
    Backstop_LedgerShort: ({ requested, balanceUsdt }) => [
      t`The series ledger has ${usdt(balanceUsdt)}, and ${usdt(requested)} was asked for.`,
      t`Lower the amount.`,
    ],
    Backstop_NotTokenOwner: ({ id, owner }) => [
      t`Number ${plain(id)} belongs to ${text(owner)}.`,
      t`Use the account that owns it.`,
    ],
    Backstop_ExceedsTokenAmount: ({ id, requested, available }) => [
      t`Number ${plain(id)} holds ${usdt(available)}, and ${usdt(requested)} was asked for.`,
      t`Lower the amount.`,
    ],
    Stray_NothingToRecover: ({ token }) => [
      t`Nothing of ${text(token)} came here by mistake: there is none, or the contract keeps it for others.`,
      t`Nothing has to be done.`,
    ],
    Backstop_NotAPart: ({ id, parUsdt, available }) => [
      t`Warrant ${plain(id)} holds ${usdt(available)}: ${usdt(parUsdt)} is no part of it.`,
      t`Choose more than nothing and less than all of it.`,
    ],
    Backstop_ZeroAmount: () => [t`The amount is zero.`, t`Enter an amount.`],
    Backstop_InvalidRecipient: ({ to }) => [
      t`${text(to)} is a contract of the Backstop, or an address that nobody owns: what goes there is lost.`,
      t`Choose another address.`,
    ],
    Backstop_NotSeries: ({ caller }) => [t`Only the series may do this, not ${text(caller)}.`, notForYou],
    Backstop_NotPool: ({ caller }) => [t`Only the pool may do this, not ${text(caller)}.`, notForYou],

    // Backstop: creating a series
    Backstop_NoSuchSeries: ({ id, seriesCount }) => [
      t`There is no series ${plain(id)}; there are ${plain(seriesCount)}.`,
      refresh,
    ],
    Backstop_InvalidSchedule: ({ stakingOpen, stakingClose, saleOpen, saleClose, maturity }) => [
      t`The times are out of order: staking ${time(stakingOpen)} to ${time(stakingClose)}, sale ${time(saleOpen)} to ${time(saleClose)}, maturity ${time(maturity)}.`,
      t`Put them in order, all in the future.`,
    ],
    Backstop_InvalidCoverage: ({ coverageBps }) => [
      t`Coverage would be ${displayBps(whole(coverageBps))}.`,
      t`It has to be 100% or more.`,
    ],
    Backstop_InvalidBps: ({ bps }) => [
      t`A share would be ${displayBps(whole(bps))}.`,
      t`It can be 100% at most.`,
    ],
    Backstop_InvalidSaleRange: ({ minSaleUsdt, maxSaleUsdt }) => [
      t`The smallest sale, ${usdt(minSaleUsdt)}, is above the largest, ${usdt(maxSaleUsdt)}.`,
      t`Exchange or change them.`,
    ],
    Backstop_InvalidAmount: ({ amount, min, max }) => [
      t`${usdt(amount)} is outside of ${usdt(min)} to ${usdt(max)}.`,
      t`Choose an amount within.`,
    ],

    // Prices
    Backstop_OracleTooYoung: ({ neededAt, latestAt }) => [
      t`The feed’s price is of ${time(latestAt)}, and one from before ${time(neededAt)} is needed.`,
      t`Let the sale close later.`,
    ],
    Backstop_StrikeOffMarket: ({ strikeUsdt, minUsdt, maxUsdt }) => [
      t`A price of ${usdt(strikeUsdt)} per MSTR is too far from the market: ${usdt(minUsdt)} to ${usdt(maxUsdt)} is possible.`,
      t`Choose a price within.`,
    ],
    Backstop_UnknownSeries: ({ series }) => [t`${text(series)} is no series of this registry.`, refresh],
    Backstop_NoRightsToEnd: () => [
      t`The series still needs its rights, or has none left.`,
      t`Nothing has to be done.`,
    ],
    Backstop_InvalidTwapWindow: ({ window, min, max }) => [
      t`Average prices over ${displayDuration(whole(window))} are not possible.`,
      t`Choose ${displayDuration(whole(min))} to ${displayDuration(whole(max))}.`,
    ],
    Backstop_PriceNotRecorded: ({ end }) => [
      t`The average price up to ${time(end)} is not on record yet.`,
      t`Anyone can record it; do that first.`,
    ],
    Backstop_WrongRound: ({ roundId }) => [
      t`Round ${plain(roundId)} of the price feed does not belong there.`,
      refresh,
    ],
    Backstop_PriceGap: ({ fromAt, toAt, maxGapSeconds, fallbackAt }) => [
      t`The price feed gave no price from ${time(fromAt)} to ${time(toAt)}, longer than the ${displayDuration(whole(maxGapSeconds))} allowed.`,
      t`From ${time(fallbackAt)} on, the earlier price counts for that time.`,
    ],
    Backstop_WindowNotCovered: ({ lastAt, end, fallbackAt }) => [
      t`The price feed’s last price is of ${time(lastAt)}, and one from ${time(end)} or later is needed.`,
      t`Wait for the next price. If there is none, the last one counts from ${time(fallbackAt)} on.`,
    ],
    Backstop_NoRoundBefore: ({ start }) => [
      t`The price feed has no price from before ${time(start)}.`,
      report,
    ],
    Backstop_FeedFailed: ({ roundId }) => [
      t`The price feed could not be asked for round ${plain(roundId)}.`,
      t`Try again later.`,
    ],
    Backstop_WindowInFuture: ({ end }) => [t`The average price needs prices up to ${time(end)}.`, wait],
    Backstop_InvalidWindow: ({ window }) => [
      t`A price window of ${displayDuration(whole(window))} is not possible.`,
      report,
    ],
    Backstop_PriceNotPositive: ({ answer }) => [
      t`The price feed says ${text(answer)}, which is no price.`,
      t`Wait until the feed recovers; nothing is done at a wrong price.`,
    ],
    Backstop_PriceStale: ({ updatedAt, heartbeatSeconds }) => [
      t`The price is of ${time(updatedAt)}, older than the ${displayDuration(whole(heartbeatSeconds))} allowed.`,
      t`Wait for a new price.`,
    ],
    Backstop_PriceFromFuture: ({ updatedAt }) => [
      t`The price feed gives a time in the future: ${time(updatedAt)}.`,
      t`Wait for a new price.`,
    ],

    // MSTR
    Backstop_ExceedsReserve: ({ requested, reserved }) => [
      t`${mstr(requested)} was asked for, and ${mstr(reserved)} is reserved.`,
      report,
    ],
    Backstop_ExceedsUnreserved: ({ requested, unreserved }) => [
      t`${mstr(requested)} was asked for, and ${mstr(unreserved)} is not reserved.`,
      t`Lower the amount.`,
    ],
  },
}
