// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {BackingDay} from "../../src/collateral/BackingDay.sol";
import {BackingSale} from "../../src/collateral/BackingSale.sol";
import {BackingState, Day} from "../../src/collateral/BackingTypes.sol";
import {CollateralMath} from "../../src/collateral/CollateralMath.sol";
import {PriceState} from "../../src/collateral/CollateralTypes.sol";
import {BackingFixture} from "./BackingFixture.sol";

/// @title How much may be minted on a day. rules.md C2
contract BackingCapTest is BackingFixture {
    /// @dev 150% of 10,000 TUSDT, at 250.
    function standAtTarget() internal {
        stand(60 * WAD, 0, 10_000 * WAD);
    }

    function expectExceeds(uint256 minted, int256 room) internal {
        vm.expectRevert(abi.encodeWithSelector(BackingDay.Backing_ExceedsDay.selector, minted, room));
    }

    function test_C2_TheOriginalsSevenHundred() public {
        standAtTarget();
        add(2 * WAD, 0);
        BackingState memory s = backing.state();
        vm.assertEq(s.dayCap, 700 * WAD);
        vm.assertEq(s.roomOfDay, 700 * WAD);
        vm.assertEq(s.roomOfRatio, 1_000 * WAD);
        // A wei of TAO mints 250 units: one unit more cannot be asked for at this price.
        expectExceeds(700 * WAD + 250, int256(700 * WAD));
        mint(bob, WAD * 28 / 10 + 1);
        vm.assertEq(mint(bob, WAD * 28 / 10), 700 * WAD);
        vm.assertEq(backing.state().roomOfDay, 0);
        expectExceeds(250, 0);
        mint(bob, 1);
    }

    function test_C2_ToTheUnit() public {
        module.set(WAD);
        stand(15_000 * WAD, 0, 10_000 * WAD);
        add(3, 0);
        // 2 · 0.7 · 3 = 4.2
        vm.assertEq(backing.state().dayCap, 4);
        expectExceeds(5, 4);
        mint(bob, 5);
        mint(bob, 4);
    }

    function test_C2_UsdCountsAsMuch() public {
        standAtTarget();
        add(0, 500 * USD);
        vm.assertEq(backing.state().dayCap, 700 * WAD);
        book.sellSurplus(backing, usdc, 500 * USD, 500 * USD);
        vm.assertEq(backing.state().dayCap, 1_400 * WAD);
    }

    function test_C2_SafetyWeighsOnlyWhatWasAdded() public {
        standAtTarget();
        // 2 TAO more than the target asks for, from the day before.
        add(2 * WAD, 0);
        vm.warp(block.timestamp + 1 days);
        vm.assertEq(backing.state().dayCap, 1_000 * WAD);
        // What is removed counts whole: 1 TAO of 250 USD is 500 less.
        remove(WAD, 0);
        vm.assertEq(backing.state().dayCap, 500 * WAD);
        vm.assertEq(backing.state().roomOfRatio, 500 * WAD);
        // Minus 1 and plus 1 is nothing added, neither more nor less.
        add(WAD, 0);
        vm.assertEq(backing.state().dayCap, 1_000 * WAD);
    }

    function test_C2_RemovedRoundsUp() public {
        module.set(WAD / 2);
        stand(40_000 * WAD, 0, 10_000 * WAD);
        remove(1, 0);
        vm.assertTrue(backing.state().day.added == -1);
        add(1, 0);
        vm.assertTrue(backing.state().day.added == -1);
        remove(2, 0);
        vm.assertTrue(backing.state().day.added == -2);
        add(0, 2);
        remove(0, 1);
        vm.assertTrue(backing.state().day.added == 1e12 - 2);
    }

    /// @dev Mints and redemptions are no inflow, and a redemption gives room back.
    function test_C2_MintsAreNoInflow() public {
        standAtTarget();
        add(2 * WAD, 0);
        mint(bob, WAD);
        vm.assertEq(backing.state().dayCap, 700 * WAD);
        vm.assertEq(backing.state().roomOfDay, 450 * WAD);
        redeemTao(bob, 100 * WAD);
        vm.assertEq(backing.state().dayCap, 700 * WAD);
        vm.assertEq(backing.state().roomOfDay, 550 * WAD);
        add(0, 1_000 * USD);
        redeemUsd(bob, 50 * WAD);
        vm.assertEq(backing.state().roomOfDay, 2_000 * WAD);
    }

    /// @dev The morning's snapshot knows no fall: the ratio is looked at once more, now.
    function test_C2_AFallSinceTheMorningClosesMinting() public {
        stand(100 * WAD, 0, 10_000 * WAD);
        vm.assertEq(backing.state().roomOfDay, 20_000 * WAD);
        module.set(160 * WAD);
        vm.assertEq(backing.state().roomOfDay, 20_000 * WAD);
        vm.assertEq(backing.state().roomOfRatio, 2_000 * WAD);
        vm.expectPartialRevert(BackingSale.Backing_BelowTarget.selector);
        mint(bob, 12.5e18 + 1);
        mint(bob, 12.5e18);
        vm.assertEq(ratio(), WAD * 150 / 100);
        module.set(150 * WAD);
        vm.assertEq(backing.state().roomOfRatio, 0);
        vm.expectPartialRevert(BackingSale.Backing_BelowTarget.selector);
        mint(bob, 1);
    }

    /// @dev The check is at the mint price: a lower next or live price binds.
    function test_C2_TheCheckIsAtTheLow() public {
        stand(100 * WAD, 0, 10_000 * WAD);
        module.set(250 * WAD, 149 * WAD, 250 * WAD);
        vm.expectPartialRevert(BackingSale.Backing_BelowTarget.selector);
        mint(bob, WAD);
        module.set(250 * WAD, 250 * WAD, 149 * WAD);
        vm.expectPartialRevert(BackingSale.Backing_BelowTarget.selector);
        mint(bob, WAD);
    }

    /// @dev Before the action that touches it first, and at the low.
    function test_C2_TheDayBeginsBeforeItsFirstAction() public {
        standAtTarget();
        vm.warp(block.timestamp + 1 days);
        module.set(260 * WAD, 255 * WAD, 270 * WAD);
        add(10 * WAD, 0);
        Day memory day = backing.state().day;
        vm.assertEq(day.day, block.timestamp / 1 days);
        vm.assertEq(day.price, 255 * WAD);
        vm.assertEq(day.backing, 60 * 255 * WAD);
        vm.assertTrue(day.outstanding == int256(10_000 * WAD));
        vm.assertTrue(day.added == int256(2_550 * WAD));
        // Its price stays its price.
        module.set(500 * WAD);
        add(WAD, 0);
        vm.assertTrue(backing.state().day.added == int256(2_805 * WAD));
        vm.assertEq(backing.state().day.price, 255 * WAD);
    }

    function test_C2_ADayBeginsOnce() public {
        standAtTarget();
        vm.warp(block.timestamp + 1 days);
        vm.expectEmit(address(backing));
        emit BackingDay.DayBegan(block.timestamp / 1 days, 250 * WAD, 15_000 * WAD, int256(10_000 * WAD));
        backing.touch();
        vm.recordLogs();
        add(WAD, 0);
        mint(bob, WAD / 2);
        backing.touch();
        vm.assertEq(count(vm.getRecordedLogs(), BackingDay.DayBegan.selector), 0);
    }

    /// @dev What is added on a day without a price belongs to no day.
    function test_C2_AnOldDayCountsNothing() public {
        standAtTarget();
        add(WAD, 0);
        vm.warp(block.timestamp + 1 days);
        module.stop(PriceState.Stale);
        add(WAD, 0);
        redeemUsdOf(100 * WAD);
        vm.assertTrue(backing.state().day.added == int256(250 * WAD));
        vm.assertTrue(backing.state().day.minted == 0);
    }

    function redeemUsdOf(uint256 amount) internal {
        add(0, amount / 1e12);
        redeemUsd(alice, amount);
    }

    function test_C2_WithoutAPriceNothingIsStoredAndNothingReverts() public {
        standAtTarget();
        add(0, 1_000 * USD);
        uint256 yesterday = backing.state().day.day;
        vm.warp(block.timestamp + 1 days);
        module.stop(PriceState.Frozen);
        backing.touch();
        add(2 * WAD, 0);
        redeemUsd(alice, 100 * WAD);
        vm.assertEq(backing.state().day.day, yesterday);
        vm.assertEq(backing.state().roomOfDay, 0);
        module.set(250 * WAD);
        backing.touch();
        Day memory day = backing.state().day;
        vm.assertEq(day.day, yesterday + 1);
        // What came and went before is in how it began.
        vm.assertEq(day.backing, 62 * 250 * WAD + 900 * WAD);
        vm.assertTrue(day.outstanding == int256(9_900 * WAD));
        vm.assertTrue(day.added == 0 && day.minted == 0);
    }

    /// @dev A midnight is a new day, a second before it is not.
    function test_C2_DaysAreOfTheClock() public {
        standAtTarget();
        add(2 * WAD, 0);
        mint(bob, 2 * WAD);
        vm.warp((block.timestamp / 1 days + 1) * 1 days - 1);
        vm.assertEq(backing.state().roomOfDay, 200 * WAD);
        vm.warp(block.timestamp + 1);
        // 62 + 2 TAO back 10,500: 250 over the target, all of it there in the morning.
        vm.assertEq(backing.state().roomOfDay, 500 * WAD);
        backing.touch();
        vm.assertEq(backing.state().roomOfDay, 500 * WAD);
    }

    /// @dev A gift is backing, and no inflow: what is in the morning's picture counts once, what comes later not today.
    function test_C2_AGiftIsNoInflow() public {
        standAtTarget();
        tao.faucet(address(backing), 10 * WAD);
        vm.assertEq(backing.state().taoGift, 10 * WAD);
        vm.prank(bob);
        backing.bookGifts();
        vm.assertEq(backing.state().dayCap, 0);
        vm.assertEq(backing.state().roomOfRatio, 5_000 * WAD);
        expectExceeds(250 * WAD, 0);
        mint(bob, WAD);
    }

    /// @dev TUSDT that vaults owe is theirs to back. rules.md C1
    function test_C2_BorrowedTusdtIsNotInIt() public {
        standAtTarget();
        add(2 * WAD, 0);
        book.draw(bob, 1_000_000 * WAD);
        vm.assertEq(backing.state().roomOfDay, 700 * WAD);
        mint(bob, WAD);
        // Bad debt is.
        book.writeOff(1_000 * WAD);
        vm.expectPartialRevert(BackingSale.Backing_BelowTarget.selector);
        mint(bob, 1);
    }

    /// @dev Bought back more than it issued: S is below 0.
    function test_C2_BelowZeroOutstanding() public {
        stand(0, 1_000 * USD, 0);
        book.draw(alice, 600 * WAD);
        redeemUsd(alice, 600 * WAD);
        vm.assertTrue(backing.holdings().outstanding == -int256(600 * WAD));
        vm.warp(block.timestamp + 1 days);
        // (400 + 1.5 · 600) / 0.5
        vm.assertEq(backing.state().dayCap, 2_600 * WAD);
        vm.assertEq(mint(bob, 10.4e18), 2_600 * WAD);
        vm.assertEq(ratio(), WAD * 150 / 100);
    }

    function test_C2_NeverAboveTheTargetByMinting(uint256 price, uint256 taoAmount, uint256 outstanding, uint256 asked)
        public
    {
        price = bound(price, WAD, 10_000 * WAD);
        taoAmount = bound(taoAmount, WAD, 1e6 * WAD);
        module.set(price);
        outstanding = bound(outstanding, 1, taoAmount * price / WAD);
        stand(taoAmount, 0, outstanding);
        BackingState memory s = backing.state();
        uint256 room = s.roomOfDay < s.roomOfRatio ? s.roomOfDay : s.roomOfRatio;
        asked = bound(asked, 1, 1e6 * WAD);
        uint256 minted = CollateralMath.mintedDown(asked, price);
        vm.prank(bob);
        try backing.mint(asked, bob, 0) {
            vm.assertLe(minted, room + 1, "more than there was room for");
            vm.assertGe(ratio(), WAD * 150 / 100, "below the target");
        } catch {
            vm.assertTrue(minted == 0 || minted > room);
        }
    }
}
