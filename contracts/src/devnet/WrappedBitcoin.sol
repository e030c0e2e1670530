// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @title BTC (ERC-20, 8 decimals) for local chains and tests
contract WrappedBitcoin is ERC20("Wrapped Bitcoin", "BTC") {
    /// @notice Mints for tests.
    /// @param to Recipient.
    /// @param amount BTC (8 decimals).
    function faucet(address to, uint256 amount) external {
        _mint(to, amount);
    }

    /// @notice 8, like Bitcoin.
    function decimals() public pure override returns (uint8) {
        return 8;
    }
}
