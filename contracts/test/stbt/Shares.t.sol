// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {StbtShares} from "../../src/stbt/StbtShares.sol";
import {StbtIssuance} from "../../src/stbt/StbtIssuance.sol";
import {StbtInterest} from "../../src/stbt/StbtInterest.sol";
import {Stbt_WorthNoShare} from "../../src/stbt/StbtErrors.sol";
import {StbtOwnable} from "../../src/stbt/StbtOwnable.sol";
import {StbtPermissions} from "../../src/stbt/StbtPermissions.sol";
import {Permission} from "../../src/stbt/StbtTypes.sol";
import {StbtFixture} from "./StbtFixture.sol";

contract SharesTest is StbtFixture {
    function test_T2_a_first_issue_makes_as_many_shares() public {
        vm.expectEmit(address(stbt));
        emit StbtShares.Supply(100e18, 100e18);
        stbt.issue(alice, 100e18, "");
        vm.assertEq(stbt.sharesOf(alice), 100e18);
        vm.assertEq(stbt.totalSupply(), 100e18);
        vm.assertEq(stbt.lastDistributeTime(), block.timestamp);
    }

    function test_T1_a_rebase_moves_balances_and_no_shares() public {
        stbt.issue(alice, 100e18, "");
        report(0.7e18);
        vm.assertEq(stbt.balanceOf(alice), 100.7e18);
        vm.assertEq(stbt.sharesOf(alice), 100e18);
    }

    /// @dev Bounds that a holder meets: shares up to 1e30, index from 0.5 to 2.
    function testFuzz_T2_transfer_moves_floor_and_max_moves_all(uint256 held, uint256 gain, uint256 amount) public {
        held = bound(held, 1, 1e30);
        stbt.setMaxDistributeRatio(1e18);
        stbt.issue(alice, held, "");
        stbt.issue(bob, held, "");
        report(int256(bound(gain, 0, held)));
        (uint256 supply, uint256 all) = (stbt.totalSupply(), stbt.totalShares());
        amount = bound(amount, 0, stbt.balanceOf(alice));
        uint256 shares = amount * all / supply;
        if (shares == 0 && amount > 0) return;
        vm.prank(alice);
        stbt.transfer(bob, amount);
        vm.assertEq(stbt.sharesOf(bob), held + shares);

        // Max: the amount whose shares are all there are.
        uint256 rest = stbt.sharesOf(alice);
        uint256 max = (rest * supply + all - 1) / all;
        if (rest == 0 || max * all / supply > rest) return;
        vm.prank(alice);
        stbt.transfer(bob, max);
        vm.assertEq(stbt.sharesOf(alice), 0);
    }

    function test_T2_the_last_burn_leaves_no_supply_and_no_carry() public {
        stbt.issue(alice, 100e18, "");
        report(0.5e18);
        report(-1e18);
        vm.assertTrue(stbt.carry() == -1e18);
        vm.expectEmit(address(stbt));
        emit StbtInterest.Carried(0, 0, -1e18, 0);
        vm.expectEmit(address(stbt));
        emit StbtIssuance.ControllerRedemption(address(this), alice, 100.5e18, "", "");
        stbt.controllerRedeem(alice, 100.5e18, "", "");
        vm.assertEq(stbt.totalSupply(), 0);
        vm.assertEq(stbt.totalShares(), 0);
        vm.assertTrue(stbt.carry() == 0);
    }

    /// @dev Nothing is asked and nothing is told where nothing is issued or burnt.
    function test_T2_nothing_is_issued_and_burnt_without_a_question() public {
        stbt.issue(stranger, 0, "");
        stbt.redeem(0, "");
        vm.assertEq(stbt.lastDistributeTime(), 0);
        // A burn of nothing where there is nothing is no last burn.
        report(-3);
        stbt.controllerRedeem(alice, 0, "", "");
        vm.assertTrue(stbt.carry() == -3);
    }

    function test_T2_more_than_there_is_is_not_burnt() public {
        vm.expectRevert("STBT: BURN_AMOUNT_EXCEEDS_BALANCE");
        stbt.controllerRedeem(alice, 1, "", "");
        stbt.issue(alice, 100, "");
        stbt.issue(bob, 100, "");
        vm.expectRevert("STBT: BURN_AMOUNT_EXCEEDS_BALANCE");
        stbt.controllerRedeem(alice, 101, "", "");
    }

    function test_T13_what_is_worth_no_share_is_neither_issued_nor_moved() public {
        stbt.setMaxDistributeRatio(10e18);
        stbt.issue(alice, 10, "");
        report(20);
        vm.expectRevert(abi.encodeWithSelector(Stbt_WorthNoShare.selector, 2, 30, 10));
        stbt.issue(bob, 2, "");
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(Stbt_WorthNoShare.selector, 2, 30, 10));
        stbt.transfer(bob, 2);
        vm.prank(alice);
        stbt.transfer(bob, 0);
        stbt.issue(bob, 0, "");
        vm.assertEq(stbt.sharesOf(bob), 0);
        (bool can,, bytes32 why) = canTransfer(alice, bob, 2);
        vm.assertFalse(can);
        vm.assertEq(why, "WORTH_NO_SHARE", "the view says so too");
        (can,,) = canTransfer(alice, bob, 0);
        vm.assertTrue(can);
    }

    function test_T13_values_of_events_are_what_moved() public {
        stbt.setMaxDistributeRatio(10e18);
        stbt.issue(alice, 10, "");
        report(20);
        // 7 of 30 are 2 of 10 shares, which are worth 6.
        vm.expectEmit(address(stbt));
        emit StbtShares.Transfer(alice, bob, 6);
        vm.prank(alice);
        stbt.transfer(bob, 7);
        vm.expectEmit(address(stbt));
        emit StbtIssuance.ControllerTransfer(address(this), alice, bob, 6, "a", "b");
        stbt.controllerTransfer(alice, bob, 7, "a", "b");
        // 10 of 30 are 3 of 10 shares, which are worth 9 once 13 are worth 40.
        vm.expectEmit(address(stbt));
        emit StbtIssuance.Issued(address(this), bob, 9, "");
        vm.expectEmit(address(stbt));
        emit StbtShares.Transfer(address(0), bob, 9);
        stbt.issue(bob, 10, "");
        // 8 of 40 are ceil(2.6) = 3 of 13 shares, and the supply falls by 8.
        vm.expectEmit(address(stbt));
        emit StbtShares.Transfer(alice, address(0), 8);
        stbt.controllerRedeem(alice, 8, "", "");
        vm.assertEq(stbt.totalSupply(), 32);
        vm.assertEq(stbt.totalShares(), 10);
    }

    /// @dev The last share takes all supply with it, more than was asked, and the event says so. rules.md T2, T13
    function test_T13_the_last_share_takes_all_supply() public {
        stbt.setMaxDistributeRatio(10e18);
        stbt.issue(alice, 1, "");
        report(9);
        vm.expectEmit(address(stbt));
        emit StbtShares.Supply(0, 0);
        vm.expectEmit(address(stbt));
        emit StbtShares.Transfer(alice, address(0), 10);
        stbt.controllerRedeem(alice, 5, "", "");
    }

    function test_T5_transfers_on_behalf_ask_the_same() public {
        stbt.issue(alice, 100e18, "");
        vm.prank(alice);
        stbt.approve(carol, 10e18);
        (bool can, uint8 code, bytes32 why) = canTransferFrom(carol, alice, bob, 11e18);
        vm.assertFalse(can);
        vm.assertEq(uint256(code), 0x06);
        vm.assertEq(why, "ALLOWANCE_NOT_ENOUGH", "the allowance is asked first");
        stbt.setPermission(alice, Permission(false, true, 0));
        (,, why) = canTransferFrom(carol, alice, bob, 11e18);
        vm.assertEq(why, "ALLOWANCE_NOT_ENOUGH", "and hides the permission");
        (, code, why) = canTransferFrom(carol, alice, bob, 10e18);
        vm.assertEq(uint256(code), 0x13);
        vm.assertEq(why, "CANNOT_SEND", "within the allowance");
        vm.startPrank(carol);
        vm.expectRevert("STBT: NO_SEND_PERMISSION");
        stbt.transferFrom(alice, bob, 10e18);
        vm.expectRevert("STBT: NO_SEND_PERMISSION");
        stbt.transferFromWithData(alice, bob, 10e18, "");
        vm.stopPrank();
        vm.prank(alice);
        vm.expectRevert("STBT: NO_SEND_PERMISSION");
        stbt.transferWithData(bob, 1e18, "");
        permit(alice);
        vm.prank(carol);
        stbt.transferFromWithData(alice, bob, 4e18, "");
        vm.assertEq(stbt.allowance(alice, carol), 6e18);
        vm.prank(alice);
        stbt.transferWithData(bob, 1e18, "");
        vm.assertEq(stbt.balanceOf(bob), 5e18);
        (can, code,) = canTransferFrom(carol, alice, bob, 6e18);
        vm.assertTrue(can);
        vm.assertEq(uint256(code), 0x01);
        (can,,) = canTransfer(alice, bob, 95e18);
        vm.assertTrue(can);
        (, code, why) = canTransfer(alice, bob, 95e18 + 1);
        vm.assertEq(why, "SHARES_NOT_ENOUGH", "more than is held");
    }

    /// @dev A permission of the zero address opens nothing.
    function test_T5_the_zero_address_holds_nothing() public {
        stbt.issue(alice, 1e18, "");
        permit(address(0));
        (,, bytes32 why) = canTransfer(alice, address(0), 1);
        vm.assertEq(why, "CANNOT_RECEIVE", "to nobody");
        vm.prank(alice);
        vm.expectRevert("STBT: TRANSFER_TO_THE_ZERO_ADDRESS");
        stbt.transfer(address(0), 1);
        vm.expectRevert("STBT: TRANSFER_FROM_THE_ZERO_ADDRESS");
        stbt.controllerTransfer(address(0), alice, 0, "", "");
        vm.expectRevert("STBT: MINT_TO_THE_ZERO_ADDRESS");
        stbt.issue(address(0), 1, "");
        vm.expectRevert("STBT: BURN_FROM_THE_ZERO_ADDRESS");
        stbt.controllerRedeem(address(0), 0, "", "");
        vm.prank(alice);
        vm.expectRevert("STBT: TRANSFER_AMOUNT_EXCEEDS_BALANCE");
        stbt.transfer(bob, 1e18 + 1);
    }

    function test_what_the_live_contract_also_says() public view {
        vm.assertEq(stbt.symbol(), "STBT");
        vm.assertEq(stbt.name(), "Short-term Treasury Bill Token");
        vm.assertEq(uint256(stbt.decimals()), 18);
        vm.assertTrue(stbt.isIssuable() && stbt.isControllable());
        vm.assertEq(stbt.placeholders(299), 0);
    }

    function test_T1_an_allowance_is_an_amount_and_always_used_up() public {
        stbt.issue(alice, 100e18, "");
        vm.prank(alice);
        stbt.approve(bob, type(uint256).max);
        vm.prank(bob);
        stbt.transferFrom(alice, carol, 40e18);
        vm.assertEq(stbt.allowance(alice, bob), type(uint256).max - 40e18);
        vm.prank(alice);
        stbt.approve(bob, 1e18);
        vm.prank(bob);
        vm.expectRevert("STBT: TRANSFER_AMOUNT_EXCEEDS_ALLOWANCE");
        stbt.transferFrom(alice, carol, 2e18);
        vm.prank(alice);
        vm.expectRevert("STBT: DECREASED_ALLOWANCE_BELOW_ZERO");
        stbt.decreaseAllowance(bob, 2e18);
        vm.prank(alice);
        stbt.increaseAllowance(bob, 1e18);
        vm.assertEq(stbt.allowance(alice, bob), 2e18);
        vm.prank(alice);
        stbt.decreaseAllowance(bob, 2e18);
        vm.assertEq(stbt.allowance(alice, bob), 0);
    }

    function test_T5_permissions_hold_at_every_entry() public {
        stbt.issue(alice, 100e18, "");
        stbt.setPermission(alice, Permission(false, true, 0));
        expectBoth("STBT: NO_SEND_PERMISSION", "CANNOT_SEND");
        stbt.setPermission(alice, Permission(true, true, uint64(block.timestamp)));
        expectBoth("STBT: SEND_PERMISSION_EXPIRED", "CANNOT_SEND");
        permit(alice);
        stbt.setPermission(bob, Permission(true, false, 0));
        expectBoth("STBT: NO_RECEIVE_PERMISSION", "CANNOT_RECEIVE");
        stbt.setPermission(bob, Permission(true, true, uint64(block.timestamp)));
        expectBoth("STBT: RECEIVE_PERMISSION_EXPIRED", "CANNOT_RECEIVE");
        vm.expectRevert("STBT: RECEIVE_PERMISSION_EXPIRED");
        stbt.issue(bob, 1e18, "");
        stbt.setPermission(bob, Permission(true, true, uint64(block.timestamp + 1)));
        vm.prank(alice);
        stbt.transfer(bob, 1e18);
        // By order of a court nobody is asked.
        stbt.setPermission(bob, Permission(false, false, 0));
        stbt.controllerTransfer(bob, alice, 1e18, "", "");
    }

    function test_T5_a_burn_asks_whether_the_holder_may_send() public {
        stbt.issue(alice, 2e18, "");
        vm.prank(alice);
        stbt.approve(address(this), 2e18);
        stbt.setPermission(alice, Permission(false, true, 0));
        vm.expectRevert("STBT: NO_SEND_PERMISSION");
        stbt.redeemFrom(alice, 1e18, "");
        permit(alice);
        stbt.redeemFrom(alice, 1e18, "");
        vm.assertEq(stbt.allowance(alice, address(this)), 1e18);
        vm.expectRevert("STBT: REDEEM_AMOUNT_EXCEEDS_ALLOWANCE");
        stbt.redeemFrom(alice, 1e18 + 1, "");
        permit(address(this));
        stbt.issue(address(this), 1e18, "");
        stbt.setPermission(address(this), Permission(false, true, 0));
        vm.expectRevert("STBT: NO_SEND_PERMISSION");
        stbt.redeem(1e18, "");
    }

    function test_settings_are_kept_and_told() public {
        vm.expectEmit(address(stbt));
        emit StbtPermissions.IssuerSet(alice);
        stbt.setIssuer(alice);
        vm.assertEq(stbt.issuer(), alice);
        vm.expectEmit(address(stbt));
        emit StbtPermissions.ControllerSet(alice);
        stbt.setController(alice);
        vm.assertEq(stbt.controller(), alice);
        vm.expectEmit(address(stbt));
        emit StbtPermissions.PermissionSet(bob, true, false, 7);
        stbt.setPermission(bob, Permission(true, false, 7));
        vm.expectEmit(address(stbt));
        emit StbtPermissions.ModeratorSet(alice);
        stbt.setModerator(alice);
        vm.assertEq(stbt.moderator(), alice);
        vm.expectEmit(address(stbt));
        emit StbtInterest.MinDistributeIntervalSet(3);
        stbt.setMinDistributeInterval(3);
        vm.assertEq(stbt.minDistributeInterval(), 3);
        vm.expectEmit(address(stbt));
        emit StbtInterest.MaxDistributeRatioSet(4);
        stbt.setMaxDistributeRatio(4);
        vm.assertEq(stbt.maxDistributeRatio(), 4);
        vm.expectEmit(address(stbt));
        emit StbtOwnable.OwnershipTransferred(address(this), address(0));
        stbt.renounceOwnership();
        vm.assertEq(stbt.owner(), address(0));
    }

    /// @dev All that a history of the token needs. rules.md T19
    function test_T19_every_movement_tells_supply_shares_and_amount() public {
        vm.expectEmit(address(stbt));
        emit StbtShares.Supply(100, 100);
        vm.expectEmit(address(stbt));
        emit StbtShares.TransferShares(address(0), alice, 100);
        vm.expectEmit(address(stbt));
        emit StbtIssuance.Issued(address(this), alice, 100, "x");
        vm.expectEmit(address(stbt));
        emit StbtShares.Transfer(address(0), alice, 100);
        stbt.issue(alice, 100, "x");
        vm.expectEmit(address(stbt));
        emit StbtShares.Approval(alice, address(this), 40);
        vm.prank(alice);
        stbt.approve(address(this), 40);
        vm.expectEmit(address(stbt));
        emit StbtShares.TransferShares(alice, bob, 10);
        vm.prank(alice);
        stbt.transfer(bob, 10);
        vm.expectEmit(address(stbt));
        emit StbtShares.Supply(70, 70);
        vm.expectEmit(address(stbt));
        emit StbtShares.TransferShares(alice, address(0), 30);
        vm.expectEmit(address(stbt));
        emit StbtIssuance.Redeemed(address(this), alice, 30, "y");
        vm.expectEmit(address(stbt));
        emit StbtShares.Transfer(alice, address(0), 30);
        vm.expectEmit(address(stbt));
        emit StbtShares.Approval(alice, address(this), 10);
        stbt.redeemFrom(alice, 30, "y");
        permit(address(this));
        stbt.issue(address(this), 5, "");
        vm.expectEmit(address(stbt));
        emit StbtIssuance.Redeemed(address(this), address(this), 5, "z");
        vm.expectEmit(address(stbt));
        emit StbtShares.Transfer(address(this), address(0), 5);
        stbt.redeem(5, "z");
    }

    function test_only_its_role_does_each() public {
        vm.startPrank(stranger);
        vm.expectRevert("STBT: NOT_ISSUER");
        stbt.issue(alice, 1, "");
        vm.expectRevert("STBT: NOT_ISSUER");
        stbt.redeem(1, "");
        vm.expectRevert("STBT: NOT_ISSUER");
        stbt.redeemFrom(alice, 1, "");
        vm.expectRevert("STBT: NOT_ISSUER");
        stbt.distributeInterests(1, 0, 1);
        vm.expectRevert("STBT: NOT_CONTROLLER");
        stbt.controllerTransfer(alice, bob, 1, "", "");
        vm.expectRevert("STBT: NOT_CONTROLLER");
        stbt.controllerRedeem(alice, 1, "", "");
        vm.expectRevert("STBT: NOT_MODERATOR");
        stbt.setPermission(alice, Permission(true, true, 0));
        bytes memory notOwner = "Ownable: caller is not the owner";
        vm.expectRevert(notOwner);
        stbt.setIssuer(stranger);
        vm.expectRevert(notOwner);
        stbt.setController(stranger);
        vm.expectRevert(notOwner);
        stbt.setModerator(stranger);
        vm.expectRevert(notOwner);
        stbt.setMaxDistributeRatio(1);
        vm.expectRevert(notOwner);
        stbt.setMinDistributeInterval(1);
        vm.expectRevert(notOwner);
        stbt.transferOwnership(stranger);
        vm.expectRevert(notOwner);
        stbt.renounceOwnership();
        vm.stopPrank();
        vm.expectRevert("Ownable: new owner is the zero address");
        stbt.transferOwnership(address(0));
        stbt.transferOwnership(alice);
        vm.assertEq(stbt.owner(), alice);
    }

    function expectBoth(bytes memory reverts, bytes32 says) private {
        (bool can,, bytes32 why) = canTransfer(alice, bob, 1e18);
        vm.assertFalse(can);
        vm.assertEq(why, says, "canTransfer");
        vm.prank(alice);
        vm.expectRevert(reverts);
        stbt.transfer(bob, 1e18);
    }

    function canTransfer(address from, address to, uint256 amount) private returns (bool can, uint8 code, bytes32 why) {
        vm.prank(from);
        return stbt.canTransfer(to, amount, "");
    }

    function canTransferFrom(address spender, address from, address to, uint256 amount)
        private
        returns (bool can, uint8 code, bytes32 why)
    {
        vm.prank(spender);
        return stbt.canTransferFrom(from, to, amount, "");
    }
}
