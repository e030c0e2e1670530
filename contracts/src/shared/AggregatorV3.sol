// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title The part of Chainlink's AggregatorV3Interface that is used here
interface AggregatorV3 {
    /// @notice Number of decimals of an answer.
    function decimals() external view returns (uint8);

    /// @notice The newest answer.
    /// @return roundId Round of the answer.
    /// @return answer Price with `decimals()` decimals; a broken feed may answer 0 or less.
    /// @return startedAt Unix seconds at which the round started.
    /// @return updatedAt Unix seconds at which the answer was computed.
    /// @return answeredInRound Round in which the answer was computed.
    function latestRoundData()
        external
        view
        returns (uint80 roundId, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound);

    /// @notice The answer of one round. For a round that does not exist a feed reverts with a reason, or answers
    /// `updatedAt` 0.
    /// @param id Round id: phase of the feed in the upper 16 bits, round of its aggregator in the lower 64.
    /// @return roundId Round of the answer.
    /// @return answer Price with `decimals()` decimals; a broken feed may answer 0 or less.
    /// @return startedAt Unix seconds at which the round started.
    /// @return updatedAt Unix seconds at which the answer was computed.
    /// @return answeredInRound Round in which the answer was computed.
    function getRoundData(uint80 id)
        external
        view
        returns (uint80 roundId, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound);
}
