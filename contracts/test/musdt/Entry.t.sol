// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Pausable} from "@openzeppelin/contracts/utils/Pausable.sol";
import {MusdtMath} from "../../src/musdt/MusdtMath.sol";
import {MusdtEntry} from "../../src/musdt/MusdtEntry.sol";
import {
    Musdt_BelowMinShares,
    Musdt_DeadlinePassed,
    Musdt_ExceedsMaxAssets,
    Musdt_ExceedsSupplyCap,
    Musdt_InvalidReceiver,
    Musdt_MintingClosed,
    Musdt_TransferFeeCharged,
    Musdt_ZeroAmount,
    Musdt_ZeroShares
} from "../../src/musdt/MusdtErrors.sol";
import {MUSDTVault} from "../../src/musdt/MUSDTVault.sol";
import {MusdtLockedNft} from "../../src/musdt/MusdtLockedNft.sol";
import {LockDesign, MusdtConfig} from "../../src/musdt/MusdtTypes.sol";
import {MusdtFixture} from "./MusdtFixture.sol";

/// @title Minting: price, gates, cap. rules.md M1, M2, M7, M9, U4
contract EntryTest is MusdtFixture {
    function test_M1_FirstDepositIsOneToOne() public {
        vm.expectEmit(address(vault));
        emit MusdtEntry.Deposit(alice, alice, 100 * USDT, 100 * USDT);
        vm.assertEq(deposit(alice, 100 * USDT), 100 * USDT);
        vm.assertEq(vault.shareToAssetsPrice(), 1e18);
        vm.assertEq(vault.collateralizationP(), 100e18);
        vm.assertEq(vault.availableAssets(), 100 * USDT);
        vm.assertEq(vault.decimals(), 6);
    }

    function testFuzz_M1_PreviewsAreExact(uint256 assets, uint256 rewards, uint256 collatP) public {
        deposit(alice, 900_000 * USDT);
        reward(bound(rewards, 1, 100_000 * USDT));
        setCollateralization(bound(collatP, 60, 149));
        uint256 price = vault.shareToAssetsPrice();
        assets = bound(assets, 2, vault.maxDeposit(bob));
        uint256 expected = vault.previewDeposit(assets);
        vm.assertEq(expected, assets * 1e18 / price);
        vm.assertEq(deposit(bob, assets), expected);

        uint256 shares = bound(assets, 1, vault.maxMint(bob));
        uint256 cost = vault.previewMint(shares);
        vm.assertEq(cost, (shares * price + 1e18 - 1) / 1e18);
        vm.prank(bob);
        vm.assertEq(vault.mint(shares, bob), cost);
        vm.assertEq(vault.shareToAssetsPrice(), price, "minting moves the price");
        vm.assertEq(vault.balanceOf(bob), expected + shares);
    }

    function test_M1_DonationsMoveNothing() public {
        deposit(alice, 100 * USDT);
        vm.prank(bob);
        usdt.transfer(address(vault), 1_000_000 * USDT);
        vm.assertEq(vault.shareToAssetsPrice(), 1e18);
        vm.assertEq(vault.collateralizationP(), 100e18);
        vm.assertEq(vault.totalAssets(), 100 * USDT);
        vm.assertEq(vault.availableAssets(), 100 * USDT);
    }

    function test_M2_MintingClosesAt150() public {
        deposit(alice, 900_000 * USDT);
        setCollateralization(150);
        vm.assertEq(vault.collateralizationP(), 150e18);
        vm.assertEq(vault.maxDeposit(bob), 0);
        vm.assertEq(vault.maxMint(bob), 0);
        bytes memory closed = abi.encodeWithSelector(Musdt_MintingClosed.selector, 150e18, 150e18);
        vm.startPrank(bob);
        expectRevert(closed);
        vault.deposit(USDT, bob);
        expectRevert(closed);
        vault.mint(USDT, bob);
        expectRevert(closed);
        vault.depositWithDiscountAndLock(USDT, 365 days, bob);
        expectRevert(closed);
        vault.mintWithDiscountAndLock(USDT, 365 days, bob);
        vm.stopPrank();
    }

    function test_M2_MintingIsOpenOneUnitBelow150() public {
        deposit(alice, 900_000 * USDT);
        setCollateralization(150);
        traders.realize(1);
        vm.assertLt(vault.collateralizationP(), 150e18, "not below");
        vm.assertEq(deposit(bob, USDT), USDT);
    }

    function test_M2_MintingDilutesTheBuffer() public {
        deposit(alice, 500_000 * USDT);
        setCollateralization(120);
        deposit(bob, 500_000 * USDT);
        vm.assertEq(vault.collateralizationP(), 110e18);
        vm.assertEq(vault.shareToAssetsPrice(), 1e18);
    }

    function test_M7_BootstrapCap() public {
        vm.assertEq(vault.currentMaxSupply(), BOOTSTRAP);
        vm.assertEq(vault.maxDeposit(alice), BOOTSTRAP);
        deposit(alice, 1);
        vm.assertEq(vault.maxMint(alice), BOOTSTRAP - 1);
        deposit(alice, BOOTSTRAP - 1);
        vm.prank(alice);
        expectRevert(abi.encodeWithSelector(Musdt_ExceedsSupplyCap.selector, 1, 0, START + 1 days));
        vault.deposit(1, alice);
    }

    function test_M7_SnapshotRenewsItselfAfterADay() public {
        deposit(alice, 1_000_000 * USDT);
        vm.warp(START + 1 days - 1);
        vm.assertEq(vault.maxMint(bob), 0);
        vm.warp(START + 1 days);
        vm.assertEq(vault.currentMaxSupply(), 1_020_000 * USDT);
        vm.assertEq(vault.maxDeposit(bob), 20_000 * USDT);
        vm.expectEmit(address(vault));
        emit MusdtEntry.CurrentMaxSupplyUpdated(1_020_000 * USDT);
        deposit(bob, 20_000 * USDT);
        vm.assertEq(vault.lastMaxSupplyUpdate(), START + 1 days);
        vm.prank(bob);
        expectRevert(abi.encodeWithSelector(Musdt_ExceedsSupplyCap.selector, 1, 0, START + 2 days));
        vault.deposit(1, bob);
        vm.warp(START + 2 days);
        vm.assertEq(vault.maxMint(bob), 20_400 * USDT);
    }

    function test_M7_TheFirstDepositDoesNotHoldTheCapDown() public {
        deposit(alice, USDT);
        vm.warp(START + 1 days);
        vm.assertEq(vault.currentMaxSupply(), BOOTSTRAP);
        deposit(bob, BOOTSTRAP - 100_000 * USDT - USDT);
        vm.warp(START + 2 days);
        // 102% of 900,000 are less than what may be minted in any case.
        vm.assertEq(vault.currentMaxSupply(), BOOTSTRAP);
        deposit(bob, 100_000 * USDT);
        vm.warp(START + 3 days);
        vm.assertEq(vault.currentMaxSupply(), BOOTSTRAP * 102 / 100);
    }

    function test_M7_SomebodyMustBeAbleToBegin() public {
        MusdtLockedNft unbound = new MusdtLockedNft(LockDesign(nft.design()));
        expectRevert(abi.encodeWithSelector(Musdt_ZeroAmount.selector));
        new MUSDTVault(MusdtConfig(address(usdt), address(unbound), address(this), 3 days, 0));
    }

    function test_M7_AnyoneMayPoke() public {
        deposit(alice, 1_000_000 * USDT);
        vault.tryUpdateCurrentMaxSupply();
        vm.assertEq(vault.lastMaxSupplyUpdate(), START);
        vm.warp(START + 1 days);
        vm.prank(carol);
        vault.tryUpdateCurrentMaxSupply();
        vm.assertEq(vault.lastMaxSupplyUpdate(), START + 1 days);
        vm.assertEq(vault.currentMaxSupply(), 1_020_000 * USDT);
    }

    function test_M7_CapCountsTheDiscount() public {
        deposit(alice, 1_000_000 * USDT);
        vm.warp(START + 1 days);
        // 19,048 at 5% are 20,000.4 shares: more than the room of 20,000.
        vm.prank(bob);
        expectRevert(
            abi.encodeWithSelector(Musdt_ExceedsSupplyCap.selector, 20_000_400_000, 20_000 * USDT, START + 2 days)
        );
        vault.depositWithDiscountAndLock(19_048 * USDT, 365 days, bob);
        lock(bob, 19_047 * USDT, 365 days);
    }

    function test_M9_ZeroSupplyIsCalm() public view {
        vm.assertEq(vault.maxRedeem(alice), 0);
        vm.assertEq(vault.maxWithdraw(alice), 0);
        vm.assertEq(vault.totalAssets(), 0);
        vm.assertEq(vault.tvl(), 0);
        vm.assertEq(vault.availableAssets(), 0);
        vm.assertEq(vault.collateralizationP(), 100e18);
        vm.assertEq(vault.shareToAssetsPrice(), 1e18);
        vm.assertEq(vault.previewRedeem(5), 5);
        vm.assertEq(vault.withdrawalRoom(), 0);
        vm.assertEq(vault.totalSharesBeingWithdrawn(alice), 0);
    }

    function test_M9_NoDepositMintsZeroShares() public {
        deposit(alice, 100_000 * USDT);
        reward(100_000 * USDT);
        vm.prank(bob);
        expectRevert(abi.encodeWithSelector(Musdt_ZeroShares.selector, 1));
        vault.deposit(1, bob);
        vm.startPrank(bob);
        expectRevert(abi.encodeWithSelector(Musdt_ZeroAmount.selector));
        vault.deposit(0, bob);
        expectRevert(abi.encodeWithSelector(Musdt_ZeroAmount.selector));
        vault.mint(0, bob);
        vm.stopPrank();
    }

    function test_U4_FeeIsMeasuredOnDeposit() public {
        usdt.setParams(10, 5);
        vm.assertEq(deposit(alice, 1000 * USDT), 999 * USDT);
        vm.assertEq(vault.totalDeposited(), 999 * USDT);
        vm.prank(alice);
        expectRevert(abi.encodeWithSelector(Musdt_TransferFeeCharged.selector, 1000 * USDT, 999 * USDT));
        vault.mint(1000 * USDT, alice);
    }

    function test_Bounds() public {
        deposit(alice, 1000 * USDT);
        reward(1000 * USDT);
        vm.startPrank(bob);
        expectRevert(abi.encodeWithSelector(Musdt_BelowMinShares.selector, 5 * USDT, 5 * USDT + 1));
        vault.deposit(10 * USDT, bob, 5 * USDT + 1, NEVER);
        vm.assertEq(vault.deposit(10 * USDT, bob, 5 * USDT, START), 5 * USDT);
        expectRevert(abi.encodeWithSelector(Musdt_ExceedsMaxAssets.selector, 10 * USDT, 10 * USDT - 1));
        vault.mint(5 * USDT, bob, 10 * USDT - 1, NEVER);
        vm.assertEq(vault.mint(5 * USDT, bob, 10 * USDT, START), 10 * USDT);
        vm.warp(START + 1);
        expectRevert(abi.encodeWithSelector(Musdt_DeadlinePassed.selector, START, START + 1));
        vault.deposit(10 * USDT, bob, 0, START);
        expectRevert(abi.encodeWithSelector(Musdt_DeadlinePassed.selector, START, START + 1));
        vault.mint(5 * USDT, bob, NEVER, START);
        vm.stopPrank();
    }

    function test_PauseStopsEntries() public {
        vault.pause();
        vm.assertEq(vault.maxDeposit(alice), 0);
        vm.startPrank(alice);
        expectRevert(abi.encodeWithSelector(Pausable.EnforcedPause.selector));
        vault.deposit(USDT, alice);
        expectRevert(abi.encodeWithSelector(Pausable.EnforcedPause.selector));
        vault.mint(USDT, alice);
        expectRevert(abi.encodeWithSelector(Pausable.EnforcedPause.selector));
        vault.depositWithDiscountAndLock(USDT, 14 days, alice);
        expectRevert(abi.encodeWithSelector(Pausable.EnforcedPause.selector));
        vault.mintWithDiscountAndLock(USDT, 14 days, alice);
        vm.stopPrank();
        vault.unpause();
        deposit(alice, USDT);
    }

    function test_ReceiverIsNeverTheVaultOrNobody() public {
        vm.startPrank(alice);
        expectRevert(abi.encodeWithSelector(Musdt_InvalidReceiver.selector, address(vault)));
        vault.deposit(USDT, address(vault));
        expectRevert(abi.encodeWithSelector(Musdt_InvalidReceiver.selector, address(0)));
        vault.mint(USDT, address(0));
        vault.deposit(USDT, alice);
        expectRevert(abi.encodeWithSelector(Musdt_InvalidReceiver.selector, address(vault)));
        vault.transfer(address(vault), 1);
        vm.stopPrank();
    }

    function testFuzz_M1_ConversionsRoundAgainstTheActor(uint256 amount, uint256 price) public pure {
        amount = bound(amount, 0, 1e24);
        price = bound(price, 1, 1e24);
        vm.assertLe(MusdtMath.toAssetsDown(MusdtMath.toSharesDown(amount, price), price), amount, "deposit");
        vm.assertGe(MusdtMath.toAssetsUp(amount, price), MusdtMath.toAssetsDown(amount, price), "mint");
        vm.assertGe(MusdtMath.toAssetsDown(MusdtMath.toSharesUp(amount, price), price), amount, "withdraw");
    }
}
