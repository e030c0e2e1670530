// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {DevPriceFeed} from "../../src/devnet/DevPriceFeed.sol";
import {PriceFeedAdapter} from "../../src/backstop/PriceFeedAdapter.sol";
import {TwapOracle} from "../../src/backstop/TwapOracle.sol";
import {Test} from "../Test.sol";

/// @title Feed adapter and average price. rules.md B9, B12, B13
contract PricesTest is Test {
    uint256 private constant START = 1_800_000_000;

    DevPriceFeed private feed;
    PriceFeedAdapter private adapter;
    TwapOracle private oracle;

    function setUp() public {
        vm.warp(START);
        feed = new DevPriceFeed(8, "BTC / USD");
        adapter = new PriceFeedAdapter(feed, 1 hours);
        oracle = new TwapOracle(adapter);
    }

    function pokeAt(uint256 time, uint256 price) private {
        vm.warp(time);
        feed.setAnswer(int256(price * 100));
        oracle.poke();
    }

    function test_AdapterRoundsDownToUsdtUnits() public {
        feed.setAnswer(12_345_678_999);
        (uint256 price, uint256 updatedAt) = adapter.latestPrice();
        vm.assertEq(price, 123_456_789);
        vm.assertEq(updatedAt, START);
    }

    function test_AdapterScalesUp() public {
        PriceFeedAdapter coarse = new PriceFeedAdapter(new DevPriceFeed(2, "MSTR / USD"), 1 hours);
        DevPriceFeed(address(coarse.feed())).setAnswer(40_012);
        (uint256 price,) = coarse.latestPrice();
        vm.assertEq(price, 400_120_000);
    }

    function test_RevertWhen_PriceNotPositive() public {
        int256[3] memory answers = [int256(0), -1, 99];
        for (uint256 i = 0; i < answers.length; ++i) {
            feed.setAnswer(answers[i]);
            vm.expectRevert(abi.encodeWithSelector(PriceFeedAdapter.Backstop_PriceNotPositive.selector, answers[i]));
            adapter.latestPrice();
        }
    }

    function test_RevertWhen_PriceStale() public {
        feed.setAnswer(1e8);
        vm.warp(START + 1 hours);
        adapter.latestPrice();
        vm.warp(START + 1 hours + 1);
        vm.expectRevert(
            abi.encodeWithSelector(PriceFeedAdapter.Backstop_PriceStale.selector, START, 1 hours, START + 1 hours + 1)
        );
        adapter.latestPrice();
    }

    function test_RevertWhen_PriceFromFuture() public {
        feed.setAnswerAt(1e8, START + 1);
        vm.expectRevert(abi.encodeWithSelector(PriceFeedAdapter.Backstop_PriceFromFuture.selector, START + 1, START));
        adapter.latestPrice();
    }

    function test_PokeRecordsAndLatestReads() public {
        feed.setAnswer(5e8);
        vm.expectEmit(address(oracle));
        emit TwapOracle.PriceObserved(0, 5e6, START);
        vm.assertEq(oracle.poke(), 5e6);
        (uint256 price, uint256 updatedAt) = oracle.latest();
        vm.assertEq(price, 5e6);
        vm.assertEq(updatedAt, START);
        vm.assertEq(oracle.observationCount(), 1);
        vm.assertEq(oracle.observationAt(0).priceUsdt, 5e6);
        vm.assertEq(oracle.firstObservedAt(), START);
    }

    function test_RevertWhen_PokedTwiceInOneSecond() public {
        pokeAt(START, 1e6);
        vm.expectRevert(abi.encodeWithSelector(TwapOracle.Backstop_AlreadyObserved.selector, START));
        oracle.poke();
    }

    function test_RevertWhen_PokedWithBrokenFeed() public {
        feed.setAnswer(0);
        vm.expectRevert(abi.encodeWithSelector(PriceFeedAdapter.Backstop_PriceNotPositive.selector, int256(0)));
        oracle.poke();
    }

    function test_TwapOfSteps() public {
        pokeAt(START, 100);
        pokeAt(START + 10, 200);
        pokeAt(START + 30, 401);
        vm.warp(START + 1000);
        vm.assertEq(oracle.twap(START + 10, 10), 100);
        vm.assertEq(oracle.twap(START + 11, 11), (100 * 10 + 200) / uint256(11));
        vm.assertEq(oracle.twap(START + 40, 30), (200 * 20 + 401 * 10) / uint256(30));
        vm.assertEq(oracle.twap(START + 1000, 500), 401);
        vm.assertEq(oracle.twap(START + 7, 3), 100);
    }

    function test_TwapDoesNotSeeTheObservationAtItsEnd() public {
        pokeAt(START, 100);
        vm.warp(START + 10);
        uint256 before = oracle.twap(START + 10, 10);
        pokeAt(START + 10, 1_000_000);
        vm.assertEq(oracle.twap(START + 10, 10), before);
    }

    function test_RevertWhen_WindowInvalid() public {
        pokeAt(START, 100);
        vm.expectRevert(abi.encodeWithSelector(TwapOracle.Backstop_InvalidWindow.selector, START, 0));
        oracle.twap(START, 0);
        vm.expectRevert(abi.encodeWithSelector(TwapOracle.Backstop_InvalidWindow.selector, START, START + 1));
        oracle.twap(START, START + 1);
    }

    function test_RevertWhen_WindowInFuture() public {
        pokeAt(START, 100);
        vm.expectRevert(abi.encodeWithSelector(TwapOracle.Backstop_WindowInFuture.selector, START + 1, START));
        oracle.twap(START + 1, 1);
    }

    function test_RevertWhen_NoObservation() public {
        vm.expectRevert(abi.encodeWithSelector(TwapOracle.Backstop_NoObservation.selector, START, 0));
        oracle.latest();
        vm.expectRevert(abi.encodeWithSelector(TwapOracle.Backstop_NoObservation.selector, START - 1, 0));
        oracle.twap(START, 1);
        pokeAt(START + 100, 100);
        vm.warp(START + 200);
        vm.expectRevert(abi.encodeWithSelector(TwapOracle.Backstop_NoObservation.selector, START + 99, START + 100));
        oracle.twap(START + 150, 51);
        vm.assertEq(oracle.twap(START + 150, 50), 100);
    }

    /// @dev Against a sum over every second.
    function testFuzz_TwapIsTheMeanOfSeconds(
        uint256[5] memory gaps,
        uint256[5] memory prices,
        uint256 end,
        uint256 window
    ) public {
        uint256 time = START;
        uint256[5] memory times;
        for (uint256 i = 0; i < 5; ++i) {
            times[i] = time;
            prices[i] = bound(prices[i], 1, 1e12);
            pokeAt(time, prices[i]);
            time += bound(gaps[i], 1, 20);
        }
        vm.warp(time);
        end = bound(end, START + 1, time);
        window = bound(window, 1, end - START);
        uint256 sum = 0;
        for (uint256 second = end - window; second < end; ++second) {
            uint256 i = 4;
            while (times[i] > second) --i;
            sum += prices[i];
        }
        vm.assertEq(oracle.twap(end, window), sum / window);
    }
}
