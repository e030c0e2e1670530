// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {StbtStandInAccess} from "./StbtStandInAccess.sol";

/// @title Shares and transfers as the live STBT has them
/// @notice A transfer that is worth no share moves nothing and succeeds.
abstract contract StbtStandInShares is StbtStandInAccess {
    /// @notice All STBT (18 decimals).
    uint256 public totalSupply;

    /// @notice All shares.
    uint256 public totalShares;

    mapping(address => uint256) private _shares;
    mapping(address => mapping(address => uint256)) private _allowances;

    event Transfer(address indexed from, address indexed to, uint256 value);
    event Approval(address indexed owner, address indexed spender, uint256 value);
    event TransferShares(address indexed from, address indexed to, uint256 sharesValue);

    /// @notice What an account holds. Rounds down.
    function balanceOf(address account) external view returns (uint256) {
        return getAmountByShares(_shares[account]);
    }

    /// @notice The shares of an account.
    function sharesOf(address account) external view returns (uint256) {
        return _shares[account];
    }

    /// @notice What a spender may move, as an amount.
    function allowance(address holder, address spender) public view returns (uint256) {
        return _allowances[holder][spender];
    }

    /// @notice Shares of an amount, 0 without supply. Rounds down.
    function getSharesByAmount(uint256 amount) public view returns (uint256 result) {
        if (totalSupply > 0) result = amount * totalShares / totalSupply;
    }

    /// @notice Shares of an amount, 0 without supply. Rounds up.
    function getSharesByAmountRoundUp(uint256 amount) public view returns (uint256 result) {
        if (totalSupply > 0) result = (amount * totalShares + totalSupply - 1) / totalSupply;
    }

    /// @notice Amount of shares, 0 where there are none. Rounds down.
    function getAmountByShares(uint256 shares) public view returns (uint256 result) {
        if (totalShares > 0) result = shares * totalSupply / totalShares;
    }

    /// @notice Lets a spender move an amount; 2^256-1 is counted down as well.
    function approve(address spender, uint256 amount) external returns (bool) {
        _approve(msg.sender, spender, amount);
        return true;
    }

    /// @notice Lets a spender move more.
    function increaseAllowance(address spender, uint256 addedValue) external returns (bool) {
        _approve(msg.sender, spender, allowance(msg.sender, spender) + addedValue);
        return true;
    }

    /// @notice Lets a spender move less.
    function decreaseAllowance(address spender, uint256 subtractedValue) external returns (bool) {
        uint256 current = allowance(msg.sender, spender);
        require(current >= subtractedValue, "STBT: DECREASED_ALLOWANCE_BELOW_ZERO");
        _approve(msg.sender, spender, current - subtractedValue);
        return true;
    }

    /// @notice Moves STBT to somebody; both need a permission.
    function transfer(address recipient, uint256 amount) public returns (bool) {
        _checkMaySend(msg.sender);
        _checkMayReceive(recipient);
        _transfer(msg.sender, recipient, amount);
        return true;
    }

    /// @notice Moves somebody's STBT within an allowance.
    function transferFrom(address sender, address recipient, uint256 amount) public returns (bool) {
        uint256 current = allowance(sender, msg.sender);
        require(current >= amount, "STBT: TRANSFER_AMOUNT_EXCEEDS_ALLOWANCE");
        _checkMaySend(sender);
        _checkMayReceive(recipient);
        _transfer(sender, recipient, amount);
        _approve(sender, msg.sender, current - amount);
        return true;
    }

    /// @notice transfer with data.
    function transferWithData(address to, uint256 value, bytes calldata) external {
        transfer(to, value);
    }

    /// @notice transferFrom with data.
    function transferFromWithData(address from, address to, uint256 value, bytes calldata) external {
        transferFrom(from, to, value);
    }

    /// @notice Whether the caller could transfer; says nothing of what is worth no share.
    function canTransfer(address recipient, uint256 amount, bytes calldata)
        external
        view
        returns (bool, uint8, bytes32)
    {
        return _canTransfer(msg.sender, recipient, amount);
    }

    /// @notice Whether the caller could transfer somebody's STBT.
    function canTransferFrom(address sender, address recipient, uint256 amount, bytes calldata)
        external
        view
        returns (bool, uint8, bytes32)
    {
        if (amount > allowance(sender, msg.sender)) return (false, 0x06, "ALLOWANCE_NOT_ENOUGH");
        return _canTransfer(sender, recipient, amount);
    }

    function _canTransfer(address sender, address recipient, uint256 amount)
        private
        view
        returns (bool, uint8, bytes32)
    {
        bool maySend = sender != address(0) && permissions[sender].sendAllowed && _isCurrent(permissions[sender]);
        if (!maySend) return (false, 0x13, "CANNOT_SEND");
        bool mayReceive =
            recipient != address(0) && permissions[recipient].receiveAllowed && _isCurrent(permissions[recipient]);
        if (!mayReceive) return (false, 0x13, "CANNOT_RECEIVE");
        if (getSharesByAmount(amount) > _shares[sender]) return (false, 0x06, "SHARES_NOT_ENOUGH");
        return (true, 0x01, 0);
    }

    function _transfer(address sender, address recipient, uint256 amount) internal {
        require(sender != address(0), "STBT: TRANSFER_FROM_THE_ZERO_ADDRESS");
        require(recipient != address(0), "STBT: TRANSFER_TO_THE_ZERO_ADDRESS");
        uint256 shares = getSharesByAmount(amount);
        require(shares <= _shares[sender], "STBT: TRANSFER_AMOUNT_EXCEEDS_BALANCE");
        _shares[sender] -= shares;
        _shares[recipient] += shares;
        emit TransferShares(sender, recipient, shares);
        emit Transfer(sender, recipient, getAmountByShares(shares));
    }

    function _approve(address holder, address spender, uint256 amount) internal {
        _allowances[holder][spender] = amount;
        emit Approval(holder, spender, amount);
    }

    function _mintShares(address account, uint256 shares) internal {
        require(account != address(0), "STBT: MINT_TO_THE_ZERO_ADDRESS");
        totalShares += shares;
        _shares[account] += shares;
        emit TransferShares(address(0), account, shares);
    }

    function _burnShares(address account, uint256 shares) internal {
        require(account != address(0), "STBT: BURN_FROM_THE_ZERO_ADDRESS");
        require(shares <= _shares[account], "STBT: BURN_AMOUNT_EXCEEDS_BALANCE");
        totalShares -= shares;
        _shares[account] -= shares;
        emit TransferShares(account, address(0), shares);
    }
}
