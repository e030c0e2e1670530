// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {BackingKey, BackingSettings} from "../../src/collateral/BackingSettings.sol";
import {BackingParameters} from "../../src/collateral/BackingTypes.sol";
import {Collateral_NotGovernance} from "../../src/collateral/CollateralErrors.sol";
import {Governed} from "../../src/collateral/Governed.sol";
import {BackingFixture} from "./BackingFixture.sol";

/// @title Parameters of the backing: bounds, delay, order. rules.md C3, C12
contract BackingSettingsTest is BackingFixture {
    function expectBounds(uint256 key, uint256 value) internal {
        (uint256 least, uint256 most) = settings.boundsOf(key);
        vm.expectRevert(abi.encodeWithSelector(Governed.Collateral_OutOfBounds.selector, key, value, least, most));
    }

    function test_C3_EveryParameterHasBounds() public {
        for (uint256 key = 0; key <= uint256(BackingKey.Pauser); ++key) {
            (uint256 least, uint256 most) = settings.boundsOf(key);
            expectBounds(key, least - 1);
            settings.propose(key, least - 1);
            expectBounds(key, most + 1);
            settings.propose(key, most + 1);
            settings.propose(key, least);
            settings.propose(key, most);
        }
        vm.expectRevert(abi.encodeWithSignature("Panic(uint256)", 0x21));
        settings.boundsOf(uint256(BackingKey.Pauser) + 1);
    }

    function test_C3_TheBoundsThemselves() public view {
        (uint256 least, uint256 most) = settings.boundsOf(uint256(BackingKey.Level0));
        vm.assertTrue(least == WAD * 101 / 100 && most == 5 * WAD);
        (least, most) = settings.boundsOf(uint256(BackingKey.Safety));
        vm.assertTrue(least == 1 && most == WAD);
        (least, most) = settings.boundsOf(uint256(BackingKey.Buffer));
        vm.assertTrue(least == WAD && most == 2 * WAD);
        (least, most) = settings.boundsOf(uint256(BackingKey.Tau));
        vm.assertTrue(least == 10 minutes && most == 2 days);
        (least, most) = settings.boundsOf(uint256(BackingKey.Tail));
        vm.assertTrue(least == 5 minutes && most == 1 days);
        (least, most) = settings.boundsOf(uint256(BackingKey.Cusp));
        vm.assertTrue(least == WAD / 100 && most == WAD);
        (least, most) = settings.boundsOf(uint256(BackingKey.Protocol));
        vm.assertTrue(least == 0x10000 && most == type(uint160).max);
        (least, most) = settings.boundsOf(uint256(BackingKey.Pauser));
        vm.assertTrue(least == 0x10000);
    }

    function test_C3_ChangesWaitAndAreSeen() public {
        uint256 key = uint256(BackingKey.Safety);
        vm.expectEmit(address(settings));
        emit Governed.ChangeProposed(key, WAD * 7 / 10, WAD / 2, block.timestamp + 1 days);
        settings.propose(key, WAD / 2);
        vm.assertEq(settings.pendingOf(key).value, WAD / 2);
        vm.assertEq(settings.pendingOf(key).effectiveAt, START + 1 days);
        vm.warp(START + 1 days - 1);
        vm.expectRevert(abi.encodeWithSelector(Governed.Collateral_NotYet.selector, START + 1 days));
        settings.applyChange(key);
        vm.warp(START + 1 days);
        vm.expectEmit(address(settings));
        emit Governed.ParameterChanged(key, WAD * 7 / 10, WAD / 2);
        vm.prank(alice);
        settings.applyChange(key);
        vm.assertEq(settings.parameters().safety, WAD / 2);
        vm.expectRevert(abi.encodeWithSelector(Governed.Collateral_NothingPending.selector, key));
        settings.applyChange(key);
    }

    function test_C3_OnlyGovernanceProposesAndWithdraws() public {
        vm.startPrank(alice);
        vm.expectRevert(abi.encodeWithSelector(Collateral_NotGovernance.selector, alice));
        settings.propose(0, WAD * 2);
        vm.expectRevert(abi.encodeWithSelector(Collateral_NotGovernance.selector, alice));
        settings.withdrawChange(0);
        vm.stopPrank();
        vm.expectRevert(abi.encodeWithSelector(Governed.Collateral_NothingPending.selector, 0));
        settings.withdrawChange(0);
        settings.propose(0, WAD * 2);
        vm.expectEmit(address(settings));
        emit Governed.ChangeWithdrawn(0, WAD * 2);
        settings.withdrawChange(0);
        vm.assertEq(settings.pendingOf(0).effectiveAt, 0);
    }

    /// @dev A second proposal begins its delay anew.
    function test_C3_AReplacedProposalWaitsAnew() public {
        settings.propose(0, WAD * 2);
        vm.warp(START + 23 hours);
        settings.propose(0, WAD * 3);
        vm.warp(START + 25 hours);
        vm.expectRevert(abi.encodeWithSelector(Governed.Collateral_NotYet.selector, START + 47 hours));
        settings.applyChange(0);
    }

    function refuses(uint256 key, uint256 value, bytes memory why) internal {
        settings.propose(key, value);
        vm.warp(block.timestamp + 1 days);
        vm.expectRevert(why);
        settings.applyChange(key);
    }

    function test_C12_LevelsStandInOrder() public {
        bytes4 cross = BackingSettings.Backing_LevelsCross.selector;
        uint256 level = WAD * 110 / 100;
        uint256 target = WAD * 150 / 100;
        refuses(uint256(BackingKey.Level0), level + 1, abi.encodeWithSelector(cross, level + 1, level, target));
        refuses(uint256(BackingKey.Recovery), level - 1, abi.encodeWithSelector(cross, level, level - 1, target));
        refuses(uint256(BackingKey.Recovery), target + 1, abi.encodeWithSelector(cross, level, target + 1, target));
        refuses(uint256(BackingKey.Target), level - 1, abi.encodeWithSelector(cross, level, level, level - 1));
        change(uint256(BackingKey.Recovery), target);
        change(uint256(BackingKey.Level0), target);
        refuses(
            uint256(BackingKey.Tail),
            4 hours + 1,
            abi.encodeWithSelector(BackingSettings.Backing_TailTooLong.selector, 4 hours + 1, 4 hours)
        );
        change(uint256(BackingKey.Tail), 4 hours);
        change(uint256(BackingKey.Protocol), uint160(alice));
        change(uint256(BackingKey.Pauser), uint160(bob));
        BackingParameters memory p = settings.parameters();
        vm.assertEq(p.protocol, alice);
        vm.assertEq(p.pauser, bob);
    }

    function test_C12_TheFirstStandInOrder() public {
        BackingParameters memory p = first();
        p.recovery = p.level0 - 1;
        vm.expectPartialRevert(BackingSettings.Backing_LevelsCross.selector);
        new BackingSettings(address(this), 1 days, p);
    }

    function test_C3_TheFirstAreWithinBounds() public {
        BackingParameters memory p = first();
        p.safety = 0;
        vm.expectPartialRevert(Governed.Collateral_OutOfBounds.selector);
        new BackingSettings(address(this), 1 days, p);
    }

    function test_C3_TheDelayIsADayAtLeast() public {
        vm.expectRevert(abi.encodeWithSelector(Governed.Collateral_DelayTooShort.selector, 1 days - 1));
        new BackingSettings(address(this), 1 days - 1, first());
    }
}
