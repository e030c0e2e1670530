// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @title A stablecoin of any decimals for local chains and tests
contract DevCoin is ERC20 {
    uint8 private immutable _decimals;

    /// @param symbol_ Name and symbol.
    /// @param decimals_ Decimals of amounts.
    constructor(string memory symbol_, uint8 decimals_) ERC20(symbol_, symbol_) {
        _decimals = decimals_;
    }

    /// @notice Mints for tests.
    /// @param to Recipient.
    /// @param amount In units of the coin.
    function faucet(address to, uint256 amount) external {
        _mint(to, amount);
    }

    /// @notice Decimals of amounts.
    function decimals() public view override returns (uint8) {
        return _decimals;
    }
}
