// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {PriceFeedAdapter} from "./PriceFeedAdapter.sol";

/// @notice Where the rounds of a window are, in the feed's own ids. rules.md B17
/// @param previousLast Last round of the phase before the one of `first`; 0 if that phase has no round, or there is no
/// such phase.
/// @param first Last round with a price at or before the start of the window.
/// @param phaseFirsts First round of each later phase, the earliest phase first, as far as the window needs them.
struct Path {
    uint80 previousLast;
    uint80 first;
    uint80[] phaseFirsts;
}

/// @title Finds the rounds of a window, for whoever hands them in
/// @notice Only a help: what is found is checked like anything else that is handed in. It searches, so it is meant to be
/// called off chain. It takes the rounds of a phase to be in order of time, without a hole.
abstract contract PricePath {
    /// @notice Source of the rounds.
    PriceFeedAdapter public immutable adapter;

    /// @notice The feed has no round with a price at or before the start of the window. Unix seconds.
    error Backstop_NoRoundBefore(uint256 start);

    constructor(PriceFeedAdapter adapter_) {
        adapter = adapter_;
    }

    /// @notice The rounds of the window [end - window, end). Reverts with Backstop_NoRoundBefore.
    /// @param end End of the window in unix seconds.
    /// @param window Length of the window in seconds, at most `end`.
    function pathOf(uint256 end, uint256 window) public view returns (Path memory path) {
        uint256 start = end - window;
        (uint80 latest,) = adapter.latestRound();
        uint80 phase = latest >> 64;
        // forge-lint: disable-next-line(unsafe-typecast)
        uint64 last = uint64(latest);
        uint80[] memory firsts = new uint80[](phase + 1);
        uint256 count = 0;
        while (true) {
            uint64 index = _countUpTo(phase, last, start);
            uint64 previous = phase > 1 ? _lastOf(phase - 1) : 0;
            uint256 previousAt = previous == 0 ? 0 : _at(phase - 1, previous);
            if (previous == 0 || (index != 0 && _at(phase, index) > previousAt)) {
                path.first = _withPrice(phase, index, start);
                path.previousLast = previous == 0 ? 0 : _id(phase - 1, previous);
                break;
            }
            firsts[count++] = _id(phase, _countUpTo(phase, last, previousAt) + 1);
            (phase, last) = (phase - 1, previous);
        }
        path.phaseFirsts = new uint80[](count);
        for (uint256 i = 0; i < count; ++i) {
            path.phaseFirsts[i] = firsts[count - 1 - i];
        }
    }

    /// @dev Id of a round of a phase.
    function _id(uint80 phase, uint64 index) internal pure returns (uint80) {
        return (phase << 64) | index;
    }

    /// @dev Unix seconds of a round, 0 if there is none.
    function _at(uint80 phase, uint64 index) private view returns (uint256 updatedAt) {
        (, updatedAt) = adapter.round(_id(phase, index));
    }

    /// @dev The last round up to `index` that has a price.
    function _withPrice(uint80 phase, uint64 index, uint256 start) private view returns (uint80) {
        for (; index != 0; --index) {
            (uint256 price,) = adapter.round(_id(phase, index));
            if (price != 0) return _id(phase, index);
        }
        revert Backstop_NoRoundBefore(start);
    }

    /// @dev How many of the first `last` rounds of a phase are at or before `time`, by binary search.
    function _countUpTo(uint80 phase, uint64 last, uint256 time) private view returns (uint64 low) {
        uint64 high = last;
        while (low < high) {
            uint64 middle = low + (high - low + 1) / 2;
            if (_at(phase, middle) <= time) low = middle;
            else high = middle - 1;
        }
    }

    /// @dev Number of the last round of a phase, 0 if it has none: doubling, then binary search.
    function _lastOf(uint80 phase) private view returns (uint64 low) {
        uint64 high = 1;
        while (_at(phase, high) != 0) {
            low = high;
            high *= 2;
        }
        while (high - low > 1) {
            uint64 middle = low + (high - low) / 2;
            if (_at(phase, middle) != 0) low = middle;
            else high = middle;
        }
    }
}
