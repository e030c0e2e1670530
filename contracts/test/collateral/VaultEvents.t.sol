// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {CollateralMath} from "../../src/collateral/CollateralMath.sol";
import {TusdtBook} from "../../src/collateral/TusdtBook.sol";
import {VaultAuctions} from "../../src/collateral/VaultAuctions.sol";
import {VaultBase} from "../../src/collateral/VaultBase.sol";
import {VaultEntries} from "../../src/collateral/VaultEntries.sol";
import {VaultExits} from "../../src/collateral/VaultExits.sol";
import {Auction, AuctionStatus, VaultKey} from "../../src/collateral/VaultTypes.sol";
import {Log} from "../Test.sol";
import {VaultFixture} from "./VaultFixture.sol";

/// @title An account finds what concerns it by the first indexed argument of the events. rules.md C11
contract VaultEventsTest is VaultFixture {
    function test_OnesOwnVault() public {
        vm.expectEmit(address(engine));
        emit VaultEntries.Opened(alice, 1);
        vm.expectEmit(address(engine));
        emit VaultBase.CollateralMoved(alice, true, 30e18, 0, 30e18);
        vm.expectEmit(address(engine));
        emit VaultEntries.Deposited(alice, 1, alice, 30e18);
        vm.expectEmit(address(engine));
        emit VaultEntries.Drawn(alice, 1, bob, 600e18);
        vm.startPrank(alice);
        engine.open(30e18, 600e18, bob);
        vm.expectEmit(address(engine));
        emit VaultEntries.Drawn(alice, 1, alice, 400e18);
        engine.draw(1, 400e18, alice);
        uint256 interest = view_(1).interest;
        vm.expectEmit(address(engine));
        emit VaultExits.Repaid(alice, 1, alice, 0, interest, 100e18 - interest);
        engine.repay(1, 100e18);
        vm.expectEmit(address(engine));
        emit VaultExits.Withdrawn(alice, 1, bob, 1e18);
        engine.withdraw(1, 1e18, bob);
        vm.stopPrank();
    }

    /// @dev What an owner does is told once: there is nobody else to tell it of.
    function test_OnesOwnActIsToldOnce() public {
        vm.recordLogs();
        uint256 id = open(alice, 30e18, 1_000e18);
        vm.startPrank(alice);
        engine.deposit(id, 1e18);
        engine.repay(id, 1e18);
        vm.stopPrank();
        module.set(45e18);
        liquidate(alice, id);
        Log[] memory logs = vm.getRecordedLogs();
        vm.assertEq(count(logs, VaultEntries.Deposited.selector), 2);
        vm.assertEq(count(logs, VaultExits.Repaid.selector), 1);
        vm.assertEq(count(logs, VaultAuctions.Liquidated.selector), 1);
        vm.assertEq(count(logs, VaultEntries.DepositedFor.selector), 0);
        vm.assertEq(count(logs, VaultExits.RepaidFor.selector), 0);
        vm.assertEq(count(logs, VaultAuctions.LiquidatedOther.selector), 0);
        vm.assertEq(count(logs, VaultBase.Assessed.selector), 0, "no date has passed");
    }

    /// @dev The owner hears of it, and so does who did it.
    function test_SomebodyElsesVault() public {
        uint256 id = open(alice, 30e18, 1_000e18);
        vm.expectEmit(address(engine));
        emit VaultEntries.Deposited(alice, id, bob, 2e18);
        vm.expectEmit(address(engine));
        emit VaultEntries.DepositedFor(bob, id, alice, 2e18);
        vm.prank(bob);
        engine.deposit(id, 2e18);
        skip(10 days);
        backing.mint(bob, 100e18);
        uint256 interest = view_(id).interest;
        vm.expectEmit(address(engine));
        emit VaultExits.Repaid(alice, id, bob, 0, interest, 100e18 - interest);
        vm.expectEmit(address(engine));
        emit VaultExits.RepaidFor(bob, id, alice, 100e18);
        repay(bob, id, 100e18);
    }

    /// @dev Whoever assesses it, or whatever else they do.
    function test_ALateFeeIsItsOwners() public {
        uint256 id = open(alice, 30e18, 1_000e18);
        skipTo(0, 8 days);
        uint256 late = view_(id).stored.late;
        vm.expectEmit(address(engine));
        emit VaultBase.Assessed(alice, id, 1, 0, late);
        engine.assess(id);
        skipTo(1, 8 days);
        uint256 more = view_(id).stored.late;
        vm.assertGt(more, late, "C13: no late fee");
        vm.expectEmit(address(engine));
        emit VaultBase.Assessed(alice, id, 2, late, more);
        vm.prank(bob);
        engine.deposit(id, 1);
    }

    function test_ALiquidation() public {
        uint256 vaultId = open(alice, 30e18, 1_000e18);
        module.set(45e18);
        uint256 debt = debtOf(vaultId);
        Auction memory a;
        (a.vaultId, a.starter, a.lot, a.principal, a.interest) = (vaultId, bob, 30e18, 1_000e18, debt - 1_000e18);
        (a.penalty, a.top, a.startedAt) = (CollateralMath.penaltyUp(debt, 1_100), 54e18, uint64(block.timestamp));
        (a.tauSeconds, a.tailSeconds, a.keeperBps, a.cusp) = (4 hours, 2 hours, 1_000, 4e17);
        vm.expectEmit(address(engine));
        emit VaultAuctions.Liquidated(alice, vaultId, 1, bob, 45e18, a);
        vm.expectEmit(address(engine));
        emit VaultAuctions.LiquidatedOther(bob, vaultId, 1, alice, 30e18, debt + a.penalty);
        liquidate(bob, vaultId);
    }

    function test_AnAuction() public {
        (uint256 vaultId, uint256 id) = auction();
        skip(2 hours);
        vm.expectEmit(address(engine));
        emit VaultAuctions.AuctionReset(carol, id, 54e18, 54e18);
        vm.prank(carol);
        engine.reset(id);
        Auction memory before = status(id).stored;
        Auction memory later = status(id).stored;
        (later.lot, later.principal) = (20e18, 460e18);
        vm.expectEmit(address(engine));
        emit VaultAuctions.Taken(carol, id, alice, 10e18, 540e18, 54e18, before, later);
        vm.prank(carol);
        engine.take(id, 10e18, NEVER, alice);
        AuctionStatus memory s = status(id);
        // What is returned is told of the owner, and so is the vault it comes back to.
        vm.expectEmit(address(book));
        emit TusdtBook.KeeperPaid(bob, address(engine), 11e18);
        vm.expectEmit(address(engine));
        emit VaultAuctions.AuctionEnded(alice, vaultId, id, 20e18 - s.taken, 0, 0);
        take(carol, id, NEVER);
    }

    /// @dev Without a part for the keeper nobody is told of one.
    function test_NoKeepersPart() public {
        change(VaultKey.KeeperBps, 0);
        market(PRICE);
        (, uint256 id) = auction();
        vm.recordLogs();
        take(carol, id, NEVER);
        vm.assertEq(count(vm.getRecordedLogs(), TusdtBook.KeeperPaid.selector), 0);
    }
}
