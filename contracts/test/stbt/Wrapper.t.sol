// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Stbt_UnwrapPaysNothing} from "../../src/stbt/StbtErrors.sol";
import {Permission} from "../../src/stbt/StbtTypes.sol";
import {WSTBT} from "../../src/stbt/WSTBT.sol";
import {CallingStbt} from "./CallingStbt.sol";
import {StbtFixture} from "./StbtFixture.sol";

contract WrapperTest is StbtFixture {
    function setUp() public override {
        super.setUp();
        stbt.setMaxDistributeRatio(10e18);
        vm.prank(alice);
        stbt.approve(address(wrapper), type(uint256).max);
    }

    /// @dev Shares are conserved, and at par or above at most one share stays behind.
    function testFuzz_T14_wrap_and_unwrap(uint256 held, uint256 gain, uint256 amount, uint256 later) public {
        held = bound(held, 1, 1e30);
        stbt.issue(alice, held, "");
        stbt.issue(bob, held, "");
        report(int256(bound(gain, 0, held)));
        uint256 all = stbt.totalShares();
        amount = bound(amount, 1, stbt.balanceOf(alice));
        uint256 shares = stbt.getSharesByAmount(amount);
        if (shares == 0) return;
        vm.prank(alice);
        vm.assertEq(wrapper.wrap(amount), shares);
        vm.assertEq(stbt.sharesOf(address(wrapper)), shares);
        report(int256(bound(later, 0, held)));
        uint256 pays = shares * stbt.totalSupply() / all;
        uint256 before = stbt.sharesOf(alice);
        if (stbt.getSharesByAmount(pays) == 0) {
            vm.prank(alice);
            vm.expectRevert(abi.encodeWithSelector(Stbt_UnwrapPaysNothing.selector, shares));
            wrapper.unwrap(shares);
            return;
        }
        vm.prank(alice);
        vm.assertEq(wrapper.unwrap(shares), pays);
        vm.assertEq(wrapper.totalSupply(), 0);
        uint256 left = shares - (stbt.sharesOf(alice) - before);
        vm.assertLe(left, 1, "left behind");
        vm.assertEq(stbt.totalShares(), all);
    }

    function test_T14_wrapping_and_unwrapping_are_told() public {
        stbt.issue(alice, 10e18, "");
        vm.startPrank(alice);
        vm.expectEmit(address(wrapper));
        emit WSTBT.Wrap(alice, 4e18, 4e18);
        wrapper.wrap(4e18);
        vm.expectEmit(address(wrapper));
        emit WSTBT.Unwrap(alice, 3e18, 3e18);
        wrapper.unwrap(3e18);
    }

    function test_T14_nothing_is_not_wrapped_and_not_unwrapped() public {
        vm.startPrank(alice);
        vm.expectRevert("WSTBT: ZERO_AMOUNT");
        wrapper.wrap(0);
        vm.expectRevert("WSTBT: ZERO_AMOUNT");
        wrapper.unwrap(0);
        vm.expectRevert(abi.encodeWithSelector(Stbt_UnwrapPaysNothing.selector, 1));
        wrapper.unwrap(1);
    }

    function test_T14_person_and_wrapper_need_both_permissions() public {
        stbt.issue(alice, 10e18, "");
        vm.prank(alice);
        wrapper.wrap(5e18);
        Permission[2] memory half = [Permission(true, false, 0), Permission(false, true, 0)];
        bytes[2] memory says = [bytes("WSTBT: NO_RECEIVE_PERMISSION"), "WSTBT: NO_SEND_PERMISSION"];
        for (uint256 i = 0; i < 2; i++) {
            stbt.setPermission(alice, half[i]);
            vm.startPrank(alice);
            vm.expectRevert(says[i]);
            wrapper.wrap(1e18);
            vm.expectRevert(says[i]);
            wrapper.unwrap(1e18);
            vm.stopPrank();
        }
        permit(alice);
        stbt.setPermission(address(wrapper), Permission(true, false, 0));
        vm.prank(alice);
        vm.expectRevert("STBT: NO_RECEIVE_PERMISSION");
        wrapper.wrap(1e18);
        stbt.setPermission(address(wrapper), Permission(false, true, 0));
        vm.prank(alice);
        vm.expectRevert("STBT: NO_SEND_PERMISSION");
        wrapper.unwrap(1e18);
    }

    function test_T14_wstbt_moves_between_permitted_people_within_used_up_allowances() public {
        stbt.issue(alice, 10e18, "");
        vm.startPrank(alice);
        wrapper.wrap(10e18);
        wrapper.transfer(bob, 1e18);
        wrapper.approve(bob, type(uint256).max);
        vm.stopPrank();
        vm.prank(bob);
        wrapper.transferFrom(alice, carol, 2e18);
        vm.assertEq(wrapper.allowance(alice, bob), type(uint256).max - 2e18);
        vm.prank(stranger);
        vm.expectRevert("WSTBT: TRANSFER_AMOUNT_EXCEEDS_ALLOWANCE");
        wrapper.transferFrom(alice, bob, 1);
        vm.prank(alice);
        vm.expectRevert("WSTBT: NO_RECEIVE_PERMISSION");
        wrapper.transfer(stranger, 1);
        stbt.setPermission(bob, Permission(true, true, uint64(block.timestamp)));
        vm.prank(alice);
        vm.expectRevert("WSTBT: RECEIVE_PERMISSION_EXPIRED");
        wrapper.transfer(bob, 1);
        vm.prank(bob);
        vm.expectRevert("WSTBT: SEND_PERMISSION_EXPIRED");
        wrapper.transfer(carol, 1);
        vm.prank(stranger);
        vm.expectRevert("WSTBT: NOT_CONTROLLER");
        wrapper.controllerTransfer(alice, stranger, 1, "", "");
        vm.expectEmit(address(wrapper));
        emit WSTBT.ControllerTransfer(address(this), alice, stranger, 1, "a", "b");
        wrapper.controllerTransfer(alice, stranger, 1, "a", "b");
        vm.startPrank(alice);
        wrapper.increaseAllowance(carol, 3);
        wrapper.decreaseAllowance(carol, 1);
        vm.assertEq(wrapper.allowance(alice, carol), 2);
        wrapper.decreaseAllowance(carol, 2);
        vm.assertEq(wrapper.allowance(alice, carol), 0);
        wrapper.increaseAllowance(carol, 2);
        vm.expectRevert("WSTBT: DECREASED_ALLOWANCE_BELOW_ZERO");
        wrapper.decreaseAllowance(carol, 3);
    }

    function test_T14_until_a_permission_ends_all_is_open() public {
        stbt.issue(alice, 10e18, "");
        stbt.setPermission(alice, Permission(true, true, uint64(block.timestamp + 1)));
        stbt.setPermission(bob, Permission(true, true, uint64(block.timestamp + 1)));
        vm.startPrank(alice);
        wrapper.wrap(10e18);
        wrapper.unwrap(1e18);
        wrapper.approve(bob, 2e18);
        vm.stopPrank();
        vm.prank(bob);
        wrapper.transferFrom(alice, bob, 2e18);
        vm.assertEq(wrapper.allowance(alice, bob), 0);
    }

    /// @dev STBT calls nobody; a wrapper of something else that does is not entered a second time.
    function test_T14_a_wrapper_is_not_entered_twice() public {
        CallingStbt calling = new CallingStbt();
        wrapper = new WSTBT("Wrapped", "W", address(calling));
        wrapper.wrap(1);
        bytes[2] memory again = [abi.encodeCall(WSTBT.wrap, (1)), abi.encodeCall(WSTBT.unwrap, (1))];
        for (uint256 i = 0; i < again.length; ++i) {
            calling.callBack(again[i]);
            vm.expectRevert(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector);
            wrapper.wrap(1);
            vm.expectRevert(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector);
            wrapper.unwrap(1);
        }
    }

    function test_T14_prices_are_those_of_stbt() public {
        stbt.issue(alice, 10e18, "");
        report(5e18);
        vm.assertEq(wrapper.stbtPerToken(), 1.5e18);
        vm.assertEq(wrapper.tokensPerStbt(), 666_666_666_666_666_666);
        vm.assertEq(wrapper.getStbtByWstbt(2e18), 3e18);
        vm.assertEq(wrapper.getWstbtByStbt(3e18), 2e18);
        vm.assertEq(wrapper.stbtAddress(), address(stbt));
    }
}
