// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Prices} from "./CollateralTypes.sol";

/// @title The delayed price of one collateral
/// @notice rules.md C8
interface PriceModule {
    /// @notice What holds now. Never reverts, whatever the source does.
    function prices() external view returns (Prices memory);

    /// @notice When the last freeze ended, by unfreezing or by a new source; 0 where none ever did. An auction that began
    /// before must be reset. Unix seconds. rules.md C7
    function unfrozenAt() external view returns (uint256);
}
