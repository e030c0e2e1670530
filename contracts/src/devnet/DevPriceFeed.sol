// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AggregatorV3} from "../shared/AggregatorV3.sol";

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

    /// @notice Round of the newest answer: phase in the upper 16 bits, number in the lower 64, as Chainlink counts.
    uint80 public roundId = 1 << 64;

    /// @param answer With `decimals` decimals.
    /// @param updatedAt Unix seconds; 0: no such round.
    struct Round {
        int256 answer;
        uint256 updatedAt;
    }

    mapping(uint80 id => Round) private _rounds;

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
        setRound(roundId + 1, answer_, updatedAt_);
    }

    /// @notice Answers in the next phase, as after a change of the aggregator.
    /// @param answer_ Price with `decimals` decimals; 0 and less are allowed.
    function setAnswerInNextPhase(int256 answer_) external {
        setRound((((roundId >> 64) + 1) << 64) | 1, answer_, block.timestamp);
    }

    /// @notice Answers as any round, which becomes the newest.
    /// @param id Round id.
    /// @param answer_ Price with `decimals` decimals; 0 and less are allowed.
    /// @param updatedAt_ Unix seconds.
    function setRound(uint80 id, int256 answer_, uint256 updatedAt_) public {
        answer = answer_;
        updatedAt = updatedAt_;
        roundId = id;
        _rounds[id] = Round(answer_, updatedAt_);
        emit AnswerUpdated(answer_, id, updatedAt_);
    }

    /// @inheritdoc AggregatorV3
    function latestRoundData() external view returns (uint80, int256, uint256, uint256, uint80) {
        return (roundId, answer, updatedAt, updatedAt, roundId);
    }

    /// @inheritdoc AggregatorV3
    function getRoundData(uint80 id) external view returns (uint80, int256, uint256, uint256, uint80) {
        Round memory found = _rounds[id];
        require(found.updatedAt != 0, "No data present");
        return (id, found.answer, found.updatedAt, found.updatedAt, id);
    }
}
