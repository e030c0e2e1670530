// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Collateral_NotGovernance} from "../../src/collateral/CollateralErrors.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {CollateralMath} from "../../src/collateral/CollateralMath.sol";
import {Governed} from "../../src/collateral/Governed.sol";
import {VaultEngine} from "../../src/collateral/VaultEngine.sol";
import {VaultParameters} from "../../src/collateral/VaultParameters.sol";
import {Parameters, VaultKey} from "../../src/collateral/VaultTypes.sol";
import {VaultFixture} from "./VaultFixture.sol";

/// @title Parameters, their bounds and their delay. rules.md C3
contract VaultParametersTest is VaultFixture {
    function test_AreAsGiven() public {
        vm.assertEq(abi.encode(engine.parameters()), abi.encode(first()));
    }

    function test_ChangeOnlyAfterTheDelay() public {
        uint256 key = uint256(VaultKey.PenaltyBps);
        engine.propose(key, 1_300);
        vm.assertEq(engine.pendingChanges()[key].value, 1_300);
        vm.assertEq(engine.pendingChanges()[key].effectiveAt, block.timestamp + 2 days);
        vm.assertEq(engine.pendingChanges().length, uint256(type(VaultKey).max) + 1);
        skip(2 days - 1);
        vm.expectRevert(abi.encodeWithSelector(Governed.Collateral_NotYet.selector, block.timestamp + 1));
        engine.applyChange(key);
        skip(1);
        vm.prank(bob);
        engine.applyChange(key);
        vm.assertEq(engine.parameters().penaltyBps, 1_300);
        vm.assertEq(engine.pendingChanges()[key].effectiveAt, 0);
    }

    function test_OnlyGovernanceProposes() public {
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(Collateral_NotGovernance.selector, bob));
        engine.propose(uint256(VaultKey.PenaltyBps), 1_300);
    }

    /// @dev Each at its bounds, and a unit beyond them.
    function test_HaveBounds() public {
        for (uint256 key = 0; key <= uint256(type(VaultKey).max); ++key) {
            (uint256 least, uint256 most) = engine.boundsOf(key);
            engine.propose(key, least);
            engine.propose(key, most);
            if (least > 0) outOfBounds(key, least - 1, least, most);
            outOfBounds(key, most + 1, least, most);
        }
        vm.expectRevert(abi.encodeWithSignature("Panic(uint256)", 0x21));
        engine.boundsOf(uint256(type(VaultKey).max) + 1);
    }

    /// @dev Each parameter's own.
    function test_TheBounds() public view {
        check(VaultKey.MintRatio, 15e17, 10e18);
        check(VaultKey.LiquidationRatio, 15e17, 5e18);
        check(VaultKey.PenaltyBps, 0, 2_000);
        check(VaultKey.LateBps, 0, 2_000);
        check(VaultKey.GraceSeconds, 1 days, 29 days);
        check(VaultKey.Dust, 1e18, 1e23);
        check(VaultKey.Line, 0, 1e30);
        check(VaultKey.CeilingBps, 0, 10_000);
        check(VaultKey.Gap, 1e18, 1e30);
        check(VaultKey.TtlSeconds, 1 hours, 30 days);
        check(VaultKey.LiquidityMaxAge, 1 hours, 7 days);
        check(VaultKey.KeeperBps, 0, 5_000);
        check(VaultKey.Buffer, 1e18, 2e18);
        check(VaultKey.TauSeconds, 10 minutes, 7 days);
        check(VaultKey.TailSeconds, 10 minutes, 7 days);
        check(VaultKey.Cusp, 1e17, 1e18);
        check(VaultKey.LiquiditySource, 0, type(uint160).max);
        check(VaultKey.Pauser, 0x10000, type(uint160).max);
    }

    function check(VaultKey key, uint256 least, uint256 most) private view {
        (uint256 atLeast, uint256 atMost) = engine.boundsOf(uint256(key));
        vm.assertEq(atLeast, least);
        vm.assertEq(atMost, most);
    }

    /// @dev What does not fit each other is refused from the beginning.
    function test_TheFirstParametersFit() public {
        vm.expectPartialRevert(VaultParameters.Collateral_BelowOther.selector);
        this.deploy(15e17 - 1 + 1e17);
    }

    function deploy(uint256 mintRatio) external {
        Parameters memory p = first();
        (p.mintRatio, p.liquidationRatio) = (mintRatio, 2e18);
        new VaultEngine(book, IERC20(coin), address(this), 2 days, block.timestamp + 1 days, p);
    }

    function outOfBounds(uint256 key, uint256 value, uint256 least, uint256 most) private {
        vm.expectRevert(abi.encodeWithSelector(Governed.Collateral_OutOfBounds.selector, key, value, least, most));
        engine.propose(key, value);
    }

    /// @dev The bounds of the rules: 150% to 500%.
    function test_TheLiquidationRatioIsBetween150And500() public view {
        (uint256 least, uint256 most) = engine.boundsOf(uint256(VaultKey.LiquidationRatio));
        vm.assertEq(least, 15e17);
        vm.assertEq(most, 5e18);
    }

    /// @dev 100% a year at most.
    function test_TheFeeIsAtMostADoubling() public view {
        (, uint256 most) = engine.boundsOf(uint256(VaultKey.FeeRay));
        uint256 rate = rateOf(most);
        vm.assertGe(rate, 2e27 - 1e15, "C3: less than 100%");
        vm.assertLe(rate, 2e27 + 1e15, "C3: more than 100%");
    }

    function rateOf(uint256 feeRay) private pure returns (uint256) {
        return CollateralMath.rateAfter(1e27, feeRay, 365 days);
    }

    function test_TheMintRatioIsNotBelowTheLiquidationRatio() public {
        uint256 key = uint256(VaultKey.LiquidationRatio);
        change(VaultKey.LiquidationRatio, 2e18);
        engine.propose(key, 2e18 + 1);
        skip(2 days);
        vm.expectRevert(
            abi.encodeWithSelector(VaultParameters.Collateral_BelowOther.selector, VaultKey.MintRatio, 2e18, 2e18 + 1)
        );
        engine.applyChange(key);
        vm.assertEq(engine.parameters().liquidationRatio, 2e18);
        change(VaultKey.MintRatio, 3e18);
        engine.applyChange(key);
    }

    function test_TheTailIsWithinTau() public {
        change(VaultKey.TailSeconds, 4 hours);
        engine.propose(uint256(VaultKey.TailSeconds), 4 hours + 1);
        skip(2 days);
        vm.expectPartialRevert(VaultParameters.Collateral_BelowOther.selector);
        engine.applyChange(uint256(VaultKey.TailSeconds));
    }

    function test_WhatIsCalledIsThere() public {
        engine.propose(uint256(VaultKey.PriceModule), uint160(alice));
        engine.propose(uint256(VaultKey.LiquiditySource), uint160(bob));
        skip(2 days);
        vm.expectRevert(
            abi.encodeWithSelector(VaultParameters.Collateral_NoContract.selector, VaultKey.PriceModule, alice)
        );
        engine.applyChange(uint256(VaultKey.PriceModule));
        vm.expectRevert(
            abi.encodeWithSelector(VaultParameters.Collateral_NoContract.selector, VaultKey.LiquiditySource, bob)
        );
        engine.applyChange(uint256(VaultKey.LiquiditySource));
    }

    function test_ANewPauserIsThePauser() public {
        change(VaultKey.Pauser, uint160(bob));
        vm.prank(bob);
        engine.pause();
        vm.assertTrue(type_().isPaused);
    }
}
