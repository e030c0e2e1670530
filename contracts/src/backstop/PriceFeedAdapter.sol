// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {AggregatorV3} from "./AggregatorV3.sol";

/// @title Reads a Chainlink-like USD feed as USDT units per whole token
/// @notice One USD is taken as one USDT. A price that is not positive, older than the heartbeat or from the future is
/// refused: it is never passed on as truth.
contract PriceFeedAdapter {
    using SafeCast for int256;

    /// @dev One USDT in base units (6 decimals).
    uint256 private constant USDT_UNIT = 1e6;

    /// @notice Feed that is read.
    AggregatorV3 public immutable feed;

    /// @notice Oldest age of an answer that is still accepted, in seconds.
    uint256 public immutable heartbeatSeconds;

    /// @dev One whole price in the feed's own decimals.
    uint256 private immutable _feedUnit;

    /// @notice The feed answered 0 or less, or less than one USDT unit.
    error Backstop_PriceNotPositive(int256 answer);

    /// @notice The answer is older than the heartbeat. Times are unix seconds.
    error Backstop_PriceStale(uint256 updatedAt, uint256 heartbeatSeconds, uint256 now_);

    /// @notice The answer claims to be from the future. Times are unix seconds.
    error Backstop_PriceFromFuture(uint256 updatedAt, uint256 now_);

    /// @param feed_ USD feed of one whole token.
    /// @param heartbeatSeconds_ Oldest accepted age of an answer.
    constructor(AggregatorV3 feed_, uint256 heartbeatSeconds_) {
        feed = feed_;
        heartbeatSeconds = heartbeatSeconds_;
        _feedUnit = 10 ** feed_.decimals();
    }

    /// @notice The current price. Rounds down to one USDT unit.
    /// @dev Reverts with Backstop_PriceNotPositive, Backstop_PriceStale or Backstop_PriceFromFuture.
    /// @return priceUsdt USDT units (6 decimals) per whole token, above 0.
    /// @return updatedAt Unix seconds at which the feed computed it.
    function latestPrice() external view returns (uint256 priceUsdt, uint256 updatedAt) {
        int256 answer;
        (, answer,, updatedAt,) = feed.latestRoundData();
        if (answer <= 0) revert Backstop_PriceNotPositive(answer);
        if (updatedAt > block.timestamp) revert Backstop_PriceFromFuture(updatedAt, block.timestamp);
        if (block.timestamp - updatedAt > heartbeatSeconds) {
            revert Backstop_PriceStale(updatedAt, heartbeatSeconds, block.timestamp);
        }
        priceUsdt = Math.mulDiv(answer.toUint256(), USDT_UNIT, _feedUnit);
        if (priceUsdt == 0) revert Backstop_PriceNotPositive(answer);
    }
}
