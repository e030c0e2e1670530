// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {CollateralMath} from "../../src/collateral/CollateralMath.sol";
import {Collateral_TooManyDates} from "../../src/collateral/VaultErrors.sol";
import {Movement} from "../../src/collateral/TusdtLedger.sol";
import {VaultRate} from "../../src/collateral/VaultRate.sol";
import {DueDate, VaultKey, VaultView} from "../../src/collateral/VaultTypes.sol";
import {VaultEngine} from "../../src/collateral/VaultEngine.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {VaultFixture} from "./VaultFixture.sol";

/// @title The rate, due dates and late fees. rules.md C4, C13
contract VaultDatesTest is VaultFixture {
    function test_TheRateGrowsBySeconds() public {
        skip(8 days);
        engine.drip();
        vm.assertEq(type_().rate, grown(9 days));
        // In the same second nothing more.
        vm.assertTrue(engine.drip());
        vm.assertEq(type_().rate, grown(9 days));
    }

    /// @dev A date's rate is that of its own second, whenever it is stored.
    function test_StoresTheRateOfEachDate() public {
        skipTo(2, 5 days);
        (DueDate memory unstored,) = engine.dueDate(1);
        engine.drip();
        uint256 rate = CollateralMath.RAY;
        uint256 last = START;
        for (uint256 i = 0; i < 3; ++i) {
            (DueDate memory date, uint256 dueAt) = engine.dueDate(i);
            vm.assertEq(dueAt, START + 10 days + i * PERIOD);
            rate = CollateralMath.rateAfter(rate, FEE_RAY, dueAt - last);
            last = dueAt;
            vm.assertEq(date.rate, rate);
            vm.assertEq(date.lateBps, 500);
            vm.assertEq(date.graceSeconds, 7 days);
            if (i == 1) vm.assertEq(unstored.rate, rate);
        }
        vm.assertEq(type_().nextDueAt, START + 10 days + 3 * PERIOD);
        vm.expectRevert(abi.encodeWithSignature("Panic(uint256)", 0x32));
        engine.dueDate(3);
    }

    /// @dev The date's own second belongs to it.
    function test_ADateBeginsWithItsSecond() public {
        uint256 id = open(alice, 30e18, 1_000e18);
        skip(9 days - 1);
        vm.assertEq(view_(id).stored.nextDate, 0);
        vm.assertEq(view_(id).nextDueAt, START + 10 days);
        skip(1);
        VaultView memory v = view_(id);
        vm.assertEq(v.stored.nextDate, 1);
        vm.assertEq(v.stored.due, v.interest);
        vm.assertEq(v.graceEndsAt, START + 17 days);
        vm.assertEq(v.nextDueAt, START + 40 days);
    }

    function test_AMissedDateCostsOnce() public {
        uint256 id = open(alice, 30e18, 1_000e18);
        skipTo(0, 0);
        uint256 due = view_(id).interest;
        skip(7 days - 1);
        engine.assess(id);
        vm.assertEq(view_(id).stored.late, 0);
        skip(1);
        uint256 fee = CollateralMath.lateFeeUp(due, 500);
        vm.assertEq(view_(id).stored.late, fee);
        for (uint256 i = 0; i < 3; ++i) {
            engine.assess(id);
            skip(1 days);
        }
        vm.assertEq(view_(id).stored.late, fee);
        vm.assertEq(view_(id).stored.due, 0);
    }

    /// @dev Late fees bear no interest.
    function test_LateFeesBearNoInterest() public {
        uint256 id = open(alice, 30e18, 1_000e18);
        skipTo(0, 8 days);
        uint256 late = view_(id).stored.late;
        skip(15 days);
        VaultView memory v = view_(id);
        vm.assertEq(v.stored.late, late);
        vm.assertEq(v.debt, CollateralMath.debtUp(v.stored.art, v.rate) + late);
    }

    /// @dev What was paid between the date and the end of its grace time costs nothing; what was not does.
    function test_PartOfTheInterestInTime() public {
        uint256 id = open(alice, 30e18, 1_000e18);
        skipTo(0, 3 days);
        uint256 due = view_(id).stored.due;
        repay(alice, id, due / 3);
        vm.assertEq(view_(id).stored.due, due - due / 3);
        skipTo(0, 7 days);
        vm.assertEq(view_(id).stored.late, CollateralMath.lateFeeUp(due - due / 3, 500));
    }

    function test_InterestInTimeCostsNothing() public {
        uint256 id = open(alice, 30e18, 1_000e18);
        skipTo(0, 7 days - 1);
        repay(alice, id, view_(id).stored.due);
        skipTo(0, 20 days);
        engine.assess(id);
        vm.assertEq(view_(id).stored.late, 0);
    }

    /// @dev All interest unpaid at each date: the first date's counts again at the second.
    function test_EachMissedDateCounts() public {
        uint256 id = open(alice, 30e18, 1_000e18);
        uint256 art = view_(id).stored.art;
        skipTo(1, 7 days);
        (DueDate memory zero,) = engine.dueDate(0);
        (DueDate memory one,) = engine.dueDate(1);
        uint256 fees = CollateralMath.lateFeeUp(CollateralMath.debtUp(art, zero.rate) - 1_000e18, 500)
            + CollateralMath.lateFeeUp(CollateralMath.debtUp(art, one.rate) - 1_000e18, 500);
        vm.assertEq(view_(id).stored.late, fees);
        engine.assess(id);
        vm.assertEq(view_(id).stored.late, fees);
        vm.assertEq(type_().totals.late, fees);
    }

    /// @dev Rarely or often touched, the same fees: a stored date is looked at only once.
    function testFuzz_WhenItIsAssessedMakesNoDifference(uint256 steps) public {
        uint256 id = open(alice, 30e18, 1_000e18);
        uint256 other = open(bob, 30e18, 1_000e18);
        for (uint256 i = 0; i < 12; ++i) {
            skip(1 + (steps >> (i * 20)) % 15 days);
            if ((steps >> i) % 2 == 0) engine.drip();
            engine.assess(id);
        }
        vm.assertEq(view_(id).stored.late, view_(other).stored.late);
        vm.assertEq(view_(id).debt, view_(other).debt);
        engine.assess(other);
        vm.assertEq(view_(id).stored.late, view_(other).stored.late);
    }

    /// @dev The attack: interest is paid from a second address once the grace time is over, before anybody assesses.
    function test_NobodyPaysPastALateFee() public {
        uint256 id = open(alice, 30e18, 1_000e18);
        skipTo(0, 0);
        uint256 due = view_(id).interest;
        skip(8 days);
        uint256 fee = CollateralMath.lateFeeUp(due, 500);
        backing.mint(bob, 100e18);
        repay(bob, id, due);
        // The payment cleared the fee first.
        VaultView memory v = view_(id);
        vm.assertEq(v.stored.late, 0);
        vm.assertGe(v.interest, fee, "C13: dodged");
        vm.assertEq(book.totalOf(Movement.LateFee), fee);
    }

    /// @dev Nor does another action pass it.
    function test_EveryActionAssesses() public {
        uint256 id = open(alice, 60e18, 1_000e18);
        skipTo(0, 8 days);
        uint256 late = view_(id).stored.late;
        uint256 snapshot = vm.snapshotState();
        vm.prank(bob);
        engine.deposit(id, 1);
        vm.assertEq(type_().totals.late, late);
        vm.revertToState(snapshot);
        vm.prank(alice);
        engine.draw(id, 1e18, alice);
        vm.assertEq(type_().totals.late, late);
        vm.revertToState(snapshot);
        vm.prank(alice);
        engine.withdraw(id, 1, alice);
        vm.assertEq(type_().totals.late, late);
        vm.revertToState(snapshot);
        backing.mint(alice, 100e18);
        vm.prank(alice);
        (uint256 paid,) = engine.close(id, NEVER, alice);
        vm.assertGt(paid, 1_000e18 + late, "C13: closed without the late fee");
        vm.revertToState(snapshot);
        module.set(20e18);
        uint256 auctionId = liquidate(bob, id);
        vm.assertEq(status(auctionId).stored.late, late);
    }

    /// @dev A vault without debt has nothing to pay, and a debt drawn after a date is none of that date's.
    function test_WithoutDebtDatesPass() public {
        uint256 id = open(alice, 60e18, 0);
        skipTo(2, 0);
        vm.prank(alice);
        engine.draw(id, 1_000e18, alice);
        vm.assertEq(view_(id).stored.nextDate, 3);
        vm.assertEq(view_(id).stored.due, 0);
        skip(20 days);
        engine.assess(id);
        vm.assertEq(view_(id).stored.late, 0);
        backing.mint(alice, 100e18);
        repay(alice, id, NEVER);
        skipTo(20, 0);
        vm.assertEq(view_(id).debt, 0);
    }

    /// @dev What a date costs was known on that day: a later change is none of its business.
    function test_AChangeIsNotForDatesThatHavePassed() public {
        uint256 id = open(alice, 30e18, 1_000e18);
        skipTo(0, 0);
        uint256 due = view_(id).interest;
        change(VaultKey.LateBps, 2_000);
        change(VaultKey.GraceSeconds, 1 days);
        vm.assertEq(view_(id).stored.late, 0);
        skipTo(0, 7 days);
        vm.assertEq(view_(id).stored.late, CollateralMath.lateFeeUp(due, 500));
        skipTo(1, 1 days - 1);
        vm.assertEq(view_(id).stored.late, CollateralMath.lateFeeUp(due, 500));
        due = view_(id).stored.due;
        skipTo(1, 1 days);
        VaultView memory v = view_(id);
        vm.assertGt(v.stored.late, CollateralMath.lateFeeUp(due, 2_000), "C13: the new fee");
    }

    /// @dev A fee that is raised is not charged for the time before: applying it drips first.
    function test_ANewFeeBeginsWhenItIsApplied() public {
        skip(8 days);
        change(VaultKey.FeeRay, CollateralMath.RAY);
        uint256 rate = type_().rate;
        vm.assertEq(rate, CollateralMath.rateAfter(grown(10 days), FEE_RAY, 1 days));
        skip(100 days);
        vm.assertEq(type_().rate, rate);
    }

    /// @dev Years without a touch: the work is done in parts, by anyone, and comes to the same.
    function test_YearsWithoutATouch() public {
        uint256 id = open(alice, 3_000e18, 1_000e18);
        skip(125 * PERIOD);
        uint256 late = view_(id).stored.late;
        uint256 debt = debtOf(id);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(Collateral_TooManyDates.selector, 120));
        engine.withdraw(id, 1, alice);
        vm.expectRevert(abi.encodeWithSelector(Collateral_TooManyDates.selector, 120));
        engine.assess(id);
        vm.assertFalse(engine.drip());
        vm.assertEq(debtOf(id), debt);
        vm.assertTrue(engine.drip());
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(Collateral_TooManyDates.selector, 120));
        engine.repay(id, 1e18);
        vm.assertFalse(engine.assess(id));
        vm.assertEq(view_(id).stored.late, late);
        vm.assertTrue(engine.assess(id));
        vm.assertEq(view_(id).stored.late, late);
        vm.assertEq(type_().totals.late, late);
        vm.assertEq(debtOf(id), debt);
        backing.mint(alice, 1e6 * WAD);
        vm.prank(alice);
        (uint256 paid,) = engine.close(id, NEVER, alice);
        vm.assertEq(paid, debt);
    }

    /// @dev Exactly as many dates as one transaction holds.
    function test_TenYearsAtOnce() public {
        uint256 id = open(alice, 3_000e18, 1_000e18);
        skipTo(119, 8 days);
        vm.prank(alice);
        engine.withdraw(id, 1, alice);
        vm.assertEq(view_(id).stored.nextDate, 120);
    }

    function test_APendingChangeWaitsForTheDrip() public {
        engine.propose(uint256(VaultKey.FeeRay), CollateralMath.RAY);
        skip(125 * PERIOD);
        vm.expectRevert(abi.encodeWithSelector(Collateral_TooManyDates.selector, 120));
        engine.applyChange(uint256(VaultKey.FeeRay));
    }

    function test_TheFirstDateIsSoon() public {
        vm.expectRevert(abi.encodeWithSelector(VaultRate.Collateral_NoFirstDate.selector, block.timestamp));
        this.deploy(block.timestamp);
    }

    function test_TheFirstDateIsNotLate() public {
        this.deploy(block.timestamp + PERIOD);
        vm.expectRevert(abi.encodeWithSelector(VaultRate.Collateral_NoFirstDate.selector, block.timestamp + PERIOD + 1));
        this.deploy(block.timestamp + PERIOD + 1);
    }

    function deploy(uint256 firstDueAt) external {
        new VaultEngine(book, IERC20(coin), address(this), 2 days, firstDueAt, first());
    }
}
