// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

/// @title A way out for tokens that were sent to a contract by mistake
library StrayToken {
    using SafeERC20 for IERC20;

    /// @notice Tokens sent here by mistake were taken out: `amount` in base units of `token`.
    event StrayRecovered(IERC20 indexed token, address indexed to, uint256 amount);

    /// @notice There is nothing of this token that may be taken out: none is here, or it is what the contract keeps.
    error Stray_NothingToRecover(IERC20 token);

    /// @notice Sends all of a token the contract does not keep. Reverts with Stray_NothingToRecover.
    /// @dev A token may be reached at two addresses, as Tether's is once it has moved: so what the contract keeps must be
    /// as much afterwards. The callers are non-reentrant.
    /// @param token Token to send.
    /// @param to Recipient.
    /// @param kept Tokens the contract keeps for others.
    function recover(IERC20 token, address to, IERC20[] memory kept) internal {
        uint256[] memory balances = new uint256[](kept.length);
        for (uint256 i = 0; i < kept.length; ++i) {
            if (address(token) == address(kept[i])) revert Stray_NothingToRecover(token);
            balances[i] = kept[i].balanceOf(address(this));
        }
        uint256 amount = token.balanceOf(address(this));
        if (amount == 0) revert Stray_NothingToRecover(token);
        emit StrayRecovered(token, to, amount);
        token.safeTransfer(to, amount);
        for (uint256 i = 0; i < kept.length; ++i) {
            if (kept[i].balanceOf(address(this)) < balances[i]) revert Stray_NothingToRecover(token);
        }
    }
}
