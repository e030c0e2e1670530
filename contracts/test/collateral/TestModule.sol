// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {PriceState, Prices} from "../../src/collateral/CollateralTypes.sol";
import {PriceModule} from "../../src/collateral/PriceModule.sol";

/// @title A price module that says what a test wants
contract TestModule is PriceModule {
    Prices private _prices;
    uint256 public unfrozenAt;

    function prices() external view returns (Prices memory) {
        return _prices;
    }

    /// @dev WAD; 0 for none.
    function set(uint256 current, uint256 next, uint256 live) public {
        Prices memory p;
        (p.current, p.next, p.live, p.updatedAt) = (current, next, live, block.timestamp);
        p.state = current == 0 ? PriceState.None : PriceState.Fresh;
        if (current != 0 && live != 0) {
            (p.low, p.high) = current < live ? (current, live) : (live, current);
            if (next != 0 && next < p.low) p.low = next;
            if (next > p.high) p.high = next;
        }
        _prices = p;
    }

    /// @dev All three alike.
    function set(uint256 price) external {
        set(price, price, price);
    }

    /// @dev Frozen or stale: current is only shown.
    function stop(PriceState state) external {
        (_prices.state, _prices.low, _prices.high) = (state, 0, 0);
        if (state == PriceState.Frozen) _prices.next = 0;
    }

    /// @dev A freeze has ended.
    function clear() external {
        delete _prices;
        _prices.state = PriceState.None;
        unfrozenAt = block.timestamp;
    }
}
