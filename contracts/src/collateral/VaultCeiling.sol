// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {CollateralMath} from "./CollateralMath.sol";
import {LiquiditySource} from "./LiquiditySource.sol";
import {VaultBase} from "./VaultBase.sol";
import {Collateral_NoLiquidity} from "./VaultErrors.sol";
import {VaultKey} from "./VaultTypes.sol";

/// @title The ceiling of a type, by what its pool holds
/// @notice Up by at most a gap, and only a while after the last raise; down at once. A lower ceiling stops draws, never
/// liquidates. rules.md C9
abstract contract VaultCeiling is VaultBase {
    /// @dev As it was last refreshed. TUSDT (18 decimals).
    uint256 internal _ceiling;

    /// @dev Unix seconds.
    uint256 internal _raisedAt;

    /// @notice The ceiling has changed; TUSDT (18 decimals).
    event CeilingChanged(uint256 ceilingBefore, uint256 ceiling, uint256 liquidity);

    /// @notice Refreshes the ceiling. Anyone may. rules.md C9
    /// @dev Reverts with Collateral_NoLiquidity.
    /// @return ceiling Most principal, TUSDT (18 decimals).
    function refreshCeiling() external returns (uint256 ceiling) {
        return _refreshCeiling();
    }

    /// @dev Reverts with Collateral_NoLiquidity.
    function _refreshCeiling() internal returns (uint256 ceiling) {
        (uint256 liquidity, uint256 updatedAt, bool isKnown) = _liquidity();
        if (!isKnown) revert Collateral_NoLiquidity(updatedAt);
        uint256 before = _ceiling;
        ceiling = _ceilingAt(liquidity);
        if (ceiling == before) return ceiling;
        if (ceiling > before) _raisedAt = block.timestamp;
        _ceiling = ceiling;
        emit CeilingChanged(before, ceiling, liquidity);
    }

    /// @dev What a refresh makes of the ceiling.
    function _ceilingAt(uint256 liquidity) internal view returns (uint256) {
        uint256 line = _get(VaultKey.Line);
        uint256 wanted = _get(VaultKey.LiquiditySource) == 0
            ? line
            : CollateralMath.ceilingDown(line, liquidity, _get(VaultKey.CeilingBps));
        if (wanted <= _ceiling) return wanted;
        if (block.timestamp < _raisedAt + _get(VaultKey.TtlSeconds)) return _ceiling;
        return Math.min(wanted, _ceiling + _get(VaultKey.Gap));
    }

    /// @dev What the pool holds, USD (18 decimals), and whether that is known: an average of the future is nonsense, 0 is a
    /// source's word for "unknown", and so is a failure. Without a pool nothing has to be known.
    function _liquidity() internal view returns (uint256 liquidity, uint256 updatedAt, bool isKnown) {
        address source = _addressOf(VaultKey.LiquiditySource);
        if (source == address(0)) return (0, block.timestamp, true);
        try LiquiditySource(source).latest() returns (uint256 answer, uint256 answeredAt) {
            uint256 age = Math.saturatingSub(block.timestamp, answeredAt);
            bool isFresh = answeredAt <= block.timestamp && age <= _get(VaultKey.LiquidityMaxAge);
            return (answer, answeredAt, answer > 0 && isFresh);
        } catch {}
    }
}
