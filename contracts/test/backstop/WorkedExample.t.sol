// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {PayoutAsset} from "../../src/backstop/BackstopTypes.sol";
import {Fixture} from "./Fixture.sol";

/// @title The original's example: a series raises the equivalent of 10 BTC, 10% upfront, 10% of the stake is used.
/// rules.md B13
contract WorkedExampleTest is Fixture {
    function run(uint16 compensationBps) private {
        terms.compensationBps = compensationBps;
        terms.upfrontAsset = PayoutAsset.Btc;
        terms.reserveUsdt = 0;
        open();
        btc.faucet(address(treasury), 10 * BTC);
        stake(alice, 1_000_000 * USDT);
        subscribe(buyer, 1_000_000 * USDT);
        finalize();
        vm.assertEq(series.upfrontFunded(), 1 * BTC);
        vm.assertEq(btc.balanceOf(address(treasury)), 9 * BTC);
        exercise(buyer, 1, 900_000 * USDT);
        settle();
        vm.assertEq(series.settlement().usedUsdt, 100_000 * USDT);
    }

    /// @dev 9000: 0.9 BTC, a tenth of the 9 BTC retained, as the example says.
    function test_B13_ExampleIsExactAt9000() public {
        run(9000);
        vm.assertEq(series.settlement().btcOwed, 0.9e8);
        vm.prank(alice);
        (, uint256 btcAmount) = pool.claimCompensation(alice);
        vm.assertEq(btcAmount, 0.9e8);
    }

    /// @dev 10000: 1 BTC, the stakers are made whole, as the prose says.
    function test_B13_StakersAreMadeWholeAt10000() public {
        run(10_000);
        vm.assertEq(series.settlement().btcOwed, 1 * BTC);
    }
}
