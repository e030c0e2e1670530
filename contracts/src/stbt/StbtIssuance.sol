// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {StbtInterest} from "./StbtInterest.sol";

/// @title Issue and burn, by the issuer and by order of a court
abstract contract StbtIssuance is StbtInterest {
    /// @notice STBT was issued; the value is what the new shares are worth afterwards.
    event Issued(address indexed _operator, address indexed _to, uint256 _value, bytes _data);

    /// @notice STBT was burnt; the value is what the supply fell by.
    event Redeemed(address indexed _operator, address indexed _from, uint256 _value, bytes _data);

    /// @notice The controller moved somebody's STBT; the value is what the moved shares are worth.
    event ControllerTransfer(
        address _controller,
        address indexed _from,
        address indexed _to,
        uint256 _value,
        bytes _data,
        bytes _operatorData
    );

    /// @notice The controller burnt somebody's STBT; the value is what the supply fell by.
    event ControllerRedemption(
        address _controller, address indexed _tokenHolder, uint256 _value, bytes _data, bytes _operatorData
    );

    /// @notice Whether more can be issued.
    function isIssuable() external pure returns (bool) {
        return true;
    }

    /// @notice Whether a controller can move and burn.
    function isControllable() external pure returns (bool) {
        return true;
    }

    /// @notice Issues STBT to somebody who may receive it. Issuer only; 0 does nothing. Reverts with the strings of
    /// StbtPermissions, Stbt_ReserveUnknown, "STBT: EXCEED_RESERVE", Stbt_WorthNoShare. rules.md T2, T13, T17
    /// @param tokenHolder Who gets it.
    /// @param value How much; floor(value * shares / supply) shares are made, of a first issue as many as the value.
    /// @param data For the event.
    function issue(address tokenHolder, uint256 value, bytes calldata data) external onlyIssuer {
        if (value == 0) return;
        _checkMayReceive(tokenHolder);
        bool isFirst = totalShares == 0;
        uint256 shares = isFirst ? value : _worthShares(value);
        uint256 supply = totalSupply + value;
        _checkCovered(supply);
        if (isFirst) lastDistributeTime = uint64(block.timestamp);
        _mintShares(tokenHolder, shares, supply);
        uint256 worth = getAmountByShares(shares);
        emit Issued(msg.sender, tokenHolder, worth, data);
        emit Transfer(address(0), tokenHolder, worth);
    }

    /// @notice Burns the issuer's own STBT; 0 does nothing. Reverts with the strings of StbtPermissions,
    /// "STBT: BURN_AMOUNT_EXCEEDS_BALANCE". rules.md T2
    /// @param value How much; ceil(value * shares / supply) shares are burnt.
    /// @param data For the event.
    function redeem(uint256 value, bytes calldata data) external onlyIssuer {
        if (value == 0) return;
        _checkMaySend(msg.sender);
        uint256 fall = _burn(msg.sender, value);
        emit Redeemed(msg.sender, msg.sender, fall, data);
        emit Transfer(msg.sender, address(0), fall);
    }

    /// @notice Burns STBT of somebody who allowed it, out of the allowance. Issuer only. Reverts like redeem, and with
    /// "STBT: REDEEM_AMOUNT_EXCEEDS_ALLOWANCE". rules.md T2, T6
    /// @param tokenHolder Whose STBT it is: the pool account of the Minter.
    /// @param value How much; ceil(value * shares / supply) shares are burnt.
    /// @param data For the event.
    function redeemFrom(address tokenHolder, uint256 value, bytes calldata data) external onlyIssuer {
        uint256 current = allowance(tokenHolder, msg.sender);
        require(current >= value, "STBT: REDEEM_AMOUNT_EXCEEDS_ALLOWANCE");
        _checkMaySend(tokenHolder);
        uint256 fall = _burn(tokenHolder, value);
        emit Redeemed(msg.sender, tokenHolder, fall, data);
        emit Transfer(tokenHolder, address(0), fall);
        _approve(tokenHolder, msg.sender, current - value);
    }

    /// @notice Moves somebody's STBT without asking for permissions. Controller only. Reverts like transfer. rules.md T2
    /// @param from Whose STBT it is.
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
    ) external onlyController {
        uint256 worth = _transfer(from, to, value);
        emit ControllerTransfer(msg.sender, from, to, worth, data, operatorData);
    }

    /// @notice Burns somebody's STBT without asking for permissions. Controller only. Reverts with
    /// "STBT: BURN_AMOUNT_EXCEEDS_BALANCE". rules.md T2
    /// @param tokenHolder Whose STBT it is.
    /// @param value How much; ceil(value * shares / supply) shares are burnt.
    /// @param data For the event.
    /// @param operatorData For the event.
    function controllerRedeem(address tokenHolder, uint256 value, bytes calldata data, bytes calldata operatorData)
        external
        onlyController
    {
        uint256 fall = _burn(tokenHolder, value);
        emit ControllerRedemption(msg.sender, tokenHolder, fall, data, operatorData);
        emit Transfer(tokenHolder, address(0), fall);
    }

    /// @dev Burns ceil(value * shares / supply) shares and returns what the supply fell by. Who burns the last share
    /// leaves no supply and no carry behind: nobody would own them. rules.md T2
    function _burn(address account, uint256 value) private returns (uint256 fall) {
        uint256 supply = totalSupply;
        // Nobody has more than there is; below, the supply can't become negative.
        require(value <= supply, "STBT: BURN_AMOUNT_EXCEEDS_BALANCE");
        uint256 shares = getSharesByAmountRoundUp(value);
        bool isLast = shares != 0 && shares == totalShares;
        fall = isLast ? supply : value;
        _burnShares(account, shares, supply - fall);
        if (isLast) _dropCarry();
    }
}
