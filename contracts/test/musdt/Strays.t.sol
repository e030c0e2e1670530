// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {TetherSuccessor} from "../../src/devnet/TetherSuccessor.sol";
import {WrappedBitcoin} from "../../src/devnet/WrappedBitcoin.sol";
import {Musdt_InvalidReceiver} from "../../src/musdt/MusdtErrors.sol";
import {StrayToken} from "../../src/shared/StrayToken.sol";
import {MusdtFixture} from "./MusdtFixture.sol";

/// @title Tokens sent to the vault by mistake can be taken out; USDT and shares can't
contract MusdtStraysTest is MusdtFixture {
    WrappedBitcoin private other;

    function setUp() public override {
        super.setUp();
        other = new WrappedBitcoin();
        deposit(alice, 1000 * USDT);
        lock(alice, 1000 * USDT, 30 days);
    }

    function expectNothing(address token) private {
        vm.expectRevert(abi.encodeWithSelector(StrayToken.Stray_NothingToRecover.selector, token));
        vault.recoverStray(IERC20(token), bob);
    }

    function test_TheAdminTakesThemOut() public {
        other.faucet(address(vault), 7);
        vm.expectEmit(address(vault));
        emit StrayToken.StrayRecovered(IERC20(address(other)), bob, 7);
        vault.recoverStray(IERC20(address(other)), bob);
        vm.assertEq(other.balanceOf(bob), 7);
        expectNothing(address(other));
    }

    function test_UsdtAndLockedSharesStay() public {
        expectNothing(address(usdt));
        expectNothing(address(vault));
    }

    /// @dev Once Tether has moved the same money is at two addresses.
    function test_NotUnderAnotherAddressEither() public {
        TetherSuccessor successor = new TetherSuccessor(usdt);
        usdt.deprecate(address(successor));
        expectNothing(address(successor));
        vm.assertEq(usdt.balanceOf(address(vault)), 2000 * USDT);
    }

    function test_OnlyTheAdminAndNotToWhereTheyAreLost() public {
        other.faucet(address(vault), 7);
        vm.expectRevert(abi.encodeWithSelector(Musdt_InvalidReceiver.selector, address(vault)));
        vault.recoverStray(IERC20(address(other)), address(vault));
        vm.expectRevert(
            abi.encodeWithSelector(IAccessControl.AccessControlUnauthorizedAccount.selector, alice, bytes32(0))
        );
        vm.prank(alice);
        vault.recoverStray(IERC20(address(other)), alice);
    }
}
