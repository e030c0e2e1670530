// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Pausable} from "@openzeppelin/contracts/utils/Pausable.sol";
import {BackingBase} from "../../src/collateral/BackingBase.sol";
import {BackingExchange} from "../../src/collateral/BackingExchange.sol";
import {BackingSale} from "../../src/collateral/BackingSale.sol";
import {BackingCause, Holdings} from "../../src/collateral/BackingTypes.sol";
import {
    Collateral_BelowMinimum,
    Collateral_InvalidRecipient,
    Collateral_NoPrice,
    Collateral_NotAllowed,
    Collateral_NotIssuer,
    Collateral_Nothing
} from "../../src/collateral/CollateralErrors.sol";
import {CollateralMath} from "../../src/collateral/CollateralMath.sol";
import {PriceState} from "../../src/collateral/CollateralTypes.sol";
import {BackingFixture} from "./BackingFixture.sol";

/// @title Minting and redeeming in phase 1. rules.md C1, C8, C12
contract BackingExchangeTest is BackingFixture {
    /// @dev Twice as much as is out: minting is open.
    function rich() internal {
        stand(400 * WAD, 40_000 * USD, 50_000 * WAD);
    }

    function test_C1_ADollarOfTaoMintsOneAndOneRedeemsADollar() public {
        rich();
        vm.assertEq(mint(bob, WAD), 250 * WAD);
        vm.assertEq(tusdt.balanceOf(bob), 250 * WAD);
        vm.assertEq(backing.holdings().tao, 401 * WAD);
        vm.assertEq(redeemTao(bob, 125 * WAD), WAD / 2);
        uint256 before = usdc.balanceOf(bob);
        vm.assertEq(redeemUsd(bob, 125 * WAD), 125 * USD);
        vm.assertEq(usdc.balanceOf(bob) - before, 125 * USD);
        vm.assertEq(tusdt.balanceOf(bob), 0);
        vm.assertEq(tusdt.totalSupply(), 50_000 * WAD);
    }

    function test_C1_MintsAtLowRedeemsTaoAtHigh() public {
        rich();
        uint256[3] memory said = [200 * WAD, 250 * WAD, 300 * WAD];
        for (uint256 i = 0; i < 3; ++i) {
            module.set(said[i], said[(i + 1) % 3], said[(i + 2) % 3]);
            vm.assertEq(mint(bob, WAD), 200 * WAD);
            vm.assertEq(redeemTao(bob, 150 * WAD), WAD / 2);
        }
        // Nothing queued: current and live.
        module.set(250 * WAD, 0, 300 * WAD);
        vm.assertEq(mint(bob, WAD), 250 * WAD);
        vm.assertEq(redeemTao(bob, 150 * WAD), WAD / 2);
    }

    /// @dev Market 80, while current and next are 100: at 100 the USD would go for TAO worth 80.
    function test_C1_ADelayedPriceIsNoFreeOption() public {
        rich();
        add(400 * WAD, 0);
        module.set(100 * WAD, 100 * WAD, 80 * WAD);
        uint256 minted = mint(bob, 100 * WAD);
        vm.assertEq(minted, 8_000 * WAD);
        vm.assertEq(redeemUsd(bob, minted), 8_000 * USD);
        // The other way round: 80 delayed, 100 on the market.
        module.set(80 * WAD, 80 * WAD, 100 * WAD);
        vm.assertEq(redeemTao(alice, 100 * WAD), WAD);
    }

    /// @dev In one moment nobody leaves with more than he brought.
    function test_C1_NoRoundTripPays(uint256 current, uint256 next, uint256 live, uint256 amount, uint256 part) public {
        rich();
        current = bound(current, 200 * WAD, 300 * WAD);
        next = bound(next, 200 * WAD, 300 * WAD);
        live = bound(live, 200 * WAD, 300 * WAD);
        amount = bound(amount, 1, 100 * WAD);
        module.set(current, next, live);
        uint256 minted = mint(bob, amount);
        part = bound(part, 0, minted);
        uint256 usdBack = part < 1e12 ? 0 : redeemUsd(bob, part);
        uint256 taoBack = minted - part < 1_000 ? 0 : redeemTao(bob, minted - part);
        uint256 brought = CollateralMath.backingDown(amount, 0, live);
        vm.assertLe(CollateralMath.backingDown(taoBack, usdBack, live), brought, "it paid");
    }

    function test_C1_FloorBothWays() public {
        module.set(3 * WAD / 2);
        stand(10, 100_000 * USD, 50_000 * WAD);
        vm.expectRevert(Collateral_Nothing.selector);
        mint(bob, 0);
        vm.assertEq(mint(bob, 1), 1);
        vm.assertEq(mint(bob, 3), 4);
        vm.expectRevert(Collateral_Nothing.selector);
        redeemTao(bob, 1);
        vm.assertEq(redeemTao(bob, 4), 2);
        vm.expectRevert(Collateral_Nothing.selector);
        redeemUsd(alice, 1e12 - 1);
        vm.assertEq(redeemUsd(alice, 2e12 - 1), 1);
    }

    function test_C1_TheLegThatIsShortRejects() public {
        stand(WAD, 60_000 * USD, 40_000 * WAD);
        vm.expectRevert(abi.encodeWithSelector(BackingExchange.Backing_LegTooShort.selector, tao, WAD + 1, WAD));
        redeemTao(alice, 250 * WAD + 250);
        vm.assertEq(redeemTao(alice, 250 * WAD), WAD);
    }

    /// @dev Of the vault's USD as many as it holds, of all TUSDT whoever minted it.
    function test_C1_WhoeverMintedIt() public {
        stand(0, 1_000 * USD, 0);
        book.draw(bob, 2_000 * WAD);
        vm.expectRevert(
            abi.encodeWithSelector(BackingExchange.Backing_LegTooShort.selector, usdc, 1_000 * USD + 1, 1_000 * USD)
        );
        redeemUsd(bob, 1_000 * WAD + 1e12);
        vm.assertEq(redeemUsd(bob, 1_000 * WAD), 1_000 * USD);
        vm.assertTrue(backing.holdings().outstanding == -int256(1_000 * WAD));
    }

    function test_C1_Bounds() public {
        rich();
        vm.startPrank(bob);
        vm.expectRevert(abi.encodeWithSelector(Collateral_BelowMinimum.selector, 250 * WAD, 250 * WAD + 1));
        backing.mint(WAD, bob, 250 * WAD + 1);
        backing.mint(WAD, bob, 250 * WAD);
        vm.expectRevert(abi.encodeWithSelector(Collateral_BelowMinimum.selector, WAD / 2, WAD / 2 + 1));
        backing.redeemTao(125 * WAD, bob, WAD / 2 + 1);
        backing.redeemTao(125 * WAD, bob, WAD / 2);
        vm.expectRevert(abi.encodeWithSelector(Collateral_BelowMinimum.selector, 125 * USD, 125 * USD + 1));
        backing.redeemUsd(125 * WAD, bob, 125 * USD + 1);
        backing.redeemUsd(125 * WAD, bob, 125 * USD);
        vm.stopPrank();
    }

    function test_C1_PayoutsGoElsewhereButNeverToUs() public {
        rich();
        vm.startPrank(alice);
        backing.redeemUsd(WAD, bob, 0);
        backing.redeemTao(WAD, bob, 0);
        backing.mint(WAD, bob, 0);
        vm.assertEq(tusdt.balanceOf(bob), 250 * WAD);
        address[9] memory ours = [
            address(backing),
            address(tao),
            address(usdc),
            address(tusdt),
            address(book),
            address(module),
            address(settings),
            address(0),
            address(0xdead)
        ];
        for (uint256 i = 0; i < ours.length; ++i) {
            expectLost(ours[i]);
            backing.redeemUsd(WAD, ours[i], 0);
            expectLost(ours[i]);
            backing.redeemTao(WAD, ours[i], 0);
            expectLost(ours[i]);
            backing.mint(WAD, ours[i], 0);
            expectLost(ours[i]);
            backing.take(WAD, NEVER, ours[i]);
        }
        // Engines are known to the book.
        book.addEngine(address(0x123456));
        expectLost(address(0x123456));
        backing.redeemUsd(WAD, address(0x123456), 0);
        backing.redeemUsd(WAD, address(0x10000), 0);
        vm.stopPrank();
        vm.prank(protocol);
        expectLost(address(book));
        backing.removeBacking(0, 1, address(book));
    }

    function expectLost(address to) internal {
        vm.expectRevert(abi.encodeWithSelector(Collateral_InvalidRecipient.selector, to));
    }

    function test_C1_NoLiveValueNeither() public {
        rich();
        module.set(250 * WAD, 250 * WAD, 0);
        vm.expectRevert(Collateral_NoPrice.selector);
        mint(bob, WAD);
        vm.expectRevert(Collateral_NoPrice.selector);
        redeemTao(alice, WAD);
        vm.assertEq(redeemUsd(alice, WAD), USD);
        module.set(0, 250 * WAD, 250 * WAD);
        vm.expectRevert(Collateral_NoPrice.selector);
        mint(bob, WAD);
        vm.assertEq(redeemUsd(alice, WAD), USD);
    }

    function test_C8_FrozenOrStaleUsdGoesOn() public {
        rich();
        PriceState[2] memory states = [PriceState.Frozen, PriceState.Stale];
        for (uint256 i = 0; i < 2; ++i) {
            module.stop(states[i]);
            vm.expectRevert(Collateral_NoPrice.selector);
            mint(bob, WAD);
            vm.expectRevert(Collateral_NoPrice.selector);
            redeemTao(alice, WAD);
            vm.expectRevert(Collateral_NoPrice.selector);
            remove(0, 1);
            vm.assertEq(redeemUsd(alice, WAD), USD);
        }
        // With neither a price nor USD it waits.
        uint256 usd = backing.holdings().usd;
        redeemUsd(alice, usd * 1e12);
        vm.expectRevert(abi.encodeWithSelector(BackingExchange.Backing_LegTooShort.selector, usdc, USD, 0));
        redeemUsd(alice, WAD);
        module.set(250 * WAD);
        redeemTao(alice, WAD);
    }

    // ---- Under-backed: everybody's part

    /// @dev 100 TAO at 80 and 1,000 USD for 10,000: 90%.
    function poor() internal {
        stand(100 * WAD, 1_000 * USD, 10_000 * WAD);
        module.set(80 * WAD);
    }

    function test_C12_UnderBackedPaysEverybodysPart() public {
        poor();
        vm.assertEq(redeemUsd(alice, 1_000 * WAD), 900 * USD);
        vm.assertEq(ratio(), WAD * 9 / 10);
        vm.assertEq(redeemTao(alice, 1_000 * WAD), WAD * 900 / 80);
        vm.assertEq(ratio(), WAD * 9 / 10);
        // Valued at the low, paid at the high.
        module.set(80 * WAD, 100 * WAD, 80 * WAD);
        uint256 taoNow = backing.holdings().tao;
        uint256 worthNow = taoNow * 80 + 100 * WAD;
        vm.assertEq(redeemTao(alice, 800 * WAD), 800 * worthNow / 8_000 / 100);
    }

    function test_C12_ExactlyBackedPaysADollar() public {
        poor();
        module.set(90 * WAD);
        vm.assertEq(redeemUsd(alice, WAD), USD);
        module.set(90 * WAD - 1);
        vm.assertEq(redeemUsd(alice, WAD), USD - 1);
    }

    function test_C12_MintingIsClosedWhenUnderBacked() public {
        poor();
        vm.expectPartialRevert(BackingSale.Backing_BelowTarget.selector);
        mint(bob, WAD);
    }

    /// @dev Nobody who waits loses by those who leave, but the last units of rounding stay for him.
    function test_C12_LeavingTakesNothingFromThoseWhoStay(uint256 price, uint256 r, bool inTao) public {
        stand(100 * WAD, 3_000 * USD, 10_000 * WAD);
        price = bound(price, WAD / 100, 70 * WAD);
        module.set(price);
        Holdings memory h = backing.holdings();
        uint256 cBefore = h.tao * price + h.usd * 1e30;
        uint256 sBefore = uint256(h.outstanding);
        r = bound(r, 1e12, 3_000 * WAD);
        vm.prank(alice);
        try backing.redeemTao(inTao ? r : 0, alice, 0) {} catch {}
        vm.prank(alice);
        try backing.redeemUsd(inTao ? 0 : r, alice, 0) {} catch {}
        h = backing.holdings();
        uint256 cAfter = h.tao * price + h.usd * 1e30;
        vm.assertGe(cAfter * sBefore, cBefore * uint256(h.outstanding), "those who stay lost");
    }

    /// @dev Without a price the last low judges, so that a freeze is no way to leave whole.
    function test_C12_AFreezeJudgesByTheLastLow() public {
        poor();
        backing.touch();
        module.stop(PriceState.Frozen);
        vm.assertEq(backing.state().lastLow, 80 * WAD);
        vm.assertEq(redeemUsd(alice, 100 * WAD), 90 * USD);
        // A whole day and a new source later still, with nothing shown at all.
        vm.warp(block.timestamp + 1 days);
        module.clear();
        vm.assertEq(redeemUsd(alice, 100 * WAD), 90 * USD);
    }

    /// @dev Nobody touched since the fall: what the module shows is what is known.
    function test_C12_AFreezeJudgesByWhatIsShownIfThatIsNewer() public {
        stand(100 * WAD, 1_000 * USD, 10_000 * WAD);
        vm.warp(block.timestamp + 1 hours);
        module.set(90 * WAD, 80 * WAD, 100 * WAD);
        module.stop(PriceState.Stale);
        vm.assertEq(backing.state().lastLow, 80 * WAD);
        vm.assertEq(redeemUsd(alice, 100 * WAD), 90 * USD);
        module.stop(PriceState.Frozen);
        vm.assertEq(backing.state().lastLow, 90 * WAD);
        // Remembered at the same second or later counts more than what is shown.
        module.set(90 * WAD, 80 * WAD, 100 * WAD);
        backing.touch();
        module.stop(PriceState.Frozen);
        vm.assertEq(backing.state().lastLow, 80 * WAD);
    }

    /// @dev A low that there is counts, remembered or not.
    function test_C12_TheLowOfNowJudges() public {
        rich();
        vm.assertEq(backing.state().lastLow, 250 * WAD);
        module.set(240 * WAD, 230 * WAD, 220 * WAD);
        vm.assertEq(backing.state().lastLow, 220 * WAD);
        vm.warp(block.timestamp + 1);
        module.set(240 * WAD, 230 * WAD, 220 * WAD);
        vm.assertEq(backing.state().lastLow, 220 * WAD);
    }

    function test_C12_NoPriceEverValuesUsdOnly() public {
        module.clear();
        add(100 * WAD, 1_000 * USD);
        issue(alice, 10_000 * WAD);
        vm.assertEq(backing.state().lastLow, 0);
        vm.assertEq(redeemUsd(alice, 100 * WAD), 10 * USD);
    }

    // ---- Pause, rights, events

    function test_C4_APauseStopsMintingOnly() public {
        rich();
        vm.expectRevert(abi.encodeWithSelector(Collateral_NotAllowed.selector, alice));
        vm.prank(alice);
        backing.pause();
        vm.prank(pauser);
        backing.pause();
        vm.assertTrue(backing.state().isPaused);
        vm.expectRevert(Pausable.EnforcedPause.selector);
        mint(bob, WAD);
        redeemTao(alice, WAD);
        redeemUsd(alice, WAD);
        add(1, 1);
        remove(1, 1);
        backing.touch();
        vm.expectRevert(abi.encodeWithSelector(Collateral_NotAllowed.selector, alice));
        vm.prank(alice);
        backing.unpause();
        vm.prank(pauser);
        backing.unpause();
        mint(bob, WAD);
    }

    function test_C1_OnlyIssuersIssueAndBurn() public {
        vm.startPrank(alice);
        vm.expectRevert(abi.encodeWithSelector(Collateral_NotIssuer.selector, alice));
        tusdt.mint(alice, 1);
        vm.expectRevert(abi.encodeWithSelector(Collateral_NotIssuer.selector, alice));
        tusdt.burn(0);
        vm.stopPrank();
        vm.assertEq(tusdt.symbol(), "TUSDT");
        vm.assertEq(uint256(tusdt.decimals()), 18);
    }

    function test_C11_EachMovementTellsBeforeAndAfter() public {
        rich();
        Holdings memory h = backing.holdings();
        Holdings memory then = Holdings(h.tao + WAD, h.usd, h.outstanding + int256(250 * WAD));
        vm.expectEmit(address(backing));
        emit BackingBase.BackingMoved(alice, BackingCause.Minted, bob, h, then, 250 * WAD);
        vm.prank(alice);
        backing.mint(WAD, bob, 0);
        h = Holdings(then.tao - WAD / 250, then.usd, then.outstanding - int256(WAD));
        vm.expectEmit(address(backing));
        emit BackingBase.BackingMoved(alice, BackingCause.RedeemedTao, bob, then, h, 250 * WAD);
        vm.prank(alice);
        backing.redeemTao(WAD, bob, 0);
        then = Holdings(h.tao, h.usd - USD, h.outstanding - int256(WAD));
        vm.expectEmit(address(backing));
        emit BackingBase.BackingMoved(alice, BackingCause.RedeemedUsd, bob, h, then, 250 * WAD);
        vm.prank(alice);
        backing.redeemUsd(WAD, bob, 0);
    }
}
