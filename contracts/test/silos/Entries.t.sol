// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Pausable} from "@openzeppelin/contracts/utils/Pausable.sol";
import {DevCoin} from "../../src/devnet/DevCoin.sol";
import {StrayToken} from "../../src/shared/StrayToken.sol";
import {
    Silos_InvalidRecipient,
    Silos_NoPrice,
    Silos_NoSuchSilo,
    Silos_UsdcUnsound,
    Silos_ZeroAmount
} from "../../src/silos/SiloErrors.sol";
import {SiloEntries} from "../../src/silos/SiloEntries.sol";
import {Books, PriceState} from "../../src/silos/SiloTypes.sol";
import {USDtz} from "../../src/silos/USDtz.sol";
import {SiloFixture} from "./SiloFixture.sol";

/// @title Mints, gifts, earnings. rules.md S1, S3, S4, S16, S17
contract EntriesTest is SiloFixture {
    function test_S1_MintPaysSilo1() public {
        mint(alice, 5_000 * USD);
        vm.assertEq(books().f1, 5_000 * USD);
        vm.assertEq(usdtz.balanceOf(alice), 5_000 * USD);
        vm.assertEq(usdtz.totalSupply(), 5_000 * USD);
        vm.assertEq(usdc.balanceOf(address(reserve)), 5_000 * USD);
    }

    /// @dev The original's case against XTZ alone: 100 USDtz at $1 is 1000% at $10, and worth $0.90 at $0.90. Here the
    /// same fall touches no redemption.
    function test_S1_NoPriceTouchesRedemption() public {
        fill(2_000 * USD, 2_000 * XTZ, 0, 0);
        market(WAD / 100);
        redeemUsd(alice, 2_000 * USD);
        vm.assertEq(usdc.balanceOf(alice), 1e18);
    }

    function test_S1_MintCreditsWhatArrives() public {
        vm.expectRevert(abi.encodeWithSelector(Silos_ZeroAmount.selector));
        mint(alice, 0);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(SiloEntries.Silos_BelowMinUsdtz.selector, 5, 6));
        reserve.mint(5, alice, 6);
    }

    function test_S4_BeforeTheLatchOnlySilo1Gates() public {
        quotes(0, 0);
        mint(alice, 1_000_000 * USD);
        vm.assertEq(reserve.isLatched() ? 1 : 0, 0);
    }

    function test_S4_AfterTheLatchSilo2Gates() public {
        fill(2_000 * USD, 2_500 * XTZ, 0, 0);
        close(WAD);
        seed(2, 500 * XTZ);
        vm.assertTrue(reserve.isLatched());
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(SiloEntries.Silos_ExceedsHeadroom.selector, 500 * USD + 1, 500 * USD));
        reserve.mint(500 * USD + 1, bob, 0);
        mint(bob, 500 * USD);
        vm.assertEq(usdtz.totalSupply(), 2_500 * USD);
        // Exactly 200% backs it.
        vm.assertEq(books().f1 + books().x2, 5_000 * USD);
    }

    function test_S4_WithoutAPriceNewSupplyStopsOnceLatched() public {
        full(2_000 * USD);
        quotes(0, WAD);
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(Silos_NoPrice.selector, PriceState.FeedUnusable));
        reserve.mint(1, bob, 0);
    }

    /// @dev Below the latch's least supply it starts again as at first, to the unit.
    function test_S4_StartsAgainAfterAllWasRedeemed() public {
        full(2_000 * USD);
        redeemUsd(alice, 2_000 * USD);
        quotes(0, 0);
        mint(bob, 1_000 * USD - 1);
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(Silos_NoPrice.selector, PriceState.FeedUnusable));
        reserve.mint(1, bob, 0);
        market(WAD / 10);
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(SiloEntries.Silos_ExceedsHeadroom.selector, 1, 0));
        reserve.mint(1, bob, 0);
    }

    function test_S16_MintTakesTheInventoryFirst() public {
        full(2_000 * USD);
        seed(1, 300 * USD);
        redeemUsd(alice, 300 * USD);
        vm.assertEq(reserve.inventory(), 300 * USD);
        // Sold without a price, the supply as it was.
        quotes(0, 0);
        mint(bob, 300 * USD);
        vm.assertEq(reserve.inventory(), 0);
        vm.assertEq(usdtz.totalSupply(), 2_000 * USD);
        vm.assertEq(usdtz.balanceOf(bob), 300 * USD);
        vm.assertEq(books().f1, 2_300 * USD);
    }

    function test_S16_MintSplitsOverInventoryAndNewSupply() public {
        full(2_000 * USD);
        seed(1, 300 * USD);
        redeemUsd(alice, 300 * USD);
        seed(2, 200 * XTZ);
        vm.expectEmit(address(reserve));
        emit SiloEntries.Minted(bob, bob, 400 * USD, 300 * USD, 100 * USD);
        mint(bob, 400 * USD);
        vm.assertEq(usdtz.totalSupply(), 2_100 * USD);
    }

    function test_S17_DepegClosesEntries() public {
        uint256[3] memory answers = [uint256(0.99e8) - 1, 0, 0];
        for (uint256 i = 0; i < 2; ++i) {
            usdcFeed.setAnswer(int256(answers[i]));
            vm.expectRevert(abi.encodeWithSelector(Silos_UsdcUnsound.selector));
            mint(alice, 1);
            vm.expectRevert(abi.encodeWithSelector(Silos_UsdcUnsound.selector));
            seed(1, 1);
            vm.expectRevert(abi.encodeWithSelector(Silos_UsdcUnsound.selector));
            earn(3, 1);
        }
        usdcFeed.setAnswer(0.99e8);
        mint(alice, 1);
        vm.warp(block.timestamp + 1 days);
        mint(alice, 1);
        vm.warp(block.timestamp + 1);
        vm.expectRevert(abi.encodeWithSelector(Silos_UsdcUnsound.selector));
        mint(alice, 1);
        // XTZ still comes in, and everybody still goes out.
        seed(2, 1);
        earn(4, 1);
        redeemUsd(alice, 2);
    }

    function test_S17_SeedIsAGift() public {
        mint(alice, 2_000 * USD);
        seed(1, 1);
        seed(2, 2);
        seed(3, 3);
        seed(4, 4);
        Books memory b = books();
        vm.assertEq(b.f1, 2_000 * USD + 1);
        vm.assertEq(b.x2, 2);
        vm.assertEq(b.f3, 3);
        vm.assertEq(b.x4, 4);
        vm.assertEq(usdtz.balanceOf(carol), 0);
        vm.expectRevert(abi.encodeWithSelector(Silos_NoSuchSilo.selector, uint8(0)));
        seed(0, 1);
        vm.expectRevert(abi.encodeWithSelector(Silos_NoSuchSilo.selector, uint8(5)));
        seed(5, 1);
        vm.expectRevert(abi.encodeWithSelector(Silos_ZeroAmount.selector));
        seed(2, 0);
    }

    function test_S3_UsdEarningsFill2Then3Then4ThenWait() public {
        useFairExchange();
        mint(alice, 2_000 * USD);
        earn(1, 1_500 * USD);
        vm.assertEq(books().x2, 1_500 * XTZ);
        earn(1, 1_500 * USD);
        vm.assertEq(books().x2, 2_000 * XTZ);
        vm.assertEq(books().f3, 1_000 * USD);
        earn(3, 4_000 * USD);
        vm.assertEq(books().x4, 2_000 * XTZ);
        vm.assertEq(books().f3, 3_000 * USD);
    }

    function test_S3_XtzEarningsFill2Then3Then4ThenWait() public {
        useFairExchange();
        mint(alice, 2_000 * USD);
        earn(2, 2_500 * XTZ);
        vm.assertEq(books().x2, 2_000 * XTZ);
        vm.assertEq(books().f3, 500 * USD);
        earn(4, 4_500 * XTZ);
        vm.assertEq(books().f3, 2_000 * USD);
        vm.assertEq(books().x4, 3_000 * XTZ);
    }

    function test_S3_WithoutAPriceUsdGoesTo3AndXtzWaitsIn2() public {
        mint(alice, 2_000 * USD);
        quotes(0, WAD);
        earn(1, 3_000 * USD);
        earn(4, 5_000 * XTZ);
        vm.assertEq(books().f3, 3_000 * USD);
        vm.assertEq(books().x2, 5_000 * XTZ);
        vm.assertEq(books().x4, 0);
    }

    /// @dev Earnings are not lost to an exchange that is worse than the bound: they wait in kind.
    function test_S3_S13_ABadExchangeIsSkipped() public {
        mint(alice, 2_000 * USD);
        pair.setReserves(address(xtz), DEPTH, DEPTH * 2);
        earn(1, 1_000 * USD);
        vm.assertEq(books().x2, 0);
        vm.assertEq(books().f3, 1_000 * USD);
        pair.setReserves(address(xtz), DEPTH, DEPTH / 2);
        earn(2, 2_500 * XTZ);
        vm.assertEq(books().x2, 2_000 * XTZ);
        vm.assertEq(books().x4, 500 * XTZ);
    }

    function test_S19_PauseStopsEntriesOnly() public {
        full(2_000 * USD);
        vm.prank(pauser);
        reserve.pause();
        bytes memory paused = abi.encodeWithSelector(Pausable.EnforcedPause.selector);
        vm.expectRevert(paused);
        mint(alice, 1);
        vm.expectRevert(paused);
        seed(1, 1);
        vm.expectRevert(paused);
        earn(1, 1);
        vm.expectRevert(paused);
        reserve.bookStray(IERC20(usdc));
        redeemUsd(alice, 1);
        redeemXtz(alice, 10);
        close(WAD);
        market(WAD / 2);
        reserve.replenish();
        vm.prank(pauser);
        reserve.unpause();
        seed(1, 1);
        vm.expectPartialRevert(bytes4(keccak256("AccessControlUnauthorizedAccount(address,bytes32)")));
        reserve.pause();
        vm.prank(pauser);
        reserve.pause();
        vm.expectPartialRevert(bytes4(keccak256("AccessControlUnauthorizedAccount(address,bytes32)")));
        reserve.unpause();
    }

    function test_S16_NothingIsMintedToWhereItIsLost() public {
        address[8] memory lost = [
            address(0),
            address(0xffff),
            address(reserve),
            address(usdtz),
            address(usdc),
            address(xtz),
            address(settings),
            trusteesAddress()
        ];
        for (uint256 i = 0; i < lost.length; ++i) {
            vm.prank(alice);
            vm.expectRevert(abi.encodeWithSelector(Silos_InvalidRecipient.selector, lost[i]));
            reserve.mint(1, lost[i], 0);
        }
        vm.prank(alice);
        reserve.mint(1, address(0x10000), 0);
    }

    function test_S16_OnlyTheReserveMintsTakesAndBurns() public {
        mint(alice, 10);
        bytes memory refused = abi.encodeWithSelector(USDtz.Silos_NotReserve.selector, alice);
        vm.startPrank(alice);
        vm.expectRevert(refused);
        usdtz.mint(alice, 1);
        vm.expectRevert(refused);
        usdtz.burn(alice, 1);
        vm.expectRevert(refused);
        usdtz.take(alice, 1);
        vm.stopPrank();
    }

    function test_S3_StraysAreBooked() public {
        full(2_000 * USD);
        bytes memory nothing = abi.encodeWithSelector(StrayToken.Stray_NothingToRecover.selector, address(usdc));
        vm.expectRevert(nothing);
        reserve.bookStray(IERC20(usdc));
        usdc.faucet(address(reserve), 7);
        xtz.faucet(address(reserve), 9);
        vm.prank(alice);
        usdtz.transfer(address(reserve), 11);
        reserve.bookStray(IERC20(usdc));
        reserve.bookStray(xtz);
        reserve.bookStray(IERC20(usdtz));
        vm.assertEq(books().f3, 2_000 * USD + 7);
        vm.assertEq(books().x4, 2_000 * XTZ + 9);
        vm.assertEq(reserve.inventory(), 11);
        DevCoin other = new DevCoin("OTHER", 18);
        other.faucet(address(reserve), 13);
        reserve.bookStray(other);
        vm.assertEq(other.balanceOf(ecosystem), 13);
        usdc.faucet(address(reserve), 1);
        usdcFeed.setAnswer(0);
        vm.expectRevert(abi.encodeWithSelector(Silos_UsdcUnsound.selector));
        reserve.bookStray(IERC20(usdc));
    }
}
