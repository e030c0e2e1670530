// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title What the feed needs of its vault
interface FedVault {
    /// @notice Number of the running epoch.
    function currentEpoch() external view returns (uint256);

    /// @notice Unix seconds at which the running epoch started.
    function currentEpochStart() external view returns (uint256);

    /// @notice Starts the next epoch. The feed only.
    function updateAccPnlPerTokenUsed(uint256 prevPositiveOpenPnl, uint256 newPositiveOpenPnl)
        external
        returns (uint256);
}

/// @title A feed of open trades' PnL with the rhythm of GToken's, for local chains and tests
/// @notice The rhythm of a GToken's epochs is its feed's, and its owner's to change: from `requestsStart` seconds of an
/// epoch on it is asked `requestsCount` times, `requestsEvery` seconds apart, and begins the next epoch as long after the
/// last. From the first request on the vault takes no withdrawals. Here nobody has open trades, every request is
/// answered at once, and anybody may change the rhythm.
contract GTokenFeedStandIn {
    /// @notice Vault whose epochs these are.
    FedVault public immutable gToken;

    /// @notice Seconds from the start of an epoch to the first request.
    uint256 public requestsStart = 2 days;

    /// @notice Seconds between two requests, and from the last to the next epoch.
    uint256 public requestsEvery = 6 hours;

    /// @notice Requests of an epoch.
    uint256 public requestsCount = 4;

    /// @notice Requests made for the next epoch so far.
    uint256 public nextEpochValuesRequestCount;

    /// @notice Unix seconds of the last of them; 0 without one.
    uint256 public nextEpochValuesLastRequest;

    /// @notice Answers to them.
    int256[] public nextEpochValues;

    /// @notice Somebody began an epoch that was due.
    event NewEpochForced(uint256 indexed newEpoch);

    /// @notice An epoch began.
    event NewEpoch(
        uint256 indexed newEpoch,
        uint256 indexed requestId,
        int256[] epochMedianValues,
        int256 epochAverageValue,
        uint256 newEpochPositiveOpenPnl
    );

    /// @param vault Vault whose epochs these are.
    constructor(FedVault vault) {
        gToken = vault;
    }

    /// @notice Changes the rhythm. Anyone may call here.
    function updateRequestsInfoBatch(uint256 newStart, uint256 newEvery, uint256 newCount) external {
        requestsStart = newStart;
        requestsEvery = newEvery;
        requestsCount = newCount;
    }

    /// @notice The next request, or after the last the next epoch, if it is time for it; else nothing.
    function newOpenPnlRequestOrEpoch() external {
        uint256 last = nextEpochValuesLastRequest;
        if (last == 0) {
            if (block.timestamp - gToken.currentEpochStart() >= requestsStart) _request();
        } else if (block.timestamp - last >= requestsEvery) {
            if (nextEpochValuesRequestCount < requestsCount) _request();
            else _startNewEpoch();
        }
    }

    /// @notice Begins an epoch that is due, however many requests there were. Anyone may call.
    function forceNewEpoch() external {
        uint256 age = block.timestamp - gToken.currentEpochStart();
        require(age >= requestsStart + requestsEvery * requestsCount, "TOO_EARLY");
        emit NewEpochForced(_startNewEpoch());
    }

    /// @dev Asks; the answer is there at once.
    function _request() private {
        nextEpochValuesRequestCount += 1;
        nextEpochValuesLastRequest = block.timestamp;
        nextEpochValues.push(0);
    }

    /// @dev Returns the number of the epoch.
    function _startNewEpoch() private returns (uint256 newEpoch) {
        nextEpochValuesRequestCount = 0;
        nextEpochValuesLastRequest = 0;
        gToken.updateAccPnlPerTokenUsed(0, 0);
        newEpoch = gToken.currentEpoch();
        emit NewEpoch(newEpoch, 0, nextEpochValues, 0, 0);
        delete nextEpochValues;
    }
}
