// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {MeasuredTransfer} from "../shared/MeasuredTransfer.sol";
import {TwapOracle} from "./TwapOracle.sol";
import {Backstop_ZeroAmount} from "./BackstopErrors.sol";
import {BackstopMath} from "./BackstopMath.sol";
import {PayoutAsset, Phase, ReleaseCause, TWAP_WINDOW} from "./BackstopTypes.sol";
import {SeriesBase} from "./SeriesBase.sol";

/// @title The sale of a series: subscriptions, finalization, the stakers' upfront share
/// @dev Buyers' USDT wait in the pool, apart from the stake, until finalization: no USDT transfer fee is paid twice.
abstract contract SeriesSale is SeriesBase {
    using MeasuredTransfer for IERC20;

    /// @notice What the stakers are owed upfront, in base units of the payout asset. rules.md B9
    uint256 public upfrontTotal;

    /// @notice How much of it has been paid into the pool, in base units of the payout asset.
    uint256 public upfrontFunded;

    /// @notice Number of warrants the stakers receive together. rules.md B10
    uint256 public warrantTotal;

    /// @dev M: MSTR in reserve with the series, until settlement.
    uint256 internal _mstrReserved;

    /// @notice Notes were sold. USDT, 6 decimals.
    event Subscribed(
        address indexed buyer,
        uint256 indexed noteId,
        uint256 indexed warrantId,
        uint256 principalUsdt,
        uint256 soldUsdt
    );

    /// @notice The sale ended. USDT 6 decimals, MSTR 18; `upfrontTotal` in base units of the payout asset.
    event SaleFinalized(
        uint256 soldUsdt,
        uint256 requiredUsdt,
        uint256 surplusUsdt,
        uint256 upfrontTotal,
        uint256 mstrReserved,
        uint256 warrants
    );

    /// @notice Part of the upfront share arrived in the pool, in base units of the payout asset.
    event UpfrontFunded(uint256 amount, uint256 funded, uint256 total);

    /// @notice Outside the sale window. Unix seconds.
    error Backstop_SaleClosed(uint256 openAt, uint256 closeAt, uint256 now_);

    /// @notice More than is left for sale. USDT, 6 decimals.
    error Backstop_ExceedsSaleLimit(uint256 requested, uint256 remaining);

    /// @notice The USDT that arrived are less than the buyer accepts. 6 decimals.
    error Backstop_BelowMinPrincipal(uint256 principal, uint256 minPrincipal);

    /// @notice The sale is still open. Unix seconds.
    error Backstop_SaleNotEnded(uint256 closeAt, uint256 now_);

    /// @notice The sale is already finalized.
    error Backstop_AlreadyFinalized();

    /// @notice The upfront share is paid in full.
    error Backstop_UpfrontFullyFunded();

    /// @notice The treasury has none of the payout asset now.
    error Backstop_TreasuryEmpty();

    /// @notice Buys Notes at par, with a Warrant of the same par. rules.md B4
    /// @dev Reverts with EnforcedPause, Backstop_SaleCancelled, Backstop_SaleClosed, Backstop_ZeroAmount, Backstop_ExceedsSaleLimit, Backstop_BelowMinPrincipal.
    /// @param usdtAmount USDT to send (6 decimals); the series must be approved for it.
    /// @param minPrincipal Least principal the buyer accepts, should a transfer fee be on (USDT, 6 decimals).
    /// @return noteId Note with the USDT that arrived as principal.
    /// @return warrantId Warrant with the same par.
    function subscribe(uint256 usdtAmount, uint256 minPrincipal)
        external
        whenNotPaused
        nonReentrant
        returns (uint256 noteId, uint256 warrantId)
    {
        _requireSaleOpen();
        if (usdtAmount == 0) revert Backstop_ZeroAmount();
        uint256 remaining = _saleLimitUsdt() - _soldUsdt;
        if (usdtAmount > remaining) revert Backstop_ExceedsSaleLimit(usdtAmount, remaining);
        uint256 principal = usdt.pull(msg.sender, address(_pool), usdtAmount);
        if (principal < minPrincipal) revert Backstop_BelowMinPrincipal(principal, minPrincipal);
        uint256 soldUsdt = _soldUsdt + principal;
        _soldUsdt = soldUsdt;
        noteId = _note.mint(msg.sender, principal);
        warrantId = _warrant.mint(msg.sender, principal);
        emit Subscribed(msg.sender, noteId, warrantId, principal, soldUsdt);
    }

    /// @notice Ends the sale: fixes what the Notes require, releases the surplus, pays the upfront share, reserves MSTR.
    /// Anyone may call, at any time from the close of the sale on; prices are those of the close. rules.md B4, B5, B9,
    /// B10, B12
    /// @dev A treasury that is short delays the upfront share, never the finalization. Reverts with Backstop_AlreadyFinalized,
    /// Backstop_SaleNotEnded, Backstop_SaleCancelled.
    function finalizeSale() external nonReentrant {
        _requireSaleEnded();
        _isFinalized = true;
        _outstandingUsdt = _soldUsdt;
        _requiredUsdt = _pool.totalShares();
        warrantTotal = BackstopMath.warrantCount(_soldUsdt, _terms.warrantBps, _terms.warrantParUsdt);
        uint256 upfrontUsdt = BackstopMath.upfrontUsdt(_soldUsdt, _terms.upfrontBps);
        upfrontTotal = _inPayoutAsset(upfrontUsdt);
        uint256 mstrPrice = mstrOracle.twap(_terms.saleClose, TWAP_WINDOW);
        _mstrReserved = BackstopMath.reservedMstr(_terms.reserveUsdt, mstrPrice);
        _tellFinalized();
        mstr.mintReserved(address(this), _mstrReserved);
        _distributeProceeds(upfrontUsdt);
    }

    /// @notice Pays what is still owed of the upfront share out of the treasury. Anyone may call. rules.md B9
    /// @dev Reverts with Backstop_SaleNotFinalized, Backstop_UpfrontFullyFunded, Backstop_TreasuryEmpty.
    /// @return paid Amount that arrived in the pool, in base units of the payout asset.
    function fundUpfront() external nonReentrant returns (uint256 paid) {
        if (!_isFinalized) revert Backstop_SaleNotFinalized();
        if (upfrontFunded == upfrontTotal) revert Backstop_UpfrontFullyFunded();
        paid = _pullUpfront();
        if (paid == 0) revert Backstop_TreasuryEmpty();
    }

    /// @dev Most that may be sold (USDT). rules.md B3
    function _saleLimitUsdt() internal view returns (uint256) {
        return BackstopMath.saleLimit(_pool.totalShares(), _terms.coverageBps, _terms.minSaleUsdt, _terms.maxSaleUsdt);
    }

    /// @dev Emits SaleFinalized, then releases the surplus. rules.md B5
    function _tellFinalized() private {
        uint256 staked = _requiredUsdt;
        uint256 required = BackstopMath.requiredFor(_soldUsdt, _terms.coverageBps);
        emit SaleFinalized(_soldUsdt, required, staked - required, upfrontTotal, _mstrReserved, warrantTotal);
        _release(ReleaseCause.SaleFinalized);
    }

    /// @dev A share in USDT stays in the pool out of the proceeds; any other is bought from the treasury, which gets all
    /// proceeds. rules.md B9
    function _distributeProceeds(uint256 upfrontUsdt) private {
        if (_terms.upfrontAsset == PayoutAsset.Usdt) {
            _addUpfront(upfrontUsdt);
            _pool.payOut(address(treasury), _soldUsdt - upfrontUsdt);
        } else {
            _pool.payOut(address(treasury), _soldUsdt);
            _pullUpfront();
        }
    }

    /// @dev Pays what is owed as far as the treasury can.
    function _pullUpfront() private returns (uint256 paid) {
        IERC20 asset = _terms.upfrontAsset == PayoutAsset.Btc ? btc : IERC20(address(mstr));
        paid = treasury.pull(asset, upfrontTotal - upfrontFunded, address(_pool));
        _addUpfront(paid);
    }

    /// @dev Counts what is in the pool for the stakers.
    function _addUpfront(uint256 amount) private {
        if (amount == 0) return;
        upfrontFunded += amount;
        emit UpfrontFunded(amount, upfrontFunded, upfrontTotal);
    }

    /// @dev A USDT amount in the payout asset at the price of the sale's close. Rounds down. rules.md B9
    function _inPayoutAsset(uint256 usdtAmount) private view returns (uint256) {
        if (_terms.upfrontAsset == PayoutAsset.Usdt) return usdtAmount;
        (TwapOracle oracle, uint256 unit) = _terms.upfrontAsset == PayoutAsset.Btc
            ? (btcOracle, BackstopMath.BTC_UNIT)
            : (mstrOracle, BackstopMath.MSTR_UNIT);
        return BackstopMath.usdtToAsset(usdtAmount, unit, oracle.twap(_terms.saleClose, TWAP_WINDOW));
    }

    /// @dev Reverts with Backstop_SaleCancelled or Backstop_SaleClosed.
    function _requireSaleOpen() private view {
        _requireNotCancelled();
        if (block.timestamp < _terms.saleOpen || block.timestamp >= _terms.saleClose) {
            revert Backstop_SaleClosed(_terms.saleOpen, _terms.saleClose, block.timestamp);
        }
    }

    /// @dev Reverts with Backstop_AlreadyFinalized, Backstop_SaleNotEnded or Backstop_SaleCancelled.
    function _requireSaleEnded() private view {
        if (_isFinalized) revert Backstop_AlreadyFinalized();
        _requireNotCancelled();
        if (block.timestamp < _terms.saleClose) revert Backstop_SaleNotEnded(_terms.saleClose, block.timestamp);
    }

    /// @dev Reverts with Backstop_SaleCancelled.
    function _requireNotCancelled() private view {
        if (phase() == Phase.Cancelled) revert Backstop_SaleCancelled(_capacityUsdt(), _terms.minSaleUsdt);
    }
}
