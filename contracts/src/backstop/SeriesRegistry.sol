// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";

/// @title What a series asks its registry
interface SeriesRegistry is IAccessControl {
    /// @notice Whether an address is a contract of the Backstop: of any series, or shared by all of them.
    function isProtocol(address account) external view returns (bool);
}
