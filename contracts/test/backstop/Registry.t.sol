// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {BackstopRegistry} from "../../src/backstop/BackstopRegistry.sol";
import {BackstopSeries} from "../../src/backstop/BackstopSeries.sol";
import {PayoutAsset, Phase, SeriesAddresses, Terms} from "../../src/backstop/BackstopTypes.sol";
import {PriceFeedAdapter} from "../../src/backstop/PriceFeedAdapter.sol";
import {TermsValidation} from "../../src/backstop/TermsValidation.sol";
import {MINTER_ROLE, OPERATOR_ROLE, PAYEE_ROLE} from "../../src/backstop/BackstopRoles.sol";
import {PAUSER_ROLE} from "../../src/shared/Roles.sol";
import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {Pausable} from "@openzeppelin/contracts/utils/Pausable.sol";
import {Fixture} from "./Fixture.sol";

/// @title Creation of series and their terms. rules.md B1
contract RegistryTest is Fixture {
    function expectRefusal(bytes memory error_) private {
        vm.expectRevert(error_);
        registry.createSeries(terms);
        terms = defaultTerms();
    }

    function expectInvalidSchedule() private {
        expectRefusal(
            abi.encodeWithSelector(
                TermsValidation.Backstop_InvalidSchedule.selector,
                terms.stakingOpen,
                terms.stakingClose,
                terms.saleOpen,
                terms.saleClose,
                terms.maturity,
                block.timestamp
            )
        );
    }

    function expectInvalidAmount(uint256 amount, uint256 min) private {
        expectRefusal(
            abi.encodeWithSelector(TermsValidation.Backstop_InvalidAmount.selector, amount, min, type(uint128).max)
        );
    }

    function test_B1_CreatesAndLists() public {
        (uint256 id, SeriesAddresses memory first) = registry.createSeries(terms);
        (, SeriesAddresses memory second) = registry.createSeries(terms);
        vm.assertEq(id, 0);
        vm.assertEq(registry.seriesCount(), 2);
        vm.assertEq(registry.seriesAt(1).series, second.series);
        vm.assertEq(registry.allSeries()[0].pool, first.pool);
        vm.assertTrue(registry.isSeries(first.series));
        vm.assertFalse(registry.isSeries(first.pool));
        vm.assertTrue(treasury.hasRole(PAYEE_ROLE, second.series));
        vm.assertTrue(mstr.hasRole(MINTER_ROLE, second.series));
    }

    function test_B1_SeriesKnowsItsTermsAndContracts() public {
        open();
        BackstopSeries created = series;
        vm.assertEq(abi.encode(created.terms()), abi.encode(terms));
        vm.assertEq(abi.encode(created.addresses()), abi.encode(registry.seriesAt(0)));
        vm.assertEq(address(created.registry()), address(registry));
        vm.assertEq(address(pool.series()), address(series));
        vm.assertEq(ledger.series(), address(series));
        vm.assertTrue(created.phase() == Phase.Announced);
        vm.assertEq(registry.implementations().series == address(series) ? 1 : 0, 0);
    }

    function test_B1_EmitsTheTerms() public {
        uint256 state = vm.snapshotState();
        (, SeriesAddresses memory created) = registry.createSeries(terms);
        vm.revertToState(state);
        vm.expectEmit(address(registry));
        emit BackstopRegistry.SeriesCreated(
            0, created.series, created.pool, created.ledger, created.note, created.warrant, terms
        );
        registry.createSeries(terms);
    }

    function test_RevertWhen_CreatedWithoutRole() public {
        vm.prank(stranger);
        vm.expectRevert(
            abi.encodeWithSelector(IAccessControl.AccessControlUnauthorizedAccount.selector, stranger, OPERATOR_ROLE)
        );
        registry.createSeries(terms);
    }

    function test_RevertWhen_NoSuchSeries() public {
        vm.expectRevert(abi.encodeWithSelector(BackstopRegistry.Backstop_NoSuchSeries.selector, 0, 0));
        registry.seriesAt(0);
    }

    function test_RevertWhen_ScheduleInvalid() public {
        terms.stakingOpen = terms.stakingClose;
        expectInvalidSchedule();
        terms.saleOpen = terms.stakingClose - 1;
        expectInvalidSchedule();
        terms.saleOpen = terms.saleClose;
        expectInvalidSchedule();
        terms.maturity = terms.saleClose;
        expectInvalidSchedule();
        vm.warp(terms.stakingClose);
        expectInvalidSchedule();
    }

    function test_RevertWhen_CoverageBelow100Percent() public {
        terms.coverageBps = 9999;
        expectRefusal(abi.encodeWithSelector(TermsValidation.Backstop_InvalidCoverage.selector, 9999));
    }

    function test_RevertWhen_PercentageAbove100Percent() public {
        bytes memory error_ = abi.encodeWithSelector(TermsValidation.Backstop_InvalidBps.selector, 10_001);
        terms.upfrontBps = 10_001;
        expectRefusal(error_);
        terms.warrantBps = 10_001;
        expectRefusal(error_);
        terms.compensationBps = 10_001;
        expectRefusal(error_);
    }

    function test_RevertWhen_SaleRangeInvalid() public {
        terms.minSaleUsdt = terms.maxSaleUsdt + 1;
        expectRefusal(
            abi.encodeWithSelector(
                TermsValidation.Backstop_InvalidSaleRange.selector, terms.minSaleUsdt, terms.maxSaleUsdt
            )
        );
    }

    function test_RevertWhen_AmountInvalid() public {
        (terms.minSaleUsdt, terms.maxSaleUsdt) = (0, 0);
        expectInvalidAmount(0, 1);
        terms.warrantParUsdt = 0;
        expectInvalidAmount(0, 1);
        terms.strikeUsdt = 0;
        expectInvalidAmount(0, 1);
        terms.conversionUsdt = 0;
        expectInvalidAmount(0, 1);
        terms.maxSaleUsdt = 2 ** 128;
        expectInvalidAmount(2 ** 128, 1);
        terms.reserveUsdt = 2 ** 128;
        expectInvalidAmount(2 ** 128, 0);
    }

    function test_TheLargestAmountsAreAllowed() public {
        (terms.maxSaleUsdt, terms.warrantParUsdt, terms.reserveUsdt) = (2 ** 128 - 1, 2 ** 128 - 1, 2 ** 128 - 1);
        open();
        vm.assertEq(series.terms().reserveUsdt, 2 ** 128 - 1);
    }

    function test_RevertWhen_OracleCouldNotAnswer() public {
        (terms.stakingOpen, terms.stakingClose) = (uint64(START), uint64(START + 1));
        (terms.saleOpen, terms.saleClose) = (uint64(START + 1), uint64(START + 1 days - 1));
        expectRefusal(
            abi.encodeWithSelector(TermsValidation.Backstop_OracleTooYoung.selector, mstrOracle, START - 1, START)
        );
        (terms.stakingOpen, terms.stakingClose) = (uint64(START), uint64(START + 1));
        (terms.saleOpen, terms.saleClose) = (uint64(START + 1), uint64(START + 1 days));
        registry.createSeries(terms);
    }

    /// @dev BTC alone is too young, or broken, or stale: the settlement would wait for it in vain.
    function test_RevertWhen_OnlyTheBtcOracleCouldNotAnswer() public {
        vm.warp(START + 10);
        btcFeed.setAnswer(100_000e8);
        (terms.stakingOpen, terms.stakingClose) = (uint64(START), uint64(START + 11));
        (terms.saleOpen, terms.saleClose) = (uint64(START + 11), uint64(START + 1 days + 9));
        expectRefusal(
            abi.encodeWithSelector(TermsValidation.Backstop_OracleTooYoung.selector, btcOracle, START + 9, START + 10)
        );
        btcFeed.setAnswer(0);
        expectRefusal(abi.encodeWithSelector(PriceFeedAdapter.Backstop_PriceNotPositive.selector, 0));
        btcFeed.setAnswerAt(1e8, START + 10 - 365 days - 1);
        expectRefusal(
            abi.encodeWithSelector(
                PriceFeedAdapter.Backstop_PriceStale.selector, START + 10 - 365 days - 1, 365 days, START + 10
            )
        );
    }

    function test_RevertWhen_TwapWindowInvalid() public {
        uint32[2] memory wrong = [uint32(1 hours - 1), 7 days + 1];
        for (uint256 i = 0; i < 2; ++i) {
            terms.twapWindow = wrong[i];
            expectRefusal(
                abi.encodeWithSelector(TermsValidation.Backstop_InvalidTwapWindow.selector, wrong[i], 1 hours, 7 days)
            );
        }
        terms.twapWindow = 7 days;
        registry.createSeries(terms);
        terms.twapWindow = 1 hours;
        registry.createSeries(terms);
    }

    /// @dev MSTR at 400: half and ten times are the bounds, for the strike and for the conversion price.
    function test_RevertWhen_StrikeOffTheMarket() public {
        uint256[2] memory wrong = [200 * USDT - 1, 4000 * USDT + 1];
        for (uint256 i = 0; i < 2; ++i) {
            bytes memory error_ = abi.encodeWithSelector(
                TermsValidation.Backstop_StrikeOffMarket.selector, wrong[i], 200 * USDT, 4000 * USDT
            );
            terms.strikeUsdt = wrong[i];
            expectRefusal(error_);
            terms.conversionUsdt = wrong[i];
            expectRefusal(error_);
        }
        (terms.strikeUsdt, terms.conversionUsdt) = (200 * USDT, 4000 * USDT);
        registry.createSeries(terms);
        (terms.strikeUsdt, terms.conversionUsdt) = (4000 * USDT, 200 * USDT);
        registry.createSeries(terms);
    }

    function expectNoRightsToEnd() private {
        vm.expectRevert(abi.encodeWithSelector(BackstopRegistry.Backstop_NoRightsToEnd.selector, address(series)));
        registry.endRights(address(series));
    }

    function test_RightsEndWithTheirUse() public {
        vm.expectRevert(abi.encodeWithSelector(BackstopRegistry.Backstop_UnknownSeries.selector, stranger));
        registry.endRights(stranger);
        terms.upfrontAsset = PayoutAsset.Btc;
        open();
        expectNoRightsToEnd();
        stake(alice, 400_000 * USDT);
        subscribe(buyer, 320_000 * USDT);
        finalize();
        vm.warp(terms.maturity);
        series.settle();
        expectNoRightsToEnd();
        compensate();
        vm.expectEmit(address(registry));
        emit BackstopRegistry.RightsEnded(address(series), false, true);
        vm.prank(stranger);
        registry.endRights(address(series));
        vm.assertFalse(mstr.hasRole(MINTER_ROLE, address(series)));
        vm.assertTrue(treasury.hasRole(PAYEE_ROLE, address(series)));
        expectNoRightsToEnd();
        btc.faucet(address(treasury), 100 * BTC);
        series.fundUpfront();
        expectNoRightsToEnd();
        series.fundMakeWhole();
        vm.expectEmit(address(registry));
        emit BackstopRegistry.RightsEnded(address(series), false, false);
        registry.endRights(address(series));
        vm.assertFalse(treasury.hasRole(PAYEE_ROLE, address(series)));
        expectNoRightsToEnd();
        vm.prank(buyer);
        series.redeem(1, buyer);
    }

    function test_RightsOfACancelledSeriesEndAtOnce() public {
        open();
        vm.warp(terms.stakingClose);
        registry.endRights(address(series));
        vm.assertFalse(mstr.hasRole(MINTER_ROLE, address(series)));
        vm.assertFalse(treasury.hasRole(PAYEE_ROLE, address(series)));
    }

    function test_B1_PhasesFollowTheClock() public {
        open();
        vm.warp(terms.stakingOpen - 1);
        vm.assertTrue(series.phase() == Phase.Announced);
        vm.warp(terms.stakingOpen);
        vm.assertTrue(series.phase() == Phase.Staking);
        stake(alice, 200_000 * USDT);
        vm.warp(terms.stakingClose - 1);
        vm.assertTrue(series.phase() == Phase.Staking);
        vm.warp(terms.stakingClose);
        vm.assertTrue(series.phase() == Phase.Sale);
        vm.warp(terms.maturity + 1);
        vm.assertTrue(series.phase() == Phase.Sale);
    }

    function test_B1_PhasesFromFinalizationOn() public {
        open();
        stake(alice, 200_000 * USDT);
        finalize();
        vm.assertTrue(series.phase() == Phase.Tenor);
        vm.warp(terms.maturity - 1);
        vm.assertTrue(series.phase() == Phase.Tenor);
        vm.warp(terms.maturity);
        vm.assertTrue(series.phase() == Phase.Matured);
        series.settle();
        vm.assertTrue(series.phase() == Phase.Settled);
    }

    function test_PauserPausesAndUnpauses() public {
        open();
        series.pause();
        vm.assertTrue(series.state().isPaused);
        vm.expectRevert(Pausable.EnforcedPause.selector);
        series.pause();
        series.unpause();
        vm.expectRevert(Pausable.ExpectedPause.selector);
        series.unpause();
    }

    function test_RevertWhen_PausedWithoutRole() public {
        open();
        bytes memory error_ =
            abi.encodeWithSelector(IAccessControl.AccessControlUnauthorizedAccount.selector, stranger, PAUSER_ROLE);
        vm.startPrank(stranger);
        vm.expectRevert(error_);
        series.pause();
        vm.expectRevert(error_);
        series.unpause();
    }
}
