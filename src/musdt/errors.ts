import { gTokenStandInAbi } from '../../abis/GTokenStandIn'
import { musdtLockedNftAbi } from '../../abis/MusdtLockedNft'
import { musdtVaultAbi } from '../../abis/MUSDTVault'
import { displayRatio, exactText } from '../math/amount'
import { tetherUnit } from '../math/tether'
import { displayDuration } from '../math/time'
import { HUNDRED_P } from '../math/units'
import type { ErrorBook } from '../tx/explain/error-book'
import { notForYou, plain, refresh, report, text, time, wait, whole } from '../tx/explain/error-words'
import { t } from '../words/t'

const usdt = (value: unknown) => exactText(whole(value), tetherUnit)
const musdt = (value: unknown) => exactText(whole(value), { symbol: 'mUSDT', decimals: 6 })
/** Percentages of the vault: 1e18 = 1%. */
const percent = (value: unknown) => displayRatio(whole(value), HUNDRED_P)
const moved = t`The price has moved since this was prepared: close this, look at the new figures and try again.`

/** What the vault, its mNFT and a live GToken answer (rules.md M1–M9). */
export const musdtErrors: ErrorBook = {
  abis: [musdtVaultAbi, musdtLockedNftAbi, gTokenStandInAbi],
  sentences: {
    Musdt_ZeroAmount: () => [t`The amount is 0, or rounds to 0.`, t`Enter an amount above 0.`],
    Musdt_BelowMinShares: ({ shares, minShares }) => [
      t`Only ${musdt(shares)} would be minted, and at least ${musdt(minShares)} is asked for.`,
      moved,
    ],
    Musdt_ZeroShares: ({ assets }) => [
      t`${usdt(assets)} is too little for one unit of mUSDT.`,
      t`Enter more.`,
    ],
    Musdt_InvalidReceiver: ({ receiver }) => [
      t`${text(receiver)} cannot receive this.`,
      t`Choose another address.`,
    ],
    Stray_NothingToRecover: ({ token }) => [
      t`Nothing of ${text(token)} came here by mistake: there is none, or the vault keeps it for others.`,
      t`Nothing has to be done.`,
    ],
    Musdt_DeadlinePassed: ({ deadline }) => [
      t`It was to be done by ${time(deadline)} and came too late.`,
      refresh,
    ],
    Musdt_BelowMinAssets: ({ assets, minAssets }) => [
      t`Only ${usdt(assets)} would be paid, and at least ${usdt(minAssets)} is asked for.`,
      moved,
    ],
    Musdt_ExceedsMaxAssets: ({ assets, maxAssets }) => [
      t`It would cost ${usdt(assets)}, and at most ${usdt(maxAssets)} is offered.`,
      moved,
    ],
    Musdt_ExceedsMaxShares: ({ shares, maxShares }) => [
      t`It would burn ${musdt(shares)}, and at most ${musdt(maxShares)} is offered.`,
      moved,
    ],
    Musdt_MintingClosed: ({ collateralizationP, limitP }) => [
      t`The vault is collateralized at ${percent(collateralizationP)}: nothing is minted from ${percent(limitP)} on.`,
      t`Come back when the ratio has fallen.`,
    ],
    Musdt_ExceedsSupplyCap: ({ shares, room, renewsAt }) => [
      t`${musdt(shares)} would be minted, and ${musdt(room)} is left of today's room.`,
      t`Lower the amount, or wait until the room renews ${time(renewsAt)}.`,
    ],
    Musdt_TransferFeeCharged: ({ sent, received }) => [
      t`Tether charges a transfer fee: of ${usdt(sent)} only ${usdt(received)} would arrive.`,
      t`Deposit an amount of USDT instead of minting an exact number of shares.`,
    ],
    Musdt_InvalidLockDuration: ({ lockDuration, minSeconds, maxSeconds }) => [
      t`A lock of ${displayDuration(whole(lockDuration))} is outside of ${displayDuration(whole(minSeconds))} to ${displayDuration(whole(maxSeconds))}.`,
      t`Choose a lock within.`,
    ],
    Musdt_NoDiscount: ({ assets }) => [
      t`The discount on ${usdt(assets)} rounds to nothing, so locking it would earn nothing.`,
      t`Enter more, or mint without a lock.`,
    ],
    Musdt_NotLockOwner: ({ depositId, caller }) => [
      t`${text(caller)} neither owns mNFT ${plain(depositId)} nor may act for its owner.`,
      t`Use the account that owns it.`,
    ],
    Musdt_StillLocked: ({ unlocksAt }) => [t`It is locked until ${time(unlocksAt)}.`, wait],
    Musdt_ExceedsCollateral: ({ assets, available }) => [
      t`${usdt(assets)} was asked for, and ${usdt(available)} is available.`,
      t`Lower the amount.`,
    ],
    Musdt_SupplyTooSmall: ({ supply, minSupply }) => [
      t`There is ${musdt(supply)}, and at least ${musdt(minSupply)} is needed to share something out.`,
      t`Try again when more has been minted.`,
    ],
    Musdt_InvalidEpochLength: ({ epochLength }) => [
      t`An epoch of ${plain(epochLength)} seconds cannot be split into three whole parts.`,
      t`Choose a multiple of 3 seconds.`,
    ],
    Musdt_InstantExit: () => [t`This vault takes no requests: it redeems at once.`, t`Redeem directly.`],
    Musdt_RequestWindowClosed: ({ opensAt }) => [
      t`Withdrawals cannot be requested now; the next window opens ${time(opensAt)}.`,
      wait,
    ],
    Musdt_UnlocksTooLate: ({ unlockEpoch, latestEpoch }) => [
      t`It could be redeemed in epoch ${plain(unlockEpoch)}, and epoch ${plain(latestEpoch)} is the latest asked for.`,
      t`The collateral ratio has moved. Close this and look at the new dates.`,
    ],
    Musdt_SharesUnderRequest: ({ shares, freeShares }) => [
      t`${musdt(shares)} was asked for, and ${musdt(freeShares)} is free of withdrawal requests.`,
      t`Lower the amount, or cancel a request.`,
    ],
    Musdt_ExceedsRequest: ({ shares, requested, epoch }) => [
      t`${musdt(shares)} was asked for, and ${musdt(requested)} is requested for epoch ${plain(epoch)}.`,
      t`Lower the amount, or wait for the epoch of your request.`,
    ],
    Musdt_ExceedsWithdrawalLimit: ({ assets, room, limit }) => [
      t`${usdt(assets)} was asked for, and ${usdt(room)} may leave the vault now.`,
      t`Lower the amount, or wait: the limit of ${usdt(limit)} refills evenly over 24 hours.`,
    ],
    Musdt_AlreadyBound: ({ vault }) => [t`The mNFT belongs to the vault ${text(vault)} already.`, report],
    Musdt_NotVault: ({ caller }) => [t`Only the vault may do this, not ${text(caller)}.`, notForYou],
  },
}
