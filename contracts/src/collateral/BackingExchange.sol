// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {MeasuredTransfer} from "../shared/MeasuredTransfer.sol";
import {BackingSale} from "./BackingSale.sol";
import {BackingCause, Holdings} from "./BackingTypes.sol";
import {Collateral_BelowMinimum, Collateral_Nothing} from "./CollateralErrors.sol";
import {CollateralMath} from "./CollateralMath.sol";
import {Prices} from "./CollateralTypes.sol";

/// @title TUSDT for TAO, and TAO or USD for TUSDT
/// @notice rules.md C1, C2, C12
abstract contract BackingExchange is BackingSale {
    using MeasuredTransfer for IERC20;
    using SafeCast for uint256;
    using SafeERC20 for IERC20;

    /// @notice The vault holds less of this than is asked for. In units of the leg. rules.md C1
    error Backing_LegTooShort(IERC20 leg, uint256 wanted, uint256 held);

    /// @notice Mints TUSDT for TAO, which is taken at once, at the low price. rules.md C1, C2
    /// @dev Reverts with EnforcedPause, Collateral_InvalidRecipient, Collateral_NoPrice, Collateral_Nothing,
    /// Collateral_BelowMinimum, Backing_ExceedsDay, Backing_BelowTarget.
    /// @param taoAmount TAO (18 decimals) sent; what arrives counts.
    /// @param to Recipient of the TUSDT.
    /// @param minOut Least TUSDT the caller accepts.
    /// @return minted TUSDT (18 decimals). Rounds down.
    function mint(uint256 taoAmount, address to, uint256 minOut)
        external
        nonReentrant
        whenNotPaused
        returns (uint256 minted)
    {
        _checkRecipient(to);
        (Holdings memory before, Prices memory p) = _touch();
        _requireLow(p);
        uint256 received = tao.pull(msg.sender, address(this), taoAmount);
        minted = CollateralMath.mintedDown(received, p.low);
        _requireOut(minted, minOut);
        _countMinted(minted);
        _tao += received;
        tusdt.mint(to, minted);
        _requireTarget(holdings(), p.low);
        _moved(BackingCause.Minted, to, before, p.low);
        _endSaleIfOver(p);
    }

    /// @notice Redeems TUSDT for TAO at the high price: 1 USD each, or its part of a backing that is too small at the low
    /// price. rules.md C1, C12
    /// @dev Reverts with Collateral_InvalidRecipient, Collateral_NoPrice, Collateral_Nothing, Collateral_BelowMinimum,
    /// Backing_LegTooShort.
    /// @param tusdtAmount TUSDT (18 decimals) of the caller, who has approved it.
    /// @param to Recipient of the TAO.
    /// @param minOut Least TAO the caller accepts.
    /// @return paid TAO (18 decimals). Rounds down, twice.
    function redeemTao(uint256 tusdtAmount, address to, uint256 minOut) external nonReentrant returns (uint256 paid) {
        _checkRecipient(to);
        (Holdings memory before, Prices memory p) = _touch();
        _requireLow(p);
        uint256 value = CollateralMath.redeemedValueDown(tusdtAmount, _backing(before, p.low), before.outstanding);
        paid = CollateralMath.taoOfDown(value, p.high);
        _requireOut(paid, minOut);
        if (paid > before.tao) revert Backing_LegTooShort(tao, paid, before.tao);
        _tao -= paid;
        _burnRedeemed(tusdtAmount);
        _moved(BackingCause.RedeemedTao, to, before, p.high);
        _endSaleIfOver(p);
        tao.safeTransfer(to, paid);
    }

    /// @notice Redeems TUSDT for USDC, with or without a price: 1 USD each, or its part of a backing that is too small at
    /// the last low price. rules.md C1, C8, C12
    /// @dev Reverts with Collateral_InvalidRecipient, Collateral_Nothing, Collateral_BelowMinimum, Backing_LegTooShort.
    /// @param tusdtAmount TUSDT (18 decimals) of the caller, who has approved it.
    /// @param to Recipient of the USDC.
    /// @param minOut Least USDC the caller accepts.
    /// @return paid USDC (6 decimals). Rounds down, twice.
    function redeemUsd(uint256 tusdtAmount, address to, uint256 minOut) external nonReentrant returns (uint256 paid) {
        _checkRecipient(to);
        (Holdings memory before, Prices memory p) = _touch();
        uint256 judged = _judgedLow(p);
        uint256 value = CollateralMath.redeemedValueDown(tusdtAmount, _backing(before, judged), before.outstanding);
        paid = CollateralMath.usdOfDown(value);
        _requireOut(paid, minOut);
        if (paid > before.usd) revert Backing_LegTooShort(usd, paid, before.usd);
        _usd -= paid;
        _burnRedeemed(tusdtAmount);
        _moved(BackingCause.RedeemedUsd, to, before, judged);
        _endSaleIfOver(p);
        usd.safeTransfer(to, paid);
    }

    function _burnRedeemed(uint256 tusdtAmount) private {
        _countRedeemed(tusdtAmount);
        _burnOf(msg.sender, tusdtAmount);
    }

    function _requireOut(uint256 amount, uint256 least) private pure {
        if (amount == 0) revert Collateral_Nothing();
        if (amount < least) revert Collateral_BelowMinimum(amount, least);
    }
}
