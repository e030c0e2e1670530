// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {AggregatorV3} from "../shared/AggregatorV3.sol";

/// @title Reads a Chainlink-like USD feed as USDT units per whole token
/// @notice One USD is taken as one USDT. A price that is not positive, older than the heartbeat or from the future is
/// refused: it is never passed on as truth.
contract PriceFeedAdapter {
    /// @dev One USDT in base units (6 decimals).
    uint256 private constant USDT_UNIT = 1e6;

    /// @dev Answers above are no prices, and no product of a formula with one below overflows.
    int256 private constant MAX_ANSWER = int256(uint256(type(uint128).max));

    /// @notice Feed that is read.
    AggregatorV3 public immutable feed;

    /// @notice Longest time the feed may leave between two answers, in seconds.
    uint256 public immutable heartbeatSeconds;

    /// @dev One whole price in the feed's own decimals.
    uint256 private immutable _feedUnit;

    /// @notice The feed answered 0 or less, less than one USDT unit, or more than any price.
    error Backstop_PriceNotPositive(int256 answer);

    /// @notice The answer is older than the heartbeat. Times are unix seconds.
    error Backstop_PriceStale(uint256 updatedAt, uint256 heartbeatSeconds, uint256 now_);

    /// @notice The answer claims to be from the future. Times are unix seconds.
    error Backstop_PriceFromFuture(uint256 updatedAt, uint256 now_);

    /// @notice The feed failed without a reason, so that nothing can be said about the round.
    error Backstop_FeedFailed(uint80 roundId);

    /// @param feed_ USD feed of one whole token.
    /// @param heartbeatSeconds_ Longest time between two answers.
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
        priceUsdt = _inUsdt(answer);
        if (priceUsdt == 0) revert Backstop_PriceNotPositive(answer);
        if (updatedAt > block.timestamp) revert Backstop_PriceFromFuture(updatedAt, block.timestamp);
        if (block.timestamp - updatedAt > heartbeatSeconds) {
            revert Backstop_PriceStale(updatedAt, heartbeatSeconds, block.timestamp);
        }
    }

    /// @notice The newest round of the feed, whatever it says.
    /// @return id Round id: phase of the feed in the upper 16 bits, round of its aggregator in the lower 64.
    /// @return updatedAt Unix seconds of its answer.
    function latestRound() external view returns (uint80 id, uint256 updatedAt) {
        (id,,, updatedAt,) = feed.latestRoundData();
    }

    /// @notice One round of the feed. Rounds down to one USDT unit.
    /// @dev Feeds tell of a round that does not exist by a time of 0, or by reverting with a reason. A failure without
    /// one, such as too little gas, must not pass for that: reverts with Backstop_FeedFailed.
    /// @param id Round id.
    /// @return priceUsdt USDT units (6 decimals) per whole token; 0 if the answer is no price.
    /// @return updatedAt Unix seconds of the answer; 0 if there is no such round.
    function round(uint80 id) external view returns (uint256 priceUsdt, uint256 updatedAt) {
        try feed.getRoundData(id) returns (uint80, int256 answer, uint256, uint256 answeredAt, uint80) {
            return (_inUsdt(answer), answeredAt);
        } catch (bytes memory reason) {
            if (reason.length == 0) revert Backstop_FeedFailed(id);
        }
    }

    /// @dev An answer in USDT units, 0 if it is no price. Rounds down.
    function _inUsdt(int256 answer) private view returns (uint256) {
        if (answer <= 0 || answer > MAX_ANSWER) return 0;
        // forge-lint: disable-next-line(unsafe-typecast)
        return Math.mulDiv(uint256(answer), USDT_UNIT, _feedUnit);
    }
}
