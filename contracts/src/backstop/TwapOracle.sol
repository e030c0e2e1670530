// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {PriceFeedAdapter} from "./PriceFeedAdapter.sol";
import {Path, PricePath} from "./PricePath.sol";

/// @title Time-weighted average price, out of the feed's own rounds
/// @notice A price holds from its round to the next. Anyone hands in where the rounds of a window are, at any time after
/// it: which rounds they are is checked, so there is one answer, and nothing to time or to choose. rules.md B17
/// @dev The rounds of a feed are one sequence: round after round of a phase (an aggregator) until there is no next one,
/// then on with the next phase's first round that is later. A round whose answer is no price, or whose time runs
/// backwards, counts as missing.
/// Where two rounds are further apart than heartbeat and grace, or none came since the end of the window, the average is
/// refused for 7 days, and then computed all the same, by the same formula: the last price holds until the next round.
/// So the fallback adds no second price that somebody could prefer, and it opens by that proof, never by silence of
/// those who could hand in.
contract TwapOracle is PricePath {
    /// @notice Seconds from the end of a window until what the feed left out is no reason to refuse any more.
    uint256 public constant FALLBACK_DELAY = 7 days;

    /// @notice Longest time between two rounds of a window, in seconds: heartbeat and grace.
    uint256 public immutable maxGapSeconds;

    /// @dev USDT units (6 decimals) per whole token, 0 while not recorded.
    mapping(uint256 end => mapping(uint256 window => uint256 priceUsdt)) private _priceOf;

    /// @dev A walk over the rounds. `lastAt`: time of the newest existing round; `pricedAt`: of the newest with a price.
    struct Walk {
        uint80 id;
        uint256 lastAt;
        uint256 pricedAt;
        uint256 priceUsdt;
        uint256 priceSeconds;
        uint256 phasesUsed;
        /// The first gap that is too long; `gapTo` 0: none.
        uint256 gapFrom;
        uint256 gapTo;
    }

    /// @notice The average of [end - window, end) is known for good. `priceUsdt`: USDT units (6 decimals) per whole
    /// token; `isFallback`: the feed did not cover the window.
    event PriceRecorded(uint256 indexed end, uint256 window, uint256 priceUsdt, uint80 firstRound, bool isFallback);

    /// @notice The window has no length, or is longer than the time since 1970.
    error Backstop_InvalidWindow(uint256 end, uint256 window);

    /// @notice The window ends in the future. Unix seconds.
    error Backstop_WindowInFuture(uint256 end, uint256 now_);

    /// @notice Nobody has handed in the rounds of the window yet.
    error Backstop_PriceNotRecorded(uint256 end, uint256 window);

    /// @notice This round does not exist, or is not the one that stands there in the feed's sequence.
    error Backstop_WrongRound(uint80 roundId);

    /// @notice The feed left more time between two rounds than heartbeat and grace. Unix seconds; from `fallbackAt` on
    /// the earlier price holds across.
    error Backstop_PriceGap(uint256 fromAt, uint256 toAt, uint256 maxGapSeconds, uint256 fallbackAt);

    /// @notice The feed has no round since the end of the window. Unix seconds; from `fallbackAt` on the last price
    /// holds to the end.
    error Backstop_WindowNotCovered(uint256 lastAt, uint256 end, uint256 fallbackAt);

    /// @param adapter_ Source of the rounds.
    /// @param graceSeconds_ How late an answer may be after the feed's heartbeat.
    constructor(PriceFeedAdapter adapter_, uint256 graceSeconds_) PricePath(adapter_) {
        maxGapSeconds = adapter_.heartbeatSeconds() + graceSeconds_;
    }

    /// @notice Records the average price over [end - window, end), once; anyone may, at any time after the end. Rounds
    /// down. rules.md B17
    /// @dev Recorded already, it changes nothing. Reverts with Backstop_InvalidWindow, Backstop_WindowInFuture,
    /// Backstop_WrongRound, Backstop_PriceGap, Backstop_WindowNotCovered, Backstop_PriceFromFuture,
    /// Backstop_FeedFailed.
    /// @param end End of the window in unix seconds, not after now.
    /// @param window Length of the window in seconds, not 0.
    /// @param path Where its rounds are; see `pathOf`.
    /// @return priceUsdt USDT units (6 decimals) per whole token.
    function record(uint256 end, uint256 window, Path calldata path) external returns (uint256 priceUsdt) {
        priceUsdt = _priceOf[end][window];
        if (priceUsdt != 0) return priceUsdt;
        _requireWindow(end, window);
        Walk memory walk = _walk(end, window, path);
        bool isSilent = walk.pricedAt < end;
        if (isSilent) _requireSilence(walk, end);
        else if (walk.gapTo != 0) _requireFallback(walk, end);
        priceUsdt = walk.priceSeconds / window;
        _priceOf[end][window] = priceUsdt;
        emit PriceRecorded(end, window, priceUsdt, path.first, isSilent || walk.gapTo != 0);
    }

    /// @notice The recorded average price over [end - window, end). Reverts with Backstop_PriceNotRecorded. rules.md B9,
    /// B12, B13
    /// @param end End of the window in unix seconds.
    /// @param window Length of the window in seconds.
    /// @return priceUsdt USDT units (6 decimals) per whole token.
    function twap(uint256 end, uint256 window) external view returns (uint256 priceUsdt) {
        priceUsdt = _priceOf[end][window];
        if (priceUsdt == 0) revert Backstop_PriceNotRecorded(end, window);
    }

    /// @notice The recorded average price over [end - window, end), 0 while it is not recorded.
    function recordedPrice(uint256 end, uint256 window) external view returns (uint256) {
        return _priceOf[end][window];
    }

    /// @notice What the average over [end - window, end) is by the rounds there are, gaps or not. For display. Rounds down.
    /// @dev Reverts with Backstop_InvalidWindow, Backstop_WindowInFuture, Backstop_NoRoundBefore,
    /// Backstop_PriceFromFuture, Backstop_FeedFailed.
    /// @return priceUsdt USDT units (6 decimals) per whole token.
    function preview(uint256 end, uint256 window) external view returns (uint256 priceUsdt) {
        _requireWindow(end, window);
        return _walk(end, window, pathOf(end, window)).priceSeconds / window;
    }

    /// @dev Sums price times seconds over the window, along the feed's sequence of rounds.
    function _walk(uint256 end, uint256 window, Path memory path) private view returns (Walk memory walk) {
        uint256 start = end - window;
        _begin(walk, path, start);
        while (walk.pricedAt < end) {
            (uint256 priceUsdt, uint256 updatedAt) = _next(walk, path);
            if (updatedAt == 0) break;
            if (updatedAt > block.timestamp) {
                revert PriceFeedAdapter.Backstop_PriceFromFuture(updatedAt, block.timestamp);
            }
            if (priceUsdt == 0 || updatedAt < walk.pricedAt) continue;
            if (updatedAt <= start) revert Backstop_WrongRound(path.first);
            _add(walk, start, Math.min(updatedAt, end));
            if (updatedAt - walk.pricedAt > maxGapSeconds && walk.gapTo == 0) {
                (walk.gapFrom, walk.gapTo) = (walk.pricedAt, updatedAt);
            }
            (walk.pricedAt, walk.priceUsdt) = (updatedAt, priceUsdt);
        }
        if (walk.pricedAt < end) _add(walk, start, end);
    }

    /// @dev Sets the walk on its first round: the last one with a price at or before the start. That it is the last is
    /// seen by the next one.
    function _begin(Walk memory walk, Path memory path, uint256 start) private view {
        walk.id = path.first;
        (walk.priceUsdt, walk.pricedAt) = adapter.round(path.first);
        walk.lastAt = walk.pricedAt;
        if (walk.priceUsdt == 0 || walk.pricedAt == 0 || walk.pricedAt > start) revert Backstop_WrongRound(path.first);
        uint80 phase = path.first >> 64;
        if (phase > 1) _requireBefore(phase - 1, path.previousLast, walk.pricedAt);
    }

    /// @dev The phase before must have ended before `updatedAt`, or that round would not be in the feed's sequence yet.
    function _requireBefore(uint80 phase, uint80 last, uint256 updatedAt) private view {
        if (last == 0) last = _id(phase, 0);
        if (last >> 64 != phase || _exists(last + 1)) revert Backstop_WrongRound(last);
        if (last == _id(phase, 0)) return;
        (, uint256 lastAt) = adapter.round(last);
        if (lastAt == 0 || lastAt >= updatedAt) revert Backstop_WrongRound(last);
    }

    /// @dev Moves on by one round; `updatedAt` is 0 when there is none.
    function _next(Walk memory walk, Path memory path) private view returns (uint256 priceUsdt, uint256 updatedAt) {
        (priceUsdt, updatedAt) = adapter.round(walk.id + 1);
        if (updatedAt != 0) walk.id += 1;
        else if (walk.phasesUsed < path.phaseFirsts.length) (priceUsdt, updatedAt) = _nextPhase(walk, path);
        if (updatedAt != 0) walk.lastAt = Math.max(walk.lastAt, updatedAt);
    }

    /// @dev Moves on to the next phase's first round that is later than all before.
    function _nextPhase(Walk memory walk, Path memory path)
        private
        view
        returns (uint256 priceUsdt, uint256 updatedAt)
    {
        uint80 id = path.phaseFirsts[walk.phasesUsed++];
        (priceUsdt, updatedAt) = adapter.round(id);
        if (id >> 64 != (walk.id >> 64) + 1 || updatedAt <= walk.lastAt) revert Backstop_WrongRound(id);
        // forge-lint: disable-next-line(unsafe-typecast)
        if (uint64(id) != 1) {
            (, uint256 before) = adapter.round(id - 1);
            if (before == 0 || before > walk.lastAt) revert Backstop_WrongRound(id);
        }
        walk.id = id;
    }

    /// @dev Adds the price that holds, from the start or its round on, up to `until`.
    function _add(Walk memory walk, uint256 start, uint256 until) private pure {
        walk.priceSeconds += walk.priceUsdt * (until - Math.max(walk.pricedAt, start));
    }

    /// @dev No round since the end must be what the feed itself says, not what is left out of the path.
    function _requireSilence(Walk memory walk, uint256 end) private view {
        (uint80 latest, uint256 latestAt) = adapter.latestRound();
        if (latest != walk.id) revert Backstop_WrongRound(walk.id);
        uint256 fallbackAt = end + FALLBACK_DELAY;
        if (block.timestamp < fallbackAt) revert Backstop_WindowNotCovered(latestAt, end, fallbackAt);
    }

    /// @dev Reverts with Backstop_PriceGap before the fallback opens.
    function _requireFallback(Walk memory walk, uint256 end) private view {
        uint256 fallbackAt = end + FALLBACK_DELAY;
        if (block.timestamp < fallbackAt) {
            revert Backstop_PriceGap(walk.gapFrom, walk.gapTo, maxGapSeconds, fallbackAt);
        }
    }

    /// @dev Reverts with Backstop_InvalidWindow or Backstop_WindowInFuture.
    function _requireWindow(uint256 end, uint256 window) private view {
        if (window == 0 || window > end) revert Backstop_InvalidWindow(end, window);
        if (end > block.timestamp) revert Backstop_WindowInFuture(end, block.timestamp);
    }

    /// @dev Whether the feed has this round.
    function _exists(uint80 id) private view returns (bool) {
        (, uint256 updatedAt) = adapter.round(id);
        return updatedAt != 0;
    }
}
