// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

/// @title What the book needs of the asset-backing vault
interface Backing {
    /// @notice TAO, which it holds beside USDC.
    function tao() external view returns (IERC20);

    /// @notice Books USD (6 decimals) that the book has had sent there before, in the same transaction. rules.md C4
    function addSurplusBacking(uint256 usd) external;
}
