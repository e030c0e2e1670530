// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

/// @title An adapter that exchanges USDC and XTZ for its caller
/// @notice The caller pays by allowance, receives itself, and measures both: nothing an adapter says is believed.
/// rules.md S13
interface Exchange {
    /// @notice Pays exactly `amountIn` for at least `minOut`, or reverts.
    /// @param tokenIn Token the caller pays.
    /// @param tokenOut Token the caller receives.
    /// @param amountIn In base units of `tokenIn`.
    /// @param minOut In base units of `tokenOut`.
    function exactInput(IERC20 tokenIn, IERC20 tokenOut, uint256 amountIn, uint256 minOut) external;

    /// @notice Pays at most `maxIn` for exactly `amountOut`, or reverts.
    /// @param tokenIn Token the caller pays.
    /// @param tokenOut Token the caller receives.
    /// @param amountOut In base units of `tokenOut`.
    /// @param maxIn In base units of `tokenIn`.
    function exactOutput(IERC20 tokenIn, IERC20 tokenOut, uint256 amountOut, uint256 maxIn) external;
}
