// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {BackingBase} from "../../src/collateral/BackingBase.sol";
import {BackingFunds} from "../../src/collateral/BackingFunds.sol";
import {BackingSale} from "../../src/collateral/BackingSale.sol";
import {BackingCause, BackingState, Holdings, LedgerLine} from "../../src/collateral/BackingTypes.sol";
import {Collateral_NotAllowed, Collateral_Nothing} from "../../src/collateral/CollateralErrors.sol";
import {DevCoin} from "../../src/devnet/DevCoin.sol";
import {StrayToken} from "../../src/shared/StrayToken.sol";
import {BackingFixture} from "./BackingFixture.sol";

/// @title Backing from the protocol, from surplus, as a gift. rules.md C2, C4, C11
contract BackingFundsTest is BackingFixture {
    function test_C2_OnlyTheProtocolAddsAndRemoves() public {
        stand(100 * WAD, 100 * USD, WAD);
        vm.startPrank(alice);
        vm.expectRevert(abi.encodeWithSelector(Collateral_NotAllowed.selector, alice));
        backing.addBacking(WAD, 0);
        vm.expectRevert(abi.encodeWithSelector(Collateral_NotAllowed.selector, alice));
        backing.removeBacking(WAD, 0, alice);
        vm.expectRevert(abi.encodeWithSelector(Collateral_NotAllowed.selector, alice));
        backing.addSurplusBacking(0);
        vm.stopPrank();
        vm.expectRevert(Collateral_Nothing.selector);
        add(0, 0);
        vm.expectRevert(Collateral_Nothing.selector);
        remove(0, 0);
        vm.expectRevert(Collateral_Nothing.selector);
        book.sellSurplus(backing, usdc, 0, 0);
    }

    function test_C2_RemovesDownToTheTargetToTheUnit() public {
        stand(60 * WAD, 0, 9_999 * WAD);
        vm.expectRevert(
            abi.encodeWithSelector(
                BackingSale.Backing_BelowTarget.selector, 59.994e18 * 250 - 250, int256(9_999 * WAD), WAD * 150 / 100
            )
        );
        remove(0.006e18 + 1, 0);
        remove(0.006e18, 0);
        vm.assertEq(ratio(), WAD * 150 / 100);
        vm.assertEq(tao.balanceOf(address(backing)), 59.994e18);
    }

    function test_C2_RemovesAtTheLow() public {
        stand(100 * WAD, 0, 10_000 * WAD);
        module.set(250 * WAD, 200 * WAD, 250 * WAD);
        vm.expectPartialRevert(BackingSale.Backing_BelowTarget.selector);
        remove(25 * WAD + 1, 0);
        remove(25 * WAD, 0);
    }

    function test_C2_NothingOutNothingHeldBack() public {
        stand(WAD, USD, 0);
        vm.expectRevert(abi.encodeWithSignature("Panic(uint256)", 0x11));
        remove(WAD + 1, 0);
        vm.expectRevert(abi.encodeWithSignature("Panic(uint256)", 0x11));
        remove(0, USD + 1);
        remove(WAD, USD);
        vm.assertEq(tao.balanceOf(protocol), 1e9 * WAD);
    }

    function test_C4_SurplusIsBookedOnceItIsHere() public {
        vm.expectRevert(abi.encodeWithSelector(BackingFunds.Backing_NotArrived.selector, 6, 5));
        book.sellSurplus(backing, usdc, 5, 6);
        book.sellSurplus(backing, usdc, 5, 5);
        vm.assertEq(backing.holdings().usd, 5);
        vm.expectRevert(abi.encodeWithSelector(BackingFunds.Backing_NotArrived.selector, 12, 11));
        book.sellSurplus(backing, usdc, 6, 7);
        vm.assertTrue(backing.state().day.added == 5e12);
    }

    function test_C11_GiftsAreBookedByAnyone() public {
        stand(10 * WAD, 100 * USD, 500 * WAD);
        vm.expectRevert(Collateral_Nothing.selector);
        backing.bookGifts();
        tao.faucet(address(backing), 3);
        usdc.faucet(address(backing), 4);
        vm.prank(alice);
        tusdt.transfer(address(backing), 5);
        BackingState memory s = backing.state();
        vm.assertEq(s.taoGift, 3);
        vm.assertEq(s.usdGift, 4);
        vm.assertEq(s.tusdtGift, 5);
        Holdings memory before = s.holdings;
        Holdings memory now_ = Holdings(before.tao + 3, before.usd + 4, before.outstanding - 5);
        vm.expectEmit(address(backing));
        emit BackingBase.BackingMoved(bob, BackingCause.Gift, address(backing), before, now_, 0);
        vm.prank(bob);
        backing.bookGifts();
        s = backing.state();
        vm.assertEq(s.taoGift + s.usdGift + s.tusdtGift, 0);
        // Neither inflow nor a redemption.
        vm.assertTrue(s.day.added == 0 && s.day.minted == 0);
        tao.faucet(address(backing), 1);
        backing.bookGifts();
        usdc.faucet(address(backing), 1);
        backing.bookGifts();
        vm.prank(alice);
        tusdt.transfer(address(backing), 1);
        backing.bookGifts();
    }

    /// @dev A gift cannot be booked twice, nor pass for surplus and for a gift.
    function test_C11_NothingIsBookedTwice() public {
        usdc.faucet(address(backing), 100);
        book.sellSurplus(backing, usdc, 0, 100);
        vm.expectRevert(Collateral_Nothing.selector);
        backing.bookGifts();
    }

    /// @dev What is booked can be short of only if a token takes it away: what is here of the other leg still counts.
    function test_C11_AShortLegHidesNothingElse() public {
        stand(10 * WAD, 100 * USD, 0);
        vm.prank(address(backing));
        usdc.transfer(bob, 1);
        tao.faucet(address(backing), 1);
        vm.assertEq(backing.state().usdGift, 0);
        backing.bookGifts();
        vm.assertEq(backing.holdings().usd, 100 * USD);
    }

    /// @dev Any other token goes to governance; of its own three none leaves by this way.
    function test_C11_AStrayTokenGoesToGovernance() public {
        stand(10 * WAD, 100 * USD, WAD);
        DevCoin stray = new DevCoin("STRAY", 18);
        stray.faucet(address(backing), 5);
        backing.recoverStray(stray);
        vm.assertEq(stray.balanceOf(backing.settings().governance()), 5);
        tao.faucet(address(backing), 1);
        usdc.faucet(address(backing), 1);
        IERC20[4] memory none = [IERC20(stray), IERC20(tao), IERC20(usdc), IERC20(backing.tusdt())];
        for (uint256 i = 0; i < none.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(StrayToken.Stray_NothingToRecover.selector, none[i]));
            backing.recoverStray(none[i]);
        }
    }

    function test_C11_EachMovementOfFundsTells() public {
        Holdings memory h;
        Holdings memory then = Holdings(2, 3, 0);
        vm.expectEmit(address(backing));
        emit BackingBase.BackingMoved(protocol, BackingCause.Added, address(backing), h, then, 0);
        add(2, 3);
        h = Holdings(1, 1, 0);
        vm.expectEmit(address(backing));
        emit BackingBase.BackingMoved(protocol, BackingCause.Removed, protocol, then, h, 250 * WAD);
        remove(1, 2);
        then = Holdings(1, 8, 0);
        vm.expectEmit(address(backing));
        emit BackingBase.BackingMoved(address(book), BackingCause.Surplus, address(backing), h, then, 0);
        book.sellSurplus(backing, usdc, 7, 7);
    }

    function test_C11_TheLedgerSumsToTheBooks() public {
        stand(100 * WAD, 40_000 * USD, 20_000 * WAD);
        mint(bob, 3 * WAD);
        redeemTao(bob, 100 * WAD);
        redeemUsd(bob, 200 * WAD);
        remove(WAD, 5 * USD);
        book.sellSurplus(backing, usdc, 9, 9);
        tao.faucet(address(backing), 11);
        backing.bookGifts();
        LedgerLine[8] memory lines = backing.ledger();
        vm.assertTrue(lines[uint256(BackingCause.Minted)].tao == int128(int256(3 * WAD)));
        vm.assertTrue(lines[uint256(BackingCause.Minted)].tusdt == int128(int256(750 * WAD)));
        vm.assertTrue(lines[uint256(BackingCause.RedeemedTao)].tao == -int128(int256(WAD * 4 / 10)));
        vm.assertTrue(lines[uint256(BackingCause.RedeemedUsd)].usd == -int128(int256(200 * USD)));
        vm.assertTrue(lines[uint256(BackingCause.Removed)].usd == -int128(int256(5 * USD)));
        vm.assertTrue(lines[uint256(BackingCause.Surplus)].usd == 9);
        vm.assertTrue(lines[uint256(BackingCause.Gift)].tao == 11);
        vm.assertTrue(lines[uint256(BackingCause.Added)].tao == int128(int256(100 * WAD)));
        (int256 taoSum, int256 usdSum) = (0, 0);
        for (uint256 i = 0; i < lines.length; ++i) {
            (taoSum, usdSum) = (taoSum + lines[i].tao, usdSum + lines[i].usd);
        }
        vm.assertTrue(taoSum == int256(backing.holdings().tao));
        vm.assertTrue(usdSum == int256(backing.holdings().usd));
    }
}
