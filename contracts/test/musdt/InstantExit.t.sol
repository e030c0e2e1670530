// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {MUSDTVault} from "../../src/musdt/MUSDTVault.sol";
import {MusdtLockedNft} from "../../src/musdt/MusdtLockedNft.sol";
import {
    Musdt_ExceedsCollateral,
    Musdt_ExceedsSupplyCap,
    Musdt_InstantExit,
    Musdt_InvalidEpochLength,
    Musdt_ZeroAmount
} from "../../src/musdt/MusdtErrors.sol";
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
        vm.warp(START + 1 days);
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
        uint256 more = 100_001 * USDT;
        expectRevert(
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientBalance.selector, alice, 100_000 * USDT, more)
        );
        vm.prank(alice);
        vault.redeem(more, alice, alice);
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
        vm.assertEq(vault.maxMint(bob), BOOTSTRAP - 1000 * USDT - 1);
    }

    /// @dev The buffer of those who left made a single unit so rich that nobody could mint any more.
    function test_M9_DustNeitherClosesMintingNorStrandsTheBuffer() public {
        setCollateralization(140);
        redeem(alice, 100_000 * USDT - 1);
        vm.assertEq(vault.collateralizationP(), 100e18);
        vm.assertEq(vault.shareToAssetsPrice(), 1e18);
        vm.assertEq(vault.surplusAssets(), 40_000 * USDT - 1);
        vault.recoverSurplus(carol);
        vm.assertEq(deposit(bob, 1000 * USDT), 1000 * USDT);
        vm.assertEq(redeem(alice, 1), 1);
        vm.assertEq(redeem(bob, 1000 * USDT), 1000 * USDT);
    }

    function test_M9_ALossOfTradersMakesNoBufferOfDust() public {
        setCollateralization(90);
        redeem(alice, 100_000 * USDT - 100);
        traders.realize(-int256(1000 * USDT));
        vm.assertEq(vault.collateralizationP(), 100e18);
        vm.assertEq(vault.shareToAssetsPrice(), 1e18);
        vm.assertGt(vault.maxMint(bob), 0, "closed");
        vm.assertGe(vault.surplusAssets(), 999 * USDT, "stranded");
    }

    /// @dev Deposits of seconds, just before a snapshot, raised the cap to the threefold.
    function test_M7_TheSnapshotIsTheLeastSupplyOfTheDay() public {
        deposit(bob, BOOTSTRAP - 100_000 * USDT);
        vm.warp(START + 1 days);
        // The day began with nothing.
        vm.assertEq(vault.currentMaxSupply(), BOOTSTRAP);
        vault.tryUpdateCurrentMaxSupply();
        for (uint256 day = 2; day <= 6; ++day) {
            vm.warp(START + day * 1 days);
            vm.assertEq(vault.currentMaxSupply(), BOOTSTRAP * 102 / 100, "ratcheted");
            deposit(carol, 20_000 * USDT);
            vm.warp(block.timestamp + 12);
            redeem(carol, 20_000 * USDT);
        }
        // Who stays for the day counts.
        vm.warp(START + 7 days);
        deposit(carol, 20_000 * USDT);
        vm.warp(START + 8 days);
        // At the snapshot she was not there yet.
        vm.assertEq(vault.currentMaxSupply(), BOOTSTRAP * 102 / 100);
        vault.tryUpdateCurrentMaxSupply();
        vm.warp(START + 9 days);
        vm.assertEq(vault.currentMaxSupply(), 1_020_000 * USDT * 102 / 100);
        redeem(bob, 900_000 * USDT);
        vm.assertEq(vault.currentMaxSupply(), BOOTSTRAP);
        vm.prank(bob);
        expectRevert(
            abi.encodeWithSelector(
                Musdt_ExceedsSupplyCap.selector, 900_000 * USDT, BOOTSTRAP - 120_000 * USDT, START + 10 days
            )
        );
        vault.deposit(900_000 * USDT, bob);
    }

    function test_M7_RewardsStreamIn() public {
        reward(24_000 * USDT);
        vm.assertEq(vault.shareToAssetsPrice(), 1e18);
        (uint256 left, uint256 secondsLeft) = vault.rewardStream();
        vm.assertEq(left, 24_000 * USDT);
        vm.assertEq(secondsLeft, 1 days);
        vm.assertEq(vault.surplusAssets(), 0);
        vm.warp(START + 6 hours);
        vm.assertEq(vault.shareToAssetsPrice(), 1.06e18);
        vm.assertEq(vault.accRewardsPerToken(), 0.06e18);
        // A deposit of a moment earns a moment.
        uint256 shares = deposit(bob, 106_000 * USDT);
        vm.assertEq(shares, 100_000 * USDT);
        vm.assertEq(redeem(bob, shares), 106_000 * USDT);
        shares = deposit(bob, 106_000 * USDT);
        vm.warp(START + 12 hours);
        // 6,000 more on twice the shares.
        vm.assertEq(vault.shareToAssetsPrice(), 1.09e18);
        (left, secondsLeft) = vault.rewardStream();
        vm.assertEq(left, 12_000 * USDT);
        vm.assertEq(secondsLeft, 12 hours);
        vm.warp(START + 3 days);
        vm.assertEq(vault.shareToAssetsPrice(), 1.15e18);
        (left, secondsLeft) = vault.rewardStream();
        vm.assertEq(left + secondsLeft, 0);
        vm.assertEq(redeem(bob, shares) + redeem(alice, 100_000 * USDT), 230_000 * USDT);
    }

    function test_M7_NobodyHoldsAStreamUpWithAUnit() public {
        reward(24_000 * USDT);
        vm.warp(START + 12 hours);
        for (uint256 i = 0; i < 10; ++i) {
            reward(1);
        }
        (uint256 left, uint256 secondsLeft) = vault.rewardStream();
        vm.assertEq(left, 12_000 * USDT + 10);
        vm.assertLe(secondsLeft, 12 hours, "held up");
        reward(12_000 * USDT);
        (left, secondsLeft) = vault.rewardStream();
        // As much again: between 12 and 24 hours.
        vm.assertLe(secondsLeft, 18 hours, "too long");
        vm.assertGe(secondsLeft, 18 hours - 1, "too short");
    }

    function test_M7_AStreamStandsStillWithoutShares() public {
        reward(24_000 * USDT);
        vm.warp(START + 6 hours);
        redeem(alice, 100_000 * USDT);
        vm.warp(START + 9 days);
        (uint256 left, uint256 secondsLeft) = vault.rewardStream();
        vm.assertEq(left, 18_000 * USDT);
        vm.assertEq(secondsLeft, 18 hours);
        vm.assertEq(vault.shareToAssetsPrice(), 1.06e18);
        expectRevert(abi.encodeWithSelector(Musdt_ZeroAmount.selector));
        vault.recoverSurplus(carol);
        // Dust is no shareholder either: it would take all of it, and make the price absurd.
        deposit(bob, 10);
        vm.warp(START + 10 days);
        vm.assertEq(vault.shareToAssetsPrice(), 1.06e18);
        deposit(bob, 106_000 * USDT);
        vm.warp(START + 10 days + 9 hours);
        (left, secondsLeft) = vault.rewardStream();
        vm.assertEq(left, 9000 * USDT);
        vm.assertEq(secondsLeft, 9 hours);
    }

    /// @dev USDT itself would give no reason.
    function test_MoreThanTheVaultHoldsGivesAReason() public {
        deposit(bob, 700_000 * USDT);
        lock(carol, 190_000 * USDT, 365 days);
        traders.realize(int256(989_900 * USDT));
        uint256 held = usdt.balanceOf(address(vault));
        uint256 assets = vault.previewRedeem(700_000 * USDT);
        vm.assertGt(assets, held, "nothing to test");
        vm.prank(bob);
        expectRevert(abi.encodeWithSelector(Musdt_ExceedsCollateral.selector, assets, held));
        vault.redeem(700_000 * USDT, bob, bob);
        vm.assertLe(vault.maxWithdraw(bob), held, "more than there is");
        redeem(bob, vault.maxRedeem(bob));
    }

    /// @dev A reward that is on its way is nobody's to take, though it is in the vault.
    function test_RewardsOnTheirWayPayNobodyOut() public {
        deposit(bob, 700_000 * USDT);
        lock(carol, 190_000 * USDT, 365 days);
        traders.realize(int256(989_900 * USDT));
        reward(1000 * USDT);
        uint256 held = usdt.balanceOf(address(vault)) - 1000 * USDT;
        uint256 assets = vault.previewRedeem(700_000 * USDT);
        vm.prank(bob);
        expectRevert(abi.encodeWithSelector(Musdt_ExceedsCollateral.selector, assets, held));
        vault.redeem(700_000 * USDT, bob, bob);
    }

    function test_SurplusIsWhatNoShareStandsFor() public {
        setCollateralization(140);
        lock(bob, 10_000 * USDT, 365 days);
        expectRevert(abi.encodeWithSelector(Musdt_ZeroAmount.selector));
        vault.recoverSurplus(carol);
        (uint256 promised,,) = vault.promisedDiscounts();
        usdt.faucet(address(vault), 5000 * USDT);
        uint256 surplus = vault.surplusAssets();
        vm.assertLe(surplus, 5000 * USDT - promised, "taken from the shares");
        vm.assertGe(surplus, 5000 * USDT - promised - 1, "stranded");
        uint256 sum = usdt.balanceOf(carol);
        vault.recoverSurplus(carol);
        vm.assertEq(usdt.balanceOf(carol) - sum, surplus);
        vm.assertEq(vault.surplusAssets(), 0);
        vm.assertGe(usdt.balanceOf(address(vault)), vault.availableAssets(), "not solvent");
    }

    function test_SurplusOfAnEmptyVault() public {
        setCollateralization(140);
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
