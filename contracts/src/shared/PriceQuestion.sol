// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {PriceSource} from "./PriceSource.sol";

/// @title Asking a source that may be broken
/// @notice A source that fails, loops, lies about its time, or answers nonsense is no price, and never an obstacle to
/// what needs none. rules.md S15, C8
library PriceQuestion {
    /// @dev Prices above are none: no product of a formula overflows.
    uint256 private constant MAX_PRICE = type(uint128).max;

    /// @dev What a source may use, so that a broken one leaves gas to say so. Who sends so little gas that a sound one
    /// fails has at most a 63rd of this left, which pays for no action.
    uint256 private constant SOURCE_GAS = 300_000;

    /// @notice What a source says; never reverts.
    /// @param source Asked for `PriceSource.latest`; need not be a contract.
    /// @return price WAD; 0 where the answer is missing, beyond all prices or of the future.
    /// @return updatedAt Unix seconds, as it was said; 0 without an answer.
    function ask(address source) internal view returns (uint256 price, uint256 updatedAt) {
        bytes memory question = abi.encodeCall(PriceSource.latest, ());
        bool isAnswered;
        // Two words are read, whatever is sent back.
        assembly ("memory-safe") {
            isAnswered := staticcall(SOURCE_GAS, source, add(question, 32), mload(question), 0, 64)
            isAnswered := and(isAnswered, gt(returndatasize(), 63))
            price := mload(0)
            updatedAt := mload(32)
        }
        if (!isAnswered) return (0, 0);
        if (price > MAX_PRICE || updatedAt > block.timestamp) price = 0;
    }
}
