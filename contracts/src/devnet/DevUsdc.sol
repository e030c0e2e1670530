// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {DevCoin} from "./DevCoin.sol";

/// @title USDC for local chains and tests
/// @notice Transfers can be paused and accounts blacklisted, as on the real one; anyone may do either here.
contract DevUsdc is DevCoin("USDC", 6) {
    /// @notice Whether nothing moves.
    bool public paused;

    /// @notice Whether an account neither sends nor receives.
    mapping(address account => bool) public isBlacklisted;

    /// @notice Pauses or goes on.
    function setPaused(bool isPaused) external {
        paused = isPaused;
    }

    /// @notice Blacklists an account, or not any more.
    function setBlacklisted(address account, bool isListed) external {
        isBlacklisted[account] = isListed;
    }

    /// @dev In the words of the real one.
    function _update(address from, address to, uint256 amount) internal override {
        require(!paused, "Pausable: paused");
        require(!isBlacklisted[from] && !isBlacklisted[to], "Blacklistable: account is blacklisted");
        super._update(from, to, amount);
    }
}
