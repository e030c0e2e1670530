// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {Kept, StrayToken} from "../shared/StrayToken.sol";
import {Collateral_Nothing} from "./CollateralErrors.sol";
import {CollateralMath} from "./CollateralMath.sol";
import {Payment} from "./TusdtLedger.sol";
import {VaultEntries} from "./VaultEntries.sol";
import {Collateral_DebtAboveMaximum, Collateral_ExceedsCollateral} from "./VaultErrors.sol";
import {Vault, VaultKey} from "./VaultTypes.sol";

/// @title Repaying, withdrawing, closing. No pause stops them; without debt they need no price
abstract contract VaultExits is VaultEntries {
    /// @notice A payment (TUSDT, 18 decimals), by the owner or by somebody else, cleared late fees, then interest, then
    /// principal. rules.md C4
    event Repaid(
        address indexed owner,
        uint256 indexed id,
        address indexed payer,
        uint256 late,
        uint256 interest,
        uint256 principal
    );

    /// @notice So much (TUSDT, 18 decimals) was paid for a vault of somebody else.
    event RepaidFor(address indexed payer, uint256 indexed id, address indexed owner, uint256 paid);

    /// @notice Collateral (18 decimals) was withdrawn from a vault.
    event Withdrawn(address indexed owner, uint256 indexed id, address indexed to, uint256 amount);

    /// @notice Pays debt of a vault; anyone may, always. It takes at most the debt, and where less than dust of it would newly
    /// be left, only down to dust. The payer has approved the book. rules.md C4
    /// @dev Reverts with Collateral_NoSuchVault, Collateral_TooManyDates, Collateral_Nothing, ERC20InsufficientAllowance,
    /// ERC20InsufficientBalance.
    /// @param atMost TUSDT (18 decimals).
    /// @return paid TUSDT (18 decimals).
    function repay(uint256 id, uint256 atMost) external nonReentrant returns (uint256 paid) {
        uint256 rate = _dripFully();
        Vault memory vault = _load(id);
        paid = CollateralMath.paymentOf(atMost, _debt(vault, rate), _get(VaultKey.Dust));
        if (paid == 0) revert Collateral_Nothing();
        _repay(id, vault, rate, paid);
    }

    /// @notice Withdraws collateral of the caller's vault: all of it where there is no debt, else as far as the mint ratio at
    /// the lowest price lets. rules.md C4, C8
    /// @dev Reverts with Collateral_NoSuchVault, Collateral_NotOwner, Collateral_TooManyDates, Collateral_InvalidRecipient,
    /// Collateral_Nothing, Collateral_ExceedsCollateral; with debt also with Collateral_NoPrice, Collateral_NotCovered.
    /// @param amount Collateral (18 decimals).
    /// @param to Recipient.
    function withdraw(uint256 id, uint256 amount, address to) external nonReentrant {
        uint256 rate = _dripFully();
        Vault memory vault = _load(id);
        _requireOwner(id, vault);
        _checkRecipient(to);
        if (amount == 0) revert Collateral_Nothing();
        if (amount > vault.collateral) revert Collateral_ExceedsCollateral(amount, vault.collateral);
        vault.collateral -= amount;
        uint256 debt = _debt(vault, rate);
        if (debt > 0) _requireCovered(vault, debt);
        _withdraw(id, vault, rate, amount, to);
    }

    /// @notice Pays all debt of the caller's vault and withdraws all collateral. The caller has approved the book. The vault
    /// stays, empty: what an auction leaves of a lot still returns there. rules.md C4
    /// @dev Reverts with Collateral_NoSuchVault, Collateral_NotOwner, Collateral_TooManyDates, Collateral_InvalidRecipient,
    /// Collateral_DebtAboveMaximum, Collateral_Nothing, ERC20InsufficientAllowance, ERC20InsufficientBalance.
    /// @param maxDebt Most TUSDT (18 decimals) that the caller pays.
    /// @param to Recipient of the collateral.
    /// @return paid TUSDT (18 decimals).
    /// @return amount Collateral (18 decimals).
    function close(uint256 id, uint256 maxDebt, address to)
        external
        nonReentrant
        returns (uint256 paid, uint256 amount)
    {
        uint256 rate = _dripFully();
        Vault memory vault = _load(id);
        _requireOwner(id, vault);
        _checkRecipient(to);
        (paid, amount) = (_debt(vault, rate), vault.collateral);
        if (paid > maxDebt) revert Collateral_DebtAboveMaximum(paid, maxDebt);
        if (paid + amount == 0) revert Collateral_Nothing();
        if (paid > 0) _repay(id, vault, rate, paid);
        vault.collateral = 0;
        _withdraw(id, vault, rate, amount, to);
    }

    /// @notice Sends what was sent here by mistake where it belongs: TUSDT to the book, TAO and USDC to the asset-backing
    /// vault, any other token to governance. Anyone may call. rules.md C11
    /// @dev Reverts with Stray_NothingToRecover.
    /// @param token Token to look for; of the collateral, what is beyond what is booked.
    function bookGift(IERC20 token) external nonReentrant {
        Kept[] memory kept = new Kept[](1);
        kept[0] = Kept(collateral, held);
        StrayToken.recover(token, book.giftRecipient(token), kept);
    }

    /// @dev Clears what a payment clears, saves the vault, and takes the payment in.
    function _repay(uint256 id, Vault memory vault, uint256 rate, uint256 paid) private {
        uint256 late = Math.min(paid, vault.late);
        uint256 rest = paid - late;
        uint256 unpaid = CollateralMath.debtUp(vault.art, rate) - vault.principal;
        uint256 interest = Math.min(rest, unpaid);
        uint256 principal = rest - interest;
        vault.late -= late;
        vault.art -= Math.min(vault.art, CollateralMath.clearedArtDown(rest, rate));
        vault.principal -= principal;
        vault.due = Math.saturatingSub(vault.due, interest);
        emit Repaid(vault.owner, id, msg.sender, late, interest, principal);
        if (msg.sender != vault.owner) emit RepaidFor(msg.sender, id, vault.owner, paid);
        _save(id, vault, rate);
        book.collect(msg.sender, Payment(principal, interest, late, 0, address(0), 0));
    }

    function _withdraw(uint256 id, Vault memory vault, uint256 rate, uint256 amount, address to) private {
        emit Withdrawn(vault.owner, id, to, amount);
        _save(id, vault, rate);
        _payOut(to, amount);
    }
}
