// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {STBT} from "./STBT.sol";
import {Stbt_UnwrapPaysNothing} from "./StbtErrors.sol";

/// @title wSTBT: shares of STBT as a token whose balance stands still
/// @notice Speaks the interface of the live wSTBT. The wrapper needs both permissions itself, and so does the person,
/// both ways. rules.md T14
contract WSTBT is ERC20Permit, ReentrancyGuardTransient {
    STBT private immutable _stbt;

    /// @notice STBT was wrapped; `stbtAmount` as asked.
    event Wrap(address indexed sender, uint256 stbtAmount, uint256 shares);

    /// @notice wSTBT was unwrapped; `stbtAmount` as asked of STBT.
    event Unwrap(address indexed sender, uint256 stbtAmount, uint256 shares);

    /// @notice The controller of STBT moved somebody's wSTBT.
    event ControllerTransfer(
        address _controller,
        address indexed _from,
        address indexed _to,
        uint256 _value,
        bytes _data,
        bytes _operatorData
    );

    /// @param name_ Name of the token.
    /// @param symbol_ Symbol of the token.
    /// @param stbt_ The wrapped STBT.
    constructor(string memory name_, string memory symbol_, address stbt_) ERC20(name_, symbol_) ERC20Permit(name_) {
        _stbt = STBT(stbt_);
    }

    /// @notice The wrapped STBT.
    function stbtAddress() external view returns (address) {
        return address(_stbt);
    }

    /// @notice wSTBT for an amount of STBT. Rounds down. rules.md T14
    /// @param stbtAmount Amount (18 decimals).
    function getWstbtByStbt(uint256 stbtAmount) external view returns (uint256) {
        return _stbt.getSharesByAmount(stbtAmount);
    }

    /// @notice STBT for wSTBT. Rounds down. rules.md T14
    /// @param wstbtAmount Amount of wSTBT.
    function getStbtByWstbt(uint256 wstbtAmount) external view returns (uint256) {
        return _stbt.getAmountByShares(wstbtAmount);
    }

    /// @notice STBT for one wSTBT. Rounds down.
    function stbtPerToken() external view returns (uint256) {
        return _stbt.getAmountByShares(1 ether);
    }

    /// @notice wSTBT for one STBT. Rounds down.
    function tokensPerStbt() external view returns (uint256) {
        return _stbt.getSharesByAmount(1 ether);
    }

    /// @notice Takes STBT and gives its shares as wSTBT. Reverts with "WSTBT: ZERO_AMOUNT", the strings about permissions
    /// and what STBT says to a transfer. rules.md T14
    /// @param stbtAmount Amount of STBT (18 decimals).
    /// @return wrappedShares floor(stbtAmount * shares / supply).
    function wrap(uint256 stbtAmount) external nonReentrant returns (uint256 wrappedShares) {
        require(stbtAmount != 0, "WSTBT: ZERO_AMOUNT");
        _checkMaySend(msg.sender);
        _checkMayReceive(msg.sender);
        wrappedShares = _stbt.getSharesByAmount(stbtAmount);
        _mint(msg.sender, wrappedShares);
        emit Wrap(msg.sender, stbtAmount, wrappedShares);
        // Reverts itself where it does not move.
        // forge-lint: disable-next-line(erc20-unchecked-transfer)
        _stbt.transferFrom(msg.sender, address(this), stbtAmount);
    }

    /// @notice Takes wSTBT and pays its STBT; a share or two may stay behind. Reverts with "WSTBT: ZERO_AMOUNT",
    /// Stbt_UnwrapPaysNothing, the strings about permissions and what STBT says to a transfer. rules.md T14
    /// @param unwrappedShares Amount of wSTBT.
    /// @return stbtAmount floor(shares * supply / all shares).
    function unwrap(uint256 unwrappedShares) external nonReentrant returns (uint256 stbtAmount) {
        require(unwrappedShares != 0, "WSTBT: ZERO_AMOUNT");
        _checkMaySend(msg.sender);
        _checkMayReceive(msg.sender);
        stbtAmount = _stbt.getAmountByShares(unwrappedShares);
        if (_stbt.getSharesByAmount(stbtAmount) == 0) revert Stbt_UnwrapPaysNothing(unwrappedShares);
        _burn(msg.sender, unwrappedShares);
        emit Unwrap(msg.sender, stbtAmount, unwrappedShares);
        // Reverts itself where it does not move.
        // forge-lint: disable-next-line(erc20-unchecked-transfer)
        _stbt.transfer(msg.sender, stbtAmount);
    }

    /// @notice Moves wSTBT to somebody. Both need a permission of STBT. Reverts with the strings about permissions.
    /// @param recipient Who gets it.
    /// @param amount How much.
    function transfer(address recipient, uint256 amount) public override returns (bool) {
        _transferChecked(msg.sender, recipient, amount);
        return true;
    }

    /// @notice Moves somebody's wSTBT within an allowance, which is used up, 2^256-1 as well. Reverts like transfer, and
    /// with "WSTBT: TRANSFER_AMOUNT_EXCEEDS_ALLOWANCE".
    /// @param sender Whose wSTBT it is.
    /// @param recipient Who gets it.
    /// @param amount How much.
    function transferFrom(address sender, address recipient, uint256 amount) public override returns (bool) {
        uint256 current = allowance(sender, msg.sender);
        require(current >= amount, "WSTBT: TRANSFER_AMOUNT_EXCEEDS_ALLOWANCE");
        _transferChecked(sender, recipient, amount);
        _approve(sender, msg.sender, current - amount);
        return true;
    }

    /// @notice Lets a spender move more.
    /// @param spender Who may move it.
    /// @param addedValue How much more.
    function increaseAllowance(address spender, uint256 addedValue) external returns (bool) {
        _approve(msg.sender, spender, allowance(msg.sender, spender) + addedValue);
        return true;
    }

    /// @notice Lets a spender move less. Reverts with "WSTBT: DECREASED_ALLOWANCE_BELOW_ZERO".
    /// @param spender Who may move it.
    /// @param subtractedValue How much less.
    function decreaseAllowance(address spender, uint256 subtractedValue) external returns (bool) {
        uint256 current = allowance(msg.sender, spender);
        require(current >= subtractedValue, "WSTBT: DECREASED_ALLOWANCE_BELOW_ZERO");
        _approve(msg.sender, spender, current - subtractedValue);
        return true;
    }

    /// @notice Moves somebody's wSTBT without asking for permissions. The controller of STBT only: "WSTBT: NOT_CONTROLLER".
    /// @param from Whose wSTBT it is.
    /// @param to Who gets it.
    /// @param value How much.
    /// @param data For the event.
    /// @param operatorData For the event.
    function controllerTransfer(
        address from,
        address to,
        uint256 value,
        bytes calldata data,
        bytes calldata operatorData
    ) external {
        require(msg.sender == _stbt.controller(), "WSTBT: NOT_CONTROLLER");
        _transfer(from, to, value);
        emit ControllerTransfer(msg.sender, from, to, value, data, operatorData);
    }

    function _transferChecked(address sender, address recipient, uint256 amount) private {
        _checkMaySend(sender);
        _checkMayReceive(recipient);
        _transfer(sender, recipient, amount);
    }

    function _checkMaySend(address account) private view {
        (bool sendAllowed,, uint64 expiry) = _stbt.permissions(account);
        require(sendAllowed, "WSTBT: NO_SEND_PERMISSION");
        require(expiry == 0 || expiry > block.timestamp, "WSTBT: SEND_PERMISSION_EXPIRED");
    }

    function _checkMayReceive(address account) private view {
        (, bool receiveAllowed, uint64 expiry) = _stbt.permissions(account);
        require(receiveAllowed, "WSTBT: NO_RECEIVE_PERMISSION");
        require(expiry == 0 || expiry > block.timestamp, "WSTBT: RECEIVE_PERMISSION_EXPIRED");
    }
}
