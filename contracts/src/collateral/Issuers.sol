// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Who may issue TUSDT
interface Issuers {
    /// @notice Whether this contract may issue and burn TUSDT.
    function isIssuer(address account) external view returns (bool);
}
