// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {MusdtMath} from "./MusdtMath.sol";
import {Musdt_DeadlinePassed, Musdt_InvalidEpochLength} from "./MusdtErrors.sol";

/// @title Epochs of the vault, by block time
/// @notice Epochs follow each other without anybody's transaction. rules.md M8
abstract contract MusdtClock {
    /// @notice Seconds of an epoch; 0 for a vault with an instant exit. rules.md M8
    uint256 public immutable epochLength;

    /// @notice Unix seconds at which epoch 1 started.
    uint256 public immutable epochOrigin;

    /// @dev Reverts with Musdt_DeadlinePassed. The last valid second is the deadline.
    modifier inTime(uint256 deadline) {
        if (block.timestamp > deadline) revert Musdt_DeadlinePassed(deadline, block.timestamp);
        _;
    }

    /// @param epochLength_ Seconds of an epoch, a multiple of 3, or 0. Reverts with Musdt_InvalidEpochLength.
    constructor(uint256 epochLength_) {
        if (epochLength_ % 3 != 0) revert Musdt_InvalidEpochLength(epochLength_);
        epochLength = epochLength_;
        epochOrigin = block.timestamp;
    }

    /// @notice Number of the running epoch, from 1 on; 0 in a vault with an instant exit. rules.md M8
    function currentEpoch() public view returns (uint256) {
        return epochLength == 0 ? 0 : MusdtMath.epochNumberAt(block.timestamp, epochOrigin, epochLength);
    }

    /// @notice Unix seconds at which the running epoch started; the deployment in a vault with an instant exit.
    function currentEpochStart() public view returns (uint256) {
        return epochLength == 0 ? epochOrigin : MusdtMath.epochStart(currentEpoch(), epochOrigin, epochLength);
    }

    /// @notice Seconds from the start of an epoch in which withdrawals can be requested: two thirds of it. rules.md M8
    function requestWindow() public view returns (uint256) {
        return epochLength / 3 * 2;
    }
}
