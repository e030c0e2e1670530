// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {MeasuredTransfer} from "../shared/MeasuredTransfer.sol";
import {Kept, StrayToken} from "../shared/StrayToken.sol";
import {BackingSale} from "./BackingSale.sol";
import {BackingCause, Holdings} from "./BackingTypes.sol";
import {Collateral_NotAllowed, Collateral_Nothing} from "./CollateralErrors.sol";
import {Prices} from "./CollateralTypes.sol";

/// @title Backing that comes from the protocol, from surplus, or as a gift
/// @notice rules.md C2, C4, C11
abstract contract BackingFunds is BackingSale {
    using MeasuredTransfer for IERC20;
    using SafeERC20 for IERC20;

    /// @notice What was announced has not arrived. USDC (6 decimals).
    error Backing_NotArrived(uint256 booked, uint256 held);

    /// @notice Adds backing, for nothing in return; it counts as the day's inflow. Protocol only. rules.md C2
    /// @dev Reverts with Collateral_NotAllowed, Collateral_Nothing.
    /// @param taoAmount TAO (18 decimals) sent; what arrives counts.
    /// @param usdAmount USDC (6 decimals) sent; what arrives counts.
    function addBacking(uint256 taoAmount, uint256 usdAmount) external nonReentrant {
        _requireProtocol();
        (Holdings memory before, Prices memory p) = _touch();
        if (taoAmount > 0) taoAmount = tao.pull(msg.sender, address(this), taoAmount);
        if (usdAmount > 0) usdAmount = usd.pull(msg.sender, address(this), usdAmount);
        _book(BackingCause.Added, before, p, taoAmount, usdAmount);
        _countAdded(taoAmount, usdAmount);
    }

    /// @notice Removes backing, down to the target and only at a fresh price. Protocol only. rules.md C2
    /// @dev Reverts with Collateral_NotAllowed, Collateral_InvalidRecipient, Collateral_NoPrice, Collateral_Nothing,
    /// Backing_BelowTarget, or a panic where less is held.
    /// @param taoAmount TAO (18 decimals).
    /// @param usdAmount USDC (6 decimals).
    /// @param to Recipient.
    function removeBacking(uint256 taoAmount, uint256 usdAmount, address to) external nonReentrant {
        _requireProtocol();
        _checkRecipient(to);
        (Holdings memory before, Prices memory p) = _touch();
        _requireLow(p);
        if (taoAmount == 0 && usdAmount == 0) revert Collateral_Nothing();
        _tao -= taoAmount;
        _usd -= usdAmount;
        _requireTarget(holdings(), p.low);
        _countRemoved(taoAmount, usdAmount);
        _moved(BackingCause.Removed, to, before, p.low);
        if (taoAmount > 0) tao.safeTransfer(to, taoAmount);
        if (usdAmount > 0) usd.safeTransfer(to, usdAmount);
    }

    /// @notice Books what was paid for surplus, and was sent here before; it counts as the day's inflow. The book only.
    /// rules.md C4
    /// @dev Reverts with Collateral_NotAllowed, Backing_NotArrived, Collateral_Nothing.
    /// @param usdAmount USDC (6 decimals).
    function addSurplusBacking(uint256 usdAmount) external nonReentrant {
        if (msg.sender != address(book)) revert Collateral_NotAllowed(msg.sender);
        (Holdings memory before, Prices memory p) = _touch();
        uint256 held = usd.balanceOf(address(this));
        if (held < _usd + usdAmount) revert Backing_NotArrived(_usd + usdAmount, held);
        _book(BackingCause.Surplus, before, p, 0, usdAmount);
        _countAdded(0, usdAmount);
    }

    /// @notice Books what is here beyond the books as backing, outside the day's inflow; TUSDT is burnt. Anyone may.
    /// rules.md C11
    /// @dev Reverts with Collateral_Nothing.
    function bookGifts() external nonReentrant {
        (Holdings memory before, Prices memory p) = _touch();
        uint256 burnt = tusdt.balanceOf(address(this));
        if (burnt > 0) tusdt.burn(burnt);
        uint256 taoAmount = _giftOf(tao, _tao);
        uint256 usdAmount = _giftOf(usd, _usd);
        if (burnt == 0 && taoAmount == 0 && usdAmount == 0) revert Collateral_Nothing();
        _tao += taoAmount;
        _usd += usdAmount;
        _moved(BackingCause.Gift, address(this), before, 0);
        _endSaleIfOver(p);
    }

    /// @notice Sends any other token that was sent here by mistake to governance. Anyone may. rules.md C11
    /// @dev Reverts with Stray_NothingToRecover, for TAO, USDC and TUSDT, too: `bookGifts` books those.
    /// @param token Token to look for.
    function recoverStray(IERC20 token) external nonReentrant {
        Kept[] memory kept = new Kept[](3);
        kept[0] = Kept(tao, type(uint256).max);
        kept[1] = Kept(usd, type(uint256).max);
        kept[2] = Kept(IERC20(tusdt), type(uint256).max);
        StrayToken.recover(token, settings.governance(), kept);
    }

    /// @dev Reverts with Collateral_Nothing.
    function _book(BackingCause cause, Holdings memory before, Prices memory p, uint256 taoAmount, uint256 usdAmount)
        private
    {
        if (taoAmount == 0 && usdAmount == 0) revert Collateral_Nothing();
        _tao += taoAmount;
        _usd += usdAmount;
        _moved(cause, address(this), before, 0);
        _endSaleIfOver(p);
    }

    /// @dev Reverts with Collateral_NotAllowed.
    function _requireProtocol() private view {
        if (msg.sender != settings.parameters().protocol) revert Collateral_NotAllowed(msg.sender);
    }
}
