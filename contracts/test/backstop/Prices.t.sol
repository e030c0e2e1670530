// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {DevPriceFeed} from "../../src/devnet/DevPriceFeed.sol";
import {PriceFeedAdapter} from "../../src/backstop/PriceFeedAdapter.sol";
import {Path, PricePath} from "../../src/backstop/PricePath.sol";
import {TwapOracle} from "../../src/backstop/TwapOracle.sol";
import {Test} from "../Test.sol";

/// @title Feed adapter and average price. rules.md B9, B12, B13, B17
contract PricesTest is Test {
    uint256 private constant START = 1_800_000_000;

    DevPriceFeed private feed;
    PriceFeedAdapter private adapter;
    TwapOracle private oracle;

    function setUp() public {
        vm.warp(START);
        feed = new DevPriceFeed(8, "BTC / USD");
        adapter = new PriceFeedAdapter(feed, 1 hours);
        oracle = new TwapOracle(adapter, 10 minutes);
    }

    /// @dev A round of the feed; `price` in USDT units.
    function answerAt(uint256 time, uint256 price) private {
        vm.warp(time);
        feed.setAnswer(int256(price * 100));
    }

    /// @dev Hands in what `pathOf` finds.
    function record(uint256 end, uint256 window) private returns (uint256) {
        return oracle.record(end, window, oracle.pathOf(end, window));
    }

    function expectWrongRound(uint80 id) private {
        vm.expectRevert(abi.encodeWithSelector(TwapOracle.Backstop_WrongRound.selector, id));
    }

    /// @dev Id of a round.
    function roundId(uint80 phase, uint80 index) private pure returns (uint80) {
        return (phase << 64) | index;
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

    function test_AdapterTakesAnAnswerUpToTheLargest() public {
        int256 most = int256(uint256(type(uint128).max));
        feed.setAnswer(most);
        (uint256 price,) = adapter.latestPrice();
        vm.assertEq(price, uint256(most) / 100);
        feed.setAnswer(most + 1);
        vm.expectRevert(abi.encodeWithSelector(PriceFeedAdapter.Backstop_PriceNotPositive.selector, most + 1));
        adapter.latestPrice();
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

    /// @dev Too little gas for the feed must not pass for "there is no such round".
    function test_RevertWhen_FeedFailsWithoutAReason() public {
        vm.etch(address(feed), hex"fe");
        vm.expectRevert(abi.encodeWithSelector(PriceFeedAdapter.Backstop_FeedFailed.selector, roundId(1, 1)));
        adapter.round(roundId(1, 1));
    }

    function test_B17_RoundsThatAreNoPrice() public {
        int256[4] memory answers = [int256(0), -1, 99, type(int256).max];
        for (uint80 i = 0; i < 4; ++i) {
            feed.setAnswer(answers[i]);
            (uint256 price, uint256 updatedAt) = adapter.round(roundId(1, i + 1));
            vm.assertEq(price, 0);
            vm.assertEq(updatedAt, START);
        }
        (, uint256 none) = adapter.round(roundId(1, 5));
        vm.assertEq(none, 0);
    }

    function test_B17_RecordsOnceForGood() public {
        answerAt(START, 100);
        answerAt(START + 10, 200);
        answerAt(START + 30, 401);
        answerAt(START + 40, 7);
        vm.expectRevert(abi.encodeWithSelector(TwapOracle.Backstop_PriceNotRecorded.selector, START + 40, 30));
        oracle.twap(START + 40, 30);
        Path memory path = oracle.pathOf(START + 40, 30);
        vm.expectEmit(address(oracle));
        emit TwapOracle.PriceRecorded(START + 40, 30, uint256(200 * 20 + 401 * 10) / 30, roundId(1, 2), false);
        oracle.record(START + 40, 30, path);
        vm.assertEq(oracle.twap(START + 40, 30), uint256(200 * 20 + 401 * 10) / 30);
        vm.assertEq(oracle.recordedPrice(START + 40, 30), oracle.preview(START + 40, 30));
        Path memory wrong;
        vm.assertEq(oracle.record(START + 40, 30, wrong), oracle.twap(START + 40, 30));
        vm.assertEq(record(START + 11, 11), uint256(100 * 10 + 200) / 11);
        vm.assertEq(record(START + 7, 3), 100);
    }

    /// @dev The first round is the last at or before the start, the last the first at or after the end.
    function test_B17_OnlyTheRoundsOfTheWindow() public {
        answerAt(START, 100);
        answerAt(START + 10, 200);
        answerAt(START + 20, 300);
        answerAt(START + 30, 400);
        Path memory path = oracle.pathOf(START + 30, 15);
        vm.assertEq(path.first, roundId(1, 2));
        path.first = roundId(1, 1);
        expectWrongRound(roundId(1, 1));
        oracle.record(START + 30, 15, path);
        path.first = roundId(1, 3);
        expectWrongRound(roundId(1, 3));
        oracle.record(START + 30, 15, path);
        path.first = roundId(1, 5);
        expectWrongRound(roundId(1, 5));
        oracle.record(START + 30, 15, path);
        vm.assertEq(record(START + 30, 20), 250);
        vm.assertEq(record(START + 20, 10), 200);
    }

    /// @dev Of two rounds in one second the later holds, and one at the very start of a window is its first.
    function test_B17_OfOneSecondTheLaterRoundHolds() public {
        answerAt(START, 100);
        answerAt(START + 10, 200);
        answerAt(START + 10, 300);
        answerAt(START + 20, 400);
        vm.assertEq(record(START + 20, 20), 200);
        Path memory path = oracle.pathOf(START + 20, 10);
        vm.assertEq(path.first, roundId(1, 3));
        path.first = roundId(1, 1);
        expectWrongRound(roundId(1, 1));
        oracle.record(START + 20, 10, path);
    }

    /// @dev A phase's round in the same second as the last of the phase before is not later: the next one goes on.
    function test_B17_APhaseGoesOnWithItsFirstLaterRound() public {
        answerAt(START, 100);
        answerAt(START + 10, 200);
        feed.setAnswerInNextPhase(900 * 100);
        answerAt(START + 20, 400);
        answerAt(START + 30, 500);
        Path memory path = oracle.pathOf(START + 30, 30);
        vm.assertEq(path.phaseFirsts[0], roundId(2, 2));
        path.phaseFirsts[0] = roundId(2, 1);
        expectWrongRound(roundId(2, 1));
        oracle.record(START + 30, 30, path);
        vm.assertEq(record(START + 30, 30), uint256(100 + 200 + 400) / 3);
        expectWrongRound(roundId(1, 2));
        oracle.record(START + 30, 15, Path(roundId(1, 2), roundId(2, 1), new uint80[](0)));
    }

    /// @dev Before the first phase there was none, whatever a path says of it.
    function test_B17_NothingCameBeforeTheFirstPhase() public {
        answerAt(START, 100);
        answerAt(START + 10, 200);
        Path memory path = oracle.pathOf(START + 10, 10);
        path.previousLast = 7;
        vm.assertEq(oracle.record(START + 10, 10, path), 100);
    }

    /// @dev One answer in a dip of a minute weighs a minute, whoever does what and when.
    function test_B17_ADipWeighsItsOwnTime() public {
        answerAt(START, 400e6);
        for (uint256 hour = 1; hour <= 24; ++hour) {
            if (hour == 24) {
                answerAt(START + 23 hours + 30 minutes, 200e6);
                answerAt(START + 23 hours + 31 minutes, 400e6);
            }
            answerAt(START + hour * 1 hours, 400e6);
        }
        vm.warp(START + 100 days);
        vm.assertEq(record(START + 24 hours, 24 hours), 400e6 - uint256(200e6 * 60) / 86_400 - 1);
    }

    function test_RevertWhen_WindowInvalidOrInFuture() public {
        answerAt(START, 100);
        Path memory path;
        vm.expectRevert(abi.encodeWithSelector(TwapOracle.Backstop_InvalidWindow.selector, START, 0));
        oracle.record(START, 0, path);
        vm.expectRevert(abi.encodeWithSelector(TwapOracle.Backstop_InvalidWindow.selector, START, START + 1));
        oracle.record(START, START + 1, path);
        expectWrongRound(0);
        oracle.record(START, START, path);
        vm.expectRevert(abi.encodeWithSelector(TwapOracle.Backstop_WindowInFuture.selector, START + 1, START));
        oracle.record(START + 1, 1, path);
        vm.expectRevert(abi.encodeWithSelector(TwapOracle.Backstop_WindowInFuture.selector, START + 1, START));
        oracle.preview(START + 1, 1);
    }

    function test_RevertWhen_FeedIsTooYoung() public {
        answerAt(START, 100);
        answerAt(START + 10, 100);
        vm.expectRevert(abi.encodeWithSelector(PricePath.Backstop_NoRoundBefore.selector, START - 1));
        oracle.pathOf(START + 9, 10);
        expectWrongRound(roundId(1, 1));
        oracle.record(START + 9, 10, Path(0, roundId(1, 1), new uint80[](0)));
    }

    /// @dev 70 minutes are heartbeat and grace; a second more is refused with its numbers, for 7 days.
    function test_B17_GapIsRefusedForSevenDays() public {
        answerAt(START, 100);
        answerAt(START + 70 minutes, 200);
        answerAt(START + 140 minutes + 1, 300);
        vm.assertEq(record(START + 60 minutes, 60 minutes), 100);
        uint256 end = START + 140 minutes;
        Path memory path = oracle.pathOf(end, 140 minutes);
        vm.expectRevert(
            abi.encodeWithSelector(
                TwapOracle.Backstop_PriceGap.selector, START + 70 minutes, end + 1, 70 minutes, end + 7 days
            )
        );
        oracle.record(end, 140 minutes, path);
        vm.assertEq(oracle.preview(end, 140 minutes), 150);
        vm.warp(end + 7 days - 1);
        vm.expectPartialRevert(TwapOracle.Backstop_PriceGap.selector);
        oracle.record(end, 140 minutes, path);
        vm.warp(end + 7 days);
        vm.expectEmit(address(oracle));
        emit TwapOracle.PriceRecorded(end, 140 minutes, 150, roundId(1, 1), true);
        oracle.record(end, 140 minutes, path);
    }

    /// @dev The feed fell silent: only its own silence opens the fallback, and what it says later changes nothing.
    function test_B17_SilenceOfTheFeed() public {
        answerAt(START, 100);
        answerAt(START + 30 minutes, 200);
        uint256 end = START + 1 hours;
        Path memory path = oracle.pathOf(START + 30 minutes, 30 minutes);
        vm.warp(end);
        vm.expectRevert(
            abi.encodeWithSelector(TwapOracle.Backstop_WindowNotCovered.selector, START + 30 minutes, end, end + 7 days)
        );
        oracle.record(end, 1 hours, path);
        uint256 here = vm.snapshotState();
        vm.warp(end + 7 days);
        vm.assertEq(oracle.record(end, 1 hours, path), 150);
        vm.revertToState(here);
        answerAt(end + 8 days, 900);
        vm.assertEq(oracle.record(end, 1 hours, path), 150);
    }

    /// @dev Nobody hands in anything for months: that selects no fallback.
    function test_B17_SilenceOfPeopleChangesNothing() public {
        answerAt(START, 100);
        answerAt(START + 30 minutes, 200);
        answerAt(START + 1 hours, 300);
        vm.warp(START + 300 days);
        Path memory path = oracle.pathOf(START + 1 hours, 1 hours);
        vm.expectEmit(address(oracle));
        emit TwapOracle.PriceRecorded(START + 1 hours, 1 hours, 150, roundId(1, 1), false);
        oracle.record(START + 1 hours, 1 hours, path);
    }

    /// @dev An answer that is no price counts as missing: the price before holds, and the gap is seen.
    function test_B17_BrokenAnswersCountAsMissing() public {
        answerAt(START, 100);
        answerAt(START + 30 minutes, 0);
        feed.setAnswerAt(-5, START + 40 minutes);
        answerAt(START + 70 minutes, 300);
        vm.assertEq(record(START + 70 minutes, 35 minutes), 100);
        vm.assertEq(oracle.pathOf(START + 70 minutes, 35 minutes).first, roundId(1, 1));
        expectWrongRound(roundId(1, 2));
        oracle.record(START + 70 minutes, 36 minutes, Path(0, roundId(1, 2), new uint80[](0)));
        answerAt(START + 80 minutes, 0);
        answerAt(START + 141 minutes, 300);
        Path memory path = oracle.pathOf(START + 141 minutes, 1 hours);
        vm.expectPartialRevert(TwapOracle.Backstop_PriceGap.selector);
        oracle.record(START + 141 minutes, 1 hours, path);
    }

    function test_RevertWhen_RoundFromFuture() public {
        answerAt(START, 100);
        feed.setAnswerAt(1e8, START + 1 hours);
        vm.warp(START + 30 minutes);
        vm.expectRevert(
            abi.encodeWithSelector(
                PriceFeedAdapter.Backstop_PriceFromFuture.selector, START + 1 hours, START + 30 minutes
            )
        );
        oracle.record(START + 30 minutes, 10 minutes, Path(0, roundId(1, 1), new uint80[](0)));
    }

    /// @dev Phase 2's aggregator had rounds of its own before it took over, and phase 1's went on a little.
    function changeOfAggregator() private returns (uint256 end) {
        answerAt(START, 100);
        feed.setRound(roundId(2, 1), 900 * 100, START + 10 minutes);
        feed.setRound(roundId(2, 2), 901 * 100, START + 20 minutes);
        feed.setRound(roundId(1, 2), 200 * 100, START + 30 minutes);
        feed.setRound(roundId(2, 3), 300 * 100, START + 50 minutes);
        feed.setRound(roundId(2, 4), 400 * 100, START + 60 minutes);
        return START + 60 minutes;
    }

    function test_B17_GoesOnWithTheNextPhasesFirstLaterRound() public {
        uint256 end = changeOfAggregator();
        vm.warp(end);
        Path memory path = oracle.pathOf(end, 1 hours);
        vm.assertEq(path.first, roundId(1, 1));
        vm.assertEq(path.phaseFirsts.length, 1);
        vm.assertEq(path.phaseFirsts[0], roundId(2, 3));
        vm.assertEq(record(end, 1 hours), (100 * 30 + 200 * 20 + 300 * 10) / uint256(60));
        path = oracle.pathOf(end, 5 minutes);
        vm.assertEq(path.first, roundId(2, 3));
        vm.assertEq(path.previousLast, roundId(1, 2));
        vm.assertEq(record(end, 5 minutes), 300);
        vm.assertEq(record(end, 25 minutes), (200 * 15 + 300 * 10) / uint256(25));
    }

    /// @dev Every other way through the phases is refused: there is nothing to choose.
    function test_RevertWhen_AnotherWayThroughThePhases() public {
        uint256 end = changeOfAggregator();
        vm.warp(end + 30 days);
        uint80[] memory firsts = new uint80[](1);
        uint80[4] memory wrong = [roundId(2, 2), roundId(2, 4), roundId(3, 1), roundId(1, 2)];
        for (uint256 i = 0; i < 4; ++i) {
            firsts[0] = wrong[i];
            expectWrongRound(wrong[i]);
            oracle.record(end, 1 hours, Path(0, roundId(1, 1), firsts));
        }
        expectWrongRound(roundId(1, 2));
        oracle.record(end, 1 hours, Path(0, roundId(1, 1), new uint80[](0)));
        expectWrongRound(roundId(1, 2));
        oracle.record(end, 40 minutes, Path(roundId(1, 2), roundId(2, 2), new uint80[](0)));
        expectWrongRound(roundId(1, 1));
        oracle.record(end, 5 minutes, Path(roundId(1, 1), roundId(2, 3), new uint80[](0)));
        expectWrongRound(roundId(1, 3));
        oracle.record(end, 5 minutes, Path(roundId(1, 3), roundId(2, 3), new uint80[](0)));
        expectWrongRound(roundId(1, 0));
        oracle.record(end, 5 minutes, Path(0, roundId(2, 3), new uint80[](0)));
        expectWrongRound(roundId(2, 2));
        oracle.record(end, 5 minutes, Path(roundId(2, 2), roundId(2, 3), new uint80[](0)));
    }

    /// @dev A phase without any round before: nothing of it has to be passed.
    function test_B17_FirstRoundsOfALaterPhase() public {
        feed.setRound(roundId(4, 1), 100 * 100, START);
        feed.setRound(roundId(4, 2), 200 * 100, START + 10);
        vm.warp(START + 10);
        Path memory path = oracle.pathOf(START + 10, 10);
        vm.assertEq(path.previousLast, 0);
        vm.assertEq(record(START + 10, 10), 100);
    }

    /// @dev Against a sum over every second, with a change of aggregator somewhere.
    function testFuzz_B17_TheMeanOfSeconds(
        uint256[6] memory gaps,
        uint256[6] memory prices,
        uint256 end,
        uint256 window,
        uint256 change
    ) public {
        uint256 time = START;
        uint256[6] memory times;
        for (uint256 i = 0; i < 6; ++i) {
            times[i] = time;
            prices[i] = bound(prices[i], 1, 1e12);
            vm.warp(time);
            if (i == change % 6) feed.setAnswerInNextPhase(int256(prices[i] * 100));
            else feed.setAnswer(int256(prices[i] * 100));
            time += bound(gaps[i], 1, 20);
        }
        end = bound(end, START + 1, times[5]);
        window = bound(window, 1, end - START);
        uint256 sum = 0;
        for (uint256 second = end - window; second < end; ++second) {
            uint256 i = 5;
            while (times[i] > second) --i;
            sum += prices[i];
        }
        vm.assertEq(record(end, window), sum / window);
        vm.assertEq(oracle.preview(end, window), sum / window);
    }
}
