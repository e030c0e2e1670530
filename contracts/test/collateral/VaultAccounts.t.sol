// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Pausable} from "@openzeppelin/contracts/utils/Pausable.sol";
import {
    Collateral_InvalidRecipient,
    Collateral_NoPrice,
    Collateral_Nothing
} from "../../src/collateral/CollateralErrors.sol";
import {CollateralMath} from "../../src/collateral/CollateralMath.sol";
import {
    Collateral_BelowDust,
    Collateral_DebtAboveMaximum,
    Collateral_ExceedsCollateral,
    Collateral_NoSuchVault,
    Collateral_NotCovered,
    Collateral_NotOwner
} from "../../src/collateral/VaultErrors.sol";
import {VaultEngine} from "../../src/collateral/VaultEngine.sol";
import {VaultExits} from "../../src/collateral/VaultExits.sol";
import {VaultKey, VaultView} from "../../src/collateral/VaultTypes.sol";
import {VaultFixture} from "./VaultFixture.sol";

/// @title Opening, adding, drawing, paying, withdrawing, closing. rules.md C4
contract VaultAccountsTest is VaultFixture {
    function test_OpensWithCollateralAndDebt() public {
        uint256 id = open(alice, 30e18, 1_000e18);
        VaultView memory v = view_(id);
        vm.assertEq(id, 1);
        vm.assertEq(v.stored.owner, alice);
        vm.assertEq(v.stored.collateral, 30e18);
        vm.assertEq(v.stored.principal, 1_000e18);
        vm.assertEq(v.debt, 1_000e18 + v.interest);
        vm.assertLe(v.interest, 2, "C4: more than rounding");
        vm.assertEq(tusdt.balanceOf(alice), 1_000e18);
        vm.assertEq(book.books().principalOwed, 1_000e18);
        vm.assertEq(coin.balanceOf(address(engine)), 30e18);
    }

    function test_OpensEmpty() public {
        uint256 id = open(alice, 0, 0);
        vm.assertEq(view_(id).debt, 0);
    }

    function test_AnyoneAdds() public {
        uint256 id = open(alice, 0, 0);
        vm.prank(bob);
        engine.deposit(id, 5e18);
        vm.assertEq(view_(id).stored.collateral, 5e18);
        vm.assertEq(engine.held(), 5e18);
    }

    function test_AddsNothing() public {
        uint256 id = open(alice, 0, 0);
        vm.expectRevert(Collateral_Nothing.selector);
        engine.deposit(id, 0);
    }

    function test_DrawsToTheUnit() public {
        uint256 id = open(alice, 30e18, 0);
        skip(40 days);
        uint256 rate = view_(id).rate;
        uint256 most = CollateralMath.maxDrawDown(0, rate, 0, 30e18, PRICE, 2e18);
        vm.prank(alice);
        vm.expectPartialRevert(Collateral_NotCovered.selector);
        engine.draw(id, most + 1, alice);
        vm.prank(alice);
        engine.draw(id, most, bob);
        vm.assertEq(tusdt.balanceOf(bob), most);
    }

    /// @dev Judged by the lowest price there is, not by the current one.
    function test_DrawsAtTheLowestPrice() public {
        uint256 id = open(alice, 30e18, 0);
        module.set(PRICE, 60e18);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(Collateral_NotCovered.selector, 900e18 + 2, 30e18, 60e18, 2e18));
        engine.draw(id, 900e18 + 1, alice);
        vm.prank(alice);
        engine.draw(id, 899e18, alice);
    }

    function test_DrawsOnlyForTheOwner() public {
        uint256 id = open(alice, 30e18, 0);
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(Collateral_NotOwner.selector, id, bob));
        engine.draw(id, 500e18, bob);
    }

    function test_DrawsNothing() public {
        uint256 id = open(alice, 30e18, 500e18);
        vm.prank(alice);
        vm.expectRevert(Collateral_Nothing.selector);
        engine.draw(id, 0, alice);
    }

    function test_DustBindsADraw() public {
        uint256 id = open(alice, 30e18, 0);
        vm.prank(alice);
        vm.expectPartialRevert(Collateral_BelowDust.selector);
        engine.draw(id, DUST - 10, alice);
        vm.prank(alice);
        engine.draw(id, DUST, alice);
    }

    /// @dev A raised dust stops neither adding nor paying nor withdrawing, only drawing.
    function test_RaisedDustStopsNoExit() public {
        uint256 id = open(alice, 30e18, 200e18);
        change(VaultKey.Dust, 1_000e18);
        vm.startPrank(alice);
        vm.expectPartialRevert(Collateral_BelowDust.selector);
        engine.draw(id, 1e18, alice);
        engine.deposit(id, 1e18);
        engine.withdraw(id, 2e18, alice);
        vm.assertEq(engine.repay(id, 50e18), 50e18);
        vm.stopPrank();
        vm.assertLe(debtOf(id), 151e18, "C4: not paid");
    }

    function test_NoSuchVault() public {
        vm.expectRevert(abi.encodeWithSelector(Collateral_NoSuchVault.selector, 7));
        engine.deposit(7, 1e18);
        vm.expectRevert(abi.encodeWithSelector(Collateral_NoSuchVault.selector, 7));
        engine.repay(7, 1e18);
        vm.expectRevert(abi.encodeWithSelector(Collateral_NoSuchVault.selector, 7));
        engine.assess(7);
        vm.expectRevert(abi.encodeWithSelector(Collateral_NoSuchVault.selector, 7));
        engine.vault(7);
    }

    function test_PaysLateFeesThenInterestThenPrincipal() public {
        uint256 id = open(alice, 30e18, 1_000e18);
        skipTo(0, 7 days);
        VaultView memory v = view_(id);
        uint256 interest = v.interest;
        vm.assertGt(v.stored.late, 0, "C13: no late fee");
        backing.mint(bob, 1_000e18);
        vm.prank(bob);
        vm.expectEmit(address(engine));
        emit VaultExits.Repaid(alice, id, bob, v.stored.late, 0, 0);
        engine.repay(id, v.stored.late);
        vm.assertEq(view_(id).stored.late, 0);
        vm.assertEq(view_(id).interest, interest);
        repay(bob, id, interest);
        vm.assertLe(view_(id).interest, 2, "C4: interest was not paid");
        vm.assertEq(view_(id).stored.principal, 1_000e18);
        vm.assertEq(book.books().surplus, v.stored.late + interest);
        uint256 unpaid = view_(id).interest;
        repay(bob, id, 100e18);
        vm.assertEq(view_(id).stored.principal, 900e18 + unpaid);
        vm.assertEq(tusdt.totalSupply(), 2_000e18 - (100e18 - unpaid));
    }

    /// @dev It takes at most the debt.
    function test_PaysAtMostTheDebt() public {
        uint256 id = open(alice, 30e18, 1_000e18);
        skip(20 days);
        backing.mint(alice, 1_000e18);
        uint256 debt = debtOf(id);
        vm.assertEq(repay(alice, id, NEVER), debt);
        VaultView memory v = view_(id);
        vm.assertEq(v.stored.art, 0);
        vm.assertEq(v.stored.principal, 0);
        vm.assertEq(v.debt, 0);
        vm.assertEq(book.books().principalOwed, 0);
        vm.prank(alice);
        vm.expectRevert(Collateral_Nothing.selector);
        engine.repay(id, 1);
    }

    /// @dev Somebody's unit before a payment neither reverts it nor leaves more debt than without it.
    function test_AUnitBeforeAPaymentUndoesNothing() public {
        uint256 id = open(alice, 30e18, 1_000e18);
        skip(20 days);
        backing.mint(bob, 1);
        repay(bob, id, 1);
        uint256 debt = debtOf(id);
        // All but a unit less than dust: it takes all but dust.
        uint256 paid = repay(alice, id, debt - DUST + 1);
        vm.assertEq(paid, debt - DUST);
        vm.assertGe(debtOf(id), DUST, "C4: dust is left");
        vm.assertLe(debtOf(id), DUST + 2, "C4: drift");
        backing.mint(alice, 1_000e18);
        repay(alice, id, NEVER);
        vm.assertEq(debtOf(id), 0);
    }

    /// @dev A debt of exactly dust is paid as a whole, or not at all. rules.md C4
    function test_OfDustNoPartIsTaken() public pure {
        vm.assertEq(CollateralMath.paymentOf(1, DUST, DUST), 0);
        vm.assertEq(CollateralMath.paymentOf(DUST - 1, DUST, DUST), 0);
        vm.assertEq(CollateralMath.paymentOf(DUST, DUST, DUST), DUST);
        vm.assertEq(CollateralMath.paymentOf(1, DUST - 1, DUST), 1);
    }

    function test_PaysWithNothing() public {
        uint256 id = open(alice, 30e18, 1_000e18);
        vm.expectRevert(Collateral_Nothing.selector);
        engine.repay(id, 0);
    }

    function test_WithdrawsToTheUnit() public {
        uint256 id = open(alice, 30e18, 1_000e18);
        skip(20 days);
        uint256 most = CollateralMath.maxWithdrawDown(debtOf(id), 30e18, PRICE, 2e18);
        vm.startPrank(alice);
        vm.expectPartialRevert(Collateral_NotCovered.selector);
        engine.withdraw(id, most + 1, alice);
        engine.withdraw(id, most, bob);
        vm.stopPrank();
        vm.assertEq(coin.balanceOf(bob), 1e9 * WAD + most);
        vm.assertEq(engine.held(), 30e18 - most);
    }

    function test_WithdrawsEverythingWithoutDebt() public {
        uint256 id = open(alice, 30e18, 0);
        vm.startPrank(alice);
        vm.expectRevert(abi.encodeWithSelector(Collateral_ExceedsCollateral.selector, 30e18 + 1, 30e18));
        engine.withdraw(id, 30e18 + 1, alice);
        engine.withdraw(id, 30e18, alice);
        vm.expectRevert(Collateral_Nothing.selector);
        engine.withdraw(id, 0, alice);
        vm.stopPrank();
        vm.assertEq(coin.balanceOf(alice), 1e9 * WAD);
    }

    function test_WithdrawsOnlyForTheOwner() public {
        uint256 id = open(alice, 30e18, 0);
        vm.startPrank(bob);
        vm.expectRevert(abi.encodeWithSelector(Collateral_NotOwner.selector, id, bob));
        engine.withdraw(id, 1, bob);
        vm.expectRevert(abi.encodeWithSelector(Collateral_NotOwner.selector, id, bob));
        engine.close(id, NEVER, bob);
        vm.stopPrank();
    }

    function test_RefusesRecipientsThatLose() public {
        uint256 id = open(alice, 30e18, 500e18);
        address[8] memory lost = [
            address(0),
            address(0xdead),
            address(engine),
            address(coin),
            address(tusdt),
            address(book),
            address(backing),
            address(usdc)
        ];
        vm.startPrank(alice);
        for (uint256 i = 0; i < lost.length; ++i) {
            bytes memory refused = abi.encodeWithSelector(Collateral_InvalidRecipient.selector, lost[i]);
            vm.expectRevert(refused);
            engine.withdraw(id, 1, lost[i]);
            vm.expectRevert(refused);
            engine.draw(id, 1, lost[i]);
            vm.expectRevert(refused);
            engine.close(id, NEVER, lost[i]);
        }
        vm.stopPrank();
    }

    function test_Closes() public {
        uint256 id = open(alice, 30e18, 1_000e18);
        skip(20 days);
        backing.mint(alice, 10e18);
        uint256 debt = debtOf(id);
        vm.startPrank(alice);
        vm.expectRevert(abi.encodeWithSelector(Collateral_DebtAboveMaximum.selector, debt, debt - 1));
        engine.close(id, debt - 1, alice);
        (uint256 paid, uint256 amount) = engine.close(id, debt, alice);
        vm.assertEq(paid, debt);
        vm.assertEq(amount, 30e18);
        vm.expectRevert(Collateral_Nothing.selector);
        engine.close(id, NEVER, alice);
        engine.deposit(id, 30e18);
        engine.draw(id, 500e18, alice);
        vm.stopPrank();
        vm.assertEq(view_(id).stored.principal, 500e18);
    }

    /// @dev Without debt, and without a price.
    function test_ClosesWithoutAPrice() public {
        uint256 id = open(alice, 30e18, 0);
        module.silence();
        vm.prank(alice);
        engine.close(id, 0, alice);
        vm.assertEq(engine.held(), 0);
    }

    function test_PauseStopsOnlyEntries() public {
        uint256 id = open(alice, 30e18, 1_000e18);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(VaultEngine.Collateral_NotPauser.selector, alice));
        engine.pause();
        vm.prank(pauser);
        engine.pause();
        vm.startPrank(alice);
        vm.expectRevert(Pausable.EnforcedPause.selector);
        engine.open(1e18, 0, alice);
        vm.expectRevert(Pausable.EnforcedPause.selector);
        engine.draw(id, 1e18, alice);
        engine.deposit(id, 1e18);
        engine.repay(id, 100e18);
        engine.withdraw(id, 1e18, alice);
        engine.assess(id);
        engine.refreshCeiling();
        vm.stopPrank();
        market(20e18);
        uint256 auctionId = liquidate(bob, id);
        backing.mint(carol, 2_000e18);
        take(carol, auctionId, NEVER);
        vm.expectRevert(abi.encodeWithSelector(VaultEngine.Collateral_NotPauser.selector, address(this)));
        engine.unpause();
        vm.prank(pauser);
        engine.unpause();
        open(alice, 1e18, 0);
    }

    /// @dev No live price: nothing that mints or leaves with debt; paying, adding and leaving without debt go on.
    function test_WithoutAPrice() public {
        uint256 id = open(alice, 30e18, 1_000e18);
        uint256 free = open(alice, 30e18, 0);
        module.silence();
        vm.startPrank(alice);
        vm.expectRevert(Collateral_NoPrice.selector);
        engine.draw(id, 1e18, alice);
        vm.expectRevert(Collateral_NoPrice.selector);
        engine.withdraw(id, 1, alice);
        engine.deposit(id, 1e18);
        engine.repay(id, 500e18);
        engine.withdraw(free, 30e18, alice);
        vm.stopPrank();
    }

    /// @dev The drift of a partial payment is a unit or two, never to the payer's advantage.
    function testFuzz_PaymentsNeverLower(uint256 drawn, uint256 time, uint256 amount) public {
        drawn = bound(drawn, DUST, 100_000e18);
        uint256 id = open(alice, 10_000e18, drawn);
        skip(bound(time, 0, 400 days));
        engine.drip();
        backing.mint(alice, 1e6 * WAD);
        uint256 debt = debtOf(id);
        uint256 supply = tusdt.totalSupply();
        amount = bound(amount, 1, debt + 1e18);
        if (CollateralMath.paymentOf(amount, debt, DUST) == 0) return;
        uint256 owed = book.books().principalOwed;
        uint256 paid = repay(alice, id, amount);
        vm.assertGe(debtOf(id), debt - paid, "C4: cleared more than paid");
        if (paid < debt) vm.assertLe(debtOf(id), debt - paid + 2, "C4: drift");
        else vm.assertEq(debtOf(id), 0);
        vm.assertEq(owed - book.books().principalOwed, supply - tusdt.totalSupply());
        vm.assertEq(book.books().surplus, paid - (supply - tusdt.totalSupply()));
    }
}
