// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {AggregatorV3} from "./AggregatorV3.sol";
import {PriceSource} from "./PriceSource.sol";

/// @title A Chainlink-like USD feed as a source of prices
contract FeedSource is PriceSource {
    /// @notice Feed that is read.
    AggregatorV3 public immutable feed;

    /// @dev One whole price in the feed's own decimals.
    uint256 private immutable _feedUnit;

    /// @dev Answers above are no prices, and no product with one below overflows.
    int256 private constant MAX_ANSWER = int256(uint256(type(uint96).max));

    /// @param feed_ USD feed of one whole token.
    constructor(AggregatorV3 feed_) {
        feed = feed_;
        _feedUnit = 10 ** feed_.decimals();
    }

    /// @inheritdoc PriceSource
    /// @dev An answer of 0 or less, or beyond all prices, is a price of 0. Rounds down.
    function latest() external view returns (uint256 price, uint256 updatedAt) {
        int256 answer;
        (, answer,, updatedAt,) = feed.latestRoundData();
        if (answer <= 0 || answer > MAX_ANSWER) return (0, updatedAt);
        // forge-lint: disable-next-line(unsafe-typecast)
        price = Math.mulDiv(uint256(answer), 1e18, _feedUnit);
    }
}
