// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Collateral_NoPrice, Collateral_NotGovernance} from "../../src/collateral/CollateralErrors.sol";
import {PriceState, Prices} from "../../src/collateral/CollateralTypes.sol";
import {Governed} from "../../src/collateral/Governed.sol";
import {Osm} from "../../src/collateral/Osm.sol";
import {OsmKey, OsmSettings} from "../../src/collateral/OsmSettings.sol";
import {DevPriceFeed} from "../../src/devnet/DevPriceFeed.sol";
import {FeedSource} from "../../src/shared/FeedSource.sol";
import {Test} from "../Test.sol";

/// @title A source that misbehaves
contract BrokenFeed {
    bytes private _answer;

    constructor(bytes memory answer) {
        _answer = answer;
    }

    fallback(bytes calldata) external returns (bytes memory) {
        if (_answer.length == 1) {
            while (true) {}
        }
        return _answer;
    }
}

/// @title The delayed price. rules.md C8
contract OsmTest is Test {
    uint256 internal constant WAD = 1e18;
    uint256 internal constant START = 20_000 days + 25 minutes;

    address internal alice = makeAddr("alice");
    address internal emergency = makeAddr("emergency");
    DevPriceFeed internal feed;
    DevPriceFeed internal spare;
    Osm internal osm;

    function setUp() public {
        vm.warp(START);
        feed = new DevPriceFeed(8, "TAO / USD");
        spare = new DevPriceFeed(8, "TAO / USD");
        osm = create(Osm(address(0)), address(0));
        say(100);
    }

    function create(Osm leg, address second) internal returns (Osm) {
        return new Osm(address(this), 1 days, leg, first(second));
    }

    function first(address second) internal returns (uint256[6] memory) {
        return
            [
                uint256(uint160(address(new FeedSource(feed)))),
                uint160(second),
                1 hours,
                3 hours,
                100,
                uint160(emergency)
            ];
    }

    function say(uint256 price) internal {
        feed.setAnswer(int256(price * 1e8));
    }

    function wait_(uint256 time) internal {
        vm.warp(block.timestamp + time);
    }

    /// @dev Current, next and live are this.
    function settle(uint256 price) internal {
        say(price);
        osm.poke();
        wait_(1 hours);
        say(price);
        osm.poke();
    }

    function assertPrices(uint256 current, uint256 next, uint256 live) internal view {
        Prices memory p = osm.prices();
        vm.assertEq(p.current, current * WAD, "current");
        vm.assertEq(p.next, next * WAD, "next");
        vm.assertEq(p.live, live * WAD, "live");
    }

    function assertRange(uint256 low, uint256 high) internal view {
        Prices memory p = osm.prices();
        vm.assertEq(p.low, low * WAD, "low");
        vm.assertEq(p.high, high * WAD, "high");
    }

    function assertState(PriceState state) internal view {
        Prices memory p = osm.prices();
        vm.assertEq(uint256(p.state), uint256(state));
        (, bool holds) = osm.peek();
        vm.assertTrue(holds == (state == PriceState.Fresh));
        if (state != PriceState.Fresh) vm.assertEq(p.low + p.high, 0);
    }

    function change(OsmKey key, uint256 value) internal {
        osm.propose(uint256(key), value);
        wait_(1 days);
        osm.applyChange(uint256(key));
    }

    function expectNotYet(uint256 since) internal {
        vm.expectRevert(abi.encodeWithSelector(Governed.Collateral_NotYet.selector, since));
    }

    // ---- Steps

    function test_C8_TwoStepsBeforeThereIsAPrice() public {
        assertState(PriceState.None);
        assertPrices(0, 0, 100);
        vm.expectRevert(Collateral_NoPrice.selector);
        osm.read();
        vm.expectEmit(address(osm));
        emit Osm.PriceQueued(0, 100 * WAD, START, START + 1 hours, false);
        vm.prank(alice);
        osm.poke();
        assertState(PriceState.None);
        assertPrices(0, 100, 100);
        Prices memory p = osm.prices();
        vm.assertEq(p.nextAt, START + 1 hours);
        vm.assertEq(p.nextUpdatedAt, START);
        vm.warp(START + 1 hours - 1);
        assertState(PriceState.None);
        vm.warp(START + 1 hours);
        assertState(PriceState.Fresh);
        assertPrices(100, 0, 100);
        vm.assertEq(osm.prices().updatedAt, START);
        vm.assertEq(osm.prices().nextAt, 0);
        vm.assertEq(osm.read(), bytes32(100 * WAD), "read");
    }

    /// @dev A hop after it was queued, by time alone, and never earlier, whenever it was queued.
    function test_C8_ALatePokeIsNoInstantPrice() public {
        settle(100);
        // Nobody pokes for long; then somebody does, a second before a whole hour of the clock.
        vm.warp(20_000 days + 4 hours - 1);
        say(50);
        osm.poke();
        assertPrices(100, 50, 50);
        vm.warp(20_000 days + 4 hours);
        assertPrices(100, 50, 50);
        expectNotYet(20_000 days + 5 hours - 1);
        osm.poke();
        vm.warp(20_000 days + 5 hours - 2);
        assertPrices(100, 50, 50);
        vm.warp(20_000 days + 5 hours - 1);
        assertPrices(50, 0, 50);
    }

    function test_C8_OneStepAnHour() public {
        settle(100);
        uint256 since = block.timestamp;
        vm.warp(since + 1 hours - 1);
        say(110);
        vm.assertFalse(osm.pass());
        expectNotYet(since + 1 hours);
        osm.poke();
        vm.warp(since + 1 hours);
        vm.assertTrue(osm.pass());
        osm.poke();
        assertPrices(100, 110, 110);
        vm.assertEq(uint256(osm.zzz()), since + 1 hours);
        vm.warp(since + 2 hours);
        say(120);
        osm.poke();
        assertPrices(110, 120, 120);
    }

    function test_C1_LowAndHighOfThoseThatExist() public {
        settle(100);
        assertRange(100, 100);
        say(90);
        assertRange(90, 100);
        say(120);
        assertRange(100, 120);
        wait_(1 hours);
        say(80);
        osm.poke();
        say(85);
        assertRange(80, 100);
        wait_(1 hours);
        say(70);
        osm.poke();
        say(75);
        // 80 is current, 70 next.
        assertRange(70, 80);
        say(90);
        assertRange(70, 90);
        wait_(1 hours);
        say(95);
        assertPrices(70, 0, 95);
        assertRange(70, 95);
        osm.poke();
        say(60);
        assertRange(60, 95);
        // Without a live value there are neither, though current is fresh.
        say(0);
        assertRange(0, 0);
        vm.assertEq(uint256(osm.prices().state), uint256(PriceState.Fresh));
    }

    // ---- What is queued

    function expectNoAnswer() internal {
        vm.expectRevert(Osm.Osm_NoAnswer.selector);
        osm.poke();
    }

    function test_C8_NoOldAnswerIsQueued() public {
        settle(100);
        wait_(1 hours);
        // As old as the feed's own heartbeat is taken, a second more is not.
        feed.setAnswerAt(50e8, block.timestamp - 1 hours - 1);
        assertPrices(100, 0, 0);
        expectNoAnswer();
        feed.setAnswerAt(50e8, block.timestamp - 1 hours);
        osm.poke();
        assertPrices(100, 50, 50);
        // Nor one from before the last queued one, though it is young enough.
        wait_(1 hours);
        say(40);
        osm.poke();
        uint256 since = block.timestamp;
        wait_(30 minutes);
        feed.setAnswerAt(90e8, since - 1);
        assertPrices(50, 40, 0);
        wait_(30 minutes);
        expectNoAnswer();
        // The same answer again is.
        feed.setAnswerAt(40e8, since);
        osm.poke();
        assertPrices(40, 40, 40);
    }

    function test_C8_NoNonsenseIsQueued() public {
        settle(100);
        wait_(1 hours);
        int256[4] memory answers = [int256(0), -1, type(int256).max, int256(2 ** 100)];
        for (uint256 i = 0; i < answers.length; ++i) {
            feed.setAnswer(answers[i]);
            expectNoAnswer();
            assertPrices(100, 0, 0);
        }
        feed.setAnswerAt(100e8, block.timestamp + 1);
        expectNoAnswer();
        feed.setAnswer(1);
        osm.poke();
        vm.assertEq(osm.prices().next, 1e10);
    }

    function test_C8_ABrokenSourceIsNoObstacle() public {
        settle(100);
        bytes[5] memory answers =
            [bytes(""), hex"01", abi.encode(WAD), abi.encode(type(uint256).max, block.timestamp), new bytes(10_000)];
        for (uint256 i = 0; i < answers.length; ++i) {
            change(OsmKey.Source, uint160(address(new BrokenFeed(answers[i]))));
            wait_(1);
            Prices memory p = osm.prices();
            vm.assertEq(p.live + p.current, 0);
            expectNoAnswer();
        }
    }

    // ---- Age

    function test_C8_AgeIsTheFeedsTime() public {
        feed.setAnswerAt(100e8, START - 30 minutes);
        osm.poke();
        vm.warp(START + 2 hours + 30 minutes);
        assertState(PriceState.Fresh);
        vm.warp(START + 2 hours + 30 minutes + 1);
        assertState(PriceState.Stale);
        vm.expectRevert(Collateral_NoPrice.selector);
        osm.read();
        (bytes32 shown,) = osm.peek();
        vm.assertEq(shown, bytes32(100 * WAD), "not shown");
        // The next one ends it.
        say(120);
        osm.poke();
        assertState(PriceState.Stale);
        wait_(1 hours);
        assertState(PriceState.Fresh);
    }

    /// @dev With a poke an hour and a feed at the end of its own heartbeat, a price is always fresh.
    function test_C8_TheHeartbeatBridgesTwoHops() public {
        for (uint256 i = 0; i < 6; ++i) {
            feed.setAnswerAt(100e8, block.timestamp - 1 hours);
            osm.poke();
            wait_(1 hours);
            assertState(PriceState.Fresh);
        }
        wait_(1 hours);
        assertState(PriceState.Fresh);
        wait_(1);
        assertState(PriceState.Stale);
    }

    // ---- Freezing

    function test_C8_EmergencyOnlyFreezes() public {
        settle(100);
        wait_(1 hours);
        say(1);
        osm.poke();
        vm.expectRevert(abi.encodeWithSelector(Osm.Osm_NotEmergency.selector, alice));
        vm.prank(alice);
        osm.freeze();
        uint256 since = block.timestamp;
        vm.expectEmit(address(osm));
        emit Osm.PriceFrozen(emergency, 100 * WAD, WAD);
        vm.prank(emergency);
        osm.freeze();
        assertState(PriceState.Frozen);
        assertPrices(100, 0, 1);
        vm.assertEq(osm.stopped(), 1);
        vm.assertEq(osm.frozenAt(), since);
        vm.assertFalse(osm.pass());
        (, bool isQueued) = osm.peep();
        vm.assertFalse(isQueued);
        vm.expectRevert(abi.encodeWithSelector(Osm.Osm_Frozen.selector, since));
        osm.poke();
        vm.expectRevert(abi.encodeWithSelector(Osm.Osm_Frozen.selector, since));
        vm.prank(emergency);
        osm.freeze();
        // What was queued never becomes current.
        wait_(2 hours);
        assertPrices(100, 0, 0);
        assertState(PriceState.Frozen);
        vm.startPrank(emergency);
        vm.expectRevert(abi.encodeWithSelector(Collateral_NotGovernance.selector, emergency));
        osm.proposeUnfreeze();
        vm.expectRevert(Osm.Osm_NotFrozen.selector);
        osm.unfreeze();
        vm.expectRevert(abi.encodeWithSelector(Collateral_NotGovernance.selector, emergency));
        osm.propose(0, 1);
        vm.stopPrank();
    }

    /// @dev What had become current by the moment of the freeze is what is shown.
    function test_C8_AFreezeShowsWhatWasCurrent() public {
        settle(100);
        say(90);
        wait_(1 hours);
        say(90);
        osm.poke();
        wait_(1 hours);
        osm.freeze();
        assertPrices(90, 0, 90);
    }

    function test_C8_GovernanceUnfreezesAfterADelayThenTwoSteps() public {
        settle(100);
        vm.expectRevert(Osm.Osm_NotFrozen.selector);
        osm.proposeUnfreeze();
        osm.freeze();
        vm.expectRevert(Osm.Osm_NotFrozen.selector);
        osm.unfreeze();
        uint256 since = block.timestamp + 1 days;
        vm.expectEmit(address(osm));
        emit Osm.UnfreezeProposed(since);
        osm.proposeUnfreeze();
        vm.assertEq(osm.unfreezeAt(), since);
        vm.warp(since - 1);
        expectNotYet(since);
        osm.unfreeze();
        vm.warp(since);
        say(100);
        vm.assertEq(osm.unfrozenAt(), 0);
        vm.expectEmit(address(osm));
        emit Osm.PriceCleared();
        vm.prank(alice);
        osm.unfreeze();
        vm.assertEq(osm.unfrozenAt(), since);
        assertState(PriceState.None);
        assertPrices(0, 0, 100);
        vm.assertFalse(osm.pass());
        expectNotYet(since + 1);
        osm.poke();
        vm.warp(since + 1);
        vm.assertTrue(osm.pass());
        osm.poke();
        assertState(PriceState.None);
        assertPrices(0, 100, 100);
        vm.warp(since + 1 + 1 hours);
        assertState(PriceState.Fresh);
        vm.expectRevert(Osm.Osm_NotFrozen.selector);
        osm.unfreeze();
    }

    /// @dev What was proposed for one freeze does not end the next one.
    function test_C8_AProposalEndsWithItsFreeze() public {
        settle(100);
        osm.freeze();
        osm.proposeUnfreeze();
        wait_(1 days);
        osm.unfreeze();
        osm.freeze();
        vm.expectRevert(Osm.Osm_NotFrozen.selector);
        osm.unfreeze();
        // Nor does one that a new source has overtaken.
        osm.proposeUnfreeze();
        osm.propose(uint256(OsmKey.Source), uint160(address(new FeedSource(spare))));
        wait_(1 days);
        osm.applyChange(uint256(OsmKey.Source));
        vm.assertEq(osm.unfreezeAt(), 0);
        vm.prank(emergency);
        osm.freeze();
        vm.expectRevert(Osm.Osm_NotFrozen.selector);
        osm.unfreeze();
    }

    function test_C8_ANewSourceEndsAFreezeAndBeginsAnew() public {
        settle(100);
        osm.freeze();
        address source = address(new FeedSource(spare));
        change(OsmKey.Source, uint160(source));
        vm.assertEq(osm.src(), source);
        assertState(PriceState.None);
        spare.setAnswer(70e8);
        assertPrices(0, 0, 70);
        wait_(1);
        osm.poke();
        wait_(1 hours);
        spare.setAnswer(71e8);
        assertPrices(70, 0, 71);
        assertState(PriceState.Fresh);
        // Without a freeze, too.
        change(OsmKey.Source, uint160(address(new FeedSource(feed))));
        assertState(PriceState.None);
        vm.assertEq(osm.unfrozenAt(), block.timestamp);
    }

    /// @dev In the same second, but before: it came from the old source.
    function test_C8_WhatWasQueuedJustBeforeANewSourceIsVoid() public {
        settle(100);
        osm.propose(uint256(OsmKey.Source), uint160(address(new FeedSource(spare))));
        wait_(1 days);
        say(1);
        osm.poke();
        assertPrices(100, 1, 1);
        osm.applyChange(uint256(OsmKey.Source));
        assertPrices(0, 0, 0);
        wait_(1 hours);
        assertPrices(0, 0, 0);
        assertState(PriceState.None);
    }

    // ---- The leg

    function test_C8_AFrozenLegFreezes() public {
        Osm tao = osm;
        settle(100);
        wait_(1 hours);
        say(100);
        osm = create(tao, address(0));
        settle(100);
        assertState(PriceState.Fresh);
        wait_(30 minutes);
        vm.prank(emergency);
        tao.freeze();
        uint256 since = block.timestamp;
        assertState(PriceState.Frozen);
        vm.assertEq(osm.stopped(), 1);
        vm.assertEq(osm.frozenAt(), since);
        assertPrices(100, 0, 100);
        vm.expectRevert(abi.encodeWithSelector(Osm.Osm_Frozen.selector, since));
        osm.poke();
        // Its own freeze is another one, which the leg's end does not end.
        wait_(1);
        osm.freeze();
        vm.assertEq(osm.frozenAt(), since);
        tao.proposeUnfreeze();
        wait_(1 days);
        tao.unfreeze();
        vm.assertEq(osm.frozenAt(), since + 1);
        assertState(PriceState.Frozen);
        // What it shows is void since the leg began anew.
        assertPrices(0, 0, 0);
        uint256 cleared = block.timestamp;
        vm.assertEq(osm.unfrozenAt(), cleared);
        osm.proposeUnfreeze();
        wait_(1 days);
        osm.unfreeze();
        vm.assertEq(osm.unfrozenAt(), cleared + 1 days);
        assertState(PriceState.None);
    }

    function test_C8_ALegsNewStartIsItsOwn() public {
        Osm tao = osm;
        osm = create(tao, address(0));
        settle(100);
        tao.freeze();
        tao.proposeUnfreeze();
        wait_(1 days);
        tao.unfreeze();
        assertState(PriceState.None);
        say(90);
        expectNotYet(block.timestamp + 1);
        osm.poke();
        wait_(1);
        osm.poke();
        assertPrices(0, 90, 90);
        wait_(1 hours);
        say(90);
        assertPrices(90, 0, 90);
    }

    // ---- The second source

    function useSpare() internal {
        osm = create(Osm(address(0)), address(new FeedSource(spare)));
        settle(100);
        wait_(1 hours);
        feed.setAnswer(0);
    }

    function test_C8_TheSecondSourceIsQueuedIfItIsClose() public {
        useSpare();
        expectNoAnswer();
        spare.setAnswer(101e8 + 1);
        expectNoAnswer();
        spare.setAnswer(99e8 - 1);
        expectNoAnswer();
        assertPrices(100, 0, 0);
        spare.setAnswerAt(100e8, block.timestamp - 1 hours - 1);
        expectNoAnswer();
        spare.setAnswer(99e8);
        assertPrices(100, 0, 99);
        spare.setAnswer(101e8);
        vm.expectEmit(address(osm));
        emit Osm.PriceQueued(100 * WAD, 101 * WAD, block.timestamp, block.timestamp + 1 hours, true);
        osm.poke();
        // Now 101 is what was queued last.
        spare.setAnswer(102e8);
        assertPrices(100, 101, 102);
        wait_(1 hours);
        spare.setAnswer(99e8);
        expectNoAnswer();
        // The first one needs not to be close.
        say(50);
        osm.poke();
        assertPrices(101, 50, 50);
    }

    function test_C8_TheSecondSourceAloneBeginsNothing() public {
        osm = create(Osm(address(0)), address(new FeedSource(spare)));
        feed.setAnswer(0);
        spare.setAnswer(100e8);
        expectNoAnswer();
        assertPrices(0, 0, 0);
    }

    function test_C8_HoldIsTheDefault() public {
        settle(100);
        wait_(1 hours);
        spare.setAnswer(100e8);
        feed.setAnswer(0);
        expectNoAnswer();
        assertPrices(100, 0, 0);
        assertState(PriceState.Fresh);
        wait_(2 hours);
        assertState(PriceState.Fresh);
        wait_(1);
        assertState(PriceState.Stale);
    }

    // ---- Parameters and views

    function test_C8_TheHeartbeatFitsTheFeed() public {
        osm.propose(uint256(OsmKey.HeartbeatSeconds), 3 hours - 1);
        osm.propose(uint256(OsmKey.FeedSeconds), 1 hours + 1);
        osm.propose(uint256(OsmKey.Source), uint160(alice));
        osm.propose(uint256(OsmKey.SecondSource), uint160(alice));
        wait_(1 days);
        bytes4 short = OsmSettings.Osm_HeartbeatTooShort.selector;
        vm.expectRevert(abi.encodeWithSelector(short, 3 hours - 1, 3 hours));
        osm.applyChange(uint256(OsmKey.HeartbeatSeconds));
        vm.expectRevert(abi.encodeWithSelector(short, 3 hours, 3 hours + 1));
        osm.applyChange(uint256(OsmKey.FeedSeconds));
        vm.expectRevert(abi.encodeWithSelector(OsmSettings.Osm_NoContract.selector, alice));
        osm.applyChange(uint256(OsmKey.Source));
        vm.expectRevert(abi.encodeWithSelector(OsmSettings.Osm_NoContract.selector, alice));
        osm.applyChange(uint256(OsmKey.SecondSource));
        change(OsmKey.HeartbeatSeconds, 4 hours);
        change(OsmKey.FeedSeconds, 2 hours);
        change(OsmKey.SecondSource, uint160(address(new FeedSource(spare))));
        change(OsmKey.SecondSource, 0);
        change(OsmKey.Emergency, uint160(alice));
        vm.expectRevert(abi.encodeWithSelector(Osm.Osm_NotEmergency.selector, emergency));
        vm.prank(emergency);
        osm.freeze();
        vm.prank(alice);
        osm.freeze();
    }

    function test_C8_TheFirstParametersFitEachOther() public {
        uint256[6] memory p = first(address(0));
        p[3] = 3 hours - 1;
        vm.expectPartialRevert(OsmSettings.Osm_HeartbeatTooShort.selector);
        new Osm(address(this), 1 days, Osm(address(0)), p);
    }

    function test_C3_OsmBounds() public {
        uint256[6] memory least = [uint256(0x10000), 0, 1 minutes, 1 minutes, 1, 0x10000];
        uint256[6] memory most =
            [uint256(type(uint160).max), type(uint160).max, 7 days, 8 days, 2_000, type(uint160).max];
        for (uint256 key = 0; key < 6; ++key) {
            (uint256 from, uint256 to) = osm.boundsOf(key);
            vm.assertEq(from, least[key]);
            vm.assertEq(to, most[key]);
        }
        vm.expectRevert(abi.encodeWithSignature("Panic(uint256)", 0x21));
        osm.boundsOf(6);
    }

    function test_C8_ViewsAsMakerDaos() public {
        settle(100);
        wait_(30 minutes);
        (bytes32 next, bool isQueued) = osm.peep();
        vm.assertEq(next, bytes32(100 * WAD), "peep");
        vm.assertTrue(isQueued);
        vm.assertEq(osm.bud(alice), 1);
        vm.assertEq(osm.wards(alice), 0);
        vm.assertEq(osm.wards(address(this)), 1);
        vm.assertEq(uint256(osm.hop()), 3_600);
        vm.assertEq(osm.stopped(), 0);
        vm.assertEq(uint256(osm.zzz()), START + 1 hours);
        vm.assertFalse(osm.pass());
    }

    /// @dev No current price was queued less than a hop ago, whatever is called when.
    function test_C8_NeverEarlierThanAHop(uint256[12] memory waits, uint256[12] memory answers) public {
        uint256[12] memory saidAt;
        for (uint256 i = 0; i < 12; ++i) {
            wait_(bound(waits[i], 0, 3 hours));
            uint256 price = 1_000 * (i + 1) + bound(answers[i], 0, 999);
            say(price);
            saidAt[i] = block.timestamp;
            try osm.poke() {} catch {}
            uint256 current = osm.prices().current / WAD;
            if (current != 0) vm.assertGe(block.timestamp, saidAt[current / 1_000 - 1] + 1 hours, "too early");
        }
    }
}
