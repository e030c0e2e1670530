// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SaleState} from "../../src/collateral/BackingTypes.sol";
import {Collateral_NoPrice} from "../../src/collateral/CollateralErrors.sol";
import {Osm} from "../../src/collateral/Osm.sol";
import {PriceModule} from "../../src/collateral/PriceModule.sol";
import {DevPriceFeed} from "../../src/devnet/DevPriceFeed.sol";
import {FeedSource} from "../../src/shared/FeedSource.sol";
import {BackingFixture} from "./BackingFixture.sol";

/// @title The backing at a real delayed price. rules.md C1, C8, C12
contract BackingWithOsmTest is BackingFixture {
    address private immutable emergency = makeAddr("emergency");
    DevPriceFeed private feed;
    Osm private osm;

    function priceModule() internal override returns (PriceModule) {
        feed = new DevPriceFeed(8, "TAO / USD");
        osm = new Osm(
            address(this),
            1 days,
            Osm(address(0)),
            [uint256(uint160(address(new FeedSource(feed)))), 0, 1 hours, 3 hours, 100, uint160(emergency)]
        );
        settle(250);
        return osm;
    }

    /// @dev The feed's answer, and a poke if one is due; an hour passes.
    function step(uint256 price) internal {
        feed.setAnswer(int256(price * 1e8));
        if (osm.pass()) osm.poke();
        vm.warp(block.timestamp + 1 hours);
        feed.setAnswer(int256(price * 1e8));
    }

    /// @dev Current, next and live are this.
    function settle(uint256 price) internal {
        step(price);
        step(price);
        osm.poke();
    }

    /// @dev The market falls to 80 while current and next are still 100: all the USD could be had for TAO worth 80.
    function test_C1_MintAtADelayedPrice() public {
        add(4_000 * WAD, 100_000 * USD);
        issue(alice, 100_000 * WAD);
        settle(100);
        vm.warp((block.timestamp / 1 days + 1) * 1 days);
        settle(100);
        feed.setAnswer(80e8);
        vm.assertEq(osm.prices().current, 100 * WAD);
        vm.assertEq(osm.prices().next, 100 * WAD);
        uint256 minted = mint(bob, 100 * WAD);
        vm.assertEq(minted, 8_000 * WAD);
        redeemUsd(bob, minted);
        // And when it recovers while current and next are still low, TAO is paid at the market's price.
        settle(80);
        feed.setAnswer(100e8);
        vm.assertEq(redeemTao(alice, 100 * WAD), WAD);
    }

    function test_C8_FreezeAndRecover() public {
        add(100 * WAD, 1_000 * USD);
        issue(alice, 10_000 * WAD);
        book.draw(bob, 10_000 * WAD);
        settle(99);
        vm.warp(block.timestamp + 1 hours);
        feed.setAnswer(99e8);
        backing.startSale();
        // A compromised feed says 1: it is live, and next within the hour.
        feed.setAnswer(1e8);
        osm.poke();
        vm.prank(emergency);
        osm.freeze();
        vm.assertEq(uint256(backing.saleStatus().state), uint256(SaleState.NoPrice));
        vm.expectRevert(Collateral_NoPrice.selector);
        mint(bob, WAD);
        vm.expectRevert(Collateral_NoPrice.selector);
        redeemTao(alice, WAD);
        // The last low is the one that was remembered with the start of the sale.
        vm.assertEq(backing.state().lastLow, 99 * WAD);
        vm.assertEq(redeemUsd(alice, WAD), USD);
        osm.proposeUnfreeze();
        vm.warp(block.timestamp + 1 days);
        osm.unfreeze();
        vm.assertEq(uint256(backing.saleStatus().state), uint256(SaleState.NoPrice));
        vm.warp(block.timestamp + 1);
        step(99);
        // The price is back, the sale is to be reset.
        vm.assertEq(uint256(backing.saleStatus().state), uint256(SaleState.Resettable));
        backing.resetSale();
        vm.assertEq(uint256(backing.saleStatus().state), uint256(SaleState.Running));
        take(bob, NEVER);
        vm.assertEq(uint256(backing.saleStatus().state), uint256(SaleState.None));
        redeemTao(alice, WAD);
    }

    /// @dev A silent feed stops minting at once, redemption for USD never.
    function test_C8_ASilentFeed() public {
        add(1_000 * WAD, 1_000 * USD);
        issue(alice, 10_000 * WAD);
        vm.warp((block.timestamp / 1 days + 1) * 1 days);
        settle(250);
        mint(bob, WAD);
        feed.setAnswerAt(250e8, block.timestamp - 1 hours - 1);
        vm.expectRevert(Collateral_NoPrice.selector);
        mint(bob, WAD);
        redeemUsd(alice, WAD);
        vm.warp(block.timestamp + 3 days);
        redeemUsd(alice, WAD);
        // What is added meanwhile is in how the next day begins.
        add(WAD, 0);
        settle(250);
        vm.assertEq(backing.state().day.backing, 1_002 * 250 * WAD + 998 * WAD);
    }
}
