// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title How much a pool could pay for collateral
/// @notice rules.md C9
interface LiquiditySource {
    /// @notice The pool's liquidity, averaged over an hour or more. Need not be fresh: whoever asks judges its age.
    /// @return liquidityWad USD (18 decimals) of what the pool pays in, and not of the collateral in it; 0 where it is
    /// unknown.
    /// @return updatedAt Unix seconds.
    function latest() external view returns (uint256 liquidityWad, uint256 updatedAt);
}
