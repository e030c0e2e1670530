// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {BackstopMath} from "../backstop/BackstopMath.sol";

/// @title BackstopMath as external functions
/// @notice For comparing `src/math/backstop.ts` with the bytecode. Units, rounding and rules: see BackstopMath.
contract BackstopMathHarness {
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

    /// @notice BackstopMath.capacity
    function capacityDown(uint256 totalShares, uint256 coverageBps) external pure returns (uint256) {
        return BackstopMath.capacity(totalShares, coverageBps);
    }

    /// @notice BackstopMath.saleLimit
    function saleLimitDown(uint256 totalShares, uint256 coverageBps, uint256 minSale, uint256 maxSale)
        external
        pure
        returns (uint256)
    {
        return BackstopMath.saleLimit(totalShares, coverageBps, minSale, maxSale);
    }

    /// @notice BackstopMath.requiredFor
    function requiredForUp(uint256 uncoveredPrincipal, uint256 coverageBps) external pure returns (uint256) {
        return BackstopMath.requiredFor(uncoveredPrincipal, coverageBps);
    }

    /// @notice BackstopMath.requiredAfter
    function requiredAfterUp(uint256 requiredBefore, uint256 outstanding, uint256 ledgerUsdt, uint256 coverageBps)
        external
        pure
        returns (uint256)
    {
        return BackstopMath.requiredAfter(requiredBefore, outstanding, ledgerUsdt, coverageBps);
    }

    /// @notice BackstopMath.proRata
    function proRataDown(uint256 total, uint256 shares, uint256 totalShares) external pure returns (uint256) {
        return BackstopMath.proRata(total, shares, totalShares);
    }

    /// @notice BackstopMath.entitlement
    function entitlementDown(uint256 shares, uint256 totalShares, uint256 required) external pure returns (uint256) {
        return BackstopMath.entitlement(shares, totalShares, required);
    }

    /// @notice BackstopMath.claimable
    function claimableDown(uint256 shares, uint256 totalShares, uint256 required, uint256 withdrawn)
        external
        pure
        returns (uint256)
    {
        return BackstopMath.claimable(shares, totalShares, required, withdrawn);
    }

    /// @notice BackstopMath.upfrontUsdt
    function upfrontUsdtDown(uint256 proceeds, uint256 upfrontBps) external pure returns (uint256) {
        return BackstopMath.upfrontUsdt(proceeds, upfrontBps);
    }

    /// @notice BackstopMath.usdtToAsset
    function usdtToAssetDown(uint256 usdtAmount, uint256 assetUnit, uint256 priceUsdt) external pure returns (uint256) {
        return BackstopMath.usdtToAsset(usdtAmount, assetUnit, priceUsdt);
    }

    /// @notice BackstopMath.warrantCount
    function warrantCountDown(uint256 sold, uint256 warrantBps, uint256 warrantParUsdt)
        external
        pure
        returns (uint256)
    {
        return BackstopMath.warrantCount(sold, warrantBps, warrantParUsdt);
    }

    /// @notice BackstopMath.warrantFraction
    function warrantFraction(uint256 warrants, uint256 shares, uint256 totalShares) external pure returns (uint256) {
        return BackstopMath.warrantFraction(warrants, shares, totalShares);
    }

    /// @notice BackstopMath.reservedMstr
    function reservedMstrDown(uint256 reserveUsdt, uint256 mstrPriceUsdt) external pure returns (uint256) {
        return BackstopMath.reservedMstr(reserveUsdt, mstrPriceUsdt);
    }

    /// @notice BackstopMath.settlement
    function settlement(uint256 outstanding, uint256 ledgerUsdt)
        external
        pure
        returns (uint256 fromLedger, uint256 used)
    {
        return BackstopMath.settlement(outstanding, ledgerUsdt);
    }

    /// @notice BackstopMath.compensation
    function compensation(
        uint256 used,
        uint256 compensationBps,
        uint256 mstrReserved,
        uint256 mstrPriceUsdt,
        uint256 btcPriceUsdt
    ) external pure returns (uint256 target, uint256 mstrPaid, uint256 btcOwed) {
        return BackstopMath.compensation(used, compensationBps, mstrReserved, mstrPriceUsdt, btcPriceUsdt);
    }
}
