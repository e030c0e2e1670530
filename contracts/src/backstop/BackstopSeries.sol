// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {MstrToken} from "./MstrToken.sol";
import {PAUSER_ROLE} from "../shared/Roles.sol";
import {Kept, StrayToken} from "../shared/StrayToken.sol";
import {Treasury} from "./Treasury.sol";
import {TwapOracle} from "./TwapOracle.sol";
import {BackstopPool} from "./BackstopPool.sol";
import {Phase, SeriesAddresses, SeriesState, SettlementResult, Terms} from "./BackstopTypes.sol";
import {NoteNFT} from "./NoteNFT.sol";
import {SeriesBase} from "./SeriesBase.sol";
import {SeriesLedger} from "./SeriesLedger.sol";
import {SeriesRegistry} from "./SeriesRegistry.sol";
import {SeriesSettlement} from "./SeriesSettlement.sol";
import {SeriesTenor} from "./SeriesTenor.sol";
import {WarrantNFT} from "./WarrantNFT.sol";

/// @title One bond series: its terms, its sale, its tenor and its settlement
/// @notice Cloned once per series by the registry. A pause stops entries (stake, subscribe, exercise), never exits.
contract BackstopSeries is SeriesTenor, SeriesSettlement {
    /// @notice Only the pool of this series may call.
    error Backstop_NotPool(address caller);

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
    ) SeriesBase(usdt_, btc_, mstr_, treasury_, mstrOracle_, btcOracle_) {}

    /// @notice Binds a new clone to its terms and contracts, once. The caller becomes its registry. rules.md B1
    /// @param terms_ Terms, validated by the registry.
    /// @param addresses_ Contracts of the series.
    function initialize(Terms calldata terms_, SeriesAddresses calldata addresses_) external initializer {
        registry = SeriesRegistry(msg.sender);
        _terms = terms_;
        _pool = BackstopPool(addresses_.pool);
        _ledger = SeriesLedger(addresses_.ledger);
        _note = NoteNFT(addresses_.note);
        _warrant = WarrantNFT(addresses_.warrant);
    }

    /// @notice Stops entries: stake, subscribe, exercise. PAUSER_ROLE of the registry only.
    /// @dev Reverts with AccessControlUnauthorizedAccount, EnforcedPause.
    function pause() external {
        _requirePauser();
        _pause();
    }

    /// @notice Opens entries again. PAUSER_ROLE of the registry only.
    /// @dev Reverts with AccessControlUnauthorizedAccount, ExpectedPause.
    function unpause() external {
        _requirePauser();
        _unpause();
    }

    /// @notice Sends the treasury what came here by mistake: any other token, all USDT, and BTC and MSTR above what is
    /// counted. Anyone may call.
    /// @dev Reverts with Stray_NothingToRecover.
    /// @param token Token to send.
    function recoverStray(IERC20 token) external nonReentrant {
        Kept[] memory kept = new Kept[](2);
        kept[0] = Kept(btc, _seriesBtc);
        kept[1] = Kept(mstr, _mstrReserved);
        StrayToken.recover(token, address(treasury), kept);
    }

    /// @notice Where pool and ledger send what came there by mistake: the treasury.
    /// @dev Reverts with ReentrancyGuardReentrantCall while a function of the series runs: pool and ledger may then hold
    /// what is not counted yet, or still hold what is counted as paid.
    function strayTo() external view nonReentrantView returns (address) {
        return address(treasury);
    }

    /// @notice Mints a staker's Warrant. Pool only: reverts with Backstop_NotPool. rules.md B10
    /// @param to Recipient.
    /// @param warrants Number of warrants in it; its par is that times the par of one.
    /// @return warrantId Id of the Warrant.
    function mintStakerWarrant(address to, uint256 warrants) external returns (uint256 warrantId) {
        if (msg.sender != address(_pool)) revert Backstop_NotPool(msg.sender);
        return _warrant.mint(to, warrants * _terms.warrantParUsdt);
    }

    /// @notice Which rights the series still has a use for.
    /// @return needsMinting MSTR may still have to be minted: until the compensation is fixed.
    /// @return needsPay The treasury may still have to pay: until maturity for early redemptions, and while upfront share or
    /// make-whole are owed.
    function needsRights() external view returns (bool needsMinting, bool needsPay) {
        if (phase() == Phase.Cancelled) return (false, false);
        needsMinting = _settlement.fixedAt == 0;
        bool owesUpfront = !_isUpfrontFixed || upfrontFunded != upfrontTotal;
        needsPay = needsMinting || owesUpfront || _settlement.btcFunded != _settlement.btcOwed;
    }

    /// @notice The terms, fixed at creation. rules.md B1
    function terms() external view returns (Terms memory) {
        return _terms;
    }

    /// @notice How the series was settled; all zero before. `btcFunded` grows with later funding. rules.md B11-B13
    function settlement() external view returns (SettlementResult memory) {
        return _settlement;
    }

    /// @notice The contracts of this series.
    function addresses() external view returns (SeriesAddresses memory) {
        return SeriesAddresses(address(this), address(_pool), address(_ledger), address(_note), address(_warrant));
    }

    /// @notice Everything that changes, in one call. Units: see SeriesState.
    function state() external view returns (SeriesState memory result) {
        result.phase = phase();
        result.isPaused = paused();
        result.isFinalized = _isFinalized;
        result.totalShares = _pool.totalShares();
        result.capacityUsdt = _capacityUsdt();
        result.saleLimitUsdt = _saleLimitUsdt();
        result.soldUsdt = _soldUsdt;
        result.outstandingUsdt = _isFinalized ? _outstandingUsdt : _soldUsdt;
        result.ledgerUsdt = _ledger.balanceUsdt();
        result.requiredUsdt = requiredUsdt();
        result.stakerCount = _pool.stakerCount();
        result.withdrawnUsdt = _pool.withdrawnTotal();
        result.upfrontUsdt = upfrontUsdt;
        result.isUpfrontFixed = _isUpfrontFixed;
        result.upfrontTotal = upfrontTotal;
        result.upfrontFunded = upfrontFunded;
        result.warrantTotal = warrantTotal;
        result.isWarrantAllocationComplete = _isFinalized && (warrantTotal == 0 || _pool.isAllocationComplete());
        result.isMstrReserved = _isMstrReserved;
        result.mstrReserved = _mstrReserved;
        result.seriesBtc = _seriesBtc;
    }

    /// @dev Reverts with AccessControlUnauthorizedAccount.
    function _requirePauser() private view {
        if (!registry.hasRole(PAUSER_ROLE, msg.sender)) {
            revert IAccessControl.AccessControlUnauthorizedAccount(msg.sender, PAUSER_ROLE);
        }
    }
}
