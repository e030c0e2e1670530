// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Prices, PriceState} from "../collateral/CollateralTypes.sol";
import {PriceModule} from "../collateral/PriceModule.sol";

/// @title Prices of a collateral as whoever plays the market says
/// @notice For comparing `src/math/collateral-engine.ts` with the engine over histories that no feed would tell.
contract DevPriceModule is PriceModule {
    uint256 public override unfrozenAt;

    Prices private _prices;

    /// @notice Sets what holds from now on.
    /// @param current WAD; 0: there is none.
    /// @param low WAD, at most `current`; 0: the source is silent, or there is no current price.
    /// @param unfrozenAt_ When a freeze ended last, unix seconds.
    function set(uint256 current, uint256 low, uint256 unfrozenAt_) external {
        PriceState state = current == 0 ? PriceState.Stale : PriceState.Fresh;
        _prices = Prices(state, current, 0, low, low, low == 0 ? 0 : current, block.timestamp, 0, 0);
        unfrozenAt = unfrozenAt_;
    }

    /// @inheritdoc PriceModule
    function prices() external view returns (Prices memory) {
        return _prices;
    }
}
