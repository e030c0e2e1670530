// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {TetherUSD} from "./TetherUSD.sol";

/// @title The contract Tether has moved to, for local chains and tests
/// @notice After `TetherUSD.deprecate` the old contract passes everything on to this one, which says what happened by its
/// own events, at its own address. Balances of the old one count until they are touched here; allowances do not come
/// along.
contract TetherSuccessor {
    TetherUSD private immutable _legacy;
    mapping(address account => bool) private _isMoved;
    mapping(address account => uint256) private _balances;
    mapping(address owner => mapping(address spender => uint256)) private _allowed;

    /// @notice USDT moved (6 decimals).
    event Transfer(address indexed from, address indexed to, uint256 value);

    /// @notice An allowance was set (USDT, 6 decimals).
    event Approval(address indexed owner, address indexed spender, uint256 value);

    /// @dev The old contract only.
    modifier onlyLegacy() {
        require(msg.sender == address(_legacy));
        _;
    }

    /// @param legacy The old contract.
    constructor(TetherUSD legacy) {
        _legacy = legacy;
    }

    /// @notice Sends USDT (6 decimals).
    function transfer(address to, uint256 value) external {
        _move(msg.sender, to, value);
    }

    /// @notice `transfer` of the old contract.
    function transferByLegacy(address from, address to, uint256 value) external onlyLegacy {
        _move(from, to, value);
    }

    /// @notice `transferFrom` of the old contract.
    function transferFromByLegacy(address sender, address from, address to, uint256 value) external onlyLegacy {
        _allowed[from][sender] -= value;
        _move(from, to, value);
    }

    /// @notice `approve` of the old contract.
    function approveByLegacy(address from, address spender, uint256 value) external onlyLegacy {
        _allowed[from][spender] = value;
        emit Approval(from, spender, value);
    }

    /// @notice All USDT (6 decimals).
    function totalSupply() external view returns (uint256) {
        return _legacy.legacySupply();
    }

    /// @notice What a spender may still take (USDT, 6 decimals).
    function allowance(address owner, address spender) external view returns (uint256) {
        return _allowed[owner][spender];
    }

    /// @notice USDT of an account (6 decimals).
    function balanceOf(address who) public view returns (uint256) {
        return _isMoved[who] ? _balances[who] : _legacy.balances(who);
    }

    /// @dev Without a fee.
    function _move(address from, address to, uint256 value) private {
        (_balances[from], _isMoved[from]) = (balanceOf(from) - value, true);
        (_balances[to], _isMoved[to]) = (balanceOf(to) + value, true);
        emit Transfer(from, to, value);
    }
}
