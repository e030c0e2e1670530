// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {
    Silos_DeadlinePassed,
    Silos_InvalidRecipient,
    Silos_NoPrice,
    Silos_UsdcUnsound,
    Silos_ZeroAmount
} from "../../src/silos/SiloErrors.sol";
import {SiloConversions} from "../../src/silos/SiloConversions.sol";
import {SiloExits} from "../../src/silos/SiloExits.sol";
import {Cause, Key, PriceState} from "../../src/silos/SiloTypes.sol";
import {SiloFixture} from "./SiloFixture.sol";

/// @title Redemptions and the crash. rules.md S1, S5, S11, S17
contract ExitsTest is SiloFixture {
    function test_S11_UsdLegNeedsNothingButUsdc() public {
        full(2_000 * USD);
        // Everything else is broken.
        vm.etch(address(settings), hex"fe");
        vm.etch(address(xtz), hex"fe");
        vm.etch(address(exchange), hex"fe");
        vm.prank(alice);
        reserve.redeemUsd(2_000 * USD, bob);
        vm.assertEq(usdc.balanceOf(bob), 1e18 + 2_000 * USD);
        vm.assertEq(usdtz.totalSupply(), 0);
    }

    function test_S11_UsdLegBurnsWhatSilo1DoesNotCover() public {
        full(2_000 * USD);
        seed(1, 300 * USD);
        vm.expectEmit(address(reserve));
        emit SiloExits.RedeemedUsd(alice, alice, 500 * USD, 300 * USD, 200 * USD);
        redeemUsd(alice, 500 * USD);
        vm.assertEq(reserve.inventory(), 300 * USD);
        vm.assertEq(usdtz.totalSupply(), 1_800 * USD);
        vm.assertEq(books().f1, 1_800 * USD);
    }

    /// @dev Without it a flash mint and redemption burns what a recapitalisation has minted.
    function test_S11_AttackBurntInventory() public {
        full(2_000 * USD);
        seed(1, 300 * USD);
        redeemUsd(alice, 300 * USD);
        uint256 supply = usdtz.totalSupply();
        mint(bob, 300 * USD);
        redeemUsd(bob, 300 * USD);
        vm.assertEq(reserve.inventory(), 300 * USD);
        vm.assertEq(usdtz.totalSupply(), supply);
    }

    function test_S11_UsdLegRefuses() public {
        mint(alice, 10);
        vm.expectRevert(abi.encodeWithSelector(Silos_ZeroAmount.selector));
        redeemUsd(alice, 0);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(Silos_InvalidRecipient.selector, address(reserve)));
        reserve.redeemUsd(1, address(reserve));
        vm.expectPartialRevert(bytes4(keccak256("ERC20InsufficientBalance(address,uint256,uint256)")));
        redeemUsd(alice, 11);
    }

    function test_S11_XtzLegPaysByTheHigherPriceLessTheSpread() public {
        full(2_000 * USD);
        quotes(WAD, WAD * 101 / 100);
        vm.expectEmit(address(reserve));
        emit SiloExits.RedeemedXtz(alice, alice, 1_000 * USD, 970297029, WAD * 101 / 100);
        vm.assertEq(redeemXtz(alice, 1_000 * USD), 970297029);
        vm.assertEq(usdtz.totalSupply(), 1_000 * USD);
        // The spread stays in Silo 2, Silo 1 keeps its USDC.
        vm.assertEq(books().x2, 2_000 * XTZ - 970297029);
        vm.assertEq(books().f1, 2_000 * USD);
    }

    function test_S11_XtzLegRefuses() public {
        full(2_000 * USD);
        vm.startPrank(alice);
        vm.expectRevert(abi.encodeWithSelector(Silos_DeadlinePassed.selector, block.timestamp - 1, block.timestamp));
        reserve.redeemXtz(1, alice, 0, block.timestamp - 1);
        vm.expectRevert(abi.encodeWithSelector(Silos_ZeroAmount.selector));
        reserve.redeemXtz(1, alice, 0, NEVER);
        vm.expectRevert(abi.encodeWithSelector(SiloExits.Silos_BelowMinXtz.selector, 98, 99));
        reserve.redeemXtz(100, alice, 99, NEVER);
        vm.expectRevert(abi.encodeWithSelector(Silos_InvalidRecipient.selector, address(usdtz)));
        reserve.redeemXtz(100, address(usdtz), 0, NEVER);
        vm.expectPartialRevert(bytes4(keccak256("ERC20InsufficientBalance(address,uint256,uint256)")));
        reserve.redeemXtz(2_000 * USD + 1, alice, 0, NEVER);
        vm.assertEq(reserve.redeemXtz(100, alice, 98, block.timestamp), 98);
        vm.stopPrank();
        quotes(WAD, 0);
        vm.expectRevert(abi.encodeWithSelector(Silos_NoPrice.selector, PriceState.DexUnusable));
        redeemXtz(alice, 100);
    }

    function test_S11_XtzLegReplenishesFirst() public {
        full(2_000 * USD);
        market(WAD / 2);
        uint256 f3 = books().f3;
        vm.assertGt(redeemXtz(alice, 100 * USD), 0, "nothing paid");
        vm.assertLt(books().f3, f3, "Silo 3 has not bought");
        // Silo 3 exhausted: then only USD is paid.
        market(WAD / 10);
        vm.expectPartialRevert(SiloExits.Silos_Silo2Short.selector);
        redeemXtz(alice, 100 * USD);
        redeemUsd(alice, 1_900 * USD);
    }

    /// @dev Before the latch Silo 3 buys nothing, and a short Silo 2 pays nothing.
    function test_S11_XtzLegNeedsAFullSilo2BeforeTheLatchToo() public {
        fill(2_000 * USD, 1_999 * XTZ, 2_000 * USD, 0);
        vm.expectRevert(abi.encodeWithSelector(SiloExits.Silos_Silo2Short.selector, 1_999 * USD, 2_000 * USD));
        redeemXtz(alice, 100);
        seed(2, XTZ);
        redeemXtz(alice, 100);
    }

    /// @dev XTZ costs half a percent more than both sources know: minting for USDC and leaving for XTZ gains nothing.
    function testFuzz_S11_AttackLaggingPrice(uint256 lagBps, uint256 amount) public {
        full(2_000_000 * USD);
        seed(2, 1_000_000 * XTZ);
        lagBps = bound(lagBps, 0, 199);
        amount = bound(amount, 1_000, 1_000_000 * USD);
        mint(bob, amount);
        uint256 paid = redeemXtz(bob, amount);
        vm.assertLe(paid * (10_000 + lagBps) / 10_000, amount, "a free option on Silo 2");
    }

    function test_S17_ExitsStayOpenOnADepeg() public {
        full(2_000 * USD);
        usdcFeed.setAnswer(0.5e8);
        redeemUsd(alice, 100 * USD);
        redeemXtz(alice, 100 * USD);
    }

    function test_S5_Silo3BuysTheDeficitForSilo2() public {
        useFairExchange();
        full(2_000 * USD);
        market(WAD * 4 / 5);
        vm.expectEmit(address(reserve));
        emit SiloConversions.Converted(Cause.Replenish, true, 400 * USD, 500 * XTZ);
        vm.prank(bob);
        reserve.replenish();
        vm.assertEq(books().x2, 2_500 * XTZ);
        vm.assertEq(books().f3, 1_600 * USD);
        vm.assertEq(books().x4, 2_000 * XTZ);
        vm.expectRevert(abi.encodeWithSelector(SiloExits.Silos_NothingToReplenish.selector));
        reserve.replenish();
    }

    function test_S5_Silo3RunsOutAndMintingStops() public {
        full(2_000 * USD);
        market(WAD / 10);
        reserve.replenish();
        market(WAD / 100);
        reserve.replenish();
        vm.assertEq(books().f3, 0);
        vm.assertLt(valueOf(books().x2, WAD / 100), 2_000 * USD, "full");
        vm.assertEq(usdtz.totalSupply(), 2_000 * USD);
        vm.expectPartialRevert(bytes4(keccak256("Silos_ExceedsHeadroom(uint256,uint256)")));
        mint(bob, 1);
        vm.expectRevert(abi.encodeWithSelector(SiloExits.Silos_NothingToReplenish.selector));
        reserve.replenish();
        redeemUsd(alice, 2_000 * USD);
    }

    function test_S5_NothingBeforeTheLatchOrBelowItsSupply() public {
        fill(2_000 * USD, 1_000 * XTZ, 2_000 * USD, 0);
        vm.expectRevert(abi.encodeWithSelector(SiloExits.Silos_NothingToReplenish.selector));
        reserve.replenish();
        seed(2, 1_000 * XTZ);
        close(WAD);
        redeemUsd(alice, 1_000 * USD + 1);
        market(WAD / 10);
        vm.expectRevert(abi.encodeWithSelector(SiloExits.Silos_NothingToReplenish.selector));
        reserve.replenish();
    }

    function test_S5_AtExactlyTheLatchSupply() public {
        fill(2_000 * USD, 2_000 * XTZ, 2_000 * USD, 0);
        close(WAD);
        redeemUsd(alice, 1_000 * USD);
        market(WAD / 10);
        reserve.replenish();
        vm.assertLt(books().f3, 2_000 * USD, "nothing bought");
    }

    function test_S5_ReplenishNeedsAPriceAndASoundUsdc() public {
        full(2_000 * USD);
        market(WAD / 2);
        usdcFeed.setAnswer(0.9e8);
        vm.expectRevert(abi.encodeWithSelector(Silos_UsdcUnsound.selector));
        reserve.replenish();
        quotes(WAD / 2, WAD);
        vm.expectRevert(abi.encodeWithSelector(Silos_NoPrice.selector, PriceState.Deviates));
        reserve.replenish();
        // A redemption for XTZ finds no conversion allowed, and Silo 2 short.
        market(WAD / 2);
        usdcFeed.setAnswer(0.9e8);
        vm.expectPartialRevert(SiloExits.Silos_Silo2Short.selector);
        redeemXtz(alice, 100);
    }

    /// @dev The pair is pushed up before, and let down after: it buys nothing beyond the bound.
    function test_S13_AttackSandwichedReplenish() public {
        full(2_000 * USD);
        market(WAD / 2);
        pair.setReserves(address(xtz), DEPTH, DEPTH / 2 * 102 / 100);
        vm.expectEmit(address(reserve));
        emit SiloConversions.ConversionSkipped(Cause.Replenish, true, 2_000 * XTZ, 2_000 * USD);
        reserve.replenish();
        vm.assertEq(books().f3, 2_000 * USD);
        market(WAD / 2);
        reserve.replenish();
        vm.assertEq(books().x2, 4_000 * XTZ);
        vm.assertLe(2_000 * USD - books().f3, 1_010 * USD, "S13: worse than the bound");
    }

    function test_S18_ClaimRefuses() public {
        vm.expectRevert(abi.encodeWithSelector(Silos_ZeroAmount.selector));
        reserve.claim(IERC20(usdc), bob);
    }

    /// @dev The spread can't be set below what a price may lag behind, nor below the depeg limit.
    function test_S11_SpreadCoversTheLag() public {
        vm.expectPartialRevert(bytes4(keccak256("Silos_BelowOther(uint8,uint256,uint256)")));
        settings.set(Key.XtzSpreadBps, 99);
        settings.set(Key.XtzSpreadBps, 100);
        vm.expectPartialRevert(bytes4(keccak256("Silos_BelowOther(uint8,uint256,uint256)")));
        settings.set(Key.FeedThresholdBps, 101);
        vm.expectPartialRevert(bytes4(keccak256("Silos_BelowOther(uint8,uint256,uint256)")));
        settings.set(Key.DepegBps, 101);
    }
}
