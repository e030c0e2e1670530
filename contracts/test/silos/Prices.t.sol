// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Silos_NotTrustees} from "../../src/silos/SiloErrors.sol";
import {DexTwapSource} from "../../src/shared/DexTwapSource.sol";
import {SiloSettings} from "../../src/silos/SiloSettings.sol";
import {Conditions, Key, Parameters, PriceState, Quote} from "../../src/silos/SiloTypes.sol";
import {SiloFixture} from "./SiloFixture.sol";

/// @title A source that misbehaves
contract BrokenSource {
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

/// @title Prices, parameters and their bounds. rules.md S15, S17, S19
contract PricesTest is SiloFixture {
    function assertState(PriceState state) internal view {
        Conditions memory now_ = settings.conditions();
        vm.assertEq(uint256(now_.state), uint256(state));
        if (state != PriceState.Fresh) vm.assertEq(now_.low + now_.high, 0);
    }

    function test_S15_LowValuesHighPaysOut() public {
        quotes(WAD * 101 / 100, WAD);
        Conditions memory now_ = settings.conditions();
        vm.assertEq(now_.low, WAD);
        vm.assertEq(now_.high, WAD * 101 / 100);
        quotes(WAD, WAD * 102 / 100);
        vm.assertEq(settings.conditions().low, WAD);
        vm.assertEq(settings.conditions().high, WAD * 102 / 100);
    }

    function test_S15_EqualToTheHeartbeatIsFresh() public {
        vm.warp(START + 1 hours);
        assertState(PriceState.Fresh);
        vm.warp(START + 1 hours + 1);
        assertState(PriceState.FeedStale);
        feed.setAnswer(int256(WAD));
        vm.warp(START + 2 hours);
        assertState(PriceState.Fresh);
        vm.warp(START + 2 hours + 1);
        assertState(PriceState.DexStale);
    }

    function test_S15_DeviationToTheUnit() public {
        quotes(WAD, WAD * 103 / 100);
        assertState(PriceState.Fresh);
        quotes(WAD, WAD * 103 / 100 + 1);
        assertState(PriceState.Deviates);
        quotes(WAD * 103 / 100 + 1, WAD);
        assertState(PriceState.Deviates);
    }

    function test_S15_AbsurdAnswersAreNoPrice() public {
        int256[4] memory answers = [int256(0), -1, type(int256).max, int256(2 ** 100)];
        for (uint256 i = 0; i < answers.length; ++i) {
            feed.setAnswer(answers[i]);
            assertState(PriceState.FeedUnusable);
        }
        feed.setAnswer(1);
        dexFeed.setAnswer(1);
        assertState(PriceState.Fresh);
        dexFeed.setAnswer(-5);
        assertState(PriceState.DexUnusable);
        dexFeed.setAnswerAt(1, block.timestamp + 1);
        assertState(PriceState.DexUnusable);
        feed.setAnswer(int256(uint256(type(uint96).max)));
        dexFeed.setAnswer(int256(uint256(type(uint96).max)));
        assertState(PriceState.Fresh);
    }

    /// @dev A source that reverts, loops, answers too little or too much stops what needs a price, and nothing else.
    function test_S15_BrokenSourcesAreNoPrice() public {
        mint(alice, 10);
        bytes[4] memory answers = [bytes(""), hex"01", abi.encode(WAD), abi.encode(type(uint256).max, block.timestamp)];
        for (uint256 i = 0; i < answers.length; ++i) {
            settings.set(Key.FeedSource, uint160(address(new BrokenSource(answers[i]))));
            assertState(PriceState.FeedUnusable);
            mint(alice, 1);
        }
        settings.set(Key.FeedSource, uint160(address(new BrokenSource(new bytes(10_000)))));
        assertState(PriceState.FeedUnusable);
        (Quote memory fromFeed, Quote memory fromDex, Quote memory fromUsdc) = settings.quotes();
        vm.assertEq(fromFeed.price, 0);
        vm.assertEq(fromDex.price, WAD);
        vm.assertEq(fromUsdc.price, WAD);
    }

    function test_S19_EveryParameterHasBounds() public {
        for (uint256 i = 0; i <= uint256(Key.DelaySeconds); ++i) {
            Key key = Key(i);
            (uint256 least, uint256 most) = settings.boundsOf(key);
            vm.expectRevert(
                abi.encodeWithSelector(SiloSettings.Silos_OutOfBounds.selector, key, least - 1, least, most)
            );
            settings.check(key, least - 1);
            vm.expectRevert(abi.encodeWithSelector(SiloSettings.Silos_OutOfBounds.selector, key, most + 1, least, most));
            settings.set(key, most + 1);
        }
        vm.expectPartialRevert(SiloSettings.Silos_OutOfBounds.selector);
        settings.set(Key.Ecosystem, 0xffff);
        settings.set(Key.Ecosystem, 0x10000);
        vm.assertEq(settings.parameters().ecosystem, address(0x10000));
        vm.expectRevert(abi.encodeWithSelector(SiloSettings.Silos_NoContract.selector, Key.Exchange, alice));
        settings.set(Key.Exchange, uint160(alice));
        vm.expectRevert(abi.encodeWithSelector(SiloSettings.Silos_NoContract.selector, Key.FeedSource, alice));
        settings.check(Key.FeedSource, uint160(alice));
    }

    function test_S19_BoundsAreReachable() public {
        settings.set(Key.LatchMinSupply, 1);
        settings.set(Key.LatchMinSupply, 1e15);
        settings.set(Key.FeedHeartbeatSeconds, 1 minutes);
        settings.set(Key.DexHeartbeatSeconds, 7 days);
        settings.set(Key.UsdcHeartbeatSeconds, 7 days);
        settings.set(Key.MaxDeviationBps, 2_000);
        settings.set(Key.SlippageBps, 1_000);
        settings.set(Key.XtzSpreadBps, 1_000);
        settings.set(Key.DepegBps, 1_000);
        settings.set(Key.FeedThresholdBps, 1_000);
        settings.set(Key.CycleSeconds, 366 days);
        settings.set(Key.DelaySeconds, 90 days);
        settings.set(Key.RepeatSeconds, 30 days);
        settings.set(Key.VoteSeconds, 30 days);
        vm.assertEq(settings.valueOf(Key.VoteSeconds), 30 days);
        Parameters memory p = settings.parameters();
        vm.assertEq(p.latchMinSupply + p.slippageBps + p.delaySeconds, 1e15 + 1_000 + 90 days);
        vm.expectRevert(
            abi.encodeWithSelector(
                SiloSettings.Silos_OutOfBounds.selector, Key.RepeatSeconds, 30 days + 1, 1 days, 30 days
            )
        );
        settings.set(Key.RepeatSeconds, 30 days + 1);
    }

    function test_S18_S19_ParametersFitEachOther() public {
        bytes4 below = SiloSettings.Silos_BelowOther.selector;
        vm.expectRevert(abi.encodeWithSelector(below, Key.CycleSeconds, 4 days, 4 days + 1));
        settings.set(Key.CycleSeconds, 4 days);
        settings.check(Key.CycleSeconds, 4 days + 1);
        vm.expectRevert(abi.encodeWithSelector(below, Key.DelaySeconds, 7 days, 7 days + 2));
        settings.check(Key.VoteSeconds, 3 days + 1);
        vm.expectRevert(abi.encodeWithSelector(below, Key.DelaySeconds, 7 days, 7 days + 1));
        settings.check(Key.RepeatSeconds, 1 days + 1);
        vm.expectRevert(abi.encodeWithSelector(below, Key.DelaySeconds, 7 days - 1, 7 days));
        settings.check(Key.DelaySeconds, 7 days - 1);
        vm.expectRevert(abi.encodeWithSelector(below, Key.XtzSpreadBps, 200, 201));
        settings.check(Key.FeedThresholdBps, 201);
        vm.expectRevert(abi.encodeWithSelector(below, Key.XtzSpreadBps, 200, 201));
        settings.check(Key.DepegBps, 201);
        vm.expectRevert(abi.encodeWithSelector(below, Key.XtzSpreadBps, 99, 100));
        settings.check(Key.XtzSpreadBps, 99);
        settings.check(Key.XtzSpreadBps, 100);
    }

    function test_S18_OnlyTheTrusteesSet() public {
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(Silos_NotTrustees.selector, alice));
        settings.set(Key.SlippageBps, 50);
    }

    /// @dev A test ends with the creation that it expects to fail: forge deploys by a cheatcode, which fails with it.
    function test_S19_TheFirstParametersHaveBoundsToo() public {
        Parameters memory p = first();
        p.slippageBps = 1_001;
        vm.expectPartialRevert(SiloSettings.Silos_OutOfBounds.selector);
        new SiloSettings(address(this), p);
    }

    function test_S19_TheFirstParametersFitEachOther() public {
        Parameters memory p = first();
        p.xtzSpreadBps = 99;
        vm.expectPartialRevert(SiloSettings.Silos_BelowOther.selector);
        new SiloSettings(address(this), p);
    }
}

