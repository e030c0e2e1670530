// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {BackingBase} from "./BackingBase.sol";
import {Day, Holdings} from "./BackingTypes.sol";
import {CollateralMath} from "./CollateralMath.sol";
import {Prices} from "./CollateralTypes.sol";

/// @title What the asset-backing vault remembers: how the day began, and the last low
/// @notice rules.md C2, C8
abstract contract BackingDay is BackingBase {
    using SafeCast for uint256;

    Day private _day;
    uint128 private _lastLow;
    uint64 private _lastLowAt;

    /// @notice The day's first touch that had a price. WAD, USD (18 decimals), TUSDT.
    event DayBegan(uint256 indexed day, uint256 price, uint256 backing, int256 outstanding);

    /// @notice More than may be minted on this day. TUSDT. rules.md C2
    error Backing_ExceedsDay(uint256 minted, int256 room);

    /// @notice Remembers how the day began, and the low; anyone may.
    function touch() external nonReentrant {
        _touch();
    }

    /// @dev Begins every action: stores how the day began, before the action. Without a price nothing is stored.
    function _touch() internal returns (Holdings memory held, Prices memory p) {
        (held, p) = (holdings(), osm.prices());
        if (p.low == 0) return (held, p);
        // A price fits 128 bits.
        // forge-lint: disable-next-line(unsafe-typecast)
        (_lastLow, _lastLowAt) = (uint128(p.low), uint64(block.timestamp));
        if (_isToday(_day)) return (held, p);
        _day = _dayNow(held, p);
        emit DayBegan(_day.day, _day.price, _day.backing, _day.outstanding);
    }

    /// @dev The day as it is, or as it would begin now; an older one where there is no price.
    function _dayNow(Holdings memory held, Prices memory p) internal view returns (Day memory day) {
        day = _day;
        if (_isToday(day) || p.low == 0) return day;
        return Day(block.timestamp / 1 days, p.low, _backing(held, p.low), held.outstanding, 0, 0);
    }

    /// @dev ΔSmax of a day. rules.md C2
    function _dayCap(Day memory day) internal view returns (uint256) {
        (uint256 target, uint256 safety) = (settings.parameters().target, settings.parameters().safety);
        return CollateralMath.dayCapDown(day.backing, day.outstanding, day.added, target, safety);
    }

    /// @dev What is left of ΔSmax; below 0 where more was minted than may be now.
    function _roomOfDay(Day memory day) internal view returns (int256) {
        return _dayCap(day).toInt256() - day.minted;
    }

    /// @dev Counts what is minted, within the day's cap. Reverts with Backing_ExceedsDay.
    function _countMinted(uint256 minted) internal {
        int256 room = _roomOfDay(_day);
        if (minted.toInt256() > room) revert Backing_ExceedsDay(minted, room);
        _day.minted += minted.toInt256();
    }

    /// @dev Counts what is redeemed, on a day that has begun.
    function _countRedeemed(uint256 redeemed) internal {
        if (_isToday(_day)) _day.minted -= redeemed.toInt256();
    }

    /// @dev Rd: what was added, at the day's first price, rounded down. What came before a day's first price is in C0.
    function _countAdded(uint256 taoAmount, uint256 usdAmount) internal {
        if (!_isToday(_day)) return;
        _day.added += CollateralMath.backingDown(taoAmount, usdAmount, _day.price).toInt256();
    }

    /// @dev Rd: what was removed, rounded up.
    function _countRemoved(uint256 taoAmount, uint256 usdAmount) internal {
        uint256 value = Math.mulDiv(taoAmount, _day.price, CollateralMath.WAD, Math.Rounding.Ceil);
        _day.added -= (value + usdAmount * CollateralMath.USD_UNIT).toInt256();
    }

    /// @dev The price that under-backing is judged by: low, or else the last one that was known: what was remembered, or
    /// what the module shows, if the feed said that later. 0 where none was ever known. rules.md C8
    function _judgedLow(Prices memory p) internal view returns (uint256) {
        if (p.low != 0) return p.low;
        if (p.current == 0 || p.updatedAt <= _lastLowAt) return _lastLow;
        return p.next == 0 ? p.current : Math.min(p.current, p.next);
    }

    function _isToday(Day memory day) private view returns (bool) {
        return day.day == block.timestamp / 1 days;
    }
}
