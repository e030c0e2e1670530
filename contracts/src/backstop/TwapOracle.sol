// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {PriceFeedAdapter} from "./PriceFeedAdapter.sol";

/// @title Time-weighted average price
/// @notice Anyone records the adapter's price with `poke`. An observation holds until the next one; the last one holds
/// on, so that an average that could be computed once can always be computed again, to the same value.
/// @dev Every observation carries the running sum of price times seconds: an average costs two binary searches, however
/// often somebody pokes.
contract TwapOracle {
    using SafeCast for uint256;

    /// @param observedAt Unix seconds of the observation.
    /// @param priceUsdt USDT units (6 decimals) per whole token from `observedAt` on.
    /// @param priceSeconds Sum of price times seconds from the first observation up to `observedAt`.
    struct Observation {
        uint64 observedAt;
        uint192 priceUsdt;
        uint256 priceSeconds;
    }

    /// @notice Source of the recorded prices.
    PriceFeedAdapter public immutable adapter;

    Observation[] private _observations;

    /// @notice A price was recorded. `priceUsdt`: USDT units (6 decimals) per whole token; `observedAt`: unix seconds.
    event PriceObserved(uint256 indexed index, uint256 priceUsdt, uint256 observedAt);

    /// @notice There is already an observation in this block's second.
    error Backstop_AlreadyObserved(uint256 observedAt);

    /// @notice No observation at or before the start of the window. `firstAt` is 0 when there is none at all.
    error Backstop_NoObservation(uint256 neededAt, uint256 firstAt);

    /// @notice The window ends in the future. Times are unix seconds.
    error Backstop_WindowInFuture(uint256 end, uint256 now_);

    /// @notice The window has no length, or is longer than the time since 1970.
    error Backstop_InvalidWindow(uint256 end, uint256 window);

    /// @param adapter_ Source of the recorded prices.
    constructor(PriceFeedAdapter adapter_) {
        adapter = adapter_;
    }

    /// @notice Records the adapter's price. Anyone may call; observations are only ever appended.
    /// @dev Reverts with Backstop_AlreadyObserved in a second that has one, and with the adapter's errors.
    /// @return priceUsdt The recorded price, USDT units (6 decimals) per whole token.
    function poke() external returns (uint256 priceUsdt) {
        uint256 count = _observations.length;
        uint256 priceSeconds = 0;
        if (count != 0) {
            Observation storage last = _observations[count - 1];
            if (last.observedAt == block.timestamp) revert Backstop_AlreadyObserved(block.timestamp);
            priceSeconds = _priceSecondsFrom(last, block.timestamp);
        }
        (priceUsdt,) = adapter.latestPrice();
        _observations.push(Observation(block.timestamp.toUint64(), priceUsdt.toUint192(), priceSeconds));
        emit PriceObserved(count, priceUsdt, block.timestamp);
    }

    /// @notice Average price over [end - window, end). Rounds down. rules.md B9, B12, B13
    /// @dev Reverts with Backstop_InvalidWindow, Backstop_WindowInFuture or Backstop_NoObservation.
    /// @param end End of the window in unix seconds, not after now.
    /// @param window Length of the window in seconds, not 0.
    /// @return priceUsdt USDT units (6 decimals) per whole token.
    function twap(uint256 end, uint256 window) external view returns (uint256 priceUsdt) {
        if (window == 0 || window > end) revert Backstop_InvalidWindow(end, window);
        if (end > block.timestamp) revert Backstop_WindowInFuture(end, block.timestamp);
        uint256 priceSecondsAtStart = _priceSecondsAt(end - window);
        priceUsdt = (_priceSecondsAt(end) - priceSecondsAtStart) / window;
    }

    /// @notice The newest observation. Reverts with Backstop_NoObservation when there is none.
    /// @return priceUsdt USDT units (6 decimals) per whole token.
    /// @return updatedAt Unix seconds of the observation.
    function latest() external view returns (uint256 priceUsdt, uint256 updatedAt) {
        uint256 count = _observations.length;
        if (count == 0) revert Backstop_NoObservation(block.timestamp, 0);
        Observation storage last = _observations[count - 1];
        return (last.priceUsdt, last.observedAt);
    }

    /// @notice Number of observations.
    function observationCount() external view returns (uint256) {
        return _observations.length;
    }

    /// @notice Observation number `index`, the oldest is 0. Panics when there is no such observation.
    function observationAt(uint256 index) external view returns (Observation memory) {
        return _observations[index];
    }

    /// @notice Unix seconds of the first observation, 0 when there is none.
    function firstObservedAt() public view returns (uint256) {
        return _observations.length == 0 ? 0 : _observations[0].observedAt;
    }

    /// @dev Sum of price times seconds from the first observation up to `time`.
    function _priceSecondsAt(uint256 time) private view returns (uint256) {
        uint256 count = _countUpTo(time);
        if (count == 0) revert Backstop_NoObservation(time, firstObservedAt());
        return _priceSecondsFrom(_observations[count - 1], time);
    }

    /// @dev Sum of price times seconds up to `time`, from the observation that holds then.
    function _priceSecondsFrom(Observation storage observation, uint256 time) private view returns (uint256) {
        return observation.priceSeconds + uint256(observation.priceUsdt) * (time - observation.observedAt);
    }

    /// @dev Number of observations at or before `time`, by binary search.
    function _countUpTo(uint256 time) private view returns (uint256 low) {
        uint256 high = _observations.length;
        while (low < high) {
            uint256 middle = (low + high) / 2;
            if (_observations[middle].observedAt <= time) low = middle + 1;
            else high = middle;
        }
    }
}
