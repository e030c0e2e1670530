// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {SignedMath} from "@openzeppelin/contracts/utils/math/SignedMath.sol";
import {NewYorkDay} from "../stbt/NewYorkDay.sol";

/// @title What the app works out about STBT by itself, written a second time
/// @notice Each function is written in another way than in `src/math`: an inverse as the inequality that defines it, a
/// yield by multiplying and taking roots instead of logarithms, a calendar by counting from New Year. Units: see the
/// function of the same name there.
contract StbtDerivedHarness {
    using SafeCast for uint256;

    uint256 private constant WAD = 1e18;
    uint256 private constant UNCHANGED = 1e36;
    uint256 private constant YEAR = 365 days;

    /// @notice Runs many calls of this contract in one.
    /// @param calls Encoded calls of the functions below.
    /// @return results Encoded results; empty bytes for a call that failed.
    function batch(bytes[] calldata calls) external view returns (bytes[] memory results) {
        results = new bytes[](calls.length);
        for (uint256 i = 0; i < calls.length; ++i) {
            (bool success, bytes memory result) = address(this).staticcall(calls[i]);
            if (success) results[i] = result;
        }
    }

    /// @notice The least amount whose shares are all of `shares`; where there is none, the balance. rules.md T2
    function maxTransfer(uint256 shares, uint256 supply, uint256 totalShares) external pure returns (uint256) {
        if (supply == 0 || totalShares == 0) return 0;
        uint256 balance = Math.mulDiv(supply, shares, totalShares);
        uint256 most = balance;
        // most * totalShares >= shares * supply
        if (_isMore(shares, supply, most, totalShares)) ++most;
        assert(!_isMore(shares, supply, most, totalShares));
        return Math.mulDiv(totalShares, most, supply) == shares ? most : balance;
    }

    /// @notice What an unwrap pays, and what it moves. rules.md T14
    function unwrapDown(uint256 unwrapped, uint256 supply, uint256 totalShares)
        external
        pure
        returns (uint256 amount, uint256 moved)
    {
        if (totalShares == 0) return (0, 0);
        amount = Math.mulDiv(supply, unwrapped, totalShares);
        moved = supply == 0 ? 0 : Math.mulDiv(totalShares, amount, supply);
    }

    /// @notice Price of an early sale. rules.md T9
    function executionPriceDown(uint256 settlementPrice, uint256 previousPrice) external pure returns (uint256) {
        return Math.mulDiv(WAD, settlementPrice, previousPrice);
    }

    /// @notice Parts of a redemption: what is left first, what was taken by difference. rules.md T9
    function redemptionDown(
        uint256 amount,
        uint256 executionPrice,
        uint256 feeRate,
        uint256 conversionRate,
        uint256 scale,
        uint256 unit
    ) external pure returns (uint256 gross, uint256 fee, uint256 conversion, uint256 net, uint256 paid) {
        gross = Math.mulDiv(executionPrice, amount, WAD);
        uint256 afterFee = Math.mulDiv(gross, WAD - feeRate, WAD, Math.Rounding.Ceil);
        fee = gross - afterFee;
        net = Math.mulDiv(afterFee, WAD - conversionRate, WAD, Math.Rounding.Ceil);
        conversion = afterFee - net;
        paid = scale == 0 ? net * unit : net / unit;
    }

    /// @notice Service fee of a period. rules.md T15
    function serviceFeeDown(uint256 netAssetValue, uint256 feeRate, uint256 numberOfDays)
        external
        pure
        returns (uint256)
    {
        return Math.mulDiv(feeRate * numberOfDays, netAssetValue, 365e18);
    }

    /// @notice What a balance earns in a time like the last one. rules.md T12
    function accruedTowardsZero(uint256 balance, uint256 growth, uint256 numberOfSeconds, uint256 elapsed)
        external
        pure
        returns (int256)
    {
        bool isLess = growth < UNCHANGED;
        uint256 change = isLess ? UNCHANGED - growth : growth - UNCHANGED;
        change = Math.mulDiv(change * elapsed, balance, UNCHANGED * numberOfSeconds);
        return isLess ? -change.toInt256() : change.toInt256();
    }

    /// @notice Growth after one more distribution. rules.md T12
    function grownDown(uint256 growth, int256 interest, uint256 supplyBefore) external pure returns (uint256) {
        uint256 change = SignedMath.abs(interest);
        uint256 supply = interest < 0 ? supplyBefore - change : supplyBefore + change;
        return Math.mulDiv(supply, growth, supplyBefore);
    }

    /// @notice Growth to the power of a year over a time, less 1, to 12 decimals: the whole part of the power by
    /// squaring, the rest by square roots. rules.md T12
    function yearlyYield(uint256 growth, uint256 numberOfSeconds) external pure returns (int256) {
        require(growth >= UNCHANGED / 10_000 && growth <= UNCHANGED * 10_000);
        require(numberOfSeconds != 0 && numberOfSeconds <= type(uint64).max);
        uint256 factor =
            _times(_power(growth, YEAR / numberOfSeconds), _root(growth, YEAR % numberOfSeconds, numberOfSeconds));
        require(factor <= UNCHANGED * 10_000);
        return ((factor + 5e23) / 1e24 * 1e6).toInt256() - WAD.toInt256();
    }

    /// @notice When a New York date begins: the only hour of two at which it does. rules.md T15
    function newYorkMidnight(uint256 day) external pure returns (uint256 time) {
        time = day * 1 days + 4 hours;
        if (NewYorkDay.isSummer(time)) return time;
        time += 1 hours;
        assert(NewYorkDay.dayOf(time) == day && (day == 0 || NewYorkDay.dayOf(time - 1) == day - 1));
    }

    /// @notice Whether banks in New York are open. rules.md T10
    function isBankingDay(uint256 day) external pure returns (bool) {
        return _isBankingDay(day);
    }

    /// @notice The first banking day on or after a day. rules.md T10
    function bankingDayFrom(uint256 day) external pure returns (uint256) {
        while (!_isBankingDay(day)) ++day;
        return day;
    }

    /// @notice T + n: the day on or after which so many banking days have been counted, T the 0th. rules.md T10
    function addBankingDays(uint256 day, uint256 count) external pure returns (uint256) {
        require(count <= 366);
        for (uint256 seen = 0;; ++day) {
            if (!_isBankingDay(day)) continue;
            if (seen == count) return day;
            ++seen;
        }
        return 0;
    }

    /// @notice Banking days after one day, up to and with another. rules.md T15
    function bankingDaysBetween(uint256 day, uint256 last) external pure returns (uint256 count) {
        require(day <= 84_005 && last <= 84_005 && last <= day + 366);
        for (; last > day; --last) {
            if (_isBankingDay(last)) ++count;
        }
    }

    /// @dev growth^whole, which must not pass a ten-thousandfold.
    function _power(uint256 growth, uint256 whole) private pure returns (uint256 result) {
        result = UNCHANGED;
        while (whole != 0) {
            require(growth <= UNCHANGED * 10_000);
            if (whole & 1 == 1) result = _times(result, growth);
            whole >>= 1;
            if (whole != 0) growth = _times(growth, growth);
        }
        require(result <= UNCHANGED * 10_000);
    }

    /// @dev growth^(part/all), part < all: a root for each binary digit of the fraction.
    function _root(uint256 growth, uint256 part, uint256 all) private pure returns (uint256 result) {
        result = UNCHANGED;
        for (uint256 digit = 0; digit < 112 && part != 0; ++digit) {
            growth = Math.sqrt(growth * UNCHANGED);
            part *= 2;
            if (part < all) continue;
            part -= all;
            result = _times(result, growth);
        }
    }

    function _times(uint256 a, uint256 b) private pure returns (uint256) {
        return Math.mulDiv(a, b, UNCHANGED);
    }

    /// @dev Whether a * b > c * d, in 512 bits.
    function _isMore(uint256 a, uint256 b, uint256 c, uint256 d) private pure returns (bool) {
        (uint256 high, uint256 low) = Math.mul512(a, b);
        (uint256 otherHigh, uint256 otherLow) = Math.mul512(c, d);
        return high > otherHigh || (high == otherHigh && low > otherLow);
    }

    /// @dev Holidays as days of their year, each from the year's first day.
    function _isBankingDay(uint256 day) private pure returns (bool) {
        require(day <= 84_005);
        if ((day + 3) % 7 > 4) return false;
        uint256 year = 1970 + day / 366;
        while (_newYear(year + 1) <= day) ++year;
        uint256 first = _newYear(year);
        uint256 leap = _newYear(year + 1) - first - 365;
        return !(_isKept(first, day) || _isKept(first + 169 + leap, day) || _isKept(first + 184 + leap, day)
                || _isKept(first + 314 + leap, day) || _isKept(first + 358 + leap, day) || _monday(first, 3) == day
                || _monday(first + 31, 3) == day || _monday(first + 151 + leap, 1) == day + 7
                || _monday(first + 243 + leap, 1) == day || _monday(first + 273 + leap, 2) == day
                // The fourth Thursday comes three days after the Monday that is in its week.
                || _monday(first + 301 + leap, 4) + 3 == day);
    }

    /// @dev On its day, or the day after if that is a Sunday.
    function _isKept(uint256 holiday, uint256 day) private pure returns (bool) {
        return (holiday + 4) % 7 == 0 ? day == holiday + 1 : day == holiday;
    }

    /// @dev The n-th Monday on or after a day.
    function _monday(uint256 from, uint256 n) private pure returns (uint256) {
        return from + (11 - from % 7) % 7 + 7 * (n - 1);
    }

    function _newYear(uint256 year) private pure returns (uint256) {
        uint256 before = year - 1;
        return 365 * (year - 1970) + before / 4 - before / 100 + before / 400 - 477;
    }
}
