// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {BackingDay} from "./BackingDay.sol";
import {BackingCause, BackingParameters, Holdings, Sale, SaleState, SaleStatus} from "./BackingTypes.sol";
import {Collateral_AboveMaximum, Collateral_Nothing} from "./CollateralErrors.sol";
import {CollateralMath} from "./CollateralMath.sol";
import {PriceState, Prices} from "./CollateralTypes.sol";

/// @title The sale of TAO for TUSDT below level 0
/// @notice A falling price; nothing is set apart, and what is paid is burnt. Nobody buys at a price that would lower the
/// ratio, nor more than restores it. rules.md C12
abstract contract BackingSale is BackingDay {
    using SafeERC20 for IERC20;

    Sale private _sale;

    /// @notice A sale has started, or started again. WAD, unix seconds.
    event SaleStarted(address indexed by, uint256 top, uint256 tailAt, bool isReset);

    /// @notice The ratio has recovered, or nothing is left to sell.
    event SaleEnded();

    /// @notice A sale does not stand where this could be done.
    error Backing_SaleStands(SaleState state);

    /// @notice Backing below the target: nothing is minted or removed. USD (18 decimals), TUSDT, WAD. rules.md C2
    error Backing_BelowTarget(uint256 backing, int256 outstanding, uint256 target);

    /// @notice Starts a sale where the ratio is below level 0 at the current price; anyone may. rules.md C12
    /// @dev Reverts with Backing_SaleStands.
    function startSale() external nonReentrant {
        _start(SaleState.Startable);
    }

    /// @notice Starts a sale anew that is too old, too cheap or from before a freeze; anyone may. rules.md C7
    /// @dev Reverts with Backing_SaleStands.
    function resetSale() external nonReentrant {
        _start(SaleState.Resettable);
    }

    /// @notice Ends a sale whose ratio has recovered; anyone may. Reverts with Backing_SaleStands.
    function endSale() external nonReentrant {
        (Holdings memory held, Prices memory p) = _touch();
        SaleState state = _statusOf(held, p, settings.parameters()).state;
        if (state != SaleState.Over) revert Backing_SaleStands(state);
        _end();
    }

    /// @notice Buys TAO for TUSDT, which is burnt: at most this much, at most at this price. rules.md C12
    /// @dev Reverts with Collateral_InvalidRecipient, Backing_SaleStands, Collateral_AboveMaximum, Collateral_Nothing.
    /// @param taoAtMost The most TAO (18 decimals) the caller wants; who wants more than is left gets what is left.
    /// @param priceAtMost The most TUSDT for a whole TAO, WAD.
    /// @param to Recipient of the TAO.
    /// @return taken TAO (18 decimals).
    /// @return paid TUSDT (18 decimals) of the caller, who has approved it.
    function take(uint256 taoAtMost, uint256 priceAtMost, address to)
        external
        nonReentrant
        returns (uint256 taken, uint256 paid)
    {
        _checkRecipient(to);
        (Holdings memory before, Prices memory p) = _touch();
        SaleStatus memory s = _statusOf(before, p, settings.parameters());
        if (s.state != SaleState.Running) revert Backing_SaleStands(s.state);
        if (s.price > priceAtMost) revert Collateral_AboveMaximum(s.price, priceAtMost);
        (taken, paid) = CollateralMath.saleTakeOf(taoAtMost, s.lot, s.need, s.price, s.current);
        if (taken == 0) revert Collateral_Nothing();
        _tao -= taken;
        _burnOf(msg.sender, paid);
        _moved(BackingCause.Sale, to, before, s.price);
        _endSaleIfOver(p);
        tao.safeTransfer(to, taken);
    }

    /// @notice All of the sale in one view.
    function saleStatus() external view returns (SaleStatus memory) {
        return _statusOf(holdings(), osm.prices(), settings.parameters());
    }

    /// @dev Ends each movement: a sale that is not wanted any more ends with it.
    function _endSaleIfOver(Prices memory p) internal {
        if (_sale.startedAt == 0) return;
        if (_statusOf(holdings(), p, settings.parameters()).state == SaleState.Over) _end();
    }

    /// @dev Burns TUSDT of an account that has approved it.
    function _burnOf(address account, uint256 amount) internal {
        IERC20(tusdt).safeTransferFrom(account, address(this), amount);
        tusdt.burn(amount);
    }

    /// @dev Reverts with Backing_BelowTarget.
    function _requireTarget(Holdings memory held, uint256 price) internal view {
        (uint256 backing, uint256 target) = (_backing(held, price), settings.parameters().target);
        if (!CollateralMath.isBacked(backing, held.outstanding, target)) {
            revert Backing_BelowTarget(backing, held.outstanding, target);
        }
    }

    function _start(SaleState wanted) private {
        (Holdings memory held, Prices memory p) = _touch();
        BackingParameters memory parameters = settings.parameters();
        SaleState state = _statusOf(held, p, parameters).state;
        if (state != wanted) revert Backing_SaleStands(state);
        _sale = Sale(block.timestamp, CollateralMath.auctionTopUp(p.current, parameters.bufferWad));
        uint256 tailAt = block.timestamp + parameters.tail;
        emit SaleStarted(msg.sender, _sale.top, tailAt, wanted == SaleState.Resettable);
    }

    function _end() private {
        delete _sale;
        emit SaleEnded();
    }

    function _statusOf(Holdings memory held, Prices memory p, BackingParameters memory parameters)
        private
        view
        returns (SaleStatus memory s)
    {
        (s.sale, s.lot) = (_sale, held.tao);
        bool isRunning = s.sale.startedAt != 0;
        if (isRunning) {
            uint256 elapsed = block.timestamp - s.sale.startedAt;
            s.price = CollateralMath.auctionPriceDown(s.sale.top, parameters.tau, elapsed);
            s.tailAt = s.sale.startedAt + parameters.tail;
        }
        if (p.state != PriceState.Fresh) {
            s.state = SaleState.NoPrice;
            return s;
        }
        s.current = p.current;
        uint256 backing = _backing(held, p.current);
        uint256 level = isRunning ? parameters.recovery : parameters.level0;
        if (held.tao == 0 || CollateralMath.isBacked(backing, held.outstanding, level)) {
            s.state = isRunning ? SaleState.Over : SaleState.None;
            return s;
        }
        // It is not backed, so it is above 0.
        // forge-lint: disable-next-line(unsafe-typecast)
        uint256 outstanding = uint256(held.outstanding);
        if (backing <= outstanding) {
            s.state = SaleState.Underbacked;
            return s;
        }
        s.floor = CollateralMath.saleFloorUp(p.current, outstanding, backing);
        if (!isRunning) s.state = SaleState.Startable;
        else if (_mustReset(s, parameters.cusp)) s.state = SaleState.Resettable;
        else s.state = SaleState.Running;
        if (s.state != SaleState.Running) return s;
        s.need = CollateralMath.saleNeedUp(backing, outstanding, parameters.recovery, s.price, p.current);
    }

    /// @dev At its tail, below its cusp or its floor, or from before the end of a freeze. rules.md C7, C12
    function _mustReset(SaleStatus memory s, uint256 cusp) private view returns (bool) {
        if (block.timestamp >= s.tailAt || s.sale.startedAt <= osm.unfrozenAt()) return true;
        return s.price < s.floor || s.price * CollateralMath.WAD < cusp * s.sale.top;
    }
}
