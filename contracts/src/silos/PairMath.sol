// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title What a Uniswap v2 pair pays and wants, with its fee of 0.3%
library PairMath {
    /// @notice What a pair pays out. Rounds down.
    /// @param amountIn In base units of the token paid.
    /// @param reserveIn The pair's reserve of it.
    /// @param reserveOut The pair's reserve of the other.
    function outputDown(uint256 amountIn, uint256 reserveIn, uint256 reserveOut) internal pure returns (uint256) {
        uint256 afterFee = amountIn * 997;
        return afterFee * reserveOut / (reserveIn * 1_000 + afterFee);
    }

    /// @notice What a pair wants for an output. Rounds up.
    /// @param amountOut In base units of the token received, less than the pair has.
    /// @param reserveIn The pair's reserve of the token paid.
    /// @param reserveOut The pair's reserve of the other.
    function inputUp(uint256 amountOut, uint256 reserveIn, uint256 reserveOut) internal pure returns (uint256) {
        return reserveIn * amountOut * 1_000 / ((reserveOut - amountOut) * 997) + 1;
    }
}
