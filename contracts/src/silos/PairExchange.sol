// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Exchange} from "./Exchange.sol";
import {Pair} from "../shared/Pair.sol";
import {PairMath} from "./PairMath.sol";

/// @title Exchanges on a Uniswap v2 pair, for a fee of 0.3%
/// @notice Holds nothing between two calls, and knows no reserve: anyone may use it. rules.md S13
contract PairExchange is Exchange {
    using SafeERC20 for IERC20;

    /// @notice Exchange of the two tokens.
    Pair public immutable pair;

    /// @dev The pair's token0.
    address private immutable _token0;

    /// @notice The pair gives less than is asked. In base units of the token received.
    error Silos_BelowMinOut(uint256 out, uint256 minOut);

    /// @notice The pair wants more than is offered. In base units of the token paid.
    error Silos_AboveMaxIn(uint256 needed, uint256 maxIn);

    /// @notice The pair has not as much of the token. In base units of it.
    error Silos_PairShort(uint256 amountOut, uint256 reserveOut);

    /// @param pair_ Exchange of the two tokens.
    constructor(Pair pair_) {
        pair = pair_;
        _token0 = pair_.token0();
    }

    /// @inheritdoc Exchange
    /// @dev Reverts with Silos_BelowMinOut.
    function exactInput(IERC20 tokenIn, IERC20 tokenOut, uint256 amountIn, uint256 minOut) external {
        (uint256 reserveIn, uint256 reserveOut) = _reserves(tokenIn);
        uint256 out = PairMath.outputDown(amountIn, reserveIn, reserveOut);
        if (out < minOut) revert Silos_BelowMinOut(out, minOut);
        _swap(tokenIn, tokenOut, amountIn, out);
    }

    /// @inheritdoc Exchange
    /// @dev Reverts with Silos_PairShort, Silos_AboveMaxIn.
    function exactOutput(IERC20 tokenIn, IERC20 tokenOut, uint256 amountOut, uint256 maxIn) external {
        (uint256 reserveIn, uint256 reserveOut) = _reserves(tokenIn);
        if (amountOut >= reserveOut) revert Silos_PairShort(amountOut, reserveOut);
        uint256 needed = PairMath.inputUp(amountOut, reserveIn, reserveOut);
        if (needed > maxIn) revert Silos_AboveMaxIn(needed, maxIn);
        _swap(tokenIn, tokenOut, needed, amountOut);
    }

    /// @dev Moves the payment to the pair and lets it pay the caller. A pair refuses an output of 0.
    function _swap(IERC20 tokenIn, IERC20 tokenOut, uint256 amountIn, uint256 out) private {
        tokenIn.safeTransferFrom(msg.sender, address(pair), amountIn);
        (uint256 out0, uint256 out1) = address(tokenOut) == _token0 ? (out, uint256(0)) : (uint256(0), out);
        pair.swap(out0, out1, msg.sender, "");
    }

    function _reserves(IERC20 tokenIn) private view returns (uint256 reserveIn, uint256 reserveOut) {
        (uint112 reserve0, uint112 reserve1,) = pair.getReserves();
        return address(tokenIn) == _token0 ? (reserve0, reserve1) : (reserve1, reserve0);
    }
}
