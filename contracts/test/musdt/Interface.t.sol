// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC721Enumerable} from "@openzeppelin/contracts/token/ERC721/extensions/IERC721Enumerable.sol";
import {GTokenStandIn} from "../../src/devnet/GTokenStandIn.sol";
import {MusdtLockedNft} from "../../src/musdt/MusdtLockedNft.sol";
import {MusdtAccounts} from "../../src/musdt/MusdtAccounts.sol";
import {MusdtEntry} from "../../src/musdt/MusdtEntry.sol";
import {MusdtExit} from "../../src/musdt/MusdtExit.sol";
import {MusdtLocks} from "../../src/musdt/MusdtLocks.sol";
import {MusdtPnl} from "../../src/musdt/MusdtPnl.sol";
import {MusdtRequests} from "../../src/musdt/MusdtRequests.sol";
import {LockDesign, LockedDeposit} from "../../src/musdt/MusdtTypes.sol";
import {MusdtFixture} from "./MusdtFixture.sol";

/// @title What an app knows of a live GToken
interface LiveVault {
    function MIN_LOCK_DURATION() external view returns (uint256);
    function accPnlPerToken() external view returns (int256);
    function accPnlPerTokenUsed() external view returns (int256);
    function accRewardsPerToken() external view returns (uint256);
    function availableAssets() external view returns (uint256);
    function balanceOf(address account) external view returns (uint256);
    function cancelWithdrawRequest(uint256 shares, address owner, uint256 unlockEpoch) external;
    function collateralizationP() external view returns (uint256);
    function convertToAssets(uint256 shares) external view returns (uint256);
    function convertToShares(uint256 assets) external view returns (uint256);
    function currentEpoch() external view returns (uint256);
    function currentEpochStart() external view returns (uint256);
    function currentMaxSupply() external view returns (uint256);
    function deposit(uint256 assets, address receiver) external returns (uint256);
    function depositWithDiscountAndLock(uint256 assets, uint256 lockDuration, address receiver)
        external
        returns (uint256);
    function distributeReward(uint256 assets) external;
    function getLockedDeposit(uint256 depositId) external view returns (LockedDeposit memory);
    function lastMaxSupplyUpdate() external view returns (uint256);
    function lockDiscountP(uint256 collatP, uint256 lockDuration) external view returns (uint256);
    function lockedDepositNft() external view returns (address);
    function lockedDeposits(uint256 depositId)
        external
        view
        returns (address, uint256, uint256, uint256, uint256, uint256);
    function lockedDepositsCount() external view returns (uint256);
    function makeWithdrawRequest(uint256 shares, address owner) external;
    function maxAccPnlPerToken() external view returns (uint256);
    function maxDeposit(address owner) external view returns (uint256);
    function maxDiscountP() external view returns (uint256);
    function maxDiscountThresholdP() external view returns (uint256);
    function maxMint(address owner) external view returns (uint256);
    function maxRedeem(address owner) external view returns (uint256);
    function maxSupplyIncreaseDailyP() external view returns (uint256);
    function maxWithdraw(address owner) external view returns (uint256);
    function mint(uint256 shares, address receiver) external returns (uint256);
    function mintWithDiscountAndLock(uint256 shares, uint256 lockDuration, address receiver) external returns (uint256);
    function previewDeposit(uint256 assets) external view returns (uint256);
    function previewMint(uint256 shares) external view returns (uint256);
    function previewRedeem(uint256 shares) external view returns (uint256);
    function previewWithdraw(uint256 assets) external view returns (uint256);
    function redeem(uint256 shares, address receiver, address owner) external returns (uint256);
    function shareToAssetsPrice() external view returns (uint256);
    function totalAssets() external view returns (uint256);
    function totalClosedPnl() external view returns (int256);
    function totalDeposited() external view returns (uint256);
    function totalDiscounts() external view returns (uint256);
    function totalLockedDiscounts() external view returns (uint256);
    function totalRewards() external view returns (uint256);
    function totalSupply() external view returns (uint256);
    function totalSharesBeingWithdrawn(address owner) external view returns (uint256);
    function tryUpdateCurrentMaxSupply() external;
    function tvl() external view returns (uint256);
    function unlockDeposit(uint256 depositId, address receiver) external;
    function withdraw(uint256 assets, address receiver, address owner) external returns (uint256);
    function withdrawEpochsTimelock() external view returns (uint256);
    function withdrawLockThresholdsP(uint256 index) external view returns (uint256);
    function withdrawRequests(address owner, uint256 epoch) external view returns (uint256);
}

