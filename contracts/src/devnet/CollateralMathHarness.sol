// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {CollateralMath} from "../collateral/CollateralMath.sol";

/// @title CollateralMath as external functions
/// @notice For comparing `src/math/collateral.ts` with the bytecode. Units, rounding and rules: see the library.
contract CollateralMathHarness {
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

    /// @notice CollateralMath.backingDown
    function backingDown(uint256 tao, uint256 usd, uint256 price) external pure returns (uint256) {
        return CollateralMath.backingDown(tao, usd, price);
    }

    /// @notice CollateralMath.ratioDown
    function ratioDown(uint256 backing, uint256 outstanding) external pure returns (uint256) {
        return CollateralMath.ratioDown(backing, outstanding);
    }

    /// @notice CollateralMath.isBacked
    function isBacked(uint256 backing, int256 outstanding, uint256 ratio) external pure returns (bool) {
        return CollateralMath.isBacked(backing, outstanding, ratio);
    }

    /// @notice CollateralMath.mintedDown
    function mintedDown(uint256 tao, uint256 low) external pure returns (uint256) {
        return CollateralMath.mintedDown(tao, low);
    }

    /// @notice CollateralMath.redeemedValueDown
    function redeemedValueDown(uint256 tusdt, uint256 backing, int256 outstanding) external pure returns (uint256) {
        return CollateralMath.redeemedValueDown(tusdt, backing, outstanding);
    }

    /// @notice CollateralMath.taoOfDown
    function taoOfDown(uint256 value, uint256 high) external pure returns (uint256) {
        return CollateralMath.taoOfDown(value, high);
    }

    /// @notice CollateralMath.usdOfDown
    function usdOfDown(uint256 value) external pure returns (uint256) {
        return CollateralMath.usdOfDown(value);
    }

    /// @notice CollateralMath.surplusCostUp
    function surplusCostUp(uint256 tusdt) external pure returns (uint256) {
        return CollateralMath.surplusCostUp(tusdt);
    }

    /// @notice CollateralMath.dayCapDown
    function dayCapDown(uint256 backing0, int256 outstanding0, int256 added, uint256 target, uint256 safety)
        external
        pure
        returns (uint256)
    {
        return CollateralMath.dayCapDown(backing0, outstanding0, added, target, safety);
    }

    /// @notice CollateralMath.levelPriceUp
    function levelPriceUp(uint256 tao, uint256 usd, int256 outstanding, uint256 level) external pure returns (uint256) {
        return CollateralMath.levelPriceUp(tao, usd, outstanding, level);
    }

    /// @notice CollateralMath.saleFloorUp
    function saleFloorUp(uint256 price, uint256 outstanding, uint256 backing) external pure returns (uint256) {
        return CollateralMath.saleFloorUp(price, outstanding, backing);
    }

    /// @notice CollateralMath.saleNeedUp
    function saleNeedUp(uint256 backing, uint256 outstanding, uint256 recovery, uint256 salePrice, uint256 price)
        external
        pure
        returns (uint256)
    {
        return CollateralMath.saleNeedUp(backing, outstanding, recovery, salePrice, price);
    }

    /// @notice CollateralMath.saleTakeOf
    function saleTakeOf(uint256 ask, uint256 lot, uint256 need, uint256 salePrice, uint256 price)
        external
        pure
        returns (uint256 taken, uint256 paid)
    {
        return CollateralMath.saleTakeOf(ask, lot, need, salePrice, price);
    }

    /// @notice CollateralMath.rateAfter
    function rateAfter(uint256 rate, uint256 feeRay, uint256 elapsedSeconds) external pure returns (uint256) {
        return CollateralMath.rateAfter(rate, feeRay, elapsedSeconds);
    }

    /// @notice CollateralMath.debtUp
    function debtUp(uint256 art, uint256 rate) external pure returns (uint256) {
        return CollateralMath.debtUp(art, rate);
    }

    /// @notice CollateralMath.drawnArtUp
    function drawnArtUp(uint256 tusdt, uint256 rate) external pure returns (uint256) {
        return CollateralMath.drawnArtUp(tusdt, rate);
    }

    /// @notice CollateralMath.clearedArtDown
    function clearedArtDown(uint256 tusdt, uint256 rate) external pure returns (uint256) {
        return CollateralMath.clearedArtDown(tusdt, rate);
    }

    /// @notice CollateralMath.isSafe
    function isSafe(uint256 debt, uint256 collateral, uint256 price, uint256 ratio) external pure returns (bool) {
        return CollateralMath.isSafe(debt, collateral, price, ratio);
    }

    /// @notice CollateralMath.liquidationPriceUp
    function liquidationPriceUp(uint256 debt, uint256 collateral, uint256 ratio) external pure returns (uint256) {
        return CollateralMath.liquidationPriceUp(debt, collateral, ratio);
    }

    /// @notice CollateralMath.maxDrawDown
    function maxDrawDown(uint256 art, uint256 rate, uint256 late, uint256 collateral, uint256 low, uint256 ratio)
        external
        pure
        returns (uint256)
    {
        return CollateralMath.maxDrawDown(art, rate, late, collateral, low, ratio);
    }

    /// @notice CollateralMath.maxWithdrawDown
    function maxWithdrawDown(uint256 debt, uint256 collateral, uint256 low, uint256 ratio)
        external
        pure
        returns (uint256)
    {
        return CollateralMath.maxWithdrawDown(debt, collateral, low, ratio);
    }

    /// @notice CollateralMath.paymentOf
    function paymentOf(uint256 amount, uint256 debt, uint256 dust) external pure returns (uint256) {
        return CollateralMath.paymentOf(amount, debt, dust);
    }

    /// @notice CollateralMath.lateFeeUp
    function lateFeeUp(uint256 unpaid, uint256 lateBps) external pure returns (uint256) {
        return CollateralMath.lateFeeUp(unpaid, lateBps);
    }

    /// @notice CollateralMath.penaltyUp
    function penaltyUp(uint256 debt, uint256 penaltyBps) external pure returns (uint256) {
        return CollateralMath.penaltyUp(debt, penaltyBps);
    }

    /// @notice CollateralMath.effectiveRatioUp
    function effectiveRatioUp(uint256 ratio, uint256 debt, uint256 principal) external pure returns (uint256) {
        return CollateralMath.effectiveRatioUp(ratio, debt, principal);
    }

    /// @notice CollateralMath.ceilingDown
    function ceilingDown(uint256 line, uint256 liquidity, uint256 ceilingBps) external pure returns (uint256) {
        return CollateralMath.ceilingDown(line, liquidity, ceilingBps);
    }

    /// @notice CollateralMath.auctionTopUp
    function auctionTopUp(uint256 price, uint256 bufferWad) external pure returns (uint256) {
        return CollateralMath.auctionTopUp(price, bufferWad);
    }

    /// @notice CollateralMath.auctionPriceDown
    function auctionPriceDown(uint256 top, uint256 tau, uint256 elapsedSeconds) external pure returns (uint256) {
        return CollateralMath.auctionPriceDown(top, tau, elapsedSeconds);
    }

    /// @notice CollateralMath.auctionLeastUp
    function auctionLeastUp(uint256 top, uint256 cusp) external pure returns (uint256) {
        return CollateralMath.auctionLeastUp(top, cusp);
    }

    /// @notice CollateralMath.keeperPartDown
    function keeperPartDown(uint256 penalty, uint256 keeperBps) external pure returns (uint256) {
        return CollateralMath.keeperPartDown(penalty, keeperBps);
    }

    /// @notice CollateralMath.takeOf
    function takeOf(uint256 ask, uint256 lot, uint256 need, uint256 price, uint256 dust)
        external
        pure
        returns (uint256 taken, uint256 paid)
    {
        return CollateralMath.takeOf(ask, lot, need, price, dust);
    }
}
