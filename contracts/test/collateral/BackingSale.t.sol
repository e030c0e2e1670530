// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {BackingBase} from "../../src/collateral/BackingBase.sol";
import {BackingSale} from "../../src/collateral/BackingSale.sol";
import {BackingKey} from "../../src/collateral/BackingSettings.sol";
import {BackingCause, Holdings, SaleState, SaleStatus} from "../../src/collateral/BackingTypes.sol";
import {Collateral_AboveMaximum, Collateral_Nothing} from "../../src/collateral/CollateralErrors.sol";
import {CollateralMath} from "../../src/collateral/CollateralMath.sol";
import {PriceState} from "../../src/collateral/CollateralTypes.sol";
import {BackingFixture} from "./BackingFixture.sol";

/// @title The sale of TAO below level 0. rules.md C7, C12
contract BackingSaleTest is BackingFixture {
    /// @dev 100 TAO for 10,000 TUSDT, and a price at which that is this much. Bob holds a million borrowed ones.
    function fall(uint256 price) internal {
        stand(100 * WAD, 0, 10_000 * WAD);
        book.draw(bob, 1_000_000 * WAD);
        module.set(price);
    }

    function start() internal {
        vm.prank(bob);
        backing.startSale();
    }

    /// @dev Until the sale's price is this or less.
    function until(uint256 price) internal {
        SaleStatus memory s = backing.saleStatus();
        vm.warp(s.sale.startedAt + 4 hours - price * 4 hours / s.sale.top);
        vm.assertLe(backing.saleStatus().price, price, "still above");
    }

    function expectStands(SaleState state) internal {
        vm.expectRevert(abi.encodeWithSelector(BackingSale.Backing_SaleStands.selector, state));
    }

    function test_C12_StartsBelowLevel0AndNotAtIt() public {
        fall(110 * WAD);
        assertSale(SaleState.None);
        expectStands(SaleState.None);
        start();
        // It is current that counts, not the low.
        module.set(110 * WAD, WAD, WAD);
        expectStands(SaleState.None);
        start();
        module.set(110 * WAD - 1, 200 * WAD, 200 * WAD);
        assertSale(SaleState.Startable);
        vm.expectEmit(address(backing));
        emit BackingSale.SaleStarted(
            bob, CollateralMath.auctionTopUp(110 * WAD - 1, WAD * 12 / 10), block.timestamp + 2 hours, false
        );
        start();
        assertSale(SaleState.Running);
        expectStands(SaleState.Running);
        start();
        expectStands(SaleState.Running);
        backing.resetSale();
        expectStands(SaleState.Running);
        backing.endSale();
    }

    function test_C12_TheOriginalsLevelPrice() public {
        // 1 TAO worth 250 minted 250, and the vault holds half as much again: level 0 is crossed at 183.33...34.
        stand(15 * WAD / 10, 0, 250 * WAD);
        uint256 level = CollateralMath.levelPriceUp(15 * WAD / 10, 0, int256(250 * WAD), WAD * 11 / 10);
        vm.assertEq(level, 183_333333333333333334);
        module.set(level);
        assertSale(SaleState.None);
        module.set(level - 1);
        assertSale(SaleState.Startable);
    }

    function test_C6_NoLevelPriceWhereNothingIsOutOrNoTaoIsHeld() public pure {
        vm.assertEq(CollateralMath.levelPriceUp(0, 0, int256(WAD), WAD * 11 / 10), 0, "no TAO");
        vm.assertEq(CollateralMath.levelPriceUp(WAD, 0, 0, WAD * 11 / 10), 0, "nothing out");
        vm.assertEq(CollateralMath.levelPriceUp(WAD, 0, -int256(WAD), WAD * 11 / 10), 0, "less than nothing");
    }

    function test_C12_NoSaleHelpsAtOrBelowOneHundred() public {
        fall(100 * WAD);
        assertSale(SaleState.Underbacked);
        expectStands(SaleState.Underbacked);
        start();
        module.set(100 * WAD + 1);
        start();
        module.set(100 * WAD);
        expectStands(SaleState.Underbacked);
        take(bob, WAD);
        expectStands(SaleState.Underbacked);
        backing.resetSale();
    }

    function test_C12_NothingIssuedOrNothingToSell() public {
        module.set(WAD);
        expectStands(SaleState.None);
        start();
        // 105%, all of it USD.
        stand(0, 1_050 * USD, 1_000 * WAD);
        expectStands(SaleState.None);
        start();
    }

    function test_C7_ThePriceFalls() public {
        fall(108 * WAD);
        start();
        vm.assertEq(backing.saleStatus().price, 129.6e18);
        vm.warp(block.timestamp + 1 hours);
        vm.assertEq(backing.saleStatus().price, 97.2e18);
    }

    /// @dev At 105%, a = p / 1.05 is the least: below it each sale would lower the ratio.
    function test_C12_NoSaleUnderTheFloor() public {
        fall(105 * WAD);
        start();
        uint256 lowest = CollateralMath.saleFloorUp(105 * WAD, 10_000 * WAD, 10_500 * WAD);
        vm.assertEq(backing.saleStatus().floor, lowest);
        vm.assertEq(lowest, 100 * WAD);
        SaleStatus memory s = backing.saleStatus();
        // top 126: 126 · (14400 − e) / 14400 ≥ 100 up to e = 2971.
        vm.warp(s.sale.startedAt + 2_971);
        assertSale(SaleState.Running);
        uint256 before = ratio();
        take(bob, WAD);
        vm.assertGe(ratio(), before, "lower");
        vm.warp(s.sale.startedAt + 2_972);
        vm.assertLt(backing.saleStatus().price, 100 * WAD, "above the floor");
        assertSale(SaleState.Resettable);
        expectStands(SaleState.Resettable);
        take(bob, WAD);
        backing.resetSale();
        vm.assertEq(backing.saleStatus().price, 126 * WAD);
        // A fall of the price moves the floor of a running sale.
        module.set(104 * WAD);
        assertSale(SaleState.Running);
        vm.assertGt(backing.saleStatus().floor, 99 * WAD, "no floor");
    }

    function test_C12_ExactlyAtTheFloorItIsSold() public {
        change(uint256(BackingKey.Buffer), WAD);
        change(uint256(BackingKey.Tau), 10_500);
        stand(100 * WAD, 1 * USD, 10_000 * WAD);
        module.set(105 * WAD);
        issue(bob, 10_000 * WAD);
        add(0, 10_500 * USD - 1 * USD);
        // 21,000 for 20,000: floor 100. After 500 of 10,500 seconds the price is 100, too.
        start();
        vm.warp(block.timestamp + 500);
        SaleStatus memory s = backing.saleStatus();
        vm.assertEq(s.price, s.floor, "not at it");
        vm.assertEq(s.floor, 100 * WAD);
        take(bob, 1);
        vm.warp(block.timestamp + 1);
        assertSale(SaleState.Resettable);
    }

    function test_C12_TheNeedIsTheSmallestThatRestores() public {
        fall(108 * WAD);
        start();
        until(105 * WAD);
        SaleStatus memory s = backing.saleStatus();
        (uint256 taken, uint256 paid) = take(bob, NEVER);
        vm.assertEq(paid, s.need);
        // And a unit less, so that the rounded backing is restored, too.
        vm.assertEq(taken, CollateralMath.taoOfDown(s.need, s.price) - 1);
        assertSale(SaleState.None);
        vm.assertGe(ratio(), WAD * 110 / 100, "not restored");
        vm.assertLe(ratio(), WAD * 110 / 100 + 1, "more than restored");
        vm.assertEq(tusdt.balanceOf(bob), 1_000_000 * WAD - paid);
    }

    /// @dev One unit less would not do; by the exact backing, before it is rounded.
    function test_C12_OneUnitLessDoesNotRestore(uint256 price, uint256 elapsed, uint256 outstanding, uint256 usd)
        public
    {
        price = bound(price, WAD, 1_000 * WAD);
        usd = bound(usd, 0, 1e6 * USD);
        uint256 worthAll = 100 * price + usd * 1e12;
        outstanding = bound(outstanding, worthAll * 100 / 109, worthAll * 100 / 101);
        stand(100 * WAD, usd, outstanding);
        book.draw(bob, 1e12 * WAD);
        module.set(price);
        start();
        vm.warp(block.timestamp + bound(elapsed, 0, 50 minutes));
        SaleStatus memory s = backing.saleStatus();
        if (s.state != SaleState.Running) return;
        uint256 t = WAD * 11 / 10;
        assertRestores(s.need, s.price, price, t, true);
        assertRestores(s.need - 1, s.price, price, t, false);
        uint256 lot = backing.holdings().tao;
        (uint256 taken, uint256 paid) = take(bob, NEVER);
        vm.assertLe(paid, s.need, "more than needed");
        if (paid < s.need) vm.assertEq(taken, lot);
        assertSale(SaleState.None);
    }

    /// @dev t·(S − x) ≤ C − x·p/a, times a.
    function assertRestores(uint256 x, uint256 a, uint256 p, uint256 t, bool does) internal view {
        uint256 left = t * (uint256(backing.holdings().outstanding) - x) / WAD;
        uint256 c = worth();
        // The difference times a and WAD, in integers of 512 bits' worth of care: all are below 2^120.
        int256 gained = int256(c * a / WAD) - int256(x * p / WAD);
        int256 wanted = int256(left * a / WAD);
        if (does) vm.assertTrue(gained + 4_000 >= wanted);
        else vm.assertTrue(gained <= wanted + 4_000);
    }

    /// @dev Whatever is taken, at whatever moment: exactly, the ratio never falls.
    function test_C12_NoTakeLowersTheRatio(uint256 price, uint256 elapsed, uint256 ask, uint256 usd) public {
        // Just below level 0 at the most: 500.0001 USD beside 100 TAO, for 10000 TUSDT.
        price = bound(price, 96 * WAD, 105 * WAD - 1e12 - 1);
        usd = bound(usd, 500 * USD, 500 * USD + 100);
        stand(100 * WAD, usd, 10_000 * WAD);
        book.draw(bob, 1e12 * WAD);
        module.set(price);
        start();
        vm.warp(block.timestamp + bound(elapsed, 0, 1 hours));
        if (backing.saleStatus().state != SaleState.Running) return;
        Holdings memory h = backing.holdings();
        uint256 c = h.tao * price + h.usd * 1e30;
        uint256 s = uint256(h.outstanding);
        vm.prank(bob);
        try backing.take(bound(ask, 1, 100 * WAD), NEVER, bob) {} catch {}
        h = backing.holdings();
        uint256 after_ = h.tao * price + h.usd * 1e30;
        vm.assertGe(after_ * s, c * uint256(h.outstanding), "lower");
    }

    /// @dev A recovery above level 0 sells more. rules.md C12
    function test_C12_RecoversToItsOwnLevel() public {
        change(uint256(BackingKey.Recovery), WAD * 120 / 100);
        fall(108 * WAD);
        start();
        until(105 * WAD);
        take(bob, NEVER);
        vm.assertGe(ratio(), WAD * 120 / 100, "not restored");
        vm.assertLe(ratio(), WAD * 120 / 100 + 1, "more than restored");
        // Below it, but above level 0, none starts.
        module.set(107 * WAD);
        expectStands(SaleState.None);
        start();
    }

    function test_C7_TakesGetWhatIsLeft() public {
        fall(108 * WAD);
        start();
        (uint256 taken, uint256 paid) = take(bob, 1);
        vm.assertEq(taken, 1);
        vm.assertEq(paid, 130);
        (taken, paid) = take(bob, WAD);
        vm.assertEq(taken, WAD);
        vm.assertEq(paid, 129.6e18);
        uint256 need = backing.saleStatus().need;
        // Asks for all but half a TUSDT of the need, and gets what leaves one.
        (, paid) = take(bob, CollateralMath.taoOfDown(need - WAD / 2, 129.6e18));
        vm.assertLe(paid, need - WAD, "left less than dust");
        vm.assertGe(backing.saleStatus().need, WAD - 1_000, "left less than dust");
        assertSale(SaleState.Running);
        vm.expectRevert(Collateral_Nothing.selector);
        take(bob, 0);
        vm.expectRevert(Collateral_Nothing.selector);
        take(bob, 1e15);
        (, paid) = take(bob, WAD);
        assertSale(SaleState.None);
    }

    function test_C7_NoMoreThanAgreed() public {
        fall(108 * WAD);
        start();
        vm.startPrank(bob);
        vm.expectRevert(abi.encodeWithSelector(Collateral_AboveMaximum.selector, 129.6e18, 129.6e18 - 1));
        backing.take(WAD, 129.6e18 - 1, bob);
        vm.expectEmit(address(backing));
        emit BackingBase.BackingMoved(
            bob,
            BackingCause.Sale,
            alice,
            Holdings(100 * WAD, 0, int256(10_000 * WAD)),
            Holdings(99 * WAD, 0, int256(10_000 * WAD) - 129.6e18),
            129.6e18
        );
        backing.take(WAD, 129.6e18, alice);
        vm.stopPrank();
        vm.assertEq(tao.balanceOf(alice), 1e9 * WAD + WAD);
        // A level-0 burn is no redemption.
        vm.assertTrue(backing.state().day.minted == 0);
    }

    function test_C7_TailAndCusp() public {
        fall(108 * WAD);
        start();
        uint256 startedAt = block.timestamp;
        vm.assertEq(backing.saleStatus().tailAt, startedAt + 2 hours);
        change(uint256(BackingKey.Tail), 10 minutes);
        module.set(108 * WAD);
        assertSale(SaleState.Resettable);
        backing.resetSale();
        startedAt = block.timestamp;
        vm.warp(startedAt + 10 minutes - 1);
        take(bob, WAD);
        vm.warp(startedAt + 10 minutes);
        expectStands(SaleState.Resettable);
        take(bob, WAD);
        vm.assertEq(backing.saleStatus().need, 0);
        change(uint256(BackingKey.Cusp), WAD * 90 / 100);
        change(uint256(BackingKey.Tail), 2 hours);
        backing.resetSale();
        startedAt = block.timestamp;
        // 90% after a tenth of four hours.
        vm.warp(startedAt + 1_440);
        take(bob, WAD);
        vm.warp(startedAt + 1_441);
        expectStands(SaleState.Resettable);
        take(bob, WAD);
    }

    function test_C8_NoTakeWithoutAPriceAndAResetAfterAFreeze() public {
        fall(108 * WAD);
        start();
        module.stop(PriceState.Stale);
        expectStands(SaleState.NoPrice);
        take(bob, WAD);
        expectStands(SaleState.NoPrice);
        backing.resetSale();
        expectStands(SaleState.NoPrice);
        start();
        vm.assertEq(backing.saleStatus().current, 0);
        // Stale, and fresh again: it goes on. Live is not needed.
        module.set(108 * WAD, 0, 0);
        take(bob, WAD);
        module.stop(PriceState.Frozen);
        expectStands(SaleState.NoPrice);
        take(bob, WAD);
        module.clear();
        expectStands(SaleState.NoPrice);
        take(bob, WAD);
        module.set(108 * WAD);
        expectStands(SaleState.Resettable);
        take(bob, WAD);
        vm.warp(block.timestamp + 1);
        backing.resetSale();
        take(bob, WAD);
    }

    /// @dev At the recovery it is over, whoever brings it there; a later fall above level 0 does not bring it back.
    function test_C12_EndsWithTheRecovery() public {
        fall(108 * WAD);
        start();
        module.set(110 * WAD - 1);
        assertSale(SaleState.Running);
        module.set(110 * WAD);
        assertSale(SaleState.Over);
        expectStands(SaleState.Over);
        take(bob, WAD);
        vm.expectEmit(address(backing));
        emit BackingSale.SaleEnded();
        backing.endSale();
        assertSale(SaleState.None);
        module.set(108 * WAD);
        start();
        add(2 * WAD, 0);
        assertSale(SaleState.None);
        module.set(107 * WAD);
        start();
        tao.faucet(address(backing), WAD);
        backing.bookGifts();
        assertSale(SaleState.None);
        module.set(106 * WAD);
        start();
        book.sellSurplus(backing, usdc, 200 * USD, 200 * USD);
        assertSale(SaleState.None);
        // A redemption above 100% raises the ratio, too.
        module.set(104.7e18);
        start();
        redeemTao(bob, 4_000 * WAD);
        assertSale(SaleState.None);
        module.set(96 * WAD);
        assertSale(SaleState.Startable);
        start();
        redeemUsd(bob, 200 * WAD);
        assertSale(SaleState.Running);
        add(0, 1_000 * USD);
        assertSale(SaleState.None);
    }

    /// @dev All TAO is sold before the ratio has recovered: nothing is left to sell.
    function test_C12_EndsWithTheLastTao() public {
        stand(WAD, 10_000 * USD, 9_400 * WAD);
        book.draw(bob, 1_000_000 * WAD);
        module.set(250 * WAD);
        start();
        (uint256 taken,) = take(bob, NEVER);
        vm.assertEq(taken, WAD);
        assertSale(SaleState.None);
        vm.assertEq(backing.saleStatus().sale.startedAt, 0);
        vm.assertLt(ratio(), WAD * 11 / 10, "recovered");
    }

    /// @dev Nothing is set apart: what is on sale can be redeemed for meanwhile.
    function test_C12_TaoOnSaleStaysBacking() public {
        fall(108 * WAD);
        start();
        redeemTao(alice, 1_080 * WAD);
        vm.assertEq(backing.saleStatus().lot, 90 * WAD);
        take(bob, WAD);
    }
}
