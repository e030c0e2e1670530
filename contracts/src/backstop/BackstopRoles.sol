// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @dev Creates series. Held on the registry.
bytes32 constant OPERATOR_ROLE = keccak256("OPERATOR_ROLE");

/// @dev Withdraws from the treasury and sets early redemption budgets. Held on the treasury.
bytes32 constant TREASURER_ROLE = keccak256("TREASURER_ROLE");

/// @dev Is paid by the treasury. Granted to every series by the registry.
bytes32 constant PAYEE_ROLE = keccak256("PAYEE_ROLE");

/// @dev Mints MSTR. Granted to every series by the registry.
bytes32 constant MINTER_ROLE = keccak256("MINTER_ROLE");

/// @dev Grants PAYEE_ROLE and MINTER_ROLE to new series. Held by the registry on the treasury and on MSTR.
bytes32 constant REGISTRAR_ROLE = keccak256("REGISTRAR_ROLE");
