// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {PriceQuestion} from "../shared/PriceQuestion.sol";
import {SiloMath} from "./SiloMath.sol";
import {Conditions, Parameters, PriceState, Quote} from "./SiloTypes.sol";

/// @title What prices hold now, and why none does
/// @notice A feed and the average of an exchange, both fresh and close to each other; the lower values, the higher pays
/// out. A source that fails, lies about its time, or answers nonsense is no price, and never an obstacle to what needs
/// none (`PriceQuestion`). rules.md S15, S17
abstract contract SiloPrices {
    /// @notice What an action is judged by now.
    function conditions() external view returns (Conditions memory now_) {
        now_.parameters = parameters();
        (Quote memory feed, Quote memory dex, Quote memory usdc) = _quotes(now_.parameters);
        now_.state = _stateOf(feed, dex, now_.parameters);
        if (now_.state == PriceState.Fresh) {
            (now_.low, now_.high) = feed.price < dex.price ? (feed.price, dex.price) : (dex.price, feed.price);
        }
        now_.isUsdcSound = _isUsdcSound(usdc, now_.parameters);
    }

    /// @notice What the three sources say, for display: a price of 0 is none.
    /// @return feed The external feed of XTZ.
    /// @return dex The average of the exchange.
    /// @return usdc The feed of USDC.
    function quotes() external view returns (Quote memory feed, Quote memory dex, Quote memory usdc) {
        return _quotes(parameters());
    }

    /// @notice All parameters.
    function parameters() public view virtual returns (Parameters memory);

    function _quotes(Parameters memory p)
        private
        view
        returns (Quote memory feed, Quote memory dex, Quote memory usdc)
    {
        return (_ask(p.feedSource), _ask(p.dexSource), _ask(p.usdcSource));
    }

    function _ask(address source) private view returns (Quote memory quote) {
        (quote.price, quote.updatedAt) = PriceQuestion.ask(source);
    }

    /// @dev Equal to the heartbeat is fresh.
    function _isStale(Quote memory quote, uint256 heartbeatSeconds) private view returns (bool) {
        return block.timestamp - quote.updatedAt > heartbeatSeconds;
    }

    function _stateOf(Quote memory feed, Quote memory dex, Parameters memory p) private view returns (PriceState) {
        if (feed.price == 0) return PriceState.FeedUnusable;
        if (_isStale(feed, p.feedHeartbeatSeconds)) return PriceState.FeedStale;
        if (dex.price == 0) return PriceState.DexUnusable;
        if (_isStale(dex, p.dexHeartbeatSeconds)) return PriceState.DexStale;
        (uint256 low, uint256 high) = feed.price < dex.price ? (feed.price, dex.price) : (dex.price, feed.price);
        if ((high - low) * SiloMath.BPS > p.maxDeviationBps * low) return PriceState.Deviates;
        return PriceState.Fresh;
    }

    function _isUsdcSound(Quote memory usdc, Parameters memory p) private view returns (bool) {
        if (usdc.price == 0 || _isStale(usdc, p.usdcHeartbeatSeconds)) return false;
        return usdc.price * SiloMath.BPS >= SiloMath.WAD * (SiloMath.BPS - p.depegBps);
    }
}
