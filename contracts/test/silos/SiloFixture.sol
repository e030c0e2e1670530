// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {DevCoin} from "../../src/devnet/DevCoin.sol";
import {DevPair} from "../../src/devnet/DevPair.sol";
import {DevPriceFeed} from "../../src/devnet/DevPriceFeed.sol";
import {DevUsdc} from "../../src/devnet/DevUsdc.sol";
import {FeedSource} from "../../src/shared/FeedSource.sol";
import {PairExchange} from "../../src/silos/PairExchange.sol";
import {SiloMath} from "../../src/silos/SiloMath.sol";
import {SiloReserve} from "../../src/silos/SiloReserve.sol";
import {SiloSettings} from "../../src/silos/SiloSettings.sol";
import {Books, Key, Parameters, Shares} from "../../src/silos/SiloTypes.sol";
import {USDtz} from "../../src/silos/USDtz.sol";
import {Test} from "../Test.sol";
import {FairExchange} from "./FairExchange.sol";

/// @title A reserve with its market
/// @dev The test contract stands for the trustees' contract, so that it distributes and sets at once. Alice, Bob and
/// Carol have plenty of USDC and XTZ, and have approved the reserve. XTZ costs $1, on both sources and in the pair.
abstract contract SiloFixture is Test {
    uint256 internal constant USD = 1e6;
    uint256 internal constant XTZ = 1e6;
    uint256 internal constant WAD = 1e18;
    uint256 internal constant START = 1_800_000_000;
    uint256 internal constant NEVER = type(uint256).max;
    uint256 internal constant DEPTH = 50_000_000 * XTZ;

    DevUsdc internal usdc;
    DevCoin internal xtz;
    DevPair internal pair;
    PairExchange internal exchange;
    FairExchange internal fair;
    DevPriceFeed internal feed;
    DevPriceFeed internal dexFeed;
    DevPriceFeed internal usdcFeed;
    SiloSettings internal settings;
    SiloReserve internal reserve;
    USDtz internal usdtz;

    address internal alice = makeAddr("alice");
    address internal bob = makeAddr("bob");
    address internal carol = makeAddr("carol");
    address internal ecosystem = makeAddr("ecosystem");
    address internal pauser = makeAddr("pauser");

    function setUp() public virtual {
        vm.warp(START);
        usdc = new DevUsdc();
        xtz = new DevCoin("XTZ", 6);
        pair = new DevPair(address(usdc), address(xtz));
        exchange = new PairExchange(pair);
        fair = new FairExchange(usdc, xtz);
        feed = new DevPriceFeed(18, "XTZ / USD");
        dexFeed = new DevPriceFeed(18, "XTZ / USDC");
        usdcFeed = new DevPriceFeed(8, "USDC / USD");
        market(WAD);
        settings = new SiloSettings(trusteesAddress(), first());
        reserve = new SiloReserve(IERC20(usdc), xtz, settings);
        usdtz = reserve.usdtz();
        fund(alice);
        fund(bob);
        fund(carol);
    }

    /// @dev Who acts by vote.
    function trusteesAddress() internal virtual returns (address) {
        return address(this);
    }

    function first() internal returns (Parameters memory) {
        return Parameters({
            latchMinSupply: 1_000 * USD,
            feedHeartbeatSeconds: 1 hours,
            dexHeartbeatSeconds: 2 hours,
            usdcHeartbeatSeconds: 1 days,
            maxDeviationBps: 300,
            slippageBps: 100,
            xtzSpreadBps: 200,
            feedThresholdBps: 50,
            depegBps: 100,
            cycleSeconds: 30 days,
            repeatSeconds: 1 days,
            voteSeconds: 3 days,
            delaySeconds: 7 days,
            feedSource: address(new FeedSource(feed)),
            dexSource: address(new FeedSource(dexFeed)),
            usdcSource: address(new FeedSource(usdcFeed)),
            exchange: address(exchange),
            ecosystem: ecosystem,
            pauser: pauser
        });
    }

    /// @dev XTZ costs this on both sources and in the pair; USDC is worth a dollar; all of it as of now.
    function market(uint256 price) internal {
        quotes(price, price);
        pair.setReserves(address(xtz), DEPTH, DEPTH * price / WAD);
        if (address(fair) != address(0)) fair.setPrice(price);
    }

    /// @dev What the two sources say; the pair stays.
    function quotes(uint256 feedPrice, uint256 dexPrice) internal {
        feed.setAnswer(int256(feedPrice));
        dexFeed.setAnswer(int256(dexPrice));
        usdcFeed.setAnswer(1e8);
    }

    function fund(address person) internal {
        usdc.faucet(person, 1e18);
        xtz.faucet(person, 1e18);
        vm.startPrank(person);
        usdc.approve(address(reserve), NEVER);
        xtz.approve(address(reserve), NEVER);
        vm.stopPrank();
    }

    function mint(address person, uint256 amount) internal {
        vm.prank(person);
        reserve.mint(amount, person, amount);
    }

    function redeemUsd(address person, uint256 amount) internal {
        vm.prank(person);
        reserve.redeemUsd(amount, person);
    }

    function redeemXtz(address person, uint256 amount) internal returns (uint256) {
        vm.prank(person);
        return reserve.redeemXtz(amount, person, 0, NEVER);
    }

    function seed(uint8 silo, uint256 amount) internal {
        vm.prank(carol);
        reserve.seed(silo, amount);
    }

    function earn(uint8 silo, uint256 amount) internal {
        vm.prank(carol);
        reserve.reportEarnings(silo, amount);
    }

    /// @dev Supply, and each silo holding that much in value at $1.
    function fill(uint256 supply, uint256 x2, uint256 f3, uint256 x4) internal {
        mint(alice, supply);
        if (x2 > 0) seed(2, x2);
        if (f3 > 0) seed(3, f3);
        if (x4 > 0) seed(4, x4);
    }

    /// @dev To the end of the running cycle, at a fresh price, and closes it.
    function close(uint256 price) internal {
        vm.warp(reserve.cycleEndsAt());
        market(price);
        reserve.closeCycle();
    }

    /// @dev All four full at $1, and latched.
    function full(uint256 supply) internal {
        fill(supply, supply, supply, supply);
        close(WAD);
    }

    /// @dev Conversions at the price itself, for rules whose numbers are exact without fees.
    function useFairExchange() internal {
        settings.set(Key.Exchange, uint160(address(fair)));
    }

    function distribute(uint16 equal, uint16 fullBps, uint16 dividend, uint16 toEcosystem) internal {
        (address[] memory accounts, uint256[] memory weights) = trustees();
        reserve.distribute(Shares(equal, fullBps, dividend, toEcosystem), ecosystem, accounts, weights);
    }

    /// @dev Bob has 10 of 100.
    function trustees() internal view returns (address[] memory accounts, uint256[] memory weights) {
        (accounts, weights) = (new address[](3), new uint256[](3));
        (accounts[0], accounts[1], accounts[2]) = (alice, bob, carol);
        (weights[0], weights[1], weights[2]) = (60, 10, 30);
    }

    function books() internal view returns (Books memory) {
        return reserve.books();
    }

    function valueOf(uint256 xtzAmount, uint256 price) internal pure returns (uint256) {
        return SiloMath.valueDown(xtzAmount, price);
    }

    /// @dev All four silos in USD.
    function totalAt(uint256 price) internal view returns (uint256) {
        Books memory b = books();
        return b.f1 + valueOf(b.x2, price) + b.f3 + valueOf(b.x4, price);
    }
}
