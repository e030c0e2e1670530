// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Payer} from "../../src/backstop/BackstopTypes.sol";
import {Fixture} from "./Fixture.sol";

/// @title Gas of what users sign: each test is one action and little else; `.gas-snapshot` keeps the figures
abstract contract GasFixture is Fixture {
    function setUp() public virtual override {
        super.setUp();
        open();
        stake(alice, 300_000 * USDT);
        stake(bob, 100_000 * USDT);
        fundAndApprove(carol, address(pool), USDT);
        usdt.faucet(carol, USDT);
    }
}

contract GasStakingTest is GasFixture {
    function test_Gas_ApproveUsdt() public {
        vm.prank(stranger);
        usdt.approve(address(pool), USDT);
    }

    function test_Gas_FirstStake() public {
        vm.prank(carol);
        pool.stake(USDT, USDT);
    }

    function test_Gas_Unstake() public {
        vm.prank(alice);
        pool.unstake(USDT, alice);
    }
}

contract GasSaleTest is GasFixture {
    function setUp() public override {
        super.setUp();
        subscribe(buyer, 200_000 * USDT);
        fundAndApprove(carol, address(series), USDT);
    }

    function test_Gas_Subscribe() public {
        vm.prank(carol);
        series.subscribe(USDT, USDT);
    }

    function test_Gas_FinalizeSale() public {
        vm.warp(terms.saleClose);
        series.finalizeSale();
    }
}

contract GasTenorTest is GasFixture {
    address[] private order;

    function setUp() public override {
        super.setUp();
        subscribe(buyer, 200_000 * USDT);
        finalize();
        order = warrantOrder(pool);
        treasury.setEarlyRedemptionBudget(address(series), 1000 * USDT);
        exercise(buyer, 1, 1000 * USDT);
        fundAndApprove(buyer, address(series), 1000 * USDT);
    }

    function test_Gas_AllocateTwoStakers() public {
        pool.allocateWarrants(order);
    }

    function test_Gas_ClaimUpfront() public {
        vm.prank(alice);
        pool.claimUpfront(alice);
    }

    function test_Gas_Convert() public {
        vm.prank(buyer);
        series.convert(1, 1000 * USDT);
    }

    function test_Gas_Exercise() public {
        vm.prank(buyer);
        series.exercise(2, 1000 * USDT);
    }

    function test_Gas_RedeemEarlyFromLedger() public {
        vm.prank(buyer);
        series.redeemEarly(1, 1000 * USDT, Payer.Ledger, buyer);
    }

    function test_Gas_RedeemEarlyFromTreasury() public {
        vm.prank(buyer);
        series.redeemEarly(1, 1000 * USDT, Payer.Treasury, buyer);
    }

    function test_Gas_Withdraw() public {
        vm.prank(alice);
        pool.withdraw(1000 * USDT, alice);
    }
}

abstract contract GasMatured is GasFixture {
    function setUp() public virtual override {
        super.setUp();
        subscribe(buyer, 200_000 * USDT);
        finalize();
        btc.faucet(address(treasury), 100 * BTC);
        pool.allocateWarrants(warrantOrder(pool));
        vm.warp(terms.maturity);
        recordPrices(terms.maturity);
    }
}

contract GasMaturedTest is GasMatured {
    function test_Gas_Settle() public {
        series.settle();
    }

    function test_Gas_FixCompensation() public {
        series.settle();
        series.fixCompensation();
    }
}

contract GasSettledTest is GasMatured {
    function setUp() public override {
        super.setUp();
        series.settle();
        compensate();
    }

    function test_Gas_ClaimCompensation() public {
        vm.prank(alice);
        pool.claimCompensation(alice);
    }

    function test_Gas_ClaimEverything() public {
        vm.prank(alice);
        pool.claim(alice);
    }

    function test_Gas_Redeem() public {
        vm.prank(buyer);
        series.redeem(1, buyer);
    }
}
