// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {PoolStaking} from "../../src/backstop/PoolStaking.sol";
import {IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC721Receiver} from "@openzeppelin/contracts/token/ERC721/IERC721Receiver.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Fixture} from "./Fixture.sol";

/// @dev Makes one call when it receives an NFT, and keeps what came back.
contract Reenterer is IERC721Receiver {
    address private _target;
    bytes private _data;
    bytes public result;
    bool public success;

    function arm(address target, bytes calldata data) external {
        (_target, _data) = (target, data);
    }

    function run(address target, bytes calldata data) external {
        (bool isDone,) = target.call(data);
        require(isDone);
    }

    function onERC721Received(address, address, uint256, bytes calldata) external returns (bytes4) {
        if (_data.length != 0) (success, result) = _target.call(_data);
        return this.onERC721Received.selector;
    }
}

/// @title What somebody could try
contract AttacksTest is Fixture {
    Reenterer private attacker;

    function setUp() public override {
        super.setUp();
        open();
        attacker = new Reenterer();
    }

    function expectBlocked() private view {
        vm.assertFalse(attacker.success());
        vm.assertEq(
            attacker.result(), abi.encodeWithSelector(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector)
        );
    }

    function test_SubscriptionCannotBeReentered() public {
        stake(alice, 200_000 * USDT);
        vm.warp(terms.saleOpen);
        fundAndApprove(address(attacker), address(series), 20 * USDT);
        attacker.arm(address(series), abi.encodeCall(series.subscribe, (10 * USDT, 0)));
        attacker.run(address(series), abi.encodeCall(series.subscribe, (10 * USDT, 0)));
        expectBlocked();
        vm.assertEq(series.state().soldUsdt, 10 * USDT);
    }

    function test_ClaimCannotBeReentered() public {
        fundAndApprove(address(attacker), address(pool), 200_000 * USDT);
        vm.warp(terms.stakingOpen);
        attacker.run(address(pool), abi.encodeCall(pool.stake, (200_000 * USDT, 0)));
        subscribe(buyer, 100_000 * USDT);
        finalize();
        pool.allocateWarrants(warrantOrder(pool));
        attacker.arm(address(pool), abi.encodeCall(pool.claim, (address(attacker))));
        attacker.run(address(pool), abi.encodeCall(pool.claim, (address(attacker))));
        expectBlocked();
        vm.assertEq(usdt.balanceOf(address(attacker)), 110_000 * USDT);
        vm.assertEq(warrant.balanceOf(address(attacker)), 1);
    }

    function test_ContractThatTakesNoNftLosesNothing() public {
        stake(alice, 200_000 * USDT);
        subscribe(buyer, 100_000 * USDT);
        finalize();
        pool.allocateWarrants(warrantOrder(pool));
        vm.startPrank(alice);
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721InvalidReceiver.selector, address(mstrFeed)));
        pool.claimWarrants(address(mstrFeed));
        pool.claimWarrants(alice);
        vm.assertEq(warrant.balanceOf(alice), 1);
    }

    function test_OneUnitOfStakeWorksToTheEnd() public {
        terms.minSaleUsdt = 0;
        open();
        stake(alice, 1);
        subscribe(buyer, 1);
        finalize();
        vm.assertEq(claimable(alice), 0);
        settle();
        vm.assertEq(series.settlement().usedUsdt, 1);
        vm.prank(buyer);
        series.redeem(1, buyer);
        vm.assertEq(usdt.balanceOf(buyer), 1);
        vm.assertEq(usdt.balanceOf(address(pool)), 0);
    }

    /// @dev Whoever leaves last gets as much as whoever leaves first, to the unit.
    function test_B7_FirstAndLastOut() public {
        stake(alice, 100_001 * USDT);
        stake(bob, 100_001 * USDT);
        subscribe(buyer, 133_333_333_333);
        finalize();
        vm.prank(alice);
        (uint256 first,,,,) = pool.claim(alice);
        exercise(buyer, 1, 7);
        vm.prank(bob);
        (uint256 last,,,,) = pool.claim(bob);
        vm.prank(alice);
        (uint256 more,,,,) = pool.claim(alice);
        vm.assertEq(first + more, last);
    }

    function test_U5_PausedTetherDelaysAndBreaksNothing() public {
        stake(alice, 200_000 * USDT);
        subscribe(buyer, 100_000 * USDT);
        vm.warp(terms.saleClose);
        usdt.pause();
        vm.expectRevert(bytes(""));
        series.finalizeSale();
        usdt.unpause();
        series.finalizeSale();
        usdt.pause();
        vm.prank(alice);
        vm.expectRevert(bytes(""));
        pool.withdraw(1, alice);
        usdt.unpause();
        vm.prank(alice);
        pool.withdraw(100_000 * USDT, alice);
    }

    function test_U5_BlacklistedStakerCannotStake() public {
        vm.warp(terms.stakingOpen);
        fundAndApprove(alice, address(pool), 5);
        usdt.addBlackList(alice);
        vm.prank(alice);
        vm.expectRevert(bytes(""));
        pool.stake(5, 5);
    }

    /// @dev What is sent to the contracts directly is not theirs to count.
    function test_DonationsMoveNoFigure() public {
        stake(alice, 200_000 * USDT);
        subscribe(buyer, 100_000 * USDT);
        usdt.faucet(address(pool), 50_000 * USDT);
        usdt.faucet(address(ledger), 50_000 * USDT);
        btc.faucet(address(series), 1 * BTC);
        btc.faucet(address(pool), 1 * BTC);
        finalize();
        vm.assertEq(series.requiredUsdt(), 100_000 * USDT);
        vm.assertEq(ledger.balanceUsdt(), 0);
        vm.assertEq(series.state().seriesBtc, 0);
        settle();
        vm.assertEq(series.settlement().usedUsdt, 100_000 * USDT);
        vm.assertEq(series.settlement().btcFunded, 0);
        vm.prank(alice);
        vm.expectRevert(
            abi.encodeWithSelector(PoolStaking.Backstop_ExceedsClaimable.selector, 100_000 * USDT + 1, 100_000 * USDT)
        );
        pool.withdraw(100_000 * USDT + 1, alice);
    }
}
