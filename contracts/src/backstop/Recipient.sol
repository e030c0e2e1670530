// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Where a payout may go: anywhere but to an address where it would be lost
library Recipient {
    /// @notice The zero address, or the called contract itself, as recipient.
    error Backstop_InvalidRecipient(address to);

    /// @notice Reverts with Backstop_InvalidRecipient. rules.md B16
    /// @param to Recipient named by the caller.
    function check(address to) internal view {
        if (to == address(0) || to == address(this)) revert Backstop_InvalidRecipient(to);
    }
}
