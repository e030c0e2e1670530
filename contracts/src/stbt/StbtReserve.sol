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

    /// @dev The supply may not pass a fresh reserve. Reverts with Stbt_ReserveUnknown, "STBT: EXCEED_RESERVE".
    function _checkCovered(uint256 supply) internal view {
        if (address(reserveFeed) == address(0)) return;
        (, int256 answer,, uint256 updatedAt,) = reserveFeed.latestRoundData();
        if (!_isUsable(answer, updatedAt)) revert Stbt_ReserveUnknown(answer, updatedAt, reserveHeartbeat);
        require(supply <= _inWei(answer), "STBT: EXCEED_RESERVE");
    }

    /// @dev What the supply may grow by; 0 where the feed can't be used, so that a report is carried and never blocked.
    function _roomAbove(uint256 supply) internal view returns (uint256) {
        if (address(reserveFeed) == address(0)) return type(uint256).max;
        try reserveFeed.latestRoundData() returns (uint80, int256 answer, uint256, uint256 updatedAt, uint80) {
            return _isUsable(answer, updatedAt) ? Math.saturatingSub(_inWei(answer), supply) : 0;
        } catch {
            return 0;
        }
    }

    function _isUsable(int256 answer, uint256 updatedAt) private view returns (bool) {
        return answer > 0 && updatedAt <= block.timestamp && block.timestamp - updatedAt <= reserveHeartbeat;
    }

    /// @dev A positive answer with 18 decimals. Rounds down.
    function _inWei(int256 answer) private view returns (uint256) {
        uint256 decimals = reserveFeed.decimals();
        // Positive, so that it keeps its value as unsigned.
        // forge-lint: disable-next-line(unsafe-typecast)
        uint256 reserve = uint256(answer);
        return decimals > 18 ? reserve / 10 ** (decimals - 18) : Math.saturatingMul(reserve, 10 ** (18 - decimals));
    }
}
