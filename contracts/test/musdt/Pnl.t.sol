// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {MusdtAccounts} from "../../src/musdt/MusdtAccounts.sol";
import {Musdt_ExceedsCollateral, Musdt_SupplyTooSmall, Musdt_ZeroAmount} from "../../src/musdt/MusdtErrors.sol";
import {PNL_ROLE} from "../../src/musdt/MusdtTypes.sol";
import {PAUSER_ROLE} from "../../src/shared/Roles.sol";
import {MusdtFixture} from "./MusdtFixture.sol";

/// @title What moves price and collateralization: PnL and rewards. rules.md M9, M10
contract PnlTest is MusdtFixture {
    function test_WinningsLowerThePriceBelow100() public {
        deposit(alice, 100_000 * USDT);
        vm.expectEmit(address(vault));
        emit MusdtAccounts.AccPnlPerTokenUsedUpdated(address(traders), 1, 0, 0, 0, 0.1e18);
        vm.expectEmit(address(vault));
        emit MusdtAccounts.ShareToAssetsPriceUpdated(0.9e18);
        traders.realize(int256(10_000 * USDT));
        vm.assertEq(vault.collateralizationP(), 90e18);
        vm.assertTrue(vault.accPnlPerTokenUsed() == 0.1e18);
        vm.assertTrue(vault.totalClosedPnl() == int256(10_000 * USDT));
    }

    function test_LossesBuildABufferAndNotThePrice() public {
        deposit(alice, 100_000 * USDT);
        traders.realize(-int256(30_000 * USDT));
        vm.assertEq(vault.collateralizationP(), 130e18);
        vm.assertEq(vault.shareToAssetsPrice(), 1e18);
        vm.assertEq(vault.availableAssets(), 130_000 * USDT);
        vm.assertEq(vault.tvl(), 100_000 * USDT);
        traders.realize(int256(40_000 * USDT));
        vm.assertEq(vault.shareToAssetsPrice(), 0.9e18);
    }

    function testFuzz_TheSourceReachesAnyTarget(uint256 from, uint256 to, uint256 supply) public {
        supply = bound(supply, 1000 * USDT, BOOTSTRAP);
        deposit(alice, supply);
        setCollateralization(bound(from, 10, 400));
        to = bound(to, 10, 400);
        setCollateralization(to);
        vm.assertGe(vault.collateralizationP(), to * 1e18, "below the target");
        vm.assertLe(vault.collateralizationP(), to * 1e18 + 100e18 / supply + 1, "far above the target");
    }

    function test_PriceNeverReachesZero() public {
        deposit(alice, 100_000 * USDT);
        expectRevert(abi.encodeWithSelector(Musdt_ExceedsCollateral.selector, 100_000 * USDT, 100_000 * USDT));
        traders.realize(int256(100_000 * USDT));
        traders.realize(int256(100_000 * USDT - 1));
        vm.assertGt(vault.shareToAssetsPrice(), 0, "price 0");
    }

    function test_MoreThanTheVaultHoldsGivesAReason() public {
        deposit(alice, 1000 * USDT);
        lock(bob, 100_000 * USDT, 365 days);
        // 106,000 stand behind the shares, of which 5,000 are a discount that is not charged yet.
        expectRevert(abi.encodeWithSelector(Musdt_ExceedsCollateral.selector, 102_000 * USDT, 101_000 * USDT));
        traders.realize(int256(102_000 * USDT));
    }

    function test_M10_RewardsReachLockedShares() public {
        deposit(alice, 100_000 * USDT);
        uint256 id = lock(bob, 100_000 * USDT, 14 days);
        uint256 shares = vault.getLockedDeposit(id).shares;
        uint256 worthBefore = vault.convertToAssets(shares);
        reward(20_000 * USDT);
        uint256 gained = vault.convertToAssets(shares) - worthBefore;
        uint256 gainedUnlocked = vault.convertToAssets(vault.balanceOf(alice)) - 100_000 * USDT;
        vm.assertEq(gained, gainedUnlocked * shares / vault.balanceOf(alice));
        vm.assertEq(vault.totalRewards(), 20_000 * USDT);
    }

    function test_U4_FeeIsMeasured() public {
        deposit(alice, 100_000 * USDT);
        usdt.setParams(10, 5);
        reward(10_000 * USDT);
        vm.assertEq(vault.totalRewards(), 9995 * USDT);
        traders.realize(-int256(10_000 * USDT));
        vm.assertTrue(vault.totalClosedPnl() == -int256(9995 * USDT));
        vm.assertGe(usdt.balanceOf(address(vault)), vault.availableAssets(), "not solvent");
    }

    function test_M9_NoInflationByTheFirstDepositor() public {
        deposit(alice, 1);
        usdt.faucet(address(this), 1_000_000 * USDT);
        usdt.approve(address(vault), 1_000_000 * USDT);
        expectRevert(abi.encodeWithSelector(Musdt_SupplyTooSmall.selector, 1, USDT));
        vault.distributeReward(1_000_000 * USDT);
        usdt.transfer(address(vault), 1_000_000 * USDT);
        vm.assertEq(deposit(bob, 1000 * USDT), 1000 * USDT);
    }

    /// @dev Even where rewards are taken, the next depositor loses less than a millionth of what the attacker gives.
    function testFuzz_M9_InflationCostsAMillionTimesItsGain(uint256 given, uint256 assets) public {
        deposit(alice, USDT);
        given = bound(given, 1, 1_000_000 * USDT);
        reward(given);
        assets = bound(assets, 2 * USDT, 500_000 * USDT);
        uint256 shares = deposit(bob, assets);
        uint256 lost = assets - vault.convertToAssets(shares);
        vm.assertLe(lost, given / 1e6 + 2, "worth an attack");
    }

    function test_NothingIsSharedOutWithoutShares() public {
        expectRevert(abi.encodeWithSelector(Musdt_SupplyTooSmall.selector, 0, 1));
        traders.realize(-1);
        expectRevert(abi.encodeWithSelector(Musdt_SupplyTooSmall.selector, 0, 1));
        traders.realize(1);
        expectRevert(abi.encodeWithSelector(Musdt_SupplyTooSmall.selector, 0, USDT));
        vault.distributeReward(USDT);
    }

    function test_ZeroIsRefused() public {
        deposit(alice, USDT);
        expectRevert(abi.encodeWithSelector(Musdt_ZeroAmount.selector));
        vault.distributeReward(0);
        vm.startPrank(address(traders));
        expectRevert(abi.encodeWithSelector(Musdt_ZeroAmount.selector));
        vault.sendAssets(0, carol);
        expectRevert(abi.encodeWithSelector(Musdt_ZeroAmount.selector));
        vault.receiveAssets(0, carol);
        vm.stopPrank();
    }

    function test_Roles() public {
        deposit(alice, USDT);
        bytes memory noPnl =
            abi.encodeWithSelector(IAccessControl.AccessControlUnauthorizedAccount.selector, alice, PNL_ROLE);
        bytes memory noPauser =
            abi.encodeWithSelector(IAccessControl.AccessControlUnauthorizedAccount.selector, alice, PAUSER_ROLE);
        vm.startPrank(alice);
        expectRevert(noPnl);
        vault.sendAssets(1, alice);
        expectRevert(noPnl);
        vault.receiveAssets(1, alice);
        expectRevert(noPauser);
        vault.pause();
        expectRevert(noPauser);
        vault.unpause();
        vm.stopPrank();
    }

    function test_PnlThatStaysTellsNothing() public {
        vm.recordLogs();
        deposit(bob, 1000 * USDT);
        vm.assertEq(count(vm.getRecordedLogs(), MusdtAccounts.AccPnlPerTokenUsedUpdated.selector), 0);
        setCollateralization(140);
        vm.recordLogs();
        deposit(bob, 1000 * USDT);
        vm.assertEq(count(vm.getRecordedLogs(), MusdtAccounts.AccPnlPerTokenUsedUpdated.selector), 1);
    }
}
