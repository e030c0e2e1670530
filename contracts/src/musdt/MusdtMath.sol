// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {SignedMath} from "@openzeppelin/contracts/utils/math/SignedMath.sol";

/// @title Arithmetic of the mUSDT vault
/// @notice Every previewable quantity of the vault, as pure functions. `src/math/musdt.ts` mirrors this file name for
/// name and is compared with its bytecode to the last unit.
/// @dev Units: assets are USDT and shares mUSDT (6 decimals both); prices and everything per share are 1e18 = 1 USDT
/// per mUSDT; percentages are 1e18 = 1%, so that 100% is 100e18. `pnlPerToken` is what the traders have won from a share
/// (negative: what they have lost to it). `mulDiv` keeps the intermediate product in 512 bits, so only a result above
/// 2^256 - 1 reverts.
library MusdtMath {
    using SafeCast for int256;
    using SafeCast for uint256;

    uint256 internal constant PRECISION = 1e18;
    uint256 internal constant HUNDRED_P = 100e18;

    /// @dev Lock that earns the whole base discount. rules.md M3, M5
    uint256 internal constant MAX_LOCK_SECONDS = 365 days;

    /// @dev Part of the collateral that may leave the vault in a day. rules.md M8
    uint256 internal constant MAX_WITHDRAWAL_DAILY_P = 25e18;

    /// @notice The most a share can be worth: what a first share cost, and all rewards since. rules.md M10
    /// @param rewardsPerToken Rewards per share so far.
    function maxPnlPerToken(uint256 rewardsPerToken) internal pure returns (uint256) {
        return PRECISION + rewardsPerToken;
    }

    /// @notice px: assets per share. Traders' winnings lower it, their losses only build the buffer above 100%.
    /// rules.md M1
    /// @dev Reverts when the traders have won more than a share is worth.
    function sharePrice(uint256 rewardsPerToken, int256 pnlPerToken) internal pure returns (uint256) {
        return maxPnlPerToken(rewardsPerToken) - SignedMath.max(pnlPerToken, 0).toUint256();
    }

    /// @notice Collateral per share, whichever side of the share's price it is on. rules.md M2
    /// @dev Reverts when the traders have won more than a share is worth.
    function collateralPerToken(uint256 rewardsPerToken, int256 pnlPerToken) internal pure returns (uint256) {
        return (maxPnlPerToken(rewardsPerToken).toInt256() - pnlPerToken).toUint256();
    }

    /// @notice CR: collateral in percent of what the shares are worth at most. Rounds down. rules.md M2
    function collateralizationPDown(uint256 rewardsPerToken, int256 pnlPerToken) internal pure returns (uint256) {
        return Math.mulDiv(collateralPerToken(rewardsPerToken, pnlPerToken), HUNDRED_P, maxPnlPerToken(rewardsPerToken));
    }

    /// @notice Assets that stand behind a supply. Rounds down. rules.md M8
    function collateralDown(uint256 supply, uint256 rewardsPerToken, int256 pnlPerToken)
        internal
        pure
        returns (uint256)
    {
        return Math.mulDiv(supply, collateralPerToken(rewardsPerToken, pnlPerToken), PRECISION);
    }

    /// @notice PnL per share after the supply has changed at the share's price. What the traders have won stays with
    /// every share; what they have lost, the buffer, is spread over the new supply. Rounds up: the buffer never grows.
    /// rules.md M1
    /// @param supplyBefore Supply before the change.
    /// @param supplyAfter Supply after it; in an empty vault nobody has a part of the buffer.
    function spreadPnlUp(int256 pnlPerToken, uint256 supplyBefore, uint256 supplyAfter) internal pure returns (int256) {
        if (pnlPerToken >= 0) return pnlPerToken;
        if (supplyAfter == 0) return 0;
        return -Math.mulDiv(SignedMath.abs(pnlPerToken), supplyBefore, supplyAfter).toInt256();
    }

    /// @notice What assets paid out to traders, or a discount unlocked, take from every share. Rounds up. rules.md M6
    /// @param supply Supply, not 0.
    function lossPerTokenUp(uint256 assets, uint256 supply) internal pure returns (uint256) {
        return Math.mulDiv(assets, PRECISION, supply, Math.Rounding.Ceil);
    }

    /// @notice What assets received give to every share. Rounds down. rules.md M10
    /// @param supply Supply, not 0.
    function gainPerTokenDown(uint256 assets, uint256 supply) internal pure returns (uint256) {
        return Math.mulDiv(assets, PRECISION, supply);
    }

    /// @notice Shares for assets deposited, discount included. Rounds down. rules.md M1, M4
    function toSharesDown(uint256 assets, uint256 price) internal pure returns (uint256) {
        return Math.mulDiv(assets, PRECISION, price);
    }

    /// @notice Assets that a number of shares costs. Rounds up. rules.md M1
    function toAssetsUp(uint256 shares, uint256 price) internal pure returns (uint256) {
        return Math.mulDiv(shares, price, PRECISION, Math.Rounding.Ceil);
    }

    /// @notice Shares that assets withdrawn cost. Rounds up. rules.md M1
    function toSharesUp(uint256 assets, uint256 price) internal pure returns (uint256) {
        return Math.mulDiv(assets, PRECISION, price, Math.Rounding.Ceil);
    }

    /// @notice Assets for shares burnt. Rounds down. rules.md M1
    function toAssetsDown(uint256 shares, uint256 price) internal pure returns (uint256) {
        return Math.mulDiv(shares, price, PRECISION);
    }

    /// @notice Discount in percent for locking. Two floors: first the base by collateralization, then the part by time.
    /// rules.md M3
    /// @param collatP Collateralization in percent.
    /// @param lockSeconds Length of the lock.
    /// @param maxDiscountP Base discount up to 100% collateralization.
    /// @param maxDiscountThresholdP Collateralization from which on there is no discount.
    function lockDiscountPDown(
        uint256 collatP,
        uint256 lockSeconds,
        uint256 maxDiscountP,
        uint256 maxDiscountThresholdP
    ) internal pure returns (uint256) {
        uint256 baseP = maxDiscountP;
        if (collatP > HUNDRED_P) {
            if (collatP >= maxDiscountThresholdP) return 0;
            baseP = Math.mulDiv(maxDiscountP, maxDiscountThresholdP - collatP, maxDiscountThresholdP - HUNDRED_P);
        }
        return Math.mulDiv(baseP, lockSeconds, MAX_LOCK_SECONDS);
    }

    /// @notice Assets credited for assets locked: with the discount. Rounds down. rules.md M4
    function withDiscountDown(uint256 assets, uint256 discountP) internal pure returns (uint256) {
        return Math.mulDiv(assets, HUNDRED_P + discountP, HUNDRED_P);
    }

    /// @notice Shares for assets locked. Rounds down twice. rules.md M4
    function lockedSharesDown(uint256 assets, uint256 discountP, uint256 price) internal pure returns (uint256) {
        return toSharesDown(withDiscountDown(assets, discountP), price);
    }

    /// @notice What a number of locked shares costs. Rounds up twice. rules.md M1, M4
    /// @return credited Assets the shares are worth.
    /// @return deposited Assets to pay; the rest of `credited` is the discount.
    function lockedMintAssetsUp(uint256 shares, uint256 discountP, uint256 price)
        internal
        pure
        returns (uint256 credited, uint256 deposited)
    {
        credited = toAssetsUp(shares, price);
        deposited = Math.mulDiv(credited, HUNDRED_P, HUNDRED_P + discountP, Math.Rounding.Ceil);
    }

    /// @notice Supply up to which may be minted after a snapshot of the supply. Rounds down. rules.md M7
    /// @param snapshotSupply Supply at the snapshot.
    /// @param increaseDailyP Percent by which the supply may grow.
    /// @param bootstrapSupply Supply up to which may be minted in any case.
    function maxSupplyDown(uint256 snapshotSupply, uint256 increaseDailyP, uint256 bootstrapSupply)
        internal
        pure
        returns (uint256)
    {
        return Math.max(bootstrapSupply, Math.mulDiv(snapshotSupply, HUNDRED_P + increaseDailyP, HUNDRED_P));
    }

    /// @notice Shares that may still be minted. rules.md M7
    function capRoom(uint256 currentMaxSupply, uint256 supply) internal pure returns (uint256) {
        return Math.saturatingSub(currentMaxSupply, supply);
    }

    /// @notice Epochs from a withdrawal request to its execution: 3, 2 from the first threshold on, 1 from the second.
    /// rules.md M8
    /// @param collatP Collateralization in percent.
    /// @param firstThresholdP Percent above 100% collateralization.
    /// @param secondThresholdP Percent above 100% collateralization.
    function withdrawEpochsTimelock(uint256 collatP, uint256 firstThresholdP, uint256 secondThresholdP)
        internal
        pure
        returns (uint256)
    {
        uint256 aboveP = Math.saturatingSub(collatP, HUNDRED_P);
        if (aboveP < firstThresholdP) return 3;
        return aboveP < secondThresholdP ? 2 : 1;
    }

    /// @notice Number of the epoch at a time; the first is 1. rules.md M8
    /// @param time Unix seconds, not before `origin`.
    /// @param origin Unix seconds at which the first epoch started.
    /// @param epochSeconds Length of an epoch, not 0.
    function epochNumberAt(uint256 time, uint256 origin, uint256 epochSeconds) internal pure returns (uint256) {
        return (time - origin) / epochSeconds + 1;
    }

    /// @notice Unix seconds at which an epoch starts. rules.md M8
    /// @param epoch Number of the epoch, not 0.
    /// @param origin Unix seconds at which the first epoch started.
    /// @param epochSeconds Length of an epoch.
    function epochStart(uint256 epoch, uint256 origin, uint256 epochSeconds) internal pure returns (uint256) {
        return origin + (epoch - 1) * epochSeconds;
    }

    /// @notice Assets that may leave the vault at once, and in a day. Rounds down. rules.md M8
    /// @param collateral_ Collateral before the withdrawal.
    function withdrawalLimitDown(uint256 collateral_) internal pure returns (uint256) {
        return Math.mulDiv(collateral_, MAX_WITHDRAWAL_DAILY_P, HUNDRED_P);
    }

    /// @notice How much of the limit is still used some time after a withdrawal; it frees itself evenly, all of it in a
    /// day. Rounds up. rules.md M8
    /// @param used Assets of the limit used right after that withdrawal.
    /// @param limit Assets that may leave in a day.
    /// @param elapsed Seconds since.
    function withdrawalUsedUp(uint256 used, uint256 limit, uint256 elapsed) internal pure returns (uint256) {
        return Math.saturatingSub(used, Math.mulDiv(limit, elapsed, 1 days));
    }

    /// @notice Assets that may leave the vault now. Rounds down. rules.md M8
    /// @param collateral_ Collateral before the withdrawal.
    /// @param used Assets of the limit used right after the last withdrawal.
    /// @param elapsed Seconds since.
    function withdrawalRoomDown(uint256 collateral_, uint256 used, uint256 elapsed) internal pure returns (uint256) {
        uint256 limit = withdrawalLimitDown(collateral_);
        return Math.saturatingSub(limit, withdrawalUsedUp(used, limit, elapsed));
    }

    /// @notice Part of a stream of rewards that has not arrived. Rounds up. rules.md M7
    /// @param assets Assets that had not arrived at the start.
    /// @param secondsLeft Seconds, from the start, in which they arrive.
    /// @param elapsed Seconds since the start.
    function unstreamedUp(uint256 assets, uint256 secondsLeft, uint256 elapsed) internal pure returns (uint256) {
        if (elapsed >= secondsLeft) return 0;
        return Math.mulDiv(assets, secondsLeft - elapsed, secondsLeft, Math.Rounding.Ceil);
    }

    /// @notice Seconds in which two streams arrive as one: their own, averaged by assets. Rounds down. rules.md M7
    /// @dev Reverts when both are empty.
    function streamSecondsDown(uint256 assets, uint256 secondsLeft, uint256 addedAssets, uint256 addedSeconds)
        internal
        pure
        returns (uint256)
    {
        return (assets * secondsLeft + addedAssets * addedSeconds) / (assets + addedAssets);
    }

    /// @notice px once promised discounts have been charged: out of the buffer first, then out of the price. Rounds
    /// down; 0 when they are all of it, which `unlockDeposit` refuses. rules.md M6, M11
    /// @param discounts Promised assets that nobody was charged for.
    function priceAfterDiscountsDown(uint256 rewardsPerToken, int256 pnlPerToken, uint256 discounts, uint256 supply)
        internal
        pure
        returns (uint256)
    {
        if (supply == 0) return sharePrice(rewardsPerToken, pnlPerToken);
        int256 pnl = pnlPerToken + lossPerTokenUp(discounts, supply).toInt256();
        return pnl >= maxPnlPerToken(rewardsPerToken).toInt256() ? 0 : sharePrice(rewardsPerToken, pnl);
    }
}
