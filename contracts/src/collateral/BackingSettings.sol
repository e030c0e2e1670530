// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {BackingParameters} from "./BackingTypes.sol";
import {Governed} from "./Governed.sol";

/// @notice Parameters of the backing, in the order of `BackingParameters`; an address as a number.
enum BackingKey {
    Target,
    Level0,
    Recovery,
    Safety,
    Buffer,
    Tau,
    Tail,
    Cusp,
    Protocol,
    Pauser
}

/// @title Parameters of the asset-backing vault
/// @notice rules.md C2, C7, C12
contract BackingSettings is Governed {
    uint256 private constant WAD = 1e18;

    /// @notice Levels must rise from level 0 over the recovery to the target. WAD.
    error Backing_LevelsCross(uint256 level0, uint256 recovery, uint256 target);

    /// @notice A sale must have to be reset before its price would reach 0. Seconds.
    error Backing_TailTooLong(uint256 tail, uint256 tau);

    /// @param governance Proposes changes.
    /// @param delaySeconds Between a proposal and its effect.
    /// @param first What holds at the beginning.
    constructor(address governance, uint256 delaySeconds, BackingParameters memory first)
        Governed(governance, delaySeconds)
    {
        _set(BackingKey.Target, first.target);
        _set(BackingKey.Level0, first.level0);
        _set(BackingKey.Recovery, first.recovery);
        _set(BackingKey.Safety, first.safety);
        _set(BackingKey.Buffer, first.bufferWad);
        _set(BackingKey.Tau, first.tau);
        _set(BackingKey.Tail, first.tail);
        _set(BackingKey.Cusp, first.cusp);
        _set(BackingKey.Protocol, uint160(first.protocol));
        _set(BackingKey.Pauser, uint160(first.pauser));
        _requireConsistent();
    }

    /// @notice All parameters.
    function parameters() external view returns (BackingParameters memory) {
        return BackingParameters({
            target: _value(BackingKey.Target),
            level0: _value(BackingKey.Level0),
            recovery: _value(BackingKey.Recovery),
            safety: _value(BackingKey.Safety),
            bufferWad: _value(BackingKey.Buffer),
            tau: _value(BackingKey.Tau),
            tail: _value(BackingKey.Tail),
            cusp: _value(BackingKey.Cusp),
            protocol: _addressOf(BackingKey.Protocol),
            pauser: _addressOf(BackingKey.Pauser)
        });
    }

    /// @inheritdoc Governed
    function boundsOf(uint256 key) public pure override returns (uint256 least, uint256 most) {
        BackingKey known = BackingKey(key);
        if (known == BackingKey.Safety) return (1, WAD);
        if (known == BackingKey.Buffer) return (WAD, 2 * WAD);
        if (known == BackingKey.Tau) return (10 minutes, 2 days);
        if (known == BackingKey.Tail) return (5 minutes, 1 days);
        if (known == BackingKey.Cusp) return (WAD / 100, WAD);
        if (known == BackingKey.Protocol || known == BackingKey.Pauser) return (0x10000, type(uint160).max);
        return (WAD * 101 / 100, 5 * WAD);
    }

    /// @dev What was counted before stays: a day keeps its beginning, a sale its first price.
    function _beforeChange(uint256) internal pure override {}

    /// @dev Reverts with Backing_LevelsCross, Backing_TailTooLong.
    function _requireConsistent() internal view override {
        uint256 level0 = _value(BackingKey.Level0);
        uint256 recovery = _value(BackingKey.Recovery);
        uint256 target = _value(BackingKey.Target);
        if (level0 > recovery || recovery > target) revert Backing_LevelsCross(level0, recovery, target);
        uint256 tail = _value(BackingKey.Tail);
        uint256 tau = _value(BackingKey.Tau);
        if (tail > tau) revert Backing_TailTooLong(tail, tau);
    }

    function _set(BackingKey key, uint256 value) private {
        _init(uint256(key), value);
    }

    function _value(BackingKey key) private view returns (uint256) {
        return valueOf(uint256(key));
    }

    function _addressOf(BackingKey key) private view returns (address) {
        // forge-lint: disable-next-line(unsafe-typecast)
        return address(uint160(_value(key)));
    }
}
