// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {StbtMath} from "./StbtMath.sol";
import {StbtPermissions} from "./StbtPermissions.sol";
import {Stbt_WorthNoShare} from "./StbtErrors.sol";
import {Permission} from "./StbtTypes.sol";

/// @title A balance that grows with the supply
/// @dev Shares are the truth; a balance is floor(shares * supply / all shares). Allowances are amounts. rules.md T1
abstract contract StbtShares is StbtPermissions {
    /// @dev Status codes of EIP-1066.
    uint8 private constant SUCCESS = 0x01;
    uint8 private constant UPPER_LIMIT = 0x06;
    uint8 private constant PERMISSION_REQUESTED = 0x13;

    /// @notice All STBT (18 decimals).
    uint256 public totalSupply;

    /// @notice All shares.
    uint256 public totalShares;

    mapping(address account => uint256) private _shares;
    mapping(address holder => mapping(address spender => uint256)) private _allowances;

    /// @notice STBT moved; the value is what the moved shares are worth afterwards, of a burn what the supply fell by.
    event Transfer(address indexed from, address indexed to, uint256 value);

    /// @notice Shares moved.
    event TransferShares(address indexed from, address indexed to, uint256 sharesValue);

    /// @notice An allowance changed.
    event Approval(address indexed owner, address indexed spender, uint256 value);

    /// @notice Supply or shares changed: what they are now. Comes before the change's other events. rules.md T19
    event Supply(uint256 totalSupply, uint256 totalShares);

    /// @notice What an account holds (18 decimals). Rounds down. rules.md T1
    /// @param account Holder.
    function balanceOf(address account) external view returns (uint256) {
        return getAmountByShares(_shares[account]);
    }

    /// @notice The shares of an account.
    /// @param account Holder.
    function sharesOf(address account) public view returns (uint256) {
        return _shares[account];
    }

    /// @notice What a spender may move, as an amount.
    /// @param holder Whose STBT it is.
    /// @param spender Who may move it.
    function allowance(address holder, address spender) public view returns (uint256) {
        return _allowances[holder][spender];
    }

    /// @notice Shares of an amount, 0 without supply. Rounds down. rules.md T2
    /// @param amount Amount (18 decimals).
    function getSharesByAmount(uint256 amount) public view returns (uint256 result) {
        return StbtMath.sharesDown(amount, totalSupply, totalShares);
    }

    /// @notice Shares of an amount, 0 without supply. Rounds up. rules.md T2
    /// @param amount Amount (18 decimals).
    function getSharesByAmountRoundUp(uint256 amount) public view returns (uint256 result) {
        return StbtMath.sharesUp(amount, totalSupply, totalShares);
    }

    /// @notice Amount of shares, 0 where there are none. Rounds down. rules.md T1
    /// @param shares Shares.
    function getAmountByShares(uint256 shares) public view returns (uint256 result) {
        return StbtMath.amountDown(shares, totalSupply, totalShares);
    }

    /// @notice Lets a spender move an amount. Never unlimited: 2^256-1 is counted down as well. rules.md T1
    /// @param spender Who may move it.
    /// @param amount How much.
    function approve(address spender, uint256 amount) external returns (bool) {
        _approve(msg.sender, spender, amount);
        return true;
    }

    /// @notice Lets a spender move more.
    /// @param spender Who may move it.
    /// @param addedValue How much more.
    function increaseAllowance(address spender, uint256 addedValue) external returns (bool) {
        _approve(msg.sender, spender, allowance(msg.sender, spender) + addedValue);
        return true;
    }

    /// @notice Lets a spender move less. Reverts with "STBT: DECREASED_ALLOWANCE_BELOW_ZERO".
    /// @param spender Who may move it.
    /// @param subtractedValue How much less.
    function decreaseAllowance(address spender, uint256 subtractedValue) external returns (bool) {
        uint256 current = allowance(msg.sender, spender);
        require(current >= subtractedValue, "STBT: DECREASED_ALLOWANCE_BELOW_ZERO");
        _approve(msg.sender, spender, current - subtractedValue);
        return true;
    }

    /// @notice Moves STBT to somebody. Both need a permission. Reverts with the strings of StbtPermissions,
    /// "STBT: TRANSFER_AMOUNT_EXCEEDS_BALANCE", Stbt_WorthNoShare. rules.md T2, T5, T13
    /// @param recipient Who gets it.
    /// @param amount How much; floor(amount * shares / supply) shares move.
    function transfer(address recipient, uint256 amount) public returns (bool) {
        _transferChecked(msg.sender, recipient, amount);
        return true;
    }

    /// @notice Moves somebody's STBT within an allowance, which is used up by the amount. Reverts like transfer, and
    /// with "STBT: TRANSFER_AMOUNT_EXCEEDS_ALLOWANCE". rules.md T1, T2
    /// @param sender Whose STBT it is.
    /// @param recipient Who gets it.
    /// @param amount How much.
    function transferFrom(address sender, address recipient, uint256 amount) public returns (bool) {
        uint256 current = allowance(sender, msg.sender);
        require(current >= amount, "STBT: TRANSFER_AMOUNT_EXCEEDS_ALLOWANCE");
        _transferChecked(sender, recipient, amount);
        _approve(sender, msg.sender, current - amount);
        return true;
    }

    /// @notice transfer; the data is only in the calldata.
    /// @param to Who gets it.
    /// @param value How much.
    function transferWithData(address to, uint256 value, bytes calldata) external {
        transfer(to, value);
    }

    /// @notice transferFrom; the data is only in the calldata.
    /// @param from Whose STBT it is.
    /// @param to Who gets it.
    /// @param value How much.
    function transferFromWithData(address from, address to, uint256 value, bytes calldata) external {
        transferFrom(from, to, value);
    }

    /// @notice Whether the caller could transfer. rules.md T5
    /// @param recipient Who would get it.
    /// @param amount How much.
    /// @return Whether it could.
    /// @return EIP-1066 status: 0x01 yes, 0x06 too much or too little, 0x13 a permission is missing.
    /// @return CANNOT_SEND, CANNOT_RECEIVE, SHARES_NOT_ENOUGH, WORTH_NO_SHARE or 0.
    function canTransfer(address recipient, uint256 amount, bytes calldata)
        external
        view
        returns (bool, uint8, bytes32)
    {
        return _canTransfer(msg.sender, recipient, amount);
    }

    /// @notice Whether the caller could transfer somebody's STBT. The allowance is asked first. rules.md T5
    /// @param sender Whose STBT it is.
    /// @param recipient Who would get it.
    /// @param amount How much.
    /// @return Whether it could.
    /// @return See canTransfer.
    /// @return ALLOWANCE_NOT_ENOUGH, or as canTransfer.
    function canTransferFrom(address sender, address recipient, uint256 amount, bytes calldata)
        external
        view
        returns (bool, uint8, bytes32)
    {
        if (amount > allowance(sender, msg.sender)) return (false, UPPER_LIMIT, "ALLOWANCE_NOT_ENOUGH");
        return _canTransfer(sender, recipient, amount);
    }

    function _canTransfer(address sender, address recipient, uint256 amount)
        private
        view
        returns (bool, uint8, bytes32)
    {
        Permission storage sending = permissions[sender];
        Permission storage receiving = permissions[recipient];
        if (sender == address(0) || !sending.sendAllowed || !_isCurrent(sending)) {
            return (false, PERMISSION_REQUESTED, "CANNOT_SEND");
        }
        if (recipient == address(0) || !receiving.receiveAllowed || !_isCurrent(receiving)) {
            return (false, PERMISSION_REQUESTED, "CANNOT_RECEIVE");
        }
        uint256 shares = getSharesByAmount(amount);
        if (shares > sharesOf(sender)) return (false, UPPER_LIMIT, "SHARES_NOT_ENOUGH");
        if (shares == 0 && amount > 0) return (false, UPPER_LIMIT, "WORTH_NO_SHARE");
        return (true, SUCCESS, 0);
    }

    function _transferChecked(address sender, address recipient, uint256 amount) private {
        _checkMaySend(sender);
        _checkMayReceive(recipient);
        _transfer(sender, recipient, amount);
    }

    /// @dev Moves shares without asking for permissions, and returns what they are worth. rules.md T2, T13
    function _transfer(address sender, address recipient, uint256 amount) internal returns (uint256 worth) {
        require(sender != address(0), "STBT: TRANSFER_FROM_THE_ZERO_ADDRESS");
        require(recipient != address(0), "STBT: TRANSFER_TO_THE_ZERO_ADDRESS");
        uint256 shares = _worthShares(amount);
        uint256 held = _shares[sender];
        require(shares <= held, "STBT: TRANSFER_AMOUNT_EXCEEDS_BALANCE");
        _shares[sender] = held - shares;
        _shares[recipient] += shares;
        worth = getAmountByShares(shares);
        emit TransferShares(sender, recipient, shares);
        emit Transfer(sender, recipient, worth);
    }

    function _approve(address holder, address spender, uint256 amount) internal {
        _allowances[holder][spender] = amount;
        emit Approval(holder, spender, amount);
    }

    /// @dev Shares of an amount, which must be some if it is. Rounds down. rules.md T13
    function _worthShares(uint256 amount) internal view returns (uint256 shares) {
        shares = getSharesByAmount(amount);
        if (shares == 0 && amount > 0) revert Stbt_WorthNoShare(amount, totalSupply, totalShares);
    }

    /// @dev Adds shares to an account and sets the supply.
    function _mintShares(address account, uint256 shares, uint256 supply) internal {
        require(account != address(0), "STBT: MINT_TO_THE_ZERO_ADDRESS");
        _setSupply(supply, totalShares + shares);
        _shares[account] += shares;
        emit TransferShares(address(0), account, shares);
    }

    /// @dev Takes shares from an account and sets the supply.
    function _burnShares(address account, uint256 shares, uint256 supply) internal {
        require(account != address(0), "STBT: BURN_FROM_THE_ZERO_ADDRESS");
        uint256 held = _shares[account];
        require(shares <= held, "STBT: BURN_AMOUNT_EXCEEDS_BALANCE");
        _setSupply(supply, totalShares - shares);
        _shares[account] = held - shares;
        emit TransferShares(account, address(0), shares);
    }

    /// @dev rules.md T19
    function _setSupply(uint256 supply, uint256 shares) internal {
        totalSupply = supply;
        totalShares = shares;
        emit Supply(supply, shares);
    }
}
