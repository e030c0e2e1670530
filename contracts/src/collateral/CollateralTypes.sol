// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice What holds of a price, and why none does. rules.md C8
enum PriceState {
    /// Current is fresh and not frozen.
    Fresh,
    /// Nothing has become current yet, or not again since a new source.
    None,
    /// Current is older than the heartbeat.
    Stale,
    /// EMERGENCY has frozen it: current is only shown.
    Frozen
}

/// @notice The prices of one collateral, WAD, 0 where there is none. rules.md C8
/// @param state Of `current`.
/// @param current What liquidates.
/// @param next What becomes current at `nextAt`; 0 where nothing is queued.
/// @param live What the source says now; 0 where it is silent, stale or nonsense.
/// @param low The least of current, next (if queued) and live; 0 unless current is fresh and live is there.
/// @param high The greatest of the same; 0 unless current is fresh and live is there.
/// @param updatedAt The feed's own time of `current`.
/// @param nextUpdatedAt The feed's own time of `next`.
/// @param nextAt When `next` becomes current, unix seconds.
struct Prices {
    PriceState state;
    uint256 current;
    uint256 next;
    uint256 live;
    uint256 low;
    uint256 high;
    uint256 updatedAt;
    uint256 nextUpdatedAt;
    uint256 nextAt;
}
