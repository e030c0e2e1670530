// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {BackingSettings} from "../../src/collateral/BackingSettings.sol";
import {BackingParameters, BackingState} from "../../src/collateral/BackingTypes.sol";
import {Collateral_InvalidRecipient} from "../../src/collateral/CollateralErrors.sol";
import {TaoBacking} from "../../src/collateral/TaoBacking.sol";
import {TusdtBook} from "../../src/collateral/TusdtBook.sol";
import {VaultEngine} from "../../src/collateral/VaultEngine.sol";
import {DevCoin} from "../../src/devnet/DevCoin.sol";
import {TestModule} from "./TestModule.sol";
import {VaultFixture} from "./VaultFixture.sol";
import {LiquidityStandIn, PriceStandIn} from "./VaultStandIns.sol";

/// @title Both phases over the real book: what vaults back and what the asset-backing vault backs. rules.md C1, C2, C4, C7
contract TwoPhasesTest is VaultFixture {
    TestModule private taoModule;
    TaoBacking private vault;

    function setUp() public override {
        vm.warp(START);
        (coin, tao, usdc) = (new DevCoin("SN64", 18), new DevCoin("TAO", 18), new DevCoin("USDC", 6));
        (module, pool, taoModule) = (new PriceStandIn(), new LiquidityStandIn(), new TestModule());
        book = new TusdtBook(address(this), 1 days, IERC20(usdc));
        tusdt = book.tusdt();
        taoModule.set(250 * WAD);
        BackingSettings settings = new BackingSettings(address(this), 1 days, firstOfBacking());
        vault = new TaoBacking(IERC20(tao), IERC20(usdc), tusdt, taoModule, settings);
        book.setBacking(vault);
        engine = new VaultEngine(book, IERC20(coin), address(this), 2 days, START + 10 days, first());
        book.propose(uint160(address(engine)), 1);
        vm.warp(START + 1 days);
        book.applyChange(uint160(address(engine)));
        market(PRICE);
        address[3] memory people = [alice, bob, carol];
        for (uint256 i = 0; i < 3; ++i) {
            fund(people[i]);
            tao.faucet(people[i], 1e6 * WAD);
            vm.startPrank(people[i]);
            tao.approve(address(vault), NEVER);
            tusdt.approve(address(vault), NEVER);
            vm.stopPrank();
        }
        tao.faucet(address(this), 1e6 * WAD);
        usdc.faucet(address(this), 1e15);
        tao.approve(address(vault), NEVER);
        usdc.approve(address(vault), NEVER);
        vault.addBacking(40 * WAD, 10_000e6);
        mint(carol, 20 * WAD);
    }

    function firstOfBacking() private view returns (BackingParameters memory) {
        return BackingParameters({
            target: WAD * 150 / 100,
            level0: WAD * 110 / 100,
            recovery: WAD * 110 / 100,
            safety: WAD,
            bufferWad: WAD * 120 / 100,
            tau: 4 hours,
            tail: 2 hours,
            cusp: WAD * 40 / 100,
            protocol: address(this),
            pauser: pauser
        });
    }

    function mint(address person, uint256 amount) private returns (uint256) {
        vm.prank(person);
        return vault.mint(amount, person, 0);
    }

    function redeemUsd(address person, uint256 amount) private returns (uint256) {
        vm.prank(person);
        return vault.redeemUsd(amount, person, 0);
    }

    /// @dev A borrowed TUSDT is backed once: by its vault as long as its principal is owed, whoever holds or redeems it.
    function test_C1_TwoBackingsOfOneToken() public {
        vm.assertTrue(vault.holdings().outstanding == int256(5_000 * WAD));
        uint256 id = open(alice, 100 * WAD, 3_000 * WAD);
        vm.assertTrue(vault.holdings().outstanding == int256(5_000 * WAD));
        // She redeems it here: that much less is to be backed here, and her vault owes as before.
        redeemUsd(alice, 3_000 * WAD);
        vm.assertTrue(vault.holdings().outstanding == int256(2_000 * WAD));
        vm.assertEq(book.books().principalOwed, 3_000 * WAD);
        // To close she has to buy back what backs her debt, for TAO of the same worth.
        mint(alice, 13 * WAD);
        repay(alice, id, NEVER);
        vm.assertTrue(vault.holdings().outstanding >= int256(5_000 * WAD));
        vm.assertEq(book.books().principalOwed, 0);
    }

    /// @dev More can be redeemed than was ever minted here.
    function test_C1_BoughtBackMoreThanItIssued() public {
        open(alice, 1_000 * WAD, 10_000 * WAD);
        vm.prank(carol);
        tusdt.transfer(alice, 5_000 * WAD);
        vm.startPrank(alice);
        vault.redeemUsd(10_000 * WAD, alice, 0);
        vm.assertTrue(vault.holdings().outstanding == -int256(5_000 * WAD));
        vm.assertEq(vault.redeemTao(5_000 * WAD, alice, 0), 20 * WAD);
        vm.stopPrank();
        vm.assertTrue(vault.holdings().outstanding == -int256(10_000 * WAD));
    }

    /// @dev Bad debt is shared through S, by all, and not by who comes last; surplus takes it out again.
    function test_C7_BadDebtIsInS() public {
        uint256 id = open(alice, 30 * WAD, 1_000 * WAD);
        market(10 * WAD);
        liquidate(bob, id);
        vm.prank(carol);
        tusdt.approve(address(engine), NEVER);
        take(carol, 1, NEVER);
        uint256 lost = book.books().badDebt;
        vm.assertGt(lost, 500 * WAD, "no bad debt");
        vm.assertTrue(vault.holdings().outstanding == int256(5_000 * WAD + lost));
        vm.assertEq(book.books().principalOwed, 0);
    }

    /// @dev A fee that was paid is sold for USDC, which is inflow of the day.
    function test_C4_SurplusIsBackingOfTheDay() public {
        uint256 id = open(alice, 100 * WAD, 3_000 * WAD);
        skip(30 days);
        taoModule.set(250 * WAD);
        repay(alice, id, 1_000 * WAD);
        uint256 surplus = book.books().surplus;
        vm.assertGt(surplus, 12 * WAD, "no interest");
        BackingState memory before = vault.state();
        vm.prank(bob);
        book.buySurplus(NEVER, bob);
        BackingState memory now_ = vault.state();
        uint256 cost = (surplus + 1e12 - 1) / 1e12;
        vm.assertEq(now_.holdings.usd, before.holdings.usd + cost);
        vm.assertTrue(now_.day.added == int256(cost * 1e12));
        vm.assertTrue(now_.holdings.outstanding == before.holdings.outstanding);
        vm.assertEq(tusdt.balanceOf(bob), surplus);
    }

    function test_C1_NoPayoutToAnEngine() public {
        vm.expectRevert(abi.encodeWithSelector(Collateral_InvalidRecipient.selector, address(engine)));
        vm.prank(carol);
        vault.redeemUsd(WAD, address(engine), 0);
    }
}
