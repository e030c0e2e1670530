// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @title Arithmetic of the four silos
/// @notice Every previewable quantity, as pure functions. `src/math/silos.ts` mirrors this file and is compared with its
/// bytecode to the last unit. rules.md S
/// @dev Units: USDC, XTZ and USDtz have 6 decimals; prices are WAD (1e18 = 1 USD per whole XTZ); percentages are basis
/// points (10000 = 100%). `mulDiv` keeps the product in 512 bits, so only a result above 2^256 - 1 reverts.
library SiloMath {
    uint256 internal constant BPS = 10_000;
    uint256 internal constant WAD = 1e18;

    /// @notice What XTZ is worth in USD. Rounds down.
    /// @param xtz XTZ (6 decimals).
    /// @param price WAD, USD per XTZ.
    function valueDown(uint256 xtz, uint256 price) internal pure returns (uint256) {
        return Math.mulDiv(xtz, price, WAD);
    }

    /// @notice XTZ that fills an XTZ silo: the least that is worth the supply. Rounds up.
    /// @param supply USDtz (6 decimals).
    /// @param price WAD, USD per XTZ, not 0.
    function capUp(uint256 supply, uint256 price) internal pure returns (uint256) {
        return Math.mulDiv(supply, WAD, price, Math.Rounding.Ceil);
    }

    /// @notice XTZ for an amount of USD. Rounds down.
    /// @param usd USD (6 decimals).
    /// @param price WAD, USD per XTZ, not 0.
    function xtzDown(uint256 usd, uint256 price) internal pure returns (uint256) {
        return Math.mulDiv(usd, WAD, price);
    }

    /// @notice The least USDC a sale of XTZ must bring. Rounds down. rules.md S13
    function soldMinDown(uint256 xtz, uint256 low, uint256 slippageBps) internal pure returns (uint256) {
        return Math.mulDiv(xtz, low * (BPS - slippageBps), WAD * BPS);
    }

    /// @notice The most XTZ a sale that must bring `usd` may take. Rounds up. rules.md S13
    function soldMaxUp(uint256 usd, uint256 low, uint256 slippageBps) internal pure returns (uint256) {
        return Math.mulDiv(usd, WAD * BPS, low * (BPS - slippageBps), Math.Rounding.Ceil);
    }

    /// @notice The least XTZ a purchase for `usd` must bring. Rounds down. rules.md S13
    function boughtMinDown(uint256 usd, uint256 high, uint256 slippageBps) internal pure returns (uint256) {
        return Math.mulDiv(usd, WAD * BPS, high * (BPS + slippageBps));
    }

    /// @notice The most USDC a purchase of `xtz` may cost. Rounds up. rules.md S13
    function boughtMaxUp(uint256 xtz, uint256 high, uint256 slippageBps) internal pure returns (uint256) {
        return Math.mulDiv(xtz, high * (BPS + slippageBps), WAD * BPS, Math.Rounding.Ceil);
    }

    /// @notice XTZ paid for redeemed USDtz. Rounds down. rules.md S11
    function redeemedXtzDown(uint256 usdtz, uint256 high, uint256 xtzSpreadBps) internal pure returns (uint256) {
        return Math.mulDiv(usdtz, WAD * (BPS - xtzSpreadBps), BPS * high);
    }

    /// @notice USDtz a redemption for USDC must burn: what Silo 1 does not cover otherwise. rules.md S11
    /// @param amount USDtz redeemed, at most the supply.
    /// @param f1 USDC of Silo 1 before, at least the supply.
    /// @param supply USDtz before.
    function burntAtRedemption(uint256 amount, uint256 f1, uint256 supply) internal pure returns (uint256) {
        return Math.saturatingSub(amount, f1 - supply);
    }

    /// @notice USDtz a user may mint where both keys count: the inventory, and new supply up to what Silo 2 is worth or
    /// the latch's least supply. rules.md S4
    /// @param inventory USDtz held by the reserve.
    /// @param v2 USD worth of Silo 2; 0 without a price.
    /// @param supply USDtz.
    /// @param latchMinSupply Parameter, above 0.
    function headroom(uint256 inventory, uint256 v2, uint256 supply, uint256 latchMinSupply)
        internal
        pure
        returns (uint256)
    {
        uint256 keyed = Math.saturatingSub(v2, supply);
        return inventory + Math.max(keyed, Math.saturatingSub(latchMinSupply - 1, supply));
    }

    /// @notice USDtz a recapitalisation or a cover mints: up to what both base silos back. rules.md S7, S10
    /// @param most The most it may mint.
    function recapMint(uint256 most, uint256 f1, uint256 v2, uint256 supply) internal pure returns (uint256) {
        return Math.min(most, Math.saturatingSub(Math.min(f1, v2), supply));
    }

    /// @notice XTZ a cover may sell at most. Rounds up. rules.md S7
    function coverMaxUp(uint256 f1, uint256 v2, uint256 price) internal pure returns (uint256) {
        return capUp(Math.saturatingSub(v2, f1), price);
    }

    /// @notice USD that dividend and ecosystem may take out of the chamber together. rules.md S10
    function payableFromChamber(uint256 chamberValue, uint256 maxSupply, uint256 supply)
        internal
        pure
        returns (uint256)
    {
        return Math.saturatingSub(chamberValue, 3 * Math.saturatingSub(maxSupply, supply));
    }

    /// @notice Floor of `amount * part / whole`; 0 of nothing.
    function partDown(uint256 amount, uint256 part, uint256 whole) internal pure returns (uint256) {
        return whole == 0 ? 0 : Math.mulDiv(amount, part, whole);
    }
}
