// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {NewYorkDay} from "./NewYorkDay.sol";
import {Stbt_DayReported, Stbt_IntervalTooLong, Stbt_InvalidPeriod, Stbt_PeriodNotNext} from "./StbtErrors.sol";
import {StbtMath} from "./StbtMath.sol";
import {StbtReserve} from "./StbtReserve.sol";
import {StbtShares} from "./StbtShares.sol";
import {StbtRules} from "./StbtTypes.sol";

/// @title Reported interest: distributed while positive, carried while not
/// @dev After every report: supply = NAV - carry. rules.md T3, T4, T15
abstract contract StbtInterest is StbtShares, StbtReserve {
    /// @notice A longer interval would make a daily report drift later.
    uint256 public constant LONGEST_INTERVAL = 20 hours;

    /// @notice When interest was last reported, carried reports included, or first issued (unix seconds).
    uint64 public lastDistributeTime;

    /// @notice Seconds that must have passed between two reports, and one more.
    uint64 public minDistributeInterval;

    /// @notice The most that one report may add to the supply, 1e18 = 100% of it.
    uint64 public maxDistributeRatio;

    /// @notice Interest that waits for the next report (18 decimals): negative is owed to it, positive comes with it.
    int256 public carry;

    /// @notice Where the last report's period ended (unix seconds); 0 = there was none.
    uint256 public lastReportEnd;

    /// @notice The New York day of the last report, in days since 1 January 1970.
    uint256 public lastReportDay;

    /// @notice Interest was reported; `interest` is what the supply grew by, 0 where all of it is carried. The period is
    /// [interestFromTime, interestToTime), unix seconds.
    event InterestsDistributed(
        int256 interest, uint256 newTotalSupply, uint256 interestFromTime, uint256 interestToTime
    );

    /// @notice What a report became: `interest` reported, `distributed` of it and of the carry distributed. With the last
    /// share the carry goes, and both are 0.
    event Carried(int256 interest, uint256 distributed, int256 carryBefore, int256 carryAfter);

    /// @notice The interval between two reports changed (seconds).
    event MinDistributeIntervalSet(uint64 interval);

    /// @notice The most that one report may add changed (1e18 = 100%).
    event MaxDistributeRatioSet(uint64 ratio);

    /// @notice Owner only. Reverts with Stbt_IntervalTooLong. rules.md T3
    /// @param interval Seconds between two reports, at most LONGEST_INTERVAL.
    function setMinDistributeInterval(uint64 interval) external onlyOwner {
        if (interval > LONGEST_INTERVAL) revert Stbt_IntervalTooLong(interval, LONGEST_INTERVAL);
        minDistributeInterval = interval;
        emit MinDistributeIntervalSet(interval);
    }

    /// @notice Owner only. rules.md T3
    /// @param ratio The most that one report may add, 1e18 = 100% of the supply.
    function setMaxDistributeRatio(uint64 ratio) external onlyOwner {
        maxDistributeRatio = ratio;
        emit MaxDistributeRatioSet(ratio);
    }

    /// @notice Reports a period's interest. Issuer only. What is negative, more than the ratio or more than the reserve
    /// covers is carried. Reverts with "STBT: MIN_DISTRIBUTE_INTERVAL_VIOLATED", Stbt_PeriodNotNext, Stbt_InvalidPeriod,
    /// Stbt_DayReported. rules.md T3, T4, T15, T17
    /// @param interest NAV - supply - carry (18 decimals), negative or positive.
    /// @param interestFromTime Where the period begins: the end of the last one.
    /// @param interestToTime Where it ends, not in the future.
    function distributeInterests(int256 interest, uint256 interestFromTime, uint256 interestToTime)
        external
        onlyIssuer
    {
        require(
            uint256(lastDistributeTime) + minDistributeInterval < block.timestamp,
            "STBT: MIN_DISTRIBUTE_INTERVAL_VIOLATED"
        );
        _recordPeriod(interestFromTime, interestToTime);
        uint256 supply = totalSupply;
        uint256 most = Math.min(StbtMath.mostInterestDown(supply, maxDistributeRatio), _roomAbove(supply));
        int256 before = carry;
        (uint256 distributed, int256 afterwards) = StbtMath.absorb(before, interest, most);
        carry = afterwards;
        lastDistributeTime = uint64(block.timestamp);
        if (distributed > 0) _setSupply(supply + distributed, totalShares);
        // A part of an int256.
        // forge-lint: disable-next-line(unsafe-typecast)
        emit InterestsDistributed(int256(distributed), totalSupply, interestFromTime, interestToTime);
        emit Carried(interest, distributed, before, afterwards);
    }

    /// @notice The rules by which this STBT differs from the live one, which has no such function.
    function rules() external view returns (StbtRules memory) {
        return StbtRules({
            carriesInterest: true,
            reserveFeed: address(reserveFeed),
            reserveHeartbeat: reserveHeartbeat,
            carry: carry,
            lastReportEnd: lastReportEnd,
            lastReportDay: lastReportDay
        });
    }

    /// @dev Nobody is left to bear what is owed, or to get what waits. rules.md T2
    function _dropCarry() internal {
        int256 before = carry;
        if (before == 0) return;
        carry = 0;
        emit Carried(0, 0, before, 0);
    }

    /// @dev Periods join without a gap, and no New York day is reported twice. rules.md T15
    function _recordPeriod(uint256 from, uint256 to) private {
        uint256 expectedFrom = lastReportEnd;
        if (expectedFrom != 0 && from != expectedFrom) revert Stbt_PeriodNotNext(from, expectedFrom);
        if (from >= to || to > block.timestamp) revert Stbt_InvalidPeriod(from, to, block.timestamp);
        uint256 day = NewYorkDay.dayOf(to - 1);
        if (day <= lastReportDay) revert Stbt_DayReported(day, lastReportDay);
        lastReportEnd = to;
        lastReportDay = day;
    }
}
