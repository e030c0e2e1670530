// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {AggregatorV3} from "../shared/AggregatorV3.sol";
import {Stbt_ReserveUnknown} from "./StbtErrors.sol";

/// @title What a feed says stands behind the supply
/// @dev Without a feed nothing is limited. rules.md T17
abstract contract StbtReserve {
    /// @notice Proof of reserve, 0 = none.
    AggregatorV3 public immutable reserveFeed;

    /// @notice Seconds after which its answer is too old; at this age it is still fresh.
    uint256 public immutable reserveHeartbeat;

    /// @param feed Proof of reserve, 0 = none.
    /// @param heartbeat Seconds after which its answer is too old.
    constructor(address feed, uint256 heartbeat) {
        reserveFeed = AggregatorV3(feed);
        reserveHeartbeat = heartbeat;
    }

    /// @notice The reserve by a fresh answer (18 decimals), rounded down; without a feed there is no limit: 2^256-1.
    /// Reverts with Stbt_ReserveUnknown where the answer can't be used. rules.md T17
    function reserve() public view returns (uint256) {
        if (address(reserveFeed) == address(0)) return type(uint256).max;
        (, int256 answer,, uint256 updatedAt,) = reserveFeed.latestRoundData();
        bool isFresh = updatedAt <= block.timestamp && block.timestamp - updatedAt <= reserveHeartbeat;
        if (answer <= 0 || !isFresh) revert Stbt_ReserveUnknown(answer, updatedAt, reserveHeartbeat);
        uint256 decimals = reserveFeed.decimals();
        // Positive, so that it keeps its value as unsigned.
        // forge-lint: disable-next-line(unsafe-typecast)
        uint256 units = uint256(answer);
        return decimals > 18 ? units / 10 ** (decimals - 18) : Math.saturatingMul(units, 10 ** (18 - decimals));
    }

    /// @dev The supply may not pass the reserve. Reverts with Stbt_ReserveUnknown, "STBT: EXCEED_RESERVE".
    function _checkCovered(uint256 supply) internal view {
        require(supply <= reserve(), "STBT: EXCEED_RESERVE");
    }

    /// @dev What the supply may grow by; 0 where the feed can't be used, so that a report is carried and never blocked:
    /// whatever the feed does, it does in a call of its own.
    function _roomAbove(uint256 supply) internal view returns (uint256) {
        try this.reserve() returns (uint256 covered) {
            return Math.saturatingSub(covered, supply);
        } catch {
            return 0;
        }
    }
}
