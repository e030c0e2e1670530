// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {StbtFixture} from "./StbtFixture.sol";
import {StbtHandler} from "./StbtHandler.sol";

/// @title What holds after every step of every sequence. rules.md T1, T2, T4, T6, T14, T15
/// @dev T2, T4, T14 and T15 are also checked inside the handler's steps, and none of its steps may revert.
contract StbtInvariants is StbtFixture {
    StbtHandler internal handler;

    function setUp() public override {
        super.setUp();
        handler = new StbtHandler(stbt, wrapper, minter, usdt, [alice, bob, carol]);
        stbt.setIssuer(address(queue));
        stbt.setController(address(handler));
        queue.grantRole(queue.PROPOSER_ROLE(), address(handler));
    }

    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(handler);
    }

    function invariant_T1_T2_T6_T14() public view {
        uint256 shares = stbt.sharesOf(address(wrapper)) + stbt.sharesOf(pool);
        uint256 balances = stbt.balanceOf(address(wrapper)) + stbt.balanceOf(pool);
        for (uint256 i = 0; i < 3; i++) {
            shares += stbt.sharesOf(handler.people(i));
            balances += stbt.balanceOf(handler.people(i));
        }
        vm.assertEq(shares, stbt.totalShares(), "T1: shares do not add up");
        // Each of the five holders loses less than a unit to rounding.
        vm.assertLe(balances, stbt.totalSupply(), "T1: more held than there is");
        vm.assertLt(stbt.totalSupply() - balances, 5, "T1: more than a unit for each holder is missing");
        vm.assertGe(stbt.sharesOf(address(wrapper)), wrapper.totalSupply(), "T14: wSTBT without shares behind it");
        vm.assertGe(stbt.sharesOf(pool), handler.sharesWaiting(), "T6: a burn would stick");
        if (stbt.totalShares() == 0) {
            vm.assertEq(stbt.totalSupply(), 0, "T2: supply without shares");
            vm.assertEq(uint256(stbt.carry() == 0 ? 0 : 1), 0, "T2: a carry without shares");
        }
    }
}
