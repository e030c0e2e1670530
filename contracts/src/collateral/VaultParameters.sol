// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {CollateralMath} from "./CollateralMath.sol";
import {Governed} from "./Governed.sol";
import {Parameters, VaultKey} from "./VaultTypes.sol";

/// @title Parameters of a collateral type, their bounds, and what waits
/// @notice rules.md C3
abstract contract VaultParameters is Governed {
    uint256 private constant WAD = CollateralMath.WAD;

    /// @dev 100% in a year of 365 days.
    uint256 private constant MOST_FEE_RAY = 1_000_000_021_979_553_151_239_153_027;

    /// @notice There is no contract at this address.
    error Collateral_NoContract(VaultKey key, address account);

    /// @notice Another parameter does not allow this: at least `least`.
    error Collateral_BelowOther(VaultKey key, uint256 value, uint256 least);

    /// @param first What holds at the beginning; within the bounds.
    constructor(Parameters memory first) {
        _init(uint256(VaultKey.MintRatio), first.mintRatio);
        _init(uint256(VaultKey.LiquidationRatio), first.liquidationRatio);
        _init(uint256(VaultKey.FeeRay), first.feeRay);
        _init(uint256(VaultKey.PenaltyBps), first.penaltyBps);
        _init(uint256(VaultKey.LateBps), first.lateBps);
        _init(uint256(VaultKey.GraceSeconds), first.graceSeconds);
        _init(uint256(VaultKey.Dust), first.dust);
        _init(uint256(VaultKey.Line), first.line);
        _init(uint256(VaultKey.CeilingBps), first.ceilingBps);
        _init(uint256(VaultKey.Gap), first.gap);
        _init(uint256(VaultKey.TtlSeconds), first.ttlSeconds);
        _init(uint256(VaultKey.LiquidityMaxAge), first.liquidityMaxAge);
        _init(uint256(VaultKey.KeeperBps), first.keeperBps);
        _init(uint256(VaultKey.Buffer), first.buffer);
        _init(uint256(VaultKey.TauSeconds), first.tauSeconds);
        _init(uint256(VaultKey.TailSeconds), first.tailSeconds);
        _init(uint256(VaultKey.Cusp), first.cusp);
        _init(uint256(VaultKey.PriceModule), uint160(first.priceModule));
        _init(uint256(VaultKey.LiquiditySource), uint160(first.liquiditySource));
        _init(uint256(VaultKey.Pauser), uint160(first.pauser));
        _requireConsistent();
    }

    /// @notice All parameters.
    function parameters() external view returns (Parameters memory) {
        return Parameters({
            mintRatio: _get(VaultKey.MintRatio),
            liquidationRatio: _get(VaultKey.LiquidationRatio),
            feeRay: _get(VaultKey.FeeRay),
            penaltyBps: _get(VaultKey.PenaltyBps),
            lateBps: _get(VaultKey.LateBps),
            graceSeconds: _get(VaultKey.GraceSeconds),
            dust: _get(VaultKey.Dust),
            line: _get(VaultKey.Line),
            ceilingBps: _get(VaultKey.CeilingBps),
            gap: _get(VaultKey.Gap),
            ttlSeconds: _get(VaultKey.TtlSeconds),
            liquidityMaxAge: _get(VaultKey.LiquidityMaxAge),
            keeperBps: _get(VaultKey.KeeperBps),
            buffer: _get(VaultKey.Buffer),
            tauSeconds: _get(VaultKey.TauSeconds),
            tailSeconds: _get(VaultKey.TailSeconds),
            cusp: _get(VaultKey.Cusp),
            priceModule: _addressOf(VaultKey.PriceModule),
            liquiditySource: _addressOf(VaultKey.LiquiditySource),
            pauser: _addressOf(VaultKey.Pauser)
        });
    }

    /// @notice What waits, by key; `effectiveAt` is 0 where nothing does.
    function pendingChanges() external view returns (Pending[] memory pending) {
        pending = new Pending[](uint256(type(VaultKey).max) + 1);
        for (uint256 key = 0; key < pending.length; ++key) {
            pending[key] = pendingOf(key);
        }
    }

    /// @notice Least and most of a parameter, both inclusive; reverts for a key there is not. rules.md C3
    function boundsOf(uint256 key) public pure override returns (uint256 least, uint256 most) {
        VaultKey which = VaultKey(key);
        if (which == VaultKey.MintRatio) return (15 * WAD / 10, 10 * WAD);
        if (which == VaultKey.LiquidationRatio) return (15 * WAD / 10, 5 * WAD);
        if (which == VaultKey.FeeRay) return (CollateralMath.RAY, MOST_FEE_RAY);
        if (which == VaultKey.PenaltyBps || which == VaultKey.LateBps) return (0, 2_000);
        if (which == VaultKey.GraceSeconds) return (1 days, 29 days);
        if (which == VaultKey.Dust) return (WAD, 100_000 * WAD);
        if (which == VaultKey.Line) return (0, 1e12 * WAD);
        if (which == VaultKey.CeilingBps) return (0, 10_000);
        if (which == VaultKey.Gap) return (WAD, 1e12 * WAD);
        if (which == VaultKey.TtlSeconds) return (1 hours, 30 days);
        if (which == VaultKey.LiquidityMaxAge) return (1 hours, 7 days);
        if (which == VaultKey.KeeperBps) return (0, 5_000);
        if (which == VaultKey.Buffer) return (WAD, 2 * WAD);
        if (which == VaultKey.TauSeconds || which == VaultKey.TailSeconds) return (10 minutes, 7 days);
        if (which == VaultKey.Cusp) return (WAD / 10, WAD);
        return (which == VaultKey.LiquiditySource ? 0 : 0x10000, type(uint160).max);
    }

    /// @dev Reverts with Collateral_BelowOther, Collateral_NoContract. What can be minted must be above what is liquidated; an
    /// auction must end before its price is 0; and what is called must be there.
    function _requireConsistent() internal view override {
        _requireOrder(VaultKey.MintRatio, VaultKey.LiquidationRatio);
        _requireOrder(VaultKey.TauSeconds, VaultKey.TailSeconds);
        _requireCode(VaultKey.PriceModule);
        if (_get(VaultKey.LiquiditySource) != 0) _requireCode(VaultKey.LiquiditySource);
    }

    function _get(VaultKey key) internal view returns (uint256) {
        return valueOf(uint256(key));
    }

    function _addressOf(VaultKey key) internal view returns (address) {
        // forge-lint: disable-next-line(unsafe-typecast)
        return address(uint160(_get(key)));
    }

    function _requireOrder(VaultKey upper, VaultKey lower) private view {
        if (_get(upper) < _get(lower)) revert Collateral_BelowOther(upper, _get(upper), _get(lower));
    }

    function _requireCode(VaultKey key) private view {
        address account = _addressOf(key);
        if (account.code.length == 0) revert Collateral_NoContract(key, account);
    }
}
