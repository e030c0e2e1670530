// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {
    Collateral_AboveMaximum,
    Collateral_InvalidRecipient,
    Collateral_NoPrice,
    Collateral_Nothing
} from "../../src/collateral/CollateralErrors.sol";
import {CollateralMath} from "../../src/collateral/CollateralMath.sol";
import {PriceState} from "../../src/collateral/CollateralTypes.sol";
import {Movement} from "../../src/collateral/TusdtLedger.sol";
import {
    Collateral_AllOrNothing,
    Collateral_AuctionOver,
    Collateral_Covered,
    Collateral_NeedsReset,
    Collateral_NoResetNeeded,
    Collateral_NoSuchAuction
} from "../../src/collateral/VaultErrors.sol";
import {AuctionStatus, VaultKey} from "../../src/collateral/VaultTypes.sol";
import {VaultFixture} from "./VaultFixture.sol";
import {PriceStandIn} from "./VaultStandIns.sol";

/// @title Liquidations and auctions. rules.md C5, C6, C7, C8
contract VaultAuctionsTest is VaultFixture {
    /// @dev At the boundary a vault is safe; a unit of the price below it is not.
    function test_TheBoundaryIsSafe() public {
        uint256 id = open(alice, 30e18, 1_000e18);
        uint256 lp = CollateralMath.liquidationPriceUp(debtOf(id), 30e18, 15e17);
        module.set(lp);
        vm.expectRevert(abi.encodeWithSelector(Collateral_Covered.selector, debtOf(id), 30e18, lp, 15e17));
        engine.liquidate(id);
        module.set(lp - 1);
        liquidate(bob, id);
    }

    /// @dev Judged by the current price alone.
    function test_OnlyTheCurrentPriceLiquidates() public {
        uint256 id = open(alice, 30e18, 1_000e18);
        module.set(PRICE, 1e18);
        vm.expectPartialRevert(Collateral_Covered.selector);
        engine.liquidate(id);
        // The live price is silent, but the current one is fresh.
        module.set(45e18);
        module.silence();
        liquidate(bob, id);
    }

    function test_WithoutDebtNothingIsLiquidated() public {
        uint256 id = open(alice, 30e18, 0);
        module.set(1);
        vm.expectPartialRevert(Collateral_Covered.selector);
        engine.liquidate(id);
    }

    function test_ALiquidationMovesEverything() public {
        uint256 id = open(alice, 30e18, 1_000e18);
        skipTo(0, 8 days);
        uint256 debt = debtOf(id);
        uint256 late = view_(id).stored.late;
        module.set(45e18);
        uint256 auctionId = liquidate(bob, id);
        AuctionStatus memory s = status(auctionId);
        vm.assertEq(s.stored.vaultId, id);
        vm.assertEq(s.stored.starter, bob);
        vm.assertEq(s.stored.lot, 30e18);
        vm.assertEq(s.stored.principal, 1_000e18);
        vm.assertEq(s.stored.late, late);
        vm.assertEq(s.stored.interest, debt - late - 1_000e18);
        vm.assertEq(s.stored.penalty, CollateralMath.penaltyUp(debt, 1_100));
        vm.assertEq(s.need, debt + CollateralMath.penaltyUp(debt, 1_100));
        vm.assertEq(s.stored.top, 54e18);
        vm.assertEq(s.price, 54e18);
        vm.assertEq(view_(id).debt, 0);
        vm.assertEq(view_(id).stored.collateral, 0);
        vm.assertEq(type_().totals.running, 1);
        vm.assertEq(type_().totals.auctionCollateral, 30e18);
        vm.assertEq(book.books().principalOwed, 1_000e18);
    }

    function test_ThePriceFalls() public {
        (, uint256 id) = auction();
        skip(1 hours);
        vm.assertEq(status(id).price, 54e18 * 3 / 4);
        (uint256 taken, uint256 paid) = take(carol, id, 1e18);
        vm.assertEq(taken, 1e18);
        vm.assertEq(paid, 54e18 * 3 / 4);
    }

    /// @dev A take of everything gets what the need buys; the rest of the lot is the vault's again.
    function test_TheLeftoverReturns() public {
        (uint256 vaultId, uint256 id) = auction();
        uint256 need = status(id).need;
        vm.assertEq(status(id).taken, CollateralMath.taoOfDown(need, 54e18));
        (uint256 taken, uint256 paid) = take(carol, id, NEVER);
        vm.assertEq(paid, need);
        vm.assertEq(taken, need * WAD / 54e18);
        vm.assertEq(view_(vaultId).stored.collateral, 30e18 - taken);
        AuctionStatus memory s = status(id);
        vm.assertEq(s.stored.endedAt, block.timestamp);
        vm.assertEq(s.need, 0);
        vm.assertEq(type_().totals.running, 0);
        vm.assertEq(book.books().principalOwed, 0);
        vm.prank(alice);
        engine.close(vaultId, 0, alice);
        vm.assertEq(engine.held(), 0);
        vm.prank(carol);
        vm.expectRevert(abi.encodeWithSelector(Collateral_AuctionOver.selector, id));
        engine.take(id, 1, NEVER, carol);
        vm.expectRevert(abi.encodeWithSelector(Collateral_AuctionOver.selector, id));
        engine.reset(id);
    }

    /// @dev Principal is paid first, then interest, late fees, penalty; the starter gets a tenth of the penalty.
    function test_ProceedsInOrder() public {
        uint256 vaultId = open(alice, 30e18, 1_000e18);
        skipTo(0, 8 days);
        module.set(45e18);
        uint256 id = liquidate(bob, vaultId);
        backing.mint(carol, 1e6 * WAD);
        AuctionStatus memory s = status(id);
        uint256 supply = tusdt.totalSupply();
        take(carol, id, 10e18);
        vm.assertEq(tusdt.totalSupply(), supply - 540e18);
        vm.assertEq(book.totalOf(Movement.Interest), 0);
        vm.assertEq(status(id).stored.principal, 460e18);
        take(carol, id, NEVER);
        vm.assertEq(book.totalOf(Movement.Repaid), 1_000e18);
        vm.assertEq(book.totalOf(Movement.Interest), s.stored.interest);
        vm.assertEq(book.totalOf(Movement.LateFee), s.stored.late);
        vm.assertEq(book.totalOf(Movement.Penalty), s.stored.penalty);
        vm.assertEq(tusdt.balanceOf(bob), s.stored.penalty / 10);
        vm.assertEq(book.books().surplus, s.stored.interest + s.stored.late + s.stored.penalty - s.stored.penalty / 10);
    }

    /// @dev What the lot does not cover of principal is bad debt; the rest is forgone; no deposit of dust hinders it.
    function test_WhatIsNotCoveredIsBadDebt() public {
        uint256 vaultId = open(alice, 30e18, 1_000e18);
        module.set(20e18);
        uint256 id = liquidate(bob, vaultId);
        backing.mint(carol, 1e6 * WAD);
        vm.prank(alice);
        engine.deposit(vaultId, 1);
        int256 outstanding = book.outstanding();
        take(carol, id, 10e18);
        vm.prank(alice);
        engine.deposit(vaultId, 1);
        (uint256 taken, uint256 paid) = take(carol, id, NEVER);
        vm.assertEq(taken, 20e18);
        vm.assertEq(paid, 480e18);
        vm.assertEq(book.books().badDebt, 280e18);
        vm.assertEq(book.books().principalOwed, 0);
        vm.assertEq(book.totalOf(Movement.Interest) + book.totalOf(Movement.Penalty), 0);
        vm.assertEq(uint256(book.outstanding() - outstanding), 280e18);
        vm.assertEq(status(id).stored.endedAt, block.timestamp);
        vm.assertEq(view_(vaultId).stored.collateral, 2);
        vm.assertEq(debtOf(vaultId), 0);
    }

    function test_NoPriceNoAuction() public {
        uint256 vaultId = open(alice, 30e18, 1_000e18);
        uint256 other = open(alice, 30e18, 1_000e18);
        module.set(45e18);
        uint256 id = liquidate(bob, vaultId);
        backing.mint(carol, 1e6 * WAD);
        PriceState[3] memory states = [PriceState.None, PriceState.Stale, PriceState.Frozen];
        for (uint256 i = 0; i < states.length; ++i) {
            module.setState(states[i]);
            vm.expectRevert(Collateral_NoPrice.selector);
            engine.liquidate(other);
            vm.prank(carol);
            vm.expectRevert(Collateral_NoPrice.selector);
            engine.take(id, 1e18, NEVER, carol);
            vm.warp(block.timestamp + 3 hours);
            vm.expectRevert(Collateral_NoPrice.selector);
            engine.reset(id);
            vm.assertFalse(status(id).isTakeable);
            vm.assertEq(status(id).oraclePrice, 0);
            repay(alice, other, 1e18);
        }
    }

    /// @dev A freeze ended since: reset first, however young the auction.
    function test_AfterAFreezeReset() public {
        (, uint256 id) = auction();
        skip(10 minutes);
        module.setState(PriceState.Frozen);
        skip(10 minutes);
        module.set(44e18);
        take(carol, id, 1e18);
        module.setState(PriceState.Frozen);
        module.setState(PriceState.Fresh);
        module.set(44e18);
        needsReset(id);
        engine.reset(id);
        vm.assertEq(status(id).price, CollateralMath.auctionTopUp(44e18, 12e17));
        take(carol, id, 1e18);
    }

    /// @dev A new price module is like a freeze.
    function test_AfterANewModuleReset() public {
        change(VaultKey.TauSeconds, 7 days);
        change(VaultKey.TailSeconds, 7 days);
        PriceStandIn other = new PriceStandIn();
        engine.propose(uint256(VaultKey.PriceModule), uint160(address(other)));
        skip(1 days);
        (, uint256 id) = auction();
        skip(1 days);
        other.set(44e18);
        take(carol, id, 1e18);
        engine.applyChange(uint256(VaultKey.PriceModule));
        needsReset(id);
        engine.reset(id);
        take(carol, id, 1e18);
    }

    /// @dev A stale auction sells nothing: its tail.
    function test_TheTailEndsIt() public {
        (, uint256 id) = auction();
        skip(2 hours - 1);
        vm.expectRevert(abi.encodeWithSelector(Collateral_NoResetNeeded.selector, id));
        engine.reset(id);
        take(carol, id, 1e18);
        skip(1);
        needsReset(id);
        module.set(40e18);
        vm.prank(alice);
        engine.reset(id);
        vm.assertEq(status(id).price, 48e18);
        vm.assertEq(status(id).stored.starter, bob);
        take(carol, id, 1e18);
    }

    /// @dev Its cusp: at 40% of its first price it goes on, a second later not.
    function test_TheCuspEndsIt() public {
        change(VaultKey.TailSeconds, 4 hours);
        (, uint256 id) = auction();
        skip(4 hours * 6 / 10);
        vm.assertEq(status(id).price, 54e18 * 4 / 10);
        take(carol, id, 1e18);
        skip(1);
        needsReset(id);
    }

    /// @dev The terms of an auction are those of its beginning.
    function test_AChangeIsNotForRunningAuctions() public {
        engine.propose(uint256(VaultKey.TauSeconds), 7 days);
        engine.propose(uint256(VaultKey.Cusp), 1e18);
        engine.propose(uint256(VaultKey.KeeperBps), 0);
        skip(2 days);
        (, uint256 id) = auction();
        engine.applyChange(uint256(VaultKey.TauSeconds));
        engine.applyChange(uint256(VaultKey.Cusp));
        engine.applyChange(uint256(VaultKey.KeeperBps));
        skip(1 hours);
        vm.assertEq(status(id).price, 54e18 * 3 / 4);
        take(carol, id, NEVER);
        vm.assertGt(tusdt.balanceOf(bob), 0, "C7: no keeper's part");
    }

    function needsReset(uint256 id) private {
        vm.assertTrue(status(id).needsReset);
        vm.assertFalse(status(id).isTakeable);
        vm.prank(carol);
        vm.expectRevert(abi.encodeWithSelector(Collateral_NeedsReset.selector, id));
        engine.take(id, 1e18, NEVER, carol);
    }

    function test_TakesAtMostAtAPrice() public {
        (, uint256 id) = auction();
        vm.startPrank(carol);
        vm.expectRevert(abi.encodeWithSelector(Collateral_AboveMaximum.selector, 54e18, 54e18 - 1));
        engine.take(id, 1e18, 54e18 - 1, carol);
        engine.take(id, 1e18, 54e18, carol);
        vm.expectRevert(Collateral_Nothing.selector);
        engine.take(id, 0, NEVER, carol);
        vm.expectRevert(abi.encodeWithSelector(Collateral_InvalidRecipient.selector, address(engine)));
        engine.take(id, 1e18, NEVER, address(engine));
        vm.stopPrank();
        vm.expectRevert(abi.encodeWithSelector(Collateral_NoSuchAuction.selector, 9));
        engine.take(9, 1e18, NEVER, carol);
        vm.expectRevert(abi.encodeWithSelector(Collateral_NoSuchAuction.selector, 9));
        engine.status(9);
    }

    /// @dev The attack: a unit is taken before a take of everything, which goes through all the same.
    function test_AUnitTakenBeforeUndoesNothing() public {
        (, uint256 id) = auction();
        uint256 ask = status(id).taken;
        uint256 need = status(id).need;
        backing.mint(bob, 1e18);
        vm.prank(bob);
        (uint256 one, uint256 price) = engine.take(id, 1, NEVER, bob);
        vm.assertEq(one, 1);
        (uint256 taken, uint256 paid) = take(carol, id, ask);
        vm.assertEq(paid, need - price);
        vm.assertGe(taken + 2, ask, "C7: undone");
        vm.assertEq(status(id).stored.endedAt, block.timestamp);
    }

    /// @dev Nobody leaves less than dust of the need: such a take is cut, and what is left is all or nothing.
    function test_NoDustIsLeftOfTheNeed() public {
        (, uint256 id) = auction();
        uint256 all = status(id).taken;
        (, uint256 paid) = take(carol, id, all - 1e18);
        vm.assertGt(paid, 0, "C7: nothing was taken");
        vm.assertGe(status(id).need, DUST, "C7: dust of the need is left");
        vm.assertLe(status(id).need, DUST + 54, "C7: cut too far");
        AuctionStatus memory s = status(id);
        vm.prank(carol);
        vm.expectRevert(abi.encodeWithSelector(Collateral_AllOrNothing.selector, 1e18, s.stored.lot, s.need, DUST));
        engine.take(id, 1e18, NEVER, carol);
        take(carol, id, NEVER);
        vm.assertEq(status(id).need, 0);
    }

    /// @dev What pays exactly the need is not cut, though more of the lot is left.
    function test_ExactlyTheNeedEndsIt() public pure {
        (uint256 taken, uint256 paid) = CollateralMath.takeOf(500e18, 1_000e18, 500e18, 1e18, 100e18);
        vm.assertEq(taken, 500e18);
        vm.assertEq(paid, 500e18);
    }

    /// @dev An owner can borrow anew while the auction of the old debt runs, and the leftover still returns.
    function test_AVaultGoesOn() public {
        (uint256 vaultId, uint256 id) = auction();
        vm.startPrank(alice);
        engine.deposit(vaultId, 100e18);
        engine.draw(vaultId, 1_000e18, alice);
        vm.stopPrank();
        take(carol, id, NEVER);
        vm.assertGt(view_(vaultId).stored.collateral, 100e18, "C7: no leftover");
        vm.assertEq(view_(vaultId).stored.principal, 1_000e18);
    }

    /// @dev The profit is of what is really taken.
    function test_StatusTellsTheProfit() public {
        (, uint256 id) = auction();
        AuctionStatus memory s = status(id);
        vm.assertTrue(s.isTakeable);
        vm.assertEq(s.oraclePrice, 45e18);
        vm.assertTrue(s.profit < 0);
        skip(80 minutes);
        s = status(id);
        uint256 worth = s.taken * 45e18 / WAD;
        vm.assertEq(uint256(s.profit), worth - s.paid);
        (uint256 taken, uint256 paid) = take(carol, id, NEVER);
        vm.assertEq(taken, s.taken);
        vm.assertEq(paid, s.paid);
        s = status(id);
        vm.assertEq(s.price, 0);
        vm.assertFalse(s.isTakeable);
    }

    /// @dev Whoever takes how much and when: never more than needed, everything adds up, and it always ends.
    function testFuzz_Takes(uint256 price, uint256 seed) public {
        uint256 vaultId = open(alice, 100e18, 3_999e18);
        price = bound(price, 1e18, 59e18);
        module.set(price);
        uint256 id = liquidate(bob, vaultId);
        backing.mint(carol, 1e9 * WAD);
        uint256 need = status(id).need;
        uint256 lot = 100e18;
        uint256 before = tusdt.balanceOf(carol);
        for (uint256 i = 0; i < 8 && status(id).stored.endedAt == 0; ++i) {
            skip((seed >> (i * 30)) % 50 minutes);
            if (status(id).needsReset) engine.reset(id);
            uint256 ask = bound(seed >> (i * 30 + 10), 1, 40e18);
            AuctionStatus memory s = status(id);
            (uint256 expected, uint256 cost) = CollateralMath.takeOf(ask, s.stored.lot, s.need, s.price, DUST);
            vm.prank(carol);
            if (cost == 0) vm.expectPartialRevert(Collateral_AllOrNothing.selector);
            (uint256 taken, uint256 paid) = engine.take(id, ask, NEVER, carol);
            if (cost == 0) continue;
            vm.assertEq(taken, expected);
            vm.assertEq(paid, cost);
            s = status(id);
            if (s.stored.endedAt != 0) break;
            vm.assertGe(s.need, DUST, "C7: dust of the need");
            vm.assertGe(s.stored.lot * s.price, DUST * WAD, "C7: dust of the lot");
        }
        if (status(id).stored.endedAt == 0) take(carol, id, NEVER);
        uint256 spent = before - tusdt.balanceOf(carol);
        uint256 bought = coin.balanceOf(carol) - 1e9 * WAD;
        vm.assertLe(spent, need, "C7: more than needed");
        vm.assertEq(view_(vaultId).stored.collateral, lot - bought);
        vm.assertEq(book.books().principalOwed, 0);
        vm.assertEq(book.books().badDebt, spent < 3_999e18 ? 3_999e18 - spent : 0);
        if (spent < need) vm.assertEq(bought, lot);
    }
}
