// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {
    Collateral_AboveCeiling,
    Collateral_Covered,
    Collateral_NoLiquidity
} from "../../src/collateral/VaultErrors.sol";
import {Parameters, TypeState, VaultKey} from "../../src/collateral/VaultTypes.sol";
import {VaultFixture} from "./VaultFixture.sol";

/// @title The ceiling by the pool's liquidity. rules.md C9
contract VaultCeilingTest is VaultFixture {
    function first() internal override returns (Parameters memory p) {
        p = super.first();
        (p.line, p.gap) = (5_000e18, 2_000e18);
    }

    /// @dev 20% of it.
    function liquidity(uint256 amount) private {
        pool.set(amount, block.timestamp);
    }

    function test_RisesByAGapPerTtl() public {
        vm.assertEq(engine.refreshCeiling(), 2_000e18);
        vm.assertEq(engine.refreshCeiling(), 2_000e18);
        skip(1 days - 1);
        vm.assertEq(engine.refreshCeiling(), 2_000e18);
        skip(1);
        vm.assertEq(type_().ceiling, 4_000e18);
        vm.assertEq(engine.refreshCeiling(), 4_000e18);
        vm.assertEq(type_().raisedAt, block.timestamp);
        skip(1 days);
        vm.assertEq(engine.refreshCeiling(), 5_000e18);
    }

    /// @dev Only a change is told.
    function test_ARefreshThatChangesNothingIsSilent() public {
        engine.refreshCeiling();
        vm.recordLogs();
        engine.refreshCeiling();
        vm.assertEq(vm.getRecordedLogs().length, 0);
    }

    function test_FallsAtOnceAndRisesLater() public {
        engine.refreshCeiling();
        liquidity(4_000e18 + 4);
        vm.assertEq(type_().ceiling, 800e18);
        vm.assertEq(engine.refreshCeiling(), 800e18);
        liquidity(1e7 * WAD);
        vm.assertEq(engine.refreshCeiling(), 800e18);
        skip(1 days);
        vm.assertEq(engine.refreshCeiling(), 2_800e18);
    }

    function test_DrawsUpToTheCeiling() public {
        open(alice, 1_000e18, 1_500e18);
        uint256 id = open(bob, 1_000e18, 0);
        vm.assertEq(type_().room, 500e18);
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(Collateral_AboveCeiling.selector, 2_000e18 + 1, 2_000e18));
        engine.draw(id, 500e18 + 1, bob);
        vm.prank(bob);
        engine.draw(id, 500e18, bob);
        vm.assertEq(type_().room, 0);
    }

    /// @dev What is in auctions counts; what is paid does not.
    function test_AuctionsCount() public {
        uint256 id = open(alice, 30e18, 1_000e18);
        market(45e18);
        liquidate(bob, id);
        vm.assertEq(type_().room, 1_000e18);
        vm.assertEq(type_().totals.principal, 0);
        vm.assertEq(type_().totals.auctionPrincipal, 1_000e18);
    }

    /// @dev A lower ceiling stops draws and liquidates nobody.
    function test_ALowerCeilingLiquidatesNobody() public {
        uint256 id = open(alice, 30e18, 1_000e18);
        liquidity(1);
        engine.refreshCeiling();
        vm.assertEq(type_().room, 0);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(Collateral_AboveCeiling.selector, 1_000e18 + 1, 0));
        engine.draw(id, 1, alice);
        vm.expectPartialRevert(Collateral_Covered.selector);
        engine.liquidate(id);
        repay(alice, id, 100e18);
    }

    /// @dev A draw lowers the ceiling itself: nobody has to refresh it first.
    function test_ADrawRefreshes() public {
        uint256 id = open(alice, 30e18, 0);
        engine.refreshCeiling();
        liquidity(4_000e18);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(Collateral_AboveCeiling.selector, 800e18 + 1, 800e18));
        engine.draw(id, 800e18 + 1, alice);
    }

    function test_UnknownLiquidityStopsDraws() public {
        uint256 id = open(alice, 30e18, 500e18);
        uint256 at_ = block.timestamp;
        vm.warp(at_ + 6 hours);
        vm.prank(alice);
        engine.draw(id, 1e18, alice);
        vm.warp(at_ + 6 hours + 1);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(Collateral_NoLiquidity.selector, at_));
        engine.draw(id, 1e18, alice);
        vm.expectRevert(abi.encodeWithSelector(Collateral_NoLiquidity.selector, at_));
        engine.refreshCeiling();
        TypeState memory s = type_();
        vm.assertFalse(s.isLiquidityKnown);
        vm.assertEq(s.room, 0);
        vm.assertEq(s.ceiling, 2_000e18);
        repay(alice, id, 100e18);
    }

    /// @dev 0 says that it is unknown: the ceiling waits for better news.
    function test_ZeroIsUnknown() public {
        uint256 id = open(alice, 30e18, 500e18);
        liquidity(0);
        vm.expectRevert(abi.encodeWithSelector(Collateral_NoLiquidity.selector, block.timestamp));
        engine.refreshCeiling();
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(Collateral_NoLiquidity.selector, block.timestamp));
        engine.draw(id, 1e18, alice);
        vm.assertEq(type_().ceiling, 2_000e18);
    }

    /// @dev A source that fails is no obstacle to a look at the type, or to an exit.
    function test_AFailingSourceIsUnknown() public {
        uint256 id = open(alice, 30e18, 500e18);
        pool.set(1e7 * WAD, 0);
        vm.expectRevert(abi.encodeWithSelector(Collateral_NoLiquidity.selector, 0));
        engine.refreshCeiling();
        vm.assertFalse(type_().isLiquidityKnown);
        vm.assertEq(type_().room, 0);
        repay(alice, id, 100e18);
    }

    function test_LiquidityOfTheFutureIsNone() public {
        pool.set(1e7 * WAD, block.timestamp + 1);
        vm.expectRevert(abi.encodeWithSelector(Collateral_NoLiquidity.selector, block.timestamp + 1));
        engine.refreshCeiling();
    }

    /// @dev Without a pool the ceiling is the line, by gaps.
    function test_WithoutAPool() public {
        change(VaultKey.LiquiditySource, 0);
        vm.assertTrue(type_().isLiquidityKnown);
        vm.assertEq(engine.refreshCeiling(), 2_000e18);
        change(VaultKey.Line, 300e18);
        vm.assertEq(engine.refreshCeiling(), 300e18);
    }
}
