// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {CollateralMath} from "../../src/collateral/CollateralMath.sol";
import {Books, Movement} from "../../src/collateral/TusdtLedger.sol";
import {AuctionStatus, Totals, TypeState, VaultView} from "../../src/collateral/VaultTypes.sol";
import {VaultFixture} from "./VaultFixture.sol";
import {VaultHandler, VaultWorld} from "./VaultHandler.sol";

/// @title What holds after every step of every history. rules.md C4, C5, C7, C11
/// @dev Which actions go through is checked inside the handler's steps. `npm run bench:collateral` makes a million of them,
/// half of them here.
contract VaultInvariantsTest is VaultFixture {
    VaultHandler internal handler;

    function setUp() public override {
        super.setUp();
        handler = new VaultHandler(VaultWorld(engine, book, backing, coin, usdc, module, pool, address(this), pauser));
    }

    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(handler);
    }

    /// @dev One function, so that every rule meets every history; the messages name the rule.
    function invariant_C4_C7_C11() public {
        Totals memory sum;
        uint256 debts = 0;
        uint256 count = engine.vaultCount();
        for (uint256 id = 1; id <= count; ++id) {
            engine.assess(id);
            VaultView memory v = view_(id);
            debts += v.debt;
            sum.art += v.stored.art;
            sum.late += v.stored.late;
            sum.principal += v.stored.principal;
            sum.collateral += v.stored.collateral;
            vm.assertLe(v.stored.due, v.interest, "C13: more due than unpaid");
            vm.assertLe(v.stored.principal, v.debt - v.stored.late, "C4: principal above the debt");
            if (v.stored.art == 0) vm.assertEq(v.stored.principal, 0);
            if (v.debt > 0) vm.assertGt(v.stored.collateral, 0, "C7: a debt without collateral");
        }
        for (uint256 id = 1; id <= engine.auctionCount(); ++id) {
            AuctionStatus memory s = status(id);
            sum.auctionPrincipal += s.stored.principal;
            sum.auctionCollateral += s.stored.lot;
            if (s.stored.endedAt == 0) sum.running += 1;
        }
        TypeState memory t = type_();
        vm.assertEq(abi.encode(t.totals), abi.encode(sum));
        // Each vault's debt is rounded up on its own.
        uint256 total = CollateralMath.debtUp(sum.art, t.rate) + sum.late;
        vm.assertEq(t.debt, total);
        vm.assertGe(debts, total, "C4: the sum of debts is too small");
        vm.assertLe(debts, total + (count == 0 ? 0 : count - 1), "C4: the sum of debts is too large");
        checkBooks(sum);
    }

    function checkBooks(Totals memory sum) private view {
        Books memory b = book.books();
        vm.assertEq(b.principalOwed, sum.principal + sum.auctionPrincipal);
        vm.assertEq(b.principalOwed, book.principalOf(address(engine)));
        vm.assertEq(engine.held(), sum.collateral + sum.auctionCollateral);
        vm.assertGe(coin.balanceOf(address(engine)), engine.held(), "C11: collateral");
        vm.assertGe(tusdt.balanceOf(address(book)), b.surplus, "C11: surplus");
        vm.assertTrue(b.surplus == 0 || b.badDebt == 0);
        uint256 repaid = book.totalOf(Movement.Repaid);
        uint256 burnt = book.totalOf(Movement.BadDebtBurnt);
        uint256 gone = book.totalOf(Movement.GiftBurnt);
        vm.assertEq(b.principalOwed + repaid + book.totalOf(Movement.WrittenOff), book.totalOf(Movement.Drawn));
        vm.assertEq(b.badDebt + burnt, book.totalOf(Movement.WrittenOff));
        vm.assertEq(
            b.surplus + book.totalOf(Movement.Keeper) + burnt + book.totalOf(Movement.SurplusSold) + gone,
            book.totalOf(Movement.Interest) + book.totalOf(Movement.LateFee) + book.totalOf(Movement.Penalty)
                + book.totalOf(Movement.Gift)
        );
        vm.assertEq(
            tusdt.totalSupply() + repaid + burnt + gone, handler.issued() + book.totalOf(Movement.Drawn), "C11: supply"
        );
    }

    /// @dev After every history everybody can leave, with no other TUSDT than there are: without a price, and paused. What
    /// was given away and burnt is issued anew, as against TAO.
    function afterInvariant() public {
        bool isPaused = type_().isPaused;
        vm.prank(pauser);
        if (!isPaused) engine.pause();
        module.silence();
        address ann = handler.people(0);
        for (uint256 i = 1; i < 3; ++i) {
            address person = handler.people(i);
            uint256 balance = tusdt.balanceOf(person);
            vm.prank(person);
            tusdt.transfer(ann, balance);
        }
        backing.mint(ann, book.totalOf(Movement.GiftBurnt) + tusdt.balanceOf(address(book)) - book.books().surplus);
        for (uint256 id = 1; id <= engine.vaultCount(); ++id) {
            leave(ann, id);
        }
        module.set(30e18);
        for (uint256 id = 1; id <= engine.auctionCount(); ++id) {
            if (status(id).stored.endedAt != 0) continue;
            if (status(id).needsReset) engine.reset(id);
            // Whoever takes may have minted against TAO.
            backing.mint(ann, status(id).paid);
            take(ann, id, NEVER);
        }
        for (uint256 id = 1; id <= engine.vaultCount(); ++id) {
            leave(ann, id);
        }
        vm.assertEq(engine.held(), 0);
        vm.assertEq(book.books().principalOwed, 0);
    }

    /// @dev Pays a vault with what there is, buying surplus where that is not enough, and withdraws. Some must be issued
    /// against TAO only where dust was raised to between principal and debt, so that fees can't be paid alone, and where
    /// the unit by which a debt is rounded up is all that may be paid: it clears nothing.
    function leave(address ann, uint256 id) private {
        for (uint256 debt = debtOf(id); debt > 0; debt = debtOf(id)) {
            uint256 balance = tusdt.balanceOf(ann);
            if (balance < debt && book.books().surplus > 0) buy(ann, debt - balance);
            balance = tusdt.balanceOf(ann);
            uint256 dust = engine.parameters().dust;
            uint256 paid = CollateralMath.paymentOf(balance, debt, dust);
            if (CollateralMath.clearedArtDown(paid, type_().rate) == 0) {
                if (debt - balance > paid) {
                    vm.assertLt(view_(id).stored.principal, dust, "C4: the last borrower can't close");
                }
                backing.mint(ann, debt - balance);
                balance = debt;
            }
            vm.prank(ann);
            engine.repay(id, balance);
        }
        VaultView memory v = view_(id);
        if (v.stored.collateral == 0) return;
        vm.prank(v.stored.owner);
        engine.close(id, 0, v.stored.owner);
    }

    function buy(address ann, uint256 amount) private {
        vm.prank(ann);
        book.buySurplus(amount, ann);
    }

    /// @dev The histories reach what they are about.
    function test_HandlerReachesEveryAction() public {
        handler.open(7 + (3 << 32), 100e18, 3_000e18);
        vm.assertEq(engine.vaultCount(), 1);
        handler.draw(3 << 32, 0);
        for (uint256 i = 0; i < 400 && handler.badDebts() == 0; ++i) {
            uint256 seed = uint256(keccak256(abi.encode(i)));
            handler.open(seed, seed >> 8, seed >> 16);
            handler.draw(seed >> 1, seed >> 7);
            handler.repay(seed >> 2, seed >> 9);
            handler.liquidate(seed >> 3);
            handler.take(seed >> 4, seed >> 10);
            handler.reset(seed >> 5);
        }
        vm.assertGt(handler.draws(), 0, "no draw");
        vm.assertGt(handler.liquidations(), 0, "no liquidation");
        vm.assertGt(handler.takes(), 0, "no take");
        vm.assertGt(handler.badDebts(), 0, "no bad debt");
        vm.assertGt(handler.lates(), 0, "no late fee");
    }
}
