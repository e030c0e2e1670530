// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @title Formulas of STBT, mirrored to the last unit by the app
/// @dev Amounts, shares and supply have 18 decimals.
library StbtMath {
    /// @notice 1 as a ratio or a price.
    uint256 internal constant WAD = 1e18;

    /// @notice Shares of an amount, 0 without supply. Rounds down. rules.md T2
    /// @param amount Amount (18 decimals).
    /// @param supply Total supply.
    /// @param totalShares All shares.
    function sharesDown(uint256 amount, uint256 supply, uint256 totalShares) internal pure returns (uint256) {
        return supply == 0 ? 0 : Math.mulDiv(amount, totalShares, supply);
    }

    /// @notice Shares of an amount, 0 without supply. Rounds up: what a burn takes. rules.md T2
    /// @param amount Amount (18 decimals).
    /// @param supply Total supply.
    /// @param totalShares All shares.
    function sharesUp(uint256 amount, uint256 supply, uint256 totalShares) internal pure returns (uint256) {
        return supply == 0 ? 0 : Math.mulDiv(amount, totalShares, supply, Math.Rounding.Ceil);
    }

    /// @notice Amount of shares, 0 where there are none. Rounds down. rules.md T1
    /// @param shares Shares.
    /// @param supply Total supply.
    /// @param totalShares All shares.
    function amountDown(uint256 shares, uint256 supply, uint256 totalShares) internal pure returns (uint256) {
        return totalShares == 0 ? 0 : Math.mulDiv(shares, supply, totalShares);
    }

    /// @notice The most that one report may add to a supply. Rounds down. rules.md T4
    /// @param supply Total supply.
    /// @param maxRatio 1e18 = 100% of the supply.
    function mostInterestDown(uint256 supply, uint256 maxRatio) internal pure returns (uint256) {
        return Math.mulDiv(supply, maxRatio, WAD);
    }

    /// @notice What of a reported interest is distributed, and what is carried on. Exact. rules.md T4
    /// @param carry Carried so far, negative or positive.
    /// @param interest Reported interest.
    /// @param most The most that may be distributed.
    /// @return distributed What the supply grows by.
    /// @return newCarry What waits for the next report.
    function absorb(int256 carry, int256 interest, uint256 most)
        internal
        pure
        returns (uint256 distributed, int256 newCarry)
    {
        int256 waiting = carry + interest;
        if (waiting <= 0) return (0, waiting);
        // Positive, so that it keeps its value as unsigned.
        // forge-lint: disable-next-line(unsafe-typecast)
        distributed = Math.min(uint256(waiting), most);
        // At most `waiting`, which is an int256.
        // forge-lint: disable-next-line(unsafe-typecast)
        newCarry = waiting - int256(distributed);
    }

    /// @notice STBT proposed for a deposit: less the fee, then from the coin's decimals to 18. Rounds down twice.
    /// rules.md T6
    /// @param deposit Deposit in units of the coin.
    /// @param feeRate 1e18 = 100%.
    /// @param isDivided Whether the coin has more than 18 decimals.
    /// @param unit Power of ten between the coin's decimals and 18.
    function proposedDown(uint256 deposit, uint256 feeRate, bool isDivided, uint256 unit)
        internal
        pure
        returns (uint256)
    {
        return scaled(deposit * (WAD - feeRate) / WAD, isDivided, unit);
    }

    /// @notice An amount in other decimals. Rounds down where it divides. rules.md T6
    /// @param amount Amount to convert.
    /// @param isDivided Whether the target has fewer decimals.
    /// @param unit Power of ten between the two.
    function scaled(uint256 amount, bool isDivided, uint256 unit) internal pure returns (uint256) {
        return isDivided ? amount / unit : amount * unit;
    }
}
