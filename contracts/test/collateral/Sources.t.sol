// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Osm} from "../../src/collateral/Osm.sol";
import {OsmKey} from "../../src/collateral/OsmSettings.sol";
import {PoolLiquidity} from "../../src/collateral/PoolLiquidity.sol";
import {SubnetSource} from "../../src/collateral/SubnetSource.sol";
import {DevCoin} from "../../src/devnet/DevCoin.sol";
import {DevPair} from "../../src/devnet/DevPair.sol";
import {DevPriceFeed} from "../../src/devnet/DevPriceFeed.sol";
import {DexTwapSource} from "../../src/shared/DexTwapSource.sol";
import {FeedSource} from "../../src/shared/FeedSource.sol";
import {PriceSource} from "../../src/shared/PriceSource.sol";
import {Test} from "../Test.sol";

/// @title Prices of subnet tokens, and what their pools could pay. rules.md C8, C9
contract SourcesTest is Test {
    uint256 internal constant WAD = 1e18;
    uint256 internal constant START = 20_000 days;
    /// @dev TAO in the pool; a subnet token costs 0.32 TAO, and TAO 250 USD.
    uint256 internal constant DEPTH = 3_200 * WAD;

    DevCoin internal tao;
    DevCoin internal subnet;
    DevPair internal pair;
    DevPriceFeed internal feed;
    FeedSource internal taoSource;
    DexTwapSource internal pool;
    Osm internal taoOsm;
    SubnetSource internal source;
    PoolLiquidity internal liquidity;

    function setUp() public {
        vm.warp(START);
        tao = new DevCoin("TAO", 18);
        subnet = new DevCoin("SN64", 18);
        pair = new DevPair(address(tao), address(subnet));
        pair.setReserves(address(tao), DEPTH, 10_000 * WAD);
        feed = new DevPriceFeed(8, "TAO / USD");
        taoSource = new FeedSource(feed);
        taoOsm = new Osm(address(this), 1 days, Osm(address(0)), first(address(taoSource), 1 hours));
        pool = new DexTwapSource(pair, address(subnet), 1 hours);
        source = new SubnetSource(pool, taoOsm);
        vm.warp(START + 12);
        liquidity = new PoolLiquidity(pool, taoSource, 18);
        liquidity.observe();
        feed.setAnswer(250e8);
    }

    function first(address source_, uint256 feedSeconds) internal view returns (uint256[6] memory) {
        return [uint160(source_), 0, feedSeconds, feedSeconds + 2 hours, 100, uint160(address(this))];
    }

    /// @dev An answer of TAO's feed as of now, some time later.
    function wait_(uint256 time) internal {
        vm.warp(block.timestamp + time);
        feed.setAnswer(250e8);
    }

    function assertPrice(PriceSource from, uint256 price, uint256 updatedAt) internal view {
        (uint256 said, uint256 saidAt) = from.latest();
        vm.assertLe(said, price, "too high");
        vm.assertGe(said + 1_000, price, "too low");
        vm.assertEq(saidAt, updatedAt);
    }

    function test_C8_ASubnetTokensPriceIsTheProductOfItsLegs() public {
        wait_(1 hours - 12);
        assertPrice(source, 80 * WAD, START + 1 hours);
        assertPrice(source.pool(), WAD * 32 / 100, START + 1 hours);
        assertPrice(PriceSource(source.tao().src()), 250 * WAD, START + 1 hours);
    }

    function test_C8_TheOlderLegsAgeCounts() public {
        wait_(1 hours - 12);
        feed.setAnswerAt(250e8, START + 10 minutes);
        assertPrice(source, 80 * WAD, START + 10 minutes);
        wait_(30 minutes);
        // Nobody has observed the pool since.
        assertPrice(source, 80 * WAD, START + 1 hours);
    }

    function test_C8_NoLegNoPrice() public {
        (uint256 price,) = source.latest();
        vm.assertEq(price, 0);
        wait_(1 hours);
        feed.setAnswer(0);
        (price,) = source.latest();
        vm.assertEq(price, 0);
    }

    /// @dev A pool at a tenth for one block, when everybody pokes and observes in it, moves a third of a percent.
    function test_C8_APoolPushedForABlock() public {
        Osm osm = new Osm(address(this), 1 days, taoOsm, first(address(source), 2 hours));
        wait_(1 hours - 12);
        pool.observe();
        osm.poke();
        wait_(1 hours);
        pair.setReserves(address(tao), DEPTH / 10, 10_000 * WAD);
        pool.observe();
        osm.poke();
        vm.assertGe(osm.prices().live, 79.9e18, "spot");
        vm.assertGe(osm.prices().next, 79.9e18, "spot");
        wait_(12);
        pair.setReserves(address(tao), DEPTH, 10_000 * WAD);
        vm.assertGe(osm.prices().live, 79.7e18, "a block");
        wait_(1 hours - 12);
        pool.observe();
        osm.poke();
        vm.assertGe(osm.prices().low, 79.7e18, "a block");
    }

    function test_C8_AWindowOfAnHourAtLeast() public {
        DexTwapSource quick = new DexTwapSource(pair, address(subnet), 1 hours - 1);
        vm.expectRevert(abi.encodeWithSelector(SubnetSource.Subnet_WindowTooShort.selector, 1 hours - 1));
        new SubnetSource(quick, taoOsm);
    }

    function test_C9_AWindowOfAnHourAtLeastForLiquidity() public {
        DexTwapSource quick = new DexTwapSource(pair, address(subnet), 1 hours - 1);
        vm.expectRevert(abi.encodeWithSelector(PoolLiquidity.Liquidity_WindowTooShort.selector, 1 hours - 1));
        new PoolLiquidity(quick, taoSource, 18);
    }

    /// @dev A new source of TAO's price is the product's, too.
    function test_C8_TheLegIsTheModulesSource() public {
        DevPriceFeed other = new DevPriceFeed(8, "TAO / USD");
        taoOsm.propose(uint256(OsmKey.Source), uint160(address(new FeedSource(other))));
        wait_(1 days);
        taoOsm.applyChange(uint256(OsmKey.Source));
        other.setAnswer(100e8);
        assertPrice(source, 32 * WAD, START + 1 hours);
    }

    // ---- Liquidity

    function worth() internal view returns (uint256 value) {
        (value,) = liquidity.latest();
    }

    function assertLiquidity(uint256 value, uint256 updatedAt) internal view {
        (uint256 told, uint256 toldAt) = liquidity.latest();
        vm.assertLe(told, value, "too much");
        vm.assertGe(told + value / 1e9, value, "too little");
        vm.assertEq(toldAt, updatedAt);
    }

    function test_C9_ThePoolsTaoInUsd() public {
        vm.assertEq(worth(), 0);
        wait_(1 hours - 1);
        vm.assertEq(worth(), 0);
        wait_(1);
        assertLiquidity(800_000 * WAD, START + 1 hours);
        pool.observe();
        liquidity.observe();
        wait_(1 hours);
        assertLiquidity(800_000 * WAD, START + 2 hours + 12);
    }

    /// @dev Of USDC with 6 decimals, for TAO itself.
    function test_C9_AnyDecimals() public {
        DevCoin usdc = new DevCoin("USDC", 6);
        DevPair taoUsdc = new DevPair(address(tao), address(usdc));
        taoUsdc.setReserves(address(tao), 4_000 * WAD, 1_000_000e6);
        DexTwapSource average = new DexTwapSource(taoUsdc, address(tao), 1 hours);
        DevPriceFeed usdcFeed = new DevPriceFeed(8, "USDC / USD");
        vm.warp(block.timestamp + 12);
        liquidity = new PoolLiquidity(average, new FeedSource(usdcFeed), 6);
        liquidity.observe();
        vm.warp(block.timestamp + 1 hours);
        usdcFeed.setAnswer(1e8);
        (uint256 value,) = liquidity.latest();
        vm.assertLe(value, 1_000_000 * WAD, "too much");
        vm.assertGe(value, 999_999 * WAD, "too little");
    }

    /// @dev A trade moves the sides, and hardly the average.
    function test_C9_ATradeRaisesNothing() public {
        wait_(1 hours);
        // Ten times the TAO for a tenth of the tokens.
        pair.setReserves(address(tao), DEPTH * 10, 1_000 * WAD);
        assertLiquidity(800_000 * WAD, START + 1 hours);
        wait_(12);
        vm.assertLe(worth(), 950_000 * WAD, "the spot's");
    }

    /// @dev Liquidity of one block cannot be sampled, and is not counted beside an honest sample.
    function test_C9_LiquidityOfABlockCountsForNothing() public {
        wait_(1 hours);
        pair.setReserves(address(tao), DEPTH * 100, 1_000_000 * WAD);
        assertLiquidity(800_000 * WAD, START + 1 hours);
        vm.expectRevert(PoolLiquidity.Liquidity_ChangedNow.selector);
        liquidity.observe();
        // It stays for a block, and is sampled: what lies before it was lower.
        wait_(12);
        liquidity.observe();
        assertLiquidity(800_000 * WAD, START + 1 hours);
        pair.setReserves(address(tao), DEPTH, 10_000 * WAD);
        wait_(1 hours);
        assertLiquidity(800_000 * WAD, START + 1 hours);
    }

    /// @dev At both ends of an hour: an honest sample in between leaves nothing of it.
    function test_C9_AnHonestSampleUndoesTwoPushedOnes() public {
        wait_(1 hours);
        liquidity.observe();
        for (uint256 i = 0; i < 2; ++i) {
            pair.setReserves(address(tao), DEPTH * 100, 1_000_000 * WAD);
            wait_(12);
            liquidity.observe();
            pair.setReserves(address(tao), DEPTH, 10_000 * WAD);
            wait_(30 minutes);
            liquidity.observe();
            wait_(30 minutes);
        }
        vm.assertLe(worth(), 800_001 * WAD, "raised");
    }

    /// @dev What is taken out counts from the last sample on.
    function test_C9_AWithdrawalCountsAtOnce() public {
        wait_(1 hours);
        pool.observe();
        liquidity.observe();
        wait_(30 minutes);
        liquidity.observe();
        pair.setReserves(address(tao), DEPTH / 4, 2_500 * WAD);
        assertLiquidity(800_000 * WAD, START + 1 hours);
        wait_(30 minutes);
        pool.observe();
        // Half of the hour at a quarter.
        assertLiquidity(800_000 * WAD * 5 / 8, START + 2 hours + 12);
    }

    function test_C9_ItGrowsOldWhenNobodySamples() public {
        wait_(3 hours);
        assertLiquidity(800_000 * WAD, START + 1 hours);
        pool.observe();
        wait_(1 hours);
        assertLiquidity(800_000 * WAD, START + 1 hours + 12);
        feed.setAnswerAt(250e8, START + 30 minutes);
        assertLiquidity(800_000 * WAD, START + 30 minutes);
    }

    function test_C9_WindowsRoll() public {
        wait_(1 hours);
        liquidity.observe();
        (uint256 cumulative, uint256 time) = liquidity.newer();
        vm.assertEq(time, START + 1 hours + 12);
        (, uint256 olderTime) = liquidity.older();
        vm.assertEq(olderTime, START + 12);
        wait_(1 hours - 1);
        liquidity.observe();
        (uint256 same, uint256 sameTime) = liquidity.newer();
        vm.assertTrue(same == cumulative && sameTime == time);
        wait_(1);
        liquidity.observe();
        (, time) = liquidity.newer();
        vm.assertEq(time, START + 2 hours + 12);
        (same, olderTime) = liquidity.older();
        vm.assertTrue(same == cumulative && olderTime == START + 1 hours + 12);
    }

    function test_C9_AnEmptyPoolPaysNothing() public {
        wait_(1 hours);
        pair.setReserves(address(tao), 0, 0);
        wait_(2 hours);
        vm.assertLe(worth(), 800_000 * WAD / 3 + 1, "of nothing");
        liquidity.observe();
        pool.observe();
        wait_(1 hours);
        vm.assertEq(worth(), 0);
    }
}
