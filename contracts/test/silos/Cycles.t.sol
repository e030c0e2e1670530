// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SiloConversions} from "../../src/silos/SiloConversions.sol";
import {SiloCycles} from "../../src/silos/SiloCycles.sol";
import {Silos_NoPrice} from "../../src/silos/SiloErrors.sol";
import {Books, Cause, Cycle, Key, PriceState} from "../../src/silos/SiloTypes.sol";
import {Log} from "../Test.sol";
import {SiloFixture} from "./SiloFixture.sol";

/// @title The ends of cycles, the latch, the harvest. rules.md S2, S4, S8, S9
contract CyclesTest is SiloFixture {
    function test_S8_OnlyAtTheEnd() public {
        mint(alice, 2_000 * USD);
        vm.warp(START + 30 days - 1);
        market(WAD);
        vm.expectRevert(
            abi.encodeWithSelector(SiloCycles.Silos_CycleNotEnded.selector, START + 30 days, 0, START + 30 days - 1)
        );
        reserve.closeCycle();
        vm.warp(START + 30 days);
        market(WAD);
        reserve.closeCycle();
        vm.assertEq(reserve.cycle().number, 1);
    }

    function test_S8_RepeatableForRepeatSeconds() public {
        full(2_000 * USD);
        uint256 closedAt = block.timestamp;
        seed(3, 10 * USD);
        vm.warp(closedAt + 1 days - 1);
        market(WAD);
        vm.expectEmit(address(reserve));
        emit SiloCycles.CycleClosed(1, true, 10 * USD, 0, 2_000 * USD, WAD);
        reserve.closeCycle();
        vm.warp(closedAt + 1 days);
        vm.expectRevert(
            abi.encodeWithSelector(
                SiloCycles.Silos_CycleNotEnded.selector, START + 60 days, closedAt + 1 days, closedAt + 1 days
            )
        );
        reserve.closeCycle();
    }

    function test_S8_AttackOverdueCyclesMoveNoDate() public {
        mint(alice, 2_000 * USD);
        vm.warp(START + 105 days);
        market(WAD);
        reserve.closeCycle();
        Cycle memory cycle = reserve.cycle();
        vm.assertEq(cycle.number, 3);
        vm.assertEq(cycle.lastEnd, START + 90 days);
        vm.assertEq(reserve.cycleEndsAt(), START + 120 days);
        // Only a repetition is left of them.
        reserve.closeCycle();
        vm.assertEq(reserve.cycle().number, 3);
    }

    function test_S13_WithNothingToConvertNothingIsTold() public {
        full(2_000 * USD);
        vm.recordLogs();
        reserve.closeCycle();
        Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i = 0; i < logs.length; ++i) {
            vm.assertTrue(logs[i].topics[0] != SiloConversions.Converted.selector);
            vm.assertTrue(logs[i].topics[0] != SiloConversions.ConversionSkipped.selector);
        }
    }

    /// @dev At $2, an overflow too small for the whole deficit: the least it must bring is counted in XTZ.
    function test_S13_AnExactInputIsHeldToItsBound() public {
        fill(2_000 * USD, 100 * XTZ, 2_100 * USD, 0);
        close(2 * WAD);
        vm.assertEq(books().f3, 2_000 * USD);
        vm.assertGe(books().x2, 149 * XTZ, "too little");
        vm.assertLe(books().x2, 150 * XTZ, "too much");
    }

    function test_S8_ANewLengthCountsFromTheLastEnd() public {
        close(WAD);
        settings.set(Key.CycleSeconds, 10 days);
        vm.assertEq(reserve.cycleEndsAt(), START + 40 days);
    }

    function test_S8_NeedsAPrice() public {
        mint(alice, 2_000 * USD);
        vm.warp(START + 30 days);
        vm.expectRevert(abi.encodeWithSelector(Silos_NoPrice.selector, PriceState.FeedStale));
        reserve.closeCycle();
    }

    function test_S8_InKindMovesBackUp() public {
        fill(2_000 * USD, 1_500 * XTZ, 0, 2_300 * XTZ);
        seed(1, 40 * USD);
        close(WAD);
        Books memory b = books();
        vm.assertEq(b.f1, 2_000 * USD);
        // 300 back, then what Silo 3's overflow buys: nothing.
        vm.assertEq(b.x2, 1_800 * XTZ);
        vm.assertEq(b.x4, 2_000 * XTZ);
        vm.assertEq(b.f3, 40 * USD);
    }

    function test_S8_OverflowOfSilo3BuysForSilo2ThenFor4() public {
        useFairExchange();
        fill(2_000 * USD, 1_900 * XTZ, 2_250 * USD, 0);
        close(WAD);
        vm.assertEq(books().x2, 2_000 * XTZ);
        vm.assertEq(books().x4, 150 * XTZ);
        vm.assertEq(books().f3, 2_000 * USD);
        vm.assertTrue(reserve.isLatched());
    }

    function test_S8_InACrashAllOfSilo3Buys() public {
        useFairExchange();
        full(2_000 * USD);
        close(WAD / 4);
        // 1 for 4: Silo 2 lacks 6,000 XTZ, Silo 3 pays 1,500 USD for them.
        vm.assertEq(books().x2, 8_000 * XTZ);
        vm.assertEq(books().f3, 500 * USD);
        vm.assertEq(books().x4, 2_000 * XTZ);
    }

    function test_S8_OverflowOf4IsSoldUntil3IsFull() public {
        useFairExchange();
        fill(2_000 * USD, 2_000 * XTZ, 1_700 * USD, 2_500 * XTZ);
        close(WAD);
        vm.assertEq(books().f3, 2_000 * USD);
        vm.assertEq(books().x4, 2_000 * XTZ);
        vm.assertEq(books().chamberXtz, 200 * XTZ);
    }

    /// @dev Without step 4 a reserve can stand at 550% with nothing harvested.
    function test_S8_S9_NothingHidesInASilo() public {
        full(2_000 * USD);
        close(WAD * 3);
        vm.assertLe(totalAt(WAD * 3), 4 * 2_000 * USD + 2 * 3, "S9");
        vm.assertEq(books().chamberXtz, 4_000 * XTZ - 2 * 666666667);
        vm.assertEq(books().chamberUsd, 0);
        vm.assertEq(reserve.cycle().harvestXtz, books().chamberXtz);
    }

    function test_S8_HarvestNeedsAllFour() public {
        fill(2_000 * USD, 2_000 * XTZ, 1_000 * USD, 1_000 * XTZ);
        close(WAD);
        vm.assertEq(reserve.cycle().maxSupply, 0);
        seed(3, 1_000 * USD);
        close(WAD);
        vm.assertEq(reserve.cycle().maxSupply, 0);
        seed(4, 1_001 * XTZ);
        close(WAD);
        vm.assertEq(books().chamberXtz, XTZ);
        vm.assertEq(reserve.cycle().maxSupply, 2_000 * USD);
    }

    function test_S4_LatchNeedsSupplyAndSilo2() public {
        fill(2_000 * USD, 2_000 * XTZ - 1, 0, 0);
        close(WAD);
        vm.assertFalse(reserve.isLatched());
        seed(2, 1);
        vm.expectEmit(address(reserve));
        emit SiloCycles.Latched(2_000 * USD);
        reserve.closeCycle();
        vm.assertTrue(reserve.isLatched());
        close(WAD / 100);
        vm.assertTrue(reserve.isLatched());
    }

    function test_S4_LatchNeedsItsLeastSupply() public {
        fill(1_000 * USD - 1, 2_000 * XTZ, 0, 0);
        close(WAD);
        vm.assertFalse(reserve.isLatched());
        mint(alice, 1);
        seed(2, 1);
        close(WAD);
        vm.assertTrue(reserve.isLatched());
    }

    /// @dev A supply that is there for one call hides the harvest; a repetition shows it.
    function test_S8_AttackFlashMintBeforeAClosing() public {
        full(2_000 * USD);
        seed(2, 100 * XTZ);
        vm.warp(reserve.cycleEndsAt());
        market(WAD);
        mint(bob, 100 * USD);
        reserve.closeCycle();
        redeemUsd(bob, 100 * USD);
        vm.assertEq(reserve.cycle().harvestXtz, 0);
        reserve.closeCycle();
        vm.assertEq(reserve.cycle().harvestXtz, 100 * XTZ);
        vm.assertEq(reserve.cycle().number, 2);
    }

    function test_S8_AttackFlashMintKeepsTheLatchOpen() public {
        fill(2_000 * USD, 2_000 * XTZ, 0, 0);
        vm.warp(reserve.cycleEndsAt());
        market(WAD);
        mint(bob, 1_000_000 * USD);
        reserve.closeCycle();
        redeemUsd(bob, 1_000_000 * USD);
        vm.assertFalse(reserve.isLatched());
        reserve.closeCycle();
        vm.assertTrue(reserve.isLatched());
    }

    function test_S8_HarvestsOfAClosingAddUp() public {
        full(2_000 * USD);
        seed(3, 5 * USD);
        reserve.closeCycle();
        seed(3, 6 * USD);
        reserve.closeCycle();
        vm.assertEq(reserve.cycle().harvestUsd, 11 * USD);
        vm.assertEq(books().chamberUsd, 11 * USD);
        close(WAD);
        vm.assertEq(reserve.cycle().harvestUsd, 0);
        vm.assertEq(books().chamberUsd, 11 * USD);
    }

    /// @dev A redemption before a closing strips neither growth nor seeds.
    function test_S8_AttackRedemptionStripsGrowth() public {
        full(2_000 * USD);
        redeemUsd(alice, 2_000 * USD);
        close(WAD);
        vm.assertEq(books().chamberUsd + books().chamberXtz, 0);
        vm.assertEq(books().f3, 2_000 * USD);
        vm.assertEq(books().x4, 4_000 * XTZ);
    }

    function test_S8_HarvestAtExactlyTheLatchSupply() public {
        full(2_000 * USD);
        redeemUsd(alice, 1_000 * USD);
        close(WAD);
        vm.assertEq(books().chamberUsd, 1_000 * USD);
        redeemUsd(alice, 1);
        close(WAD);
        vm.assertEq(books().chamberUsd, 1_000 * USD);
    }

    function test_S8_NothingAtZeroSupply() public {
        seed(2, 100 * XTZ);
        seed(3, 100 * USD);
        close(WAD);
        vm.assertEq(books().x4, 100 * XTZ);
        vm.assertEq(books().f3, 100 * USD);
        vm.assertFalse(reserve.isLatched());
    }

    function test_S13_ASkippedConversionBlocksNoClosing() public {
        fill(2_000 * USD, 2_000 * XTZ, 1_700 * USD, 2_500 * XTZ);
        vm.warp(reserve.cycleEndsAt());
        market(WAD);
        pair.setReserves(address(xtz), DEPTH, DEPTH / 2);
        vm.expectEmit(address(reserve));
        emit SiloConversions.ConversionSkipped(Cause.Close, false, 300 * USD, 500 * XTZ);
        reserve.closeCycle();
        vm.assertEq(books().chamberXtz, 0);
        market(WAD);
        reserve.closeCycle();
        vm.assertGt(books().chamberXtz, 190 * XTZ, "nothing harvested");
    }

    function test_S17_ClosingGoesOnInKindOnADepeg() public {
        fill(2_000 * USD, 2_500 * XTZ, 1_700 * USD, 2_000 * XTZ);
        vm.warp(reserve.cycleEndsAt());
        market(WAD);
        usdcFeed.setAnswer(0.9e8);
        vm.expectEmit(address(reserve));
        emit SiloConversions.ConversionSkipped(Cause.Close, false, 300 * USD, 500 * XTZ);
        reserve.closeCycle();
        vm.assertEq(books().x4, 2_500 * XTZ);
    }
}
