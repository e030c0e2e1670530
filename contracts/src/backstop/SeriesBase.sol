// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Initializable} from "@openzeppelin/contracts/proxy/utils/Initializable.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import {Pausable} from "@openzeppelin/contracts/utils/Pausable.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {MstrToken} from "./MstrToken.sol";
import {Treasury} from "./Treasury.sol";
import {TwapOracle} from "./TwapOracle.sol";
import {BackstopMath} from "./BackstopMath.sol";
import {BackstopPool} from "./BackstopPool.sol";
import {Phase, ReleaseCause, SettlementResult, Terms} from "./BackstopTypes.sol";
import {NoteNFT} from "./NoteNFT.sol";
import {SeriesLedger} from "./SeriesLedger.sol";
import {SeriesRegistry} from "./SeriesRegistry.sol";
import {WarrantNFT} from "./WarrantNFT.sol";

/// @title What all parts of a series share: its contracts, its terms, its phase and its required backstop
/// @dev USDT amounts have 6 decimals, MSTR 18, BTC 8. The guard keeps its flag in transient storage, so a clone needs
/// no constructor for it.
abstract contract SeriesBase is Initializable, Pausable, ReentrancyGuardTransient {
    /// @notice USDT.
    IERC20 public immutable usdt;

    /// @notice BTC (8 decimals).
    IERC20 public immutable btc;

    /// @notice MSTR.
    MstrToken public immutable mstr;

    /// @notice Receives retained proceeds and pays the protocol's debts.
    Treasury public immutable treasury;

    /// @notice Average price of MSTR.
    TwapOracle public immutable mstrOracle;

    /// @notice Average price of BTC.
    TwapOracle public immutable btcOracle;

    /// @notice Registry that created the series, keeps its roles and knows the contracts of all series.
    SeriesRegistry public registry;

    BackstopPool internal _pool;
    SeriesLedger internal _ledger;
    NoteNFT internal _note;
    WarrantNFT internal _warrant;
    Terms internal _terms;
    SettlementResult internal _settlement;

    bool internal _isFinalized;

    /// @dev All principal ever sold (USDT).
    uint256 internal _soldUsdt;

    /// @dev O: principal not converted and not redeemed (USDT). Counted from finalization on.
    uint256 internal _outstandingUsdt;

    /// @dev R from finalization on (USDT); after settlement U.
    uint256 internal _requiredUsdt;

    /// @notice Required backstop fell, and the stakers may withdraw the difference. USDT (6 decimals). rules.md B5, B6
    event BackstopReleased(
        ReleaseCause indexed cause,
        uint256 requiredBefore,
        uint256 requiredAfter,
        uint256 outstandingUsdt,
        uint256 ledgerUsdt
    );

    /// @notice The sale is not finalized.
    error Backstop_SaleNotFinalized();

    /// @notice The stake does not cover the minimum sale: the series is cancelled. USDT, 6 decimals. rules.md B3
    error Backstop_SaleCancelled(uint256 capacityUsdt, uint256 minSaleUsdt);

    /// @notice The series is settled. Unix seconds.
    error Backstop_AlreadySettled(uint256 settledAt);

    /// @notice Only the owner of the NFT may do this.
    error Backstop_NotTokenOwner(uint256 id, address caller, address owner);

    /// @param usdt_ USDT.
    /// @param btc_ BTC (8 decimals).
    /// @param mstr_ MSTR.
    /// @param treasury_ Treasury.
    /// @param mstrOracle_ Average price of MSTR.
    /// @param btcOracle_ Average price of BTC.
    constructor(
        IERC20 usdt_,
        IERC20 btc_,
        MstrToken mstr_,
        Treasury treasury_,
        TwapOracle mstrOracle_,
        TwapOracle btcOracle_
    ) {
        usdt = usdt_;
        btc = btc_;
        mstr = mstr_;
        treasury = treasury_;
        mstrOracle = mstrOracle_;
        btcOracle = btcOracle_;
        _disableInitializers();
    }

    /// @notice Where the series stands in its life. rules.md B1, B3
    function phase() public view returns (Phase) {
        if (_settlement.settledAt != 0) return Phase.Settled;
        if (_isFinalized) return block.timestamp < _terms.maturity ? Phase.Tenor : Phase.Matured;
        if (block.timestamp < _terms.stakingOpen) return Phase.Announced;
        if (block.timestamp < _terms.stakingClose) return Phase.Staking;
        return _capacityUsdt() < _terms.minSaleUsdt ? Phase.Cancelled : Phase.Sale;
    }

    /// @notice R (USDT, 6 decimals): everything staked until the sale is finalized, 0 when cancelled, U after
    /// settlement. rules.md B3-B6, B11
    function requiredUsdt() public view returns (uint256) {
        if (_isFinalized) return _requiredUsdt;
        return phase() == Phase.Cancelled ? 0 : _pool.totalShares();
    }

    /// @dev Principal the stake can cover (USDT). rules.md B3
    function _capacityUsdt() internal view returns (uint256) {
        return BackstopMath.capacity(_pool.totalShares(), _terms.coverageBps);
    }

    /// @dev Lowers R to what is still uncovered, and tells. It never rises. rules.md B6
    function _release(ReleaseCause cause) internal {
        uint256 ledgerUsdt = _ledger.balanceUsdt();
        uint256 required = BackstopMath.requiredAfter(_requiredUsdt, _outstandingUsdt, ledgerUsdt, _terms.coverageBps);
        _setRequired(cause, required, ledgerUsdt);
    }

    /// @dev Sets R, and tells if it fell.
    function _setRequired(ReleaseCause cause, uint256 required, uint256 ledgerUsdt) internal {
        uint256 requiredBefore = _requiredUsdt;
        if (required == requiredBefore) return;
        _requiredUsdt = required;
        emit BackstopReleased(cause, requiredBefore, required, _outstandingUsdt, ledgerUsdt);
    }

    /// @dev Reverts with Backstop_SaleNotFinalized, or Backstop_AlreadySettled.
    function _requireFinalizedNotSettled() internal view {
        if (!_isFinalized) revert Backstop_SaleNotFinalized();
        if (_settlement.settledAt != 0) revert Backstop_AlreadySettled(_settlement.settledAt);
    }

    /// @dev Reverts with Backstop_NotTokenOwner, or ERC721NonexistentToken.
    function _requireTokenOwner(IERC721 token, uint256 id) internal view {
        address owner = token.ownerOf(id);
        if (owner != msg.sender) revert Backstop_NotTokenOwner(id, msg.sender, owner);
    }
}
