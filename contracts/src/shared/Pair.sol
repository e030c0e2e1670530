// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title The part of a Uniswap v2 pair that is used here
interface Pair {
    /// @notice Token of the lower address.
    function token0() external view returns (address);

    /// @notice Token of the higher address.
    function token1() external view returns (address);

    /// @notice Reserves and when they last changed (unix seconds modulo 2^32).
    function getReserves() external view returns (uint112 reserve0, uint112 reserve1, uint32 blockTimestampLast);

    /// @notice Sum of token0's price in token1 (UQ112.112) times seconds, up to the last change.
    function price0CumulativeLast() external view returns (uint256);

    /// @notice Sum of token1's price in token0 (UQ112.112) times seconds, up to the last change.
    function price1CumulativeLast() external view returns (uint256);

    /// @notice Pays out what was asked, if what was sent in before is worth it.
    function swap(uint256 amount0Out, uint256 amount1Out, address to, bytes calldata data) external;
}
