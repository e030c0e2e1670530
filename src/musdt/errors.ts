import { gTokenStandInAbi } from '../../abis/GTokenStandIn'
import { musdtLockedNftAbi } from '../../abis/MusdtLockedNft'
import { musdtVaultAbi } from '../../abis/MUSDTVault'
import { displayRatio, exactText } from '../math/amount'
import { tetherUnit } from '../math/tether'
import { displayDuration } from '../math/time'
import { HUNDRED_P } from '../math/units'
import type { ErrorBook } from '../tx/explain/error-book'
import { notForYou, plain, refresh, report, text, time, wait, whole } from '../tx/explain/error-words'

const usdt = (value: unknown) => exactText(whole(value), tetherUnit)
const musdt = (value: unknown) => exactText(whole(value), { symbol: 'mUSDT', decimals: 6 })
/** Percentages of the vault: 1e18 = 1%. */
const percent = (value: unknown) => displayRatio(whole(value), HUNDRED_P)
const moved =
  'The price has moved since this was prepared: close this, look at the new figures and try again.'

/** What the vault, its mNFT and a live GToken answer (rules.md M1–M9). */
export const musdtErrors: ErrorBook = {
  abis: [musdtVaultAbi, musdtLockedNftAbi, gTokenStandInAbi],
  sentences: {
    Musdt_ZeroAmount: () => ['The amount is 0, or rounds to 0.', 'Enter an amount above 0.'],
    Musdt_BelowMinShares: ({ shares, minShares }) => [
      `Only ${musdt(shares)} would be minted, and at least ${musdt(minShares)} is asked for.`,
      moved,
    ],
    Musdt_ZeroShares: ({ assets }) => [`${usdt(assets)} is too little for one unit of mUSDT.`, 'Enter more.'],
    Musdt_InvalidReceiver: ({ receiver }) => [
      `${text(receiver)} cannot receive this.`,
      'Choose another address.',
    ],
    Stray_NothingToRecover: ({ token }) => [
      `Nothing of ${text(token)} came here by mistake: there is none, or the vault keeps it for others.`,
      'Nothing has to be done.',
    ],
    Musdt_DeadlinePassed: ({ deadline }) => [
      `It was to be done by ${time(deadline)} and came too late.`,
      refresh,
    ],
    Musdt_BelowMinAssets: ({ assets, minAssets }) => [
      `Only ${usdt(assets)} would be paid, and at least ${usdt(minAssets)} is asked for.`,
      moved,
    ],
    Musdt_ExceedsMaxAssets: ({ assets, maxAssets }) => [
      `It would cost ${usdt(assets)}, and at most ${usdt(maxAssets)} is offered.`,
      moved,
    ],
    Musdt_ExceedsMaxShares: ({ shares, maxShares }) => [
      `It would burn ${musdt(shares)}, and at most ${musdt(maxShares)} is offered.`,
      moved,
    ],
    Musdt_MintingClosed: ({ collateralizationP, limitP }) => [
      `The vault is collateralized at ${percent(collateralizationP)}: nothing is minted from ${percent(limitP)} on.`,
      'Come back when the ratio has fallen.',
    ],
    Musdt_ExceedsSupplyCap: ({ shares, room, renewsAt }) => [
      `${musdt(shares)} would be minted, and ${musdt(room)} is left of today's room.`,
      `Lower the amount, or wait until the room renews ${time(renewsAt)}.`,
    ],
    Musdt_TransferFeeCharged: ({ sent, received }) => [
      `Tether charges a transfer fee: of ${usdt(sent)} only ${usdt(received)} would arrive.`,
      'Deposit an amount of USDT instead of minting an exact number of shares.',
    ],
    Musdt_InvalidLockDuration: ({ lockDuration, minSeconds, maxSeconds }) => [
      `A lock of ${displayDuration(whole(lockDuration))} is outside of ${displayDuration(whole(minSeconds))} to ${displayDuration(whole(maxSeconds))}.`,
      'Choose a lock within.',
    ],
    Musdt_NoDiscount: ({ assets }) => [
      `The discount on ${usdt(assets)} rounds to nothing, so locking it would earn nothing.`,
      'Enter more, or mint without a lock.',
    ],
    Musdt_NotLockOwner: ({ depositId, caller }) => [
      `${text(caller)} neither owns mNFT ${plain(depositId)} nor may act for its owner.`,
      'Use the account that owns it.',
    ],
    Musdt_StillLocked: ({ unlocksAt }) => [`It is locked until ${time(unlocksAt)}.`, wait],
    Musdt_ExceedsCollateral: ({ assets, available }) => [
      `${usdt(assets)} was asked for, and ${usdt(available)} is available.`,
      'Lower the amount.',
    ],
    Musdt_SupplyTooSmall: ({ supply, minSupply }) => [
      `There is ${musdt(supply)}, and at least ${musdt(minSupply)} is needed to share something out.`,
      'Try again when more has been minted.',
    ],
    Musdt_InvalidEpochLength: ({ epochLength }) => [
      `An epoch of ${plain(epochLength)} seconds cannot be split into three whole parts.`,
      'Choose a multiple of 3 seconds.',
    ],
    Musdt_InstantExit: () => ['This vault takes no requests: it redeems at once.', 'Redeem directly.'],
    Musdt_RequestWindowClosed: ({ opensAt }) => [
      `Withdrawals cannot be requested now; the next window opens ${time(opensAt)}.`,
      wait,
    ],
    Musdt_UnlocksTooLate: ({ unlockEpoch, latestEpoch }) => [
      `It could be redeemed in epoch ${plain(unlockEpoch)}, and epoch ${plain(latestEpoch)} is the latest asked for.`,
      'The collateral ratio has moved. Close this and look at the new dates.',
    ],
    Musdt_SharesUnderRequest: ({ shares, freeShares }) => [
      `${musdt(shares)} was asked for, and ${musdt(freeShares)} is free of withdrawal requests.`,
      'Lower the amount, or cancel a request.',
    ],
    Musdt_ExceedsRequest: ({ shares, requested, epoch }) => [
      `${musdt(shares)} was asked for, and ${musdt(requested)} is requested for epoch ${plain(epoch)}.`,
      'Lower the amount, or wait for the epoch of your request.',
    ],
    Musdt_ExceedsWithdrawalLimit: ({ assets, room, limit }) => [
      `${usdt(assets)} was asked for, and ${usdt(room)} may leave the vault now.`,
      `Lower the amount, or wait: the limit of ${usdt(limit)} refills evenly over 24 hours.`,
    ],
    Musdt_AlreadyBound: ({ vault }) => [`The mNFT belongs to the vault ${text(vault)} already.`, report],
    Musdt_NotVault: ({ caller }) => [`Only the vault may do this, not ${text(caller)}.`, notForYou],
  },
}
