// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Payer, SeriesAddresses} from "../../src/backstop/BackstopTypes.sol";
import {Recipient} from "../../src/backstop/Recipient.sol";
import {Fixture} from "./Fixture.sol";

/// @title Where no payout may go. rules.md B16
contract RecipientTest is Fixture {
    address[] private lost;

    /// @dev A sibling series, the series under test, what they share, and addresses without an owner.
    function setUp() public override {
        super.setUp();
        open();
        addSeries(series.addresses());
        open();
        addSeries(series.addresses());
        addSeries(registry.implementations());
        address[9] memory shared = [
            address(registry),
            address(usdt),
            address(btc),
            address(mstr),
            address(treasury),
            address(mstrOracle),
            address(mstrOracle.adapter()),
            address(btcOracle),
            address(btcOracle.adapter())
        ];
        for (uint256 i = 0; i < shared.length; ++i) {
            lost.push(shared[i]);
        }
        lost.push(address(0));
        lost.push(address(1));
        lost.push(address(0xdead));
        lost.push(address(0xffff));
    }

    function addSeries(SeriesAddresses memory a) private {
        address[5] memory all = [a.series, a.pool, a.ledger, a.note, a.warrant];
        for (uint256 i = 0; i < 5; ++i) {
            lost.push(all[i]);
        }
    }

    function expectRefused(address to) private {
        vm.expectRevert(abi.encodeWithSelector(Recipient.Backstop_InvalidRecipient.selector, to));
    }

    function test_B16_RevertWhen_UnstakedTo() public {
        stake(alice, 1000 * USDT);
        vm.startPrank(alice);
        for (uint256 i = 0; i < lost.length; ++i) {
            expectRefused(lost[i]);
            pool.unstake(1, lost[i]);
        }
        pool.unstake(1, address(0x10000));
        vm.assertEq(usdt.balanceOf(address(0x10000)), 1);
    }

    function test_B16_RevertWhen_WithdrawnOrClaimedTo() public {
        stake(alice, 400_000 * USDT);
        subscribe(buyer, 320_000 * USDT);
        finalize();
        vm.startPrank(alice);
        for (uint256 i = 0; i < lost.length; ++i) {
            expectRefused(lost[i]);
            pool.withdraw(1, lost[i]);
            expectRefused(lost[i]);
            pool.claim(lost[i]);
            expectRefused(lost[i]);
            pool.claimUpfront(lost[i]);
            expectRefused(lost[i]);
            pool.claimWarrants(lost[i]);
            expectRefused(lost[i]);
            pool.claimCompensation(lost[i]);
        }
    }

    function test_B16_RevertWhen_RedeemedTo() public {
        stake(alice, 400_000 * USDT);
        subscribe(buyer, 320_000 * USDT);
        finalize();
        vm.startPrank(buyer);
        for (uint256 i = 0; i < lost.length; ++i) {
            expectRefused(lost[i]);
            series.redeemEarly(1, 1, Payer.Ledger, lost[i]);
        }
        vm.stopPrank();
        settle();
        vm.startPrank(buyer);
        for (uint256 i = 0; i < lost.length; ++i) {
            expectRefused(lost[i]);
            series.redeem(1, lost[i]);
        }
        series.redeem(1, address(0x10000));
    }

    /// @dev A series that comes later is known to those before it.
    function test_B16_KnowsSeriesThatComeLater() public {
        stake(alice, 1000 * USDT);
        (, SeriesAddresses memory later) = registry.createSeries(defaultTerms());
        vm.startPrank(alice);
        expectRefused(later.ledger);
        pool.unstake(1, later.ledger);
    }
}
