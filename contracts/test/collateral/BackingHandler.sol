// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Holdings, SaleState, SaleStatus} from "../../src/collateral/BackingTypes.sol";
import {PriceState, Prices} from "../../src/collateral/CollateralTypes.sol";
import {TaoBacking} from "../../src/collateral/TaoBacking.sol";
import {DevCoin} from "../../src/devnet/DevCoin.sol";
import {DevUsdc} from "../../src/devnet/DevUsdc.sol";
import {Test} from "../Test.sol";
import {TestBook} from "./TestBook.sol";
import {TestModule} from "./TestModule.sol";

/// @title Everything anybody can do to the backing, in any order
/// @notice Nothing here reverts: what the vault refuses is caught, and what must hold of a single step is checked in it.
contract BackingHandler is Test {
    uint256 private constant WAD = 1e18;

    TaoBacking private immutable _backing;
    TestBook private immutable _book;
    TestModule private immutable _module;
    DevCoin private immutable _tao;
    DevUsdc private immutable _usdc;
    address private immutable _protocol;
    address private immutable _person;

    constructor(TaoBacking backing, TestBook book, TestModule module, address protocol, address person) {
        (_backing, _book, _module, _protocol, _person) = (backing, book, module, protocol, person);
        (_tao, _usdc) = (DevCoin(address(backing.tao())), DevUsdc(address(backing.usd())));
    }

    function mint(uint256 amount) external {
        amount = bound(amount, 1, 2_000 * WAD);
        Prices memory p = _module.prices();
        uint256 room = _backing.state().roomOfDay;
        vm.prank(_person);
        try _backing.mint(amount, _person, 0) returns (uint256 minted) {
            vm.assertLe(minted, room, "C2: more than the day's cap");
            vm.assertLe(minted, amount * p.live / WAD, "C1: minted above the market");
            vm.assertGe(_exact(p.low), _needed(WAD * 150 / 100), "C2: below the target");
        } catch {}
    }

    function redeemTao(uint256 amount) external {
        amount = bound(amount, 0, _balance());
        Holdings memory h = _backing.holdings();
        Prices memory p = _module.prices();
        vm.prank(_person);
        try _backing.redeemTao(amount, _person, 0) returns (uint256 paid) {
            vm.assertLe(paid * p.live / WAD, amount, "C1: redeemed above a dollar");
            _assertShare(h, p.low);
        } catch {}
    }

    function redeemUsd(uint256 amount) external {
        amount = bound(amount, 0, _balance());
        Holdings memory h = _backing.holdings();
        uint256 judged = _backing.state().lastLow;
        vm.prank(_person);
        try _backing.redeemUsd(amount, _person, 0) returns (uint256 paid) {
            vm.assertLe(paid * 1e12, amount, "C1: redeemed above a dollar");
            _assertShare(h, judged);
        } catch {}
    }

    function addBacking(uint256 taoAmount, uint256 usdAmount) external {
        vm.prank(_protocol);
        try _backing.addBacking(bound(taoAmount, 0, 20 * WAD), bound(usdAmount, 0, 5_000e6)) {} catch {}
    }

    function removeBacking(uint256 taoAmount, uint256 usdAmount) external {
        vm.prank(_protocol);
        try _backing.removeBacking(bound(taoAmount, 0, 200 * WAD), bound(usdAmount, 0, 20_000e6), _protocol) {
            vm.assertGe(_exact(_module.prices().low), _needed(WAD * 150 / 100), "C2: removed below the target");
        } catch {}
    }

    /// @dev Gifts and surplus.
    function give(uint256 taoAmount, uint256 usdAmount, uint256 tusdtAmount, uint256 surplus) external {
        _book.sellSurplus(_backing, _usdc, bound(surplus, 1, 1_000e6), 1);
        _tao.faucet(address(_backing), bound(taoAmount, 0, WAD));
        _usdc.faucet(address(_backing), bound(usdAmount, 0, 10e6));
        tusdtAmount = bound(tusdtAmount, 0, _balance() / 100);
        IERC20 tusdt = IERC20(_backing.tusdt());
        vm.prank(_person);
        tusdt.transfer(address(_backing), tusdtAmount);
        if (surplus % 2 == 0) return;
        try _backing.bookGifts() {} catch {}
    }

    /// @dev Vaults draw, pay back, and lose.
    function borrow(uint256 drawn, uint256 repaid, uint256 lost) external {
        _book.draw(_person, bound(drawn, 0, 5_000 * WAD));
        repaid = bound(repaid, 0, _book.principalOwed() / 4);
        if (repaid <= _balance()) {
            IERC20 tusdt = IERC20(_backing.tusdt());
            vm.prank(_person);
            tusdt.transfer(address(_book), repaid);
            _book.repay(repaid);
        }
        if (lost % 8 == 0) _book.writeOff(bound(lost, 0, _book.principalOwed() / 20));
    }

    function sale(uint256 ask, uint256 elapsed, uint256 level) external {
        _fallTo(bound(level, 99, 115));
        try _backing.startSale() {} catch {}
        vm.warp(block.timestamp + bound(elapsed, 0, 3 hours));
        try _backing.resetSale() {} catch {}
        SaleStatus memory s = _backing.saleStatus();
        Holdings memory h = _backing.holdings();
        uint256 before = _exact(s.current);
        ask = bound(ask, 1, 800 * WAD);
        vm.prank(_person);
        try _backing.take(ask, type(uint256).max, _person) returns (uint256 taken, uint256 paid) {
            vm.assertLe(paid, s.need, "C12: more than needed");
            vm.assertGe(paid * WAD, taken * s.floor, "C12: under the floor");
            vm.assertGe(
                _exact(s.current) * uint256(h.outstanding), before * _outstanding(), "C12: a sale lowered the ratio"
            );
            if (paid == s.need) vm.assertEq(_backing.saleStatus().sale.startedAt, 0, "C12: restored, and not ended");
        } catch {
            bool isAble = s.state == SaleState.Running && _balance() >= s.need && s.need >= WAD;
            vm.assertFalse(isAble && ask >= s.lot);
        }
    }

    function market(uint256 current, uint256 next, uint256 live, uint256 elapsed) external {
        vm.warp(block.timestamp + bound(elapsed, 0, 12 hours));
        current = bound(current, 100 * WAD, 300 * WAD);
        next = current * bound(next, 90, 110) / 100;
        _module.set(current, next, current * bound(live, 90, 110) / 100);
    }

    function stop(uint256 how) external {
        if (how % 4 == 0) _module.stop(PriceState.Frozen);
        if (how % 4 == 1) _module.stop(PriceState.Stale);
        if (how % 4 == 2) _module.clear();
    }

    /// @dev A price at which the ratio is this many percent, where there is one.
    function _fallTo(uint256 percent) private {
        Holdings memory h = _backing.holdings();
        uint256 wanted = _outstanding() * percent / 100;
        if (h.tao == 0 || wanted <= h.usd * 1e12) return;
        uint256 price = (wanted - h.usd * 1e12) * WAD / h.tao;
        if (price >= WAD && price <= 10_000 * WAD) _module.set(price);
    }

    /// @dev Who stays has at least as much behind each TUSDT as before where it was under-backed. rules.md C12
    function _assertShare(Holdings memory before, uint256 price) private view {
        if (before.outstanding <= 0 || price == 0) return;
        uint256 s = uint256(before.outstanding);
        uint256 c = before.tao * price + before.usd * 1e30;
        if (c >= s * WAD || _backing.holdings().outstanding <= 0) return;
        vm.assertGe(_exact(price) * s, c * _outstanding(), "C12: those who stay lost");
    }

    /// @dev C before it is rounded, times 1e18.
    function _exact(uint256 price) private view returns (uint256) {
        Holdings memory h = _backing.holdings();
        return h.tao * price + h.usd * 1e30;
    }

    function _needed(uint256 ratio) private view returns (uint256) {
        return ratio * _outstanding();
    }

    /// @dev S, or 0 below.
    function _outstanding() private view returns (uint256) {
        int256 s = _backing.holdings().outstanding;
        return s > 0 ? uint256(s) : 0;
    }

    function _balance() private view returns (uint256) {
        return IERC20(_backing.tusdt()).balanceOf(_person);
    }
}
