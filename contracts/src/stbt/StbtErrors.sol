// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @dev An amount above 0 is worth less than one share and would move nothing. rules.md T13
error Stbt_WorthNoShare(uint256 amount, uint256 totalSupply, uint256 totalShares);

/// @dev The interval between two reports would make a daily report drift later. rules.md T3
error Stbt_IntervalTooLong(uint256 interval, uint256 longest);

/// @dev A report's period must begin where the last one ended. rules.md T15
error Stbt_PeriodNotNext(uint256 from, uint256 expectedFrom);

/// @dev A report's period must end after its beginning, and not in the future. rules.md T15
error Stbt_InvalidPeriod(uint256 from, uint256 to, uint256 nowSeconds);

/// @dev There is one report for a day of New York. rules.md T15
error Stbt_DayReported(uint256 day, uint256 lastDay);

/// @dev The proof of reserve says nothing that can be used: too old, or not above 0. rules.md T17
error Stbt_ReserveUnknown(int256 answer, uint256 updatedAt, uint256 heartbeat);

/// @dev The deposit is worth no STBT after its fee. rules.md T6
error Stbt_NothingProposed(uint256 deposit, uint256 feeRate);

/// @dev What so few shares are worth is itself worth no share: nothing would be paid. rules.md T14
error Stbt_UnwrapPaysNothing(uint256 shares);
