// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {NewYorkDay} from "../stbt/NewYorkDay.sol";
import {StbtMath} from "../stbt/StbtMath.sol";

/// @title StbtMath and NewYorkDay as external functions
/// @notice For comparing `src/math/stbt-*.ts` with the bytecode. Units, rounding and rules: see the libraries. A `scale`
/// is 0 to multiply by the unit, else to divide by it.
contract StbtMathHarness {
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

    /// @notice StbtMath.sharesDown
    function sharesDown(uint256 amount, uint256 supply, uint256 totalShares) external pure returns (uint256) {
        return StbtMath.sharesDown(amount, supply, totalShares);
    }

    /// @notice StbtMath.sharesUp
    function sharesUp(uint256 amount, uint256 supply, uint256 totalShares) external pure returns (uint256) {
        return StbtMath.sharesUp(amount, supply, totalShares);
    }

    /// @notice StbtMath.amountDown
    function amountDown(uint256 shares, uint256 supply, uint256 totalShares) external pure returns (uint256) {
        return StbtMath.amountDown(shares, supply, totalShares);
    }

    /// @notice StbtMath.mostInterestDown
    function mostInterestDown(uint256 supply, uint256 maxRatio) external pure returns (uint256) {
        return StbtMath.mostInterestDown(supply, maxRatio);
    }

    /// @notice StbtMath.absorb
    function absorb(int256 carry, int256 interest, uint256 most)
        external
        pure
        returns (uint256 distributed, int256 newCarry)
    {
        return StbtMath.absorb(carry, interest, most);
    }

    /// @notice StbtMath.proposedDown
    function proposedDown(uint256 deposit, uint256 feeRate, uint256 scale, uint256 unit)
        external
        pure
        returns (uint256)
    {
        return StbtMath.proposedDown(deposit, feeRate, scale != 0, unit);
    }

    /// @notice StbtMath.scaled
    function scaledDown(uint256 amount, uint256 scale, uint256 unit) external pure returns (uint256) {
        return StbtMath.scaled(amount, scale != 0, unit);
    }

    /// @notice NewYorkDay.dayOf
    function newYorkDay(uint256 time) external pure returns (uint256) {
        return NewYorkDay.dayOf(time);
    }

    /// @notice NewYorkDay.isSummer
    function isSummerTime(uint256 time) external pure returns (bool) {
        return NewYorkDay.isSummer(time);
    }
}
