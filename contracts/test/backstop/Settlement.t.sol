// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Backstop_ZeroAmount} from "../../src/backstop/BackstopErrors.sol";
import {BackstopPool} from "../../src/backstop/BackstopPool.sol";
import {PAYEE_ROLE} from "../../src/backstop/BackstopRoles.sol";
import {MakeWholeOrder, PayoutAsset, ReleaseCause, SettlementResult} from "../../src/backstop/BackstopTypes.sol";
import {Recipient} from "../../src/backstop/Recipient.sol";
import {SeriesBase} from "../../src/backstop/SeriesBase.sol";
import {SeriesSale} from "../../src/backstop/SeriesSale.sol";
import {SeriesSettlement} from "../../src/backstop/SeriesSettlement.sol";
import {Treasury} from "../../src/backstop/Treasury.sol";
import {IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {TwapOracle} from "../../src/backstop/TwapOracle.sol";
import {Fixture} from "./Fixture.sol";

/// @title Settlement, compensation, repayment. rules.md B11-B13
/// @dev 400,000 staked (Alice 3/4, Bob 1/4), 320,000 sold, 220,000 exercised: U = 100,000. 125 MSTR in reserve, worth
/// 50,000 at 400; so 0.5 BTC are missing.
contract SettlementTest is Fixture {
    function prepare(MakeWholeOrder order) private {
        terms.makeWholeOrder = order;
        open();
        stake(alice, 300_000 * USDT);
        stake(bob, 100_000 * USDT);
        subscribe(buyer, 320_000 * USDT);
        finalize();
        exercise(buyer, 1, 220_000 * USDT);
    }

    function settleAndFix() private {
        vm.warp(terms.maturity);
        series.settle();
        recordPrices(terms.maturity);
        series.fixCompensation();
    }

    function fundSeries(uint256 amount) private {
        btc.faucet(stranger, amount);
        vm.startPrank(stranger);
        btc.approve(address(series), amount);
        series.fundSeriesBtc(amount);
        vm.stopPrank();
    }

    function redeem(uint256 noteId) private returns (uint256) {
        vm.prank(buyer);
        return series.redeem(noteId, buyer);
    }

    function claimCompensation(address staker) private returns (uint256 mstrAmount, uint256 btcAmount) {
        vm.prank(staker);
        return pool.claimCompensation(staker);
    }

    function test_B11_B12_B13_SettlesOnceByAnyone() public {
        prepare(MakeWholeOrder.SeriesFirst);
        btc.faucet(address(treasury), 1 * BTC);
        vm.warp(terms.maturity);
        SettlementResult memory expected = SettlementResult({
            settledAt: terms.maturity,
            fixedAt: terms.maturity + 1,
            outstandingUsdt: 320_000 * USDT,
            fromLedgerUsdt: 220_000 * USDT,
            usedUsdt: 100_000 * USDT,
            mstrPriceUsdt: 400 * USDT,
            btcPriceUsdt: 100_000 * USDT,
            targetUsdt: 100_000 * USDT,
            mstrPaid: 125 * MSTR,
            mstrBurnt: 0,
            btcOwed: 0.5e8,
            btcFunded: 0
        });
        vm.expectEmit(address(series));
        emit SeriesSettlement.Settled(320_000 * USDT, 220_000 * USDT, 100_000 * USDT);
        vm.startPrank(stranger);
        series.settle();
        vm.expectRevert(SeriesSettlement.Backstop_CompensationNotFixed.selector);
        series.fundMakeWhole();
        vm.expectRevert(abi.encodeWithSelector(TwapOracle.Backstop_PriceNotRecorded.selector, terms.maturity, 24 hours));
        series.fixCompensation();
        recordPrices(terms.maturity);
        vm.warp(terms.maturity + 1);
        vm.expectEmit(address(series));
        emit SeriesSettlement.CompensationFixed(expected);
        series.fixCompensation();
        vm.assertEq(abi.encode(series.settlement()), abi.encode(expected));
        vm.expectEmit(address(series));
        emit SeriesSettlement.MakeWholeFunded(0.5e8, 0.5e8, 0.5e8);
        vm.assertEq(series.fundMakeWhole(), 0.5e8);
        vm.expectRevert(
            abi.encodeWithSelector(SeriesSettlement.Backstop_CompensationFixed.selector, terms.maturity + 1)
        );
        series.fixCompensation();
        vm.stopPrank();
        vm.assertEq(series.requiredUsdt(), 100_000 * USDT);
        vm.assertEq(series.state().mstrReserved, 0);
        vm.assertEq(mstr.reservedSupply(), 0);
        vm.expectRevert(abi.encodeWithSelector(SeriesBase.Backstop_AlreadySettled.selector, terms.maturity));
        series.settle();
    }

    function test_B11_ReleasesAllButTheUsed() public {
        terms.coverageBps = 12_500;
        prepare(MakeWholeOrder.SeriesFirst);
        vm.assertEq(series.requiredUsdt(), 125_000 * USDT);
        vm.warp(terms.maturity);
        vm.expectEmit(address(series));
        emit SeriesBase.BackstopReleased(
            ReleaseCause.Settled, 125_000 * USDT, 100_000 * USDT, 320_000 * USDT, 220_000 * USDT
        );
        series.settle();
        vm.assertEq(claimable(alice), 225_000 * USDT);
    }

    function test_RevertWhen_SettledTooEarly() public {
        open();
        stake(alice, 200_000 * USDT);
        vm.expectRevert(SeriesBase.Backstop_SaleNotFinalized.selector);
        series.settle();
        finalize();
        vm.warp(terms.maturity - 1);
        vm.expectRevert(
            abi.encodeWithSelector(SeriesSettlement.Backstop_NotMatured.selector, terms.maturity, terms.maturity - 1)
        );
        series.settle();
    }

    /// @dev However late somebody settles, the prices are those of the day before maturity.
    function test_B13_LateSettlementUsesThePricesOfMaturity() public {
        prepare(MakeWholeOrder.SeriesFirst);
        vm.warp(terms.maturity - 6 hours);
        setPrices(800, 50_000);
        vm.warp(terms.maturity);
        setPrices(1, 1);
        vm.warp(terms.maturity + 30 days);
        series.settle();
        compensate();
        vm.assertEq(series.settlement().mstrPriceUsdt, 500 * USDT);
        vm.assertEq(series.settlement().btcPriceUsdt, 87_500 * USDT);
    }

    function test_B12_NothingUsedBurnsTheReserveAndReturnsTheBtc() public {
        prepare(MakeWholeOrder.SeriesFirst);
        exercise(buyer, 2, 100_000 * USDT);
        fundSeries(3 * BTC);
        settleAndFix();
        vm.expectEmit(address(series));
        emit SeriesSettlement.SeriesBtcReturned(3 * BTC);
        series.returnSeriesBtc();
        SettlementResult memory result = series.settlement();
        vm.assertEq(result.usedUsdt, 0);
        vm.assertEq(result.mstrBurnt, 125 * MSTR);
        vm.assertEq(result.btcOwed, 0);
        vm.assertEq(mstr.balanceOf(address(series)), 0);
        vm.assertEq(btc.balanceOf(address(treasury)), 3 * BTC);
        vm.expectRevert(BackstopPool.Backstop_NothingToClaim.selector);
        claimCompensation(alice);
        vm.expectRevert(SeriesSettlement.Backstop_MakeWholeFullyFunded.selector);
        series.fundMakeWhole();
    }

    function test_B13_RichReservePaysMstrRoundedUpAndBurnsTheRest() public {
        prepare(MakeWholeOrder.SeriesFirst);
        vm.warp(terms.maturity - 1 days);
        setPrices(1700, 100_000);
        settle();
        SettlementResult memory result = series.settlement();
        vm.assertEq(result.mstrPaid, uint256(100_000 * MSTR) / 1700 + 1);
        vm.assertEq(result.mstrBurnt, 125 * MSTR - result.mstrPaid);
        vm.assertEq(result.btcOwed, 0);
        (uint256 mstrAmount,) = claimCompensation(alice);
        vm.assertEq(mstrAmount, result.mstrPaid * 3 / 4);
    }

    function test_B8_B13_StakersArePaidByShares() public {
        prepare(MakeWholeOrder.SeriesFirst);
        btc.faucet(address(treasury), 1 * BTC);
        vm.prank(alice);
        pool.claim(alice);
        settle();
        vm.expectEmit(address(pool));
        emit BackstopPool.CompensationClaimed(alice, alice, 93.75e18, 0.375e8);
        claimCompensation(alice);
        (uint256 mstrAmount, uint256 btcAmount) = claimCompensation(bob);
        vm.assertEq(mstrAmount, 31.25e18);
        vm.assertEq(btcAmount, 0.125e8);
        vm.assertEq(mstr.balanceOf(bob), 31.25e18);
        vm.assertEq(btc.balanceOf(bob), 0.125e8);
        vm.assertEq(pool.position(bob).btcClaimed, 0.125e8);
        vm.expectRevert(BackstopPool.Backstop_NothingToClaim.selector);
        claimCompensation(alice);
    }

    function test_B13_SeriesFirst() public {
        prepare(MakeWholeOrder.SeriesFirst);
        btc.faucet(address(treasury), 1 * BTC);
        fundSeries(0.7e8);
        settleAndFix();
        series.fundMakeWhole();
        vm.expectEmit(address(series));
        emit SeriesSettlement.SeriesBtcReturned(0.2e8);
        series.returnSeriesBtc();
        vm.assertEq(btc.balanceOf(address(pool)), 0.5e8);
        vm.assertEq(btc.balanceOf(address(treasury)), 1.2e8);
        vm.assertEq(series.state().seriesBtc, 0);
    }

    function test_B13_SeriesFirstThenTreasury() public {
        prepare(MakeWholeOrder.SeriesFirst);
        btc.faucet(address(treasury), 1 * BTC);
        fundSeries(0.2e8);
        settleAndFix();
        vm.expectEmit(address(treasury));
        emit Treasury.Paid(address(series), btc, address(pool), 0.3e8);
        series.fundMakeWhole();
        vm.assertEq(btc.balanceOf(address(pool)), 0.5e8);
        vm.assertEq(btc.balanceOf(address(treasury)), 0.7e8);
    }

    function test_B13_TreasuryFirst() public {
        prepare(MakeWholeOrder.TreasuryFirst);
        btc.faucet(address(treasury), 0.4e8);
        fundSeries(0.2e8);
        settleAndFix();
        vm.expectEmit(address(treasury));
        emit Treasury.Paid(address(series), btc, address(pool), 0.4e8);
        series.fundMakeWhole();
        vm.expectEmit(address(series));
        emit SeriesSettlement.SeriesBtcReturned(0.1e8);
        series.returnSeriesBtc();
        vm.assertEq(btc.balanceOf(address(pool)), 0.5e8);
        vm.assertEq(btc.balanceOf(address(treasury)), 0.1e8);
        vm.assertEq(btc.balanceOf(address(series)), 0);
    }

    function test_B13_ShortSourcesPayProRataAndTheRestStaysOwed() public {
        MakeWholeOrder[2] memory orders = [MakeWholeOrder.SeriesFirst, MakeWholeOrder.TreasuryFirst];
        uint256 start = vm.snapshotState();
        for (uint256 i = 0; i < 2; ++i) {
            prepare(orders[i]);
            btc.faucet(address(treasury), 0.1e8);
            fundSeries(0.2e8);
            settle();
            vm.assertEq(series.settlement().btcFunded, 0.3e8);
            (, uint256 btcAmount) = claimCompensation(alice);
            vm.assertEq(btcAmount, 0.225e8);
            vm.expectRevert(SeriesSale.Backstop_TreasuryEmpty.selector);
            series.fundMakeWhole();
            btc.faucet(address(treasury), 0.15e8);
            vm.expectEmit(address(series));
            emit SeriesSettlement.MakeWholeFunded(0.15e8, 0.45e8, 0.5e8);
            vm.assertEq(series.fundMakeWhole(), 0.15e8);
            btc.faucet(address(treasury), 9 * BTC);
            vm.assertEq(series.fundMakeWhole(), 0.05e8);
            (, btcAmount) = claimCompensation(alice);
            vm.assertEq(btcAmount, 0.375e8 - 0.225e8);
            (, btcAmount) = claimCompensation(bob);
            vm.assertEq(btcAmount, 0.125e8);
            vm.expectRevert(SeriesSettlement.Backstop_MakeWholeFullyFunded.selector);
            series.fundMakeWhole();
            vm.revertToState(start);
        }
    }

    function test_B13_SeriesBtcIsTakenBetweenFinalizationAndSettlement() public {
        prepare(MakeWholeOrder.SeriesFirst);
        btc.faucet(stranger, 5);
        vm.startPrank(stranger);
        btc.approve(address(series), 5);
        vm.expectRevert(Backstop_ZeroAmount.selector);
        series.fundSeriesBtc(0);
        vm.expectEmit(address(series));
        emit SeriesSettlement.SeriesBtcFunded(stranger, 5, 5);
        series.fundSeriesBtc(5);
        vm.stopPrank();
        settle();
        vm.expectRevert(abi.encodeWithSelector(SeriesBase.Backstop_AlreadySettled.selector, terms.maturity));
        series.fundSeriesBtc(5);
    }

    function test_B11_NotesArePaidByTheLedgerFirstThenByThePool() public {
        prepare(MakeWholeOrder.SeriesFirst);
        settle();
        vm.expectEmit(address(series));
        emit SeriesSettlement.NoteRedeemed(buyer, 1, buyer, 320_000 * USDT, 220_000 * USDT);
        vm.assertEq(redeem(1), 320_000 * USDT);
        vm.assertEq(usdt.balanceOf(buyer), 320_000 * USDT);
        vm.assertEq(ledger.balanceUsdt(), 0);
        vm.assertEq(series.state().outstandingUsdt, 0);
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721NonexistentToken.selector, 1));
        redeem(1);
    }

    function test_RevertWhen_RedeemedEarlyOrByAnother() public {
        prepare(MakeWholeOrder.SeriesFirst);
        vm.expectRevert(SeriesSettlement.Backstop_NotSettled.selector);
        redeem(1);
        vm.expectRevert(SeriesSettlement.Backstop_NotSettled.selector);
        series.fundMakeWhole();
        settle();
        vm.expectRevert(abi.encodeWithSelector(SeriesBase.Backstop_NotTokenOwner.selector, 1, address(this), buyer));
        series.redeem(1, address(this));
        vm.expectRevert(abi.encodeWithSelector(Recipient.Backstop_InvalidRecipient.selector, address(series)));
        series.redeem(1, address(series));
    }

    /// @dev Recipients bear the fee, so the last Note and the last staker are paid as exactly as the first.
    function test_B11_B15_U4_SolventToTheLastUnitWithATransferFee() public {
        usdt.setParams(19, 49);
        open();
        stake(alice, 300_000 * USDT);
        stake(bob, 100_001 * USDT);
        subscribe(buyer, 123_456 * USDT);
        subscribe(buyer, 200_000 * USDT);
        finalize();
        exercise(buyer, 1, 77_777 * USDT);
        settle();
        redeem(2);
        redeem(1);
        vm.prank(bob);
        pool.claim(bob);
        vm.prank(alice);
        pool.claim(alice);
        vm.assertEq(usdt.balanceOf(address(ledger)), 0);
        vm.assertLe(usdt.balanceOf(address(pool)), 2, "B15: dust of the release and of the upfront share");
    }

    function test_B11_ReleasedButUnclaimedIsNeverDrawn() public {
        prepare(MakeWholeOrder.SeriesFirst);
        uint256 before = claimable(alice);
        settle();
        redeem(1);
        vm.assertEq(claimable(alice), before);
        vm.prank(alice);
        pool.withdraw(before, alice);
    }

    function test_SettlementMovesNoUsdt() public {
        prepare(MakeWholeOrder.SeriesFirst);
        usdt.pause();
        settle();
        usdt.unpause();
        redeem(1);
    }

    /// @dev BTC paused, the treasury's and MSTR's roles revoked, no price: Notes and stakers still get their USDT.
    function test_B18_ExitsNeedNothingButUsdt() public {
        PayoutAsset[3] memory assets = [PayoutAsset.Btc, PayoutAsset.Usdt, PayoutAsset.Mstr];
        uint256 start = vm.snapshotState();
        for (uint256 i = 0; i < 3; ++i) {
            terms.upfrontAsset = assets[i];
            open();
            stake(alice, 300_000 * USDT);
            stake(bob, 100_000 * USDT);
            subscribe(buyer, 320_000 * USDT);
            vm.warp(terms.saleClose);
            bytes memory working = address(mstr).code;
            breakAllButUsdt();
            series.finalizeSale();
            withdrawAll(alice);
            vm.etch(address(mstr), working);
            exercise(buyer, 1, 220_000 * USDT);
            breakAllButUsdt();
            vm.warp(terms.maturity);
            series.settle();
            redeem(1);
            withdrawAll(alice);
            withdrawAll(bob);
            vm.assertEq(usdt.balanceOf(alice), 225_000 * USDT);
            vm.assertEq(usdt.balanceOf(bob), 75_000 * USDT);
            vm.assertEq(usdt.balanceOf(buyer), 320_000 * USDT);
            vm.revertToState(start);
        }
    }

    /// @dev What is not owed moves no token: taking all at once works too while BTC and MSTR refuse.
    function test_B18_AllAtOnceAsksNoTokenThatIsNotOwed() public {
        terms.upfrontAsset = PayoutAsset.Btc;
        open();
        stake(alice, 400_000 * USDT);
        subscribe(buyer, 320_000 * USDT);
        vm.warp(terms.saleClose);
        series.finalizeSale();
        breakAllButUsdt();
        vm.prank(alice);
        pool.claim(alice);
        vm.assertEq(usdt.balanceOf(alice), 80_000 * USDT);
    }

    /// @dev With nothing used yet it would burn the reserve.
    function test_RevertWhen_CompensationIsFixedBeforeSettlement() public {
        open();
        stake(alice, 400_000 * USDT);
        subscribe(buyer, 320_000 * USDT);
        finalize();
        vm.warp(terms.maturity);
        vm.expectRevert(SeriesSettlement.Backstop_NotSettled.selector);
        series.fixCompensation();
    }

    /// @dev One satoshi that somebody gave to the series must not bring BTC into the settlement.
    function test_B18_SeriesBtcDoesNotEnterTheSettlement() public {
        prepare(MakeWholeOrder.TreasuryFirst);
        fundSeries(1);
        breakAllButUsdt();
        vm.warp(terms.maturity);
        series.settle();
        redeem(1);
    }

    /// @dev All Notes convert and all Warrants are exercised: L is the treasury's, and only L - O.
    function test_B6_SweepsWhatTheLedgerDoesNotNeed() public {
        prepare(MakeWholeOrder.SeriesFirst);
        exercise(buyer, 2, 100_000 * USDT);
        vm.prank(buyer);
        series.convert(1, 120_000 * USDT);
        vm.expectRevert(SeriesSettlement.Backstop_NotSettled.selector);
        series.sweepLedger();
        settle();
        uint256 before = usdt.balanceOf(address(treasury));
        vm.expectEmit(address(series));
        emit SeriesSettlement.LedgerSwept(120_000 * USDT);
        vm.prank(stranger);
        vm.assertEq(series.sweepLedger(), 120_000 * USDT);
        vm.assertEq(usdt.balanceOf(address(treasury)) - before, 120_000 * USDT);
        vm.expectRevert(SeriesSettlement.Backstop_NothingToReturn.selector);
        series.sweepLedger();
        vm.assertEq(redeem(note.tokenOfOwnerByIndex(buyer, 0)), 200_000 * USDT);
        vm.assertEq(usdt.balanceOf(address(ledger)), 0);
    }

    function test_B6_NothingToSweepWhileNotesNeedTheLedger() public {
        prepare(MakeWholeOrder.SeriesFirst);
        settle();
        vm.expectRevert(SeriesSettlement.Backstop_NothingToReturn.selector);
        series.sweepLedger();
    }

    function test_B13_SeriesBtcStaysUntilTheMakeWholeIsPaid() public {
        prepare(MakeWholeOrder.SeriesFirst);
        fundSeries(0.2e8);
        vm.warp(terms.maturity);
        series.settle();
        vm.expectRevert(SeriesSettlement.Backstop_CompensationNotFixed.selector);
        series.returnSeriesBtc();
        recordPrices(terms.maturity);
        series.fixCompensation();
        vm.expectRevert(abi.encodeWithSelector(SeriesSettlement.Backstop_MakeWholeOwed.selector, 0.5e8));
        series.returnSeriesBtc();
        series.fundMakeWhole();
        btc.faucet(address(treasury), 0.3e8);
        series.fundMakeWhole();
        vm.expectRevert(SeriesSettlement.Backstop_NothingToReturn.selector);
        series.returnSeriesBtc();
    }

    /// @dev The series' own BTC covers it: the treasury is not asked, so a revoked right does not matter.
    function test_B13_SeriesFirstDoesNotAskTheTreasuryForNothing() public {
        prepare(MakeWholeOrder.SeriesFirst);
        fundSeries(0.5e8);
        vm.prank(address(registry));
        treasury.revokeRole(PAYEE_ROLE, address(series));
        settle();
        vm.assertEq(series.settlement().btcFunded, 0.5e8);
    }

    /// @dev Whoever comes first: the reserve is minted by the compensation if nobody has, at the price of the close.
    function test_B12_CompensationMintsTheReserveIfNobodyHas() public {
        open();
        stake(alice, 400_000 * USDT);
        subscribe(buyer, 320_000 * USDT);
        vm.warp(terms.saleClose);
        series.finalizeSale();
        exercise(buyer, 1, 220_000 * USDT);
        setPrices(800, 100_000);
        settle();
        vm.assertEq(series.settlement().mstrPaid, 125 * MSTR);
        vm.assertEq(mstr.balanceOf(address(pool)), 125 * MSTR);
        vm.expectRevert(SeriesSale.Backstop_AlreadyReserved.selector);
        series.reserveMstr();
    }

    function test_B12_NothingUsedNeedsNoPriceAndNoReserve() public {
        open();
        stake(alice, 400_000 * USDT);
        subscribe(buyer, 320_000 * USDT);
        vm.warp(terms.saleClose);
        series.finalizeSale();
        exercise(buyer, 1, 320_000 * USDT);
        vm.etch(address(mstrOracle), hex"fe");
        vm.etch(address(btcOracle), hex"fe");
        vm.warp(terms.maturity);
        series.settle();
        series.fixCompensation();
        vm.assertEq(mstr.totalSupply(), mstr.balanceOf(buyer));
        vm.assertTrue(series.state().isMstrReserved);
    }

    function withdrawAll(address staker) private {
        uint256 due = claimable(staker);
        if (due == 0) return;
        vm.prank(staker);
        pool.withdraw(due, staker);
    }

    /// @dev U never exceeds R, and every Note is paid in full, in any order and number.
    function testFuzz_B11_NotesArePaidInFull(uint256[4] memory principals, uint256 exercised, uint16 coverageBps)
        public
    {
        terms.coverageBps = uint16(bound(coverageBps, 10_000, 20_000));
        open();
        stake(alice, 1_000_000 * USDT);
        for (uint256 i = 0; i < 4; ++i) {
            principals[i] = bound(principals[i], 1, 120_000 * USDT);
            subscribe(buyer, principals[i]);
        }
        finalize();
        exercise(buyer, 1, bound(exercised, 1, principals[0]));
        uint256 required = series.requiredUsdt();
        settle();
        vm.assertLe(series.settlement().usedUsdt, required, "B11");
        for (uint256 i = 4; i > 0; --i) {
            vm.assertEq(redeem(i), principals[i - 1]);
        }
        vm.prank(alice);
        pool.claim(alice);
        vm.assertEq(usdt.balanceOf(address(pool)), 0);
    }
}
