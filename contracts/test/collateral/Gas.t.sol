// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {BackingFixture} from "./BackingFixture.sol";
import {VaultFixture} from "./VaultFixture.sol";

/// @title Gas of what users sign: each test is one action and little else; `.gas-snapshot` keeps the figures
contract GasVaultTest is VaultFixture {
    uint256 private id;

    function setUp() public override {
        super.setUp();
        id = open(alice, 60e18, 1_000e18);
        skip(1 days);
        vm.startPrank(alice);
    }

    function test_Gas_OpenAndDraw() public {
        engine.open(60e18, 1_000e18, alice);
    }

    function test_Gas_Deposit() public {
        engine.deposit(id, 1e18);
    }

    function test_Gas_Draw() public {
        engine.draw(id, 100e18, alice);
    }

    function test_Gas_Repay() public {
        engine.repay(id, 100e18);
    }

    function test_Gas_Withdraw() public {
        engine.withdraw(id, 1e18, alice);
    }
}

contract GasCloseTest is VaultFixture {
    uint256 private id;

    function setUp() public override {
        super.setUp();
        id = open(alice, 60e18, 1_000e18);
        skip(1 days);
        backing.mint(alice, 10e18);
        vm.startPrank(alice);
    }

    function test_Gas_Close() public {
        engine.close(id, NEVER, alice);
    }
}

contract GasDueTest is VaultFixture {
    uint256 private id;

    /// @dev A date was missed, and its grace time is over.
    function setUp() public override {
        super.setUp();
        id = open(alice, 60e18, 1_000e18);
        skipTo(0, 8 days);
    }

    function test_Gas_AssessAMissedDate() public {
        engine.assess(id);
    }
}

contract GasUnsafeTest is VaultFixture {
    uint256 private id;

    function setUp() public override {
        super.setUp();
        id = open(alice, 30e18, 1_000e18);
        market(45e18);
        vm.startPrank(bob);
    }

    function test_Gas_Liquidate() public {
        engine.liquidate(id);
    }
}

contract GasAuctionTest is VaultFixture {
    uint256 private id;

    function setUp() public override {
        super.setUp();
        (, id) = auction();
        vm.startPrank(carol);
    }

    function test_Gas_TakeAPart() public {
        engine.take(id, 1e18, NEVER, carol);
    }

    function test_Gas_TakeAllAndEnd() public {
        engine.take(id, NEVER, NEVER, carol);
    }
}

contract GasStaleAuctionTest is VaultFixture {
    uint256 private id;

    function setUp() public override {
        super.setUp();
        (, id) = auction();
        skip(2 hours);
    }

    function test_Gas_Reset() public {
        engine.reset(id);
    }
}

contract GasSurplusTest is VaultFixture {
    function setUp() public override {
        super.setUp();
        uint256 id = open(alice, 300e18, 10_000e18);
        skip(100 days);
        repay(alice, id, 100e18);
        vm.startPrank(bob);
    }

    function test_Gas_BuySurplus() public {
        book.buySurplus(1e18, bob);
    }
}

contract GasBackingTest is BackingFixture {
    function setUp() public override {
        super.setUp();
        stand(100 * WAD, 10_000 * USD, 10_000 * WAD);
        add(10 * WAD, 0);
        vm.startPrank(alice);
    }

    function test_Gas_Mint() public {
        backing.mint(WAD, alice, 0);
    }

    function test_Gas_RedeemTao() public {
        backing.redeemTao(100 * WAD, alice, 0);
    }

    function test_Gas_RedeemUsd() public {
        backing.redeemUsd(100 * WAD, alice, 0);
    }
}

contract GasTaoSaleTest is BackingFixture {
    function setUp() public override {
        super.setUp();
        stand(100 * WAD, 0, 10_000 * WAD);
        book.draw(bob, 10_000 * WAD);
        module.set(108 * WAD);
        vm.startPrank(bob);
        backing.startSale();
    }

    function test_Gas_TakeOfTheSale() public {
        backing.take(WAD, NEVER, bob);
    }
}
