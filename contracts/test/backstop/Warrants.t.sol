// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {BackstopPool} from "../../src/backstop/BackstopPool.sol";
import {BackstopSeries} from "../../src/backstop/BackstopSeries.sol";
import {Position} from "../../src/backstop/BackstopTypes.sol";
import {PoolWarrants} from "../../src/backstop/PoolWarrants.sol";
import {Fixture} from "./Fixture.sol";

/// @title The stakers' warrants. rules.md B10
contract WarrantsTest is Fixture {
    address[] private order;

    /// @dev n warrants for these stakes (whole USDT); accounts get addresses in ascending order.
    function prepare(uint256[] memory stakes, uint256 n) private returns (address[] memory people) {
        terms.minSaleUsdt = 0;
        terms.warrantBps = 10_000;
        terms.warrantParUsdt = USDT;
        open();
        people = new address[](stakes.length);
        for (uint256 i = 0; i < stakes.length; ++i) {
            people[i] = address(uint160(0x1000 + i));
            stake(people[i], stakes[i] * USDT);
        }
        subscribe(buyer, n * USDT);
        finalize();
        vm.assertEq(series.warrantTotal(), n);
    }

    function four() private returns (address[] memory) {
        uint256[] memory stakes = new uint256[](4);
        (stakes[0], stakes[1], stakes[2], stakes[3]) = (20, 35, 25, 20);
        // 1.4, 2.45, 1.75 and 1.4 warrants: the floors are 5, the other two go to .75 and .45.
        return prepare(stakes, 7);
    }

    function test_B10_RemainderGoesToTheLargestFractions() public {
        address[] memory people = four();
        pool.allocateWarrants(warrantOrder(pool));
        vm.assertEq(pool.warrantsOf(people[0]), 1);
        vm.assertEq(pool.warrantsOf(people[1]), 3);
        vm.assertEq(pool.warrantsOf(people[2]), 2);
        vm.assertEq(pool.warrantsOf(people[3]), 1);
    }

    function test_B10_TiesGoToTheLowerAddress() public {
        uint256[] memory stakes = new uint256[](3);
        (stakes[0], stakes[1], stakes[2]) = (10, 10, 10);
        address[] memory people = prepare(stakes, 5);
        pool.allocateWarrants(warrantOrder(pool));
        vm.assertEq(pool.warrantsOf(people[0]), 2);
        vm.assertEq(pool.warrantsOf(people[1]), 2);
        vm.assertEq(pool.warrantsOf(people[2]), 1);
    }

    function test_B10_InBatches() public {
        address[] memory people = four();
        order = [people[2], people[1]];
        vm.expectEmit(address(pool));
        emit PoolWarrants.WarrantsRanked(address(this), 2, 4, false);
        pool.allocateWarrants(order);
        vm.assertEq(pool.rankedBy(address(this)), 2);
        vm.assertEq(pool.warrantsOf(people[2]), 0);
        vm.assertFalse(series.state().isWarrantAllocationComplete);
        order = [people[0], people[3]];
        vm.expectEmit(address(pool));
        emit PoolWarrants.WarrantsRanked(address(this), 4, 4, true);
        pool.allocateWarrants(order);
        vm.assertTrue(series.state().isWarrantAllocationComplete);
        vm.assertEq(pool.warrantsOf(people[1]), 3);
    }

    function test_B10_RevertWhen_OutOfOrder() public {
        address[] memory people = four();
        order = [people[1], people[2]];
        vm.expectRevert(abi.encodeWithSelector(PoolWarrants.Backstop_OutOfOrder.selector, people[1], people[2]));
        pool.allocateWarrants(order);
        order = [people[2], people[1], people[3], people[0]];
        vm.expectRevert(abi.encodeWithSelector(PoolWarrants.Backstop_OutOfOrder.selector, people[3], people[0]));
        pool.allocateWarrants(order);
        order = [people[2], people[2]];
        vm.expectRevert(abi.encodeWithSelector(PoolWarrants.Backstop_OutOfOrder.selector, people[2], people[2]));
        pool.allocateWarrants(order);
    }

    function test_B10_RevertWhen_NotAStaker() public {
        four();
        order = [stranger];
        vm.expectRevert(abi.encodeWithSelector(PoolWarrants.Backstop_NotStaker.selector, stranger));
        pool.allocateWarrants(order);
    }

    function test_B10_RevertWhen_NothingToAllocate() public {
        open();
        vm.expectRevert(PoolWarrants.Backstop_NoWarrants.selector);
        pool.allocateWarrants(order);
    }

    function test_B10_RevertWhen_Complete() public {
        four();
        pool.allocateWarrants(warrantOrder(pool));
        vm.expectRevert(PoolWarrants.Backstop_AllocationComplete.selector);
        pool.allocateWarrants(order);
    }

    /// @dev Somebody who leaves stakers out spoils their own order only.
    function test_B10_GrieferCannotStopTheAllocation() public {
        address[] memory people = four();
        order = [people[3]];
        vm.prank(stranger);
        pool.allocateWarrants(order);
        address[] memory whole = warrantOrder(pool);
        pool.allocateWarrants(whole);
        vm.assertTrue(pool.isAllocationComplete());
        vm.assertEq(pool.warrantsOf(people[2]), 2);
    }

    function test_B10_SubmitterStartsOver() public {
        address[] memory people = four();
        order = [people[3]];
        pool.allocateWarrants(order);
        address[] memory whole = warrantOrder(pool);
        vm.expectRevert(abi.encodeWithSelector(PoolWarrants.Backstop_OutOfOrder.selector, people[3], people[2]));
        pool.allocateWarrants(whole);
        vm.expectEmit(address(pool));
        emit PoolWarrants.WarrantRankingRestarted(address(this));
        pool.restartAllocation();
        vm.assertEq(pool.rankedBy(address(this)), 0);
        pool.allocateWarrants(whole);
        vm.assertTrue(pool.isAllocationComplete());
        pool.restartAllocation();
        vm.assertEq(pool.warrantsOf(people[2]), 2);
    }

    function test_B8_B10_ClaimedOnceAsOneNft() public {
        address[] memory people = four();
        vm.prank(people[1]);
        vm.expectRevert(BackstopPool.Backstop_NothingToClaim.selector);
        pool.claimWarrants(carol);
        pool.allocateWarrants(warrantOrder(pool));
        vm.expectEmit(address(pool));
        emit PoolWarrants.WarrantsClaimed(people[1], carol, 2, 3);
        vm.prank(people[1]);
        (uint256 warrantId, uint256 warrants) = pool.claimWarrants(carol);
        vm.assertEq(warrants, 3);
        vm.assertEq(warrant.ownerOf(warrantId), carol);
        vm.assertEq(warrant.parOf(warrantId), 3 * USDT);
        Position memory position = pool.position(people[1]);
        vm.assertTrue(position.hasClaimedWarrants);
        vm.assertEq(position.warrants, 3);
        vm.prank(people[1]);
        vm.expectRevert(BackstopPool.Backstop_NothingToClaim.selector);
        pool.claimWarrants(carol);
        exercise(carol, warrantId, 2 * USDT);
        vm.assertEq(warrant.parOf(warrantId + 1), 1 * USDT);
    }

    function test_RevertWhen_MintedByAnyoneButThePool() public {
        open();
        vm.expectRevert(abi.encodeWithSelector(BackstopSeries.Backstop_NotPool.selector, address(this)));
        series.mintStakerWarrant(address(this), 1);
    }

    function test_B10_SeriesWithoutWarrantsIsCompleteAtFinalization() public {
        terms.warrantBps = 0;
        open();
        stake(alice, 200_000 * USDT);
        subscribe(buyer, 100_000 * USDT);
        vm.assertFalse(series.state().isWarrantAllocationComplete);
        finalize();
        vm.assertTrue(series.state().isWarrantAllocationComplete);
        vm.expectRevert(PoolWarrants.Backstop_NoWarrants.selector);
        pool.allocateWarrants(order);
    }

    /// @dev Every warrant is handed out, nobody gets less than the floor or more than one above it.
    function testFuzz_B10_AllAreAllocated(uint256[6] memory seeds, uint256 n) public {
        uint256[] memory stakes = new uint256[](6);
        uint256 staked = 0;
        for (uint256 i = 0; i < 6; ++i) {
            stakes[i] = bound(seeds[i], 1, 50);
            staked += stakes[i];
        }
        n = bound(n, 1, staked);
        address[] memory people = prepare(stakes, n);
        pool.allocateWarrants(warrantOrder(pool));
        uint256 sum = 0;
        for (uint256 i = 0; i < 6; ++i) {
            uint256 warrants = pool.warrantsOf(people[i]);
            uint256 floor = n * stakes[i] / staked;
            vm.assertGe(warrants, floor, "below the floor");
            vm.assertLe(warrants, floor + 1, "above the floor by more than one");
            sum += warrants;
        }
        vm.assertEq(sum, n);
    }
}
