// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {StbtStandIn} from "./StbtStandIn.sol";

/// @title wSTBT with the rules of the live contract, for local chains and tests
/// @notice Follows the live contract as an app sees it: only what STBT asks of a transfer is asked of who wraps and
/// unwraps, shares that are worth no share unwrap to nothing, and an allowance of 2^256-1 is not counted down.
contract WstbtStandIn is ERC20Permit {
    /// @notice The wrapped STBT.
    address public immutable stbtAddress;

    event Wrap(address indexed sender, uint256 stbtAmount, uint256 shares);
    event Unwrap(address indexed sender, uint256 stbtAmount, uint256 shares);
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
    /// @param stbt The wrapped STBT.
    constructor(string memory name_, string memory symbol_, address stbt) ERC20(name_, symbol_) ERC20Permit(name_) {
        stbtAddress = stbt;
    }

    /// @notice Takes STBT and gives its shares.
    function wrap(uint256 stbtAmount) external returns (uint256 wrappedShares) {
        require(stbtAmount != 0, "WSTBT: ZERO_AMOUNT");
        wrappedShares = _stbt().getSharesByAmount(stbtAmount);
        // Reverts itself where it does not move.
        // forge-lint: disable-next-line(erc20-unchecked-transfer)
        _stbt().transferFrom(msg.sender, address(this), stbtAmount);
        _mint(msg.sender, wrappedShares);
        emit Wrap(msg.sender, stbtAmount, wrappedShares);
    }

    /// @notice Takes shares and pays their STBT.
    function unwrap(uint256 unwrappedShares) external returns (uint256 stbtAmount) {
        require(unwrappedShares != 0, "WSTBT: ZERO_AMOUNT");
        stbtAmount = _stbt().getAmountByShares(unwrappedShares);
        // Reverts itself where it does not move.
        // forge-lint: disable-next-line(erc20-unchecked-transfer)
        _stbt().transfer(msg.sender, stbtAmount);
        _burn(msg.sender, unwrappedShares);
        emit Unwrap(msg.sender, stbtAmount, unwrappedShares);
    }

    /// @notice Moves wSTBT; both need a permission of STBT.
    function transfer(address recipient, uint256 amount) public override returns (bool) {
        _checkPermissions(msg.sender, recipient);
        return super.transfer(recipient, amount);
    }

    /// @notice Moves somebody's wSTBT within an allowance.
    function transferFrom(address sender, address recipient, uint256 amount) public override returns (bool) {
        _checkPermissions(sender, recipient);
        return super.transferFrom(sender, recipient, amount);
    }

    /// @notice Lets a spender move more.
    function increaseAllowance(address spender, uint256 addedValue) external returns (bool) {
        _approve(msg.sender, spender, allowance(msg.sender, spender) + addedValue);
        return true;
    }

    /// @notice Lets a spender move less.
    function decreaseAllowance(address spender, uint256 subtractedValue) external returns (bool) {
        uint256 current = allowance(msg.sender, spender);
        require(current >= subtractedValue, "ERC20: decreased allowance below zero");
        _approve(msg.sender, spender, current - subtractedValue);
        return true;
    }

    /// @notice Moves somebody's wSTBT. The controller of STBT only.
    function controllerTransfer(
        address from,
        address to,
        uint256 value,
        bytes calldata data,
        bytes calldata operatorData
    ) external {
        require(msg.sender == _stbt().controller(), "WSTBT: NOT_CONTROLLER");
        _transfer(from, to, value);
        emit ControllerTransfer(msg.sender, from, to, value, data, operatorData);
    }

    /// @notice wSTBT for an amount of STBT. Rounds down.
    function getWstbtByStbt(uint256 stbtAmount) external view returns (uint256) {
        return _stbt().getSharesByAmount(stbtAmount);
    }

    /// @notice STBT for wSTBT. Rounds down.
    function getStbtByWstbt(uint256 wstbtAmount) external view returns (uint256) {
        return _stbt().getAmountByShares(wstbtAmount);
    }

    /// @notice STBT for one wSTBT. Rounds down.
    function stbtPerToken() external view returns (uint256) {
        return _stbt().getAmountByShares(1 ether);
    }

    /// @notice wSTBT for one STBT. Rounds down.
    function tokensPerStbt() external view returns (uint256) {
        return _stbt().getSharesByAmount(1 ether);
    }

    /// @dev In the words of the older library.
    function _spendAllowance(address holder, address spender, uint256 value) internal override {
        require(allowance(holder, spender) >= value, "ERC20: insufficient allowance");
        super._spendAllowance(holder, spender, value);
    }

    /// @dev In the words of the older library.
    function _update(address from, address to, uint256 value) internal override {
        require(from == address(0) || balanceOf(from) >= value, "ERC20: transfer amount exceeds balance");
        super._update(from, to, value);
    }

    function _checkPermissions(address sender, address recipient) private view {
        (bool sendAllowed,, uint64 expiry) = _stbt().permissions(sender);
        require(sendAllowed, "WSTBT: NO_SEND_PERMISSION");
        require(expiry == 0 || expiry > block.timestamp, "WSTBT: SEND_PERMISSION_EXPIRED");
        bool receiveAllowed;
        (, receiveAllowed, expiry) = _stbt().permissions(recipient);
        require(receiveAllowed, "WSTBT: NO_RECEIVE_PERMISSION");
        require(expiry == 0 || expiry > block.timestamp, "WSTBT: RECEIVE_PERMISSION_EXPIRED");
    }

    function _stbt() private view returns (StbtStandIn) {
        return StbtStandIn(stbtAddress);
    }
}
