// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {MusdtMath} from "./MusdtMath.sol";
import {MusdtAccounts} from "./MusdtAccounts.sol";
import {
    Musdt_ExceedsRequest,
    Musdt_InstantExit,
    Musdt_InvalidReceiver,
    Musdt_RequestWindowClosed,
    Musdt_SharesUnderRequest,
    Musdt_UnlocksTooLate,
    Musdt_ZeroAmount
} from "./MusdtErrors.sol";

/// @title Withdrawal requests: asked for in one epoch, executable in exactly one later, else void
/// @notice Works while paused. rules.md M8
abstract contract MusdtRequests is MusdtAccounts {
    /// @dev Percent above 100% collateralization from which on two epochs, and one, are enough. rules.md M8
    uint256 internal constant FIRST_THRESHOLD_P = 10e18;
    uint256 internal constant SECOND_THRESHOLD_P = 20e18;

    /// @dev The longest way from request to execution, in epochs.
    uint256 private constant MAX_TIMELOCK_EPOCHS = 3;

    /// @notice Shares an owner can redeem in an epoch, and only in that one. rules.md M8
    mapping(address owner => mapping(uint256 epoch => uint256 shares)) public withdrawRequests;

    /// @notice A withdrawal was requested for `unlockEpoch`.
    event WithdrawRequested(
        address indexed sender, address indexed owner, uint256 shares, uint256 currEpoch, uint256 indexed unlockEpoch
    );

    /// @notice A request for `unlockEpoch`, or part of it, was taken back.
    event WithdrawCanceled(
        address indexed sender, address indexed owner, uint256 shares, uint256 currEpoch, uint256 indexed unlockEpoch
    );

    /// @notice Requests a withdrawal, however late it is executable. See the overload.
    function makeWithdrawRequest(uint256 shares, address owner) external {
        makeWithdrawRequest(shares, owner, type(uint256).max, type(uint256).max);
    }

    /// @notice Requests a withdrawal; the shares cannot be moved until it is executed, cancelled or void. rules.md M8
    /// @dev Anybody else needs, and uses up, an allowance of the owner. Reverts with Musdt_DeadlinePassed, Musdt_InstantExit,
    /// Musdt_ZeroAmount, Musdt_RequestWindowClosed, ERC20InsufficientAllowance, Musdt_SharesUnderRequest, Musdt_UnlocksTooLate.
    /// @param shares Shares to withdraw.
    /// @param owner Owner of the shares.
    /// @param latestEpoch Last epoch of execution the caller accepts; it depends on the collateralization at inclusion.
    /// @param deadline Last unix second in which the caller accepts.
    function makeWithdrawRequest(uint256 shares, address owner, uint256 latestEpoch, uint256 deadline)
        public
        nonReentrant
        inTime(deadline)
    {
        if (epochLength == 0) revert Musdt_InstantExit();
        if (shares == 0) revert Musdt_ZeroAmount();
        _requireRequestWindow();
        if (msg.sender != owner) _spendAllowance(owner, msg.sender, shares);
        uint256 freeShares = balanceOf(owner) - totalSharesBeingWithdrawn(owner);
        if (shares > freeShares) revert Musdt_SharesUnderRequest(shares, freeShares);
        uint256 epoch = currentEpoch();
        uint256 unlockEpoch = epoch + withdrawEpochsTimelock();
        if (unlockEpoch > latestEpoch) revert Musdt_UnlocksTooLate(unlockEpoch, latestEpoch);
        withdrawRequests[owner][unlockEpoch] += shares;
        emit WithdrawRequested(msg.sender, owner, shares, epoch, unlockEpoch);
    }

    /// @notice Takes back a request, or part of it, at any time. rules.md M8
    /// @dev Anybody else needs, and uses up, an allowance of the owner. Reverts with Musdt_ZeroAmount,
    /// ERC20InsufficientAllowance, Musdt_ExceedsRequest.
    /// @param shares Shares to keep.
    /// @param owner Owner of the shares.
    /// @param unlockEpoch Epoch for which they are requested.
    function cancelWithdrawRequest(uint256 shares, address owner, uint256 unlockEpoch) external nonReentrant {
        if (shares == 0) revert Musdt_ZeroAmount();
        if (msg.sender != owner) _spendAllowance(owner, msg.sender, shares);
        _lowerRequest(shares, owner, unlockEpoch);
        emit WithdrawCanceled(msg.sender, owner, shares, currentEpoch(), unlockEpoch);
    }

    /// @notice Epochs from a request made now to its execution; 0 in a vault with an instant exit. rules.md M8
    function withdrawEpochsTimelock() public view returns (uint256) {
        if (epochLength == 0) return 0;
        return MusdtMath.withdrawEpochsTimelock(collateralizationP(), FIRST_THRESHOLD_P, SECOND_THRESHOLD_P);
    }

    /// @notice Percent above 100% collateralization (1e18 = 1%) of threshold 0 and 1. rules.md M8
    /// @dev Panics when there is no such threshold.
    function withdrawLockThresholdsP(uint256 index) external pure returns (uint256) {
        return [FIRST_THRESHOLD_P, SECOND_THRESHOLD_P][index];
    }

    /// @notice Shares of an owner under requests that are not void. rules.md M8
    function totalSharesBeingWithdrawn(address owner) public view returns (uint256 shares) {
        if (epochLength == 0) return 0;
        uint256 epoch = currentEpoch();
        for (uint256 ahead = 0; ahead <= MAX_TIMELOCK_EPOCHS; ++ahead) {
            shares += withdrawRequests[owner][epoch + ahead];
        }
    }

    /// @dev Takes shares out of a request. Reverts with Musdt_ExceedsRequest.
    function _lowerRequest(uint256 shares, address owner, uint256 epoch) internal {
        uint256 requested = withdrawRequests[owner][epoch];
        if (shares > requested) revert Musdt_ExceedsRequest(shares, requested, epoch);
        withdrawRequests[owner][epoch] = requested - shares;
    }

    /// @dev Keeps shares under request where they are, and all shares from where they would be lost. A balance too small
    /// altogether is left to ERC20's own error. rules.md M8
    function _update(address from, address to, uint256 shares) internal virtual override {
        uint256 balance = balanceOf(from);
        if (from != address(0) && to != address(0) && _isLostAt(to)) revert Musdt_InvalidReceiver(to);
        if (from != address(0) && shares <= balance) {
            uint256 freeShares = balance - totalSharesBeingWithdrawn(from);
            if (shares > freeShares) revert Musdt_SharesUnderRequest(shares, freeShares);
        }
        super._update(from, to, shares);
    }

    /// @dev Reverts with Musdt_RequestWindowClosed. The window includes its first second and excludes its last.
    function _requireRequestWindow() private view {
        uint256 epochStart = currentEpochStart();
        uint256 closedAt = epochStart + requestWindow();
        if (block.timestamp >= closedAt) revert Musdt_RequestWindowClosed(closedAt, epochStart + epochLength);
    }
}
