// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {BackstopPool} from "../../src/backstop/BackstopPool.sol";
import {PayoutAsset} from "../../src/backstop/BackstopTypes.sol";
import {SeriesBase} from "../../src/backstop/SeriesBase.sol";
import {SeriesSale} from "../../src/backstop/SeriesSale.sol";
import {MINTER_ROLE} from "../../src/backstop/BackstopRoles.sol";
import {TwapOracle} from "../../src/backstop/TwapOracle.sol";
import {Fixture} from "./Fixture.sol";

/// @title The stakers' share of the proceeds. rules.md B8, B9
contract UpfrontTest is Fixture {
    /// @dev Alice 3 of 4, Bob 1 of 4 of the stake; 320,000 sold; 10% upfront.
    function sell(PayoutAsset asset) private {
        terms.upfrontAsset = asset;
        open();
        stake(alice, 300_000 * USDT);
        stake(bob, 100_000 * USDT);
        subscribe(buyer, 320_000 * USDT);
    }

    function claimUpfront(address staker) private returns (uint256) {
        vm.prank(staker);
        return pool.claimUpfront(staker);
    }

    function test_B9_InUsdtItStaysFromTheProceeds() public {
        sell(PayoutAsset.Usdt);
        finalize();
        vm.expectEmit(address(pool));
        emit BackstopPool.UpfrontClaimed(alice, alice, PayoutAsset.Usdt, 24_000 * USDT);
        vm.assertEq(claimUpfront(alice), 24_000 * USDT);
        vm.assertEq(usdt.balanceOf(alice), 24_000 * USDT);
        vm.assertEq(usdt.balanceOf(address(treasury)), 288_000 * USDT);
        vm.assertEq(pool.position(alice).upfrontClaimed, 24_000 * USDT);
        vm.expectRevert(BackstopPool.Backstop_NothingToClaim.selector);
        claimUpfront(alice);
    }

    /// @dev Rules.md U4: the buyer bears the fee once; the stakers' share and the stake bear none.
    function test_B9_U4_FeeDoesNotTouchTheShareInThePool() public {
        sell(PayoutAsset.Usdt);
        usdt.setParams(19, 49);
        finalize();
        vm.assertEq(series.upfrontFunded(), series.upfrontTotal());
        vm.assertEq(usdt.balanceOf(address(pool)), 432_000 * USDT);
    }

    function test_B9_InBtcAtTheAverageOfTheClose() public {
        sell(PayoutAsset.Btc);
        btc.faucet(address(treasury), 1 * BTC);
        vm.warp(terms.saleClose);
        setPrices(1, 1);
        vm.warp(terms.saleClose + 1);
        series.finalizeSale();
        vm.assertEq(series.upfrontUsdt(), 32_000 * USDT);
        vm.assertEq(series.upfrontTotal(), 0);
        vm.assertFalse(series.state().isUpfrontFixed);
        vm.expectRevert(
            abi.encodeWithSelector(TwapOracle.Backstop_PriceNotRecorded.selector, terms.saleClose, 24 hours)
        );
        series.fundUpfront();
        recordPrices(terms.saleClose);
        vm.expectEmit(address(series));
        emit SeriesSale.UpfrontFixed(0.32e8);
        vm.prank(stranger);
        series.fundUpfront();
        vm.assertEq(series.upfrontTotal(), 0.32e8);
        vm.assertEq(usdt.balanceOf(address(treasury)), 320_000 * USDT);
        vm.assertEq(claimUpfront(alice), 0.24e8);
        vm.assertEq(claimUpfront(bob), 0.08e8);
        vm.assertEq(btc.balanceOf(bob), 0.08e8);
    }

    function test_B9_InMstr() public {
        sell(PayoutAsset.Mstr);
        vm.prank(address(registry));
        mstr.grantRole(MINTER_ROLE, address(this));
        mstr.mint(address(treasury), 100 * MSTR);
        finalize();
        vm.assertEq(claimUpfront(alice), 60 * MSTR);
        vm.assertEq(mstr.balanceOf(alice), 60 * MSTR);
    }

    function test_B9_ShortTreasuryDelaysTheShareNotTheFinalization() public {
        sell(PayoutAsset.Btc);
        btc.faucet(address(treasury), 0.1e8);
        finalize();
        vm.assertEq(series.upfrontFunded(), 0.1e8);
        vm.assertEq(claimUpfront(alice), 0.075e8);
        vm.expectRevert(SeriesSale.Backstop_TreasuryEmpty.selector);
        series.fundUpfront();
        btc.faucet(address(treasury), 9 * BTC);
        vm.expectEmit(address(series));
        emit SeriesSale.UpfrontFunded(0.22e8, 0.32e8, 0.32e8);
        vm.prank(stranger);
        vm.assertEq(series.fundUpfront(), 0.22e8);
        vm.assertEq(claimUpfront(alice), 0.24e8 - 0.075e8);
        vm.assertEq(claimUpfront(bob), 0.08e8);
        vm.expectRevert(SeriesSale.Backstop_UpfrontFullyFunded.selector);
        series.fundUpfront();
    }

    /// @dev The first call fixes what is owed, also while there is nothing to pay it with.
    function test_B9_AnEmptyTreasuryDoesNotKeepTheShareFromBeingFixed() public {
        sell(PayoutAsset.Btc);
        finalize();
        vm.assertEq(series.upfrontTotal(), 0.32e8);
        vm.assertTrue(series.state().isUpfrontFixed);
        setPrices(400, 50_000);
        vm.expectRevert(SeriesSale.Backstop_TreasuryEmpty.selector);
        series.fundUpfront();
    }

    function test_RevertWhen_FundedBeforeFinalization() public {
        sell(PayoutAsset.Btc);
        vm.expectRevert(SeriesBase.Backstop_SaleNotFinalized.selector);
        series.fundUpfront();
    }

    function test_B8_WithdrawingDoesNotForfeitTheShare() public {
        sell(PayoutAsset.Usdt);
        finalize();
        vm.prank(alice);
        pool.withdraw(60_000 * USDT, alice);
        vm.assertEq(claimUpfront(alice), 24_000 * USDT);
    }

    function test_RevertWhen_NotAStaker() public {
        sell(PayoutAsset.Usdt);
        finalize();
        vm.expectRevert(BackstopPool.Backstop_NothingToClaim.selector);
        claimUpfront(stranger);
    }
}
