// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {Exchange} from "./Exchange.sol";
import {SiloBase} from "./SiloBase.sol";
import {SiloMath} from "./SiloMath.sol";
import {Cause, Conditions, PriceState} from "./SiloTypes.sol";

/// @title Conversions that never trust the fill
/// @notice Within a bound, measured on both sides, and undone as a whole where one of them is not kept. rules.md S13
abstract contract SiloConversions is SiloBase {
    using SafeERC20 for IERC20;

    /// @dev What a conversion is asked to do. Amounts in base units of the tokens.
    struct Order {
        IERC20 tokenIn;
        IERC20 tokenOut;
        uint256 amountIn;
        uint256 amountOut;
        bool isExactOutput;
    }

    /// @notice A conversion was made: what left and what arrived, measured, in base units of the tokens.
    event Converted(Cause indexed cause, bool indexed buysXtz, uint256 spent, uint256 received);

    /// @notice A conversion was not made: none is allowed now, or the exchange was worse than the bound. The step may be
    /// repeated. `wanted`: what was missing, in base units of the token received; `available`: what could have been
    /// spent for it.
    event ConversionSkipped(Cause indexed cause, bool indexed buysXtz, uint256 wanted, uint256 available);

    /// @notice Only the reserve itself may do this.
    error Silos_NotSelf(address caller);

    /// @notice The exchange gave less than the bound allows, in base units of the token received.
    error Silos_WorseThanBound(uint256 received, uint256 minOut);

    /// @notice Converts and measures; so that a fill that is not kept to is undone. The reserve itself only.
    /// @dev Reverts with Silos_NotSelf, Silos_WorseThanBound, and with what the exchange reverts with. The exchange
    /// gets no more than its order allows, and no allowance outlives the call.
    /// @param exchange Adapter.
    /// @param order What to do.
    /// @return spent What left, at most `order.amountIn`.
    /// @return received What arrived, at least `order.amountOut`.
    function convert(Exchange exchange, Order calldata order) external returns (uint256 spent, uint256 received) {
        if (msg.sender != address(this)) revert Silos_NotSelf(msg.sender);
        uint256 before = order.tokenIn.balanceOf(address(this));
        uint256 beforeOut = order.tokenOut.balanceOf(address(this));
        order.tokenIn.forceApprove(address(exchange), order.amountIn);
        if (order.isExactOutput) {
            exchange.exactOutput(order.tokenIn, order.tokenOut, order.amountOut, order.amountIn);
        } else {
            exchange.exactInput(order.tokenIn, order.tokenOut, order.amountIn, order.amountOut);
        }
        order.tokenIn.forceApprove(address(exchange), 0);
        spent = before - order.tokenIn.balanceOf(address(this));
        received = order.tokenOut.balanceOf(address(this)) - beforeOut;
        if (received < order.amountOut) revert Silos_WorseThanBound(received, order.amountOut);
    }

    /// @dev Whether anything may be converted now. rules.md S15, S17
    function _canConvert(Conditions memory now_) internal pure returns (bool) {
        return now_.state == PriceState.Fresh && now_.isUsdcSound;
    }

    /// @dev Fills a deficit: by exact output, or, where `available` does not reach, by exact input of all of it. Worse
    /// than the bound, it is skipped. Nothing wanted or nothing available is no conversion, and not told of.
    /// @param wanted What is missing, in base units of the token received.
    /// @param available The most that may be spent, in base units of the other.
    function _fill(Cause cause, Conditions memory now_, bool buysXtz, uint256 wanted, uint256 available)
        internal
        returns (uint256 spent, uint256 received)
    {
        if (wanted == 0 || available == 0) return (0, 0);
        bool isMade;
        if (_canConvert(now_)) {
            uint256 most = _mostIn(now_, buysXtz, wanted);
            (isMade, spent, received) = _try(now_, _order(buysXtz, Math.min(most, available), wanted, true));
            uint256 least = _leastOut(now_, buysXtz, available);
            if (!isMade && most > available && least > 0) {
                (isMade, spent, received) = _try(now_, _order(buysXtz, available, least, false));
            }
        }
        if (isMade) emit Converted(cause, buysXtz, spent, received);
        else emit ConversionSkipped(cause, buysXtz, wanted, available);
    }

    /// @dev Spends an amount by exact input, or reverts: what is worse than the bound stays undone as a whole. An amount
    /// too small to bring anything is left alone.
    function _spend(Cause cause, Conditions memory now_, bool buysXtz, uint256 amount)
        internal
        returns (uint256 spent, uint256 received)
    {
        uint256 least = _leastOut(now_, buysXtz, amount);
        if (least == 0) return (0, 0);
        _requireUsdc(now_);
        (spent, received) = this.convert(_exchangeOf(now_), _order(buysXtz, amount, least, false));
        emit Converted(cause, buysXtz, spent, received);
    }

    function _try(Conditions memory now_, Order memory order)
        private
        returns (bool isMade, uint256 spent, uint256 received)
    {
        try this.convert(_exchangeOf(now_), order) returns (uint256 spent_, uint256 received_) {
            return (true, spent_, received_);
        } catch {}
    }

    function _order(bool buysXtz, uint256 amountIn, uint256 amountOut, bool isExactOutput)
        private
        view
        returns (Order memory)
    {
        (IERC20 tokenIn, IERC20 tokenOut) = buysXtz ? (usdc, xtz) : (xtz, usdc);
        return Order(tokenIn, tokenOut, amountIn, amountOut, isExactOutput);
    }

    function _exchangeOf(Conditions memory now_) private pure returns (Exchange) {
        return Exchange(now_.parameters.exchange);
    }

    /// @dev The most that may be paid for an output. Rounds up.
    function _mostIn(Conditions memory now_, bool buysXtz, uint256 out) private pure returns (uint256) {
        uint256 slippageBps = now_.parameters.slippageBps;
        if (buysXtz) return SiloMath.boughtMaxUp(out, now_.high, slippageBps);
        return SiloMath.soldMaxUp(out, now_.low, slippageBps);
    }

    /// @dev The least an input must bring. Rounds down.
    function _leastOut(Conditions memory now_, bool buysXtz, uint256 input) private pure returns (uint256) {
        uint256 slippageBps = now_.parameters.slippageBps;
        if (buysXtz) return SiloMath.boughtMinDown(input, now_.high, slippageBps);
        return SiloMath.soldMinDown(input, now_.low, slippageBps);
    }
}
