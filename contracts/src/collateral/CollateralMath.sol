// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

/// @title Arithmetic of TUSDT and its collateral
/// @notice Every previewable quantity, as pure functions. `src/math/collateral.ts` mirrors this file name for name and is
/// compared with its bytecode to the last unit. rules.md C
/// @dev Units: TUSDT, TAO and subnet tokens have 18 decimals, USD (USDC) has 6; prices and ratios are WAD (1e18 = 1 USD per
/// whole token, 1e18 = 100%), rates RAY (1e27 = 1), shares of something basis points (10000 = 100%), times seconds.
/// `mulDiv` keeps a product in 512 bits; whatever does not fit 256 bits otherwise reverts.
library CollateralMath {
    using SafeCast for uint256;

    uint256 internal constant BPS = 10_000;
    uint256 internal constant WAD = 1e18;
    uint256 internal constant RAY = 1e27;

    /// @dev TUSDT units in a unit of USD.
    uint256 internal constant USD_UNIT = 1e12;

    /// @dev TUSDT. A take of a sale of backing leaves need and lot worth this much, or ends one of them.
    uint256 internal constant SALE_DUST = 1e18;

    // ---- Phase 1: the asset-backing vault

    /// @notice C: what the backing is worth in USD (18 decimals). Rounds down. rules.md C1
    function backingDown(uint256 tao, uint256 usd, uint256 price) internal pure returns (uint256) {
        return Math.mulDiv(tao, price, WAD) + usd * USD_UNIT;
    }

    /// @notice CR: backing per TUSDT outstanding, WAD. Rounds down. rules.md C1
    /// @param outstanding S, not 0.
    function ratioDown(uint256 backing, uint256 outstanding) internal pure returns (uint256) {
        return Math.mulDiv(backing, WAD, outstanding);
    }

    /// @notice Whether backing stands at or above a ratio, exactly. rules.md C2, C12
    /// @param outstanding S; where it is not above 0 every ratio is reached.
    function isBacked(uint256 backing, int256 outstanding, uint256 ratio) internal pure returns (bool) {
        // forge-lint: disable-next-line(unsafe-typecast)
        return outstanding <= 0 || backing * WAD >= ratio * uint256(outstanding);
    }

    /// @notice TUSDT for TAO. Rounds down. rules.md C1
    function mintedDown(uint256 tao, uint256 low) internal pure returns (uint256) {
        return Math.mulDiv(tao, low, WAD);
    }

    /// @notice What redeemed TUSDT is worth in USD (18 decimals): itself, or its part of a backing that is too small. Rounds
    /// down. rules.md C1, C12
    /// @param outstanding S; where it is not above the backing, a TUSDT is worth a USD.
    function redeemedValueDown(uint256 tusdt, uint256 backing, int256 outstanding) internal pure returns (uint256) {
        // forge-lint: disable-next-line(unsafe-typecast)
        if (outstanding <= 0 || uint256(outstanding) <= backing) return tusdt;
        // forge-lint: disable-next-line(unsafe-typecast)
        return Math.mulDiv(tusdt, backing, uint256(outstanding));
    }

    /// @notice TAO of this value. Rounds down. rules.md C1
    /// @param value USD (18 decimals).
    /// @param high WAD, not 0.
    function taoOfDown(uint256 value, uint256 high) internal pure returns (uint256) {
        return Math.mulDiv(value, WAD, high);
    }

    /// @notice USD (6 decimals) of this value. Rounds down. rules.md C1
    /// @param value USD (18 decimals).
    function usdOfDown(uint256 value) internal pure returns (uint256) {
        return value / USD_UNIT;
    }

    /// @notice USD (6 decimals) that surplus costs. Rounds up. rules.md C4
    function surplusCostUp(uint256 tusdt) internal pure returns (uint256) {
        return Math.ceilDiv(tusdt, USD_UNIT);
    }

    /// @notice ΔSmax: how much more TUSDT may be out at the end of a day than at its beginning. Rounds down. rules.md C2
    /// @param backing0 C0, at the day's first touch.
    /// @param outstanding0 S0, at the same moment.
    /// @param added Rd: net backing added since, in USD (18 decimals) at that moment's price; below 0 it counts whole.
    /// @param target CRt, WAD, above 1e18.
    /// @param safety m, WAD, above 0 and at most 1e18; only of what was added.
    function dayCapDown(uint256 backing0, int256 outstanding0, int256 added, uint256 target, uint256 safety)
        internal
        pure
        returns (uint256)
    {
        int256 weighted = (added > 0 ? safety : WAD).toInt256() * added;
        int256 room = (backing0 * WAD).toInt256() + weighted - target.toInt256() * outstanding0;
        // forge-lint: disable-next-line(unsafe-typecast)
        return room <= 0 ? 0 : uint256(room) / (target - WAD);
    }

    /// @notice Price of TAO at which the ratio of phase 1 falls below a level. Rounds up; 0 where no price does. rules.md C6
    /// @param level WAD.
    function levelPriceUp(uint256 tao, uint256 usd, int256 outstanding, uint256 level) internal pure returns (uint256) {
        if (outstanding <= 0 || tao == 0) return 0;
        // forge-lint: disable-next-line(unsafe-typecast)
        uint256 wanted = Math.mulDiv(level, uint256(outstanding), WAD, Math.Rounding.Ceil);
        uint256 inUsd = usd * USD_UNIT;
        return wanted <= inUsd ? 0 : Math.mulDiv(wanted - inUsd, WAD, tao, Math.Rounding.Ceil);
    }

    /// @notice The least price of a sale of backing that does not lower the ratio. Rounds up. rules.md C12
    /// @param price p, current.
    /// @param backing C, not 0.
    function saleFloorUp(uint256 price, uint256 outstanding, uint256 backing) internal pure returns (uint256) {
        return Math.mulDiv(price, outstanding, backing, Math.Rounding.Ceil);
    }

    /// @notice TUSDT that must come in for the ratio to reach its recovery. Rounds up. rules.md C12
    /// @param recovery t, WAD, above 1e18; C is below t·S.
    /// @param salePrice a, at least `saleFloorUp`, so that t·a is above p.
    /// @param price p, current.
    function saleNeedUp(uint256 backing, uint256 outstanding, uint256 recovery, uint256 salePrice, uint256 price)
        internal
        pure
        returns (uint256)
    {
        uint256 missing = recovery * outstanding - backing * WAD;
        return Math.mulDiv(missing, salePrice, recovery * salePrice - price * WAD, Math.Rounding.Ceil);
    }

    /// @notice What a take of a sale of backing gets and pays: as `takeOf`, but who ends the need gets as much less as a
    /// unit of USD is worth, so that the ratio is restored by the rounded backing, too. rules.md C12
    /// @param price p, current, not 0.
    function saleTakeOf(uint256 ask, uint256 lot, uint256 need, uint256 salePrice, uint256 price)
        internal
        pure
        returns (uint256 taken, uint256 paid)
    {
        (taken, paid) = takeOf(ask, lot, need, salePrice, SALE_DUST);
        if (paid == need) taken = Math.saturatingSub(taken, Math.ceilDiv(WAD, price));
    }

    // ---- Phase 2: vaults

    /// @notice What a rate has become. Each product is rounded to the nearest, the last one down. rules.md C4
    /// @param rate RAY.
    /// @param feeRay What 1 becomes in a second, RAY, at least 1e27.
    function rateAfter(uint256 rate, uint256 feeRay, uint256 elapsedSeconds) internal pure returns (uint256) {
        return Math.mulDiv(rate, _power(feeRay, elapsedSeconds), RAY);
    }

    /// @notice Debt without late fees. Rounds up. rules.md C4
    /// @param art Normalised debt: what it was when the rate was 1.
    function debtUp(uint256 art, uint256 rate) internal pure returns (uint256) {
        return Math.mulDiv(art, rate, RAY, Math.Rounding.Ceil);
    }

    /// @notice Normalised debt of an amount that is drawn. Rounds up. rules.md C4
    function drawnArtUp(uint256 tusdt, uint256 rate) internal pure returns (uint256) {
        return Math.mulDiv(tusdt, RAY, rate, Math.Rounding.Ceil);
    }

    /// @notice Normalised debt that an amount clears. Rounds down. rules.md C4
    function clearedArtDown(uint256 tusdt, uint256 rate) internal pure returns (uint256) {
        return Math.mulDiv(tusdt, RAY, rate);
    }

    /// @notice Whether a debt is covered by this ratio; exactly at the boundary it is. rules.md C4, C5
    /// @param ratio WAD.
    function isSafe(uint256 debt, uint256 collateral, uint256 price, uint256 ratio) internal pure returns (bool) {
        return debt * ratio <= collateral * price;
    }

    /// @notice Lp: the least price at which a debt is covered. Rounds up. rules.md C6
    /// @param collateral Not 0.
    function liquidationPriceUp(uint256 debt, uint256 collateral, uint256 ratio) internal pure returns (uint256) {
        return Math.mulDiv(debt, ratio, collateral, Math.Rounding.Ceil);
    }

    /// @notice The most that can be drawn. Rounds down, to the unit. rules.md C4
    /// @param late Late fees of the vault.
    /// @param ratio Mint ratio, WAD.
    function maxDrawDown(uint256 art, uint256 rate, uint256 late, uint256 collateral, uint256 low, uint256 ratio)
        internal
        pure
        returns (uint256)
    {
        uint256 mostDebt = Math.mulDiv(collateral, low, ratio);
        if (mostDebt <= late) return 0;
        uint256 mostArt = Math.mulDiv(mostDebt - late, RAY, rate);
        return mostArt <= art ? 0 : Math.mulDiv(mostArt - art, rate, RAY);
    }

    /// @notice The most collateral that can be withdrawn. Rounds down, to the unit. rules.md C4
    /// @param low WAD, not 0 unless the debt is.
    function maxWithdrawDown(uint256 debt, uint256 collateral, uint256 low, uint256 ratio)
        internal
        pure
        returns (uint256)
    {
        if (debt == 0) return collateral;
        uint256 kept = Math.mulDiv(debt, ratio, low, Math.Rounding.Ceil);
        return collateral <= kept ? 0 : collateral - kept;
    }

    /// @notice What is taken of a payment: never more than the debt, and not so much that dust would newly be left.
    /// rules.md C4
    /// @param amount What is offered at most.
    function paymentOf(uint256 amount, uint256 debt, uint256 dust) internal pure returns (uint256) {
        if (amount >= debt) return debt;
        return debt >= dust && debt - amount < dust ? debt - dust : amount;
    }

    /// @notice Fee for interest that was not paid in time. Rounds up. rules.md C13
    function lateFeeUp(uint256 unpaid, uint256 lateBps) internal pure returns (uint256) {
        return Math.mulDiv(unpaid, lateBps, BPS, Math.Rounding.Ceil);
    }

    /// @notice Penalty of a liquidation. Rounds up. rules.md C7
    function penaltyUp(uint256 debt, uint256 penaltyBps) internal pure returns (uint256) {
        return Math.mulDiv(debt, penaltyBps, BPS, Math.Rounding.Ceil);
    }

    /// @notice Liquidation ratio on principal, which interest raises. Rounds up. rules.md C14
    /// @param principal Not 0.
    function effectiveRatioUp(uint256 ratio, uint256 debt, uint256 principal) internal pure returns (uint256) {
        return Math.mulDiv(ratio, debt, principal, Math.Rounding.Ceil);
    }

    /// @notice The most principal of a type. Rounds down. rules.md C9
    /// @param liquidity Of the pool, in USD (18 decimals).
    function ceilingDown(uint256 line, uint256 liquidity, uint256 ceilingBps) internal pure returns (uint256) {
        return Math.min(line, Math.mulDiv(liquidity, ceilingBps, BPS));
    }

    // ---- Auctions

    /// @notice Price an auction begins at. Rounds up. rules.md C7
    /// @param bufferWad WAD, at least 1e18.
    function auctionTopUp(uint256 price, uint256 bufferWad) internal pure returns (uint256) {
        return Math.mulDiv(price, bufferWad, WAD, Math.Rounding.Ceil);
    }

    /// @notice Price of an auction after some time. Rounds down; 0 from its end on. rules.md C7
    /// @param tau Seconds in which it would reach 0, not 0.
    function auctionPriceDown(uint256 top, uint256 tau, uint256 elapsedSeconds) internal pure returns (uint256) {
        return elapsedSeconds >= tau ? 0 : Math.mulDiv(top, tau - elapsedSeconds, tau);
    }

    /// @notice The least price at which an auction goes on. Rounds up. rules.md C7
    /// @param cusp WAD, at most 1e18.
    function auctionLeastUp(uint256 top, uint256 cusp) internal pure returns (uint256) {
        return Math.mulDiv(top, cusp, WAD, Math.Rounding.Ceil);
    }

    /// @notice Part of a penalty that came in for whoever started the auction. Rounds down. rules.md C7
    function keeperPartDown(uint256 penalty, uint256 keeperBps) internal pure returns (uint256) {
        return Math.mulDiv(penalty, keeperBps, BPS);
    }

    /// @notice What a take gets and pays: at most what is left and needed, leaving need and lot worth dust each, or ending
    /// one of them; nothing where neither is possible. The payment rounds up, what a cut payment buys down. rules.md C7
    /// @param ask The most the taker wants, in units of the lot.
    /// @param lot What is left.
    /// @param need TUSDT that is still needed.
    /// @param price Of the auction, WAD; reverts at 0.
    /// @param dust TUSDT.
    function takeOf(uint256 ask, uint256 lot, uint256 need, uint256 price, uint256 dust)
        internal
        pure
        returns (uint256 taken, uint256 paid)
    {
        // First, so that nothing is given away at a price of 0.
        uint256 lotOfDust = Math.mulDiv(dust, WAD, price, Math.Rounding.Ceil);
        taken = Math.min(ask, lot);
        paid = Math.mulDiv(taken, price, WAD, Math.Rounding.Ceil);
        if (paid >= need) return (Math.min(taken, Math.mulDiv(need, WAD, price)), need);
        if (taken == lot) return (taken, paid);
        if (need <= dust || lot <= lotOfDust) return (0, 0);
        taken = Math.min(taken, Math.min(Math.mulDiv(need - dust, WAD, price), lot - lotOfDust));
        paid = Math.mulDiv(taken, price, WAD, Math.Rounding.Ceil);
    }

    /// @dev base^exponent in RAY by squaring, each product rounded to the nearest.
    function _power(uint256 base, uint256 exponent) private pure returns (uint256 result) {
        result = exponent % 2 == 0 ? RAY : base;
        for (exponent /= 2; exponent != 0; exponent /= 2) {
            base = (base * base + RAY / 2) / RAY;
            if (exponent % 2 != 0) result = (result * base + RAY / 2) / RAY;
        }
    }
}
