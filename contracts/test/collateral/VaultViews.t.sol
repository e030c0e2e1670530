// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {CollateralMath} from "../../src/collateral/CollateralMath.sol";
import {Parameters, TypeState, VaultView} from "../../src/collateral/VaultTypes.sol";
import {VaultFixture} from "./VaultFixture.sol";

/// @title What a page reads. rules.md C6, C9, C10
contract VaultViewsTest is VaultFixture {
    function test_ListsAreBounded() public {
        for (uint256 i = 0; i < 101; ++i) {
            open(i % 2 == 0 ? alice : bob, 0, 0);
        }
        vm.assertEq(engine.vaults(1, NEVER).length, 100);
        vm.assertEq(engine.vaults(100, 10).length, 2);
        vm.assertEq(engine.vaults(101, 1)[0].id, 101);
        vm.assertEq(engine.vaults(102, 1).length, 0);
        vm.assertEq(engine.vaults(0, 1).length, 0);
        (VaultView[] memory mine, uint256 total) = engine.vaultsOf(bob, 2, 3);
        vm.assertEq(total, 50);
        vm.assertEq(mine.length, 3);
        vm.assertEq(mine[0].id, 4);
        vm.assertEq(mine[2].id, 8);
        (mine, total) = engine.vaultsOf(carol, 1, 3);
        vm.assertEq(mine.length + total, 0);
    }

    function test_AuctionsByRange() public {
        for (uint256 i = 0; i < 3; ++i) {
            open(alice, 30e18, 1_000e18);
        }
        market(45e18);
        for (uint256 i = 0; i < 3; ++i) {
            liquidate(bob, 3 - i);
        }
        vm.assertEq(engine.auctions(1, 10).length, 3);
        vm.assertEq(engine.auctions(2, 1)[0].stored.vaultId, 2);
        vm.assertEq(engine.auctions(3, 5)[0].stored.vaultId, 1);
        vm.assertEq(engine.auctions(4, 5).length, 0);
    }

    /// @dev A view is what an action would find, whoever touched it last and when.
    function testFuzz_ViewsAreNow(uint256 time) public {
        uint256 id = open(alice, 300e18, 1_000e18);
        skip(bound(time, 0, 600 days));
        VaultView memory v = view_(id);
        TypeState memory t = type_();
        engine.drip();
        engine.assess(id);
        vm.assertEq(abi.encode(view_(id)), abi.encode(v));
        vm.assertEq(type_().rate, t.rate);
        vm.assertEq(type_().debt, t.debt + v.stored.late);
        vm.assertEq(t.nextDueAt, v.nextDueAt);
        vm.assertGt(t.nextDueAt, block.timestamp, "C13: a due date that has passed");
    }

    function test_TheTypeAsItIs() public {
        open(alice, 30e18, 1_000e18);
        TypeState memory t = type_();
        vm.assertEq(t.vaults, 1);
        vm.assertEq(t.auctions, 0);
        vm.assertEq(t.totals.collateral, 30e18);
        vm.assertEq(t.totals.principal, 1_000e18);
        vm.assertEq(t.liquidity, 1e7 * WAD);
        vm.assertEq(t.liquidityAt, block.timestamp);
        vm.assertTrue(t.isLiquidityKnown);
        vm.assertFalse(t.isPaused);
        vm.assertEq(t.prices.current, PRICE);
        vm.assertEq(t.room, 1e6 * WAD - 1_000e18);
    }
}

/// @title The original's example: a subnet token at 500%. rules.md C6
contract VaultExampleTest is VaultFixture {
    function first() internal override returns (Parameters memory p) {
        p = super.first();
        (p.mintRatio, p.liquidationRatio, p.dust) = (5e18, 5e18, 1e18);
        p.feeRay = 1e27;
    }

    /// @dev 1 SN64 worth $80, 10 TUSDT, liquidated below $50.
    function test_TenAtFiveHundredPercent() public {
        uint256 id = open(alice, 1e18, 10e18);
        vm.assertEq(debtOf(id), 10e18);
        vm.assertEq(CollateralMath.liquidationPriceUp(debtOf(id), 1e18, 5e18), 50e18);
        module.set(50e18);
        vm.expectPartialRevert(bytes4(keccak256("Collateral_Covered(uint256,uint256,uint256,uint256)")));
        engine.liquidate(id);
        module.set(50e18 - 1);
        liquidate(bob, id);
    }

    /// @dev $5 lock 1 TUSDT.
    function test_FiveDollarsLockOne() public {
        module.set(5e18);
        open(alice, 1e18, 1e18);
        vm.prank(bob);
        vm.expectPartialRevert(bytes4(keccak256("Collateral_NotCovered(uint256,uint256,uint256,uint256)")));
        engine.open(1e18, 1e18 + 1, bob);
    }
}
