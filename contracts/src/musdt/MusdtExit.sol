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

/// @title Burning: by request and within a daily limit, or at once in a vault with an instant exit
/// @notice Works while paused. rules.md M8
abstract contract MusdtExit is MusdtRequests {
    using SafeERC20 for IERC20;

    /// @dev Age at which the snapshot of the collateral renews itself. rules.md M8
    uint256 private constant COLLATERAL_SNAPSHOT_SECONDS = 24 hours;

    /// @notice Unix seconds of the last snapshot of the collateral; 0 before the first withdrawal. rules.md M8
    uint256 public lastWithdrawalSnapshot;

    uint256 private _snapshotCollateral;
    uint256 private _withdrawnSinceSnapshot;

    /// @notice Shares were burnt for assets (USDT, 6 decimals).
    event Withdraw(
        address indexed sender, address indexed receiver, address indexed owner, uint256 assets, uint256 shares
    );

    /// @notice A new snapshot of the collateral (USDT, 6 decimals) limits what may leave until it renews. rules.md M8
    event WithdrawalSnapshotUpdated(uint256 collateral);

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

    /// @notice Most shares an owner can burn now, within the daily limit and what the vault holds. rules.md M8, M9
    function maxRedeem(address owner) public view returns (uint256) {
        uint256 shares = epochLength == 0 ? balanceOf(owner) : withdrawRequests[owner][currentEpoch()];
        if (shares == 0) return 0;
        uint256 room = Math.min(withdrawalRoom(), _asset.balanceOf(address(this)));
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

    /// @notice Assets that may still leave the vault before the limit renews (USDT, 6 decimals); all of uint256 in a
    /// vault with an instant exit. rules.md M8
    function withdrawalRoom() public view returns (uint256) {
        if (epochLength == 0) return type(uint256).max;
        if (_isCollateralSnapshotDue()) return MusdtMath.withdrawalRoomDown(availableAssets(), 0);
        return MusdtMath.withdrawalRoomDown(_snapshotCollateral, _withdrawnSinceSnapshot);
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

    /// @dev Keeps the daily limit. Reverts with Musdt_ExceedsWithdrawalLimit. rules.md M8
    function _countWithdrawal(uint256 assets) private {
        if (_isCollateralSnapshotDue()) {
            _snapshotCollateral = availableAssets();
            _withdrawnSinceSnapshot = 0;
            lastWithdrawalSnapshot = block.timestamp;
            emit WithdrawalSnapshotUpdated(_snapshotCollateral);
        }
        uint256 room = withdrawalRoom();
        if (assets > room) {
            revert Musdt_ExceedsWithdrawalLimit(assets, room, lastWithdrawalSnapshot + COLLATERAL_SNAPSHOT_SECONDS);
        }
        _withdrawnSinceSnapshot += assets;
    }

    /// @dev Whether the snapshot of the collateral is old enough to be renewed.
    function _isCollateralSnapshotDue() private view returns (bool) {
        return block.timestamp >= lastWithdrawalSnapshot + COLLATERAL_SNAPSHOT_SECONDS;
    }
}
