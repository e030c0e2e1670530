// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Backstop_NotSeries, Backstop_ZeroAmount} from "../../src/backstop/BackstopErrors.sol";
import {BackstopPool} from "../../src/backstop/BackstopPool.sol";
import {Phase, Position} from "../../src/backstop/BackstopTypes.sol";
import {PoolStaking} from "../../src/backstop/PoolStaking.sol";
import {Recipient} from "../../src/backstop/Recipient.sol";
import {Fixture} from "./Fixture.sol";

/// @title Stake, unstake, withdraw. rules.md B2, B3, B5, B7, B8, B16
contract StakingTest is Fixture {
    function setUp() public override {
        super.setUp();
        open();
    }

    function test_B2_SharesAreOneToOne() public {
        vm.warp(terms.stakingOpen);
        fundAndApprove(alice, address(pool), 5);
        vm.expectEmit(address(pool));
        emit PoolStaking.Staked(alice, 5, 5, 5);
        vm.prank(alice);
        vm.assertEq(pool.stake(5, 5), 5);
        vm.assertEq(pool.sharesOf(alice), 5);
        vm.assertEq(pool.totalShares(), 5);
        vm.assertEq(series.requiredUsdt(), 5);
    }

    function test_B2_U4_SharesAreWhatArrives() public {
        usdt.setParams(10, 49);
        vm.assertEq(stake(alice, 10_000), 9990);
        vm.assertEq(pool.totalShares(), 9990);
    }

    function test_B2_U4_RevertWhen_BelowMinShares() public {
        usdt.setParams(10, 49);
        vm.warp(terms.stakingOpen);
        fundAndApprove(alice, address(pool), 10_000);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(PoolStaking.Backstop_BelowMinShares.selector, 9990, 9991));
        pool.stake(10_000, 9991);
    }

    function test_B2_RevertWhen_OutsideTheWindow() public {
        uint64[2] memory times = [terms.stakingOpen - 1, terms.stakingClose];
        for (uint256 i = 0; i < 2; ++i) {
            vm.warp(times[i]);
            bytes memory error_ = abi.encodeWithSelector(
                PoolStaking.Backstop_StakingClosed.selector, terms.stakingOpen, terms.stakingClose, times[i]
            );
            vm.expectRevert(error_);
            pool.stake(1, 0);
            vm.expectRevert(error_);
            pool.unstake(1, alice);
        }
    }

    function test_B2_LastSecondOfTheWindowCounts() public {
        vm.warp(terms.stakingClose - 1);
        stake(alice, 7);
        vm.prank(alice);
        pool.unstake(7, alice);
    }

    function test_RevertWhen_Paused_StakeButNotUnstake() public {
        stake(alice, 7);
        series.pause();
        vm.startPrank(alice);
        vm.expectRevert(PoolStaking.Backstop_SeriesPaused.selector);
        pool.stake(1, 0);
        pool.unstake(7, alice);
        vm.assertEq(usdt.balanceOf(alice), 7);
    }

    function test_RevertWhen_ZeroAmount() public {
        vm.warp(terms.stakingOpen);
        vm.expectRevert(Backstop_ZeroAmount.selector);
        pool.stake(0, 0);
        vm.expectRevert(Backstop_ZeroAmount.selector);
        pool.unstake(0, alice);
        vm.expectRevert(Backstop_ZeroAmount.selector);
        pool.withdraw(0, alice);
    }

    function test_B16_RevertWhen_RecipientWouldLoseIt() public {
        stake(alice, 5);
        address[2] memory lost = [address(0), address(pool)];
        for (uint256 i = 0; i < 2; ++i) {
            bytes memory error_ = abi.encodeWithSelector(Recipient.Backstop_InvalidRecipient.selector, lost[i]);
            vm.expectRevert(error_);
            pool.unstake(1, lost[i]);
            vm.expectRevert(error_);
            pool.withdraw(1, lost[i]);
            vm.expectRevert(error_);
            pool.claimUpfront(lost[i]);
            vm.expectRevert(error_);
            pool.claimWarrants(lost[i]);
            vm.expectRevert(error_);
            pool.claimCompensation(lost[i]);
            vm.expectRevert(error_);
            pool.claim(lost[i]);
        }
    }

    function test_B2_UnstakeLeavesOneToOne() public {
        stake(alice, 10);
        stake(bob, 4);
        vm.startPrank(alice);
        vm.expectEmit(address(pool));
        emit PoolStaking.Unstaked(alice, carol, 3, 11);
        pool.unstake(3, carol);
        vm.assertEq(usdt.balanceOf(carol), 3);
        vm.assertEq(pool.sharesOf(alice), 7);
        vm.expectRevert(abi.encodeWithSelector(PoolStaking.Backstop_ExceedsShares.selector, 8, 7));
        pool.unstake(8, alice);
        pool.unstake(7, alice);
        vm.assertEq(pool.stakerCount(), 1);
        vm.assertEq(pool.stakers(0, 10)[0], bob);
    }

    function test_StakersArePaged() public {
        stake(alice, 1);
        stake(bob, 1);
        stake(carol, 1);
        stake(alice, 1);
        vm.assertEq(pool.stakerCount(), 3);
        vm.assertEq(pool.stakers(1, 1).length, 1);
        vm.assertEq(pool.stakers(1, 1)[0], bob);
        vm.assertEq(pool.stakers(2, 9).length, 1);
        vm.assertEq(pool.stakers(3, 9).length, 0);
        vm.assertEq(pool.stakers(9, 9).length, 0);
    }

    function test_B3_CancelledGivesExactlyEverythingBack() public {
        stake(alice, 60_000 * USDT + 1);
        stake(bob, 40_000 * USDT - 2);
        vm.warp(terms.stakingClose);
        vm.assertTrue(series.phase() == Phase.Cancelled);
        vm.assertEq(series.requiredUsdt(), 0);
        vm.assertEq(series.state().saleLimitUsdt, 0);
        vm.prank(alice);
        pool.withdraw(60_000 * USDT + 1, alice);
        vm.prank(bob);
        pool.claim(bob);
        vm.assertEq(usdt.balanceOf(alice), 60_000 * USDT + 1);
        vm.assertEq(usdt.balanceOf(bob), 40_000 * USDT - 2);
        vm.assertEq(usdt.balanceOf(address(pool)), 0);
    }

    function test_B3_SaleLimit() public {
        stake(alice, 100_000 * USDT);
        vm.warp(terms.stakingClose);
        vm.assertTrue(series.phase() == Phase.Sale);
        vm.assertEq(series.state().saleLimitUsdt, 100_000 * USDT);
    }

    function test_B3_SaleLimitIsCappedByTheMaximum() public {
        stake(alice, 2_000_001 * USDT);
        vm.assertEq(series.state().capacityUsdt, 2_000_001 * USDT);
        vm.assertEq(series.state().saleLimitUsdt, 2_000_000 * USDT);
    }

    function test_B5_NothingIsClaimableBeforeFinalization() public {
        stake(alice, 100_000 * USDT);
        vm.warp(terms.saleClose);
        vm.startPrank(alice);
        vm.expectRevert(abi.encodeWithSelector(PoolStaking.Backstop_ExceedsClaimable.selector, 1, 0));
        pool.withdraw(1, alice);
        vm.expectRevert(BackstopPool.Backstop_NothingToClaim.selector);
        pool.claim(alice);
    }

    function test_B5_B7_B8_SurplusIsWithdrawnProRataAndSharesStay() public {
        stake(alice, 300_000 * USDT);
        stake(bob, 100_000 * USDT);
        subscribe(buyer, 320_000 * USDT);
        finalize();
        // 80,000 of 400,000 released: everybody can take 20% of their position.
        vm.assertEq(claimable(alice), 60_000 * USDT);
        vm.assertEq(claimable(bob), 20_000 * USDT);
        vm.startPrank(alice);
        pool.withdraw(10_000 * USDT, alice);
        vm.expectEmit(address(pool));
        emit PoolStaking.Withdrawn(alice, carol, 15_000 * USDT, 25_000 * USDT);
        pool.withdraw(15_000 * USDT, carol);
        vm.stopPrank();
        Position memory position = pool.position(alice);
        vm.assertEq(position.shares, 300_000 * USDT);
        vm.assertEq(position.withdrawnUsdt, 25_000 * USDT);
        vm.assertEq(position.entitlementUsdt, 60_000 * USDT);
        vm.assertEq(position.claimableUsdt, 35_000 * USDT);
        vm.assertEq(claimable(bob), 20_000 * USDT);
        vm.assertEq(series.state().withdrawnUsdt, 25_000 * USDT);
        vm.prank(alice);
        vm.expectRevert(
            abi.encodeWithSelector(PoolStaking.Backstop_ExceedsClaimable.selector, 35_000 * USDT + 1, 35_000 * USDT)
        );
        pool.withdraw(35_000 * USDT + 1, alice);
    }

    function test_B16_BlacklistedStakerLeavesToAnotherAddress() public {
        stake(alice, 200_000 * USDT);
        subscribe(buyer, 100_000 * USDT);
        finalize();
        usdt.addBlackList(alice);
        vm.prank(alice);
        (uint256 usdtAmount, uint256 upfrontAmount,,,) = pool.claim(carol);
        vm.assertEq(usdtAmount, 100_000 * USDT);
        vm.assertEq(upfrontAmount, 10_000 * USDT);
        vm.assertEq(usdt.balanceOf(carol), 110_000 * USDT);
    }

    function test_DonationChangesNothing() public {
        stake(alice, 200_000 * USDT);
        usdt.faucet(address(pool), 77);
        finalize();
        vm.assertEq(claimable(alice), 200_000 * USDT);
        vm.assertEq(pool.totalShares(), 200_000 * USDT);
    }

    function test_RevertWhen_PayOutIsNotCalledBySeries() public {
        vm.expectRevert(abi.encodeWithSelector(Backstop_NotSeries.selector, address(this)));
        pool.payOut(address(this), 1);
    }

    /// @dev Whoever withdraws first, and in however many steps, everybody gets the same.
    function testFuzz_B7_OrderAndNumberOfWithdrawalsDoNotMatter(uint256[3] memory stakes, uint256 sold, uint256 part)
        public
    {
        address[3] memory people = [alice, bob, carol];
        for (uint256 i = 0; i < 3; ++i) {
            stakes[i] = bound(stakes[i], 50_000 * USDT, 500_000 * USDT);
            stake(people[i], stakes[i]);
        }
        sold = bound(sold, 1, series.state().saleLimitUsdt);
        subscribe(buyer, sold);
        finalize();
        uint256 released = pool.totalShares() - sold;
        uint256 paid = 0;
        for (uint256 i = 3; i > 0; --i) {
            address person = people[i - 1];
            uint256 due = claimable(person);
            vm.assertEq(due, released * stakes[i - 1] / pool.totalShares());
            paid += due;
            if (due < 2) continue;
            uint256 first = bound(part, 1, due - 1);
            vm.startPrank(person);
            pool.withdraw(first, person);
            pool.withdraw(due - first, person);
            vm.stopPrank();
            vm.assertEq(claimable(person), 0);
        }
        vm.assertLe(paid, released, "paid more than released");
        vm.assertLt(released - paid, 3, "B15 dust");
    }
}
