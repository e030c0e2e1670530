// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {BackstopMath} from "../../src/backstop/BackstopMath.sol";
import {BackstopPool} from "../../src/backstop/BackstopPool.sol";
import {
    MakeWholeOrder,
    PayoutAsset,
    Phase,
    Position,
    SeriesState,
    SettlementResult
} from "../../src/backstop/BackstopTypes.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Fixture} from "./Fixture.sol";
import {Handler, Line} from "./Handler.sol";

/// @title What holds after every step of every sequence. rules.md B4-B15
/// @dev Two series, of different terms, live side by side; B6 and B14 are checked inside the handler's steps.
abstract contract Invariants is Fixture {
    Handler private handler;

    /// @dev Largest single stake (USDT, 6 decimals); the terms follow it.
    function largestStake() internal pure virtual returns (uint256);

    function setUp() public override {
        super.setUp();
        shortTerms();
        terms.upfrontAsset = PayoutAsset.Btc;
        terms.coverageBps = 12_345;
        open();
        terms.upfrontAsset = PayoutAsset.Usdt;
        terms.makeWholeOrder = MakeWholeOrder.TreasuryFirst;
        terms.coverageBps = 10_000;
        terms.compensationBps = 9000;
        terms.saleClose += 6 hours;
        terms.maturity += 12 hours;
        open();
        handler = new Handler(registry.allSeries(), largestStake());
    }

    /// @dev A whole life within the length of a sequence.
    function shortTerms() private {
        terms.stakingOpen = uint64(START);
        terms.stakingClose = uint64(START + 30 hours);
        terms.saleOpen = uint64(START + 30 hours);
        terms.saleClose = uint64(START + 75 hours);
        terms.maturity = uint64(START + 140 hours);
        terms.minSaleUsdt = largestStake() / 2;
        terms.maxSaleUsdt = largestStake() * 5 / 2;
        terms.warrantParUsdt = largestStake() / 4000 + 1;
        terms.reserveUsdt = largestStake() / 8;
    }

    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(handler);
    }

    /// @dev One function, so that every rule meets every sequence; the messages name the rule.
    function invariant_B4_B5_B6_B7_B8_B10_B11_B12_B13_B14_B15() public view {
        check_B4_B11_NotesAreCovered();
        check_B5_B7_B8_SharesDecide();
        check_B10_WarrantsAddUp();
        check_B12_B13_CompensationAddsUp();
        check_B15_Solvent();
    }

    function check_B4_B11_NotesAreCovered() private view {
        for (uint256 i = 0; i < 2; ++i) {
            Line memory line = handler.lines(i);
            SeriesState memory state = line.series.state();
            uint256 principal = 0;
            for (uint256 j = 0; j < line.note.totalSupply(); ++j) {
                principal += line.note.principalOf(line.note.tokenByIndex(j));
            }
            vm.assertEq(principal, state.outstandingUsdt, "O is the principal of the Notes");
            vm.assertLe(state.soldUsdt, state.saleLimitUsdt, "B4");
            if (!state.isFinalized) continue;
            uint256 uncovered = principal > state.ledgerUsdt ? principal - state.ledgerUsdt : 0;
            if (state.phase == Phase.Settled) {
                vm.assertEq(uncovered, state.requiredUsdt - handler.paidToNotes(line.pool), "B11: U is there");
            } else {
                vm.assertLe(uncovered, state.requiredUsdt, "B11: U <= R");
                uint256 required = BackstopMath.requiredFor(uncovered, line.series.terms().coverageBps);
                vm.assertLe(state.requiredUsdt, required, "B6: R <= uncovered principal times coverage");
            }
        }
    }

    function check_B5_B7_B8_SharesDecide() private view {
        for (uint256 i = 0; i < 2; ++i) {
            Line memory line = handler.lines(i);
            SeriesState memory state = line.series.state();
            uint256 sum = 0;
            for (uint256 j = 0; j < 5; ++j) {
                address person = handler.people(j);
                Position memory position = line.pool.position(person);
                vm.assertEq(position.shares, handler.sharesExpected(line.pool, person), "B2, B8: shares");
                sum += position.shares;
                if (position.shares == 0) continue;
                uint256 released = state.totalShares - state.requiredUsdt;
                uint256 due = position.shares * released / state.totalShares;
                vm.assertEq(position.withdrawnUsdt + position.claimableUsdt, due, "B7: entitlement");
                uint256 upfront = position.upfrontClaimed + position.upfrontClaimable;
                vm.assertEq(upfront, position.shares * state.upfrontFunded / state.totalShares, "B8, B9: upfront");
            }
            vm.assertEq(sum, state.totalShares, "T is the sum of shares");
        }
    }

    function check_B10_WarrantsAddUp() private view {
        for (uint256 i = 0; i < 2; ++i) {
            Line memory line = handler.lines(i);
            if (!line.pool.isAllocationComplete()) continue;
            uint256 sum = 0;
            for (uint256 j = 0; j < 5; ++j) {
                sum += line.pool.warrantsOf(handler.people(j));
            }
            vm.assertEq(sum, line.series.warrantTotal(), "B10");
        }
    }

    function check_B12_B13_CompensationAddsUp() private view {
        uint256 reserved = 0;
        for (uint256 i = 0; i < 2; ++i) {
            Line memory line = handler.lines(i);
            SettlementResult memory result = line.series.settlement();
            uint256 inReserve = line.series.state().mstrReserved;
            vm.assertEq(mstr.reservedOf(address(line.series)), inReserve, "B12: reserve");
            vm.assertEq(held(mstr, address(line.series)), inReserve, "B12: nothing but the reserve");
            vm.assertEq(held(btc, address(line.series)), line.series.state().seriesBtc, "series BTC");
            vm.assertEq(held(IERC20(address(usdt)), address(line.series)), 0, "no USDT");
            vm.assertLe(result.btcFunded, result.btcOwed, "B13: never more than owed");
            if (result.usedUsdt == 0) vm.assertEq(result.mstrPaid + result.btcOwed, 0, "B12");
            reserved += inReserve;
            checkHeld(line, result);
        }
        vm.assertEq(mstr.reservedSupply(), reserved, "B12: all reserve");
    }

    /// @dev The pool holds what stakers have not taken yet, in BTC and MSTR.
    function checkHeld(Line memory line, SettlementResult memory result) private view {
        uint256 btcDue = 0;
        uint256 mstrDue = 0;
        uint256 taken = 0;
        for (uint256 j = 0; j < 5; ++j) {
            Position memory position = line.pool.position(handler.people(j));
            btcDue += position.btcClaimable;
            mstrDue += position.mstrClaimable;
            taken += position.btcClaimed;
            if (line.pool.upfrontAsset() == PayoutAsset.Btc) btcDue += position.upfrontClaimable;
        }
        vm.assertGe(held(btc, address(line.pool)), btcDue, "B13: BTC is there");
        vm.assertGe(held(mstr, address(line.pool)), mstrDue, "B13: MSTR is there");
        vm.assertLe(taken, result.btcFunded, "B13: taken");
    }

    function check_B15_Solvent() private view {
        for (uint256 i = 0; i < 2; ++i) {
            Line memory line = handler.lines(i);
            SeriesState memory state = line.series.state();
            uint256 inPool = held(IERC20(address(usdt)), address(line.pool));
            if (!state.isFinalized) inPool -= state.soldUsdt;
            uint256 owed = state.requiredUsdt - handler.paidToNotes(line.pool);
            for (uint256 j = 0; j < 5; ++j) {
                Position memory position = line.pool.position(handler.people(j));
                owed += position.claimableUsdt;
                if (line.pool.upfrontAsset() == PayoutAsset.Usdt) owed += position.upfrontClaimable;
            }
            vm.assertGe(inPool, owed, "B15: USDT held >= R + claimable");
            vm.assertLe(inPool - owed, mostDust(line.pool), "B15: dust");
            vm.assertEq(held(IERC20(address(usdt)), address(line.ledger)), state.ledgerUsdt, "B6: L is there");
        }
    }

    /// @dev What an account holds of a token without what was donated to it.
    function held(IERC20 token, address account) private view returns (uint256) {
        return token.balanceOf(account) - handler.donated(token, account);
    }

    /// @dev Less than the number of stakers, in the released USDT and again in an upfront share in USDT.
    function mostDust(BackstopPool pool_) private view returns (uint256) {
        uint256 pots = pool_.upfrontAsset() == PayoutAsset.Usdt ? 2 : 1;
        uint256 stakers = pool_.stakerCount();
        return stakers == 0 ? 0 : pots * (stakers - 1);
    }

    /// @dev After every sequence everybody can leave, whatever else is broken, and nothing but dust stays. rules.md B18
    function afterInvariant() public {
        vm.warp(START + 30 days);
        breakAllButUsdt();
        for (uint256 i = 0; i < 2; ++i) {
            Line memory line = handler.lines(i);
            finish(line);
            for (uint256 j = 0; j < 5; ++j) {
                claimUsdt(line.pool, handler.people(j));
            }
            vm.assertLe(
                held(IERC20(address(usdt)), address(line.pool)), mostDust(line.pool), "B15: more than dust stayed"
            );
            vm.assertEq(held(IERC20(address(usdt)), address(line.ledger)), 0, "B6: USDT without a way out");
        }
    }

    /// @dev Whatever is due: finalization, settlement, the repayment of every Note.
    function finish(Line memory line) private {
        if (line.series.phase() == Phase.Sale) line.series.finalizeSale();
        if (line.series.phase() == Phase.Matured) line.series.settle();
        SeriesState memory state = line.series.state();
        if (state.phase == Phase.Settled && state.ledgerUsdt > state.outstandingUsdt) line.series.sweepLedger();
        while (line.note.totalSupply() != 0) {
            uint256 id = line.note.tokenByIndex(0);
            vm.prank(line.note.ownerOf(id));
            line.series.redeem(id, carol);
        }
    }

    function claimUsdt(BackstopPool pool_, address person) private {
        Position memory p = pool_.position(person);
        vm.startPrank(person);
        if (p.claimableUsdt != 0) pool_.withdraw(p.claimableUsdt, carol);
        bool isUsdt = pool_.upfrontAsset() == PayoutAsset.Usdt;
        if (isUsdt && p.upfrontClaimable != 0) pool_.claimUpfront(carol);
        vm.stopPrank();
    }
}

/// @dev Amounts of real life.
contract LargeInvariantsTest is Invariants {
    function largestStake() internal pure override returns (uint256) {
        return 400_000 * USDT;
    }
}

/// @dev A handful of units, where every rounding shows.
contract DustInvariantsTest is Invariants {
    function largestStake() internal pure override returns (uint256) {
        return 50;
    }
}
