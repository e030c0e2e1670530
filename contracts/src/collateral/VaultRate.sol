// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {CollateralMath} from "./CollateralMath.sol";
import {Collateral_TooManyDates} from "./VaultErrors.sol";
import {VaultParameters} from "./VaultParameters.sol";
import {DueDate, VaultKey} from "./VaultTypes.sol";

/// @title The rate of a type, and its due dates
/// @notice Due dates are every 30 days. The drip stores the rate at each, and the terms that hold then: a parameter is
/// applied only after a drip, so what a date costs is known on that day. rules.md C3, C13
abstract contract VaultRate is VaultParameters {
    /// @notice Seconds between two due dates.
    uint256 public constant PERIOD = 30 days;

    /// @notice Most due dates that one transaction looks until, some ten years.
    uint256 public constant DATES_AT_ONCE = 120;

    /// @notice The first due date, unix seconds.
    uint256 public immutable firstDueAt;

    /// @dev At the last drip. RAY.
    uint256 internal _rate = CollateralMath.RAY;

    /// @dev Of the last drip, unix seconds.
    uint256 internal _ratedAt = block.timestamp;

    /// @dev A rate reaches 208 bits after a century of 100% a year.
    DueDate[] private _dates;

    /// @notice The rate (RAY) has grown; `dates` due dates are stored.
    event Dripped(uint256 rateBefore, uint256 rate, uint256 dates);

    /// @notice The first due date is not within the next 30 days.
    error Collateral_NoFirstDate(uint256 firstDueAt);

    /// @param firstDueAt_ The first due date, unix seconds; within the next 30 days.
    constructor(uint256 firstDueAt_) {
        if (firstDueAt_ <= block.timestamp || firstDueAt_ > block.timestamp + PERIOD) {
            revert Collateral_NoFirstDate(firstDueAt_);
        }
        firstDueAt = firstDueAt_;
    }

    /// @notice Lets the rate grow until now, or over as many due dates as one transaction can hold. Anyone may. rules.md C13
    /// @return isDone Whether it is now's.
    function drip() external returns (bool isDone) {
        return _drip();
    }

    /// @notice A due date that has passed, with what held then. rules.md C13
    /// @param number From 0.
    /// @return date Rate and terms, as stored or as the next drip will store them.
    /// @return until Unix seconds.
    function dueDate(uint256 number) external view returns (DueDate memory date, uint256 until) {
        (, DueDate[] memory fresh,) = _rolled(type(uint256).max);
        return (_date(number, fresh), _dueAt(number));
    }

    /// @dev The drip of `drip`, told of if anything came of it.
    function _drip() internal returns (bool isDone) {
        (uint256 rate, DueDate[] memory fresh, uint256 until) = _rolled(DATES_AT_ONCE);
        if (until != _ratedAt) {
            for (uint256 i = 0; i < fresh.length; ++i) {
                _dates.push(fresh[i]);
            }
            emit Dripped(_rate, rate, _dates.length);
            (_rate, _ratedAt) = (rate, until);
        }
        return until == block.timestamp;
    }

    /// @dev The drip that every action begins with. Reverts with Collateral_TooManyDates.
    function _dripFully() internal returns (uint256 rate) {
        if (!_drip()) revert Collateral_TooManyDates(DATES_AT_ONCE);
        return _rate;
    }

    /// @dev What a drip would do now.
    /// @param most Most dates.
    /// @return rate At `until`, RAY.
    /// @return fresh The dates passed since the last drip, in order.
    /// @return until Now; or the last of so many dates.
    function _rolled(uint256 most) internal view returns (uint256 rate, DueDate[] memory fresh, uint256 until) {
        uint256 stored = _dates.length;
        uint256 passed = _passed(block.timestamp);
        uint256 count = passed - stored < most ? passed - stored : most;
        fresh = new DueDate[](count);
        (rate, until) = (_rate, _ratedAt);
        uint256 feeRay = _get(VaultKey.FeeRay);
        // forge-lint: disable-start(unsafe-typecast)
        uint16 lateBps = uint16(_get(VaultKey.LateBps));
        uint32 graceSeconds = uint32(_get(VaultKey.GraceSeconds));
        for (uint256 i = 0; i < count; ++i) {
            uint256 dueAt = _dueAt(stored + i);
            rate = CollateralMath.rateAfter(rate, feeRay, dueAt - until);
            until = dueAt;
            fresh[i] = DueDate(uint208(rate), lateBps, graceSeconds);
        }
        // forge-lint: disable-end(unsafe-typecast)
        if (stored + count < passed) return (rate, fresh, until);
        rate = CollateralMath.rateAfter(rate, feeRay, block.timestamp - until);
        until = block.timestamp;
    }

    /// @dev A date that has passed.
    function _date(uint256 number, DueDate[] memory fresh) internal view returns (DueDate memory) {
        uint256 stored = _dates.length;
        return number < stored ? _dates[number] : fresh[number - stored];
    }

    /// @dev When a date is, unix seconds.
    function _dueAt(uint256 number) internal view returns (uint256) {
        return firstDueAt + number * PERIOD;
    }

    /// @dev How many dates have passed, a date's own second included.
    function _passed(uint256 time) internal view returns (uint256) {
        return time < firstDueAt ? 0 : (time - firstDueAt) / PERIOD + 1;
    }

    /// @dev Every parameter is applied after a drip. rules.md C3
    function _beforeChange(uint256) internal virtual override {
        _dripFully();
    }
}
