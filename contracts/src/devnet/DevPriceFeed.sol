// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AggregatorV3} from "../backstop/AggregatorV3.sol";

/// @title Chainlink-like feed for local chains and tests
/// @notice Anyone sets any answer, broken ones included.
contract DevPriceFeed is AggregatorV3 {
    /// @notice Decimals of an answer.
    uint8 public immutable decimals;

    /// @notice What the feed is of, such as "BTC / USD".
    string public description;

    /// @notice Newest answer.
    int256 public answer;

    /// @notice Unix seconds the newest answer claims.
    uint256 public updatedAt;

    /// @notice Number of the newest answer.
    uint80 public roundId;

    /// @notice An answer was set; `updatedAt` in unix seconds.
    event AnswerUpdated(int256 indexed current, uint256 indexed roundId, uint256 updatedAt);

    /// @param decimals_ Decimals of an answer.
    /// @param description_ What the feed is of.
    constructor(uint8 decimals_, string memory description_) {
        decimals = decimals_;
        description = description_;
    }

    /// @notice Answers `answer_` as of now.
    /// @param answer_ Price with `decimals` decimals; 0 and less are allowed.
    function setAnswer(int256 answer_) external {
        setAnswerAt(answer_, block.timestamp);
    }

    /// @notice Answers `answer_` as of any time, past or future.
    /// @param answer_ Price with `decimals` decimals; 0 and less are allowed.
    /// @param updatedAt_ Unix seconds.
    function setAnswerAt(int256 answer_, uint256 updatedAt_) public {
        answer = answer_;
        updatedAt = updatedAt_;
        roundId += 1;
        emit AnswerUpdated(answer_, roundId, updatedAt_);
    }

    /// @inheritdoc AggregatorV3
    function latestRoundData() external view returns (uint80, int256, uint256, uint256, uint80) {
        return (roundId, answer, updatedAt, updatedAt, roundId);
    }
}
