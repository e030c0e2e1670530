// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {PAYEE_ROLE, TREASURER_ROLE} from "../../src/backstop/BackstopRoles.sol";
import {Treasury} from "../../src/backstop/Treasury.sol";
import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Fixture} from "./Fixture.sol";

/// @title The treasury pays what it has, within budgets. rules.md B6, B9, B13
contract TreasuryTest is Fixture {
    IERC20 private token;

    function setUp() public override {
        super.setUp();
        open();
        token = IERC20(address(usdt));
    }

    function unauthorized(bytes32 role) private view returns (bytes memory) {
        return abi.encodeWithSelector(IAccessControl.AccessControlUnauthorizedAccount.selector, stranger, role);
    }

    function test_PullPaysAtMostTheBalance() public {
        btc.faucet(address(treasury), 70);
        vm.startPrank(address(series));
        vm.assertEq(treasury.pull(btc, 50, alice), 50);
        vm.assertEq(treasury.pull(btc, 50, alice), 20);
        vm.assertEq(treasury.pull(btc, 50, alice), 0);
        vm.assertEq(btc.balanceOf(alice), 70);
    }

    function test_EarlyRedemptionSpendsTheBudgetOfTheSeries() public {
        usdt.faucet(address(treasury), 100);
        treasury.setEarlyRedemptionBudget(address(series), 60);
        vm.startPrank(address(series));
        vm.expectEmit(address(treasury));
        emit Treasury.EarlyRedemptionPaid(address(series), alice, 45, 15);
        treasury.payEarlyRedemption(alice, 45);
        vm.expectRevert(abi.encodeWithSelector(Treasury.Backstop_ExceedsEarlyRedemptionBudget.selector, 16, 15));
        treasury.payEarlyRedemption(alice, 16);
        vm.assertEq(usdt.balanceOf(alice), 45);
    }

    function test_RevertWhen_TreasuryShort() public {
        usdt.faucet(address(treasury), 9);
        treasury.setEarlyRedemptionBudget(address(series), 60);
        bytes memory error_ = abi.encodeWithSelector(Treasury.Backstop_TreasuryShort.selector, 10, 9);
        vm.expectRevert(error_);
        treasury.withdraw(token, 10, alice);
        vm.prank(address(series));
        vm.expectRevert(error_);
        treasury.payEarlyRedemption(alice, 10);
    }

    function test_TreasurerWithdraws() public {
        usdt.faucet(address(treasury), 9);
        treasury.withdraw(token, 9, alice);
        vm.assertEq(usdt.balanceOf(alice), 9);
    }

    function test_RevertWhen_CallerHasNoRole() public {
        vm.startPrank(stranger);
        vm.expectRevert(unauthorized(PAYEE_ROLE));
        treasury.pull(token, 1, stranger);
        vm.expectRevert(unauthorized(PAYEE_ROLE));
        treasury.payEarlyRedemption(stranger, 1);
        vm.expectRevert(unauthorized(TREASURER_ROLE));
        treasury.withdraw(token, 1, stranger);
        vm.expectRevert(unauthorized(TREASURER_ROLE));
        treasury.setEarlyRedemptionBudget(address(series), 1);
    }
}
