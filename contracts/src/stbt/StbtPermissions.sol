// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {StbtOwnable} from "./StbtOwnable.sol";
import {Permission} from "./StbtTypes.sol";

/// @title Who may hold, send and manage STBT
/// @dev Strings are those of the live contract. rules.md T5
abstract contract StbtPermissions is StbtOwnable {
    /// @notice Issues, redeems and reports interest: a timelock.
    address public issuer;

    /// @notice Moves and burns by order of a court: a timelock.
    address public controller;

    /// @notice Gives and takes permissions: a timelock.
    address public moderator;

    /// @notice What an address may do.
    mapping(address => Permission) public permissions;

    /// @notice Who issues, redeems and reports changed.
    event IssuerSet(address indexed issuer);

    /// @notice Who may move and burn for others changed.
    event ControllerSet(address indexed controller);

    /// @notice Who sets permissions changed.
    event ModeratorSet(address indexed moderator);

    /// @notice What an address may do changed; `expiryTime` in unix seconds, 0 = never.
    event PermissionSet(address indexed account, bool sendAllowed, bool receiveAllowed, uint64 expiryTime);

    /// @dev Reverts with "STBT: NOT_ISSUER".
    modifier onlyIssuer() {
        require(msg.sender == issuer, "STBT: NOT_ISSUER");
        _;
    }

    /// @dev Reverts with "STBT: NOT_CONTROLLER".
    modifier onlyController() {
        require(msg.sender == controller, "STBT: NOT_CONTROLLER");
        _;
    }

    /// @notice Owner only.
    /// @param issuer_ Who issues, redeems and reports.
    function setIssuer(address issuer_) external onlyOwner {
        issuer = issuer_;
        emit IssuerSet(issuer_);
    }

    /// @notice Owner only.
    /// @param controller_ Who may move and burn for others.
    function setController(address controller_) external onlyOwner {
        controller = controller_;
        emit ControllerSet(controller_);
    }

    /// @notice Owner only.
    /// @param moderator_ Who sets permissions.
    function setModerator(address moderator_) external onlyOwner {
        moderator = moderator_;
        emit ModeratorSet(moderator_);
    }

    /// @notice Sets what an address may do. Moderator only: "STBT: NOT_MODERATOR". rules.md T5
    /// @param addr Whom it concerns.
    /// @param permission What it may do, and until when.
    function setPermission(address addr, Permission calldata permission) external {
        require(msg.sender == moderator, "STBT: NOT_MODERATOR");
        permissions[addr] = permission;
        emit PermissionSet(addr, permission.sendAllowed, permission.receiveAllowed, permission.expiryTime);
    }

    /// @dev Whether a permission's time is not over; at its expiry it is. rules.md T5
    function _isCurrent(Permission storage permission) internal view returns (bool) {
        uint64 expiry = permission.expiryTime;
        return expiry == 0 || expiry > block.timestamp;
    }

    /// @dev Reverts with "STBT: NO_SEND_PERMISSION", "STBT: SEND_PERMISSION_EXPIRED".
    function _checkMaySend(address account) internal view {
        Permission storage permission = permissions[account];
        require(permission.sendAllowed, "STBT: NO_SEND_PERMISSION");
        require(_isCurrent(permission), "STBT: SEND_PERMISSION_EXPIRED");
    }

    /// @dev Reverts with "STBT: NO_RECEIVE_PERMISSION", "STBT: RECEIVE_PERMISSION_EXPIRED".
    function _checkMayReceive(address account) internal view {
        Permission storage permission = permissions[account];
        require(permission.receiveAllowed, "STBT: NO_RECEIVE_PERMISSION");
        require(_isCurrent(permission), "STBT: RECEIVE_PERMISSION_EXPIRED");
    }
}
