// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {Collateral_NotIssuer} from "./CollateralErrors.sol";
import {Issuers} from "./Issuers.sol";

/// @title TUSDT
/// @notice Issued by the asset-backing vault and, for the vaults' engines, by the book. rules.md C1
contract Tusdt is ERC20 {
    /// @notice Knows who issues.
    Issuers public immutable book;

    /// @param book_ Knows who issues.
    constructor(Issuers book_) ERC20("TensorUSD", "TUSDT") {
        book = book_;
    }

    /// @notice Issues TUSDT. Reverts with Collateral_NotIssuer.
    /// @param to Who gets it.
    /// @param amount TUSDT (18 decimals).
    function mint(address to, uint256 amount) external {
        _requireIssuer();
        _mint(to, amount);
    }

    /// @notice Burns TUSDT of the caller. Reverts with Collateral_NotIssuer.
    /// @param amount TUSDT (18 decimals).
    function burn(uint256 amount) external {
        _requireIssuer();
        _burn(msg.sender, amount);
    }

    function _requireIssuer() private view {
        if (!book.isIssuer(msg.sender)) revert Collateral_NotIssuer(msg.sender);
    }
}
