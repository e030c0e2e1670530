// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Which day it is in New York
/// @dev Daylight saving time as the law has it since 2007: UTC-4 from the 2nd Sunday of March, 07:00 UTC, to the
/// 1st Sunday of November, 06:00 UTC, else UTC-5. rules.md T15
library NewYorkDay {
    uint256 private constant STANDARD_OFFSET = 5 hours;
    uint256 private constant SUMMER_OFFSET = 4 hours;

    /// @notice Days since 1 January 1970 of the New York date at a moment. Exact.
    /// @param time Unix seconds, at least 5 hours.
    function dayOf(uint256 time) internal pure returns (uint256) {
        return (time - (isSummer(time) ? SUMMER_OFFSET : STANDARD_OFFSET)) / 1 days;
    }

    /// @notice Whether daylight saving time holds at a moment. Exact.
    /// @param time Unix seconds.
    function isSummer(uint256 time) internal pure returns (bool) {
        uint256 newYear = _newYearOf(time / 1 days);
        // 1 March is day 59 or 60 of a year; the 2nd Sunday is the first one on or after the 8th.
        uint256 march = newYear + 59 + (_isLeap(newYear) ? 1 : 0);
        uint256 start = _sundayFrom(march + 7) * 1 days + 7 hours;
        // 1 November is 245 days after 1 March.
        uint256 end = _sundayFrom(march + 245) * 1 days + 6 hours;
        return start <= time && time < end;
    }

    /// @dev First Sunday at or after a day; 1 January 1970 was a Thursday.
    function _sundayFrom(uint256 day) private pure returns (uint256) {
        return day + (6 - (day + 3) % 7);
    }

    /// @dev The day that 1 January of a day's year is. Years from 1970 to 2099: every fourth is a leap year.
    function _newYearOf(uint256 day) private pure returns (uint256) {
        // 1 January 1969 is day -365; four years are 1461 days.
        uint256 sinceLeap = day + 365;
        uint256 cycles = sinceLeap / 1461;
        uint256 inCycle = sinceLeap % 1461;
        uint256 yearInCycle = inCycle / 365;
        if (yearInCycle > 3) yearInCycle = 3;
        return cycles * 1461 + yearInCycle * 365 - 365;
    }

    /// @dev Whether the year that begins at this day has a 29 February.
    function _isLeap(uint256 newYear) private pure returns (bool) {
        return (newYear + 365) % 1461 == 1095;
    }
}
