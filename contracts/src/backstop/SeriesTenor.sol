// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {MeasuredTransfer} from "../shared/MeasuredTransfer.sol";
import {Backstop_ZeroAmount} from "./BackstopErrors.sol";
import {BackstopMath} from "./BackstopMath.sol";
import {Payer, Phase, ReleaseCause} from "./BackstopTypes.sol";
import {Recipient} from "./Recipient.sol";
import {SeriesBase} from "./SeriesBase.sol";

/// @title What happens between finalization and maturity: exercises, conversions, early redemptions
abstract contract SeriesTenor is SeriesBase {
    using MeasuredTransfer for IERC20;

    /// @notice A Warrant was exercised. `parUsdt` is what arrived in the ledger (6 decimals), MSTR 18 decimals; `restId` is
    /// the Warrant with the rest of the par, 0 if there is none.
    event WarrantExercised(
        address indexed holder, uint256 indexed warrantId, uint256 parUsdt, uint256 mstrAmount, uint256 restId
    );

    /// @notice A Note, or part of it, became MSTR. USDT 6 decimals, MSTR 18; `restId` is the Note with the rest, 0 if there is
    /// none.
    event NoteConverted(
        address indexed holder, uint256 indexed noteId, uint256 principalUsdt, uint256 mstrAmount, uint256 restId
    );

    /// @notice A Note, or part of it, was repaid before maturity. USDT, 6 decimals; `restId` is the Note with the rest, 0 if
    /// there is none.
    event NoteRedeemedEarly(
        address indexed holder, uint256 indexed noteId, Payer payer, address to, uint256 principalUsdt, uint256 restId
    );

    /// @notice Only between the finalization of the sale and maturity.
    error Backstop_NotInTenor(Phase phase, uint256 maturity, uint256 now_);

    /// @dev Reverts with Backstop_NotInTenor.
    modifier onlyTenor() {
        if (phase() != Phase.Tenor) revert Backstop_NotInTenor(phase(), _terms.maturity, block.timestamp);
        _;
    }

    /// @notice Pays par into the ledger for newly minted MSTR at the strike. Rounds MSTR down. rules.md B6
    /// @dev If a transfer fee is on, only what arrives is exercised. Reverts with EnforcedPause, Backstop_NotInTenor, Backstop_ZeroAmount,
    /// Backstop_NotTokenOwner, Backstop_ExceedsTokenAmount.
    /// @param warrantId Warrant of the caller.
    /// @param parUsdt USDT to send (6 decimals), the whole par or part of it; the series must be approved for it.
    /// @return mstrAmount MSTR for the caller (18 decimals).
    function exercise(uint256 warrantId, uint256 parUsdt)
        external
        whenNotPaused
        nonReentrant
        onlyTenor
        returns (uint256 mstrAmount)
    {
        if (parUsdt == 0) revert Backstop_ZeroAmount();
        _requireTokenOwner(_warrant, warrantId);
        uint256 received = usdt.pull(msg.sender, address(_ledger), parUsdt);
        mstrAmount = BackstopMath.usdtToAsset(received, BackstopMath.MSTR_UNIT, _terms.strikeUsdt);
        uint256 restId = _warrant.take(warrantId, received);
        emit WarrantExercised(msg.sender, warrantId, received, mstrAmount, restId);
        _ledger.credit(received);
        _release(ReleaseCause.WarrantExercised);
        mstr.mint(msg.sender, mstrAmount);
    }

    /// @notice Turns principal into newly minted MSTR at the conversion price. Rounds MSTR down. rules.md B6
    /// @dev Reverts with Backstop_NotInTenor, Backstop_ZeroAmount, Backstop_NotTokenOwner, Backstop_ExceedsTokenAmount.
    /// @param noteId Note of the caller.
    /// @param principalUsdt Principal to convert (USDT, 6 decimals), the whole or part of it.
    /// @return mstrAmount MSTR for the caller (18 decimals).
    function convert(uint256 noteId, uint256 principalUsdt)
        external
        nonReentrant
        onlyTenor
        returns (uint256 mstrAmount)
    {
        uint256 restId = _takePrincipal(noteId, principalUsdt);
        mstrAmount = BackstopMath.usdtToAsset(principalUsdt, BackstopMath.MSTR_UNIT, _terms.conversionUsdt);
        emit NoteConverted(msg.sender, noteId, principalUsdt, mstrAmount, restId);
        _release(ReleaseCause.NoteConverted);
        mstr.mint(msg.sender, mstrAmount);
    }

    /// @notice Repays principal before maturity, out of the ledger or out of the treasury's budget for this series.
    /// Paid by the ledger it releases nothing, paid by the treasury it releases backstop. rules.md B6
    /// @dev Reverts with Backstop_InvalidRecipient, Backstop_NotInTenor, Backstop_ZeroAmount, Backstop_NotTokenOwner, Backstop_ExceedsTokenAmount, Backstop_LedgerShort,
    /// Backstop_ExceedsEarlyRedemptionBudget, Backstop_TreasuryShort.
    /// @param noteId Note of the caller.
    /// @param principalUsdt Principal to redeem (USDT, 6 decimals), the whole or part of it.
    /// @param payer Who pays.
    /// @param to Recipient; a USDT transfer fee, if one is on, is borne by the recipient.
    function redeemEarly(uint256 noteId, uint256 principalUsdt, Payer payer, address to)
        external
        nonReentrant
        onlyTenor
    {
        Recipient.check(to, registry);
        uint256 restId = _takePrincipal(noteId, principalUsdt);
        emit NoteRedeemedEarly(msg.sender, noteId, payer, to, principalUsdt, restId);
        if (payer == Payer.Ledger) {
            _ledger.pay(to, principalUsdt);
        } else {
            _release(ReleaseCause.NoteRedeemed);
            treasury.payEarlyRedemption(to, principalUsdt);
        }
    }

    /// @dev Takes principal out of a Note of the caller, and out of O; the rest becomes a new Note. rules.md B19
    function _takePrincipal(uint256 noteId, uint256 principalUsdt) private returns (uint256 restId) {
        if (principalUsdt == 0) revert Backstop_ZeroAmount();
        _requireTokenOwner(_note, noteId);
        restId = _note.take(noteId, principalUsdt);
        _outstandingUsdt -= principalUsdt;
    }
}
