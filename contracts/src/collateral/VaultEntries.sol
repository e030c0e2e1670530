// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Collateral_NoPrice, Collateral_Nothing} from "./CollateralErrors.sol";
import {CollateralMath} from "./CollateralMath.sol";
import {VaultCeiling} from "./VaultCeiling.sol";
import {
    Collateral_AboveCeiling,
    Collateral_BelowDust,
    Collateral_NotCovered,
    Collateral_NotOwner
} from "./VaultErrors.sol";
import {DueDate, Vault, VaultKey} from "./VaultTypes.sol";

/// @title Opening, adding, drawing
abstract contract VaultEntries is VaultCeiling {
    /// @dev Ids of an owner's vaults, in the order of their opening.
    mapping(address owner => uint256[]) internal _owned;

    /// @notice A vault was opened.
    event Opened(address indexed owner, uint256 indexed id);

    /// @notice Collateral (18 decimals) was added to a vault, by its owner or by somebody else.
    event Deposited(address indexed owner, uint256 indexed id, address indexed payer, uint256 amount);

    /// @notice Collateral (18 decimals) was added to a vault of somebody else.
    event DepositedFor(address indexed payer, uint256 indexed id, address indexed owner, uint256 amount);

    /// @notice TUSDT (18 decimals) were drawn from a vault.
    event Drawn(address indexed owner, uint256 indexed id, address indexed to, uint256 amount);

    /// @notice Opens a vault of the caller's, with collateral and debt if wanted. rules.md C3
    /// @dev Reverts with EnforcedPause, or as `deposit` and `draw`.
    /// @param amount Collateral (18 decimals) to add; 0 for none.
    /// @param drawn TUSDT (18 decimals) to draw; 0 for none.
    /// @param to Recipient of the TUSDT.
    /// @return id The vault.
    function open(uint256 amount, uint256 drawn, address to) external nonReentrant whenNotPaused returns (uint256 id) {
        uint256 rate = _dripFully();
        id = ++vaultCount;
        _owned[msg.sender].push(id);
        Vault memory vault;
        vault.owner = msg.sender;
        // forge-lint: disable-next-line(unsafe-typecast)
        vault.nextDate = uint96(_passed(block.timestamp));
        emit Opened(msg.sender, id);
        if (amount > 0) _deposit(id, vault, amount);
        if (drawn > 0) _draw(id, vault, rate, drawn, to);
        _save(id, vault, rate);
        if (drawn > 0) book.draw(to, drawn);
    }

    /// @notice Adds collateral to a vault; anyone may, always. rules.md C4
    /// @dev Reverts with Collateral_NoSuchVault, Collateral_TooManyDates, Collateral_Nothing.
    /// @param amount Collateral (18 decimals); what arrives counts.
    function deposit(uint256 id, uint256 amount) external nonReentrant {
        uint256 rate = _dripFully();
        Vault memory vault = _load(id);
        _deposit(id, vault, amount);
        _save(id, vault, rate);
    }

    /// @notice Draws TUSDT from the caller's vault, as far as the mint ratio at the lowest price, the ceiling and dust let.
    /// rules.md C4, C8, C9
    /// @dev Reverts with EnforcedPause, Collateral_NoSuchVault, Collateral_NotOwner, Collateral_TooManyDates,
    /// Collateral_InvalidRecipient, Collateral_Nothing, Collateral_NoPrice, Collateral_NoLiquidity, Collateral_BelowDust,
    /// Collateral_AboveCeiling, Collateral_NotCovered.
    /// @param amount TUSDT (18 decimals).
    /// @param to Recipient.
    function draw(uint256 id, uint256 amount, address to) external nonReentrant whenNotPaused {
        uint256 rate = _dripFully();
        Vault memory vault = _load(id);
        _requireOwner(id, vault);
        if (amount == 0) revert Collateral_Nothing();
        _draw(id, vault, rate, amount, to);
        _save(id, vault, rate);
        book.draw(to, amount);
    }

    /// @notice Looks at the due dates of a vault that have passed, as many as one transaction can hold. Anyone may.
    /// rules.md C13
    /// @dev Reverts with Collateral_NoSuchVault, Collateral_TooManyDates where a drip must come first.
    /// @return isDone Whether none is left.
    function assess(uint256 id) external nonReentrant returns (bool isDone) {
        uint256 rate = _dripFully();
        Vault memory vault = _vaultOf(id);
        uint256 late = vault.late;
        isDone = _assess(vault, new DueDate[](0), DATES_AT_ONCE);
        emit Assessed(vault.owner, id, vault.nextDate, late, vault.late);
        _save(id, vault, rate);
    }

    /// @dev Reverts with Collateral_NoPrice, Collateral_NotCovered. rules.md C4
    function _requireCovered(Vault memory vault, uint256 debt) internal view {
        uint256 low = _prices().low;
        if (low == 0) revert Collateral_NoPrice();
        uint256 mintRatio = _get(VaultKey.MintRatio);
        if (!CollateralMath.isSafe(debt, vault.collateral, low, mintRatio)) {
            revert Collateral_NotCovered(debt, vault.collateral, low, mintRatio);
        }
    }

    /// @dev Reverts with Collateral_NotOwner.
    function _requireOwner(uint256 id, Vault memory vault) internal view {
        if (vault.owner != msg.sender) revert Collateral_NotOwner(id, msg.sender);
    }

    function _deposit(uint256 id, Vault memory vault, uint256 amount) private {
        uint256 received = _takeIn(amount);
        vault.collateral += received;
        emit Deposited(vault.owner, id, msg.sender, received);
        if (msg.sender != vault.owner) emit DepositedFor(msg.sender, id, vault.owner, received);
    }

    function _draw(uint256 id, Vault memory vault, uint256 rate, uint256 amount, address to) private {
        _checkRecipient(to);
        vault.art += CollateralMath.drawnArtUp(amount, rate);
        vault.principal += amount;
        uint256 debt = _debt(vault, rate);
        uint256 dust = _get(VaultKey.Dust);
        if (debt < dust) revert Collateral_BelowDust(debt, dust);
        uint256 principal = book.principalOf(address(this)) + amount;
        uint256 ceiling = _refreshCeiling();
        if (principal > ceiling) revert Collateral_AboveCeiling(principal, ceiling);
        _requireCovered(vault, debt);
        emit Drawn(vault.owner, id, to, amount);
    }
}
