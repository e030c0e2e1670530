// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Where a price comes from
interface PriceSource {
    /// @notice The newest price. Need not be fresh: whoever asks judges its age. rules.md S15, C8
    /// @return price WAD (1e18), USD per whole token; 0 where there is none.
    /// @return updatedAt Unix seconds.
    function latest() external view returns (uint256 price, uint256 updatedAt);
}
