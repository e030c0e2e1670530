// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Backstop_ExceedsTokenAmount, Backstop_ZeroAmount} from "../../src/backstop/BackstopErrors.sol";
import {Payer, Phase, ReleaseCause} from "../../src/backstop/BackstopTypes.sol";
import {Recipient} from "../../src/backstop/Recipient.sol";
import {SeriesBase} from "../../src/backstop/SeriesBase.sol";
import {SeriesLedger} from "../../src/backstop/SeriesLedger.sol";
import {SeriesTenor} from "../../src/backstop/SeriesTenor.sol";
import {Treasury} from "../../src/backstop/Treasury.sol";
import {IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {Pausable} from "@openzeppelin/contracts/utils/Pausable.sol";
import {WarrantNFT} from "../../src/backstop/WarrantNFT.sol";
import {Fixture} from "./Fixture.sol";

/// @title Exercises, conversions, early redemptions. rules.md B6
contract TenorTest is Fixture {
    function setUp() public override {
        super.setUp();
        open();
        stake(alice, 400_000 * USDT);
        subscribe(buyer, 320_000 * USDT);
        finalize();
    }

    function convert(uint256 amount) private returns (uint256) {
        uint256 id = noteId();
        vm.prank(buyer);
        return series.convert(id, amount);
    }

    /// @dev The buyer's only Note.
    function noteId() private view returns (uint256) {
        return note.tokenOfOwnerByIndex(buyer, 0);
    }

    function redeemEarly(uint256 amount, Payer payer) private {
        uint256 id = noteId();
        vm.prank(buyer);
        series.redeemEarly(id, amount, payer, carol);
    }

    function test_B6_ExercisePaysTheLedgerAndReleases() public {
        fundAndApprove(buyer, address(series), 50_000 * USDT);
        vm.expectEmit(address(series));
        emit SeriesTenor.WarrantExercised(buyer, 1, 50_000 * USDT, 100 * MSTR, 2);
        vm.expectEmit(address(series));
        emit SeriesBase.BackstopReleased(
            ReleaseCause.WarrantExercised, 320_000 * USDT, 270_000 * USDT, 320_000 * USDT, 50_000 * USDT
        );
        vm.prank(buyer);
        vm.assertEq(series.exercise(1, 50_000 * USDT), 100 * MSTR);
        vm.assertEq(mstr.balanceOf(buyer), 100 * MSTR);
        vm.assertEq(warrant.parOf(2), 270_000 * USDT);
        vm.assertEq(ledger.balanceUsdt(), 50_000 * USDT);
        vm.assertEq(usdt.balanceOf(address(ledger)), 50_000 * USDT);
        vm.assertEq(claimable(alice), 130_000 * USDT);
    }

    function test_B6_WholeExerciseBurnsTheWarrant() public {
        exercise(buyer, 1, 320_000 * USDT);
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721NonexistentToken.selector, 1));
        warrant.ownerOf(1);
        vm.assertEq(series.requiredUsdt(), 0);
    }

    function test_B6_U4_OnlyWhatArrivesIsExercised() public {
        usdt.setParams(10, 49);
        vm.assertEq(exercise(buyer, 1, 10_000 * USDT), 9990 * MSTR / 500);
        vm.assertEq(warrant.parOf(2), 310_010 * USDT);
        vm.assertEq(ledger.balanceUsdt(), 9990 * USDT);
    }

    function test_B6_ConversionLowersOutstanding() public {
        vm.expectEmit(address(series));
        emit SeriesTenor.NoteConverted(buyer, 1, 120_000 * USDT, 200 * MSTR, 2);
        vm.expectEmit(address(series));
        emit SeriesBase.BackstopReleased(ReleaseCause.NoteConverted, 320_000 * USDT, 200_000 * USDT, 200_000 * USDT, 0);
        vm.prank(buyer);
        vm.assertEq(series.convert(1, 120_000 * USDT), 200 * MSTR);
        vm.assertEq(mstr.balanceOf(buyer), 200 * MSTR);
        vm.assertEq(note.principalOf(2), 200_000 * USDT);
        vm.assertEq(claimable(alice), 200_000 * USDT);
    }

    function test_B6_ConversionRoundsMstrDown() public {
        vm.assertEq(convert(1), uint256(1e18) / 600e6);
    }

    function test_B6_TreasuryRedemptionReleases() public {
        treasury.setEarlyRedemptionBudget(address(series), 100_000 * USDT);
        vm.expectEmit(address(series));
        emit SeriesTenor.NoteRedeemedEarly(buyer, 1, Payer.Treasury, carol, 80_000 * USDT, 2);
        vm.expectEmit(address(series));
        emit SeriesBase.BackstopReleased(ReleaseCause.NoteRedeemed, 320_000 * USDT, 240_000 * USDT, 240_000 * USDT, 0);
        vm.prank(buyer);
        series.redeemEarly(1, 80_000 * USDT, Payer.Treasury, carol);
        vm.assertEq(usdt.balanceOf(carol), 80_000 * USDT);
        vm.assertEq(treasury.earlyRedemptionBudget(address(series)), 20_000 * USDT);
    }

    function test_B6_LedgerRedemptionReleasesNothing() public {
        exercise(buyer, 1, 50_000 * USDT);
        uint256 required = series.requiredUsdt();
        redeemEarly(30_000 * USDT, Payer.Ledger);
        vm.assertEq(series.requiredUsdt(), required);
        vm.assertEq(series.state().outstandingUsdt, 290_000 * USDT);
        vm.assertEq(ledger.balanceUsdt(), 20_000 * USDT);
        vm.assertEq(usdt.balanceOf(carol), 30_000 * USDT);
    }

    function test_B6_LedgerAboveOutstandingStaysInTheLedger() public {
        exercise(buyer, 1, 300_000 * USDT);
        convert(100_000 * USDT);
        vm.assertEq(series.requiredUsdt(), 0);
        settle();
        uint256 id = noteId();
        vm.prank(buyer);
        series.redeem(id, buyer);
        vm.assertEq(ledger.balanceUsdt(), 80_000 * USDT);
    }

    function test_B6_RevertWhen_LedgerShort() public {
        exercise(buyer, 1, 10);
        vm.expectRevert(abi.encodeWithSelector(SeriesLedger.Backstop_LedgerShort.selector, 11, 10));
        vm.prank(buyer);
        series.redeemEarly(1, 11, Payer.Ledger, carol);
    }

    function test_B6_RevertWhen_BudgetOrTreasuryShort() public {
        vm.expectRevert(abi.encodeWithSelector(Treasury.Backstop_ExceedsEarlyRedemptionBudget.selector, 1, 0));
        vm.prank(buyer);
        series.redeemEarly(1, 1, Payer.Treasury, carol);
        treasury.setEarlyRedemptionBudget(address(series), 320_000 * USDT);
        vm.expectRevert(
            abi.encodeWithSelector(Treasury.Backstop_TreasuryShort.selector, 288_001 * USDT, 288_000 * USDT)
        );
        vm.prank(buyer);
        series.redeemEarly(1, 288_001 * USDT, Payer.Treasury, carol);
    }

    function test_RevertWhen_NotTheOwner() public {
        bytes memory error_ = abi.encodeWithSelector(SeriesBase.Backstop_NotTokenOwner.selector, 1, stranger, buyer);
        vm.startPrank(stranger);
        vm.expectRevert(error_);
        series.exercise(1, 1);
        vm.expectRevert(error_);
        series.convert(1, 1);
        vm.expectRevert(error_);
        series.redeemEarly(1, 1, Payer.Ledger, stranger);
    }

    function test_RevertWhen_MoreThanTheTokenHas() public {
        bytes memory error_ =
            abi.encodeWithSelector(Backstop_ExceedsTokenAmount.selector, 1, 320_000 * USDT + 1, 320_000 * USDT);
        fundAndApprove(buyer, address(series), 320_000 * USDT + 1);
        vm.startPrank(buyer);
        vm.expectRevert(error_);
        series.exercise(1, 320_000 * USDT + 1);
        vm.expectRevert(error_);
        series.convert(1, 320_000 * USDT + 1);
        vm.expectRevert(error_);
        series.redeemEarly(1, 320_000 * USDT + 1, Payer.Treasury, buyer);
    }

    function test_RevertWhen_ZeroAmountOrRecipient() public {
        vm.startPrank(buyer);
        vm.expectRevert(Backstop_ZeroAmount.selector);
        series.exercise(1, 0);
        vm.expectRevert(Backstop_ZeroAmount.selector);
        series.convert(1, 0);
        vm.expectRevert(Backstop_ZeroAmount.selector);
        series.redeemEarly(1, 0, Payer.Ledger, buyer);
        vm.expectRevert(abi.encodeWithSelector(Recipient.Backstop_InvalidRecipient.selector, address(0)));
        series.redeemEarly(1, 1, Payer.Ledger, address(0));
    }

    function test_RevertWhen_NotInTenor() public {
        vm.warp(terms.maturity);
        expectNotInTenor(Phase.Matured);
        series.settle();
        expectNotInTenor(Phase.Settled);
        terms.name = "Series B";
        terms.stakingOpen = uint64(START + 200 days);
        terms.stakingClose = uint64(START + 201 days);
        terms.saleOpen = uint64(START + 201 days);
        terms.saleClose = uint64(START + 202 days);
        terms.maturity = uint64(START + 203 days);
        open();
        expectNotInTenor(Phase.Announced);
    }

    function expectNotInTenor(Phase phase) private {
        bytes memory error_ =
            abi.encodeWithSelector(SeriesTenor.Backstop_NotInTenor.selector, phase, terms.maturity, block.timestamp);
        vm.startPrank(buyer);
        vm.expectRevert(error_);
        series.exercise(1, 1);
        vm.expectRevert(error_);
        series.convert(1, 1);
        vm.expectRevert(error_);
        series.redeemEarly(1, 1, Payer.Ledger, buyer);
        vm.stopPrank();
    }

    function test_PauseStopsExerciseNeverExits() public {
        exercise(buyer, 1, 1000 * USDT);
        treasury.setEarlyRedemptionBudget(address(series), 1000 * USDT);
        series.pause();
        vm.expectRevert(Pausable.EnforcedPause.selector);
        series.exercise(1, 1);
        convert(1000 * USDT);
        redeemEarly(1000 * USDT, Payer.Ledger);
        redeemEarly(1000 * USDT, Payer.Treasury);
        vm.prank(alice);
        pool.claim(alice);
        settle();
        uint256 id = noteId();
        vm.prank(buyer);
        series.redeem(id, buyer);
        vm.prank(alice);
        pool.claim(alice);
    }

    /// @dev Who buys a listed Note or Warrant gets what its id says, or the purchase fails. rules.md B19
    function test_B19_NoTokenShrinksUnderItsId() public {
        bytes memory gone = abi.encodeWithSelector(IERC721Errors.ERC721NonexistentToken.selector, 1);
        vm.startPrank(buyer);
        note.approve(carol, 1);
        warrant.approve(carol, 1);
        series.convert(1, 320_000 * USDT - 1);
        vm.stopPrank();
        exercise(buyer, 1, 320_000 * USDT - 1);
        vm.startPrank(carol);
        vm.expectRevert(gone);
        note.transferFrom(buyer, carol, 1);
        vm.expectRevert(gone);
        warrant.transferFrom(buyer, carol, 1);
        vm.stopPrank();
        vm.assertEq(note.ownerOf(2), buyer);
        vm.assertEq(note.principalOf(2), 1);
        vm.assertEq(warrant.ownerOf(2), buyer);
        vm.assertEq(warrant.parOf(2), 1);
    }

    function test_B10_B19_SplitMakesTwoWarrants() public {
        vm.expectEmit(address(warrant));
        emit WarrantNFT.WarrantSplit(buyer, 1, 2, 3, 20_000 * USDT, 300_000 * USDT);
        vm.prank(buyer);
        (uint256 partId, uint256 restId) = warrant.split(1, 20_000 * USDT);
        vm.assertEq(partId, 2);
        vm.assertEq(restId, 3);
        vm.assertEq(warrant.balanceOf(buyer), 2);
        vm.assertEq(warrant.parOf(2), 20_000 * USDT);
        vm.assertEq(warrant.parOf(3), 300_000 * USDT);
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721NonexistentToken.selector, 1));
        warrant.parOf(1);
        exercise(buyer, 2, 20_000 * USDT);
        vm.assertEq(ledger.balanceUsdt(), 20_000 * USDT);
    }

    function test_RevertWhen_SplitByAnotherOrIntoNothing() public {
        vm.prank(carol);
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721IncorrectOwner.selector, carol, 1, buyer));
        warrant.split(1, 1);
        vm.startPrank(buyer);
        uint256[2] memory wrong = [0, 320_000 * USDT];
        for (uint256 i = 0; i < 2; ++i) {
            vm.expectRevert(abi.encodeWithSelector(WarrantNFT.Backstop_NotAPart.selector, 1, wrong[i], 320_000 * USDT));
            warrant.split(1, wrong[i]);
        }
        warrant.split(1, 320_000 * USDT - 1);
    }

    function test_NoteMovesWithItsClaim() public {
        vm.startPrank(buyer);
        note.transferFrom(buyer, carol, 1);
        vm.expectRevert(abi.encodeWithSelector(SeriesBase.Backstop_NotTokenOwner.selector, 1, buyer, carol));
        series.convert(1, 1);
        vm.stopPrank();
        vm.prank(carol);
        series.convert(1, 600 * USDT);
        vm.assertEq(mstr.balanceOf(carol), 1 * MSTR);
    }

    /// @dev R = min(R before, ceil(max(0, O - L) * coverage)) after any mix of actions.
    function testFuzz_B6_RequiredFollowsUncoveredPrincipal(uint256 exercised, uint256 converted, uint256 redeemed)
        public
    {
        exercised = bound(exercised, 1, 320_000 * USDT);
        converted = bound(converted, 1, 320_000 * USDT - 1);
        exercise(buyer, 1, exercised);
        convert(converted);
        uint256 outstanding = 320_000 * USDT - converted;
        uint256 uncovered = outstanding > exercised ? outstanding - exercised : 0;
        vm.assertEq(series.requiredUsdt(), uncovered);
        uint256 most = outstanding < exercised ? outstanding : exercised;
        redeemEarly(bound(redeemed, 1, most), Payer.Ledger);
        vm.assertEq(series.requiredUsdt(), uncovered);
        vm.assertEq(claimable(alice), 400_000 * USDT - uncovered);
    }
}
