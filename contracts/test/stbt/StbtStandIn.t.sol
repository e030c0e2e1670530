// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {StbtMinterStandIn} from "../../src/devnet/StbtMinterStandIn.sol";
import {StbtStandIn} from "../../src/devnet/StbtStandIn.sol";
import {StbtStandInAccess} from "../../src/devnet/StbtStandInAccess.sol";
import {StbtInterest} from "../../src/stbt/StbtInterest.sol";
import {Permission} from "../../src/stbt/StbtTypes.sol";
import {LiveMinter, LiveStbt} from "./LiveKind.sol";
import {LiveFixture} from "./StbtInterface.t.sol";

/// @title What the live contracts do and ours do not: the stand-in is for an app to meet it. rules.md T13
contract StbtStandInTest is LiveFixture {
    function setUp() public override {
        super.setUp();
        deployLive(address(0));
    }

    function test_T4_a_negative_interest_is_rebased_and_no_carry_is_told() public {
        live.issue(alice, 1000e18, "");
        vm.warp(START + 1 days);
        vm.expectEmit(address(live));
        emit StbtStandIn.InterestsDistributed(-5e18, 995e18, 1, 0);
        live.distributeInterests(-5e18, 1, 0);
        vm.assertEq(live.balanceOf(alice), 995e18);
        (bool isThere,) = address(live).call(abi.encodeCall(StbtInterest.rules, ()));
        vm.assertFalse(isThere);
    }

    function test_T3_the_ratio_and_the_interval_refuse() public {
        live.issue(alice, 1000e18, "");
        vm.warp(START + 1 days);
        vm.expectRevert("STBT: MAX_DISTRIBUTE_RATIO_EXCEEDED");
        live.distributeInterests(10e18 + 1, 0, 0);
        vm.expectRevert("STBT: MAX_DISTRIBUTE_RATIO_EXCEEDED");
        live.distributeInterests(-10e18 - 1, 0, 0);
        live.distributeInterests(10e18, 0, 0);
        vm.warp(block.timestamp + 20 hours);
        vm.expectRevert("STBT: MIN_DISTRIBUTE_INTERVAL_VIOLATED");
        live.distributeInterests(1, 0, 0);
        // The interval has no bound.
        live.setMinDistributeInterval(365 days);
    }

    function test_T13_an_issue_of_no_share_resets_the_supply() public {
        live.issue(alice, 10, "");
        live.setMaxDistributeRatio(10e18);
        vm.warp(START + 1 days);
        live.distributeInterests(20, 0, 0);
        live.issue(bob, 2, "");
        vm.assertEq(live.totalSupply(), 2);
        vm.assertEq(live.totalShares(), 12);
        vm.assertEq(live.balanceOf(alice), 1);
        vm.assertEq(live.lastDistributeTime(), block.timestamp);
    }

    function test_T13_a_transfer_of_no_share_succeeds_and_moves_nothing() public {
        live.issue(alice, 10, "");
        live.setMaxDistributeRatio(10e18);
        vm.warp(START + 1 days);
        live.distributeInterests(20, 0, 0);
        vm.startPrank(alice);
        (bool can,,) = live.canTransfer(bob, 2, "");
        vm.assertTrue(can);
        vm.assertTrue(live.transfer(bob, 2));
        vm.assertEq(live.sharesOf(bob), 0);
        // So wSTBT worth no share unwraps to nothing, below par.
        live.approve(address(liveWrapper), 30);
        liveWrapper.wrap(30);
        vm.stopPrank();
        vm.warp(START + 2 days);
        live.distributeInterests(-25, 0, 0);
        vm.prank(alice);
        vm.assertEq(liveWrapper.unwrap(1), 0);
        vm.assertEq(liveWrapper.balanceOf(alice), 9);
        vm.assertEq(live.sharesOf(alice), 0);
    }

    /// @dev The burn is queued for the amount asked, and the pool got a share less. rules.md T6
    function test_T13_a_burn_sticks_for_a_unit() public {
        live.issue(alice, 1000e18, "");
        vm.warp(START + 1 days);
        live.distributeInterests(3e18, 0, 0);
        live.setIssuer(address(queue));
        uint64 nonce = liveMinter.nonceForRedeem();
        vm.startPrank(alice);
        live.approve(address(liveMinter), 100e18);
        liveMinter.redeem(100e18, address(usdt), "", "");
        vm.stopPrank();
        bytes memory burn = abi.encodeCall(LiveStbt.redeemFrom, (pool, 100e18, ""));
        vm.warp(block.timestamp + BURN_DELAY);
        vm.expectRevert("STBT: BURN_AMOUNT_EXCEEDS_BALANCE");
        execute(address(live), burn, "", nonce, 0);
        // Dust in the pool frees it.
        vm.prank(alice);
        live.transfer(pool, 2);
        execute(address(live), burn, "", nonce, 0);
    }

    /// @dev What is burnt is told at its worth after the burn, which is not what the supply fell by.
    function test_T13_a_burn_tells_another_value() public {
        live.issue(alice, 10, "");
        live.issue(bob, 10, "");
        live.setMaxDistributeRatio(10e18);
        vm.warp(START + 1 days);
        live.distributeInterests(40, 0, 0);
        // 7 of 60 are ceil(2.3) = 3 of 20 shares; of 53 in 17 they would be worth 9.
        vm.expectEmit(address(live));
        emit StbtStandIn.ControllerRedemption(address(this), alice, 9, "", "");
        live.controllerRedeem(alice, 7, "", "");
        vm.assertEq(live.totalSupply(), 53);
        // A controller's transfer tells what was asked.
        vm.expectEmit(address(live));
        emit StbtStandIn.ControllerTransfer(address(this), alice, bob, 2, "", "");
        live.controllerTransfer(alice, bob, 2, "", "");
        vm.assertEq(live.sharesOf(bob), 10);
    }

    function test_T6_a_fee_of_usdt_is_the_receivers_loss() public {
        usdt.setParams(10, 10);
        usdt.faucet(alice, 100e6);
        vm.startPrank(alice);
        usdt.approve(address(liveMinter), 100e6);
        vm.expectEmit(address(liveMinter));
        bytes memory data = abi.encodeCall(LiveStbt.issue, (alice, 100e18, ""));
        bytes32 salt = keccak256(abi.encodePacked(bytes32(0), liveMinter.nonceForMint()));
        emit StbtMinterStandIn.Mint(alice, address(usdt), liveMinter.nonceForMint(), 100e6, 100e18, salt, data);
        liveMinter.mint(address(usdt), 100e6, 100e18, "", "");
        vm.assertEq(usdt.balanceOf(treasury), 99.9e6);
    }

    function test_T6_a_proposal_of_nothing_keeps_the_deposit() public {
        liveMinter.setDepositConfig(address(usdt), LiveMinter.Config(true, 1e12, 1));
        usdt.faucet(alice, 1e6);
        uint64 nonce = liveMinter.nonceForMint();
        vm.startPrank(alice);
        usdt.approve(address(liveMinter), 1e6);
        liveMinter.mint(address(usdt), 1e6, 0, "", "");
        vm.stopPrank();
        live.setIssuer(address(queue));
        execute(address(live), abi.encodeCall(LiveStbt.issue, (alice, 0, "")), "", nonce, ISSUE_DELAY);
        vm.assertEq(usdt.balanceOf(treasury), 1e6);
        vm.assertEq(live.totalSupply(), 0);
    }

    function test_T6_an_unknown_coin_is_refused_in_a_librarys_words() public {
        vm.prank(alice);
        vm.expectRevert("EnumerableMap: nonexistent key");
        liveMinter.mint(address(live), 1, 0, "", "");
        liveMinter.setCoinInfo(address(usdt), 0);
        vm.prank(alice);
        vm.expectRevert("MINTER: TOKEN_NOT_SUPPORTED");
        liveMinter.mint(address(usdt), 1e6, 0, "", "");
        vm.expectRevert("MINTER: FEE_RATE_TOO_LARGE");
        liveMinter.setCoinInfo(address(usdt), 1e18);
    }

    /// @dev An answer of any age, and a negative one is no limit; the first issue is not asked. rules.md T17
    function test_T17_the_reserve_binds_rebases_too_and_ages_never() public {
        deployLive(address(feed));
        feed.setAnswerAt(1001e18, 1);
        live.issue(alice, 1000e18, "");
        vm.expectRevert("STBT: EXCEED_RESERVE");
        live.issue(alice, 1e18, "");
        live.issue(alice, 1e18 - 1, "");
        vm.warp(START + 1 days);
        vm.expectRevert("STBT: EXCEED_RESERVE");
        live.distributeInterests(1, 0, 0);
        live.distributeInterests(-1e18, 0, 0);
        feed.setAnswer(-1);
        live.issue(alice, 1_000_000e18, "");
    }

    function test_T16_a_removal_tells_nothing_of_what_is_removed() public {
        live.setDocument("A", "ipfs://a", "1");
        live.setDocument("B", "ipfs://b", "2");
        vm.expectEmit(address(live));
        emit StbtStandInAccess.DocumentRemoved("A", "", 0);
        live.removeDocument("A");
        vm.assertEq(live.getAllDocuments()[0], "B", "the other stays");
    }

    /// @dev Only what STBT asks of its own transfers: to wrap one may send, to unwrap one may receive. rules.md T14
    function test_T14_half_a_permission_is_enough() public {
        live.issue(alice, 10e18, "");
        live.setPermission(alice, Permission(true, false, 0));
        vm.startPrank(alice);
        live.approve(address(liveWrapper), 10e18);
        liveWrapper.wrap(10e18);
        vm.stopPrank();
        live.setPermission(alice, Permission(false, true, 0));
        vm.startPrank(alice);
        liveWrapper.unwrap(1e18);
        vm.expectRevert("WSTBT: NO_SEND_PERMISSION");
        liveWrapper.transfer(bob, 1e18);
        liveWrapper.approve(bob, type(uint256).max);
        vm.stopPrank();
        live.setPermission(alice, Permission(true, true, 0));
        vm.prank(bob);
        liveWrapper.transferFrom(alice, carol, 1e18);
        vm.assertEq(liveWrapper.allowance(alice, bob), type(uint256).max);
        vm.prank(carol);
        vm.expectRevert("ERC20: insufficient allowance");
        liveWrapper.transferFrom(alice, carol, 1);
        vm.prank(carol);
        vm.expectRevert("ERC20: transfer amount exceeds balance");
        liveWrapper.transfer(alice, 1e18 + 1);
    }

    function test_T5_permissions_are_asked_as_in_ours() public {
        live.issue(alice, 10e18, "");
        live.setPermission(alice, Permission(true, true, uint64(block.timestamp)));
        vm.prank(alice);
        vm.expectRevert("STBT: SEND_PERMISSION_EXPIRED");
        live.transfer(bob, 1);
        vm.expectRevert("STBT: RECEIVE_PERMISSION_EXPIRED");
        live.issue(alice, 1, "");
        vm.prank(alice);
        vm.expectRevert("MINTER: RECEIVE_PERMISSION_EXPIRED");
        liveMinter.mint(address(usdt), 1e6, 0, "", "");
        vm.prank(stranger);
        vm.expectRevert("STBT: NOT_ISSUER");
        live.issue(alice, 1, "");
    }
}
