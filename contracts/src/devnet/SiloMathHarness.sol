// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {PairMath} from "../silos/PairMath.sol";
import {SiloMath} from "../silos/SiloMath.sol";

/// @title SiloMath and PairMath as external functions
/// @notice For comparing `src/math/silos.ts` with the bytecode. Units, rounding and rules: see the libraries.
contract SiloMathHarness {
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

    /// @notice SiloMath.valueDown
    function valueDown(uint256 xtz, uint256 price) external pure returns (uint256) {
        return SiloMath.valueDown(xtz, price);
    }

    /// @notice SiloMath.capUp
    function capUp(uint256 supply, uint256 price) external pure returns (uint256) {
        return SiloMath.capUp(supply, price);
    }

    /// @notice SiloMath.xtzDown
    function xtzDown(uint256 usd, uint256 price) external pure returns (uint256) {
        return SiloMath.xtzDown(usd, price);
    }

    /// @notice SiloMath.soldMinDown
    function soldMinDown(uint256 xtz, uint256 low, uint256 slippageBps) external pure returns (uint256) {
        return SiloMath.soldMinDown(xtz, low, slippageBps);
    }

    /// @notice SiloMath.soldMaxUp
    function soldMaxUp(uint256 usd, uint256 low, uint256 slippageBps) external pure returns (uint256) {
        return SiloMath.soldMaxUp(usd, low, slippageBps);
    }

    /// @notice SiloMath.boughtMinDown
    function boughtMinDown(uint256 usd, uint256 high, uint256 slippageBps) external pure returns (uint256) {
        return SiloMath.boughtMinDown(usd, high, slippageBps);
    }

    /// @notice SiloMath.boughtMaxUp
    function boughtMaxUp(uint256 xtz, uint256 high, uint256 slippageBps) external pure returns (uint256) {
        return SiloMath.boughtMaxUp(xtz, high, slippageBps);
    }

    /// @notice SiloMath.redeemedXtzDown
    function redeemedXtzDown(uint256 usdtz, uint256 high, uint256 xtzSpreadBps) external pure returns (uint256) {
        return SiloMath.redeemedXtzDown(usdtz, high, xtzSpreadBps);
    }

    /// @notice SiloMath.burntAtRedemption
    function burntAtRedemption(uint256 amount, uint256 f1, uint256 supply) external pure returns (uint256) {
        return SiloMath.burntAtRedemption(amount, f1, supply);
    }

    /// @notice SiloMath.headroom
    function headroom(uint256 inventory, uint256 v2, uint256 supply, uint256 latchMinSupply)
        external
        pure
        returns (uint256)
    {
        return SiloMath.headroom(inventory, v2, supply, latchMinSupply);
    }

    /// @notice SiloMath.recapMint
    function recapMint(uint256 most, uint256 f1, uint256 v2, uint256 supply) external pure returns (uint256) {
        return SiloMath.recapMint(most, f1, v2, supply);
    }

    /// @notice SiloMath.coverMaxUp
    function coverMaxUp(uint256 f1, uint256 v2, uint256 price) external pure returns (uint256) {
        return SiloMath.coverMaxUp(f1, v2, price);
    }

    /// @notice SiloMath.payableFromChamber
    function payableFromChamber(uint256 chamberValue, uint256 maxSupply, uint256 supply)
        external
        pure
        returns (uint256)
    {
        return SiloMath.payableFromChamber(chamberValue, maxSupply, supply);
    }

    /// @notice SiloMath.partDown
    function partDown(uint256 amount, uint256 part, uint256 whole) external pure returns (uint256) {
        return SiloMath.partDown(amount, part, whole);
    }

    /// @notice PairMath.outputDown
    function pairOutputDown(uint256 amountIn, uint256 reserveIn, uint256 reserveOut) external pure returns (uint256) {
        return PairMath.outputDown(amountIn, reserveIn, reserveOut);
    }

    /// @notice PairMath.inputUp
    function pairInputUp(uint256 amountOut, uint256 reserveIn, uint256 reserveOut) external pure returns (uint256) {
        return PairMath.inputUp(amountOut, reserveIn, reserveOut);
    }
}
