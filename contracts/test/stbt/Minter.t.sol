// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {StbtShares} from "../../src/stbt/StbtShares.sol";
import {Stbt_NothingProposed} from "../../src/stbt/StbtErrors.sol";
import {StbtIssuance} from "../../src/stbt/StbtIssuance.sol";
import {StbtMinter} from "../../src/stbt/StbtMinter.sol";
import {StbtMinterSettings} from "../../src/stbt/StbtMinterSettings.sol";
import {StbtTimelockController} from "../../src/stbt/StbtTimelockController.sol";
import {Permission} from "../../src/stbt/StbtTypes.sol";
import {CallingCoin} from "./CallingCoin.sol";
import {StbtFixture} from "./StbtFixture.sol";

contract MinterTest is StbtFixture {
    uint256 internal constant USDT = 1e6;

    function setUp() public override {
        super.setUp();
        stbt.setIssuer(address(queue));
        usdt.faucet(alice, 1_000_000 * USDT);
        vm.prank(alice);
        usdt.approve(address(minter), 1_000_000 * USDT);
        vm.prank(alice);
        stbt.approve(address(minter), type(uint256).max);
    }

    function test_T6_a_deposit_goes_to_its_receiver_and_its_issue_waits() public {
        bytes memory data = abi.encodeCall(StbtIssuance.issue, (alice, 100e18, "x"));
        (bytes32 id, bytes32 salt) = scheduled(data, "mine", 0);
        vm.expectEmit(address(minter));
        emit StbtMinter.Mint(alice, address(usdt), FIRST, 100 * USDT, 100e18, salt, data);
        mint(100 * USDT, "mine");
        vm.assertEq(usdt.balanceOf(treasury), 100 * USDT);
        vm.assertEq(queue.getTimestamp(id), START + ISSUE_DELAY);
        vm.assertTrue(queue.isOperationPending(id));
        vm.warp(START + ISSUE_DELAY - 1);
        vm.assertFalse(queue.isOperationReady(id));
        vm.warp(START + ISSUE_DELAY);
        vm.prank(stranger);
        queue.execute(address(stbt), 0, data, 0, salt);
        vm.assertTrue(queue.isOperationDone(id));
        vm.assertEq(stbt.balanceOf(alice), 100e18);
    }

    function test_T6_what_arrives_counts() public {
        usdt.setParams(10, 10 * USDT / 1e6);
        bytes memory data = abi.encodeCall(StbtIssuance.issue, (alice, 99.9e18, ""));
        (bytes32 id,) = scheduled(data, "", 0);
        vm.prank(alice);
        minter.mint(address(usdt), 100 * USDT, 99.9e18, "", "");
        vm.assertTrue(queue.isOperation(id));
    }

    function test_T6_the_fee_of_a_coin_is_taken_from_the_proposal() public {
        minter.setCoinInfo(address(usdt), (uint256(uint160(treasury)) << 96) | 0.001e18);
        bytes memory data = abi.encodeCall(StbtIssuance.issue, (alice, 99.9e18, ""));
        (bytes32 id,) = scheduled(data, "", 0);
        vm.prank(alice);
        vm.expectRevert("MINTER: PROPOSE_AMOUNT_TOO_SMALL");
        minter.mint(address(usdt), 100 * USDT, 99.9e18 + 1, "", "");
        mint(100 * USDT, "");
        vm.assertTrue(queue.isOperation(id));
    }

    function test_T6_what_can_not_be_minted_is_refused_before_the_deposit() public {
        vm.startPrank(alice);
        vm.expectRevert("MINTER: TOKEN_NOT_SUPPORTED");
        minter.mint(address(stbt), 100, 0, "", "");
        vm.expectRevert("MINTER: DEPOSIT_AMOUNT_TOO_SMALL");
        minter.mint(address(usdt), USDT - 1, 0, "", "");
        vm.stopPrank();
        minter.setDepositConfig(address(usdt), StbtMinterSettings.DepositConfig(false, 1e12, 0));
        vm.prank(alice);
        vm.expectRevert("MINTER: DEPOSIT_AMOUNT_TOO_SMALL");
        minter.mint(address(usdt), 100 * USDT, 0, "", "");
        // Divided by more than it is.
        minter.setDepositConfig(address(usdt), StbtMinterSettings.DepositConfig(true, 1e12, 1));
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(Stbt_NothingProposed.selector, USDT, 0));
        minter.mint(address(usdt), USDT, 0, "", "");
        vm.assertEq(usdt.balanceOf(treasury), 0);
    }

    function test_T5_to_mint_one_may_receive() public {
        stbt.setPermission(alice, Permission(true, false, 0));
        vm.prank(alice);
        vm.expectRevert("MINTER: NO_RECEIVE_PERMISSION");
        minter.mint(address(usdt), USDT, 0, "", "");
        stbt.setPermission(alice, Permission(false, true, uint64(block.timestamp)));
        vm.prank(alice);
        vm.expectRevert("MINTER: RECEIVE_PERMISSION_EXPIRED");
        minter.mint(address(usdt), USDT, 0, "", "");
        stbt.setPermission(alice, Permission(false, true, 0));
        mint(USDT, "");
    }

    function test_T6_a_fee_stays_below_all_and_a_coin_needs_a_receiver() public {
        vm.expectRevert("MINTER: FEE_RATE_TOO_LARGE");
        minter.setCoinInfo(address(usdt), (uint256(uint160(treasury)) << 96) | 1e18);
        minter.setCoinInfo(address(usdt), (uint256(uint160(treasury)) << 96) | (1e18 - 1));
        minter.setCoinInfo(address(usdt), 0.001e18);
        vm.prank(alice);
        vm.expectRevert("MINTER: TOKEN_NOT_SUPPORTED");
        minter.mint(address(usdt), USDT, 0, "", "");
    }

    /// @dev Deposits and redemptions count apart; the same request twice is two operations. rules.md T7
    function test_T7_each_request_has_a_number_of_its_kind() public {
        mint(100 * USDT, "same");
        mint(100 * USDT, "same");
        vm.assertEq(minter.nonceForMint(), FIRST + 2);
        vm.assertEq(minter.nonceForRedeem(), FIRST);
        issued(10e18);
        vm.startPrank(alice);
        minter.redeem(5e18, address(usdt), "same", "");
        minter.redeem(5e18, address(usdt), "same", "");
        vm.assertEq(minter.nonceForRedeem(), FIRST + 2);
        vm.assertEq(minter.nonceForMint(), FIRST + 2);
    }

    /// @dev Another Minter counts other numbers: the same request has another id on the same queue.
    function test_T6_two_minters_share_a_queue() public {
        mint(100 * USDT, "");
        vm.warp(START + 1);
        StbtMinter second = new StbtMinter(address(queue), address(stbt), pool);
        vm.assertEq(second.nonceForMint(), FIRST + 1000);
        vm.assertEq(second.nonceForRedeem(), FIRST + 1000);
        second.rescue(address(usdt), treasury, 0);
    }

    function test_T5_a_redemption_needs_the_person_and_the_pool() public {
        issued(10e18);
        stbt.setPermission(alice, Permission(false, true, 0));
        expectRedeem("STBT: NO_SEND_PERMISSION");
        permit(alice);
        stbt.setPermission(pool, Permission(true, false, 0));
        expectRedeem("STBT: NO_RECEIVE_PERMISSION");
        permit(pool);
        vm.prank(alice);
        stbt.approve(address(minter), 1e18);
        expectRedeem("STBT: TRANSFER_AMOUNT_EXCEEDS_ALLOWANCE");
    }

    /// @dev What can stop a burn: the pool's permission and its allowance. rules.md T20
    function test_T20_a_burn_waits_for_the_pool() public {
        issued(10e18);
        vm.prank(alice);
        minter.redeem(10e18, address(usdt), "", "");
        bytes memory burn = abi.encodeCall(StbtIssuance.redeemFrom, (pool, 10e18, ""));
        (, bytes32 salt) = scheduled(burn, "", 0);
        vm.warp(block.timestamp + BURN_DELAY);
        stbt.setPermission(pool, Permission(false, true, 0));
        vm.expectRevert("STBT: NO_SEND_PERMISSION");
        queue.execute(address(stbt), 0, burn, 0, salt);
        permit(pool);
        vm.prank(pool);
        stbt.approve(address(queue), 10e18 - 1);
        vm.expectRevert("STBT: REDEEM_AMOUNT_EXCEEDS_ALLOWANCE");
        queue.execute(address(stbt), 0, burn, 0, salt);
        vm.prank(pool);
        stbt.approve(address(queue), 10e18);
        queue.execute(address(stbt), 0, burn, 0, salt);
        vm.assertEq(stbt.totalSupply(), 0);
    }

    /// @dev A permission that lapses in the queue blocks its issue until it is given again. rules.md T13
    function test_T13_a_lapsed_permission_blocks_its_issue() public {
        stbt.setPermission(alice, Permission(true, true, uint64(START + ISSUE_DELAY)));
        mint(100 * USDT, "");
        bytes memory data = abi.encodeCall(StbtIssuance.issue, (alice, 100e18, ""));
        (, bytes32 salt) = scheduled(data, "", 0);
        vm.warp(START + ISSUE_DELAY);
        vm.expectRevert("STBT: RECEIVE_PERMISSION_EXPIRED");
        queue.execute(address(stbt), 0, data, 0, salt);
        permit(alice);
        queue.execute(address(stbt), 0, data, 0, salt);
    }

    /// @dev A coin that calls back in its transfer finds the Minter closed.
    function test_a_coin_that_calls_back_is_refused() public {
        CallingCoin coin = new CallingCoin();
        minter.setCoinInfo(address(coin), uint256(uint160(treasury)) << 96);
        minter.setDepositConfig(address(coin), StbtMinterSettings.DepositConfig(false, 1, 1));
        permit(address(coin));
        bytes[2] memory calls = [
            abi.encodeCall(StbtMinter.mint, (address(coin), 1, 0, "", "")),
            abi.encodeCall(StbtMinter.redeem, (1e18, address(usdt), "", ""))
        ];
        for (uint256 i = 0; i < calls.length; i++) {
            coin.callBack(address(minter), calls[i]);
            vm.prank(alice);
            vm.expectRevert(abi.encodeWithSelector(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector));
            minter.mint(address(coin), 100, 0, "", "");
        }
        minter.transferOwnership(address(coin));
        bytes[2] memory owned = [
            abi.encodeCall(StbtMinter.redeemSettle, (address(coin), 1, FIRST, "", 0, 0)),
            abi.encodeCall(StbtMinter.rescue, (address(coin), treasury, 1))
        ];
        for (uint256 i = 0; i < owned.length; i++) {
            coin.callBack(address(minter), owned[i]);
            vm.prank(alice);
            vm.expectRevert(abi.encodeWithSelector(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector));
            minter.mint(address(coin), 100, 0, "", "");
        }
    }

    function test_T7_the_queue_says_what_the_live_one_says() public {
        bytes memory data = abi.encodeCall(StbtIssuance.issue, (alice, 100e18, ""));
        (bytes32 id, bytes32 salt) = scheduled(data, "", 0);
        vm.expectRevert("TimelockController: operation cannot be cancelled");
        queue.cancel(id);
        mint(100 * USDT, "");
        vm.warp(START + ISSUE_DELAY - 1);
        vm.expectRevert("TimelockController: operation is not ready");
        queue.execute(address(stbt), 0, data, 0, salt);
        queue.grantRole(queue.PROPOSER_ROLE(), address(this));
        vm.expectRevert("TimelockController: operation already scheduled");
        queue.schedule(address(stbt), 0, data, 0, salt, 0);
        queue.schedule(address(stbt), 0, data, id, salt, 0);
        vm.warp(START + 2 * ISSUE_DELAY);
        vm.expectRevert("TimelockController: missing dependency");
        queue.execute(address(stbt), 0, data, id, salt);
        queue.execute(address(stbt), 0, data, 0, salt);
        vm.assertTrue(queue.isOperationDone(id));
        vm.expectRevert("TimelockController: operation is not ready");
        queue.execute(address(stbt), 0, data, 0, salt);
        vm.expectRevert("TimelockController: operation cannot be cancelled");
        queue.cancel(id);
        queue.execute(address(stbt), 0, data, id, salt);
    }

    function test_T7_only_its_roles_queue_cancel_and_execute() public {
        bytes memory data = abi.encodeCall(StbtIssuance.issue, (alice, 100e18, ""));
        (bytes32 id, bytes32 salt) = scheduled(data, "", 0);
        mint(100 * USDT, "");
        vm.warp(START + ISSUE_DELAY);
        queue.revokeRole(queue.EXECUTOR_ROLE(), address(0));
        bytes memory who = bytes.concat("AccessControl: account ", bytes(Strings.toHexString(stranger)));
        bytes32[3] memory roles = [queue.EXECUTOR_ROLE(), queue.CANCELLER_ROLE(), queue.PROPOSER_ROLE()];
        vm.startPrank(stranger);
        vm.expectRevert(missing(who, roles[0]));
        queue.execute(address(stbt), 0, data, 0, salt);
        vm.expectRevert(missing(who, roles[1]));
        queue.cancel(id);
        vm.expectRevert(missing(who, roles[2]));
        queue.schedule(address(stbt), 0, data, 0, "", 0);
        vm.expectRevert(missing(who, queue.TIMELOCK_ADMIN_ROLE()));
        queue.grantRole(roles[0], stranger);
        vm.stopPrank();
        queue.grantRole(queue.EXECUTOR_ROLE(), stranger);
        vm.prank(stranger);
        queue.execute(address(stbt), 0, data, 0, salt);
    }

    function test_T7_a_cancelled_issue_can_be_scheduled_again_and_not_executed_meanwhile() public {
        bytes memory data = abi.encodeCall(StbtIssuance.issue, (alice, 100e18, ""));
        (bytes32 id, bytes32 salt) = scheduled(data, "", 0);
        mint(100 * USDT, "");
        queue.cancel(id);
        vm.assertFalse(queue.isOperation(id));
        vm.warp(START + ISSUE_DELAY);
        vm.expectRevert("TimelockController: operation is not ready");
        queue.execute(address(stbt), 0, data, 0, salt);
        queue.grantRole(queue.PROPOSER_ROLE(), address(this));
        queue.schedule(address(stbt), 0, data, 0, salt, 0);
        vm.assertEq(queue.getTimestamp(id), START + 2 * ISSUE_DELAY);
    }

    function test_T6_lists_of_another_length_are_refused() public {
        address[] memory nobody = new address[](0);
        vm.expectRevert("TimelockController: SELECTORS_DELAYS_LEN_NOT_MATCH");
        new StbtTimelockController(nobody, nobody, address(0), new bytes4[](1), new uint256[](0));
    }

    function test_T6_only_functions_with_a_delay_are_scheduled() public {
        queue.grantRole(queue.PROPOSER_ROLE(), address(this));
        bytes memory unknown = abi.encodeCall(StbtShares.transfer, (bob, 1));
        vm.expectRevert("TimelockController: UNKNOWN_SELECTOR");
        queue.schedule(address(stbt), 0, unknown, 0, "", 0);
        vm.expectRevert("TimelockController: UNKNOWN_SELECTOR");
        queue.schedule(address(stbt), 0, hex"867904", 0, "", 0);
        vm.expectRevert("TimelockController: UNSUPPORTED");
        queue.updateDelay(1);
        vm.expectRevert("TimelockController: UNSUPPORTED");
        queue.scheduleBatch(new address[](0), new uint256[](0), new bytes[](0), "", "", 0);
    }

    /// @dev However the index moved before and after, the burn of a redemption never needs a unit more than came.
    function testFuzz_T6_the_burn_of_a_redemption_never_sticks(
        uint256 held,
        uint256 gain,
        uint256 later,
        uint256 amount
    ) public {
        stbt.setIssuer(address(this));
        stbt.setMaxDistributeRatio(1e18);
        held = bound(held, 2e18, 1e30);
        stbt.issue(alice, held, "");
        stbt.issue(bob, held, "");
        report(int256(bound(gain, 0, held)));
        amount = bound(amount, 1e18, stbt.balanceOf(alice));
        uint256 shares = amount * stbt.totalShares() / stbt.totalSupply();
        uint256 worth = stbt.getAmountByShares(shares);
        bytes memory data = abi.encodeCall(StbtIssuance.redeemFrom, (pool, worth, ""));
        (, bytes32 salt) = scheduled(data, "r", 0);
        vm.expectEmit(address(minter));
        emit StbtMinter.Redeem(alice, address(usdt), FIRST, worth / 1e12, salt, data);
        vm.prank(alice);
        minter.redeem(amount, address(usdt), "r", "");
        report(int256(bound(later, 0, held)));
        stbt.setIssuer(address(queue));
        queue.execute(address(stbt), 0, data, 0, salt);
    }

    function test_T7_settlement_and_burn_come_in_any_order() public {
        bytes memory issue = abi.encodeCall(StbtIssuance.issue, (alice, 100e18, ""));
        (, bytes32 salt) = scheduled(issue, "", 0);
        mint(100 * USDT, "");
        vm.warp(START + 1 days);
        queue.execute(address(stbt), 0, issue, 0, salt);

        vm.startPrank(alice);
        vm.expectRevert("MINTER: REDEEM_AMOUNT_TOO_SMALL");
        minter.redeem(1e18 - 1, address(usdt), "", "");
        vm.expectRevert("MINTER: REDEEM_AMOUNT_TOO_SMALL");
        minter.redeem(1e18, address(stbt), "", "");
        minter.redeem(40e18, address(usdt), "", "");
        minter.redeem(60e18, address(usdt), "", "");
        vm.stopPrank();
        vm.assertEq(stbt.balanceOf(pool), 100e18);
        vm.assertEq(minter.redeemTargetMap(FIRST + 1), alice);

        usdt.faucet(address(minter), 150 * USDT);
        uint256 before = usdt.balanceOf(alice);
        vm.expectEmit(address(minter));
        emit StbtMinter.Settle(alice, address(usdt), FIRST + 1, 59 * USDT, "tx", 0.001e18, 1e18);
        minter.redeemSettle(address(usdt), 59 * USDT, FIRST + 1, "tx", 0.001e18, 1e18);
        vm.assertEq(usdt.balanceOf(alice), before + 59 * USDT);
        vm.expectRevert("MINTER: NULL_TARGET");
        minter.redeemSettle(address(usdt), 1, FIRST + 1, "tx", 0, 1e18);
        vm.expectRevert("MINTER: PENDING_REDEEM");
        minter.rescue(address(usdt), treasury, 1);

        bytes memory burn = abi.encodeCall(StbtIssuance.redeemFrom, (pool, 60e18, ""));
        (, salt) = scheduled(burn, "", 1);
        vm.warp(START + 2 days);
        queue.execute(address(stbt), 0, burn, 0, salt);
        vm.assertEq(stbt.totalSupply(), 40e18);
        minter.redeemSettle(address(usdt), 40 * USDT, FIRST, "tx", 0, 1e18);
        minter.rescue(address(usdt), treasury, 51 * USDT);
    }

    function test_settings_are_kept_and_told() public {
        StbtMinterSettings.DepositConfig memory deposits = StbtMinterSettings.DepositConfig(true, 3, 4);
        StbtMinterSettings.RedeemConfig memory redemptions = StbtMinterSettings.RedeemConfig(true, 5, 6);
        address coin = address(usdt);
        vm.expectEmit(address(minter));
        emit StbtMinterSettings.CoinInfoSet(coin, 0.5e18);
        minter.setCoinInfo(coin, 0.5e18);
        vm.assertEq(minter.getCoinInfo(coin), 0.5e18);
        vm.expectEmit(address(minter));
        emit StbtMinterSettings.DepositConfigSet(coin, deposits);
        minter.setDepositConfig(coin, deposits);
        (bool isDivided, uint96 unit, uint96 least) = minter.depositConfigMap(coin);
        require(isDivided && unit == 3 && least == 4, "terms of deposits");
        vm.expectEmit(address(minter));
        emit StbtMinterSettings.RedeemConfigSet(coin, redemptions);
        minter.setRedeemConfig(coin, redemptions);
        (isDivided, unit, least) = minter.redeemConfigMap(coin);
        require(isDivided && unit == 5 && least == 6, "terms of redemptions");
        vm.expectEmit(address(minter));
        emit StbtMinterSettings.RedeemFeeRateSet(coin, 7);
        minter.setRedeemFeeRate(coin, 7);
        vm.assertEq(minter.redeemFeeRateMap(coin), 7);
        vm.expectEmit(address(minter));
        emit StbtMinterSettings.PeriodsSet(8, 0);
        minter.setDepositPeriod(8);
        vm.expectEmit(address(minter));
        emit StbtMinterSettings.PeriodsSet(8, 9);
        minter.setRedeemPeriod(9);
        vm.assertEq(minter.depositPeriod(), 8);
        vm.assertEq(minter.redeemPeriod(), 9);
        minter.setTimeLockContract(alice);
        minter.setTargetContract(bob);
        vm.expectEmit(address(minter));
        emit StbtMinterSettings.AddressesSet(alice, bob, carol);
        minter.setPoolAccount(carol);
        vm.assertEq(minter.timeLockContract(), alice);
        vm.assertEq(minter.targetContract(), bob);
        vm.assertEq(minter.poolAccount(), carol);
    }

    function test_settings_are_the_owners() public {
        vm.startPrank(stranger);
        bytes memory notOwner = "Ownable: caller is not the owner";
        vm.expectRevert(notOwner);
        minter.setCoinInfo(address(usdt), 1);
        vm.expectRevert(notOwner);
        minter.setDepositConfig(address(usdt), StbtMinterSettings.DepositConfig(false, 1, 1));
        vm.expectRevert(notOwner);
        minter.setRedeemConfig(address(usdt), StbtMinterSettings.RedeemConfig(false, 1, 1));
        vm.expectRevert(notOwner);
        minter.setRedeemFeeRate(address(usdt), 1);
        vm.expectRevert(notOwner);
        minter.setDepositPeriod(1);
        vm.expectRevert(notOwner);
        minter.setRedeemPeriod(1);
        vm.expectRevert(notOwner);
        minter.setTimeLockContract(stranger);
        vm.expectRevert(notOwner);
        minter.setTargetContract(stranger);
        vm.expectRevert(notOwner);
        minter.setPoolAccount(stranger);
        vm.expectRevert(notOwner);
        minter.redeemSettle(address(usdt), 1, 0, "", 0, 0);
        vm.expectRevert(notOwner);
        minter.rescue(address(usdt), stranger, 1);
        vm.stopPrank();
        (address[] memory coins, uint256[] memory infos) = minter.getCoinsInfo();
        vm.assertEq(coins[0], address(usdt));
        vm.assertEq(infos[0], minter.getCoinInfo(address(usdt)));
        vm.assertEq(minter.getCoinInfo(stranger), 0);
    }

    /// @dev Alice holds STBT without a deposit.
    function issued(uint256 amount) private {
        stbt.setIssuer(address(this));
        stbt.issue(alice, amount, "");
        stbt.setIssuer(address(queue));
    }

    function expectRedeem(bytes memory reverts) private {
        vm.prank(alice);
        vm.expectRevert(reverts);
        minter.redeem(2e18, address(usdt), "", "");
    }

    function missing(bytes memory who, bytes32 role) private pure returns (bytes memory) {
        return bytes.concat(who, " is missing role ", bytes(Strings.toHexString(uint256(role), 32)));
    }

    function mint(uint256 deposit, bytes32 salt) private {
        vm.prank(alice);
        minter.mint(address(usdt), deposit, 0, salt, salt == "mine" ? bytes("x") : bytes(""));
    }
}
