// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {BackstopPool} from "../../src/backstop/BackstopPool.sol";
import {MakeWholeOrder, PayoutAsset} from "../../src/backstop/BackstopTypes.sol";
import {SeriesBase} from "../../src/backstop/SeriesBase.sol";
import {SeriesLedger} from "../../src/backstop/SeriesLedger.sol";
import {SeriesSale} from "../../src/backstop/SeriesSale.sol";
import {Treasury} from "../../src/backstop/Treasury.sol";
import {BackstopMathHarness} from "../../src/devnet/BackstopMathHarness.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Log} from "../Test.sol";
import {Fixture} from "./Fixture.sol";

/// @title Where nothing happens nothing is told, and no token moves
contract SilenceTest is Fixture {
    function sell() private {
        open();
        stake(alice, 400_000 * USDT);
        subscribe(buyer, 320_000 * USDT);
        vm.warp(terms.saleClose);
        series.finalizeSale();
        recordPrices(terms.saleClose);
    }

    function test_OfATreasuryThatHasNothing() public {
        terms.upfrontAsset = PayoutAsset.Btc;
        sell();
        vm.recordLogs();
        series.fundUpfront();
        Log[] memory logs = vm.getRecordedLogs();
        vm.assertEq(count(logs, SeriesSale.UpfrontFixed.selector), 1);
        vm.assertEq(count(logs, SeriesSale.UpfrontFunded.selector), 0);
        vm.assertEq(count(logs, Treasury.Paid.selector), 0);
    }

    function test_OfASeriesThatHasNoBtc() public {
        terms.makeWholeOrder = MakeWholeOrder.TreasuryFirst;
        terms.reserveUsdt = 0;
        sell();
        btc.faucet(address(treasury), 100 * BTC);
        vm.warp(terms.maturity);
        series.settle();
        recordPrices(terms.maturity);
        series.fixCompensation();
        vm.recordLogs();
        series.fundMakeWhole();
        Log[] memory logs = vm.getRecordedLogs();
        vm.assertEq(count(logs, Treasury.Paid.selector), 1);
        vm.assertEq(count(logs, IERC20.Transfer.selector), 1);
    }

    function test_OfWhoDoesNotPayANote() public {
        sell();
        uint256 nothingInLedger = vm.snapshotState();
        exercise(buyer, 1, 320_000 * USDT);
        Log[] memory logs = redeem();
        vm.assertEq(count(logs, SeriesLedger.LedgerPaid.selector), 1);
        vm.assertEq(count(logs, BackstopPool.PaidOut.selector), 0);
        vm.revertToState(nothingInLedger);
        logs = redeem();
        vm.assertEq(count(logs, SeriesLedger.LedgerPaid.selector), 0);
        vm.assertEq(count(logs, BackstopPool.PaidOut.selector), 1);
    }

    function redeem() private returns (Log[] memory) {
        vm.warp(terms.maturity);
        series.settle();
        vm.recordLogs();
        vm.prank(buyer);
        series.redeem(1, buyer);
        return vm.getRecordedLogs();
    }

    function test_OfABackstopThatIsReleasedAlready() public {
        sell();
        exercise(buyer, 1, 300_000 * USDT);
        vm.prank(buyer);
        series.convert(1, 100_000 * USDT);
        vm.assertEq(series.requiredUsdt(), 0);
        vm.recordLogs();
        exercise(buyer, 2, 20_000 * USDT);
        Log[] memory logs = vm.getRecordedLogs();
        vm.assertEq(count(logs, SeriesLedger.LedgerCredited.selector), 1);
        vm.assertEq(count(logs, SeriesBase.BackstopReleased.selector), 0);
    }

    function test_OfACompensationThatIsNotThereYet() public {
        sell();
        vm.recordLogs();
        vm.prank(alice);
        pool.claim(alice);
        Log[] memory logs = vm.getRecordedLogs();
        vm.assertEq(count(logs, BackstopPool.UpfrontClaimed.selector), 1);
        vm.assertEq(count(logs, BackstopPool.CompensationClaimed.selector), 0);
    }

    function test_FormulasOfNothing() public {
        BackstopMathHarness formulas = new BackstopMathHarness();
        vm.assertEq(formulas.warrantFraction(1, 1, 0), 0);
        (uint256 target, uint256 mstrPaid, uint256 btcOwed) = formulas.compensation(0, 10_000, 1, 0, 0);
        vm.assertEq(target + mstrPaid + btcOwed, 0);
    }
}
