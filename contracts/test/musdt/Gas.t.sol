// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {MusdtFixture} from "./MusdtFixture.sol";

/// @title What a user pays at most, measured on a vault in use
contract GasTest is MusdtFixture {
    uint256 private id;

    function setUp() public override {
        super.setUp();
        deposit(alice, 400_000 * USDT);
        id = lock(alice, 1000 * USDT, 14 days);
        deposit(bob, 1000 * USDT);
        setCollateralization(115);
        vm.warp(START + 15 days);
    }

    function test_Deposit() public {
        vm.startPrank(bob);
        uint256 before = gasleft();
        vault.deposit(1000 * USDT, bob);
        checkCost("deposit", before, 150_000);
    }

    function test_Lock() public {
        vm.startPrank(bob);
        uint256 before = gasleft();
        vault.depositWithDiscountAndLock(1000 * USDT, 365 days, bob);
        checkCost("lock", before, 450_000);
    }

    function test_Unlock() public {
        vm.startPrank(alice);
        uint256 before = gasleft();
        vault.unlockDeposit(id, alice);
        checkCost("unlock", before, 130_000);
    }

    function test_RequestAndRedeem() public {
        vm.startPrank(bob);
        uint256 before = gasleft();
        vault.makeWithdrawRequest(100 * USDT, bob);
        checkCost("request", before, 60_000);
        skipEpochs(vault.withdrawEpochsTimelock());
        before = gasleft();
        vault.redeem(100 * USDT, bob, bob);
        checkCost("redeem", before, 180_000);
    }

    function checkCost(string memory what, uint256 before, uint256 most) private view {
        vm.assertLe(before - gasleft(), most, what);
    }
}
