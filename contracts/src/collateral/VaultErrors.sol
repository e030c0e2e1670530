// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @dev Errors of the vaults and their auctions. TUSDT and collateral have 18 decimals, prices and ratios are WAD.

/// @notice There is no such vault.
error Collateral_NoSuchVault(uint256 id);

/// @notice The vault is another's.
error Collateral_NotOwner(uint256 id, address caller);

/// @notice There is less collateral.
error Collateral_ExceedsCollateral(uint256 amount, uint256 collateral);

/// @notice The debt would not be covered by the mint ratio at the lowest price. rules.md C4
error Collateral_NotCovered(uint256 debt, uint256 collateral, uint256 low, uint256 mintRatio);

/// @notice The debt is covered by the liquidation ratio. rules.md C5
error Collateral_Covered(uint256 debt, uint256 collateral, uint256 current, uint256 liquidationRatio);

/// @notice The debt would be smaller than dust. rules.md C4
error Collateral_BelowDust(uint256 debt, uint256 dust);

/// @notice The type's principal would be above its ceiling. rules.md C9
error Collateral_AboveCeiling(uint256 principal, uint256 ceiling);

/// @notice The pool's liquidity is unknown: its newest average is too old, or there is none. Unix seconds. rules.md C9
error Collateral_NoLiquidity(uint256 updatedAt);

/// @notice The debt is above what was agreed.
error Collateral_DebtAboveMaximum(uint256 debt, uint256 most);

/// @notice So many due dates have passed since the last look that one transaction can't hold them: drip, or assess, first.
/// Again and again if need be; anyone may. rules.md C13
error Collateral_TooManyDates(uint256 atOnce);

/// @notice There is no such auction.
error Collateral_NoSuchAuction(uint256 id);

/// @notice The auction has ended.
error Collateral_AuctionOver(uint256 id);

/// @notice The auction's price is too old: reset it first; anyone may. rules.md C7
error Collateral_NeedsReset(uint256 id);

/// @notice The auction runs: there is nothing to reset. rules.md C7
error Collateral_NoResetNeeded(uint256 id);

/// @notice So small a part can't be taken: it would leave less than dust of what is needed, or of the lot. rules.md C7
error Collateral_AllOrNothing(uint256 ask, uint256 lot, uint256 need, uint256 dust);
