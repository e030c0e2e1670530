// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {MusdtExit} from "../../src/musdt/MusdtExit.sol";
import {MusdtRequests} from "../../src/musdt/MusdtRequests.sol";
import {
    Musdt_BelowMinAssets,
    Musdt_DeadlinePassed,
    Musdt_ExceedsMaxShares,
    Musdt_ExceedsRequest,
    Musdt_ExceedsWithdrawalLimit,
    Musdt_InvalidReceiver,
    Musdt_RequestWindowClosed,
    Musdt_SharesUnderRequest,
    Musdt_UnlocksTooLate,
    Musdt_ZeroAmount
} from "../../src/musdt/MusdtErrors.sol";
import {MusdtFixture} from "./MusdtFixture.sol";

/// @title Burning by request. rules.md M1, M8
contract ExitTest is MusdtFixture {
    function setUp() public override {
        super.setUp();
        deposit(alice, 100_000 * USDT);
        deposit(bob, 300_000 * USDT);
    }

    function test_M8_EpochsFollowTheClock() public {
        vm.assertEq(vault.epochLength(), 3 days);
        vm.assertEq(vault.requestWindow(), 2 days);
        vm.assertEq(vault.currentEpoch(), 1);
        vm.assertEq(vault.currentEpochStart(), START);
        vm.warp(START + 3 days - 1);
        vm.assertEq(vault.currentEpoch(), 1);
        vm.warp(START + 3 days);
        vm.assertEq(vault.currentEpoch(), 2);
        vm.assertEq(vault.currentEpochStart(), START + 3 days);
    }

    function test_M8_TimelockByCollateralization() public {
        vm.assertEq(vault.withdrawEpochsTimelock(), 3);
        setCollateralization(110);
        vm.assertEq(vault.withdrawEpochsTimelock(), 2);
        traders.realize(1);
        vm.assertEq(vault.withdrawEpochsTimelock(), 3);
        setCollateralization(120);
        vm.assertEq(vault.withdrawEpochsTimelock(), 1);
        traders.realize(1);
        vm.assertEq(vault.withdrawEpochsTimelock(), 2);
        setCollateralization(90);
        vm.assertEq(vault.withdrawEpochsTimelock(), 3);
        vm.assertEq(vault.withdrawLockThresholdsP(0), 10e18);
        vm.assertEq(vault.withdrawLockThresholdsP(1), 20e18);
    }

    function test_M8_RequestThenRedeemInExactlyThatEpoch() public {
        vm.expectEmit(address(vault));
        emit MusdtRequests.WithdrawRequested(alice, alice, 50_000 * USDT, 1, 4);
        request(alice, 50_000 * USDT);
        vm.assertEq(vault.withdrawRequests(alice, 4), 50_000 * USDT);
        vm.assertEq(vault.totalSharesBeingWithdrawn(alice), 50_000 * USDT);

        vm.warp(START + 9 days - 1);
        vm.assertEq(vault.maxRedeem(alice), 0);
        vm.prank(alice);
        expectRevert(abi.encodeWithSelector(Musdt_ExceedsRequest.selector, 1 * USDT, 0, 3));
        vault.redeem(1 * USDT, alice, alice);

        vm.warp(START + 9 days);
        vm.assertEq(vault.maxRedeem(alice), 50_000 * USDT);
        uint256 before = usdt.balanceOf(alice);
        vm.expectEmit(address(vault));
        emit MusdtExit.Withdraw(alice, alice, alice, 20_000 * USDT, 20_000 * USDT);
        vm.assertEq(redeem(alice, 20_000 * USDT), 20_000 * USDT);
        vm.assertEq(usdt.balanceOf(alice) - before, 20_000 * USDT);
        vm.assertEq(vault.withdrawRequests(alice, 4), 30_000 * USDT);

        vm.warp(START + 12 days);
        vm.assertEq(vault.maxRedeem(alice), 0);
        vm.assertEq(vault.totalSharesBeingWithdrawn(alice), 0);
        vm.prank(alice);
        expectRevert(abi.encodeWithSelector(Musdt_ExceedsRequest.selector, 1 * USDT, 0, 5));
        vault.redeem(1 * USDT, alice, alice);
        vm.prank(alice);
        vault.transfer(carol, 80_000 * USDT);
    }

    function test_M8_RequestWindow() public {
        vm.warp(START + 2 days - 1);
        request(alice, USDT);
        vm.warp(START + 2 days);
        vm.prank(alice);
        expectRevert(abi.encodeWithSelector(Musdt_RequestWindowClosed.selector, START + 2 days, START + 3 days));
        vault.makeWithdrawRequest(USDT, alice);
        vm.warp(START + 3 days);
        request(alice, USDT);
    }

    function test_M8_SharesUnderRequestCannotBeMoved() public {
        request(alice, 60_000 * USDT);
        vm.startPrank(alice);
        expectRevert(abi.encodeWithSelector(Musdt_SharesUnderRequest.selector, 40_000 * USDT + 1, 40_000 * USDT));
        vault.transfer(carol, 40_000 * USDT + 1);
        vault.approve(bob, type(uint256).max);
        vm.stopPrank();
        vm.prank(bob);
        expectRevert(abi.encodeWithSelector(Musdt_SharesUnderRequest.selector, 100_000 * USDT, 40_000 * USDT));
        vault.transferFrom(alice, bob, 100_000 * USDT);
        vm.startPrank(alice);
        vault.transfer(carol, 40_000 * USDT);
        expectRevert(abi.encodeWithSelector(Musdt_SharesUnderRequest.selector, 1, 0));
        vault.makeWithdrawRequest(1, alice);
        vm.stopPrank();
    }

    function test_M8_CancelFreesTheShares() public {
        request(alice, 100_000 * USDT);
        vm.startPrank(alice);
        expectRevert(abi.encodeWithSelector(Musdt_ExceedsRequest.selector, 100_000 * USDT + 1, 100_000 * USDT, 4));
        vault.cancelWithdrawRequest(100_000 * USDT + 1, alice, 4);
        vm.expectEmit(address(vault));
        emit MusdtRequests.WithdrawCanceled(alice, alice, 70_000 * USDT, 1, 4);
        vault.cancelWithdrawRequest(70_000 * USDT, alice, 4);
        vault.transfer(carol, 70_000 * USDT);
        vm.stopPrank();
    }

    function test_M8_RequestsBySomebodyElseNeedAnAllowance() public {
        vm.startPrank(carol);
        bytes memory refused = abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, carol, 0, USDT);
        expectRevert(refused);
        vault.makeWithdrawRequest(USDT, alice);
        expectRevert(refused);
        vault.cancelWithdrawRequest(USDT, alice, 4);
        vm.stopPrank();
        vm.prank(alice);
        vault.approve(carol, USDT);
        vm.prank(carol);
        vault.makeWithdrawRequest(USDT, alice);
        vm.assertEq(vault.allowance(alice, carol), 0);
        bytes memory usedUp = abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, carol, 0, USDT);
        vm.startPrank(carol);
        expectRevert(usedUp);
        vault.makeWithdrawRequest(USDT, alice);
        expectRevert(usedUp);
        vault.cancelWithdrawRequest(USDT, alice, 4);
        vm.stopPrank();
        vm.prank(alice);
        vault.approve(carol, 2 * USDT);
        vm.prank(carol);
        vault.cancelWithdrawRequest(USDT, alice, 4);
        vm.assertEq(vault.allowance(alice, carol), USDT);
        request(alice, USDT);
        skipEpochs(3);
        vm.prank(carol);
        vault.redeem(USDT, carol, alice);
        vm.assertEq(vault.allowance(alice, carol), 0);
        vm.assertEq(vault.balanceOf(alice), 99_999 * USDT);
    }

    /// @dev An allowance of one share froze, or cancelled, as many as one liked.
    function test_M8_AnAllowanceFreezesNoMoreThanItself() public {
        vm.prank(alice);
        vault.approve(carol, USDT);
        vm.startPrank(carol);
        vault.makeWithdrawRequest(USDT / 2, alice);
        vault.makeWithdrawRequest(USDT / 2, alice);
        expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, carol, 0, 1));
        vault.makeWithdrawRequest(1, alice);
        vm.stopPrank();
        vm.assertEq(vault.totalSharesBeingWithdrawn(alice), USDT);
    }

    function test_M8_NoRequestOfNothing() public {
        vm.startPrank(alice);
        expectRevert(abi.encodeWithSelector(Musdt_ZeroAmount.selector));
        vault.makeWithdrawRequest(0, alice);
        expectRevert(abi.encodeWithSelector(Musdt_ZeroAmount.selector));
        vault.cancelWithdrawRequest(0, alice, 4);
        vm.stopPrank();
    }

    function test_M8_AQuarterRefillsEvenly() public {
        request(bob, 300_000 * USDT);
        skipEpochs(3);
        vm.assertEq(vault.withdrawalLimit(), 100_000 * USDT);
        vm.assertEq(vault.withdrawalRoom(), 100_000 * USDT);
        vm.assertEq(vault.maxRedeem(bob), 100_000 * USDT);
        vm.expectEmit(address(vault));
        emit MusdtExit.WithdrawalLimitUsed(60_000 * USDT, 100_000 * USDT);
        redeem(bob, 60_000 * USDT);
        vm.assertEq(vault.lastWithdrawal(), block.timestamp);
        // A quarter of what is left, without the 60,000.
        vm.assertEq(vault.maxRedeem(bob), 25_000 * USDT);
        vm.prank(bob);
        expectRevert(
            abi.encodeWithSelector(
                Musdt_ExceedsWithdrawalLimit.selector, 25_000 * USDT + 1, 25_000 * USDT, 85_000 * USDT
            )
        );
        vault.redeem(25_000 * USDT + 1, bob, bob);
        vm.warp(block.timestamp + 6 hours);
        // 85,000 a day.
        vm.assertEq(vault.withdrawalRoom(), 46_250 * USDT);
        vm.warp(block.timestamp + 18 hours);
        vm.assertEq(vault.withdrawalRoom(), 85_000 * USDT);
        redeem(bob, 85_000 * USDT);
        vm.assertEq(vault.withdrawalRoom(), 0);
    }

    /// @dev 43.75% left within a second, where the limit of one day met the next's.
    /// @dev Between the price's roundings a request may fill the room to the unit; then all of it can be burned.
    function test_M8_ARequestThatFillsTheRoomExactly() public {
        reward(123_456_789_013);
        request(alice, 100_000 * USDT);
        skipEpochs(vault.withdrawEpochsTimelock());
        vm.assertEq(vault.previewRedeem(100_000 * USDT), vault.withdrawalRoom());
        vm.assertEq(vault.convertToShares(vault.withdrawalRoom()), 100_000 * USDT - 1, "rounded twice");
        vm.assertEq(vault.maxRedeem(alice), 100_000 * USDT);
    }

    function testFuzz_M8_NoSecondSeesMoreThanAQuarter(uint256 time, uint256 first) public {
        request(bob, 300_000 * USDT);
        skipEpochs(3);
        vm.warp(block.timestamp + bound(time, 0, 2 days));
        redeem(bob, bound(first, 1, vault.maxRedeem(bob)));
        vm.warp(block.timestamp + bound(time >> 8, 0, 23 hours));
        uint256 collateral = vault.availableAssets();
        uint256 before = usdt.balanceOf(bob);
        for (uint256 i = 0; i < 3; ++i) {
            uint256 most = vault.maxRedeem(bob);
            if (most != 0) redeem(bob, most);
        }
        vm.assertLe(usdt.balanceOf(bob) - before, collateral / 4, "more than a quarter at once");
    }

    function testFuzz_M1_BurningDoesNotMoveThePrice(uint256 shares, uint256 collatP, uint256 rewards) public {
        reward(bound(rewards, 1, 50_000 * USDT));
        shares = bound(shares, 10, 50_000 * USDT);
        setCollateralization(bound(collatP, 60, 160));
        request(alice, shares);
        skipEpochs(vault.withdrawEpochsTimelock());
        uint256 price = vault.shareToAssetsPrice();
        uint256 collatBefore = vault.collateralizationP();
        uint256 expected = vault.previewRedeem(shares);
        vm.assertEq(expected, shares * price / 1e18);
        vm.assertEq(redeem(alice, shares), expected);
        vm.assertEq(vault.shareToAssetsPrice(), price, "burning moves the price");
        if (collatBefore >= 100e18) vm.assertGe(vault.collateralizationP() + 1, collatBefore, "buffer lost");
    }

    function testFuzz_M1_WithdrawBurnsTheCeil(uint256 assets) public {
        reward(12_345_678);
        request(alice, 100_000 * USDT);
        skipEpochs(3);
        assets = bound(assets, 1, vault.maxWithdraw(alice));
        uint256 expected = (assets * 1e18 + vault.shareToAssetsPrice() - 1) / vault.shareToAssetsPrice();
        vm.assertEq(vault.previewWithdraw(assets), expected);
        vm.prank(alice);
        vm.assertEq(vault.withdraw(assets, carol, alice), expected);
        vm.assertEq(usdt.balanceOf(carol), 10_000_000 * USDT + assets);
    }

    function test_M9_DustGivesAReason() public {
        setCollateralization(50);
        request(alice, 10);
        skipEpochs(3);
        vm.prank(alice);
        expectRevert(abi.encodeWithSelector(Musdt_ZeroAmount.selector));
        vault.redeem(1, alice, alice);
    }

    function test_PauseNeverStopsAnExit() public {
        vault.pause();
        request(alice, 2 * USDT);
        vm.prank(alice);
        vault.cancelWithdrawRequest(USDT, alice, 4);
        skipEpochs(3);
        redeem(alice, USDT);
    }

    function test_Bounds() public {
        vm.startPrank(alice);
        expectRevert(abi.encodeWithSelector(Musdt_UnlocksTooLate.selector, 4, 3));
        vault.makeWithdrawRequest(10 * USDT, alice, 3, NEVER);
        vault.makeWithdrawRequest(10 * USDT, alice, 4, START);
        skipEpochs(3);
        expectRevert(abi.encodeWithSelector(Musdt_BelowMinAssets.selector, USDT, USDT + 1));
        vault.redeem(USDT, alice, alice, USDT + 1, NEVER);
        vault.redeem(USDT, alice, alice, USDT, block.timestamp);
        expectRevert(abi.encodeWithSelector(Musdt_ExceedsMaxShares.selector, USDT, USDT - 1));
        vault.withdraw(USDT, alice, alice, USDT - 1, NEVER);
        vault.withdraw(USDT, alice, alice, USDT, block.timestamp);
        bytes memory late = abi.encodeWithSelector(Musdt_DeadlinePassed.selector, START, block.timestamp);
        expectRevert(late);
        vault.makeWithdrawRequest(10 * USDT, alice, 9, START);
        expectRevert(late);
        vault.redeem(USDT, alice, alice, 0, START);
        expectRevert(late);
        vault.withdraw(USDT, alice, alice, NEVER, START);
        expectRevert(abi.encodeWithSelector(Musdt_InvalidReceiver.selector, address(vault)));
        vault.redeem(USDT, address(vault), alice);
        vm.stopPrank();
    }
}
