// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

/// @title Transfers that count what arrives
/// @notice USDT can charge a transfer fee, so what a contract credits is the measured difference of a balance.
/// rules.md U4
library MeasuredTransfer {
    using SafeERC20 for IERC20;

    /// @notice Moves `amount` of `token` and returns what the recipient really got.
    /// @dev Callers are non-reentrant: nothing else may move the recipient's balance in between.
    /// @param token Token to move; the caller must be its approved spender.
    /// @param from Account that pays.
    /// @param to Account that receives; not `from`.
    /// @param amount Amount sent, in base units of `token`.
    /// @return received Amount that arrived, at most `amount`.
    function pull(IERC20 token, address from, address to, uint256 amount) internal returns (uint256 received) {
        uint256 balanceBefore = token.balanceOf(to);
        token.safeTransferFrom(from, to, amount);
        received = token.balanceOf(to) - balanceBefore;
    }
}
