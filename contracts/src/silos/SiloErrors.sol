// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {PriceState} from "./SiloTypes.sol";

/// @dev An amount of 0, or one so small that nothing would move.
error Silos_ZeroAmount();

/// @dev Nobody could get it back from this address: a burn address, or a contract of the reserve.
error Silos_InvalidRecipient(address to);

/// @dev Unix seconds.
error Silos_DeadlinePassed(uint256 deadline, uint256 now_);

/// @dev There is no price of XTZ, and why. rules.md S15
error Silos_NoPrice(PriceState state);

/// @dev USDC's own feed is below 1 - depegBps, stale or not a price: nothing enters, nothing is converted. rules.md S17
error Silos_UsdcUnsound();

/// @dev Only the trustees' contract, by a vote. rules.md S18
error Silos_NotTrustees(address caller);

/// @dev There is no silo of this number.
error Silos_NoSuchSilo(uint8 silo);
