// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Pausable} from "@openzeppelin/contracts/utils/Pausable.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {MeasuredTransfer} from "../shared/MeasuredTransfer.sol";
import {Collateral_InvalidRecipient, Collateral_Nothing} from "./CollateralErrors.sol";
import {CollateralMath} from "./CollateralMath.sol";
import {Prices} from "./CollateralTypes.sol";
import {PriceModule} from "./PriceModule.sol";
import {TusdtBook} from "./TusdtBook.sol";
import {Collateral_NoSuchVault, Collateral_TooManyDates} from "./VaultErrors.sol";
import {VaultRate} from "./VaultRate.sol";
import {DueDate, Totals, Vault, VaultKey} from "./VaultTypes.sol";

/// @title What every part of an engine shares: vaults, their sums, their due dates, the collateral
/// @notice Every event that concerns an account has it as its first indexed argument. What happens to a vault is told of
/// its owner; where somebody else did it, a second event tells it of them, and of nobody else. rules.md C11
/// @dev An action drips, loads a vault with all its dates assessed, works on the copy and saves it once.
abstract contract VaultBase is VaultRate, Pausable, ReentrancyGuardTransient {
    using MeasuredTransfer for IERC20;
    using SafeERC20 for IERC20;

    /// @notice Issues and burns TUSDT, and keeps what is owed and left over of all types.
    TusdtBook public immutable book;

    /// @notice Collateral of this type (18 decimals).
    IERC20 public immutable collateral;

    /// @notice Collateral in vaults and running auctions, as booked. Whatever is here beyond it is a gift.
    uint256 public held;

    /// @notice Number of vaults; the first has id 1.
    uint256 public vaultCount;

    Totals internal _totals;

    mapping(uint256 id => Vault) internal _vaults;

    /// @notice A vault has changed: what it was, with the dates it had looked at, and what it is. The rate (RAY) is now's.
    event VaultChanged(address indexed owner, uint256 indexed id, Vault vaultBefore, Vault vaultAfter, uint256 rate);

    /// @notice Due dates were looked at, up to (not including) number `nextDate`; fees for interest not paid in time came to
    /// the vault's late fees. TUSDT (18 decimals). rules.md C13
    event Assessed(address indexed owner, uint256 indexed id, uint256 nextDate, uint256 lateBefore, uint256 late);

    /// @notice Collateral came in or went out, and what is booked before and after. rules.md C11
    event CollateralMoved(address indexed account, bool isIn, uint256 amount, uint256 heldBefore, uint256 heldAfter);

    /// @param book_ The protocol's book; governance adds this contract there.
    /// @param collateral_ Collateral of this type (18 decimals).
    constructor(TusdtBook book_, IERC20 collateral_) {
        (book, collateral) = (book_, collateral_);
    }

    /// @dev A vault with all its dates assessed. Reverts with Collateral_NoSuchVault, Collateral_TooManyDates.
    function _load(uint256 id) internal returns (Vault memory vault) {
        vault = _vaultOf(id);
        (uint96 nextDate, uint256 late) = (vault.nextDate, vault.late);
        if (!_assess(vault, new DueDate[](0), DATES_AT_ONCE)) revert Collateral_TooManyDates(DATES_AT_ONCE);
        if (vault.nextDate == nextDate && vault.late == late) return vault;
        emit Assessed(vault.owner, id, vault.nextDate, late, vault.late);
    }

    /// @dev Writes a vault back, and what it changes of the sums.
    function _save(uint256 id, Vault memory vault, uint256 rate) internal {
        Vault memory before = _vaults[id];
        Totals memory totals = _totals;
        totals.art = totals.art + vault.art - before.art;
        totals.late = totals.late + vault.late - before.late;
        totals.principal = totals.principal + vault.principal - before.principal;
        totals.collateral = totals.collateral + vault.collateral - before.collateral;
        _totals = totals;
        _vaults[id] = vault;
        emit VaultChanged(vault.owner, id, before, vault, rate);
    }

    /// @dev Looks at the dates that have passed, at most so many. Each is looked at twice: on the day, at what interest is
    /// unpaid; and when its grace time is over, at what still is. Changes the copy. rules.md C13
    /// @param fresh Dates that no drip has stored yet.
    /// @return isDone Whether none is left.
    function _assess(Vault memory vault, DueDate[] memory fresh, uint256 most) internal view returns (bool isDone) {
        uint256 passed = _passed(block.timestamp);
        // forge-lint: disable-next-line(unsafe-typecast)
        if (vault.art == 0) vault.nextDate = uint96(passed);
        for (uint256 looked = 0;; ++looked) {
            if (vault.due > 0) {
                DueDate memory last = _date(vault.nextDate - 1, fresh);
                if (block.timestamp < _dueAt(vault.nextDate - 1) + last.graceSeconds) return true;
                vault.late += CollateralMath.lateFeeUp(vault.due, last.lateBps);
                vault.due = 0;
            }
            if (vault.nextDate == passed) return true;
            if (looked == most) return false;
            uint256 rate = _date(vault.nextDate, fresh).rate;
            vault.due = CollateralMath.debtUp(vault.art, rate) - vault.principal;
            ++vault.nextDate;
        }
    }

    /// @dev Reverts with Collateral_NoSuchVault.
    function _vaultOf(uint256 id) internal view returns (Vault memory vault) {
        vault = _vaults[id];
        if (vault.owner == address(0)) revert Collateral_NoSuchVault(id);
    }

    /// @dev Principal and interest, and late fees. Rounds up. rules.md C4
    function _debt(Vault memory vault, uint256 rate) internal pure returns (uint256) {
        return CollateralMath.debtUp(vault.art, rate) + vault.late;
    }

    function _prices() internal view returns (Prices memory) {
        return PriceModule(_addressOf(VaultKey.PriceModule)).prices();
    }

    /// @dev Takes collateral in; what arrives counts. Reverts with Collateral_Nothing.
    function _takeIn(uint256 amount) internal returns (uint256 received) {
        received = collateral.pull(msg.sender, address(this), amount);
        if (received == 0) revert Collateral_Nothing();
        emit CollateralMoved(msg.sender, true, received, held, held + received);
        held += received;
    }

    /// @dev Sends collateral out.
    function _payOut(address to, uint256 amount) internal {
        emit CollateralMoved(to, false, amount, held, held - amount);
        held -= amount;
        collateral.safeTransfer(to, amount);
    }

    /// @dev Reverts with Collateral_InvalidRecipient.
    function _checkRecipient(address to) internal view {
        bool isOurs = to == address(collateral) || to == address(this);
        if (isOurs || !book.canReceive(to)) revert Collateral_InvalidRecipient(to);
    }
}
