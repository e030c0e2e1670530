// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {BackingBase} from "./BackingBase.sol";
import {BackingExchange} from "./BackingExchange.sol";
import {BackingFunds} from "./BackingFunds.sol";
import {BackingSettings} from "./BackingSettings.sol";
import {BackingState} from "./BackingTypes.sol";
import {Collateral_NotAllowed} from "./CollateralErrors.sol";
import {CollateralMath} from "./CollateralMath.sol";
import {PriceState} from "./CollateralTypes.sol";
import {PriceModule} from "./PriceModule.sol";
import {Tusdt} from "./Tusdt.sol";

/// @title The asset-backing vault of TUSDT: TAO and USD
/// @notice 1 USD of TAO mints a TUSDT and is the vault's at once; a TUSDT, whoever minted it, redeems for 1 USD as far as
/// the vault holds the leg that is asked for. What circulates beyond its backing is backed by vaults, so not all of it can
/// be redeemed in one moment. rules.md C1
contract TaoBacking is BackingExchange, BackingFunds {
    /// @param tao_ TAO (18 decimals).
    /// @param usd_ USDC (6 decimals).
    /// @param tusdt_ TUSDT; its book knows S, and that this contract issues.
    /// @param osm_ TAO's price.
    /// @param settings_ Parameters.
    constructor(IERC20 tao_, IERC20 usd_, Tusdt tusdt_, PriceModule osm_, BackingSettings settings_)
        BackingBase(tao_, usd_, tusdt_, osm_, settings_)
    {}

    /// @notice Stops minting, and nothing else. Pauser only. Reverts with Collateral_NotAllowed.
    function pause() external {
        _requirePauser();
        _pause();
    }

    /// @notice Ends the pause. Pauser only. Reverts with Collateral_NotAllowed.
    function unpause() external {
        _requirePauser();
        _unpause();
    }

    /// @notice All of the vault in one view.
    function state() external view returns (BackingState memory s) {
        s.holdings = holdings();
        s.prices = osm.prices();
        s.parameters = settings.parameters();
        s.day = _dayNow(s.holdings, s.prices);
        s.dayCap = _dayCap(s.day);
        if (s.prices.low != 0) {
            int256 room = _roomOfDay(s.day);
            // forge-lint: disable-next-line(unsafe-typecast)
            if (room > 0) s.roomOfDay = uint256(room);
            uint256 backingNow = _backing(s.holdings, s.prices.low);
            uint256 target = s.parameters.target;
            // What today's cap would be if the day began now.
            s.roomOfRatio = CollateralMath.dayCapDown(backingNow, s.holdings.outstanding, 0, target, CollateralMath.WAD);
        }
        s.lastLow = _judgedLow(s.prices);
        s.backing = _backing(s.holdings, s.prices.state == PriceState.Fresh ? s.prices.current : 0);
        s.backingAtLow = _backing(s.holdings, s.lastLow);
        s.supply = tusdt.totalSupply();
        s.tusdtGift = tusdt.balanceOf(address(this));
        s.taoGift = _giftOf(tao, s.holdings.tao);
        s.usdGift = _giftOf(usd, s.holdings.usd);
        s.isPaused = paused();
    }

    /// @dev Reverts with Collateral_NotAllowed.
    function _requirePauser() private view {
        if (msg.sender != settings.parameters().pauser) revert Collateral_NotAllowed(msg.sender);
    }
}
