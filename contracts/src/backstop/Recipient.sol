// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SeriesRegistry} from "./SeriesRegistry.sol";

/// @title Where a payout may go: anywhere but to an address where it would be lost
library Recipient {
    /// @dev Up to here nobody has a key: the zero address, precompiles, and what people burn to (0xdead).
    uint160 private constant LAST_BURN_ADDRESS = 0xffff;

    /// @notice A burn address, or a contract of the Backstop, as recipient: nobody could get it back.
    error Backstop_InvalidRecipient(address to);

    /// @notice Reverts with Backstop_InvalidRecipient. rules.md B16
    /// @param to Recipient named by the caller.
    /// @param registry Knows the contracts of every series, and those shared by all.
    function check(address to, SeriesRegistry registry) internal view {
        if (uint160(to) <= LAST_BURN_ADDRESS || registry.isProtocol(to)) revert Backstop_InvalidRecipient(to);
    }
}
