// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {Pair} from "./Pair.sol";
import {PriceSource} from "./PriceSource.sol";

/// @title The time-weighted average of a token's price on an exchange, from an observation up to now
/// @notice The price of a single block costs an attacker one block; the average over a window costs him the window.
/// Observations are noted by anyone, at most one a window; the average begins at the youngest that is a window old. If
/// nobody notes any, the average grows longer, and as old as it is longer than a window. rules.md S15, C8
/// @dev The price is the ratio of reserves, in units: where both tokens have as many decimals, what a whole token costs
/// in whole tokens of the other. Sums of prices wrap around, as the pair's do.
contract DexTwapSource is PriceSource {
    /// @param cumulative Sum of prices (UQ112.112) times seconds.
    /// @param time Unix seconds.
    struct Observation {
        uint256 cumulative;
        uint256 time;
    }

    /// @dev 1 as UQ112.112.
    uint256 private constant Q112 = 2 ** 112;

    /// @notice Exchange of the token and the one it is priced in.
    Pair public immutable pair;

    /// @notice Shortest time an average is over, in seconds.
    uint256 public immutable windowSeconds;

    /// @dev Whether the token is the pair's token0.
    bool private immutable _isFirst;

    /// @notice The observation before the newest.
    Observation public older;

    /// @notice The newest observation.
    Observation public newer;

    /// @notice An observation was noted.
    event Observed(uint256 cumulative, uint256 time);

    /// @notice The newest observation is not a window old yet. Unix seconds.
    error Twap_ObservedRecently(uint256 lastAt, uint256 nextAt);

    /// @param pair_ Exchange of the token and the one it is priced in, with liquidity in it.
    /// @param token The token whose price is meant.
    /// @param windowSeconds_ Shortest time an average is over.
    constructor(Pair pair_, address token, uint256 windowSeconds_) {
        (pair, windowSeconds) = (pair_, windowSeconds_);
        _isFirst = pair_.token0() == token;
        newer = older = Observation(_cumulativeNow(), block.timestamp);
    }

    /// @notice Notes an observation; anyone may. Reverts with Twap_ObservedRecently.
    function observe() external {
        uint256 nextAt = newer.time + windowSeconds;
        if (block.timestamp < nextAt) revert Twap_ObservedRecently(newer.time, nextAt);
        older = newer;
        newer = Observation(_cumulativeNow(), block.timestamp);
        emit Observed(newer.cumulative, newer.time);
    }

    /// @inheritdoc PriceSource
    /// @dev `updatedAt` is now while the average is over one window, and earlier by what it is longer. Rounds down.
    function latest() external view returns (uint256 price, uint256 updatedAt) {
        Observation memory from = block.timestamp - newer.time < windowSeconds ? older : newer;
        uint256 elapsed = block.timestamp - from.time;
        if (elapsed < windowSeconds || elapsed == 0) return (0, from.time);
        unchecked {
            price = Math.mulDiv((_cumulativeNow() - from.cumulative) / elapsed, 1e18, Q112);
        }
        updatedAt = from.time + windowSeconds;
    }

    /// @dev The pair's sum of prices, carried on to now.
    function _cumulativeNow() private view returns (uint256 cumulative) {
        (uint112 reserve0, uint112 reserve1, uint32 changedAt) = pair.getReserves();
        cumulative = _isFirst ? pair.price0CumulativeLast() : pair.price1CumulativeLast();
        (uint256 own, uint256 other) = _isFirst ? (reserve0, reserve1) : (reserve1, reserve0);
        if (own == 0) return cumulative;
        unchecked {
            // As the pair itself does it.
            // forge-lint: disable-next-line(unsafe-typecast, divide-before-multiply)
            cumulative += (other * Q112 / own) * uint32(block.timestamp - changedAt);
        }
    }
}
