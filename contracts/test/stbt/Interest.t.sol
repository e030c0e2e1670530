// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {DevPriceFeed} from "../../src/devnet/DevPriceFeed.sol";
import {NewYorkDay} from "../../src/stbt/NewYorkDay.sol";
import {
    Stbt_DayReported,
    Stbt_IntervalTooLong,
    Stbt_InvalidPeriod,
    Stbt_PeriodNotNext,
    Stbt_ReserveUnknown
} from "../../src/stbt/StbtErrors.sol";
import {StbtInterest} from "../../src/stbt/StbtInterest.sol";
import {StbtRules} from "../../src/stbt/StbtTypes.sol";
import {FeedWithoutDecimals, ShortFeed} from "./StbtFeeds.sol";
import {StbtFixture} from "./StbtFixture.sol";

contract InterestTest is StbtFixture {
    function test_T4_minus_5_plus_3_plus_4_distributes_0_0_2() public {
        stbt.issue(alice, 1_000e18, "");
        int256[3] memory reported = [-5e18, int256(3e18), 4e18];
        uint256[3] memory supplies = [uint256(1_000e18), 1_000e18, 1_002e18];
        int256[3] memory carried = [-5e18, -2e18, int256(0)];
        for (uint256 i = 0; i < 3; i++) {
            report(reported[i]);
            vm.assertEq(stbt.totalSupply(), supplies[i]);
            vm.assertTrue(stbt.carry() == carried[i]);
        }
    }

    function test_T4_what_exceeds_the_ratio_comes_with_the_next_report() public {
        stbt.issue(alice, 1_000e18, "");
        vm.warp(block.timestamp + 1 days);
        vm.expectEmit(address(stbt));
        emit StbtInterest.InterestsDistributed(10e18, 1_010e18, block.timestamp - 1 days, block.timestamp);
        vm.expectEmit(address(stbt));
        emit StbtInterest.Carried(12e18, 10e18, 0, 2e18);
        stbt.distributeInterests(12e18, block.timestamp - 1 days, block.timestamp);
        report(0);
        vm.assertEq(stbt.totalSupply(), 1_012e18);
        vm.assertTrue(stbt.carry() == 0);
    }

    /// @dev i = NAV - supply - carry, so after each report supply = NAV - carry. rules.md T15
    function testFuzz_T15_after_every_report_supply_is_nav_less_the_carry(int256[12] memory moves) public {
        stbt.issue(alice, 1_000_000e18, "");
        int256 nav = 1_000_000e18;
        for (uint256 day = 0; day < moves.length; day++) {
            nav += moves[day] % 30_000e18;
            report(nav - int256(stbt.totalSupply()) - stbt.carry());
            vm.assertTrue(int256(stbt.totalSupply()) == nav - stbt.carry());
        }
    }

    function test_T3_two_reports_are_more_than_the_interval_apart() public {
        stbt.issue(alice, 1_000e18, "");
        vm.warp(START + 20 hours);
        vm.expectRevert("STBT: MIN_DISTRIBUTE_INTERVAL_VIOLATED");
        stbt.distributeInterests(1, START, block.timestamp);
        vm.warp(START + 20 hours + 1);
        stbt.distributeInterests(-1, START, block.timestamp);
        // A carried one counts as well.
        vm.warp(block.timestamp + 20 hours);
        vm.expectRevert("STBT: MIN_DISTRIBUTE_INTERVAL_VIOLATED");
        stbt.distributeInterests(1, START + 20 hours + 1, block.timestamp);
        vm.expectRevert(abi.encodeWithSelector(Stbt_IntervalTooLong.selector, 20 hours + 1, 20 hours));
        stbt.setMinDistributeInterval(20 hours + 1);
    }

    function test_T15_periods_join_and_end_in_the_past() public {
        stbt.setMinDistributeInterval(0);
        stbt.issue(alice, 1_000e18, "");
        vm.warp(START + 1 days);
        vm.expectRevert(abi.encodeWithSelector(Stbt_InvalidPeriod.selector, START, START + 1 days + 1, START + 1 days));
        stbt.distributeInterests(1, START, START + 1 days + 1);
        vm.expectRevert(abi.encodeWithSelector(Stbt_InvalidPeriod.selector, START, START, START + 1 days));
        stbt.distributeInterests(1, START, START);
        stbt.distributeInterests(1, START - 5 days, START + 1 days);
        vm.warp(START + 2 days);
        vm.expectRevert(abi.encodeWithSelector(Stbt_PeriodNotNext.selector, START, START + 1 days));
        stbt.distributeInterests(1, START, START + 2 days);
        stbt.distributeInterests(1, START + 1 days, START + 2 days);
    }

    function test_T15_one_report_a_new_york_day() public {
        stbt.setMinDistributeInterval(0);
        stbt.issue(alice, 1_000e18, "");
        // 17:00 in New York; midnight is 7 hours later, and a period ending there still is that day's.
        vm.warp(START + 3 hours);
        stbt.distributeInterests(1, START, START + 3 hours);
        uint256 day = stbt.lastReportDay();
        vm.warp(START + 7 hours);
        vm.expectRevert(abi.encodeWithSelector(Stbt_DayReported.selector, day, day));
        stbt.distributeInterests(1, START + 3 hours, START + 7 hours);
        vm.warp(START + 7 hours + 1);
        stbt.distributeInterests(1, START + 3 hours, START + 7 hours + 1);
        vm.assertEq(stbt.lastReportDay(), day + 1);
    }

    function test_T17_issues_need_a_fresh_reserve_that_covers_them() public {
        deploy(address(feed));
        vm.expectRevert(abi.encodeWithSelector(Stbt_ReserveUnknown.selector, 0, 0, 1 days));
        stbt.issue(alice, 1e18, "");
        feed.setAnswer(100e8);
        vm.expectRevert("STBT: EXCEED_RESERVE");
        stbt.issue(alice, 100e18 + 1, "");
        stbt.issue(alice, 100e18, "");
        feed.setAnswer(1_000e8);
        vm.warp(START + 1 days);
        stbt.issue(alice, 1e18, "");
        vm.warp(START + 1 days + 1);
        vm.expectRevert(abi.encodeWithSelector(Stbt_ReserveUnknown.selector, 1_000e8, START, 1 days));
        stbt.issue(alice, 1e18, "");
        feed.setAnswer(-1);
        vm.expectRevert(abi.encodeWithSelector(Stbt_ReserveUnknown.selector, -1, block.timestamp, 1 days));
        stbt.issue(alice, 1e18, "");
        feed.setAnswer(0);
        vm.expectRevert(abi.encodeWithSelector(Stbt_ReserveUnknown.selector, 0, block.timestamp, 1 days));
        stbt.issue(alice, 1e18, "");
        feed.setAnswerAt(1_000e8, block.timestamp + 1);
        vm.expectRevert(abi.encodeWithSelector(Stbt_ReserveUnknown.selector, 1_000e8, block.timestamp + 1, 1 days));
        stbt.issue(alice, 1e18, "");
    }

    function test_T17_a_report_above_the_reserve_is_carried_and_never_blocked() public {
        deploy(address(feed));
        feed.setAnswer(1_001e8);
        stbt.issue(alice, 1_000e18, "");
        vm.warp(block.timestamp + 1 days);
        uint256 to = block.timestamp;
        stbt.distributeInterests(5e18, START, to);
        vm.assertEq(stbt.totalSupply(), 1_001e18);
        vm.assertTrue(stbt.carry() == 4e18);
        // Too old, negative, and no feed any more: all of it waits.
        vm.warp(block.timestamp + 1 days);
        stbt.distributeInterests(1e18, to, block.timestamp);
        vm.assertTrue(stbt.carry() == 5e18);
        to = block.timestamp;
        feed.setAnswer(-1);
        vm.warp(to + 1 days);
        stbt.distributeInterests(1e18, to, block.timestamp);
        vm.assertTrue(stbt.carry() == 6e18);
    }

    /// @dev One that is no feed, one that answers too little, one without decimals, one that is nothing at all.
    function test_T17_a_broken_feed_blocks_no_report() public {
        address[4] memory broken =
            [address(usdt), address(new ShortFeed()), address(new FeedWithoutDecimals()), stranger];
        for (uint256 i = 0; i < broken.length; i++) {
            vm.warp(START);
            deploy(broken[i]);
            vm.warp(START + 1 days);
            stbt.distributeInterests(1e18, START, block.timestamp);
            vm.assertTrue(stbt.carry() == 1e18);
        }
    }

    function test_T17_an_answer_of_any_decimals_is_scaled_to_18() public {
        uint8[3] memory decimals = [0, 18, 20];
        int256[3] memory answers = [int256(7), 7e18, 7e20 + 99];
        for (uint256 i = 0; i < decimals.length; i++) {
            feed = new DevPriceFeed(decimals[i], "STBT reserve");
            deploy(address(feed));
            feed.setAnswer(answers[i]);
            vm.assertEq(stbt.reserve(), 7e18);
            stbt.issue(alice, 7e18, "");
            vm.expectRevert("STBT: EXCEED_RESERVE");
            stbt.issue(alice, 1, "");
        }
        deploy(address(0));
        vm.assertEq(stbt.reserve(), type(uint256).max);
    }

    function test_T3_the_interval_counts_from_the_first_issue() public {
        stbt.setMinDistributeInterval(20 hours);
        vm.warp(START + 1 hours);
        stbt.issue(alice, 1e18, "");
        stbt.issue(alice, 1e18, "");
        vm.warp(START + 21 hours);
        vm.expectRevert("STBT: MIN_DISTRIBUTE_INTERVAL_VIOLATED");
        stbt.distributeInterests(1, START, block.timestamp);
        vm.warp(START + 21 hours + 1);
        stbt.issue(alice, 1e18, "");
        stbt.distributeInterests(1, START, block.timestamp);
    }

    /// @dev The discriminator: a live contract has no such function, and tells no carry.
    function test_T4_rules_tell_the_carry_and_the_last_period() public {
        deploy(address(feed));
        StbtRules memory told = stbt.rules();
        require(told.carriesInterest && told.carry == 0 && told.lastReportEnd == 0, "new");
        stbt.distributeInterests(-3, START - 1, START);
        told = stbt.rules();
        require(told.reserveFeed == address(feed) && told.reserveHeartbeat == 1 days, "the feed");
        require(told.carry == -3 && told.lastReportEnd == START, "the report");
        vm.assertEq(told.lastReportDay, NewYorkDay.dayOf(START - 1));
    }

    /// @dev The hours at which New York changed and will change its clocks from 2024 to 2040, by the tz database.
    function test_T15_new_york_changes_its_clocks_on_these_hours() public pure {
        uint32[34] memory changes = [
            uint32(1_710_054_000),
            1_730_613_600,
            1_741_503_600,
            1_762_063_200,
            1_772_953_200,
            1_793_512_800,
            1_805_007_600,
            1_825_567_200,
            1_836_457_200,
            1_857_016_800,
            1_867_906_800,
            1_888_466_400,
            1_899_356_400,
            1_919_916_000,
            1_930_806_000,
            1_951_365_600,
            1_962_860_400,
            1_983_420_000,
            1_994_310_000,
            2_014_869_600,
            2_025_759_600,
            2_046_319_200,
            2_057_209_200,
            2_077_768_800,
            2_088_658_800,
            2_109_218_400,
            2_120_108_400,
            2_140_668_000,
            2_152_162_800,
            2_172_722_400,
            2_183_612_400,
            2_204_172_000,
            2_215_062_000,
            2_235_621_600
        ];
        for (uint256 i = 0; i < changes.length; i++) {
            bool isSummer = i % 2 == 0;
            uint256 time = changes[i];
            require(NewYorkDay.isSummer(time) == isSummer, "at the change");
            require(NewYorkDay.isSummer(time - 1) != isSummer, "a second before");
            require(NewYorkDay.isSummer(time + 90 days) == isSummer, "a quarter later");
        }
    }

    function test_T15_a_day_begins_at_midnight_in_new_york() public pure {
        // Winter: 5:00 UTC, summer: 4:00 UTC. 1 January 2027 is day 20,819, 1 July 2027 day 21,000.
        require(NewYorkDay.dayOf(20_819 * 1 days + 5 hours) == 20_819, "first second of a winter's day");
        require(NewYorkDay.dayOf(20_819 * 1 days + 5 hours - 1) == 20_818, "last of the day before");
        require(NewYorkDay.dayOf(21_000 * 1 days + 4 hours) == 21_000, "first second of a summer's day");
        require(NewYorkDay.dayOf(21_000 * 1 days + 4 hours - 1) == 20_999, "last of the day before");
    }
}
