// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {MusdtMath} from "./MusdtMath.sol";
import {
    Musdt_BelowMinAssets,
    Musdt_ExceedsMaxShares,
    Musdt_ExceedsWithdrawalLimit,
    Musdt_ZeroAmount
} from "./MusdtErrors.sol";
import {MusdtRequests} from "./MusdtRequests.sol";

/// @title Burning: by request and within a limit that refills all the time, or at once in a vault with an instant exit
/// @notice Works while paused. rules.md M8
abstract contract MusdtExit is MusdtRequests {
    using SafeERC20 for IERC20;

    /// @notice Unix seconds of the last withdrawal; 0 before the first, and in a vault with an instant exit. rules.md M8
    uint256 public lastWithdrawal;

    /// @dev Assets of the limit in use right after the last withdrawal. rules.md M8
    uint256 private _withdrawalUsed;

    /// @notice Shares were burnt for assets (USDT, 6 decimals).
    event Withdraw(
        address indexed sender, address indexed receiver, address indexed owner, uint256 assets, uint256 shares
    );

    /// @notice How much of `limit` is in use after a withdrawal (USDT, 6 decimals both). rules.md M8
    event WithdrawalLimitUsed(uint256 used, uint256 limit);

    /// @notice Burns as many shares as an exact amount costs, without bounds. See the overload.
    function withdraw(uint256 assets, address receiver, address owner) external returns (uint256 shares) {
        return withdraw(assets, receiver, owner, type(uint256).max, type(uint256).max);
    }

    /// @notice Burns as many shares as an exact amount costs at the price. Rounds shares up. rules.md M1, M8
    /// @dev Reverts with Musdt_DeadlinePassed, Musdt_ExceedsMaxShares and the errors of `redeem`.
    /// @param assets USDT to pay (6 decimals); a transfer fee, if one is on, is borne by the receiver.
    /// @param receiver Recipient.
    /// @param owner Owner of the shares.
    /// @param maxShares Most shares the caller accepts to burn.
    /// @param deadline Last unix second in which the caller accepts.
    /// @return shares Shares burnt.
    function withdraw(uint256 assets, address receiver, address owner, uint256 maxShares, uint256 deadline)
        public
        nonReentrant
        inTime(deadline)
        returns (uint256 shares)
    {
        shares = previewWithdraw(assets);
        if (shares > maxShares) revert Musdt_ExceedsMaxShares(shares, maxShares);
        _exit(shares, assets, receiver, owner);
    }

    /// @notice Burns shares for assets, without bounds. See the overload.
    function redeem(uint256 shares, address receiver, address owner) external returns (uint256 assets) {
        return redeem(shares, receiver, owner, 0, type(uint256).max);
    }

    /// @notice Burns shares for assets at the price. Rounds assets down. rules.md M1, M8
    /// @dev Reverts with Musdt_DeadlinePassed, Musdt_BelowMinAssets, Musdt_ZeroAmount, Musdt_InvalidReceiver, ERC20InsufficientAllowance,
    /// Musdt_ExceedsRequest, Musdt_ExceedsWithdrawalLimit, Musdt_ExceedsCollateral, ERC20InsufficientBalance.
    /// @param shares Shares to burn; requested for this very epoch, unless the vault has an instant exit.
    /// @param receiver Recipient; a transfer fee of USDT, if one is on, is borne by it.
    /// @param owner Owner of the shares; anybody else needs, and uses up, an allowance.
    /// @param minAssets Least USDT (6 decimals) the caller accepts.
    /// @param deadline Last unix second in which the caller accepts.
    /// @return assets USDT paid (6 decimals).
    function redeem(uint256 shares, address receiver, address owner, uint256 minAssets, uint256 deadline)
        public
        nonReentrant
        inTime(deadline)
        returns (uint256 assets)
    {
        assets = previewRedeem(shares);
        if (assets < minAssets) revert Musdt_BelowMinAssets(assets, minAssets);
        _exit(shares, assets, receiver, owner);
    }

    /// @notice Most shares an owner can burn now, within the limit and what the vault holds. rules.md M8, M9
    function maxRedeem(address owner) public view returns (uint256) {
        uint256 shares = epochLength == 0 ? balanceOf(owner) : withdrawRequests[owner][currentEpoch()];
        uint256 room = Math.min(withdrawalRoom(), _held());
        if (previewRedeem(shares) <= room) return shares;
        return MusdtMath.toSharesDown(room, shareToAssetsPrice());
    }

    /// @notice Most assets an owner can withdraw now (USDT, 6 decimals). Rounds down. rules.md M8, M9
    function maxWithdraw(address owner) external view returns (uint256) {
        return previewRedeem(maxRedeem(owner));
    }

    /// @notice Shares a withdrawal costs, whatever stands in its way. Rounds up. rules.md M1
    function previewWithdraw(uint256 assets) public view returns (uint256) {
        return MusdtMath.toSharesUp(assets, shareToAssetsPrice());
    }

    /// @notice Assets (USDT, 6 decimals) for shares, whatever stands in its way. Rounds down. rules.md M1
    function previewRedeem(uint256 shares) public view returns (uint256) {
        return MusdtMath.toAssetsDown(shares, shareToAssetsPrice());
    }

    /// @notice Assets that may leave the vault at once, and in a day (USDT, 6 decimals): a quarter of the collateral, all
    /// of uint256 in a vault with an instant exit. Rounds down. rules.md M8
    function withdrawalLimit() public view returns (uint256) {
        return epochLength == 0 ? type(uint256).max : MusdtMath.withdrawalLimitDown(availableAssets());
    }

    /// @notice Assets that may leave the vault now (USDT, 6 decimals): the limit, without what was withdrawn and has not
    /// refilled, at the limit's rate a day; all of uint256 in a vault with an instant exit. Rounds down. rules.md M8
    function withdrawalRoom() public view returns (uint256) {
        if (epochLength == 0) return type(uint256).max;
        return MusdtMath.withdrawalRoomDown(availableAssets(), _withdrawalUsed, block.timestamp - lastWithdrawal);
    }

    /// @dev Counts, burns, then pays.
    function _exit(uint256 shares, uint256 assets, address receiver, address owner) private {
        if (shares == 0 || assets == 0) revert Musdt_ZeroAmount();
        _checkReceiver(receiver);
        if (shares > balanceOf(owner)) revert ERC20InsufficientBalance(owner, balanceOf(owner), shares);
        if (msg.sender != owner) _spendAllowance(owner, msg.sender, shares);
        if (epochLength != 0) {
            _lowerRequest(shares, owner, currentEpoch());
            _countWithdrawal(assets);
        }
        _requireBalance(assets);
        _spread(totalSupply() - shares);
        _burn(owner, shares);
        emit Withdraw(msg.sender, receiver, owner, assets, shares);
        _asset.safeTransfer(receiver, assets);
    }

    /// @dev Keeps the limit. Reverts with Musdt_ExceedsWithdrawalLimit. rules.md M8
    function _countWithdrawal(uint256 assets) private {
        uint256 limit = withdrawalLimit();
        uint256 used = MusdtMath.withdrawalUsedUp(_withdrawalUsed, limit, block.timestamp - lastWithdrawal);
        uint256 room = Math.saturatingSub(limit, used);
        if (assets > room) revert Musdt_ExceedsWithdrawalLimit(assets, room, limit);
        (_withdrawalUsed, lastWithdrawal) = (used + assets, block.timestamp);
        emit WithdrawalLimitUsed(used + assets, limit);
    }
}
