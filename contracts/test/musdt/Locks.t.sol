// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {MusdtLocks} from "../../src/musdt/MusdtLocks.sol";
import {
    Musdt_BelowMinShares,
    Musdt_DeadlinePassed,
    Musdt_ExceedsMaxAssets,
    Musdt_InvalidLockDuration,
    Musdt_InvalidReceiver,
    Musdt_NoDiscount,
    Musdt_NotLockOwner,
    Musdt_StillLocked
} from "../../src/musdt/MusdtErrors.sol";
import {LockedDeposit} from "../../src/musdt/MusdtTypes.sol";
import {MusdtFixture} from "./MusdtFixture.sol";

/// @title Locking: discount, mNFT, unlock. rules.md M3-M6
contract LocksTest is MusdtFixture {
    function test_M3_DiscountTable() public view {
        vm.assertEq(vault.lockDiscountP(100e18, 365 days), 5e18);
        vm.assertEq(vault.lockDiscountP(80e18, 365 days), 5e18);
        vm.assertEq(vault.lockDiscountP(125e18, 365 days), 2.5e18);
        vm.assertEq(vault.lockDiscountP(150e18, 365 days), 0);
        vm.assertEq(vault.lockDiscountP(200e18, 365 days), 0);
        // 5% * 14 / 365, floor.
        vm.assertEq(vault.lockDiscountP(100e18, 14 days), 191780821917808219);
        // The base of a third of the way, 3.333...%, is floored before the part by time.
        vm.assertEq(vault.lockDiscountP(350e18 / uint256(3), 365 days), 3333333333333333333);
    }

    function testFuzz_M3_DiscountIsBounded(uint256 collatP, uint256 lockSeconds) public view {
        lockSeconds = bound(lockSeconds, 14 days, 365 days);
        collatP = bound(collatP, 0, 300e18);
        uint256 discountP = vault.lockDiscountP(collatP, lockSeconds);
        vm.assertLe(discountP, 5e18, "more than 5%");
        vm.assertLe(vault.lockDiscountP(collatP + 1, lockSeconds), discountP, "rises with collateralization");
        vm.assertGe(vault.lockDiscountP(collatP, lockSeconds + 1), discountP, "falls with time");
    }

    function test_M4_LockMintsCreditedShares() public {
        LockedDeposit memory expected =
            LockedDeposit(alice, 105_000 * USDT, 100_000 * USDT, 5000 * USDT, START, 365 days);
        vm.expectEmit(address(vault));
        emit MusdtLocks.DepositLocked(alice, alice, 1, expected);
        vm.assertEq(lock(alice, 100_000 * USDT, 365 days), 1);
        vm.assertEq(abi.encode(vault.getLockedDeposit(1)), abi.encode(expected));
        vm.assertEq(nft.ownerOf(1), alice);
        vm.assertEq(vault.balanceOf(address(vault)), 105_000 * USDT);
        vm.assertEq(vault.balanceOf(alice), 0);
        vm.assertEq(vault.totalLockedDiscounts(), 5000 * USDT);
        vm.assertEq(vault.shareToAssetsPrice(), 1e18);
        vm.assertEq(usdt.balanceOf(address(vault)), 100_000 * USDT);
    }

    function testFuzz_M4_TwoFloors(uint256 assets, uint256 lockSeconds, uint256 collatP) public {
        deposit(bob, 500_000 * USDT);
        reward(123_456_789);
        setCollateralization(bound(collatP, 70, 149));
        lockSeconds = bound(lockSeconds, 14 days, 365 days);
        assets = bound(assets, 10_000 * USDT, 300_000 * USDT);
        uint256 discountP = vault.lockDiscountP(vault.collateralizationP(), lockSeconds);
        uint256 credited = assets * (100e18 + discountP) / 100e18;
        uint256 id = lock(alice, assets, lockSeconds);
        LockedDeposit memory locked = vault.getLockedDeposit(id);
        vm.assertEq(locked.shares, credited * 1e18 / vault.shareToAssetsPrice());
        vm.assertEq(locked.assetsDiscount, credited - assets);
    }

    function testFuzz_M4_MintLocked(uint256 shares, uint256 lockSeconds, uint256 collatP) public {
        deposit(bob, 500_000 * USDT);
        reward(123_456_789);
        setCollateralization(bound(collatP, 70, 149));
        lockSeconds = bound(lockSeconds, 14 days, 365 days);
        shares = bound(shares, 10_000 * USDT, 400_000 * USDT);
        uint256 discountP = vault.lockDiscountP(vault.collateralizationP(), lockSeconds);
        uint256 before = usdt.balanceOf(alice);
        vm.prank(alice);
        uint256 id = vault.mintWithDiscountAndLock(shares, lockSeconds, alice);
        LockedDeposit memory locked = vault.getLockedDeposit(id);
        uint256 paid = before - usdt.balanceOf(alice);
        vm.assertEq(locked.shares, shares);
        vm.assertEq(locked.assetsDeposited, paid);
        vm.assertEq(paid + locked.assetsDiscount, vault.previewMint(shares));
        // One unit less would not have been enough.
        vm.assertGe(paid * (100e18 + discountP), (paid + locked.assetsDiscount) * 100e18, "too cheap");
        vm.assertLt((paid - 1) * (100e18 + discountP), (paid + locked.assetsDiscount) * 100e18, "too dear");
    }

    function test_M4_NoLockForNothing() public {
        vm.prank(alice);
        expectRevert(abi.encodeWithSelector(Musdt_NoDiscount.selector, 1));
        vault.depositWithDiscountAndLock(1, 365 days, alice);
    }

    function test_M5_LockBounds() public {
        vm.startPrank(alice);
        expectRevert(abi.encodeWithSelector(Musdt_InvalidLockDuration.selector, 14 days - 1, 14 days, 365 days));
        vault.depositWithDiscountAndLock(1000 * USDT, 14 days - 1, alice);
        expectRevert(abi.encodeWithSelector(Musdt_InvalidLockDuration.selector, 365 days + 1, 14 days, 365 days));
        vault.mintWithDiscountAndLock(1000 * USDT, 365 days + 1, alice);
        vault.depositWithDiscountAndLock(1000 * USDT, 14 days, alice);
        vault.mintWithDiscountAndLock(1000 * USDT, 365 days, alice);
        vm.stopPrank();
    }

    function test_M5_UnlockAtTheEndByTheHolder() public {
        deposit(bob, 100_000 * USDT);
        uint256 id = lock(alice, 100_000 * USDT, 14 days);
        uint256 shares = vault.getLockedDeposit(id).shares;
        vm.startPrank(alice);
        vm.warp(START + 14 days - 1);
        expectRevert(abi.encodeWithSelector(Musdt_StillLocked.selector, START + 14 days, START + 14 days - 1));
        vault.unlockDeposit(id, alice);
        vm.warp(START + 14 days);
        expectRevert(abi.encodeWithSelector(Musdt_InvalidReceiver.selector, address(vault)));
        vault.unlockDeposit(id, address(vault));
        vault.unlockDeposit(id, carol);
        vm.assertEq(vault.balanceOf(carol), shares);
        vm.assertEq(vault.balanceOf(address(vault)), 0);
        expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721NonexistentToken.selector, id));
        vault.unlockDeposit(id, alice);
        vm.stopPrank();
    }

    function test_M5_WhoHoldsTheNftUnlocks() public {
        deposit(bob, 100_000 * USDT);
        uint256 first = lock(alice, 1000 * USDT, 14 days);
        uint256 second = lock(alice, 1000 * USDT, 14 days);
        uint256 third = lock(alice, 1000 * USDT, 14 days);
        vm.startPrank(alice);
        nft.transferFrom(alice, bob, first);
        nft.approve(carol, second);
        vm.warp(START + 14 days);
        expectRevert(abi.encodeWithSelector(Musdt_NotLockOwner.selector, first, alice));
        vault.unlockDeposit(first, alice);
        vm.stopPrank();
        vm.prank(bob);
        vault.unlockDeposit(first, bob);
        vm.startPrank(carol);
        vault.unlockDeposit(second, carol);
        expectRevert(abi.encodeWithSelector(Musdt_NotLockOwner.selector, third, carol));
        vault.unlockDeposit(third, carol);
        vm.stopPrank();
        vm.prank(alice);
        nft.setApprovalForAll(carol, true);
        vm.prank(carol);
        vault.unlockDeposit(third, carol);
    }

    function test_M6_UnlockChargesTheDiscountToAll() public {
        deposit(bob, 100_000 * USDT);
        uint256 id = lock(alice, 100_000 * USDT, 365 days);
        vm.warp(START + 365 days);
        vm.prank(alice);
        vault.unlockDeposit(id, alice);
        // 5,000 over 205,000 shares, rounded up.
        uint256 delta = (uint256(5000e18) + 204_999) / 205_000;
        vm.assertEq(vault.shareToAssetsPrice(), 1e18 - delta);
        vm.assertTrue(vault.accPnlPerToken() == int256(delta));
        vm.assertEq(vault.totalLockedDiscounts(), 0);
        vm.assertEq(vault.totalDiscounts(), 5000 * USDT);
        vm.assertGe(usdt.balanceOf(address(vault)), vault.totalAssets(), "not solvent");
    }

    function test_M6_TheBufferPaysTheDiscountFirst() public {
        deposit(bob, 500_000 * USDT);
        uint256 id = lock(alice, 100_000 * USDT, 365 days);
        setCollateralization(120);
        vm.warp(START + 365 days);
        vm.prank(alice);
        vault.unlockDeposit(id, alice);
        vm.assertEq(vault.shareToAssetsPrice(), 1e18);
        vm.assertLt(vault.collateralizationP(), 120e18, "nobody paid");
    }

    function test_M11_PromisedDiscountsAreReadable() public {
        (uint256 assets, uint256 perToken, uint256 priceAfter) = vault.promisedDiscounts();
        vm.assertEq(assets + perToken, 0);
        vm.assertEq(priceAfter, 1e18);
        deposit(bob, 400_000 * USDT);
        uint256 first = lock(alice, 100_000 * USDT, 365 days);
        uint256 second = lock(alice, 100_000 * USDT, 365 days);
        (assets, perToken, priceAfter) = vault.promisedDiscounts();
        vm.assertEq(assets, 10_000 * USDT);
        vm.assertEq(perToken, (uint256(10_000e18) + 609_999) / 610_000);
        vm.assertEq(priceAfter, 1e18 - perToken);
        vm.warp(START + 365 days);
        vm.startPrank(alice);
        vault.unlockDeposit(first, alice);
        vault.unlockDeposit(second, alice);
        vm.stopPrank();
        // Two unlocks round twice.
        vm.assertLe(priceAfter - vault.shareToAssetsPrice(), 1, "another price");
        (assets, perToken, priceAfter) = vault.promisedDiscounts();
        vm.assertEq(assets + perToken, 0);
        vm.assertEq(priceAfter, vault.shareToAssetsPrice());
    }

    function test_M11_TheBufferTakesPromisedDiscountsFirst() public {
        deposit(bob, 400_000 * USDT);
        lock(alice, 100_000 * USDT, 365 days);
        setCollateralization(120);
        (uint256 assets,, uint256 priceAfter) = vault.promisedDiscounts();
        vm.assertEq(assets, 5000 * USDT);
        vm.assertEq(priceAfter, 1e18);
        traders.realize(int256(499_000 * USDT));
        (,, priceAfter) = vault.promisedDiscounts();
        vm.assertEq(priceAfter, vault.shareToAssetsPrice() - (uint256(5000e18) + 504_999) / 505_000);
        traders.realize(int256(102_000 * USDT));
        (,, priceAfter) = vault.promisedDiscounts();
        vm.assertEq(priceAfter, 0, "not all of the price");
    }

    function test_PauseNeverStopsAnUnlock() public {
        deposit(bob, 100_000 * USDT);
        uint256 id = lock(alice, 1000 * USDT, 14 days);
        vault.pause();
        vm.warp(START + 14 days);
        vm.prank(alice);
        vault.unlockDeposit(id, alice);
    }

    function test_Bounds() public {
        vm.startPrank(alice);
        expectRevert(abi.encodeWithSelector(Musdt_BelowMinShares.selector, 105 * USDT, 105 * USDT + 1));
        vault.depositWithDiscountAndLock(100 * USDT, 365 days, alice, 105 * USDT + 1, NEVER);
        vault.depositWithDiscountAndLock(100 * USDT, 365 days, alice, 105 * USDT, START);
        expectRevert(abi.encodeWithSelector(Musdt_ExceedsMaxAssets.selector, 100 * USDT, 100 * USDT - 1));
        vault.mintWithDiscountAndLock(105 * USDT, 365 days, alice, 100 * USDT - 1, NEVER);
        vault.mintWithDiscountAndLock(105 * USDT, 365 days, alice, 100 * USDT, START);
        vm.warp(START + 1);
        expectRevert(abi.encodeWithSelector(Musdt_DeadlinePassed.selector, START, START + 1));
        vault.depositWithDiscountAndLock(100 * USDT, 365 days, alice, 0, START);
        expectRevert(abi.encodeWithSelector(Musdt_DeadlinePassed.selector, START, START + 1));
        vault.mintWithDiscountAndLock(105 * USDT, 365 days, alice, NEVER, START);
        vm.stopPrank();
    }

    function test_AContractThatTakesNoNftCannotLock() public {
        vm.prank(alice);
        expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721InvalidReceiver.selector, address(traders)));
        vault.depositWithDiscountAndLock(1000 * USDT, 14 days, address(traders));
    }
}
