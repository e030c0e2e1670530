// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @title Arithmetic of the USDT Backstop
/// @notice Every previewable quantity of a bond series, as pure functions. `src/math/backstop.ts` mirrors this file,
/// with the direction of rounding at the end of each name, and is compared with its bytecode to the last unit.
/// @dev Units: USDT amounts have 6 decimals; MSTR 18; BTC 8; prices are USDT units (6 decimals) per whole token, which
/// is what makes the formulas of rules.md B12 and B13 hold as written; percentages are basis points (10000 = 100%).
/// `mulDiv` keeps the intermediate product in 512 bits, so only a result above 2^256 - 1 reverts.
library BackstopMath {
    uint256 internal constant BPS = 10_000;
    uint256 internal constant MSTR_UNIT = 1e18;
    uint256 internal constant BTC_UNIT = 1e8;

    /// @notice Principal the staked USDT can cover. Rounds down. rules.md B3
    /// @param totalShares All USDT staked (6 decimals).
    /// @param coverageBps Coverage in basis points, at least 10000.
    function capacity(uint256 totalShares, uint256 coverageBps) internal pure returns (uint256) {
        return Math.mulDiv(totalShares, BPS, coverageBps);
    }

    /// @notice The most that may be sold; 0 when the capacity is below the minimum (the series is cancelled). rules.md B3
    function saleLimit(uint256 totalShares, uint256 coverageBps, uint256 minSale, uint256 maxSale)
        internal
        pure
        returns (uint256)
    {
        uint256 covered = capacity(totalShares, coverageBps);
        if (covered < minSale) return 0;
        return Math.min(covered, maxSale);
    }

    /// @notice USDT that must stay in the pool for an uncovered principal. Rounds up. rules.md B4
    function requiredFor(uint256 uncoveredPrincipal, uint256 coverageBps) internal pure returns (uint256) {
        return Math.mulDiv(uncoveredPrincipal, coverageBps, BPS, Math.Rounding.Ceil);
    }

    /// @notice Required backstop after a change of outstanding principal or ledger; it never rises. rules.md B6
    /// @param requiredBefore Required backstop before the change (USDT, 6 decimals).
    /// @param outstanding Outstanding Note principal O (USDT, 6 decimals).
    /// @param ledgerUsdt USDT in the series ledger L (6 decimals).
    function requiredAfter(uint256 requiredBefore, uint256 outstanding, uint256 ledgerUsdt, uint256 coverageBps)
        internal
        pure
        returns (uint256)
    {
        return Math.min(requiredBefore, requiredFor(Math.saturatingSub(outstanding, ledgerUsdt), coverageBps));
    }

    /// @notice Floor of `total * shares / totalShares`; 0 in an empty pool. rules.md B8, B9, B13
    function proRata(uint256 total, uint256 shares, uint256 totalShares) internal pure returns (uint256) {
        if (totalShares == 0) return 0;
        return Math.mulDiv(total, shares, totalShares);
    }

    /// @notice Everything a staker may have withdrawn so far. Rounds down. rules.md B7
    function entitlement(uint256 shares, uint256 totalShares, uint256 required) internal pure returns (uint256) {
        return proRata(totalShares - required, shares, totalShares);
    }

    /// @notice What a staker can withdraw now. rules.md B7
    function claimable(uint256 shares, uint256 totalShares, uint256 required, uint256 withdrawn)
        internal
        pure
        returns (uint256)
    {
        return entitlement(shares, totalShares, required) - withdrawn;
    }

    /// @notice Stakers' share of the proceeds, in USDT. Rounds down. rules.md B9
    function upfrontUsdt(uint256 proceeds, uint256 upfrontBps) internal pure returns (uint256) {
        return Math.mulDiv(proceeds, upfrontBps, BPS);
    }

    /// @notice A USDT amount in another asset. Rounds down. rules.md B9
    /// @param assetUnit One whole token of the asset in its base units (1e8 for BTC, 1e18 for MSTR).
    /// @param priceUsdt USDT units per whole token.
    function usdtToAsset(uint256 usdtAmount, uint256 assetUnit, uint256 priceUsdt) internal pure returns (uint256) {
        return Math.mulDiv(usdtAmount, assetUnit, priceUsdt);
    }

    /// @notice Number of whole warrants the stakers receive together. Rounds down. rules.md B10
    /// @param warrantParUsdt USDT par of one warrant (6 decimals), not 0.
    function warrantCount(uint256 sold, uint256 warrantBps, uint256 warrantParUsdt) internal pure returns (uint256) {
        return Math.mulDiv(sold, warrantBps, BPS * warrantParUsdt);
    }

    /// @notice Size of a staker's lost fraction of a warrant, in units of 1 / totalShares: the larger one is served
    /// first when the remainder is handed out. rules.md B10
    function warrantFraction(uint256 warrants, uint256 shares, uint256 totalShares) internal pure returns (uint256) {
        if (totalShares == 0) return 0;
        return mulmod(warrants, shares, totalShares);
    }

    /// @notice MSTR reserved for the stakers at finalization. Rounds down. rules.md B12
    /// @param reserveUsdt USD amount of the reserve formula (6 decimals).
    /// @param mstrPriceUsdt TWAP of MSTR, USDT units per whole MSTR.
    function reservedMstr(uint256 reserveUsdt, uint256 mstrPriceUsdt) internal pure returns (uint256) {
        return Math.mulDiv(reserveUsdt, MSTR_UNIT, mstrPriceUsdt);
    }

    /// @notice Who pays the Notes at settlement: the ledger first, the pool for the rest. rules.md B11
    function settlement(uint256 outstanding, uint256 ledgerUsdt)
        internal
        pure
        returns (uint256 fromLedger, uint256 used)
    {
        fromLedger = Math.min(outstanding, ledgerUsdt);
        used = outstanding - fromLedger;
    }

    /// @notice What the stakers receive for the USDT used: MSTR first, BTC for what MSTR does not cover. Payments round
    /// up to the stakers' favour, never above the reserve. rules.md B12, B13
    /// @param used USDT of the pool used at settlement (6 decimals).
    /// @param mstrReserved MSTR held for the series (18 decimals).
    /// @param mstrPriceUsdt TWAP of MSTR at maturity, USDT units per whole MSTR.
    /// @param btcPriceUsdt TWAP of BTC at maturity, USDT units per whole BTC.
    /// @return target USDT value to make up for (6 decimals).
    /// @return mstrPaid MSTR for the stakers; the rest of the reserve is burnt.
    /// @return btcOwed BTC for the stakers (8 decimals).
    function compensation(
        uint256 used,
        uint256 compensationBps,
        uint256 mstrReserved,
        uint256 mstrPriceUsdt,
        uint256 btcPriceUsdt
    ) internal pure returns (uint256 target, uint256 mstrPaid, uint256 btcOwed) {
        target = Math.mulDiv(used, compensationBps, BPS);
        if (used == 0) return (target, 0, 0);
        uint256 reserveValue = Math.mulDiv(mstrReserved, mstrPriceUsdt, MSTR_UNIT);
        if (reserveValue >= target) {
            mstrPaid = Math.mulDiv(target, MSTR_UNIT, mstrPriceUsdt, Math.Rounding.Ceil);
        } else {
            mstrPaid = mstrReserved;
            btcOwed = Math.mulDiv(target - reserveValue, BTC_UNIT, btcPriceUsdt, Math.Rounding.Ceil);
        }
    }
}
