// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {StbtDocuments} from "./StbtDocuments.sol";
import {StbtIssuance} from "./StbtIssuance.sol";
import {StbtOwnable} from "./StbtOwnable.sol";
import {StbtReserve} from "./StbtReserve.sol";

/// @title STBT: a token whose balances grow with the T-bills behind it
/// @notice Speaks the interface of the live STBT with stricter rules; nothing here can be paused. rules.md T1-T20
contract STBT is StbtIssuance, StbtDocuments {
    /// @param owner_ Sets roles, interval, ratio and documents.
    /// @param reserveFeed_ Proof of reserve, 0 = none. rules.md T17
    /// @param reserveHeartbeat_ Seconds after which its answer is too old.
    constructor(address owner_, address reserveFeed_, uint256 reserveHeartbeat_)
        StbtOwnable(owner_)
        StbtReserve(reserveFeed_, reserveHeartbeat_)
    {}

    /// @notice Name of the token.
    function name() external pure returns (string memory) {
        return "Short-term Treasury Bill Token";
    }

    /// @notice Symbol of the token.
    function symbol() external pure returns (string memory) {
        return "STBT";
    }

    /// @notice Decimals of amounts.
    function decimals() external pure returns (uint8) {
        return 18;
    }

    /// @notice Always 0: the live contract keeps 300 words free behind a proxy and shows them; here there is no proxy.
    function placeholders(uint256) external pure returns (uint256) {
        return 0;
    }
}