/// @title The average of the exchange. rules.md S15
contract DexTwapTest is SiloFixture {
    DexTwapSource internal source;

    function setUp() public override {
        super.setUp();
        source = new DexTwapSource(pair, address(xtz), 30 minutes);
    }

    function assertPrice(uint256 price, uint256 updatedAt) internal view {
        (uint256 said, uint256 saidAt) = source.latest();
        vm.assertLe(said, price, "too high");
        vm.assertGe(said + 2, price, "too low");
        vm.assertEq(saidAt, updatedAt);
    }

    function test_S15_NoPriceBeforeAWindow() public {
        assertPrice(0, START);
        vm.warp(START + 30 minutes - 1);
        (uint256 price,) = source.latest();
        vm.assertEq(price, 0);
        vm.warp(START + 30 minutes);
        assertPrice(WAD, START + 30 minutes);
    }

    function test_S15_ABlockMovesNothing() public {
        vm.warp(START + 30 minutes);
        pair.setReserves(address(xtz), DEPTH, DEPTH * 10);
        assertPrice(WAD, START + 30 minutes);
        vm.warp(START + 30 minutes + 12);
        (uint256 price,) = source.latest();
        // 12 of 1,812 seconds at ten times the price.
        vm.assertEq(price, (1_800 * WAD + 12 * 10 * WAD) / 1_812);
    }

    function test_S15_BothOrdersOfThePair() public {
        DexTwapSource inverse = new DexTwapSource(pair, address(usdc), 30 minutes);
        pair.setReserves(address(xtz), DEPTH, DEPTH * 4);
        vm.warp(START + 30 minutes);
        assertPrice(4 * WAD, START + 30 minutes);
        (uint256 price,) = inverse.latest();
        vm.assertEq(price, WAD / 4);
    }

    function test_S15_AnEmptyPairIsNoObstacle() public {
        vm.warp(START + 30 minutes);
        pair.setReserves(address(xtz), 0, 0);
        vm.warp(START + 1 hours);
        // Half of the time it had a price.
        assertPrice(WAD / 2, START + 30 minutes);
    }

    function test_S15_ItGrowsOldWhenNobodyObserves() public {
        vm.warp(START + 2 hours);
        assertPrice(WAD, START + 30 minutes);
        source.observe();
        // The one before still begins the average, until the new one is a window old.
        vm.warp(START + 2 hours + 1);
        assertPrice(WAD, START + 30 minutes);
        vm.expectRevert(
            abi.encodeWithSelector(
                DexTwapSource.Twap_ObservedRecently.selector, START + 2 hours, START + 2 hours + 30 minutes
            )
        );
        source.observe();
        vm.warp(START + 2 hours + 30 minutes);
        assertPrice(WAD, START + 2 hours + 30 minutes);
        source.observe();
    }
}
