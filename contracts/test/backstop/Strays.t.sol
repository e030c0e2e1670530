// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {TetherSuccessor} from "../../src/devnet/TetherSuccessor.sol";
import {WrappedBitcoin} from "../../src/devnet/WrappedBitcoin.sol";
import {StrayToken} from "../../src/shared/StrayToken.sol";
import {Fixture} from "./Fixture.sol";

/// @title What recovers a token; pool, series and ledger have it
interface Recovers {
    function recoverStray(IERC20 token) external;
}

/// @title Tokens sent to a series by mistake go to the treasury; what it keeps stays
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

    function test_WhatIsKeptStays() public {
        for (uint256 i = 0; i < 3; ++i) {
            usdt.faucet(address(pool), 1);
            btc.faucet(places()[i], 1);
            expectNothing(places()[i], usdt_());
            if (i == 2) break;
            expectNothing(places()[i], IERC20(address(btc)));
            expectNothing(places()[i], IERC20(address(mstr)));
        }
    }

    function test_TheLedgerKeepsOnlyWhatItCounts() public {
        uint256 counted = ledger.balanceUsdt();
        vm.assertGt(counted, 0, "something is counted");
        expectNothing(address(ledger), usdt_());
        usdt.faucet(address(ledger), 5);
        uint256 before = usdt.balanceOf(address(treasury));
        vm.expectEmit(address(ledger));
        emit StrayToken.StrayRecovered(usdt_(), address(treasury), 5);
        vm.prank(stranger);
        ledger.recoverStray(usdt_());
        vm.assertEq(usdt.balanceOf(address(treasury)) - before, 5);
        vm.assertEq(usdt.balanceOf(address(ledger)), counted);
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
