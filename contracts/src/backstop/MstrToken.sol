// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AccessControl} from "@openzeppelin/contracts/access/AccessControl.sol";
import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {MINTER_ROLE, REGISTRAR_ROLE} from "./BackstopRoles.sol";

/// @title MSTR
/// @notice 18 decimals. Reserved MSTR sits with a series until its settlement: it can be released or burnt, but not
/// transferred, and neither circulates nor votes. rules.md B12
contract MstrToken is ERC20, AccessControl {
    /// @notice Reserved MSTR of an account (18 decimals), part of its balance.
    mapping(address account => uint256 amount) public reservedOf;

    /// @notice All reserved MSTR (18 decimals).
    uint256 public reservedSupply;

    /// @notice MSTR was minted into reserve. `amount`: 18 decimals.
    event ReserveMinted(address indexed account, uint256 amount);

    /// @notice Reserved MSTR became circulating. `amount`: 18 decimals.
    event ReserveReleased(address indexed account, address indexed to, uint256 amount);

    /// @notice Reserved MSTR was burnt. `amount`: 18 decimals.
    event ReserveBurnt(address indexed account, uint256 amount);

    /// @notice More than the account has free of reserve. Amounts: 18 decimals.
    error Backstop_ExceedsUnreserved(address account, uint256 requested, uint256 unreserved);

    /// @notice More than the account has in reserve. Amounts: 18 decimals.
    error Backstop_ExceedsReserve(address account, uint256 requested, uint256 reserved);

    /// @param admin Holder of DEFAULT_ADMIN_ROLE.
    constructor(address admin) ERC20("MSTR", "MSTR") {
        _grantRole(DEFAULT_ADMIN_ROLE, admin);
        _setRoleAdmin(MINTER_ROLE, REGISTRAR_ROLE);
    }

    /// @notice Mints circulating MSTR. MINTER_ROLE only.
    /// @param to Recipient.
    /// @param amount MSTR (18 decimals).
    function mint(address to, uint256 amount) external onlyRole(MINTER_ROLE) {
        _mint(to, amount);
    }

    /// @notice Burns the caller's own, unreserved MSTR. Reverts with Backstop_ExceedsUnreserved.
    /// @param amount MSTR (18 decimals).
    function burn(uint256 amount) external {
        _burn(msg.sender, amount);
    }

    /// @notice Mints reserved MSTR. MINTER_ROLE only. rules.md B12
    /// @param to Account that holds the reserve.
    /// @param amount MSTR (18 decimals).
    function mintReserved(address to, uint256 amount) external onlyRole(MINTER_ROLE) {
        _mint(to, amount);
        reservedOf[to] += amount;
        reservedSupply += amount;
        emit ReserveMinted(to, amount);
    }

    /// @notice Pays out of the caller's reserve; what is paid circulates. Reverts with Backstop_ExceedsReserve. rules.md B13
    /// @param to Recipient.
    /// @param amount MSTR (18 decimals).
    function releaseReserved(address to, uint256 amount) external {
        _lowerReserve(amount);
        emit ReserveReleased(msg.sender, to, amount);
        _transfer(msg.sender, to, amount);
    }

    /// @notice Burns out of the caller's reserve. Reverts with Backstop_ExceedsReserve. rules.md B12, B13
    /// @param amount MSTR (18 decimals).
    function burnReserved(uint256 amount) external {
        _lowerReserve(amount);
        emit ReserveBurnt(msg.sender, amount);
        _burn(msg.sender, amount);
    }

    /// @notice Total supply without the reserve (18 decimals). rules.md B12
    function circulatingSupply() external view returns (uint256) {
        return totalSupply() - reservedSupply;
    }

    /// @notice Voting weight of an account (18 decimals): what it holds free of reserve. rules.md B12
    function votesOf(address account) external view returns (uint256) {
        return balanceOf(account) - reservedOf[account];
    }

    /// @dev Takes `amount` out of the caller's reserve.
    function _lowerReserve(uint256 amount) private {
        uint256 reserved = reservedOf[msg.sender];
        if (amount > reserved) revert Backstop_ExceedsReserve(msg.sender, amount, reserved);
        reservedOf[msg.sender] = reserved - amount;
        reservedSupply -= amount;
    }

    /// @dev Keeps reserved MSTR where it is. A balance too small altogether is left to ERC20's own error.
    function _update(address from, address to, uint256 amount) internal override {
        uint256 balance = balanceOf(from);
        if (from != address(0) && amount <= balance && amount > balance - reservedOf[from]) {
            revert Backstop_ExceedsUnreserved(from, amount, balance - reservedOf[from]);
        }
        super._update(from, to, amount);
    }
}
