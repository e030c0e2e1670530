// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {TetherSuccessor} from "../../src/devnet/TetherSuccessor.sol";
import {WrappedBitcoin} from "../../src/devnet/WrappedBitcoin.sol";
import {MINTER_ROLE} from "../../src/backstop/BackstopRoles.sol";
import {PayoutAsset} from "../../src/backstop/BackstopTypes.sol";
import {StrayToken} from "../../src/shared/StrayToken.sol";
import {Fixture} from "./Fixture.sol";
import {Recovers} from "./Handler.sol";

/// @title Tokens sent to a series by mistake go to the treasury; what it counts stays
contract StraysTest is Fixture {
    WrappedBitcoin private other;

    function setUp() public override {
        super.setUp();
        other = new WrappedBitcoin();
        open();
        stake(alice, 400_000 * USDT);
        subscribe(buyer, 320_000 * USDT);
        finalize();
        exercise(buyer, 1, 50_000 * USDT);
    }

    function places() private view returns (address[3] memory) {
        return [address(pool), address(series), address(ledger)];
    }

    function expectNothing(address place, IERC20 token) private {
        vm.expectRevert(abi.encodeWithSelector(StrayToken.Stray_NothingToRecover.selector, token));
        vm.prank(stranger);
        Recovers(place).recoverStray(token);
    }

    function test_AnybodySendsThemToTheTreasury() public {
        for (uint256 i = 0; i < 3; ++i) {
            other.faucet(places()[i], 7 + i);
            vm.expectEmit(places()[i]);
            emit StrayToken.StrayRecovered(IERC20(address(other)), address(treasury), 7 + i);
            vm.prank(stranger);
            Recovers(places()[i]).recoverStray(IERC20(address(other)));
            expectNothing(places()[i], IERC20(address(other)));
        }
        vm.assertEq(other.balanceOf(address(treasury)), 24);
    }

    /// @dev Gives what nobody owes to a place, and somebody takes exactly that out, once.
    function checkRecovers(address place, IERC20 token) private {
        expectNothing(place, token);
        uint256 kept = token.balanceOf(place);
        uint256 before = token.balanceOf(address(treasury));
        give(place, token, 5);
        vm.expectEmit(place);
        emit StrayToken.StrayRecovered(token, address(treasury), 5);
        vm.prank(stranger);
        Recovers(place).recoverStray(token);
        vm.assertEq(token.balanceOf(address(treasury)) - before, 5);
        vm.assertEq(token.balanceOf(place), kept);
        expectNothing(place, token);
    }

    function give(address place, IERC20 token, uint256 amount) private {
        if (address(token) == address(usdt)) usdt.faucet(place, amount);
        else if (address(token) == address(btc)) btc.faucet(place, amount);
        else giveMstr(place, amount);
    }

    function giveMstr(address place, uint256 amount) private {
        vm.prank(address(registry));
        mstr.grantRole(MINTER_ROLE, address(this));
        mstr.mint(place, amount);
    }

    function checkRecoversOfAll() private {
        for (uint256 i = 0; i < 3; ++i) {
            checkRecovers(places()[i], usdt_());
            checkRecovers(places()[i], IERC20(address(btc)));
            checkRecovers(places()[i], IERC20(address(mstr)));
        }
    }

    function test_WhatIsCountedStaysAndNoMore() public {
        vm.assertGt(usdt.balanceOf(address(pool)), 0, "stakes and an upfront share are kept");
        vm.assertGt(mstr.balanceOf(address(series)), 0, "a reserve is kept");
        vm.assertGt(ledger.balanceUsdt(), 0, "something is counted");
        checkRecoversOfAll();
        series.fundSeriesBtc(fund(7 * BTC));
        checkRecoversOfAll();
        vm.startPrank(alice);
        pool.claimUpfront(alice);
        pool.withdraw(1 * USDT, alice);
        vm.stopPrank();
        checkRecoversOfAll();
    }

    function fund(uint256 amount) private returns (uint256) {
        btc.faucet(address(this), amount);
        btc.approve(address(series), amount);
        return amount;
    }

    /// @dev The life of a series whose upfront share is paid in `asset`, with a look in every phase.
    function checkLife(PayoutAsset asset) private {
        vm.warp(START);
        setPrices(400, 100_000);
        terms.upfrontAsset = asset;
        open();
        checkRecoversOfAll();
        stake(alice, 300_000 * USDT);
        stake(bob, 100_000 * USDT);
        vm.prank(bob);
        pool.unstake(20_000 * USDT, bob);
        checkRecoversOfAll();
        (uint256 noteId,) = subscribe(buyer, 300_000 * USDT);
        checkRecoversOfAll();
        btc.faucet(address(treasury), BTC / 10);
        giveMstr(address(treasury), 10 * MSTR);
        finalize();
        checkRecoversOfAll();
        vm.prank(bob);
        pool.claim(bob);
        checkRecoversOfAll();
        series.fundSeriesBtc(fund(BTC / 2));
        btc.faucet(address(treasury), 20 * BTC);
        vm.warp(terms.maturity);
        series.settle();
        checkRecoversOfAll();
        compensate();
        vm.assertGt(pool.position(alice).mstrClaimable, 0, "MSTR is owed");
        vm.assertGt(pool.position(alice).btcClaimable, 0, "BTC is owed");
        checkRecoversOfAll();
        vm.prank(alice);
        pool.claim(alice);
        checkRecoversOfAll();
        vm.prank(buyer);
        series.redeem(noteId, buyer);
        checkRecoversOfAll();
        vm.prank(bob);
        pool.claim(bob);
        checkRecoversOfAll();
    }

    function test_ThroughALifeWithUpfrontUsdt() public {
        checkLife(PayoutAsset.Usdt);
    }

    function test_ThroughALifeWithUpfrontBtc() public {
        checkLife(PayoutAsset.Btc);
    }

    function test_ThroughALifeWithUpfrontMstr() public {
        checkLife(PayoutAsset.Mstr);
    }

    function test_ThroughACancelledSeries() public {
        vm.warp(START);
        setPrices(400, 100_000);
        open();
        stake(alice, 90_000 * USDT);
        vm.warp(terms.stakingClose);
        vm.prank(alice);
        pool.withdraw(40_000 * USDT, alice);
        checkRecoversOfAll();
    }

    /// @dev A fee is the recipient's: what the pool counts as paid has left it.
    function test_ThroughATransferFee() public {
        usdt.setParams(19, 49);
        vm.prank(alice);
        pool.claim(alice);
        expectNothing(address(pool), usdt_());
        usdt.faucet(address(pool), 1000 * USDT);
        uint256 kept = usdt.balanceOf(address(pool)) - 1000 * USDT;
        pool.recoverStray(usdt_());
        vm.assertEq(usdt.balanceOf(address(pool)), kept);
    }

    /// @dev What Tether takes from a blacklisted pool is missing to stakers, and no gift to others.
    function test_NothingWhereLessIsHeldThanCounted() public {
        usdt.addBlackList(address(pool));
        usdt.destroyBlackFunds(address(pool));
        usdt.removeBlackList(address(pool));
        usdt.faucet(address(pool), 5);
        expectNothing(address(pool), usdt_());
    }

    /// @dev Once Tether has moved the same money is at two addresses.
    function test_NotUnderAnotherAddressEither() public {
        TetherSuccessor successor = new TetherSuccessor(usdt);
        usdt.deprecate(address(successor));
        uint256 staked = usdt.balanceOf(address(pool));
        vm.assertGt(staked, 0, "something is staked");
        expectNothing(address(pool), IERC20(address(successor)));
        expectNothing(address(ledger), IERC20(address(successor)));
        vm.assertEq(usdt.balanceOf(address(pool)), staked);
    }

    function usdt_() private view returns (IERC20) {
        return IERC20(address(usdt));
    }
}
