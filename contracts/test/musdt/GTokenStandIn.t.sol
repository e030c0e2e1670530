// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {DevPnlSource, PnlVault} from "../../src/devnet/DevPnlSource.sol";
import {GTokenFeedStandIn} from "../../src/devnet/GTokenFeedStandIn.sol";
import {GTokenStandIn} from "../../src/devnet/GTokenStandIn.sol";
import {TetherUSD} from "../../src/devnet/TetherUSD.sol";
import {MusdtLockedNft} from "../../src/musdt/MusdtLockedNft.sol";
import {MusdtNftDesign} from "../../src/musdt/MusdtNftDesign.sol";
import {LockDesign, LockedDeposit} from "../../src/musdt/MusdtTypes.sol";
import {Test} from "../Test.sol";

/// @title The stand-in differs from our vault where GToken does
contract GTokenStandInTest is Test {
    uint256 private constant USDT = 1e6;
    uint256 private constant START = 1_800_000_000;

    TetherUSD private usdt;
    GTokenStandIn private vault;
    MusdtLockedNft private nft;
    DevPnlSource private traders;
    address private alice = makeAddr("alice");

    function setUp() public {
        vm.warp(START);
        usdt = new TetherUSD();
        nft = new MusdtLockedNft(LockDesign(new MusdtNftDesign()));
        vault = new GTokenStandIn(address(usdt), nft);
        traders = new DevPnlSource(PnlVault(address(vault)));
        usdt.faucet(alice, 10_000_000 * USDT);
        vm.startPrank(alice);
        usdt.approve(address(vault), type(uint256).max);
        vault.deposit(100_000 * USDT, alice);
        vm.stopPrank();
    }

    /// @dev The collateralization as of the next epoch.
    function reach(uint256 percent) private {
        traders.setCollateralizationP(percent * 1e18);
        vm.warp(vault.currentEpochStart() + 3 days);
        vault.openTradesPnlFeed().forceNewEpoch();
    }

    function test_PnlCountsFromTheNextEpoch() public {
        traders.setCollateralizationP(90e18);
        vm.assertEq(vault.collateralizationP(), 100e18);
        vm.assertEq(vault.shareToAssetsPrice(), 1e18);
        vault.tryNewOpenPnlRequestOrEpoch();
        vm.assertEq(vault.currentEpoch(), 1);
        reach(90);
        vm.assertEq(vault.currentEpoch(), 2);
        vm.assertEq(vault.collateralizationP(), 90e18);
        vm.assertEq(vault.shareToAssetsPrice(), 0.9e18);
    }

    function test_EpochsHaveTheRhythmOfTheFeed() public {
        GTokenFeedStandIn feed = vault.openTradesPnlFeed();
        feed.updateRequestsInfoBatch(1 days, 1 hours, 3);
        vm.warp(START + 1 days - 1);
        vault.tryNewOpenPnlRequestOrEpoch();
        vm.assertEq(feed.nextEpochValuesRequestCount(), 0);
        for (uint256 request = 0; request < 3; ++request) {
            vm.warp(START + 1 days + request * 1 hours);
            vault.tryNewOpenPnlRequestOrEpoch();
            vault.tryNewOpenPnlRequestOrEpoch();
            vm.assertEq(feed.nextEpochValuesRequestCount(), request + 1);
        }
        vm.warp(START + 27 hours - 1);
        vault.tryNewOpenPnlRequestOrEpoch();
        vm.expectRevert(bytes("TOO_EARLY"));
        feed.forceNewEpoch();
        vm.assertEq(vault.currentEpoch(), 1);
        vm.warp(START + 27 hours);
        vault.tryNewOpenPnlRequestOrEpoch();
        vm.assertEq(vault.currentEpoch(), 2);
        vm.assertEq(feed.nextEpochValuesRequestCount(), 0);
        vm.expectRevert(bytes("ONLY_PNL_FEED"));
        vault.updateAccPnlPerTokenUsed(0, 0);
    }

    /// @dev So it is with the live contract: an estimate looks for the least gas at which nothing reverts.
    function test_APokeWithTooLittleGasIsTakenAndDoesNothing() public {
        GTokenFeedStandIn feed = vault.openTradesPnlFeed();
        for (uint256 request = 0; request < feed.requestsCount(); ++request) {
            vm.warp(START + 2 days + request * 6 hours);
            vault.tryNewOpenPnlRequestOrEpoch();
        }
        vm.warp(START + 3 days);
        uint256 gas = 20_000;
        bool isTaken;
        while (!isTaken) {
            vm.cool(address(vault));
            vm.cool(address(feed));
            (isTaken,) = address(vault).call{gas: gas}(abi.encodeCall(vault.tryNewOpenPnlRequestOrEpoch, ()));
            gas += 500;
        }
        vm.assertEq(vault.currentEpoch(), 1);
        vault.tryNewOpenPnlRequestOrEpoch();
        vm.assertEq(vault.currentEpoch(), 2);
    }

    function test_MintingIsOpenAboveAnyCollateralization() public {
        reach(180);
        vm.assertEq(vault.maxDeposit(alice), type(uint256).max);
        vm.prank(alice);
        vault.deposit(1_000_000 * USDT, alice);
        vm.prank(alice);
        vm.expectRevert(bytes("NO_DISCOUNT"));
        vault.depositWithDiscountAndLock(1000 * USDT, 365 days, alice);
    }

    function test_TheCapHoldsBelow100AndOnlyMovesWhenPoked() public {
        reach(90);
        vm.assertEq(vault.maxMint(alice), 0);
        vm.prank(alice);
        vm.expectRevert(bytes("ERC4626: deposit more than max"));
        vault.deposit(1 * USDT, alice);
        vault.tryUpdateCurrentMaxSupply();
        vm.assertEq(vault.currentMaxSupply(), 102_000 * USDT);
        vm.assertEq(vault.maxDeposit(alice), 1800 * USDT);
        vm.prank(alice);
        vault.deposit(1800 * USDT, alice);
        vm.warp(block.timestamp + 1 days);
        vm.assertEq(vault.maxMint(alice), 0);
        vault.tryUpdateCurrentMaxSupply();
        vm.assertEq(vault.maxMint(alice), 2040 * USDT);
    }

    function test_ThresholdsAreStrict() public {
        reach(110);
        vm.assertEq(vault.withdrawEpochsTimelock(), 3);
        reach(120);
        vm.assertEq(vault.withdrawEpochsTimelock(), 2);
        reach(121);
        vm.assertEq(vault.withdrawEpochsTimelock(), 1);
    }

    function test_LockUnlockRequestRedeem() public {
        vm.startPrank(alice);
        uint256 id = vault.depositWithDiscountAndLock(100_000 * USDT, 365 days, alice);
        LockedDeposit memory locked = vault.getLockedDeposit(id);
        vm.assertEq(locked.shares, 105_000 * USDT);
        vm.expectRevert(bytes("NOT_UNLOCKED"));
        vault.unlockDeposit(id, alice);
        vm.warp(START + 365 days);
        vault.unlockDeposit(id, alice);
        uint256 price = 1e18 - (uint256(5000e18) + 204_999) / 205_000;
        vm.assertEq(vault.shareToAssetsPrice(), price);
        vault.tryNewOpenPnlRequestOrEpoch();
        vm.expectRevert(bytes("END_OF_EPOCH"));
        vault.makeWithdrawRequest(1000 * USDT, alice);
        vault.openTradesPnlFeed().forceNewEpoch();
        vault.makeWithdrawRequest(1000 * USDT, alice);
        vm.expectRevert(bytes("PENDING_WITHDRAWAL"));
        vault.transfer(address(this), 204_001 * USDT);
        vault.cancelWithdrawRequest(500 * USDT, alice, 5);
        for (uint256 i = 0; i < 3; ++i) {
            vm.assertEq(vault.maxRedeem(alice), 0);
            vm.warp(block.timestamp + 3 days);
            vault.openTradesPnlFeed().forceNewEpoch();
        }
        vm.assertEq(vault.maxRedeem(alice), 500 * USDT);
        vm.assertEq(vault.redeem(500 * USDT, alice, alice), 500 * price / 1e12);
        // While the next epoch is being prepared nothing can be redeemed either.
        vm.warp(block.timestamp + 2 days);
        vault.tryNewOpenPnlRequestOrEpoch();
        vm.assertEq(vault.maxRedeem(alice), 0);
        vm.stopPrank();
    }

    function test_MintWithDiscountRoundsDown() public {
        vm.startPrank(alice);
        uint256 id = vault.mintWithDiscountAndLock(1_000_001, 365 days, alice);
        // 1,000,001 / 1.05 = 952,381.9: our vault would ask for 952,382.
        vm.assertEq(vault.getLockedDeposit(id).assetsDeposited, 952_381);
        vm.stopPrank();
    }

    function test_LockBounds() public {
        vm.startPrank(alice);
        vm.expectRevert(bytes("BELOW_MIN_LOCK_DURATION"));
        vault.depositWithDiscountAndLock(1000 * USDT, 14 days - 1, alice);
        vm.expectRevert(bytes("ABOVE_MAX_LOCK_DURATION"));
        vault.depositWithDiscountAndLock(1000 * USDT, 365 days + 1, alice);
        vm.stopPrank();
    }
}
