// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {DevCoin} from "../../src/devnet/DevCoin.sol";
import {DevPair} from "../../src/devnet/DevPair.sol";
import {DevPriceFeed} from "../../src/devnet/DevPriceFeed.sol";
import {SiloConversions} from "../../src/silos/SiloConversions.sol";
import {SiloMath} from "../../src/silos/SiloMath.sol";
import {SiloReserve} from "../../src/silos/SiloReserve.sol";
import {SiloSettings} from "../../src/silos/SiloSettings.sol";
import {Books, Conditions, PriceState, Shares} from "../../src/silos/SiloTypes.sol";
import {USDtz} from "../../src/silos/USDtz.sol";
import {Log, Test} from "../Test.sol";

/// @dev What the handler moves.
struct World {
    SiloReserve reserve;
    DevCoin usdc;
    DevCoin xtz;
    DevPair pair;
    DevPriceFeed feed;
    DevPriceFeed dexFeed;
    DevPriceFeed usdcFeed;
    address trustees;
}

/// @title Random prices, people, cycles and votes on one reserve
/// @dev Whether an action must go through is worked out from the rules first; it must, and otherwise it must not. Every
/// conversion is read from the events and held against its bound. rules.md S4, S8, S9, S13
contract SiloHandler is Test {
    uint256 private constant BPS = 10_000;
    uint256 private constant WAD = 1e18;
    uint256 private constant MOST = 3_000_000e6;
    uint256 private constant SLIPPAGE_BPS = 100;
    uint256 private constant LATCH = 1_000e6;

    World private _world;
    SiloReserve private immutable _reserve;
    SiloSettings private immutable _settings;
    USDtz private immutable _usdtz;

    address[3] public people;
    uint256 public price = WAD;

    /// @dev How often things that must not be rare have happened.
    uint256 public closings;
    uint256 public harvests;
    uint256 public crashes;
    uint256 public latches;
    uint256 public covers;
    uint256 public recaps;

    constructor(World memory world) {
        _world = world;
        _reserve = world.reserve;
        (_settings, _usdtz) = (world.reserve.settings(), world.reserve.usdtz());
        people = [makeAddr("ann"), makeAddr("ben"), makeAddr("cat")];
        for (uint256 i = 0; i < people.length; ++i) {
            world.usdc.faucet(people[i], 1e24);
            world.xtz.faucet(people[i], 1e24);
            vm.startPrank(people[i]);
            world.usdc.approve(address(world.reserve), type(uint256).max);
            world.xtz.approve(address(world.reserve), type(uint256).max);
            vm.stopPrank();
        }
    }

    /// @dev Time passes, and mostly the sources answer anew; now and then one is broken, or the two part.
    modifier step(uint256 seed) {
        vm.warp(block.timestamp + seed % 2 days);
        uint256 mood = (seed >> 64) % 20;
        uint256 dex = price * (9_850 + (seed >> 80) % 300) / BPS;
        // forge-lint: disable-start(unsafe-typecast)
        if (mood != 0) _world.feed.setAnswer(mood == 1 ? int256(0) : int256(price));
        if (mood != 2) _world.dexFeed.setAnswer(mood == 3 ? int256(price / 2) : int256(dex));
        // forge-lint: disable-end(unsafe-typecast)
        _world.usdcFeed.setAnswer(mood == 4 ? int256(0.9e8) : int256(1e8));
        if (mood == 5) _setPair(price * 95 / 100);
        else _setPair(price * (9_950 + (seed >> 96) % 100) / BPS);
        bool wasLatched = _reserve.isLatched();
        vm.recordLogs();
        _;
        vm.assertTrue(!wasLatched || _reserve.isLatched());
        if (_reserve.isLatched() && !wasLatched) latches += 1;
        _checkConversions();
    }

    /// @dev Anything from a tenth to ten times, mostly little.
    function movePrice(uint256 seed, uint256 to) external step(seed) {
        uint256 factor = seed % 4 == 0 ? bound(to, 1_000, 30_000) : bound(to, 9_000, 11_500);
        price = bound(price * factor / BPS, WAD / 100, 100 * WAD);
    }

    function mint(uint256 seed, uint256 amount) public step(seed) {
        address person = people[seed % 3];
        amount = bound(amount, 1, MOST);
        (bool isAllowed, bool needsKeys) = _mayMint(amount);
        vm.prank(person);
        try _reserve.mint(amount, person, amount) returns (uint256) {
            vm.assertTrue(isAllowed);
            if (needsKeys) _checkBacking(_settings.conditions().low);
        } catch {
            vm.assertFalse(isAllowed);
        }
    }

    /// @dev As much as there is room for.
    function mintAll(uint256 seed) external {
        Conditions memory now_ = _settings.conditions();
        uint256 v2 = SiloMath.valueDown(_reserve.books().x2, now_.low);
        mint(seed, SiloMath.headroom(_reserve.inventory(), v2, _usdtz.totalSupply(), LATCH) + 1);
        mint(seed, SiloMath.headroom(_reserve.inventory(), v2, _usdtz.totalSupply(), LATCH));
    }

    function redeemUsd(uint256 seed, uint256 amount) public step(seed) {
        address person = people[seed % 3];
        uint256 balance = _usdtz.balanceOf(person);
        if (balance == 0) return;
        amount = seed % 16 == 0 ? balance : bound(amount, 1, balance);
        vm.prank(person);
        _reserve.redeemUsd(amount, person);
    }

    function redeemXtz(uint256 seed, uint256 amount) external step(seed) {
        address person = people[seed % 3];
        uint256 balance = _usdtz.balanceOf(person);
        if (balance < 1e6) return;
        amount = bound(amount, 1e6, balance);
        Conditions memory now_ = _settings.conditions();
        bool isPriced = now_.state == PriceState.Fresh;
        vm.prank(person);
        try _reserve.redeemXtz(amount, person, 0, block.timestamp) returns (uint256 paid) {
            vm.assertTrue(isPriced);
            vm.assertLe(SiloMath.valueDown(paid, now_.high), amount * 98 / 100 + 1, "S11: paid too much");
        } catch {
            uint256 v2 = SiloMath.valueDown(_reserve.books().x2, now_.low);
            vm.assertTrue(!isPriced || v2 < _usdtz.totalSupply());
        }
    }

    function give(uint256 seed, uint256 amount, bool isEarned) external step(seed) {
        uint8 silo = uint8(1 + seed % 4);
        if (silo % 2 == 1 && !_settings.conditions().isUsdcSound) return;
        amount = bound(amount, 1, MOST / 3);
        if (silo % 2 == 0) amount = amount * WAD / price + 1;
        vm.prank(people[(seed >> 8) % 3]);
        if (isEarned) _reserve.reportEarnings(silo, amount);
        else _reserve.seed(silo, amount);
    }

    function replenish(uint256 seed) external step(seed) {
        Conditions memory now_ = _settings.conditions();
        Books memory b = _reserve.books();
        uint256 supply = _usdtz.totalSupply();
        bool isCrash = _reserve.isLatched() && supply >= LATCH && SiloMath.valueDown(b.x2, now_.low) < supply;
        bool isAllowed = now_.state == PriceState.Fresh && now_.isUsdcSound && isCrash && b.f3 > 0;
        try _reserve.replenish() {
            vm.assertTrue(isAllowed);
            vm.assertLe(_reserve.books().f3, b.f3, "S5: Silo 3 grew");
            vm.assertEq(_reserve.books().x4, b.x4);
            crashes += 1;
        } catch {
            vm.assertFalse(isAllowed);
        }
    }

    function cover(uint256 seed, uint256 amount) external step(seed) {
        Books memory b = _reserve.books();
        vm.prank(_world.trustees);
        try _reserve.cover(bound(amount, 0, b.x4), 0) {
            vm.assertEq(_reserve.books().x2, b.x2);
            vm.assertLe(_reserve.books().x4, b.x4, "S7: Silo 4 grew");
            _checkBacking(_settings.conditions().low);
            covers += 1;
        } catch {}
    }

    function close(uint256 seed) public step(seed) {
        _close();
    }

    /// @dev Somebody makes the supply larger for the length of one call.
    function flashClose(uint256 seed, uint256 amount) external {
        mint(seed, amount);
        close(seed);
        redeemUsd(seed, amount);
        close(seed >> 1);
    }

    function skipToEnd(uint256 seed) external {
        uint256 end = _reserve.cycleEndsAt() + (seed >> 32) % 40 days * (seed % 5 == 0 ? 1 : 0);
        if (end > block.timestamp) vm.warp(end);
        close(seed);
    }

    function distribute(uint256 seed, uint256 cuts) external step(seed) {
        Books memory before = _reserve.books();
        bool isDone = _distribute(_shares(cuts), 1 + seed % 7);
        Conditions memory now_ = _settings.conditions();
        // What a conversion needs may be missing, or the exchange be away from both sources: pushed, or one of them lags.
        uint256 mood = (seed >> 64) % 20;
        bool isAway = mood == 0 || mood == 2 || mood == 5;
        bool mayFail = now_.state != PriceState.Fresh || !now_.isUsdcSound || isAway;
        vm.assertTrue(isDone || mayFail);
        Books memory b = _reserve.books();
        vm.assertLe(b.owedUsd, before.owedUsd + before.chamberUsd, "S9: a dividend outside the chamber");
        vm.assertLe(b.owedXtz, before.owedXtz + before.chamberXtz, "S9: a dividend outside the chamber");
        if (isDone && _reserve.inventory() > 0) recaps += 1;
    }

    function claim(uint256 seed, bool ofXtz) external step(seed) {
        address person = people[seed % 3];
        DevCoin token = ofXtz ? _world.xtz : _world.usdc;
        if (_reserve.owed(token, person) == 0) return;
        vm.prank(person);
        _reserve.claim(token, person);
    }

    function _distribute(Shares memory shares, uint256 weight) private returns (bool) {
        address[] memory accounts = new address[](2);
        uint256[] memory weights = new uint256[](2);
        (accounts[0], accounts[1], weights[0], weights[1]) = (people[0], people[1], weight, 3);
        vm.prank(_world.trustees);
        try _reserve.distribute(shares, people[2], accounts, weights) {
            return true;
        } catch {
            return false;
        }
    }

    /// @dev Any four parts that sum to 10000.
    function _shares(uint256 cuts) private pure returns (Shares memory) {
        uint256 a = cuts % 10_001;
        uint256 b = (cuts >> 16) % (10_001 - a);
        uint256 c = (cuts >> 32) % (10_001 - a - b);
        return Shares(uint16(a), uint16(b), uint16(c), uint16(10_000 - a - b - c));
    }

    /// @dev Whether a mint must go through, and whether by the two keys. rules.md S4
    function _mayMint(uint256 amount) private view returns (bool isAllowed, bool needsKeys) {
        Conditions memory now_ = _settings.conditions();
        uint256 supply = _usdtz.totalSupply();
        uint256 inventory = _reserve.inventory();
        uint256 created = amount > inventory ? amount - inventory : 0;
        needsKeys = created > 0 && _reserve.isLatched() && supply + created >= LATCH;
        uint256 v2 = SiloMath.valueDown(_reserve.books().x2, now_.low);
        bool areTurned = now_.state == PriceState.Fresh && v2 >= supply + created;
        isAllowed = now_.isUsdcSound && (!needsKeys || areTurned);
    }

    /// @dev Whether it must go through, what S9 allows after it, and that nothing hides.
    function _close() private {
        Conditions memory now_ = _settings.conditions();
        uint256 repeatable =
            _reserve.cycle().number == 0 ? 0 : _reserve.cycle().closedAt + now_.parameters.repeatSeconds;
        bool isDue = block.timestamp >= _reserve.cycleEndsAt() || block.timestamp < repeatable;
        bool isAllowed = isDue && now_.state == PriceState.Fresh;
        uint256 chamber = _reserve.books().chamberUsd + _reserve.books().chamberXtz;
        try _reserve.closeCycle() {
            vm.assertTrue(isAllowed);
        } catch {
            vm.assertFalse(isAllowed);
            return;
        }
        closings += 1;
        if (_reserve.books().chamberUsd + _reserve.books().chamberXtz > chamber) harvests += 1;
        _check400(now_.low);
    }

    /// @dev S9's bound, unless a conversion was skipped.
    function _check400(uint256 low) private {
        (uint256 made, uint256 skipped) = _checkConversions();
        uint256 supply = _usdtz.totalSupply();
        if (!_reserve.isLatched() || supply < LATCH) return;
        Books memory b = _reserve.books();
        uint256 unit = (low + WAD - 1) / WAD;
        uint256 total = b.f1 + b.f3 + SiloMath.valueDown(b.x2, low) + SiloMath.valueDown(b.x4, low);
        if (skipped == 0) vm.assertLe(total, 4 * supply + (2 + made) * unit, "S9: above 400%");
        uint256 cap = SiloMath.capUp(supply, low);
        vm.assertEq(b.f1, supply);
        vm.assertLe(b.x2, cap, "S8: Silo 2 overflows");
        if (b.x2 < cap || b.f3 < supply || b.x4 < cap) return;
        vm.assertEq(b.f3, supply);
        vm.assertEq(b.x4, cap);
    }

    /// @dev New supply is backed twice. rules.md S4
    function _checkBacking(uint256 low) private view {
        Books memory b = _reserve.books();
        uint256 supply = _usdtz.totalSupply();
        vm.assertGe(b.f1, supply, "S4: Silo 1");
        if (supply >= LATCH) vm.assertGe(SiloMath.valueDown(b.x2, low), supply, "S4: Silo 2");
    }

    /// @dev No conversion was worse than its bound; how many were made and skipped since the last look.
    function _checkConversions() private returns (uint256 made, uint256 skipped) {
        Log[] memory logs = vm.getRecordedLogs();
        Conditions memory now_ = _settings.conditions();
        for (uint256 i = 0; i < logs.length; ++i) {
            if (logs[i].topics[0] == SiloConversions.ConversionSkipped.selector) skipped += 1;
            if (logs[i].topics[0] != SiloConversions.Converted.selector) continue;
            made += 1;
            (uint256 spent, uint256 received) = abi.decode(logs[i].data, (uint256, uint256));
            bool buysXtz = uint256(logs[i].topics[2]) == 1;
            uint256 least = buysXtz
                ? SiloMath.boughtMinDown(spent, now_.high, SLIPPAGE_BPS)
                : SiloMath.soldMinDown(spent, now_.low, SLIPPAGE_BPS);
            // An amount rounded up by a unit, at a price far above 1, is worth several of the other.
            uint256 unit = buysXtz ? WAD / now_.high + 1 : now_.low / WAD + 1;
            vm.assertGe(received + unit, least, "S13: worse than the bound");
        }
    }

    function _setPair(uint256 mid) private {
        _world.pair.setReserves(address(_world.xtz), 1e20, 1e20 * mid / WAD);
    }
}
