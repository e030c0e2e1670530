// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title An owner as the live contracts have one
/// @dev The newer library of the same purpose reverts with custom errors; what is live says these sentences, and one
/// app reads both. rules.md T
abstract contract StbtOwnable {
    /// @notice Who may change settings.
    address public owner;

    /// @notice The owner changed; 0 = nobody from now on.
    event OwnershipTransferred(address indexed previousOwner, address indexed newOwner);

    /// @dev Reverts with "Ownable: caller is not the owner".
    modifier onlyOwner() {
        _checkOwner();
        _;
    }

    /// @param owner_ First owner.
    constructor(address owner_) {
        _setOwner(owner_);
    }

    /// @notice Gives ownership up for good. Owner only.
    function renounceOwnership() external onlyOwner {
        _setOwner(address(0));
    }

    /// @notice Gives ownership to another address. Owner only. Reverts with "Ownable: new owner is the zero address".
    /// @param newOwner Next owner.
    function transferOwnership(address newOwner) external onlyOwner {
        require(newOwner != address(0), "Ownable: new owner is the zero address");
        _setOwner(newOwner);
    }

    function _setOwner(address newOwner) private {
        emit OwnershipTransferred(owner, newOwner);
        owner = newOwner;
    }

    function _checkOwner() private view {
        require(msg.sender == owner, "Ownable: caller is not the owner");
    }
}
