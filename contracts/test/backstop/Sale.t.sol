// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Backstop_ZeroAmount} from "../../src/backstop/BackstopErrors.sol";
import {Phase, ReleaseCause, SeriesState} from "../../src/backstop/BackstopTypes.sol";
import {SeriesBase} from "../../src/backstop/SeriesBase.sol";
import {SeriesSale} from "../../src/backstop/SeriesSale.sol";
import {Pausable} from "@openzeppelin/contracts/utils/Pausable.sol";
import {TwapOracle} from "../../src/backstop/TwapOracle.sol";
import {Fixture} from "./Fixture.sol";

/// @title Subscriptions and finalization. rules.md B3-B5, B12
contract SaleTest is Fixture {
    function setUp() public override {
        super.setUp();
        open();
        stake(alice, 300_000 * USDT);
        stake(bob, 100_000 * USDT);
    }

    function test_B4_SubscriptionMintsNoteAndWarrant() public {
        vm.warp(terms.saleOpen);
        fundAndApprove(buyer, address(series), 320_000 * USDT);
        vm.expectEmit(address(series));
        emit SeriesSale.Subscribed(buyer, 1, 1, 320_000 * USDT, 320_000 * USDT);
        vm.prank(buyer);
        (uint256 noteId, uint256 warrantId) = series.subscribe(320_000 * USDT, 320_000 * USDT);
        vm.assertEq(note.ownerOf(noteId), buyer);
        vm.assertEq(note.principalOf(noteId), 320_000 * USDT);
        vm.assertEq(warrant.ownerOf(warrantId), buyer);
        vm.assertEq(warrant.parOf(warrantId), 320_000 * USDT);
        SeriesState memory state = series.state();
        vm.assertEq(state.soldUsdt, 320_000 * USDT);
        vm.assertEq(state.outstandingUsdt, 320_000 * USDT);
        vm.assertEq(state.requiredUsdt, 400_000 * USDT);
    }

    function test_B4_U4_PrincipalIsWhatArrives() public {
        usdt.setParams(10, 49);
        (uint256 noteId,) = subscribe(buyer, 10_000 * USDT);
        vm.assertEq(note.principalOf(noteId), 9990 * USDT);
        vm.assertEq(series.state().soldUsdt, 9990 * USDT);
    }

    function test_U4_RevertWhen_BelowMinPrincipal() public {
        usdt.setParams(10, 49);
        vm.warp(terms.saleOpen);
        fundAndApprove(buyer, address(series), 10_000);
        vm.prank(buyer);
        vm.expectRevert(abi.encodeWithSelector(SeriesSale.Backstop_BelowMinPrincipal.selector, 9990, 9991));
        series.subscribe(10_000, 9991);
    }

    function test_B4_RevertWhen_ExceedsSaleLimit() public {
        subscribe(buyer, 399_999 * USDT);
        vm.expectRevert(abi.encodeWithSelector(SeriesSale.Backstop_ExceedsSaleLimit.selector, USDT + 1, USDT));
        series.subscribe(USDT + 1, 0);
        subscribe(buyer, USDT);
    }

    function test_RevertWhen_OutsideTheSaleWindow() public {
        uint64[2] memory times = [terms.saleOpen - 1, terms.saleClose];
        for (uint256 i = 0; i < 2; ++i) {
            vm.warp(times[i]);
            vm.expectRevert(
                abi.encodeWithSelector(
                    SeriesSale.Backstop_SaleClosed.selector, terms.saleOpen, terms.saleClose, times[i]
                )
            );
            series.subscribe(1, 0);
        }
    }

    function test_RevertWhen_SubscribingZeroOrPaused() public {
        vm.warp(terms.saleOpen);
        vm.expectRevert(Backstop_ZeroAmount.selector);
        series.subscribe(0, 0);
        series.pause();
        vm.expectRevert(Pausable.EnforcedPause.selector);
        series.subscribe(1, 0);
    }

    function test_B3_RevertWhen_Cancelled() public {
        terms.minSaleUsdt = 400_001 * USDT;
        terms.name = "Series B";
        terms.stakingOpen = uint64(block.timestamp);
        open();
        stake(alice, 400_000 * USDT);
        vm.warp(terms.saleClose);
        bytes memory error_ =
            abi.encodeWithSelector(SeriesBase.Backstop_SaleCancelled.selector, 400_000 * USDT, 400_001 * USDT);
        vm.expectRevert(error_);
        series.subscribe(1, 0);
        vm.expectRevert(error_);
        series.finalizeSale();
        vm.expectRevert(SeriesBase.Backstop_SaleNotFinalized.selector);
        series.settle();
        vm.expectRevert(SeriesBase.Backstop_SaleNotFinalized.selector);
        series.reserveMstr();
        vm.expectRevert(SeriesBase.Backstop_SaleNotFinalized.selector);
        series.fundSeriesBtc(1);
    }

    function test_RevertWhen_FinalizedTooEarlyOrTwice() public {
        vm.warp(terms.saleClose - 1);
        vm.expectRevert(
            abi.encodeWithSelector(SeriesSale.Backstop_SaleNotEnded.selector, terms.saleClose, terms.saleClose - 1)
        );
        series.finalizeSale();
        finalize();
        vm.expectRevert(SeriesSale.Backstop_AlreadyFinalized.selector);
        series.finalizeSale();
    }

    function test_B4_B5_B9_B10_B12_FinalizationByAnyone() public {
        subscribe(buyer, 320_000 * USDT);
        vm.warp(terms.saleClose);
        vm.expectEmit(address(series));
        emit SeriesSale.SaleFinalized(320_000 * USDT, 320_000 * USDT, 80_000 * USDT, 32_000 * USDT, 160);
        vm.expectEmit(address(series));
        emit SeriesBase.BackstopReleased(ReleaseCause.SaleFinalized, 400_000 * USDT, 320_000 * USDT, 320_000 * USDT, 0);
        vm.expectEmit(address(series));
        emit SeriesSale.UpfrontFunded(32_000 * USDT, 32_000 * USDT, 32_000 * USDT);
        vm.prank(stranger);
        series.finalizeSale();
        vm.assertTrue(series.phase() == Phase.Tenor);
        vm.assertEq(mstr.totalSupply(), 0);
        vm.expectRevert(
            abi.encodeWithSelector(TwapOracle.Backstop_PriceNotRecorded.selector, terms.saleClose, 24 hours)
        );
        series.reserveMstr();
        recordPrices(terms.saleClose);
        vm.expectEmit(address(series));
        emit SeriesSale.MstrReserved(125 * MSTR, 400 * USDT);
        vm.prank(stranger);
        series.reserveMstr();
        vm.assertEq(mstr.reservedOf(address(series)), 125 * MSTR);
        vm.assertEq(mstr.circulatingSupply(), 0);
        vm.assertEq(usdt.balanceOf(address(treasury)), 288_000 * USDT);
        vm.assertEq(usdt.balanceOf(address(pool)), 432_000 * USDT);
    }

    /// @dev The reserve is minted at the average of the day before the close, however late somebody finalizes.
    function test_B12_LateFinalizationUsesThePriceOfTheClose() public {
        vm.warp(terms.saleClose - 12 hours);
        setPrices(600, 100_000);
        vm.warp(terms.saleClose + 3 days);
        setPrices(1, 1);
        vm.warp(terms.saleClose + 9 days);
        series.finalizeSale();
        recordPrices(terms.saleClose);
        series.reserveMstr();
        vm.assertEq(series.state().mstrReserved, 50_000 * MSTR / 500);
    }

    function test_B4_RequiredRoundsUpWithCoverageAbove100Percent() public {
        terms.coverageBps = 12_345;
        terms.stakingOpen = uint64(block.timestamp);
        open();
        stake(alice, 300_000 * USDT);
        vm.assertEq(series.state().saleLimitUsdt, uint256(300_000 * USDT * 10_000) / 12_345);
        subscribe(buyer, 100_000 * USDT + 1);
        finalize();
        vm.assertEq(series.requiredUsdt(), 123_450 * USDT + 2);
        vm.assertEq(claimable(alice), 300_000 * USDT - 123_450 * USDT - 2);
    }

    function test_SaleOfNothingReleasesEverything() public {
        finalize();
        vm.assertEq(series.requiredUsdt(), 0);
        vm.assertEq(claimable(alice), 300_000 * USDT);
        settle();
        vm.assertEq(mstr.totalSupply(), 0);
    }

    function test_FinalizationAfterMaturityLeadsToSettlement() public {
        subscribe(buyer, 320_000 * USDT);
        vm.warp(terms.maturity + 1);
        series.finalizeSale();
        vm.assertTrue(series.phase() == Phase.Matured);
        series.settle();
        vm.prank(buyer);
        series.redeem(1, buyer);
        vm.assertEq(usdt.balanceOf(buyer), 320_000 * USDT);
    }

    function testFuzz_B3_B4_RequiredNeverExceedsTheStake(uint256 staked, uint16 coverageBps, uint256 sold) public {
        terms.coverageBps = uint16(bound(coverageBps, 10_000, type(uint16).max));
        terms.minSaleUsdt = 0;
        terms.stakingOpen = uint64(block.timestamp);
        open();
        stake(alice, bound(staked, 1, 10_000_000 * USDT));
        uint256 limit = series.state().saleLimitUsdt;
        if (limit != 0) subscribe(buyer, bound(sold, 1, limit));
        finalize();
        vm.assertLe(series.requiredUsdt(), pool.totalShares(), "B4");
        vm.assertEq(claimable(alice), pool.totalShares() - series.requiredUsdt());
    }
}
