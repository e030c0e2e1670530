// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Governed} from "./Governed.sol";

/// @notice Parameters of a price module; an address as a number.
enum OsmKey {
    /// Where the price comes from.
    Source,
    /// Asked where the first has no answer; 0 is none: then the last price holds until it is stale.
    SecondSource,
    /// The feed's own heartbeat: the age of the oldest answer that is taken, in seconds.
    FeedSeconds,
    /// The age up to which a current price is fresh, in seconds.
    HeartbeatSeconds,
    /// How far the second source's answer may be from the last queued price.
    MaxDeviationBps,
    /// Who may freeze.
    Emergency
}

/// @title Parameters of the delayed price of one collateral
/// @notice rules.md C3, C8
abstract contract OsmSettings is Governed {
    /// @notice Time between a price's queueing and its becoming current, in seconds.
    uint16 public constant hop = 1 hours;

    /// @notice There is no contract at this address.
    error Osm_NoContract(address account);

    /// @notice The heartbeat is shorter than the feed's own and two hops. Seconds.
    error Osm_HeartbeatTooShort(uint256 heartbeatSeconds, uint256 least);

    /// @param governance Proposes changes.
    /// @param delaySeconds Between a proposal and its effect.
    /// @param first What holds at the beginning, in the order of the keys.
    constructor(address governance, uint256 delaySeconds, uint256[6] memory first) Governed(governance, delaySeconds) {
        for (uint256 key = 0; key < first.length; ++key) {
            _init(key, first[key]);
        }
        _requireConsistent();
    }

    /// @inheritdoc Governed
    function boundsOf(uint256 key) public pure override returns (uint256 least, uint256 most) {
        OsmKey known = OsmKey(key);
        if (known == OsmKey.SecondSource) return (0, type(uint160).max);
        if (known == OsmKey.FeedSeconds) return (1 minutes, 7 days);
        if (known == OsmKey.HeartbeatSeconds) return (1 minutes, 8 days);
        if (known == OsmKey.MaxDeviationBps) return (1, 2_000);
        return (0x10000, type(uint160).max);
    }

    /// @dev Reverts with Osm_NoContract, Osm_HeartbeatTooShort.
    function _requireConsistent() internal view override {
        address second = _addressOf(OsmKey.SecondSource);
        if (second != address(0) && second.code.length == 0) revert Osm_NoContract(second);
        address first = _addressOf(OsmKey.Source);
        if (first.code.length == 0) revert Osm_NoContract(first);
        uint256 least = _value(OsmKey.FeedSeconds) + 2 * hop;
        uint256 heartbeatSeconds = _value(OsmKey.HeartbeatSeconds);
        if (heartbeatSeconds < least) revert Osm_HeartbeatTooShort(heartbeatSeconds, least);
    }

    function _value(OsmKey key) internal view returns (uint256) {
        return valueOf(uint256(key));
    }

    function _addressOf(OsmKey key) internal view returns (address) {
        // forge-lint: disable-next-line(unsafe-typecast)
        return address(uint160(_value(key)));
    }
}
