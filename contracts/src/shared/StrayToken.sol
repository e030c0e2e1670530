// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @dev What a contract keeps of a token for others, in base units of the token; whatever is above it came by mistake.
struct Kept {
    IERC20 token;
    uint256 amount;
}

/// @title A way out for tokens that were sent to a contract by mistake
library StrayToken {
    using SafeERC20 for IERC20;

    /// @notice Tokens sent here by mistake were taken out: `amount` in base units of `token`.
    event StrayRecovered(IERC20 indexed token, address indexed to, uint256 amount);

    /// @notice There is nothing of this token that may be taken out: none is here, or no more than the contract keeps.
    error Stray_NothingToRecover(IERC20 token);

    /// @notice Sends what a contract holds of a token above what it keeps. Reverts with Stray_NothingToRecover.
    /// @dev A token may be reached at two addresses, as Tether's is once it has moved: so of each other token that is kept
    /// there must be as much afterwards. The callers are non-reentrant, and what they count is what they hold meanwhile.
    /// @param token Token to send.
    /// @param to Recipient.
    /// @param kept What the contract keeps for others; each token once.
    function recover(IERC20 token, address to, Kept[] memory kept) internal {
        uint256 amount = token.balanceOf(address(this));
        for (uint256 i = 0; i < kept.length; ++i) {
            if (address(token) == address(kept[i].token)) amount = Math.saturatingSub(amount, kept[i].amount);
            else kept[i].amount = kept[i].token.balanceOf(address(this));
        }
        if (amount == 0) revert Stray_NothingToRecover(token);
        emit StrayRecovered(token, to, amount);
        token.safeTransfer(to, amount);
        for (uint256 i = 0; i < kept.length; ++i) {
            if (kept[i].token.balanceOf(address(this)) < kept[i].amount) revert Stray_NothingToRecover(token);
        }
    }
}
