// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Issuers} from "./Issuers.sol";

/// @title What the asset-backing vault has to back
/// @notice rules.md C1
interface Circulation is Issuers {
    /// @notice S: total supply of TUSDT − principal owed in vaults and running auctions; written-off principal is not
    /// owed. Not above 0 where the asset-backing vault bought back more than it issued. TUSDT, 18 decimals.
    function outstanding() external view returns (int256);

    /// @notice Whether what is sent there can be sent on: not to a burn address, nor to an engine or another of the book's
    /// contracts and tokens.
    function canReceive(address account) external view returns (bool);
}
