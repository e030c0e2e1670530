// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {Backing} from "../../src/collateral/Backing.sol";
import {
    Collateral_InvalidRecipient,
    Collateral_NotGovernance,
    Collateral_NotIssuer,
    Collateral_Nothing
} from "../../src/collateral/CollateralErrors.sol";
import {Governed} from "../../src/collateral/Governed.sol";
import {TusdtBook} from "../../src/collateral/TusdtBook.sol";
import {Books, Movement, Payment, TusdtLedger} from "../../src/collateral/TusdtLedger.sol";

import {DevCoin} from "../../src/devnet/DevCoin.sol";
import {StrayToken} from "../../src/shared/StrayToken.sol";
import {Log} from "../Test.sol";
import {VaultFixture} from "./VaultFixture.sol";
import {BackingStandIn} from "./VaultStandIns.sol";

/// @title Who issues, what is owed, surplus and bad debt. rules.md C1, C4, C7, C11
contract VaultBookTest is VaultFixture {
    function test_OnlyTheBackingAndTheBookIssue() public {
        vm.assertTrue(book.isIssuer(address(backing)));
        vm.assertTrue(book.isIssuer(address(book)));
        vm.assertFalse(book.isIssuer(address(engine)));
        vm.assertFalse(book.isIssuer(address(0)));
        vm.expectRevert(abi.encodeWithSelector(Collateral_NotIssuer.selector, address(this)));
        tusdt.mint(alice, 1);
        vm.expectRevert(abi.encodeWithSelector(Collateral_NotIssuer.selector, address(this)));
        tusdt.burn(0);
        vm.assertFalse(new TusdtBook(address(this), 1 days, IERC20(usdc)).isIssuer(address(0)));
    }

    function test_OnlyEnginesMoveWhatIsOwed() public {
        bytes memory refused = abi.encodeWithSelector(TusdtBook.Collateral_NotEngine.selector, address(this));
        vm.expectRevert(refused);
        book.draw(alice, 1);
        vm.expectRevert(refused);
        book.collect(alice, Payment(0, 0, 0, 0, alice, 0));
        vm.expectRevert(refused);
        book.writeOff(0);
    }

    /// @dev An engine can't pay back, or write off, what another has drawn.
    function test_EnginesAnswerForThemselves() public {
        open(alice, 30e18, 1_000e18);
        address other = address(new DevCoin("ENGINE", 18));
        book.propose(uint160(other), 1);
        skip(1 days);
        book.applyChange(uint160(other));
        vm.prank(other);
        vm.expectRevert(abi.encodeWithSignature("Panic(uint256)", 0x11));
        book.writeOff(1);
    }

    function test_EnginesAreAddedAfterTheDelayForGood() public {
        address other = address(new DevCoin("ENGINE", 18));
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(Collateral_NotGovernance.selector, bob));
        book.propose(uint160(other), 1);
        book.propose(uint160(other), 1);
        vm.expectRevert(abi.encodeWithSelector(Governed.Collateral_NotYet.selector, block.timestamp + 1 days));
        book.applyChange(uint160(other));
        skip(1 days);
        vm.assertFalse(book.isEngine(other));
        book.applyChange(uint160(other));
        vm.assertTrue(book.isEngine(other));
        vm.assertEq(book.engines(1), other);
        vm.expectRevert(abi.encodeWithSelector(Governed.Collateral_OutOfBounds.selector, uint160(other), 0, 1, 1));
        book.propose(uint160(other), 0);
    }

    /// @dev No account, no second time, no key that is not an address.
    function test_OnlyNewContractsAreAdded() public {
        uint256[3] memory keys =
            [uint256(uint160(alice)), uint160(address(engine)), (1 << 160) + uint256(uint160(address(coin)))];
        for (uint256 i = 0; i < keys.length; ++i) {
            book.propose(keys[i], 1);
            skip(1 days);
            vm.expectRevert(abi.encodeWithSelector(TusdtBook.Collateral_NotNew.selector, address(uint160(keys[i]))));
            book.applyChange(keys[i]);
        }
    }

    function test_TheBackingIsNamedOnce() public {
        BackingStandIn other = new BackingStandIn(book, tao);
        vm.expectRevert(abi.encodeWithSelector(TusdtBook.Collateral_BackingSet.selector, backing));
        book.setBacking(other);
        TusdtBook fresh = new TusdtBook(address(this), 1 days, IERC20(usdc));
        vm.expectRevert(abi.encodeWithSelector(TusdtBook.Collateral_BackingSet.selector, address(0)));
        fresh.setBacking(Backing(alice));
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(Collateral_NotGovernance.selector, bob));
        fresh.setBacking(backing);
    }

    /// @dev S: neither what is owed in vaults nor in auctions, but what was written off.
    function test_Outstanding() public {
        vm.assertTrue(book.outstanding() == 0);
        backing.mint(bob, 700e18);
        open(alice, 30e18, 1_000e18);
        vm.assertTrue(book.outstanding() == 700e18);
        market(45e18);
        liquidate(bob, 1);
        vm.assertTrue(book.outstanding() == 700e18);
        vm.prank(alice);
        tusdt.transfer(address(backing), 900e18);
        backing.burn(900e18);
        vm.assertTrue(book.outstanding() == -200e18);
    }

    /// @dev The last borrower can close: the interest is bought as surplus, in steps, with dust in between.
    function test_TheLastBorrowerCloses() public {
        uint256 id = open(alice, 300e18, 1_000e18);
        skip(365 days);
        engine.assess(id);
        uint256 debt = debtOf(id);
        vm.assertGt(debt, tusdt.totalSupply(), "the scenario: less is owed than there is");
        vm.startPrank(alice);
        vm.expectPartialRevert(IERC20Errors.ERC20InsufficientBalance.selector);
        engine.close(id, NEVER, alice);
        engine.repay(id, 1_000e18);
        while (debtOf(id) > 0) {
            uint256 missing = debtOf(id) - tusdt.balanceOf(alice);
            if (missing > 0) book.buySurplus(missing, alice);
            engine.repay(id, tusdt.balanceOf(alice));
        }
        engine.close(id, 0, alice);
        vm.stopPrank();
        vm.assertEq(book.books().principalOwed, 0);
        vm.assertEq(tusdt.totalSupply(), book.books().surplus);
        vm.assertEq(coin.balanceOf(alice), 1e9 * WAD);
    }

    /// @dev But for a unit: a debt is rounded up, dust lets only that unit be paid, and alone it clears nothing. It comes
    /// back as surplus, again and again. With one unit that is minted against TAO the vault closes.
    function test_TheLastBorrowerMayLackAUnit() public {
        skip(1 hours);
        uint256 id = open(alice, 300e18, DUST);
        vm.assertEq(debtOf(id), DUST + 1);
        vm.startPrank(alice);
        for (uint256 i = 0; i < 3; ++i) {
            vm.assertEq(engine.repay(id, DUST), 1);
            vm.assertEq(debtOf(id), DUST + 1);
            book.buySurplus(1, alice);
        }
        vm.stopPrank();
        backing.mint(alice, 1);
        vm.prank(alice);
        engine.close(id, NEVER, alice);
        vm.assertEq(debtOf(id), 0);
    }

    function surplus() private returns (uint256 amount) {
        uint256 id = open(alice, 300e18, 10_000e18);
        skip(100 days);
        repay(alice, id, 100e18);
        amount = book.books().surplus;
        vm.assertEq(amount, 100e18);
    }

    function test_SurplusIsSoldForADollar() public {
        surplus();
        vm.startPrank(bob);
        vm.assertEq(book.buySurplus(1e12 + 1, carol), 1e12 + 1);
        vm.assertEq(backing.surplusUsd(), 2);
        vm.assertEq(tusdt.balanceOf(carol), 1e12 + 1);
        // At most what is left.
        vm.assertEq(book.buySurplus(NEVER, bob), 100e18 - 1e12 - 1);
        vm.assertEq(backing.surplusUsd(), 2 + 100e6 - 1);
        vm.assertEq(usdc.balanceOf(address(backing)), 100e6 + 1);
        vm.expectRevert(Collateral_Nothing.selector);
        book.buySurplus(1, bob);
        vm.stopPrank();
        vm.assertEq(book.books().surplus, 0);
        vm.assertEq(tusdt.balanceOf(address(book)), 0);
    }

    function test_SurplusIsNotSoldToWhoCannotSendItOn() public {
        surplus();
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(Collateral_InvalidRecipient.selector, address(engine)));
        book.buySurplus(1, address(engine));
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(Collateral_InvalidRecipient.selector, address(0xffff)));
        book.buySurplus(1, address(0xffff));
        vm.assertTrue(book.canReceive(address(0x10000)));
        vm.assertFalse(book.canReceive(address(tusdt)));
    }

    function badDebt() private returns (uint256) {
        uint256 id = open(bob, 30e18, 1_000e18);
        market(20e18);
        id = liquidate(carol, id);
        backing.mint(carol, 10_000e18);
        take(carol, id, NEVER);
        return 280e18;
    }

    /// @dev Surplus burns bad debt first: when it comes in, and when the bad debt does.
    function test_SurplusBurnsBadDebtFirst() public {
        uint256 had = surplus();
        uint256 bad = badDebt();
        vm.assertEq(book.books().surplus, 0);
        vm.assertEq(book.books().badDebt, bad - had);
        vm.assertEq(tusdt.balanceOf(address(book)), 0);
        market(PRICE);
        skip(400 days);
        engine.assess(1);
        uint256 paid = repay(alice, 1, 100e18);
        vm.assertEq(book.books().badDebt, bad - had - paid);
        uint256 supply = tusdt.totalSupply();
        repay(alice, 1, 200e18);
        vm.assertEq(book.books().badDebt, 0);
        vm.assertEq(book.books().surplus, had + paid + 200e18 - bad);
        vm.assertEq(supply - tusdt.totalSupply(), bad - had - paid);
        vm.assertEq(book.totalOf(Movement.BadDebtBurnt), bad);
    }

    /// @dev A gift of TUSDT burns bad debt; the rest of it is burnt, too.
    function test_GiftsAreBurnt() public {
        vm.expectRevert(abi.encodeWithSelector(StrayToken.Stray_NothingToRecover.selector, tusdt));
        book.bookGift(IERC20(tusdt));
        uint256 bad = badDebt();
        vm.prank(carol);
        tusdt.transfer(address(book), bad + 7e18);
        uint256 supply = tusdt.totalSupply();
        book.bookGift(IERC20(tusdt));
        vm.assertEq(book.books().badDebt, 0);
        vm.assertEq(book.books().surplus, 0);
        vm.assertEq(supply - tusdt.totalSupply(), bad + 7e18);
        vm.assertEq(book.totalOf(Movement.GiftBurnt), 7e18);
        vm.assertEq(book.totalOf(Movement.Gift), bad + 7e18);
    }

    /// @dev Surplus is not a gift.
    function test_GiftsLeaveTheSurplus() public {
        uint256 had = surplus();
        vm.expectRevert(abi.encodeWithSelector(StrayToken.Stray_NothingToRecover.selector, tusdt));
        book.bookGift(IERC20(tusdt));
        vm.prank(alice);
        tusdt.transfer(address(book), 5e18);
        book.bookGift(IERC20(tusdt));
        vm.assertEq(book.books().surplus, had);
        vm.assertEq(tusdt.balanceOf(address(book)), had);
    }

    /// @dev Other tokens go where they belong.
    function test_StraysGoWhereTheyBelong() public {
        uint256 id = open(alice, 30e18, 1_000e18);
        tao.faucet(address(book), 3e18);
        usdc.faucet(address(engine), 4e6);
        DevCoin other = new DevCoin("OTHER", 18);
        other.faucet(address(engine), 5e18);
        coin.faucet(address(engine), 6e18);
        vm.prank(alice);
        tusdt.transfer(address(engine), 7e18);
        book.bookGift(tao);
        engine.bookGift(usdc);
        engine.bookGift(other);
        engine.bookGift(coin);
        engine.bookGift(IERC20(tusdt));
        vm.assertEq(tao.balanceOf(address(backing)), 3e18);
        vm.assertEq(usdc.balanceOf(address(backing)), 4e6);
        vm.assertEq(other.balanceOf(address(this)), 5e18);
        vm.assertEq(coin.balanceOf(address(this)), 6e18);
        vm.assertEq(tusdt.balanceOf(address(book)), 7e18);
        vm.assertEq(coin.balanceOf(address(engine)), 30e18);
        vm.expectRevert(abi.encodeWithSelector(StrayToken.Stray_NothingToRecover.selector, coin));
        engine.bookGift(coin);
        vm.assertEq(view_(id).stored.collateral, 30e18);
    }

    /// @dev What did not move is not told of; what did, with the books before and after.
    function test_OnlyMovementsAreTold() public {
        uint256 id = open(alice, 300e18, 10_000e18);
        skip(100 days);
        vm.recordLogs();
        repay(alice, id, 1e18);
        Log[] memory logs = vm.getRecordedLogs();
        vm.assertEq(count(logs, TusdtLedger.Moved.selector), 1);
        vm.assertEq(count(logs, IERC20.Transfer.selector), 1);
        for (uint256 i = 0; i < logs.length; ++i) {
            if (logs[i].topics[0] != TusdtLedger.Moved.selector) continue;
            (uint256 amount, Books memory before, Books memory now_) = abi.decode(logs[i].data, (uint256, Books, Books));
            vm.assertEq(uint256(logs[i].topics[1]), uint256(Movement.LateFee));
            vm.assertEq(logs[i].topics[2], bytes32(uint256(uint160(address(engine)))), "C11: whose");
            vm.assertEq(amount, 1e18);
            vm.assertEq(now_.surplus, before.surplus + 1e18);
            vm.assertEq(now_.principalOwed, before.principalOwed);
        }
    }

    function test_StateIsOneAnswer() public {
        surplus();
        (, uint256 supply, int256 outstanding, uint256[] memory totals, address[] memory engines) = book.state();
        vm.assertEq(supply, tusdt.totalSupply());
        vm.assertTrue(outstanding == book.outstanding());
        vm.assertEq(totals.length, 11);
        vm.assertEq(totals[uint256(Movement.Drawn)], 10_000e18);
        vm.assertEq(engines.length, 1);
        vm.assertEq(engines[0], address(engine));
    }
}
