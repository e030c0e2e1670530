// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {DexTwapSource} from "../shared/DexTwapSource.sol";
import {Pair} from "../shared/Pair.sol";
import {PriceSource} from "../shared/PriceSource.sol";
import {LiquiditySource} from "./LiquiditySource.sol";

/// @title What a pool holds of the token that collateral is sold for, averaged over an hour or more, in USD
/// @notice Only that side counts: it is the most that a sale of collateral could ever bring. It is derived from the
/// geometric mean of both reserves, which no trade moves, at the average price. A pair keeps no sum of that mean, so it is
/// sampled here by anyone, at any time; between two samples the lower one counts, and a sample is of reserves that have
/// stood since an earlier block: liquidity that comes and goes within one counts for nothing, and one honest sample in
/// between undoes more than that. rules.md C9
contract PoolLiquidity is LiquiditySource {
    /// @param cumulative Sum of means times seconds.
    /// @param time Unix seconds.
    struct Observation {
        uint256 cumulative;
        uint256 time;
    }

    uint256 private constant WAD = 1e18;

    /// @notice Average price of the collateral in the other token of the pair.
    DexTwapSource public immutable average;

    /// @notice Price of the other token in USD.
    PriceSource public immutable quote;

    /// @notice The pair.
    Pair public immutable pair;

    /// @notice Shortest time an average is over, in seconds.
    uint256 public immutable windowSeconds;

    /// @dev A whole one of the other token.
    uint256 private immutable _quoteUnit;

    /// @notice The newest sample of the geometric mean of both reserves, in units.
    uint256 public sample;

    /// @notice The newest sum, and when the newest sample was taken.
    Observation public newest;

    /// @notice The sum before the one that began the running window.
    Observation public older;

    /// @notice The sum that began the running window.
    Observation public newer;

    /// @notice A sample was taken.
    event Sampled(uint256 sample, uint256 cumulative);

    /// @notice The reserves have changed in this block: they need not last.
    error Liquidity_ChangedNow();

    /// @notice The average is over less than an hour. Seconds.
    error Liquidity_WindowTooShort(uint256 windowSeconds);

    /// @param average_ Average price of the collateral in the other token of its pair.
    /// @param quote_ Price of the other token in USD.
    /// @param quoteDecimals Of the other token.
    constructor(DexTwapSource average_, PriceSource quote_, uint8 quoteDecimals) {
        (average, quote, pair, windowSeconds) = (average_, quote_, average_.pair(), average_.windowSeconds());
        if (windowSeconds < 1 hours) revert Liquidity_WindowTooShort(windowSeconds);
        _quoteUnit = 10 ** quoteDecimals;
        newest = newer = older = Observation(0, block.timestamp);
    }

    /// @notice Takes a sample; anyone may, at any time. Reverts with Liquidity_ChangedNow.
    function observe() external {
        (uint256 mean, bool isChangedNow) = _mean();
        if (isChangedNow) revert Liquidity_ChangedNow();
        newest = Observation(_cumulative(mean), block.timestamp);
        sample = mean;
        if (block.timestamp - newer.time >= windowSeconds) {
            older = newer;
            newer = newest;
        }
        emit Sampled(mean, newest.cumulative);
    }

    /// @inheritdoc LiquiditySource
    /// @dev Reverts as the price of the other token does. `updatedAt` is the oldest of the three times; the mean's is now
    /// while the average is over one window, and earlier by what it is longer. Rounds down.
    function latest() external view returns (uint256 liquidityWad, uint256 updatedAt) {
        (uint256 price, uint256 priceAt) = average.latest();
        (uint256 quotePrice, uint256 quoteAt) = quote.latest();
        Observation memory from = block.timestamp - newer.time < windowSeconds ? older : newer;
        uint256 elapsed = block.timestamp - from.time;
        bool isKnown = elapsed >= windowSeconds;
        updatedAt = Math.min(Math.min(priceAt, quoteAt), isKnown ? from.time + windowSeconds : from.time);
        if (!isKnown) return (0, updatedAt);
        (uint256 mean,) = _mean();
        uint256 side = Math.mulDiv((_cumulative(mean) - from.cumulative) / elapsed, Math.sqrt(price * WAD), WAD);
        liquidityWad = Math.mulDiv(side, quotePrice, _quoteUnit);
    }

    /// @dev The sum carried on to now, at the lower of the newest sample and this one.
    function _cumulative(uint256 mean) private view returns (uint256) {
        return newest.cumulative + Math.min(sample, mean) * (block.timestamp - newest.time);
    }

    /// @dev The geometric mean of both reserves, in units, and whether they have changed in this block. Rounds down.
    function _mean() private view returns (uint256 mean, bool isChangedNow) {
        (uint112 reserve0, uint112 reserve1, uint32 changedAt) = pair.getReserves();
        // As the pair itself counts time.
        // forge-lint: disable-next-line(unsafe-typecast)
        return (Math.sqrt(uint256(reserve0) * reserve1), changedAt == uint32(block.timestamp));
    }
}
