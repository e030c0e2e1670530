// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {TetherSuccessor} from "../../src/devnet/TetherSuccessor.sol";
import {TetherUSD} from "../../src/devnet/TetherUSD.sol";
import {Test} from "../Test.sol";

/// @title The quirks of Tether's token. rules.md U1-U6
contract TetherUSDTest is Test {
    TetherUSD private usdt;
    address private alice = makeAddr("alice");
    address private bob = makeAddr("bob");

    function setUp() public {
        usdt = new TetherUSD();
        usdt.faucet(alice, 1000e6);
    }

    /// @dev Calls as alice; returns what USDT returned.
    function call(bytes memory data) private returns (bool success, bytes memory result) {
        vm.prank(alice);
        return address(usdt).call(data);
    }

    function test_U1_ReturnsNothing() public {
        (bool approved, bytes memory approveResult) = call(abi.encodeCall(usdt.approve, (alice, 5)));
        (bool sent, bytes memory sendResult) = call(abi.encodeCall(usdt.transfer, (bob, 5)));
        (bool sentFrom, bytes memory sendFromResult) = call(abi.encodeCall(usdt.transferFrom, (alice, bob, 5)));
        vm.assertTrue(approved && sent && sentFrom);
        vm.assertEq(approveResult.length + sendResult.length + sendFromResult.length, 0);
        vm.assertEq(usdt.balanceOf(bob), 10);
    }

    function test_U2_ApproveRefusesNonZeroToNonZeroWithEmptyData() public {
        call(abi.encodeCall(usdt.approve, (bob, 1)));
        (bool success, bytes memory result) = call(abi.encodeCall(usdt.approve, (bob, 2)));
        vm.assertFalse(success);
        vm.assertEq(result.length, 0);
        call(abi.encodeCall(usdt.approve, (bob, 0)));
        (success,) = call(abi.encodeCall(usdt.approve, (bob, 2)));
        vm.assertTrue(success);
        vm.assertEq(usdt.allowance(alice, bob), 2);
    }

    function test_U3_TooLittleBalanceTakesAllGas() public {
        expectAllGasTaken(abi.encodeCall(usdt.transfer, (bob, 1000e6 + 1)));
    }

    function test_U3_TooLittleAllowanceTakesAllGas() public {
        call(abi.encodeCall(usdt.approve, (alice, 4)));
        expectAllGasTaken(abi.encodeCall(usdt.transferFrom, (alice, bob, 5)));
    }

    function expectAllGasTaken(bytes memory data) private {
        uint256 gasBefore = gasleft();
        vm.prank(alice);
        (bool success, bytes memory result) = address(usdt).call{gas: 1_000_000}(data);
        vm.assertFalse(success);
        vm.assertEq(result.length, 0);
        vm.assertGt(gasBefore - gasleft(), 1_000_000, "gas left");
    }

    function test_U4_FeeRoundsDownAndIsCapped() public {
        usdt.setParams(19, 1);
        call(abi.encodeCall(usdt.transfer, (bob, 12_345)));
        vm.assertEq(usdt.balanceOf(bob), 12_345 - 23);
        vm.assertEq(usdt.balanceOf(address(this)), 23);
        call(abi.encodeCall(usdt.transfer, (bob, 900e6)));
        vm.assertEq(usdt.balanceOf(bob), 12_322 + 899e6);
    }

    function test_U4_FeeLimits() public {
        vm.expectRevert(bytes(""));
        usdt.setParams(20, 0);
        vm.expectRevert(bytes(""));
        usdt.setParams(0, 50);
        usdt.setParams(19, 49);
        vm.assertEq(usdt.maximumFee(), 49e6);
    }

    function test_U5_BlacklistedCannotSendButCanReceiveAndApprove() public {
        usdt.addBlackList(alice);
        vm.assertTrue(usdt.getBlackListStatus(alice));
        (bool success, bytes memory result) = call(abi.encodeCall(usdt.transfer, (bob, 1)));
        vm.assertFalse(success);
        vm.assertEq(result.length, 0);
        (success,) = call(abi.encodeCall(usdt.approve, (address(this), 7)));
        vm.assertTrue(success);
        vm.expectRevert(bytes(""));
        usdt.transferFrom(alice, bob, 7);
        usdt.faucet(address(this), 1);
        usdt.transfer(alice, 1);
        usdt.removeBlackList(alice);
        (success,) = call(abi.encodeCall(usdt.transfer, (bob, 1000e6 + 1)));
        vm.assertTrue(success);
    }

    function test_U5_PauseStopsTransfersNotApprove() public {
        usdt.pause();
        (bool success, bytes memory result) = call(abi.encodeCall(usdt.transfer, (bob, 1)));
        vm.assertFalse(success);
        vm.assertEq(result.length, 0);
        (success,) = call(abi.encodeCall(usdt.approve, (bob, 1)));
        vm.assertTrue(success);
        vm.expectRevert(bytes(""));
        usdt.pause();
        usdt.unpause();
        vm.expectRevert(bytes(""));
        usdt.unpause();
        (success,) = call(abi.encodeCall(usdt.transfer, (bob, 1)));
        vm.assertTrue(success);
    }

    function test_U5_DestroysBlacklistedFunds() public {
        vm.expectRevert(bytes(""));
        usdt.destroyBlackFunds(alice);
        usdt.addBlackList(alice);
        usdt.destroyBlackFunds(alice);
        vm.assertEq(usdt.totalSupply(), 0);
    }

    function test_U6_DecimalsAndInfiniteAllowance() public {
        (, bytes memory decimals) = call(abi.encodeCall(usdt.decimals, ()));
        vm.assertEq(abi.decode(decimals, (uint256)), 6);
        call(abi.encodeCall(usdt.approve, (address(this), type(uint256).max)));
        usdt.transferFrom(alice, bob, 5);
        vm.assertEq(usdt.allowance(alice, address(this)), type(uint256).max);
    }

    function test_OwnerIssuesAndRedeems() public {
        usdt.issue(10);
        usdt.redeem(4);
        vm.assertEq(usdt.balanceOf(address(this)), 6);
        vm.assertEq(usdt._totalSupply(), 1000e6 + 6);
        vm.expectRevert(bytes(""));
        usdt.redeem(7);
        usdt.transferOwnership(address(0));
        vm.assertEq(usdt.getOwner(), address(this));
        usdt.transferOwnership(bob);
        vm.expectRevert(bytes(""));
        usdt.issue(1);
    }

    function test_IsNotDeprecated() public view {
        vm.assertFalse(usdt.deprecated());
        vm.assertEq(usdt.upgradedAddress(), address(0));
        vm.assertEq(usdt.name(), "Tether USD");
        vm.assertEq(usdt.symbol(), "USDT");
    }

    function test_DeprecatedItPassesEverythingOn() public {
        call(abi.encodeCall(usdt.approve, (bob, 7)));
        TetherSuccessor successor = new TetherSuccessor(usdt);
        vm.expectEmit(address(usdt));
        emit TetherUSD.Deprecate(address(successor));
        usdt.deprecate(address(successor));
        vm.assertTrue(usdt.deprecated());
        vm.assertEq(usdt.upgradedAddress(), address(successor));
        vm.assertEq(usdt.balanceOf(alice), 1000e6);
        vm.assertEq(usdt.totalSupply(), 1000e6);
        vm.assertEq(usdt.allowance(alice, bob), 0);
        vm.expectEmit(address(successor));
        emit TetherSuccessor.Transfer(alice, bob, 5);
        (bool sent,) = call(abi.encodeCall(usdt.transfer, (bob, 5)));
        (bool approved,) = call(abi.encodeCall(usdt.approve, (alice, 6)));
        (bool taken,) = call(abi.encodeCall(usdt.transferFrom, (alice, bob, 6)));
        vm.assertTrue(sent && approved && taken);
        vm.assertEq(successor.balanceOf(bob), 11);
        vm.assertEq(usdt.balanceOf(bob), 11);
        // The old books stand still.
        vm.assertEq(usdt.balances(alice), 1000e6);
        vm.expectRevert(bytes(""));
        successor.transferByLegacy(alice, bob, 1);
    }
}
