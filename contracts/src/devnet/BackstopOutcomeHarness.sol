// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {BackstopMath} from "../backstop/BackstopMath.sol";

/// @title What the app says about a stake before it is made, written a second time
/// @notice For comparing `src/math/backstop-outcome.ts` and `backstop-worst.ts` with bytecode: the formulas of the contracts
/// themselves, in the order in which a series uses them. Units: see there.
contract BackstopOutcomeHarness {
    uint256 private constant BPS = 10_000;

    struct Series {
        uint256 sold;
        uint256 used;
        uint256 upfront;
        uint256 warrants;
        uint256 target;
        uint256 mstr;
        uint256 btc;
    }

    /// @notice Runs many calls of this contract in one.
    /// @param calls Encoded calls of the functions below.
    /// @return results Encoded results; empty bytes for a call that failed.
    function batch(bytes[] calldata calls) external view returns (bytes[] memory results) {
        results = new bytes[](calls.length);
        for (uint256 i = 0; i < calls.length; ++i) {
            (bool success, bytes memory result) = address(this).staticcall(calls[i]);
            if (success) results[i] = result;
        }
    }

    /// @notice What one stake has become. rules.md B3, B4, B7-B13
    /// @param terms Coverage, upfront, warrant and compensation bps; minimum and maximum sale, par of a warrant, reserve.
    /// @param future Sold and exercised bps, MSTR at the close of the sale, MSTR and BTC at maturity, paid bps.
    function stakeOutcomeDown(
        uint256[8] calldata terms,
        uint256 totalShares,
        uint256 shares,
        uint256[6] calldata future
    )
        external
        pure
        returns (
            uint256 backUsdt,
            uint256 upfrontUsdt,
            uint256 warrants,
            uint256 targetUsdt,
            uint256 mstr,
            uint256 btc,
            uint256 totalUsdt,
            uint256 lostUsdt
        )
    {
        require(shares <= totalShares);
        Series memory series = _settled(terms, totalShares, future);
        backUsdt = BackstopMath.entitlement(shares, totalShares, series.used);
        upfrontUsdt = BackstopMath.proRata(series.upfront, shares, totalShares);
        warrants = BackstopMath.proRata(series.warrants, shares, totalShares);
        targetUsdt = BackstopMath.proRata(series.target, shares, totalShares);
        mstr = BackstopMath.proRata(series.mstr, shares, totalShares);
        btc = BackstopMath.proRata(series.btc, shares, totalShares);
        totalUsdt = Math.mulDiv(mstr, future[3], 1e18) + Math.mulDiv(btc, future[4], 1e8);
        lostUsdt = Math.saturatingSub(shares - backUsdt, totalUsdt);
        totalUsdt += backUsdt + upfrontUsdt;
    }

    /// @notice The most that is used, the upfront share that is certain, what is owed, and what is lost without it.
    /// rules.md B3, B7, B9, B13
    function worstOfStakeUp(
        uint256 shares,
        uint256 coverageBps,
        uint256 maxSaleUsdt,
        uint256 certainUpfrontBps,
        uint256 compensationBps
    ) external pure returns (uint256 usedUsdt, uint256 upfrontUsdt, uint256 owedUsdt, uint256 lossUsdt) {
        // Never more than all, even where less than a USDT is staked per USDT of principal.
        usedUsdt = Math.min(Math.mulDiv(shares, BPS, coverageBps, Math.Rounding.Ceil), shares);
        if (usedUsdt > maxSaleUsdt) usedUsdt = maxSaleUsdt;
        upfrontUsdt = Math.min(BackstopMath.upfrontUsdt(usedUsdt, certainUpfrontBps), usedUsdt);
        owedUsdt = Math.mulDiv(compensationBps, usedUsdt, BPS);
        lossUsdt = usedUsdt - upfrontUsdt;
    }

    /// @notice BTC of the treasury that a make-whole asks for, in USDT. rules.md B13
    function treasuryNeedUp(
        uint256 used,
        uint256 compensationBps,
        uint256 mstrReserved,
        uint256 seriesBtc,
        uint256 mstrPriceUsdt,
        uint256 btcPriceUsdt
    ) external pure returns (uint256) {
        (,, uint256 owed) = BackstopMath.compensation(used, compensationBps, mstrReserved, mstrPriceUsdt, btcPriceUsdt);
        return owed > seriesBtc ? Math.mulDiv(owed - seriesBtc, btcPriceUsdt, 1e8, Math.Rounding.Ceil) : 0;
    }

    /// @notice What a stake would have become in a series that has ended. rules.md B7, B8
    function realizedDown(uint256 shares, uint256 totalShares, uint256 used, uint256 paid)
        external
        pure
        returns (uint256)
    {
        uint256 all = totalShares - used + paid;
        return totalShares == 0 ? 0 : Math.mulDiv(shares, all, totalShares);
    }

    /// @dev A whole series after settlement, its BTC paid as far as the last part of the future says.
    function _settled(uint256[8] calldata terms, uint256 totalShares, uint256[6] calldata future)
        private
        pure
        returns (Series memory series)
    {
        series.sold = Math.mulDiv(BackstopMath.saleLimit(totalShares, terms[0], terms[4], terms[5]), future[0], BPS);
        series.upfront = BackstopMath.upfrontUsdt(series.sold, terms[1]);
        series.warrants = BackstopMath.warrantCount(series.sold, terms[2], terms[6]);
        uint256 ledger = Math.mulDiv(series.sold + series.warrants * terms[6], future[1], BPS);
        (, series.used) = BackstopMath.settlement(series.sold, ledger);
        uint256 reserve = terms[7] == 0 ? 0 : BackstopMath.reservedMstr(terms[7], future[2]);
        (series.target, series.mstr, series.btc) =
            BackstopMath.compensation(series.used, terms[3], reserve, future[3], future[4]);
        series.btc = Math.mulDiv(series.btc, future[5], BPS);
    }
}
