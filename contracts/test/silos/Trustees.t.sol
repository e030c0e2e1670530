// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {PAUSER_ROLE} from "../../src/shared/Roles.sol";
import {SiloSettings} from "../../src/silos/SiloSettings.sol";
import {Key, Shares} from "../../src/silos/SiloTypes.sol";
import {TRUSTEE_ROLE, TrusteeWeights} from "../../src/silos/TrusteeWeights.sol";
import {Trustees} from "../../src/silos/Trustees.sol";
import {Stage} from "../../src/silos/TrusteesTypes.sol";
import {SiloFixture} from "./SiloFixture.sol";

/// @title Votes, the public delay, the hand-over. rules.md S14, S18, S19
/// @dev Alice weighs 60, Bob 10, Carol 30.
contract TrusteesTest is SiloFixture {
    bytes4 internal constant DENIED = bytes4(keccak256("AccessControlUnauthorizedAccount(address,bytes32)"));

    Trustees internal board;

    function setUp() public override {
        super.setUp();
        (address[] memory accounts, uint256[] memory weights) = trustees();
        board = new Trustees(reserve, settings, accounts, weights);
        vm.assertEq(address(board), settings.trustees());
        full(2_000 * USD);
        seed(3, 100 * USD);
        reserve.closeCycle();
        vm.warp(board.proposalsOpenAt());
        market(WAD);
    }

    /// @dev Settings, reserve and the board are created in this order.
    function trusteesAddress() internal view override returns (address) {
        return vm.computeCreateAddress(address(this), uint256(vm.getNonce(address(this))) + 5);
    }

    function propose(uint16 dividend) internal returns (uint256 id) {
        vm.prank(bob);
        return board.proposeDistribution(Shares(0, 10_000 - dividend, dividend, 0));
    }

    function vote(address who, uint256 id) internal {
        vm.prank(who);
        board.vote(id);
    }

    /// @dev Proposed by Bob, carried by Alice, and its vote over.
    function carry(uint256 id) internal {
        vote(alice, id);
        vm.warp(block.timestamp + 3 days);
        market(WAD);
    }

    function parameter(Key key, uint256 value) internal returns (uint256 id) {
        vm.prank(bob);
        return board.proposeParameter(key, value);
    }

    function assertStage(uint256 id, Stage stage) internal view {
        vm.assertEq(uint256(board.stageOf(id)), uint256(stage));
    }

    function expectStage(uint256 id, Stage stage) internal {
        vm.expectRevert(abi.encodeWithSelector(Trustees.Silos_WrongStage.selector, id, stage));
    }

    function test_S18_ProposalsOpenWhenTheClosingIsSettled() public {
        vm.warp(board.proposalsOpenAt() - 1);
        vm.prank(bob);
        vm.expectRevert(
            abi.encodeWithSelector(Trustees.Silos_ProposalsClosed.selector, block.timestamp + 1, block.timestamp)
        );
        board.proposeCover(1, 0);
        vm.warp(board.proposalsOpenAt());
        vm.prank(bob);
        board.proposeCover(1, 0);
    }

    function test_S14_OnlyTrusteesPropose() public {
        vm.startPrank(ecosystem);
        vm.expectPartialRevert(DENIED);
        board.proposeDistribution(Shares(0, 0, 10_000, 0));
        vm.expectPartialRevert(DENIED);
        board.proposeHandOver(ecosystem);
        vm.expectPartialRevert(DENIED);
        board.proposeParameter(Key.SlippageBps, 50);
        vm.stopPrank();
        vm.assertTrue(board.hasRole(TRUSTEE_ROLE, bob));
    }

    function test_S18_AVoteDistributes() public {
        uint256 id = propose(10_000);
        assertStage(id, Stage.Voting);
        vote(alice, id);
        vm.expectRevert(abi.encodeWithSelector(Trustees.Silos_CannotVote.selector, id, alice));
        vote(alice, id);
        vm.expectRevert(abi.encodeWithSelector(Trustees.Silos_CannotVote.selector, id, ecosystem));
        vote(ecosystem, id);
        vm.assertTrue(board.hasVoted(id, alice));
        vm.assertEq(board.proposal(id).yes, 60);
        expectStage(id, Stage.Voting);
        board.execute(id);
        vm.warp(block.timestamp + 3 days - 1);
        vote(carol, id);
        vm.warp(block.timestamp + 1);
        assertStage(id, Stage.Passed);
        expectStage(id, Stage.Passed);
        vote(bob, id);
        market(WAD);
        board.execute(id);
        assertStage(id, Stage.Done);
        vm.assertEq(reserve.owed(IERC20(usdc), alice), 60 * USD);
        vm.assertEq(reserve.owed(IERC20(usdc), bob), 10 * USD);
        expectStage(id, Stage.Done);
        board.execute(id);
    }

    /// @dev More than half: half is not enough.
    function test_S18_HalfIsNotEnough() public {
        (address[] memory accounts, uint256[] memory weights) = trustees();
        weights[0] = 40;
        vm.prank(bob);
        uint256 change = board.proposeWeights(accounts, weights);
        carry(change);
        board.execute(change);
        vm.warp(block.timestamp + 7 days);
        market(WAD);
        board.applyChange(change);
        uint256 id = propose(10_000);
        vote(alice, id);
        vm.warp(block.timestamp + 3 days);
        assertStage(id, Stage.Failed);
        id = propose(10_000);
        vote(alice, id);
        vote(bob, id);
        vm.warp(block.timestamp + 3 days);
        assertStage(id, Stage.Passed);
    }

    function test_S18_WeightsAreTheProposals() public {
        (address[] memory accounts, uint256[] memory weights) = trustees();
        weights[0] = 1;
        vm.prank(bob);
        uint256 change = board.proposeWeights(accounts, weights);
        carry(change);
        board.execute(change);
        vm.warp(block.timestamp + 7 days - 1);
        market(WAD);
        uint256 id = propose(10_000);
        vm.warp(block.timestamp + 1);
        board.applyChange(change);
        vm.assertEq(board.weightOf(board.weightSet(), alice), 1);
        // Alice has still her 60 of 100 in it, and the dividend of them.
        carry(id);
        board.execute(id);
        vm.assertEq(reserve.owed(IERC20(usdc), alice), 60 * USD);
    }

    function test_S18_OfDistributionsTheFirstWins() public {
        uint256 first_ = propose(10_000);
        vm.warp(block.timestamp + 1);
        uint256 second = propose(5_000);
        vote(alice, second);
        // The later one has its majority first; the earlier one ends first.
        vote(alice, first_);
        vm.warp(block.timestamp + 3 days);
        market(WAD);
        assertStage(second, Stage.Lapsed);
        expectStage(second, Stage.Lapsed);
        board.execute(second);
        board.execute(first_);
        uint256 third = propose(10_000);
        carry(third);
        assertStage(third, Stage.Lapsed);
    }

    function test_S18_ALaterOneWinsWhereTheFirstFails() public {
        uint256 first_ = propose(10_000);
        vote(bob, first_);
        vm.warp(block.timestamp + 1);
        uint256 second = propose(5_000);
        carry(second);
        assertStage(first_, Stage.Failed);
        board.execute(second);
        assertStage(second, Stage.Done);
    }

    function test_S18_OfTwoThatEndTogetherTheOlderWins() public {
        uint256 first_ = propose(10_000);
        uint256 second = propose(5_000);
        vote(alice, second);
        carry(first_);
        assertStage(second, Stage.Lapsed);
        assertStage(first_, Stage.Passed);
    }

    /// @dev A shorter vote that was made later may end first.
    function test_S18_TheEndDecidesNotTheStart() public {
        uint256 change = parameter(Key.VoteSeconds, 1 hours);
        carry(change);
        board.execute(change);
        vm.warp(block.timestamp + 7 days);
        uint256 slow = propose(10_000);
        board.applyChange(change);
        uint256 quick = propose(5_000);
        vote(alice, slow);
        vote(alice, quick);
        vm.warp(block.timestamp + 1 hours);
        market(WAD);
        assertStage(quick, Stage.Passed);
        board.execute(quick);
        vm.warp(block.timestamp + 3 days);
        assertStage(slow, Stage.Lapsed);
    }

    /// @dev A vote for the last cycle's harvest can't wait for the next one's.
    function test_S18_AttackAVoteThatOutlivesItsHarvest() public {
        uint256 id = propose(10_000);
        carry(id);
        uint256 running = propose(10_000);
        close(WAD);
        assertStage(id, Stage.Lapsed);
        assertStage(running, Stage.Lapsed);
        expectStage(id, Stage.Lapsed);
        board.execute(id);
        vm.warp(board.proposalsOpenAt());
        market(WAD);
        uint256 next = propose(10_000);
        carry(next);
        board.execute(next);
    }

    /// @dev A bad exchange leaves the vote executable.
    function test_S13_AFailedDistributionStaysExecutable() public {
        uint256 id = propose(0);
        carry(id);
        pair.setReserves(address(xtz), DEPTH, DEPTH * 2);
        vm.expectPartialRevert(bytes4(keccak256("Silos_BelowMinOut(uint256,uint256)")));
        board.execute(id);
        assertStage(id, Stage.Passed);
        market(WAD);
        board.execute(id);
    }

    function test_S7_S18_CoverByVote() public {
        vm.prank(bob);
        uint256 id = board.proposeCover(100 * XTZ, 190 * USD);
        vm.prank(bob);
        uint256 other = board.proposeCover(50 * XTZ, 0);
        vote(alice, other);
        carry(id);
        market(2 * WAD);
        board.execute(id);
        board.execute(other);
        vm.assertEq(books().x4, 1_850 * XTZ);
        vm.assertGt(reserve.inventory(), 0, "nothing minted");
    }

    function test_S19_AParameterWaitsForItsDelay() public {
        uint256 id = parameter(Key.SlippageBps, 50);
        carry(id);
        board.execute(id);
        uint256 readyAt = board.proposal(id).readyAt;
        vm.assertEq(readyAt, block.timestamp + 7 days);
        assertStage(id, Stage.Pending);
        vm.warp(readyAt - 1);
        vm.expectRevert(abi.encodeWithSelector(Trustees.Silos_NotReady.selector, id, readyAt, readyAt - 1));
        board.applyChange(id);
        vm.warp(readyAt);
        board.applyChange(id);
        vm.assertEq(settings.parameters().slippageBps, 50);
        expectStage(id, Stage.Done);
        board.applyChange(id);
    }

    function test_S19_AChangeOutlivesAClosing() public {
        uint256 id = parameter(Key.SlippageBps, 50);
        carry(id);
        board.execute(id);
        close(WAD);
        board.applyChange(id);
        vm.assertEq(settings.parameters().slippageBps, 50);
    }

    function test_S19_TheSameVoteCancels() public {
        uint256 id = parameter(Key.SlippageBps, 50);
        expectStage(id, Stage.Voting);
        vm.prank(bob);
        board.proposeCancel(id);
        carry(id);
        board.execute(id);
        vm.prank(bob);
        uint256 cancel = board.proposeCancel(id);
        carry(cancel);
        board.execute(cancel);
        assertStage(id, Stage.Cancelled);
        assertStage(cancel, Stage.Done);
        vm.warp(block.timestamp + 7 days);
        expectStage(id, Stage.Cancelled);
        board.applyChange(id);
    }

    /// @dev What was stopped once, or holds already, can't be stopped by a second vote.
    function test_S19_ACancelFindsItsChangePending() public {
        uint256 id = parameter(Key.SlippageBps, 50);
        carry(id);
        board.execute(id);
        vm.startPrank(bob);
        uint256 first_ = board.proposeCancel(id);
        uint256 second = board.proposeCancel(id);
        vm.stopPrank();
        vote(alice, second);
        carry(first_);
        board.execute(first_);
        expectStage(id, Stage.Cancelled);
        board.execute(second);
    }

    function test_S18_TheFirstTrusteesAreCheckedToo() public {
        vm.expectPartialRevert(TrusteeWeights.Silos_WrongNumberOfTrustees.selector);
        new Trustees(reserve, settings, new address[](0), new uint256[](0));
    }

    function test_S19_AProposalIsWithinTheBounds() public {
        vm.expectPartialRevert(SiloSettings.Silos_OutOfBounds.selector);
        parameter(Key.SlippageBps, 1_001);
        vm.expectPartialRevert(SiloSettings.Silos_BelowOther.selector);
        parameter(Key.XtzSpreadBps, 1);
    }

    function test_S10_SharesSumToTheWhole() public {
        vm.startPrank(bob);
        vm.expectRevert(abi.encodeWithSelector(Trustees.Silos_WrongShares.selector, 9_999));
        board.proposeDistribution(Shares(2_500, 2_500, 2_500, 2_499));
        vm.expectRevert(abi.encodeWithSelector(Trustees.Silos_WrongShares.selector, 10_001));
        board.proposeDistribution(Shares(2_500, 2_500, 2_500, 2_501));
        vm.stopPrank();
    }

    function test_S10_TheEcosystemIsTheProposals() public {
        uint256 change = parameter(Key.Ecosystem, uint160(makeAddr("another")));
        carry(change);
        board.execute(change);
        vm.warp(block.timestamp + 7 days);
        vm.prank(bob);
        uint256 id = board.proposeDistribution(Shares(0, 0, 0, 10_000));
        board.applyChange(change);
        carry(id);
        board.execute(id);
        vm.assertEq(reserve.owed(IERC20(usdc), ecosystem), 100 * USD);
    }

    function test_S19_ThePauserChangesByVote() public {
        address next = makeAddr("next pauser");
        uint256 id = parameter(Key.Pauser, uint160(next));
        carry(id);
        board.execute(id);
        vm.warp(block.timestamp + 7 days);
        board.applyChange(id);
        vm.assertTrue(reserve.hasRole(PAUSER_ROLE, next));
        vm.assertFalse(reserve.hasRole(PAUSER_ROLE, pauser));
    }

    function test_S18_HandOver() public {
        uint256 dividend = propose(10_000);
        carry(dividend);
        board.execute(dividend);
        address governor = makeAddr("governor");
        vm.prank(bob);
        uint256 id = board.proposeHandOver(governor);
        uint256 pending = parameter(Key.SlippageBps, 50);
        vote(alice, pending);
        carry(id);
        board.execute(id);
        board.execute(pending);
        vm.warp(block.timestamp + 7 days);
        uint256 open = propose(10_000);
        vote(alice, open);
        board.applyChange(id);
        vm.assertEq(board.weightOf(board.weightSet(), governor), board.totalWeight(board.weightSet()));
        // Open proposals lapse, pending changes too, what is owed stays.
        assertStage(open, Stage.Lapsed);
        assertStage(pending, Stage.Lapsed);
        assertStage(id, Stage.Done);
        expectStage(pending, Stage.Lapsed);
        board.applyChange(pending);
        vm.expectPartialRevert(DENIED);
        propose(1);
        vm.prank(alice);
        vm.assertEq(reserve.claim(IERC20(usdc), alice), 60 * USD);
    }

    /// @dev A distribution that lapsed with the hand-over keeps no new one of the same cycle out.
    function test_S18_TheGovernorDistributesInTheSameCycle() public {
        address governor = makeAddr("governor");
        vm.prank(bob);
        uint256 id = board.proposeHandOver(governor);
        carry(id);
        board.execute(id);
        vm.warp(block.timestamp + 7 days);
        uint256 lapsed = propose(10_000);
        vote(alice, lapsed);
        board.applyChange(id);
        vm.warp(block.timestamp + 1);
        vm.startPrank(governor);
        uint256 own = board.proposeDistribution(Shares(0, 0, 10_000, 0));
        board.vote(own);
        vm.stopPrank();
        vm.warp(block.timestamp + 3 days);
        market(WAD);
        board.execute(own);
        vm.assertEq(reserve.owed(IERC20(usdc), governor), 100 * USD);
    }

    function test_S18_TrusteesAreChecked() public {
        address[] memory accounts = new address[](2);
        uint256[] memory weights = new uint256[](2);
        (accounts[0], accounts[1], weights[0], weights[1]) = (alice, alice, 1, 1);
        vm.startPrank(bob);
        vm.expectRevert(abi.encodeWithSelector(TrusteeWeights.Silos_InvalidTrustee.selector, alice, 1));
        board.proposeWeights(accounts, weights);
        accounts[1] = address(0xffff);
        vm.expectRevert(abi.encodeWithSelector(TrusteeWeights.Silos_InvalidTrustee.selector, address(0xffff), 1));
        board.proposeWeights(accounts, weights);
        (accounts[1], weights[1]) = (bob, 0);
        vm.expectRevert(abi.encodeWithSelector(TrusteeWeights.Silos_InvalidTrustee.selector, bob, 0));
        board.proposeWeights(accounts, weights);
        weights[1] = 2 ** 96;
        vm.expectRevert(abi.encodeWithSelector(TrusteeWeights.Silos_InvalidTrustee.selector, bob, 2 ** 96));
        board.proposeWeights(accounts, weights);
        weights[1] = 2 ** 96 - 1;
        board.proposeWeights(accounts, weights);
        bytes4 wrong = TrusteeWeights.Silos_WrongNumberOfTrustees.selector;
        vm.expectRevert(abi.encodeWithSelector(wrong, 2, 1, 32));
        board.proposeWeights(accounts, new uint256[](1));
        vm.expectRevert(abi.encodeWithSelector(wrong, 0, 0, 32));
        board.proposeWeights(new address[](0), new uint256[](0));
        vm.expectRevert(abi.encodeWithSelector(wrong, 33, 33, 32));
        board.proposeWeights(new address[](33), new uint256[](33));
        vm.expectPartialRevert(TrusteeWeights.Silos_InvalidTrustee.selector);
        board.proposeHandOver(address(0));
        vm.stopPrank();
    }

    /// @dev All 32 trustees are paid in one call that fits any block.
    function test_S18_AFullBoardFitsABlock() public {
        address[] memory accounts = new address[](32);
        uint256[] memory weights = new uint256[](32);
        for (uint256 i = 0; i < 32; ++i) {
            (accounts[i], weights[i]) = (i == 0 ? alice : vm.addr(i), i == 0 ? 100 : 1);
        }
        vm.prank(bob);
        uint256 change = board.proposeWeights(accounts, weights);
        carry(change);
        board.execute(change);
        vm.warp(block.timestamp + 7 days);
        market(WAD);
        board.applyChange(change);
        vm.prank(alice);
        uint256 id = board.proposeDistribution(Shares(0, 0, 10_000, 0));
        carry(id);
        uint256 gas = gasleft();
        board.execute(id);
        vm.assertLt(gas - gasleft(), 4_000_000, "gas");
    }

    function test_S18_AListThatStaysReadable() public {
        for (uint256 i = 0; i < 16; ++i) {
            propose(1);
        }
        vm.expectRevert(abi.encodeWithSelector(Trustees.Silos_TooManyProposals.selector, 16));
        propose(1);
        vm.prank(alice);
        board.proposeCover(1, 1);
    }

    function test_S18_NothingExistsAtZero() public view {
        assertStage(0, Stage.Lapsed);
        assertStage(999, Stage.Lapsed);
    }
}
