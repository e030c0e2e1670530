// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {MusdtMath} from "../musdt/MusdtMath.sol";

/// @title MusdtMath as external functions
/// @notice For comparing `src/math/musdt.ts` with the bytecode. Units, rounding and rules: see MusdtMath.
contract MusdtMathHarness {
    /// @notice Runs many calls of this contract in one.
    /// @param calls Encoded calls of the functions below.
    /// @return results Encoded results; empty bytes for a call that failed.
    function batch(bytes[] calldata calls) external view returns (bytes[] memory results) {
        results = new bytes[](calls.length);
        for (uint256 i = 0; i < calls.length; ++i) {
            (bool success, bytes memory result) = address(this).staticcall(calls[i]);
            if (success) results[i] = result;
        }
    }

    /// @notice MusdtMath.maxPnlPerToken
    function maxPnlPerToken(uint256 rewardsPerToken) external pure returns (uint256) {
        return MusdtMath.maxPnlPerToken(rewardsPerToken);
    }

    /// @notice MusdtMath.sharePrice
    function sharePrice(uint256 rewardsPerToken, int256 pnlPerToken) external pure returns (uint256) {
        return MusdtMath.sharePrice(rewardsPerToken, pnlPerToken);
    }

    /// @notice MusdtMath.collateralPerToken
    function collateralPerToken(uint256 rewardsPerToken, int256 pnlPerToken) external pure returns (uint256) {
        return MusdtMath.collateralPerToken(rewardsPerToken, pnlPerToken);
    }

    /// @notice MusdtMath.collateralizationPDown
    function collateralizationPDown(uint256 rewardsPerToken, int256 pnlPerToken) external pure returns (uint256) {
        return MusdtMath.collateralizationPDown(rewardsPerToken, pnlPerToken);
    }

    /// @notice MusdtMath.collateralDown
    function collateralDown(uint256 supply, uint256 rewardsPerToken, int256 pnlPerToken)
        external
        pure
        returns (uint256)
    {
        return MusdtMath.collateralDown(supply, rewardsPerToken, pnlPerToken);
    }

    /// @notice MusdtMath.spreadPnlUp
    function spreadPnlUp(int256 pnlPerToken, uint256 supplyBefore, uint256 supplyAfter) external pure returns (int256) {
        return MusdtMath.spreadPnlUp(pnlPerToken, supplyBefore, supplyAfter);
    }

    /// @notice MusdtMath.lossPerTokenUp
    function lossPerTokenUp(uint256 assets, uint256 supply) external pure returns (uint256) {
        return MusdtMath.lossPerTokenUp(assets, supply);
    }

    /// @notice MusdtMath.gainPerTokenDown
    function gainPerTokenDown(uint256 assets, uint256 supply) external pure returns (uint256) {
        return MusdtMath.gainPerTokenDown(assets, supply);
    }

    /// @notice MusdtMath.toSharesDown
    function toSharesDown(uint256 assets, uint256 price) external pure returns (uint256) {
        return MusdtMath.toSharesDown(assets, price);
    }

    /// @notice MusdtMath.toAssetsUp
    function toAssetsUp(uint256 shares, uint256 price) external pure returns (uint256) {
        return MusdtMath.toAssetsUp(shares, price);
    }

    /// @notice MusdtMath.toSharesUp
    function toSharesUp(uint256 assets, uint256 price) external pure returns (uint256) {
        return MusdtMath.toSharesUp(assets, price);
    }

    /// @notice MusdtMath.toAssetsDown
    function toAssetsDown(uint256 shares, uint256 price) external pure returns (uint256) {
        return MusdtMath.toAssetsDown(shares, price);
    }

    /// @notice MusdtMath.lockDiscountPDown
    function lockDiscountPDown(
        uint256 collatP,
        uint256 lockSeconds,
        uint256 maxDiscountP,
        uint256 maxDiscountThresholdP
    ) external pure returns (uint256) {
        return MusdtMath.lockDiscountPDown(collatP, lockSeconds, maxDiscountP, maxDiscountThresholdP);
    }

    /// @notice MusdtMath.withDiscountDown
    function withDiscountDown(uint256 assets, uint256 discountP) external pure returns (uint256) {
        return MusdtMath.withDiscountDown(assets, discountP);
    }

    /// @notice MusdtMath.lockedSharesDown
    function lockedSharesDown(uint256 assets, uint256 discountP, uint256 price) external pure returns (uint256) {
        return MusdtMath.lockedSharesDown(assets, discountP, price);
    }

    /// @notice MusdtMath.lockedMintAssetsUp
    function lockedMintAssetsUp(uint256 shares, uint256 discountP, uint256 price)
        external
        pure
        returns (uint256 credited, uint256 deposited)
    {
        return MusdtMath.lockedMintAssetsUp(shares, discountP, price);
    }

    /// @notice MusdtMath.maxSupplyDown
    function maxSupplyDown(uint256 snapshotSupply, uint256 increaseDailyP, uint256 bootstrapSupply)
        external
        pure
        returns (uint256)
    {
        return MusdtMath.maxSupplyDown(snapshotSupply, increaseDailyP, bootstrapSupply);
    }

    /// @notice MusdtMath.capRoom
    function capRoom(uint256 currentMaxSupply, uint256 supply) external pure returns (uint256) {
        return MusdtMath.capRoom(currentMaxSupply, supply);
    }

    /// @notice MusdtMath.withdrawEpochsTimelock
    function withdrawEpochsTimelock(uint256 collatP, uint256 firstThresholdP, uint256 secondThresholdP)
        external
        pure
        returns (uint256)
    {
        return MusdtMath.withdrawEpochsTimelock(collatP, firstThresholdP, secondThresholdP);
    }

    /// @notice MusdtMath.epochNumberAt
    function epochNumberAt(uint256 time, uint256 origin, uint256 epochSeconds) external pure returns (uint256) {
        return MusdtMath.epochNumberAt(time, origin, epochSeconds);
    }

    /// @notice MusdtMath.epochStart
    function epochStart(uint256 epoch, uint256 origin, uint256 epochSeconds) external pure returns (uint256) {
        return MusdtMath.epochStart(epoch, origin, epochSeconds);
    }

    /// @notice MusdtMath.withdrawalLimitDown
    function withdrawalLimitDown(uint256 collateral) external pure returns (uint256) {
        return MusdtMath.withdrawalLimitDown(collateral);
    }

    /// @notice MusdtMath.withdrawalUsedUp
    function withdrawalUsedUp(uint256 used, uint256 limit, uint256 elapsed) external pure returns (uint256) {
        return MusdtMath.withdrawalUsedUp(used, limit, elapsed);
    }

    /// @notice MusdtMath.withdrawalRoomDown
    function withdrawalRoomDown(uint256 collateral, uint256 used, uint256 elapsed) external pure returns (uint256) {
        return MusdtMath.withdrawalRoomDown(collateral, used, elapsed);
    }

    /// @notice MusdtMath.unstreamedUp
    function unstreamedUp(uint256 assets, uint256 secondsLeft, uint256 elapsed) external pure returns (uint256) {
        return MusdtMath.unstreamedUp(assets, secondsLeft, elapsed);
    }

    /// @notice MusdtMath.streamSecondsDown
    function streamSecondsDown(uint256 assets, uint256 secondsLeft, uint256 addedAssets, uint256 addedSeconds)
        external
        pure
        returns (uint256)
    {
        return MusdtMath.streamSecondsDown(assets, secondsLeft, addedAssets, addedSeconds);
    }

    /// @notice MusdtMath.priceAfterDiscountsDown
    function priceAfterDiscountsDown(uint256 rewardsPerToken, int256 pnlPerToken, uint256 discounts, uint256 supply)
        external
        pure
        returns (uint256)
    {
        return MusdtMath.priceAfterDiscountsDown(rewardsPerToken, pnlPerToken, discounts, supply);
    }
}
