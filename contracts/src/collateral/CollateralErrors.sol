// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @dev Errors of more than one contract of TUSDT.

/// @notice Only governance may.
error Collateral_NotGovernance(address caller);

/// @notice Only a contract that issues TUSDT may.
error Collateral_NotIssuer(address caller);

/// @notice There is no fresh price: it is missing, stale or frozen. rules.md C8
error Collateral_NoPrice();

/// @notice Nothing was asked for.
error Collateral_Nothing();

/// @notice Less than agreed. rules.md C1
error Collateral_BelowMinimum(uint256 amount, uint256 least);

/// @notice The price is above what was agreed. rules.md C7
error Collateral_AboveMaximum(uint256 price, uint256 most);

/// @notice Another has this right.
error Collateral_NotAllowed(address caller);

/// @notice Nobody could get it back from this address: a burn address, or one of the protocol's contracts and tokens.
error Collateral_InvalidRecipient(address to);
