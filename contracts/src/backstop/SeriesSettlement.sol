// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {Backstop_ZeroAmount} from "./BackstopErrors.sol";
import {BackstopMath} from "./BackstopMath.sol";
import {MakeWholeOrder, ReleaseCause, SettlementResult} from "./BackstopTypes.sol";
import {Recipient} from "./Recipient.sol";
import {SeriesSale} from "./SeriesSale.sol";

/// @title The end of a series: settlement, the stakers' compensation, repayment of the Notes
/// @dev Settlement moves no USDT: U stays in the pool until Note holders redeem, so one unreachable holder stops nobody.
abstract contract SeriesSettlement is SeriesSale {
    using SafeERC20 for IERC20;

    /// @dev BTC held by the series itself (8 decimals), until it is paid to the stakers or returned.
    uint256 internal _seriesBtc;

    /// @notice The series is settled: who pays the Notes is recorded. rules.md B11
    event Settled(uint256 outstandingUsdt, uint256 fromLedgerUsdt, uint256 usedUsdt);

    /// @notice The compensation is fixed: MSTR paid and burnt, BTC owed. rules.md B12, B13
    event CompensationFixed(SettlementResult result);

    /// @notice What the ledger holds above all Notes went to the treasury (USDT, 6 decimals). rules.md B6
    event LedgerSwept(uint256 usdtAmount);

    /// @notice A Note was repaid. USDT, 6 decimals; the rest of the principal came from the pool.
    event NoteRedeemed(
        address indexed holder, uint256 indexed noteId, address to, uint256 principalUsdt, uint256 fromLedgerUsdt
    );

    /// @notice BTC for the make-whole arrived with the series (8 decimals).
    event SeriesBtcFunded(address indexed from, uint256 btcAmount, uint256 seriesBtc);

    /// @notice BTC the make-whole did not need went to the treasury (8 decimals).
    event SeriesBtcReturned(uint256 btcAmount);

    /// @notice BTC for the stakers arrived in the pool (8 decimals).
    event MakeWholeFunded(uint256 amount, uint256 funded, uint256 owed);

    /// @notice Maturity is not reached. Unix seconds.
    error Backstop_NotMatured(uint256 maturity, uint256 now_);

    /// @notice The series is not settled.
    error Backstop_NotSettled();

    /// @notice The compensation is not fixed yet.
    error Backstop_CompensationNotFixed();

    /// @notice The compensation is fixed. Unix seconds.
    error Backstop_CompensationFixed(uint256 fixedAt);

    /// @notice The make-whole still needs the BTC of the series (8 decimals).
    error Backstop_MakeWholeOwed(uint256 owed);

    /// @notice There is nothing that could be returned.
    error Backstop_NothingToReturn();

    /// @notice The BTC make-whole is paid in full.
    error Backstop_MakeWholeFullyFunded();

    /// @notice Gives BTC to the series for the make-whole. Anyone may, between finalization and settlement; what the
    /// make-whole does not need goes to the treasury. rules.md B13
    /// @dev Reverts with Backstop_SaleNotFinalized, Backstop_AlreadySettled, Backstop_ZeroAmount.
    /// @param btcAmount BTC (8 decimals); the series must be approved for it.
    function fundSeriesBtc(uint256 btcAmount) external nonReentrant {
        _requireFinalizedNotSettled();
        if (btcAmount == 0) revert Backstop_ZeroAmount();
        _seriesBtc += btcAmount;
        emit SeriesBtcFunded(msg.sender, btcAmount, _seriesBtc);
        btc.safeTransferFrom(msg.sender, address(this), btcAmount);
    }

    /// @notice Settles the series, once; anyone may call, at any time from maturity on. It only records who pays the
    /// Notes: it moves nothing, asks no price and needs no role, so that nothing can keep Notes and stakers from their
    /// USDT. rules.md B11, B18
    /// @dev Reverts with Backstop_SaleNotFinalized, Backstop_AlreadySettled, Backstop_NotMatured.
    function settle() external nonReentrant {
        _requireFinalizedNotSettled();
        if (block.timestamp < _terms.maturity) revert Backstop_NotMatured(_terms.maturity, block.timestamp);
        uint256 ledgerUsdt = _ledger.balanceUsdt();
        (uint256 fromLedger, uint256 used) = BackstopMath.settlement(_outstandingUsdt, ledgerUsdt);
        _settlement.settledAt = uint64(block.timestamp);
        _settlement.outstandingUsdt = _outstandingUsdt;
        _settlement.fromLedgerUsdt = fromLedger;
        _settlement.usedUsdt = used;
        _setRequired(ReleaseCause.Settled, used, ledgerUsdt);
        emit Settled(_outstandingUsdt, fromLedger, used);
    }

    /// @notice Fixes the stakers' compensation at the prices of maturity, once, and pays its MSTR; the rest of the
    /// reserve is burnt. Anyone may call. With U = 0 it asks no price. rules.md B12, B13
    /// @dev Mints M first if nobody has. Reverts with Backstop_NotSettled, Backstop_CompensationFixed, Backstop_PriceNotRecorded, and AccessControlUnauthorizedAccount if M is still to be minted and the series may not mint.
    function fixCompensation() external nonReentrant {
        _requireSettled();
        if (_settlement.fixedAt != 0) revert Backstop_CompensationFixed(_settlement.fixedAt);
        _settlement.fixedAt = uint64(block.timestamp);
        if (_settlement.usedUsdt != 0) _computeCompensation();
        _isMstrReserved = true;
        _settlement.mstrBurnt = _mstrReserved - _settlement.mstrPaid;
        _mstrReserved = 0;
        emit CompensationFixed(_settlement);
        mstr.releaseReserved(address(_pool), _settlement.mstrPaid);
        mstr.burnReserved(_settlement.mstrBurnt);
    }

    /// @notice Pays what is still owed of the BTC make-whole, out of the series' BTC and the treasury in the order of the
    /// terms, as far as they reach. Anyone may call. rules.md B13
    /// @dev Reverts with Backstop_NotSettled, Backstop_CompensationNotFixed, Backstop_MakeWholeFullyFunded,
    /// Backstop_TreasuryEmpty.
    /// @return paid BTC that arrived in the pool (8 decimals).
    function fundMakeWhole() external nonReentrant returns (uint256 paid) {
        uint256 owed = _makeWholeOwed();
        if (owed == 0) revert Backstop_MakeWholeFullyFunded();
        if (_terms.makeWholeOrder == MakeWholeOrder.TreasuryFirst) {
            paid = treasury.pull(btc, owed, address(_pool));
            paid += _paySeriesBtc(owed - paid);
        } else {
            paid = _paySeriesBtc(owed);
            if (paid != owed) paid += treasury.pull(btc, owed - paid, address(_pool));
        }
        if (paid == 0) revert Backstop_TreasuryEmpty();
        _settlement.btcFunded += paid;
        emit MakeWholeFunded(paid, _settlement.btcFunded, _settlement.btcOwed);
    }

    /// @notice Returns the series' BTC to the treasury once the make-whole is paid in full. Anyone may call. rules.md B13
    /// @dev Reverts with Backstop_NotSettled, Backstop_CompensationNotFixed, Backstop_MakeWholeOwed,
    /// Backstop_NothingToReturn.
    /// @return returned BTC (8 decimals).
    function returnSeriesBtc() external nonReentrant returns (uint256 returned) {
        uint256 owed = _makeWholeOwed();
        if (owed != 0) revert Backstop_MakeWholeOwed(owed);
        returned = _seriesBtc;
        if (returned == 0) revert Backstop_NothingToReturn();
        _seriesBtc = 0;
        emit SeriesBtcReturned(returned);
        btc.safeTransfer(address(treasury), returned);
    }

    /// @notice Moves what the ledger holds above all Notes, L - O, to the treasury after settlement. Anyone may call.
    /// rules.md B6
    /// @dev Redemptions lower O and L together, so that the difference waits unchanged. Reverts with
    /// Backstop_NotSettled, Backstop_NothingToReturn.
    /// @return usdtAmount USDT sent (6 decimals).
    function sweepLedger() external nonReentrant returns (uint256 usdtAmount) {
        _requireSettled();
        usdtAmount = Math.saturatingSub(_ledger.balanceUsdt(), _outstandingUsdt);
        if (usdtAmount == 0) revert Backstop_NothingToReturn();
        emit LedgerSwept(usdtAmount);
        _ledger.pay(address(treasury), usdtAmount);
    }

    /// @notice Repays a whole Note after settlement: out of the ledger while it lasts, then out of the pool's U.
    /// rules.md B11
    /// @dev Reverts with Backstop_InvalidRecipient, Backstop_NotSettled, Backstop_NotTokenOwner.
    /// @param noteId Note of the caller.
    /// @param to Recipient; a USDT transfer fee, if one is on, is borne by the recipient.
    /// @return principalUsdt USDT sent (6 decimals).
    function redeem(uint256 noteId, address to) external nonReentrant returns (uint256 principalUsdt) {
        Recipient.check(to, registry);
        _requireSettled();
        _requireTokenOwner(_note, noteId);
        principalUsdt = _note.principalOf(noteId);
        uint256 fromLedger = Math.min(principalUsdt, _ledger.balanceUsdt());
        _outstandingUsdt -= principalUsdt;
        emit NoteRedeemed(msg.sender, noteId, to, principalUsdt, fromLedger);
        _note.take(noteId, principalUsdt);
        _ledger.pay(to, fromLedger);
        _pool.payOut(to, principalUsdt - fromLedger);
    }

    /// @dev P, Pbtc, Q and what follows from them, for U above 0. rules.md B13
    function _computeCompensation() private {
        if (!_isMstrReserved) _reserveMstr();
        uint256 mstrPrice = mstrOracle.twap(_terms.maturity, _terms.twapWindow);
        uint256 btcPrice = btcOracle.twap(_terms.maturity, _terms.twapWindow);
        _settlement.mstrPriceUsdt = mstrPrice;
        _settlement.btcPriceUsdt = btcPrice;
        (_settlement.targetUsdt, _settlement.mstrPaid, _settlement.btcOwed) =
            BackstopMath.compensation(_settlement.usedUsdt, _terms.compensationBps, _mstrReserved, mstrPrice, btcPrice);
    }

    /// @dev Pays up to `owed` out of the series' own BTC.
    function _paySeriesBtc(uint256 owed) private returns (uint256 paid) {
        paid = Math.min(owed, _seriesBtc);
        if (paid == 0) return 0;
        _seriesBtc -= paid;
        btc.safeTransfer(address(_pool), paid);
    }

    /// @dev BTC still owed to the stakers. Reverts with Backstop_NotSettled, Backstop_CompensationNotFixed.
    function _makeWholeOwed() private view returns (uint256) {
        _requireSettled();
        if (_settlement.fixedAt == 0) revert Backstop_CompensationNotFixed();
        return _settlement.btcOwed - _settlement.btcFunded;
    }

    /// @dev Reverts with Backstop_NotSettled.
    function _requireSettled() private view {
        if (_settlement.settledAt == 0) revert Backstop_NotSettled();
    }
}
