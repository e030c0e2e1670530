// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice What an address may do with STBT. rules.md T5
/// @param sendAllowed Whether it may send and be burnt from.
/// @param receiveAllowed Whether it may receive and be issued to.
/// @param expiryTime Unix seconds from which on both are over; 0 = never.
struct Permission {
    bool sendAllowed;
    bool receiveAllowed;
    uint64 expiryTime;
}

/// @notice The rules by which this STBT differs from the live one.
/// @param carriesInterest Negative interest is carried, never rebased. rules.md T4
/// @param reserveFeed Proof of reserve, 0 = none. rules.md T17
/// @param reserveHeartbeat Seconds after which its answer is too old.
/// @param carry Carried interest (18 decimals), negative or positive.
/// @param lastReportEnd Where the last report's period ended, unix seconds; 0 = there was none. rules.md T15
/// @param lastReportDay The New York day of the last report, in days since 1970.
struct StbtRules {
    bool carriesInterest;
    address reserveFeed;
    uint256 reserveHeartbeat;
    int256 carry;
    uint256 lastReportEnd;
    uint256 lastReportDay;
}
