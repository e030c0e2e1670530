// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {MUSDTVault} from "../../src/musdt/MUSDTVault.sol";
import {MusdtLockedNft} from "../../src/musdt/MusdtLockedNft.sol";
import {Musdt_InstantExit, Musdt_InvalidEpochLength, Musdt_SupplyNotZero} from "../../src/musdt/MusdtErrors.sol";
import {LockDesign, MusdtConfig} from "../../src/musdt/MusdtTypes.sol";
import {MusdtFixture} from "./MusdtFixture.sol";

/// @title A vault without epochs, which can be emptied. rules.md M8, M9
contract InstantExitTest is MusdtFixture {
    function setUp() public override {
        super.setUp();
        deploy(0);
        deposit(alice, 100_000 * USDT);
    }

    function test_M8_RedeemsAtOnceAtPrice() public {
        reward(10_000 * USDT);
        vm.assertEq(vault.maxRedeem(alice), 100_000 * USDT);
        vm.assertEq(redeem(alice, 100_000 * USDT), 110_000 * USDT);
        vm.assertEq(vault.totalSupply(), 0);
        vm.assertEq(vault.shareToAssetsPrice(), 1.1e18);
    }

    function test_M8_NoRequests() public {
        vm.assertEq(vault.currentEpoch(), 0);
        vm.assertEq(vault.currentEpochStart(), START);
        vm.assertEq(vault.withdrawEpochsTimelock(), 0);
        vm.assertEq(vault.totalSharesBeingWithdrawn(alice), 0);
        vm.assertEq(vault.rules().maxWithdrawalDailyP, 100e18);
        vm.prank(alice);
        expectRevert(abi.encodeWithSelector(Musdt_InstantExit.selector));
        vault.makeWithdrawRequest(USDT, alice);
    }

    function test_MoreThanTheBalanceGivesAReason() public {
        vm.prank(bob);
        expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InsufficientBalance.selector, bob, 0, USDT));
        vault.redeem(USDT, bob, bob);
    }

    function test_M9_EmptiedVaultStartsAgain() public {
        setCollateralization(140);
        redeem(alice, 100_000 * USDT);
        vm.assertEq(vault.maxRedeem(alice), 0);
        vm.assertEq(vault.collateralizationP(), 100e18);
        vm.assertEq(vault.shareToAssetsPrice(), 1e18);
        vm.assertEq(vault.maxMint(bob), BOOTSTRAP);
        vm.assertEq(deposit(bob, 1000 * USDT), 1000 * USDT);
        vm.assertEq(vault.availableAssets(), 1000 * USDT);
    }

    function test_M9_EmptiedBelow100KeepsItsPrice() public {
        setCollateralization(80);
        redeem(alice, 100_000 * USDT);
        vm.assertEq(vault.shareToAssetsPrice(), 0.8e18);
        vm.assertEq(deposit(bob, 800 * USDT), 1000 * USDT);
        vm.assertEq(redeem(bob, 1000 * USDT), 800 * USDT);
    }

    function test_M9_DustDoesNotHoldTheCapDown() public {
        redeem(alice, 100_000 * USDT - 1);
        vm.warp(START + 10 days);
        vm.assertEq(vault.maxMint(bob), BOOTSTRAP - 1);
        deposit(bob, 1000 * USDT);
        vm.warp(START + 11 days);
        vm.assertEq(vault.maxMint(bob), 20 * USDT);
    }

    function test_SurplusBelongsToNobodyOnlyWithoutShares() public {
        setCollateralization(140);
        expectRevert(abi.encodeWithSelector(Musdt_SupplyNotZero.selector, 100_000 * USDT));
        vault.recoverSurplus(carol);
        redeem(alice, 100_000 * USDT);
        vm.prank(carol);
        expectRevert(
            abi.encodeWithSelector(IAccessControl.AccessControlUnauthorizedAccount.selector, carol, bytes32(0))
        );
        vault.recoverSurplus(carol);
        uint256 before = usdt.balanceOf(carol);
        vault.recoverSurplus(carol);
        vm.assertEq(usdt.balanceOf(carol) - before, 40_000 * USDT);
    }

    function test_EpochsAreWholeThirds() public {
        MusdtLockedNft unbound = new MusdtLockedNft(LockDesign(nft.design()));
        expectRevert(abi.encodeWithSelector(Musdt_InvalidEpochLength.selector, 100));
        new MUSDTVault(MusdtConfig(address(usdt), address(unbound), address(this), 100, BOOTSTRAP));
    }
}
