// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {CollateralMath} from "../../src/collateral/CollateralMath.sol";
import {Prices, PriceState} from "../../src/collateral/CollateralTypes.sol";
import {Tusdt} from "../../src/collateral/Tusdt.sol";
import {TusdtBook} from "../../src/collateral/TusdtBook.sol";
import {Movement} from "../../src/collateral/TusdtLedger.sol";
import {VaultEngine} from "../../src/collateral/VaultEngine.sol";
import {AuctionStatus, Parameters, TypeState, VaultKey, VaultView} from "../../src/collateral/VaultTypes.sol";
import {DevCoin} from "../../src/devnet/DevCoin.sol";
import {Test} from "../Test.sol";
import {BackingStandIn, LiquidityStandIn, PriceStandIn} from "./VaultStandIns.sol";

/// @dev What the handler moves.
struct VaultWorld {
    VaultEngine engine;
    TusdtBook book;
    BackingStandIn backing;
    DevCoin coin;
    DevCoin usdc;
    PriceStandIn module;
    LiquidityStandIn pool;
    address governance;
    address pauser;
}

/// @title Random people, prices, freezes and due dates on one engine
/// @dev Whether an action must go through is worked out from the rules first; it must, and otherwise it must not.
contract VaultHandler is Test {
    uint256 private constant WAD = 1e18;

    VaultWorld private _world;
    VaultEngine private immutable _engine;
    TusdtBook private immutable _book;
    Tusdt private immutable _tusdt;

    address[3] public people;
    uint256 public price = 80e18;
    uint256 public issued;

    /// @dev How often things that must not be rare have happened.
    uint256 public draws;
    uint256 public liquidations;
    uint256 public takes;
    uint256 public badDebts;
    uint256 public lates;

    constructor(VaultWorld memory world) {
        _world = world;
        (_engine, _book, _tusdt) = (world.engine, world.book, world.book.tusdt());
        people = [makeAddr("ann"), makeAddr("ben"), makeAddr("cat")];
        for (uint256 i = 0; i < people.length; ++i) {
            world.coin.faucet(people[i], 1e9 * WAD);
            world.usdc.faucet(people[i], 1e16);
            vm.startPrank(people[i]);
            world.coin.approve(address(_engine), type(uint256).max);
            _tusdt.approve(address(_book), type(uint256).max);
            world.usdc.approve(address(_book), type(uint256).max);
            vm.stopPrank();
        }
    }

    /// @dev Time passes, the price moves, and now and then there is none, or the pool is silent.
    modifier step(uint256 seed) {
        vm.warp(block.timestamp + seed % (seed % 7 == 0 ? 20 days : 3 hours));
        price = bound(price * (80 + (seed >> 16) % 41) / 100, 5e18, 400e18);
        uint256 mood = (seed >> 32) % 24;
        if (mood == 0) _world.module.setState(PriceState.Frozen);
        else if (mood == 1) _world.module.setState(PriceState.Stale);
        else if (mood < 20) _world.module.set(price, price * (85 + (seed >> 40) % 16) / 100);
        if (mood != 2) _world.pool.set((seed >> 48) % 4 * 1e6 * WAD + 1e5 * WAD, block.timestamp);
        _;
    }

    function open(uint256 seed, uint256 collateral, uint256 amount) external step(seed) {
        if (_engine.vaultCount() >= 12) return;
        collateral = bound(collateral, 0, 1_000e18);
        amount = seed % 3 == 0 ? 0 : bound(amount, 1, 30_000e18);
        bool isAllowed = _mayDraw(0, 0, collateral, amount);
        if (amount == 0) isAllowed = !_engine.typeState().isPaused;
        vm.prank(_person(seed));
        try _engine.open(collateral, amount, _person(seed)) {
            vm.assertTrue(isAllowed);
        } catch {
            vm.assertFalse(isAllowed);
        }
    }

    function deposit(uint256 seed, uint256 amount) external step(seed) {
        uint256 id = _vaultOf(seed);
        if (id == 0) return;
        vm.prank(_person(seed));
        _engine.deposit(id, bound(amount, 1, 100e18));
    }

    function draw(uint256 seed, uint256 amount) external step(seed) {
        uint256 id = _vaultOf(seed);
        if (id == 0) return;
        VaultView memory v = _engine.vault(id);
        uint256 most = CollateralMath.maxDrawDown(
            v.stored.art, v.rate, v.stored.late, v.stored.collateral, _prices().low, _p().mintRatio
        );
        // Often exactly the most, or one more.
        amount = seed % 2 == 0 ? most + (seed >> 8) % 2 : bound(amount, 1, 10_000e18);
        bool isAllowed = _mayDraw(v.stored.art, v.stored.late, v.stored.collateral, amount);
        vm.prank(v.stored.owner);
        try _engine.draw(id, amount, v.stored.owner) {
            vm.assertTrue(isAllowed);
            draws += 1;
        } catch {
            vm.assertFalse(isAllowed);
        }
    }

    /// @dev By anyone; nothing stops it.
    function repay(uint256 seed, uint256 amount) external step(seed) {
        uint256 id = _vaultOf(seed);
        if (id == 0) return;
        VaultView memory v = _engine.vault(id);
        amount = bound(amount, 1, v.debt + 1);
        uint256 paid = CollateralMath.paymentOf(amount, v.debt, _p().dust);
        _provide(_person(seed), paid);
        vm.prank(_person(seed));
        try _engine.repay(id, amount) returns (uint256 took) {
            vm.assertEq(took, paid);
            uint256 left = _engine.vault(id).debt;
            vm.assertGe(left, v.debt - paid, "C4: cleared more than paid");
            vm.assertLe(left, v.debt - paid + 2 + v.rate / 1e27, "C4: drift");
            if (v.stored.late > 0) lates += 1;
        } catch {
            vm.assertEq(paid, 0);
        }
    }

    function withdraw(uint256 seed, uint256 amount) external step(seed) {
        uint256 id = _vaultOf(seed);
        if (id == 0) return;
        VaultView memory v = _engine.vault(id);
        uint256 low = _prices().low;
        uint256 most = v.debt == 0 || low != 0
            ? CollateralMath.maxWithdrawDown(v.debt, v.stored.collateral, low, _p().mintRatio)
            : 0;
        amount = seed % 2 == 0 ? most + (seed >> 8) % 2 : bound(amount, 1, 1_000e18);
        vm.prank(v.stored.owner);
        try _engine.withdraw(id, amount, v.stored.owner) {
            vm.assertLe(amount, most, "C4: withdrew too much");
        } catch {
            vm.assertTrue(amount > most || amount == 0);
        }
    }

    function close(uint256 seed) external step(seed) {
        uint256 id = _vaultOf(seed);
        if (id == 0 || seed % 3 != 0) return;
        VaultView memory v = _engine.vault(id);
        _provide(v.stored.owner, v.debt);
        vm.prank(v.stored.owner);
        try _engine.close(id, v.debt, v.stored.owner) {
            vm.assertEq(_engine.vault(id).debt, 0);
        } catch {
            vm.assertEq(v.debt + v.stored.collateral, 0);
        }
    }

    function liquidate(uint256 seed) public step(seed) {
        uint256 id = _vaultOf(seed);
        if (id == 0) return;
        VaultView memory v = _engine.vault(id);
        Prices memory now_ = _prices();
        bool isAllowed = now_.state == PriceState.Fresh
            && !CollateralMath.isSafe(v.debt, v.stored.collateral, now_.current, _p().liquidationRatio);
        vm.prank(_person(seed));
        try _engine.liquidate(id) {
            vm.assertTrue(isAllowed);
            liquidations += 1;
        } catch {
            vm.assertFalse(isAllowed);
        }
    }

    /// @dev At the vault's own boundary: safe, and a unit below it not.
    function liquidateAtTheBoundary(uint256 seed) external {
        liquidate(seed);
        uint256 id = _vaultOf(seed);
        if (id == 0) return;
        VaultView memory v = _engine.vault(id);
        if (v.debt == 0) return;
        uint256 lp = CollateralMath.liquidationPriceUp(v.debt, v.stored.collateral, _p().liquidationRatio);
        if (lp > 1_000e18) return;
        _world.module.set(lp);
        try _engine.liquidate(id) {
            vm.assertTrue(false);
        } catch {}
        if (seed % 4 != 0) return _world.module.set(price);
        _world.module.set(lp - 1);
        vm.prank(_person(seed));
        _engine.liquidate(id);
        liquidations += 1;
    }

    function take(uint256 seed, uint256 ask) external step(seed) {
        uint256 id = _auctionOf(seed);
        if (id == 0) return;
        AuctionStatus memory s = _engine.status(id);
        uint256 bad = _book.totalOf(Movement.WrittenOff);
        ask = seed % 2 == 0 ? type(uint256).max : bound(ask, 1, s.stored.lot + 1);
        (uint256 expected, uint256 cost) =
            s.isTakeable ? CollateralMath.takeOf(ask, s.stored.lot, s.need, s.price, _p().dust) : (0, 0);
        _provide(_person(seed), cost);
        uint256 had = _engine.vault(s.stored.vaultId).stored.collateral;
        vm.prank(_person(seed));
        try _engine.take(id, ask, type(uint256).max, _person(seed)) returns (uint256 taken, uint256 paid) {
            vm.assertTrue(s.isTakeable && cost > 0);
            vm.assertEq(taken, expected);
            vm.assertEq(paid, cost);
            takes += 1;
            AuctionStatus memory left = _engine.status(id);
            if (left.stored.endedAt == 0) {
                vm.assertEq(left.need, s.need - paid);
                vm.assertEq(left.stored.lot, s.stored.lot - taken);
            } else {
                vm.assertEq(_engine.vault(s.stored.vaultId).stored.collateral, had + s.stored.lot - taken);
            }
            if (_book.totalOf(Movement.WrittenOff) > bad) badDebts += 1;
        } catch {
            vm.assertFalse(s.isTakeable && cost > 0);
        }
    }

    function reset(uint256 seed) external step(seed) {
        uint256 id = _auctionOf(seed);
        if (id == 0) return;
        AuctionStatus memory s = _engine.status(id);
        bool isAllowed = s.needsReset && s.oraclePrice != 0;
        try _engine.reset(id) {
            vm.assertTrue(isAllowed);
            vm.assertTrue(_engine.status(id).isTakeable);
        } catch {
            vm.assertFalse(isAllowed);
        }
    }

    function assess(uint256 seed) external step(seed) {
        uint256 id = _vaultOf(seed);
        if (id == 0) return;
        uint256 debt = _engine.vault(id).debt;
        _engine.assess(id);
        vm.assertEq(_engine.vault(id).debt, debt);
    }

    function buySurplus(uint256 seed, uint256 amount) external step(seed) {
        amount = bound(amount, 1, 1_000e18);
        uint256 surplus = _book.books().surplus;
        vm.prank(_person(seed));
        try _book.buySurplus(amount, _person(seed)) returns (uint256 bought) {
            vm.assertEq(bought, amount < surplus ? amount : surplus);
        } catch {
            vm.assertEq(surplus, 0);
        }
    }

    /// @dev Somebody gives TUSDT to the book, and collateral to the engine.
    function give(uint256 seed, uint256 amount) external step(seed) {
        if (seed % 8 != 0) return;
        amount = bound(amount, 1, 100e18);
        _provide(address(_book), amount + _tusdt.balanceOf(address(_book)));
        _world.coin.faucet(address(_engine), amount);
        if (seed % 16 == 0) return;
        _book.bookGift(_tusdt);
        _engine.bookGift(_world.coin);
    }

    /// @dev Parameters change, entries are paused.
    function govern(uint256 seed, uint256 value) external step(seed) {
        if (seed % 4 == 0) {
            bool isPaused = _engine.typeState().isPaused;
            vm.prank(_world.pauser);
            if (isPaused) _engine.unpause();
            else if (seed % 8 == 0) _engine.pause();
            return;
        }
        VaultKey[5] memory keys =
            [VaultKey.FeeRay, VaultKey.LateBps, VaultKey.GraceSeconds, VaultKey.Dust, VaultKey.PenaltyBps];
        uint256 key = uint256(keys[(seed >> 8) % 5]);
        (uint256 least, uint256 most) = _engine.boundsOf(key);
        if (keys[(seed >> 8) % 5] == VaultKey.Dust) most = 1_000e18;
        vm.prank(_world.governance);
        _engine.propose(key, bound(value, least, most));
        vm.warp(block.timestamp + 2 days);
        _engine.applyChange(key);
    }

    function _mayDraw(uint256 art, uint256 late, uint256 collateral, uint256 amount)
        private
        view
        returns (bool isAllowed)
    {
        TypeState memory s = _engine.typeState();
        Parameters memory p = _p();
        uint256 debt = CollateralMath.debtUp(art + CollateralMath.drawnArtUp(amount, s.rate), s.rate) + late;
        isAllowed = amount > 0 && debt >= p.dust && amount <= s.room && s.prices.low != 0 && !s.isPaused
            && CollateralMath.isSafe(debt, collateral, s.prices.low, p.mintRatio);
    }

    /// @dev Whoever needs TUSDT gets them of the backing, as if minted against TAO.
    function _provide(address person, uint256 amount) private {
        uint256 balance = _tusdt.balanceOf(person);
        if (balance >= amount) return;
        issued += amount - balance;
        _world.backing.mint(person, amount - balance);
    }

    function _vaultOf(uint256 seed) private view returns (uint256) {
        uint256 count = _engine.vaultCount();
        return count == 0 ? 0 : 1 + (seed >> 64) % count;
    }

    /// @dev A running auction, if there is one near.
    function _auctionOf(uint256 seed) private view returns (uint256) {
        uint256 count = _engine.auctionCount();
        for (uint256 i = 0; i < count && i < 5; ++i) {
            uint256 id = 1 + ((seed >> 64) + i) % count;
            if (_engine.status(id).stored.endedAt == 0) return id;
        }
        return 0;
    }

    function _person(uint256 seed) private view returns (address) {
        return people[(seed >> 80) % 3];
    }

    function _prices() private view returns (Prices memory) {
        return _world.module.prices();
    }

    function _p() private view returns (Parameters memory) {
        return _engine.parameters();
    }
}
