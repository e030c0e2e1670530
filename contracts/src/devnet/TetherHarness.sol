// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {TetherUSD} from "./TetherUSD.sol";

/// @title Transfers of Tether's token with any fee
/// @notice For comparing `src/math/tether.ts` with what the token does: each call is a real transfer. rules.md U4
contract TetherHarness {
    TetherWithAnyFee private _token;

    /// @notice Runs many calls of this contract in one.
    /// @param calls Encoded calls of the functions below.
    /// @return results Encoded results; empty bytes for a call that failed.
    function batch(bytes[] calldata calls) external returns (bytes[] memory results) {
        _token = new TetherWithAnyFee();
        results = new bytes[](calls.length);
        for (uint256 i = 0; i < calls.length; ++i) {
            (bool success, bytes memory result) = address(this).call(calls[i]);
            if (success) results[i] = result;
        }
    }

    /// @notice What the owner of the token receives of a transfer (USDT, 6 decimals).
    function transferFeeDown(uint256 amountUsdt, uint256 feeBps, uint256 maximumFeeUsdt)
        external
        returns (uint256 fee)
    {
        (fee,) = _transfer(amountUsdt, feeBps, maximumFeeUsdt);
    }

    /// @notice What the recipient receives of a transfer (USDT, 6 decimals).
    function afterFee(uint256 amountUsdt, uint256 feeBps, uint256 maximumFeeUsdt) external returns (uint256 arrived) {
        (, arrived) = _transfer(amountUsdt, feeBps, maximumFeeUsdt);
    }

    /// @dev Sends USDT and measures both ends.
    function _transfer(uint256 amountUsdt, uint256 feeBps, uint256 maximumFeeUsdt)
        private
        returns (uint256 fee, uint256 arrived)
    {
        address receiver = address(0xbeef);
        _token.prepare(address(this), amountUsdt, receiver, feeBps, maximumFeeUsdt);
        _token.transfer(receiver, amountUsdt);
        return (_token.balanceOf(_token.owner()), _token.balanceOf(receiver));
    }
}

/// @title Tether's token, whose balances and fee can be set
contract TetherWithAnyFee is TetherUSD {
    /// @notice Gives `payer` an amount and nothing to anybody else, and sets a fee that `setParams` would refuse.
    function prepare(address payer, uint256 amountUsdt, address receiver, uint256 feeBps, uint256 maximumFeeUsdt)
        external
    {
        owner = address(0xfee);
        balances[owner] = 0;
        balances[receiver] = 0;
        balances[payer] = amountUsdt;
        basisPointsRate = feeBps;
        maximumFee = maximumFeeUsdt;
    }
}
