// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {LockedDeposit} from "../../src/musdt/MusdtTypes.sol";
import {MusdtFixture} from "./MusdtFixture.sol";
import {MusdtHandler} from "./MusdtHandler.sol";

/// @title What holds after every step of every sequence. rules.md M1-M10
/// @dev M1, M6 and M10 are also checked inside the handler's steps.
abstract contract MusdtInvariants is MusdtFixture {
    MusdtHandler internal handler;

    function epochSeconds() internal pure virtual returns (uint256);

    function setUp() public override {
        super.setUp();
        deploy(epochSeconds());
        handler = new MusdtHandler(vault, traders, address(this));
    }

    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(handler);
    }

    /// @dev One function, so that every rule meets every sequence; the messages name the rule.
    function invariant_M1_M2_M3_M4_M5_M7_M8_M9_M11() public view {
        check_M1_Solvent();
        check_M2_ClosedFrom150();
        check_M3_M4_M5_LocksAddUp();
        check_M7_OnlyEntriesMint();
        check_M8_RequestsAreKept();
        check_M9_NothingPanics();
        check_M9_DustIsNoSupply();
        check_M11_PromisesAreReadable();
    }

    /// @dev What a price and a collateralization promise is there, but for discounts that are not charged yet.
    function check_M1_Solvent() private view {
        uint256 held = usdt.balanceOf(address(vault)) - handler.donated();
        (uint256 onTheirWay,) = vault.rewardStream();
        vm.assertGe(held + vault.totalLockedDiscounts(), vault.availableAssets() + onTheirWay, "M1: not solvent");
        uint256 sum = vault.balanceOf(address(vault));
        for (uint256 i = 0; i < 4; ++i) {
            sum += vault.balanceOf(handler.people(i));
        }
        vm.assertEq(sum, vault.totalSupply(), "M1: supply is the sum of shares");
        vm.assertGt(vault.shareToAssetsPrice(), 0, "M1: price 0");
    }

    function check_M2_ClosedFrom150() private view {
        if (vault.collateralizationP() < 150e18) return;
        vm.assertEq(vault.maxDeposit(alice), 0, "M2: open");
        vm.assertEq(vault.maxMint(alice), 0, "M2: open");
    }

    function check_M3_M4_M5_LocksAddUp() private view {
        uint256 shares = 0;
        uint256 discounts = 0;
        for (uint256 i = 0; i < nft.totalSupply(); ++i) {
            LockedDeposit memory locked = vault.getLockedDeposit(nft.tokenByIndex(i));
            shares += locked.shares;
            discounts += locked.assetsDiscount;
            vm.assertGe(locked.lockDuration, 14 days, "M5: too short");
            vm.assertLe(locked.lockDuration, 365 days, "M5: too long");
            // At most 5% for a year.
            uint256 bound_ = locked.assetsDeposited * 5 * locked.lockDuration / (100 * 365 days);
            vm.assertGt(locked.assetsDiscount, 0, "M4: locked for nothing");
            vm.assertLe(locked.assetsDiscount, bound_, "M3: discount");
        }
        vm.assertEq(vault.balanceOf(address(vault)), shares, "M4: locked shares");
        vm.assertEq(vault.totalLockedDiscounts(), discounts, "M6: locked discounts");
    }

    /// @dev That an entry fits under the cap is checked with each of them.
    function check_M7_OnlyEntriesMint() private view {
        vm.assertLe(vault.totalSupply(), handler.enteredSupply(), "M7: supply");
        if (epochSeconds() != 0) vm.assertLe(vault.totalSupply(), vault.currentMaxSupply(), "M7: cap");
        if (handler.snapshotAt() != 0) vm.assertEq(vault.lastMaxSupplyUpdate(), handler.snapshotAt(), "M7: snapshot");
    }

    function check_M8_RequestsAreKept() private view {
        uint256 epoch = vault.currentEpoch();
        for (uint256 i = 0; i < 4; ++i) {
            address person = handler.people(i);
            uint256 sum = 0;
            for (uint256 ahead = 0; ahead <= 3; ++ahead) {
                uint256 expected = handler.requested(person, epoch + ahead);
                vm.assertEq(vault.withdrawRequests(person, epoch + ahead), expected, "M8: request");
                sum += expected;
            }
            vm.assertEq(vault.totalSharesBeingWithdrawn(person), sum, "M8: requests");
            vm.assertLe(sum, vault.balanceOf(person), "M8: shares under request have moved");
            if (vault.epochLength() != 0) {
                vm.assertLe(vault.maxRedeem(person), handler.requested(person, epoch), "M8: another epoch");
            }
        }
        vm.assertLe(handler.withdrawnAtOnce(), handler.collateralBefore() / 4, "M8: more than a quarter at once");
        vm.assertEq(vault.lastWithdrawal(), handler.withdrawnAt(), "M8: last withdrawal");
    }

    function check_M9_DustIsNoSupply() private view {
        if (vault.totalSupply() < USDT) vm.assertLe(vault.collateralizationP(), 100e18, "M9: a buffer of dust");
        vault.surplusAssets();
    }

    function check_M11_PromisesAreReadable() private view {
        (uint256 assets, uint256 perToken, uint256 priceAfter) = vault.promisedDiscounts();
        vm.assertEq(assets, vault.totalLockedDiscounts(), "M11: promises");
        vm.assertLe(priceAfter, vault.shareToAssetsPrice(), "M11: a promise raises the price");
        vm.assertGe(priceAfter + perToken, vault.shareToAssetsPrice(), "M11: more than is promised");
    }

    function check_M9_NothingPanics() private view {
        vault.maxRedeem(alice);
        vault.maxWithdraw(alice);
        vault.maxDeposit(alice);
        vault.previewDeposit(1e18);
        vault.previewMint(1e18);
        vault.previewWithdraw(1e18);
        vault.previewRedeem(1e18);
        vault.totalAssets();
        vault.tvl();
        vault.withdrawalRoom();
        vault.rules();
    }

    function test_HandlerReachesEveryAction() public {
        handler.deposit(1, 100_000 * USDT);
        handler.lock(1, 10_000 * USDT, 20 days);
        handler.lockShares(1, 10_000 * USDT, 20 days);
        handler.trade(1, 115e18);
        handler.request(1, 50_000 * USDT);
        vm.assertEq(nft.totalSupply(), 2);
        vm.assertEq(vault.totalSupply() > 110_000 * USDT ? 1 : 0, 1);
        vm.assertEq(vault.totalSharesBeingWithdrawn(handler.people(1)), epochSeconds() == 0 ? 0 : 50_000 * USDT);
        skipEpochs(epochSeconds() == 0 ? 0 : 2);
        handler.redeem(1, 10_000 * USDT);
        vm.assertEq(vault.balanceOf(handler.people(1)), 90_000 * USDT);
        handler.unlock(0);
        vm.assertEq(nft.totalSupply(), 1);
    }
}

/// @title The vault with epochs
contract EpochVaultInvariantsTest is MusdtInvariants {
    function epochSeconds() internal pure override returns (uint256) {
        return 3 days;
    }
}

/// @title The vault with an instant exit
contract InstantVaultInvariantsTest is MusdtInvariants {
    function epochSeconds() internal pure override returns (uint256) {
        return 0;
    }

    /// @dev After every sequence everybody can leave, in full.
    function afterInvariant() public {
        while (nft.totalSupply() != 0) handler.unlock(0);
        for (uint256 i = 0; i < 4; ++i) {
            address person = handler.people(i);
            uint256 shares = vault.balanceOf(person);
            if (vault.previewRedeem(shares) == 0) continue;
            vm.assertEq(vault.maxRedeem(person), shares, "M8: cannot leave");
            vm.prank(person);
            vault.redeem(shares, person, person);
        }
        vm.assertLe(vault.totalAssets(), 4, "M9: more than dust stayed");
    }
}
