// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @dev An amount of 0 where something must move.
error Backstop_ZeroAmount();

/// @dev Only the series of this contract may call.
error Backstop_NotSeries(address caller);

/// @dev More than an NFT has in it. USDT, 6 decimals.
error Backstop_ExceedsTokenAmount(uint256 id, uint256 requested, uint256 available);
