// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @dev Pauses and unpauses entries, never exits: of every series (held on their registry), or of a vault.
bytes32 constant PAUSER_ROLE = keccak256("PAUSER_ROLE");