/// @title One app serves both: the same calls work on our vault and on one with GToken's rules
contract InterfaceTest is MusdtFixture {
    function test_OurVault() public {
        journey(LiveVault(address(vault)));
    }

    function test_LiveVault() public {
        nft = new MusdtLockedNft(LockDesign(nft.design()));
        GTokenStandIn live = new GTokenStandIn(address(usdt), nft);
        for (uint256 i = 0; i < 2; ++i) {
            vm.prank(i == 0 ? alice : bob);
            usdt.approve(address(live), type(uint256).max);
        }
        journey(LiveVault(address(live)));
    }

    /// @dev Deposit, lock, transfer, unlock, request, cancel, redeem, withdraw; every amount is the same on both.
    function journey(LiveVault live) private {
        readEverything(live);
        vm.startPrank(bob);
        vm.assertEq(live.deposit(300_000 * USDT, bob), 300_000 * USDT);
        vm.assertEq(live.mint(100_000 * USDT, bob), 100_000 * USDT);
        vm.stopPrank();
        vm.startPrank(alice);
        vm.assertEq(live.depositWithDiscountAndLock(100_000 * USDT, 365 days, alice), 1);
        vm.assertEq(live.mintWithDiscountAndLock(105_000 * USDT, 365 days, alice), 2);
        vm.assertEq(live.getLockedDeposit(1).shares, live.getLockedDeposit(2).shares);
        IERC721Enumerable(live.lockedDepositNft()).transferFrom(alice, bob, 1);
        vm.stopPrank();
        vm.warp(START + 365 days);
        vm.prank(bob);
        live.unlockDeposit(1, bob);
        vm.prank(alice);
        live.unlockDeposit(2, alice);
        vm.assertEq(live.balanceOf(bob), 505_000 * USDT);
        vm.assertEq(live.shareToAssetsPrice(), 1e18 - 2 * ((uint256(5000e18) + 609_999) / 610_000));
        live.tryUpdateCurrentMaxSupply();
        exit_(live);
        readEverything(live);
    }

    /// @dev From the first second of an epoch, whether it is poked or not.
    function exit_(LiveVault live) private {
        nextEpoch(live, 1);
        uint256 unlockEpoch = live.currentEpoch() + live.withdrawEpochsTimelock();
        vm.startPrank(alice);
        live.makeWithdrawRequest(105_000 * USDT, alice);
        live.cancelWithdrawRequest(5000 * USDT, alice, unlockEpoch);
        vm.stopPrank();
        vm.assertEq(live.totalSharesBeingWithdrawn(alice), 100_000 * USDT);
        nextEpoch(live, 3);
        vm.assertEq(live.currentEpoch(), unlockEpoch);
        vm.assertEq(live.maxRedeem(alice), 100_000 * USDT);
        uint256 expected = live.previewRedeem(60_000 * USDT);
        vm.startPrank(alice);
        vm.assertEq(live.redeem(60_000 * USDT, alice, alice), expected);
        expected = live.previewWithdraw(10_000 * USDT);
        vm.assertEq(live.withdraw(10_000 * USDT, alice, alice), expected);
        vm.stopPrank();
    }

    function nextEpoch(LiveVault live, uint256 count) private {
        for (uint256 i = 0; i < count; ++i) {
            vm.warp(live.currentEpochStart() + (block.timestamp - live.currentEpochStart()) / 3 days * 3 days + 3 days);
            if (address(live) != address(vault)) GTokenStandIn(address(live)).openTradesPnlFeed().forceNewEpoch();
        }
    }

    /// @dev Nothing a page reads may be missing, or panic at zero supply.
    function readEverything(LiveVault live) private view {
        vm.assertEq(live.MIN_LOCK_DURATION(), 14 days);
        vm.assertEq(live.maxDiscountP(), 5e18);
        vm.assertEq(live.maxDiscountThresholdP(), 150e18);
        vm.assertEq(live.maxSupplyIncreaseDailyP(), 2e18);
        vm.assertEq(live.withdrawLockThresholdsP(1), 20e18);
        vm.assertEq(live.lockDiscountP(100e18, 365 days), 5e18);
        vm.assertEq(live.maxAccPnlPerToken(), 1e18 + live.accRewardsPerToken());
        vm.assertEq(live.totalDiscounts(), live.lockedDepositsCount() * 5000 * USDT);
        live.accPnlPerToken();
        live.accPnlPerTokenUsed();
        live.availableAssets();
        live.collateralizationP();
        live.convertToAssets(1);
        live.convertToShares(1);
        live.currentMaxSupply();
        live.lastMaxSupplyUpdate();
        live.lockedDeposits(1);
        live.maxDeposit(alice);
        live.maxMint(alice);
        // A live vault without shares panics when it is asked.
        if (address(live) == address(vault) || live.totalSupply() != 0) live.maxWithdraw(alice);
        live.previewDeposit(1);
        live.previewMint(1);
        live.totalAssets();
        live.totalClosedPnl();
        live.totalDeposited();
        live.totalLockedDiscounts();
        live.totalRewards();
        live.tvl();
        live.withdrawRequests(alice, 1);
    }

    /// @dev A history finds the same topics on both.
    function test_Topics() public pure {
        topic(MusdtEntry.Deposit.selector, "Deposit(address,address,uint256,uint256)");
        topic(MusdtExit.Withdraw.selector, "Withdraw(address,address,address,uint256,uint256)");
        string memory lock_ = "(address,address,uint256,(address,uint256,uint256,uint256,uint256,uint256))";
        topic(MusdtLocks.DepositLocked.selector, string.concat("DepositLocked", lock_));
        string memory unlock_ = "(address,address,address,uint256,(address,uint256,uint256,uint256,uint256,uint256))";
        topic(MusdtLocks.DepositUnlocked.selector, string.concat("DepositUnlocked", unlock_));
        string memory request_ = "(address,address,uint256,uint256,uint256)";
        topic(MusdtRequests.WithdrawRequested.selector, string.concat("WithdrawRequested", request_));
        topic(MusdtRequests.WithdrawCanceled.selector, string.concat("WithdrawCanceled", request_));
        topic(MusdtEntry.CurrentMaxSupplyUpdated.selector, "CurrentMaxSupplyUpdated(uint256)");
        topic(MusdtAccounts.ShareToAssetsPriceUpdated.selector, "ShareToAssetsPriceUpdated(uint256)");
        string memory pnl = "AccPnlPerTokenUsedUpdated(address,uint256,uint256,uint256,uint256,int256)";
        topic(MusdtAccounts.AccPnlPerTokenUsedUpdated.selector, pnl);
        topic(MusdtPnl.AssetsSent.selector, "AssetsSent(address,address,uint256)");
        topic(MusdtPnl.AssetsReceived.selector, "AssetsReceived(address,address,uint256,uint256)");
        topic(MusdtPnl.RewardDistributed.selector, "RewardDistributed(address,uint256)");
    }

    function topic(bytes32 ours, string memory signature) private pure {
        vm.assertEq(ours, keccak256(bytes(signature)), signature);
    }
}
