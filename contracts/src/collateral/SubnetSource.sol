// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {DexTwapSource} from "../shared/DexTwapSource.sol";
import {PriceSource} from "../shared/PriceSource.sol";
import {Osm} from "./Osm.sol";

/// @title The price of a subnet's token: its pool's average in TAO times the price of TAO
/// @notice Never the pool's spot: one block at a tenth would liquidate. Both legs can be read by themselves, and the price
/// is as old as the older one. rules.md C8
contract SubnetSource is PriceSource {
    uint256 private constant WAD = 1e18;

    /// @notice TAO per whole subnet token, averaged over an hour or more.
    DexTwapSource public immutable pool;

    /// @notice Module of TAO's price; its source is the second leg.
    Osm public immutable tao;

    /// @notice The average is over less than an hour. Seconds.
    error Subnet_WindowTooShort(uint256 windowSeconds);

    /// @param pool_ Average of the subnet token in TAO; both have 18 decimals.
    /// @param tao_ Module of TAO's price.
    constructor(DexTwapSource pool_, Osm tao_) {
        (pool, tao) = (pool_, tao_);
        if (pool_.windowSeconds() < tao_.hop()) revert Subnet_WindowTooShort(pool_.windowSeconds());
    }

    /// @inheritdoc PriceSource
    /// @dev Reverts as either leg does. Rounds down.
    function latest() external view returns (uint256 price, uint256 updatedAt) {
        (uint256 inTao, uint256 poolAt) = pool.latest();
        (uint256 taoPrice, uint256 taoAt) = PriceSource(tao.src()).latest();
        return (Math.mulDiv(inTao, taoPrice, WAD), Math.min(poolAt, taoAt));
    }
}
