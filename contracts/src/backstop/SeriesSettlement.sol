// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {Backstop_ZeroAmount} from "./BackstopErrors.sol";
import {BackstopMath} from "./BackstopMath.sol";
import {MakeWholeOrder, ReleaseCause, SettlementResult, TWAP_WINDOW} from "./BackstopTypes.sol";
import {Recipient} from "./Recipient.sol";
import {SeriesSale} from "./SeriesSale.sol";

/// @title The end of a series: settlement, the stakers' compensation, repayment of the Notes
/// @dev Settlement moves no USDT: U stays in the pool until Note holders redeem, so one unreachable holder stops nobody.
abstract contract SeriesSettlement is SeriesSale {
    using SafeERC20 for IERC20;

    /// @dev BTC held by the series itself (8 decimals), until settlement.
    uint256 internal _seriesBtc;

    /// @notice The series is settled; the compensation is in `mstrPaid` and `btcOwed`. rules.md B11-B13
    event Settled(SettlementResult result);

    /// @notice A Note was repaid. USDT, 6 decimals; the rest of the principal came from the pool.
    event NoteRedeemed(
        address indexed holder, uint256 indexed noteId, address to, uint256 principalUsdt, uint256 fromLedgerUsdt
    );

    /// @notice BTC for the make-whole arrived with the series (8 decimals).
    event SeriesBtcFunded(address indexed from, uint256 btcAmount, uint256 seriesBtc);

    /// @notice BTC the settlement did not need went to the treasury (8 decimals).
    event SeriesBtcReturned(uint256 btcAmount);

    /// @notice BTC for the stakers arrived in the pool (8 decimals).
    event MakeWholeFunded(uint256 amount, uint256 funded, uint256 owed);

    /// @notice Maturity is not reached. Unix seconds.
    error Backstop_NotMatured(uint256 maturity, uint256 now_);

    /// @notice The series is not settled.
    error Backstop_NotSettled();

    /// @notice The BTC make-whole is paid in full.
    error Backstop_MakeWholeFullyFunded();

    /// @notice Gives BTC to the series for the make-whole. Anyone may, between finalization and settlement; what the
    /// settlement does not need goes to the treasury. rules.md B13
    /// @dev Reverts with Backstop_SaleNotFinalized, Backstop_AlreadySettled, Backstop_ZeroAmount.
    /// @param btcAmount BTC (8 decimals); the series must be approved for it.
    function fundSeriesBtc(uint256 btcAmount) external nonReentrant {
        _requireFinalizedNotSettled();
        if (btcAmount == 0) revert Backstop_ZeroAmount();
        _seriesBtc += btcAmount;
        emit SeriesBtcFunded(msg.sender, btcAmount, _seriesBtc);
        btc.safeTransferFrom(msg.sender, address(this), btcAmount);
    }

    /// @notice Settles the series, once; anyone may call, at any time from maturity on, at the prices of maturity.
    /// rules.md B11-B13
    /// @dev A treasury that is short delays the BTC, never the settlement. Reverts with Backstop_SaleNotFinalized,
    /// Backstop_AlreadySettled, Backstop_NotMatured.
    function settle() external nonReentrant {
        _requireFinalizedNotSettled();
        if (block.timestamp < _terms.maturity) revert Backstop_NotMatured(_terms.maturity, block.timestamp);
        _recordSettlement();
        _setRequired(ReleaseCause.Settled, _settlement.usedUsdt, _ledger.balanceUsdt());
        _mstrReserved = 0;
        mstr.releaseReserved(address(_pool), _settlement.mstrPaid);
        mstr.burnReserved(_settlement.mstrBurnt);
        _payMakeWhole();
        emit Settled(_settlement);
    }

    /// @notice Pays what is still owed of the BTC make-whole out of the treasury. Anyone may call. rules.md B13
    /// @dev Reverts with Backstop_NotSettled, Backstop_MakeWholeFullyFunded, Backstop_TreasuryEmpty.
    /// @return paid BTC that arrived in the pool (8 decimals).
    function fundMakeWhole() external nonReentrant returns (uint256 paid) {
        _requireSettled();
        uint256 owed = _settlement.btcOwed - _settlement.btcFunded;
        if (owed == 0) revert Backstop_MakeWholeFullyFunded();
        paid = treasury.pull(btc, owed, address(_pool));
        if (paid == 0) revert Backstop_TreasuryEmpty();
        _addMakeWhole(paid);
    }

    /// @notice Repays a whole Note after settlement: out of the ledger while it lasts, then out of the pool's U.
    /// rules.md B11
    /// @dev Reverts with Backstop_InvalidRecipient, Backstop_NotSettled, Backstop_NotTokenOwner.
    /// @param noteId Note of the caller.
    /// @param to Recipient; a USDT transfer fee, if one is on, is borne by the recipient.
    /// @return principalUsdt USDT sent (6 decimals).
    function redeem(uint256 noteId, address to) external nonReentrant returns (uint256 principalUsdt) {
        Recipient.check(to);
        _requireSettled();
        _requireTokenOwner(_note, noteId);
        principalUsdt = _note.principalOf(noteId);
        uint256 fromLedger = Math.min(principalUsdt, _ledger.balanceUsdt());
        _outstandingUsdt -= principalUsdt;
        emit NoteRedeemed(msg.sender, noteId, to, principalUsdt, fromLedger);
        _note.reduce(noteId, principalUsdt);
        _ledger.payNote(to, fromLedger);
        _pool.payOut(to, principalUsdt - fromLedger);
    }

    /// @dev Fixes who pays the Notes and what the stakers get for it, at the prices of maturity. rules.md B11-B13
    function _recordSettlement() private {
        _settlement.settledAt = uint64(block.timestamp);
        _settlement.outstandingUsdt = _outstandingUsdt;
        (_settlement.fromLedgerUsdt, _settlement.usedUsdt) =
            BackstopMath.settlement(_outstandingUsdt, _ledger.balanceUsdt());
        _settlement.mstrPriceUsdt = mstrOracle.twap(_terms.maturity, TWAP_WINDOW);
        _settlement.btcPriceUsdt = btcOracle.twap(_terms.maturity, TWAP_WINDOW);
        (_settlement.targetUsdt, _settlement.mstrPaid, _settlement.btcOwed) = BackstopMath.compensation(
            _settlement.usedUsdt,
            _terms.compensationBps,
            _mstrReserved,
            _settlement.mstrPriceUsdt,
            _settlement.btcPriceUsdt
        );
        _settlement.mstrBurnt = _mstrReserved - _settlement.mstrPaid;
    }

    /// @dev Pays the BTC make-whole in the order of the terms as far as the sources reach. rules.md B13
    function _payMakeWhole() private {
        uint256 owed = _settlement.btcOwed;
        if (_terms.makeWholeOrder == MakeWholeOrder.TreasuryFirst) {
            uint256 fromTreasury = treasury.pull(btc, owed, address(_pool));
            _addMakeWhole(fromTreasury + _paySeriesBtc(owed - fromTreasury));
        } else {
            uint256 fromSeries = _paySeriesBtc(owed);
            _addMakeWhole(fromSeries + treasury.pull(btc, owed - fromSeries, address(_pool)));
        }
    }

    /// @dev Pays up to `owed` out of the series' own BTC and returns the rest of it to the treasury.
    function _paySeriesBtc(uint256 owed) private returns (uint256 paid) {
        paid = Math.min(owed, _seriesBtc);
        uint256 leftOver = _seriesBtc - paid;
        _seriesBtc = 0;
        if (paid != 0) btc.safeTransfer(address(_pool), paid);
        if (leftOver == 0) return paid;
        emit SeriesBtcReturned(leftOver);
        btc.safeTransfer(address(treasury), leftOver);
    }

    /// @dev Counts BTC that is in the pool for the stakers.
    function _addMakeWhole(uint256 amount) private {
        if (amount == 0) return;
        _settlement.btcFunded += amount;
        emit MakeWholeFunded(amount, _settlement.btcFunded, _settlement.btcOwed);
    }

    /// @dev Reverts with Backstop_NotSettled.
    function _requireSettled() private view {
        if (_settlement.settledAt == 0) revert Backstop_NotSettled();
    }
}
