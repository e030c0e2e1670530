// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {MeasuredTransfer} from "../shared/MeasuredTransfer.sol";
import {TwapOracle} from "./TwapOracle.sol";
import {Backstop_ZeroAmount} from "./BackstopErrors.sol";
import {BackstopMath} from "./BackstopMath.sol";
import {PayoutAsset, Phase, ReleaseCause} from "./BackstopTypes.sol";
import {SeriesBase} from "./SeriesBase.sol";

/// @title The sale of a series: subscriptions, finalization, the stakers' upfront share
/// @dev Buyers' USDT wait in the pool, apart from the stake, until finalization: no USDT transfer fee is paid twice.
abstract contract SeriesSale is SeriesBase {
    using MeasuredTransfer for IERC20;

    /// @notice What the stakers are owed upfront, in USDT (6 decimals); recorded at finalization. rules.md B9
    uint256 public upfrontUsdt;

    /// @notice The same in base units of the payout asset; 0 until it is fixed, see `fundUpfront`. rules.md B9
    uint256 public upfrontTotal;

    /// @notice How much of it has been paid into the pool, in base units of the payout asset.
    uint256 public upfrontFunded;

    /// @notice Number of warrants the stakers receive together. rules.md B10
    uint256 public warrantTotal;

    /// @dev Whether `upfrontTotal` is known: at once in USDT, else once the price of the sale's close is.
    bool internal _isUpfrontFixed;

    /// @dev Whether M has been minted, or is not needed any more.
    bool internal _isMstrReserved;

    /// @dev M: MSTR in reserve with the series, until the compensation is fixed.
    uint256 internal _mstrReserved;

    /// @notice Notes were sold. USDT, 6 decimals.
    event Subscribed(
        address indexed buyer,
        uint256 indexed noteId,
        uint256 indexed warrantId,
        uint256 principalUsdt,
        uint256 soldUsdt
    );

    /// @notice The sale ended. USDT, 6 decimals; `upfrontUsdt` is the value of the stakers' upfront share.
    event SaleFinalized(
        uint256 soldUsdt, uint256 requiredUsdt, uint256 surplusUsdt, uint256 upfrontUsdt, uint256 warrants
    );

    /// @notice The upfront share is known in base units of the payout asset. rules.md B9
    event UpfrontFixed(uint256 total);

    /// @notice M was minted into the reserve (18 decimals), at a price in USDT units per whole MSTR; both 0 if the terms
    /// ask for no reserve. rules.md B12
    event MstrReserved(uint256 mstrAmount, uint256 mstrPriceUsdt);

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

    /// @notice M is minted already, or not needed any more.
    error Backstop_AlreadyReserved();

    /// @notice The treasury has none of the asset now.
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

    /// @notice Ends the sale: fixes what the Notes require, releases the surplus, records what is owed upfront. Anyone
    /// may call, at any time from the close of the sale on. Moves nothing but USDT, asks no price and needs no role: a
    /// share in USDT is paid at once, any other by `fundUpfront`; MSTR is minted by `reserveMstr`. rules.md B4, B5, B9,
    /// B10, B18
    /// @dev Reverts with Backstop_AlreadyFinalized, Backstop_SaleNotEnded, Backstop_SaleCancelled.
    function finalizeSale() external nonReentrant {
        _requireSaleEnded();
        _isFinalized = true;
        _outstandingUsdt = _soldUsdt;
        _requiredUsdt = _pool.totalShares();
        warrantTotal = BackstopMath.warrantCount(_soldUsdt, _terms.warrantBps, _terms.warrantParUsdt);
        upfrontUsdt = BackstopMath.upfrontUsdt(_soldUsdt, _terms.upfrontBps);
        _tellFinalized();
        _distributeProceeds();
    }

    /// @notice Mints M into the series' reserve, once, at the price of the sale's close. Anyone may call. rules.md B12,
    /// B13
    /// @dev Reverts with Backstop_SaleNotFinalized, Backstop_AlreadyReserved, Backstop_PriceNotRecorded, and
    /// AccessControlUnauthorizedAccount if the series may not mint.
    function reserveMstr() external nonReentrant {
        if (!_isFinalized) revert Backstop_SaleNotFinalized();
        if (_isMstrReserved) revert Backstop_AlreadyReserved();
        _reserveMstr();
    }

    /// @notice Fixes the upfront share at the price of the sale's close, if that has not been done, and pays what is
    /// still owed of it out of the treasury. Anyone may call. rules.md B9
    /// @dev A treasury without the asset does not undo the fixing. Reverts with Backstop_SaleNotFinalized,
    /// Backstop_UpfrontFullyFunded, Backstop_TreasuryEmpty, Backstop_PriceNotRecorded.
    /// @return paid Amount that arrived in the pool, in base units of the payout asset.
    function fundUpfront() external nonReentrant returns (uint256 paid) {
        if (!_isFinalized) revert Backstop_SaleNotFinalized();
        bool isNew = !_isUpfrontFixed;
        if (isNew) _fixUpfront(_inPayoutAsset());
        else if (upfrontFunded == upfrontTotal) revert Backstop_UpfrontFullyFunded();
        IERC20 asset = _terms.upfrontAsset == PayoutAsset.Btc ? btc : IERC20(address(mstr));
        paid = treasury.pull(asset, upfrontTotal - upfrontFunded, address(_pool));
        if (paid == 0 && !isNew) revert Backstop_TreasuryEmpty();
        _addUpfront(paid);
    }

    /// @dev Most that may be sold (USDT). rules.md B3
    function _saleLimitUsdt() internal view returns (uint256) {
        return BackstopMath.saleLimit(_pool.totalShares(), _terms.coverageBps, _terms.minSaleUsdt, _terms.maxSaleUsdt);
    }

    /// @dev Emits SaleFinalized, then releases the surplus. rules.md B5
    function _tellFinalized() private {
        uint256 staked = _requiredUsdt;
        uint256 required = BackstopMath.requiredFor(_soldUsdt, _terms.coverageBps);
        emit SaleFinalized(_soldUsdt, required, staked - required, upfrontUsdt, warrantTotal);
        _release(ReleaseCause.SaleFinalized);
    }

    /// @dev A share in USDT stays in the pool out of the proceeds; any other is bought from the treasury, which gets all
    /// proceeds. rules.md B9
    function _distributeProceeds() private {
        if (_terms.upfrontAsset == PayoutAsset.Usdt) {
            _fixUpfront(upfrontUsdt);
            _addUpfront(upfrontUsdt);
            _pool.payOut(address(treasury), _soldUsdt - upfrontUsdt);
        } else {
            _pool.payOut(address(treasury), _soldUsdt);
        }
    }

    /// @dev Mints M at the price of the sale's close; terms without a reserve need no price. rules.md B12
    function _reserveMstr() internal {
        _isMstrReserved = true;
        uint256 price = 0;
        uint256 amount = 0;
        if (_terms.reserveUsdt != 0) {
            price = mstrOracle.twap(_terms.saleClose, _terms.twapWindow);
            amount = BackstopMath.reservedMstr(_terms.reserveUsdt, price);
        }
        _mstrReserved = amount;
        emit MstrReserved(amount, price);
        mstr.mintReserved(address(this), amount);
    }

    /// @dev Sets what is owed upfront in the payout asset, once.
    function _fixUpfront(uint256 total) private {
        _isUpfrontFixed = true;
        upfrontTotal = total;
        emit UpfrontFixed(total);
    }

    /// @dev Counts what is in the pool for the stakers.
    function _addUpfront(uint256 amount) private {
        if (amount == 0) return;
        upfrontFunded += amount;
        emit UpfrontFunded(amount, upfrontFunded, upfrontTotal);
    }

    /// @dev The upfront share in BTC or MSTR at the price of the sale's close. Rounds down. rules.md B9
    function _inPayoutAsset() private view returns (uint256) {
        (TwapOracle oracle, uint256 unit) = _terms.upfrontAsset == PayoutAsset.Btc
            ? (btcOracle, BackstopMath.BTC_UNIT)
            : (mstrOracle, BackstopMath.MSTR_UNIT);
        return BackstopMath.usdtToAsset(upfrontUsdt, unit, oracle.twap(_terms.saleClose, _terms.twapWindow));
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
