// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {DevCoin} from "../../src/devnet/DevCoin.sol";
import {Exchange} from "../../src/silos/Exchange.sol";
import {PairExchange} from "../../src/silos/PairExchange.sol";
import {PairMath} from "../../src/silos/PairMath.sol";
import {SiloConversions} from "../../src/silos/SiloConversions.sol";
import {Cause, Key, Shares} from "../../src/silos/SiloTypes.sol";
import {BadExchange} from "./BadExchange.sol";
import {SiloFixture} from "./SiloFixture.sol";

/// @title Conversions and adapters that cheat. rules.md S13
contract ConversionsTest is SiloFixture {
    BadExchange internal bad;

    function setUp() public override {
        super.setUp();
        full(2_000 * USD);
        bad = new BadExchange(usdc, xtz, reserve);
        settings.set(Key.Exchange, uint160(address(bad)));
        market(WAD / 2);
        bad.setPrice(WAD / 2);
    }

    function test_S13_TheFillIsNeverTrusted() public {
        uint8[4] memory tricks = [1, 2, 3, 4];
        for (uint256 i = 0; i < tricks.length; ++i) {
            bad.setTrick(BadExchange.Trick(tricks[i]));
            vm.expectEmit(address(reserve));
            emit SiloConversions.ConversionSkipped(Cause.Replenish, true, 2_000 * XTZ, 2_000 * USD);
            reserve.replenish();
            vm.assertEq(books().f3, 2_000 * USD);
            vm.assertEq(usdc.balanceOf(address(reserve)), 4_000 * USD);
        }
        bad.setTrick(BadExchange.Trick.None);
        reserve.replenish();
        vm.assertEq(books().f3, 1_000 * USD);
    }

    /// @dev No action begins within another, whatever an exchange calls in between.
    function test_S13_NothingReenters() public {
        bytes[10] memory calls = [
            abi.encodeCall(reserve.closeCycle, ()),
            abi.encodeCall(reserve.mint, (1, alice, 0)),
            abi.encodeCall(reserve.seed, (1, 1)),
            abi.encodeCall(reserve.reportEarnings, (1, 1)),
            abi.encodeCall(reserve.bookStray, (xtz)),
            abi.encodeCall(reserve.redeemUsd, (1, alice)),
            abi.encodeCall(reserve.redeemXtz, (1, alice, 0, NEVER)),
            abi.encodeCall(reserve.claim, (xtz, alice)),
            abi.encodeCall(reserve.cover, (1, 0)),
            abi.encodeCall(reserve.replenish, ())
        ];
        for (uint256 i = 0; i < calls.length; ++i) {
            assertGuarded(calls[i]);
        }
        (address[] memory accounts, uint256[] memory weights) = trustees();
        assertGuarded(abi.encodeCall(reserve.distribute, (Shares(0, 0, 0, 10_000), alice, accounts, weights)));
    }

    function assertGuarded(bytes memory call) internal {
        bytes4 guarded = ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector;
        bad.reenterBy(call);
        earn(3, 1 * USD);
        vm.assertTrue(bytes4(bad.answer()) == guarded);
    }

    function test_S13_ACheatedDistributionReverts() public {
        market(WAD);
        bad.setPrice(WAD);
        seed(3, 100 * USD);
        close(WAD);
        bad.setTrick(BadExchange.Trick.GivesOneLess);
        vm.expectPartialRevert(SiloConversions.Silos_WorseThanBound.selector);
        distribute(0, 10_000, 0, 0);
    }

    /// @dev A gift of the exchange: booked is what left, which is nothing.
    function test_S13_NoAllowanceOutlivesTheCall() public {
        bad.setTrick(BadExchange.Trick.KeepsTheAllowance);
        reserve.replenish();
        vm.assertEq(books().f3, 2_000 * USD);
        vm.assertEq(books().x2, 4_000 * XTZ);
        vm.expectPartialRevert(bytes4(keccak256("ERC20InsufficientAllowance(address,uint256,uint256)")));
        bad.takeAllowance();
    }

    function test_S13_OnlyTheReserveConverts() public {
        SiloConversions.Order memory order = SiloConversions.Order(IERC20(usdc), xtz, 1, 0, false);
        vm.expectRevert(abi.encodeWithSelector(SiloConversions.Silos_NotSelf.selector, address(this)));
        reserve.convert(Exchange(address(bad)), order);
    }

    /// @dev Where Silo 3 does not reach for the deficit, all of it is spent.
    function test_S13_ExactInputOfWhatASiloCanPay() public {
        market(WAD / 8);
        bad.setPrice(WAD / 8);
        vm.expectEmit(address(reserve));
        emit SiloConversions.Converted(Cause.Replenish, true, 1_750 * USD, 14_000 * XTZ);
        reserve.replenish();
        market(WAD / 10);
        bad.setPrice(WAD / 10);
        vm.expectEmit(address(reserve));
        emit SiloConversions.Converted(Cause.Replenish, true, 250 * USD, 2_500 * XTZ);
        reserve.replenish();
    }

    /// @dev Within the bound, but dearer than Silo 3 can pay: exact output fails, exact input buys what there is.
    function test_S13_DearerThanSilo3ButWithinTheBound() public {
        market(WAD / 2);
        bad.setPrice(WAD * 503 / 1_000);
        reserve.replenish();
        vm.assertEq(books().x2, 4_000 * XTZ);
        market(WAD / 4);
        bad.setPrice(WAD * 252 / 1_000);
        uint256 f3 = books().f3;
        reserve.replenish();
        vm.assertEq(books().f3, 0);
        vm.assertEq(books().x2, 4_000 * XTZ + f3 * 1_000 / 252);
    }

    /// @dev A rebalancing loses at most the slippage of what it converted, and a unit.
    function testFuzz_S13_Conservation(uint256 price, uint256 push) public {
        settings.set(Key.Exchange, uint160(address(exchange)));
        price = bound(price, WAD / 3, WAD * 3);
        push = bound(push, 9_800, 10_200);
        vm.warp(reserve.cycleEndsAt());
        market(price);
        pair.setReserves(address(xtz), DEPTH, DEPTH * price / WAD * push / 10_000);
        uint256 before = holdings(price);
        uint256 pairBefore = pairIn(price);
        reserve.closeCycle();
        uint256 converted = pairIn(price) > pairBefore ? pairIn(price) - pairBefore : pairBefore - pairIn(price);
        // What left the reserve went into the pair: all of it at most the slippage of 1% of what was exchanged.
        vm.assertGe(holdings(price) + maxLoss(), before, "S13: lost more than the slippage");
        vm.assertLe(converted, maxLoss(), "S13: the pair gained more than the slippage");
    }

    /// @dev Both sides, on USD * 1e18 + XTZ * p, in USD units.
    function holdings(uint256 price) private view returns (uint256) {
        return usdc.balanceOf(address(reserve)) + valueOf(xtz.balanceOf(address(reserve)), price);
    }

    function pairIn(uint256 price) private view returns (uint256) {
        return usdc.balanceOf(address(pair)) + valueOf(xtz.balanceOf(address(pair)), price);
    }

    /// @dev No silo holds more than $6,000 here: each conversion is below.
    function maxLoss() private pure returns (uint256) {
        return 6_000 * USD / 100 + 4;
    }

    function testFuzz_S13_PairExchangeKeepsBothSides(uint256 amount, bool paysUsd) public {
        amount = bound(amount, 1_000, 1_000_000 * USD);
        market(WAD);
        (DevCoin tokenIn, DevCoin tokenOut) = paysUsd ? (DevCoin(usdc), xtz) : (xtz, DevCoin(usdc));
        vm.startPrank(alice);
        tokenIn.approve(address(exchange), NEVER);
        uint256 before = tokenIn.balanceOf(alice);
        uint256 beforeOut = tokenOut.balanceOf(alice);
        exchange.exactOutput(tokenIn, tokenOut, amount, NEVER);
        vm.assertEq(tokenOut.balanceOf(alice) - beforeOut, amount);
        uint256 paid = before - tokenIn.balanceOf(alice);
        vm.assertLe(paid, amount * 104 / 100, "too dear");
        vm.expectPartialRevert(PairExchange.Silos_AboveMaxIn.selector);
        exchange.exactOutput(tokenIn, tokenOut, amount, amount);
        vm.expectPartialRevert(PairExchange.Silos_BelowMinOut.selector);
        exchange.exactInput(tokenIn, tokenOut, amount, amount);
        vm.stopPrank();
    }

    function test_S13_PairExchangeTakesExactlyWhatIsOffered() public {
        uint256 needed = PairMath.inputUp(100 * XTZ, DEPTH / 2, DEPTH);
        vm.startPrank(alice);
        usdc.approve(address(exchange), needed);
        vm.expectRevert(abi.encodeWithSelector(PairExchange.Silos_AboveMaxIn.selector, needed, needed - 1));
        exchange.exactOutput(IERC20(usdc), xtz, 100 * XTZ, needed - 1);
        exchange.exactOutput(IERC20(usdc), xtz, 100 * XTZ, needed);
        vm.stopPrank();
    }

    function test_S13_PairExchangeKnowsWhatThePairHas() public {
        vm.expectPartialRevert(PairExchange.Silos_PairShort.selector);
        exchange.exactOutput(IERC20(usdc), xtz, DEPTH, NEVER);
        vm.startPrank(alice);
        usdc.approve(address(exchange), NEVER);
        exchange.exactInput(IERC20(usdc), xtz, 1_000, 1_993);
        vm.expectRevert(abi.encodeWithSelector(PairExchange.Silos_BelowMinOut.selector, 1_993, 1_994));
        exchange.exactInput(IERC20(usdc), xtz, 1_000, 1_994);
    }
}
