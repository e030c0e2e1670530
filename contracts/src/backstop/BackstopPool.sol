// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Backstop_NotSeries} from "./BackstopErrors.sol";
import {BackstopMath} from "./BackstopMath.sol";
import {BackstopSeries} from "./BackstopSeries.sol";
import {PayoutAsset, Position, SettlementResult} from "./BackstopTypes.sol";
import {PoolWarrants} from "./PoolWarrants.sol";
import {Recipient} from "./Recipient.sol";
import {Kept, StrayToken} from "../shared/StrayToken.sol";

/// @title The stakers' side of a series
/// @notice Cloned once per series. Holds the staked USDT and everything the stakers are paid: upfront share, warrants,
/// compensation. Nothing here depends on who claims when. rules.md B7, B8
contract BackstopPool is PoolWarrants {
    using SafeERC20 for IERC20;

    /// @notice BTC (8 decimals).
    IERC20 public immutable btc;

    /// @notice MSTR (18 decimals).
    IERC20 public immutable mstr;

    /// @notice Asset of the upfront share. rules.md B9
    PayoutAsset public upfrontAsset;

    /// @notice Upfront share a staker has taken, in base units of `upfrontAsset`.
    mapping(address staker => uint256 amount) public upfrontClaimedOf;

    /// @notice MSTR compensation a staker has taken (18 decimals).
    mapping(address staker => uint256 amount) public mstrClaimedOf;

    /// @notice BTC compensation a staker has taken (8 decimals).
    mapping(address staker => uint256 amount) public btcClaimedOf;

    /// @dev What left the pool in base units of a token, but for what stakers withdrew and unstaked.
    mapping(IERC20 token => uint256 amount) private _paidOf;

    /// @notice A staker took upfront share, in base units of `asset`.
    event UpfrontClaimed(address indexed staker, address indexed to, PayoutAsset asset, uint256 amount);

    /// @notice A staker took compensation. MSTR 18 decimals, BTC 8.
    event CompensationClaimed(address indexed staker, address indexed to, uint256 mstrAmount, uint256 btcAmount);

    /// @notice USDT (6 decimals) left the pool on behalf of the series: proceeds to the treasury, or U to a Note holder.
    event PaidOut(address indexed to, uint256 usdtAmount);

    /// @notice There is nothing for the caller now.
    error Backstop_NothingToClaim();

    /// @param usdt_ USDT.
    /// @param btc_ BTC (8 decimals).
    /// @param mstr_ MSTR.
    constructor(IERC20 usdt_, IERC20 btc_, IERC20 mstr_) {
        usdt = usdt_;
        btc = btc_;
        mstr = mstr_;
        _disableInitializers();
    }

    /// @notice Binds a new clone to its series, once.
    /// @param series_ Series of this pool.
    /// @param stakingOpen_ Unix seconds, inclusive.
    /// @param stakingClose_ Unix seconds, exclusive.
    /// @param upfrontAsset_ Asset of the upfront share.
    function initialize(BackstopSeries series_, uint64 stakingOpen_, uint64 stakingClose_, PayoutAsset upfrontAsset_)
        external
        initializer
    {
        series = series_;
        stakingOpen = stakingOpen_;
        stakingClose = stakingClose_;
        upfrontAsset = upfrontAsset_;
    }

    /// @notice Sends the treasury what came here by mistake: any other token, and USDT, BTC and MSTR above what is counted.
    /// Anyone may call.
    /// @dev Reverts with Stray_NothingToRecover, and with ReentrancyGuardReentrantCall while a function of the series runs.
    /// @param token Token to send.
    function recoverStray(IERC20 token) external nonReentrant {
        StrayToken.recover(token, series.strayTo(), _kept());
    }

    /// @notice Takes the caller's part of the upfront share paid in so far. rules.md B8, B9, B16
    /// @dev Reverts with Backstop_InvalidRecipient, Backstop_NothingToClaim.
    /// @param to Recipient.
    /// @return amount In base units of `upfrontAsset`.
    function claimUpfront(address to) external nonReentrant returns (uint256 amount) {
        Recipient.check(to, series.registry());
        amount = _claimUpfront(to);
        if (amount == 0) revert Backstop_NothingToClaim();
    }

    /// @notice Takes the caller's warrants as one NFT, once. rules.md B8, B10, B16
    /// @dev Reverts with Backstop_InvalidRecipient, Backstop_NothingToClaim.
    /// @param to Recipient; a contract must accept ERC-721 tokens.
    /// @return warrantId Id of the Warrant.
    /// @return warrants Number of warrants in it.
    function claimWarrants(address to) external nonReentrant returns (uint256 warrantId, uint256 warrants) {
        Recipient.check(to, series.registry());
        (warrantId, warrants) = _claimWarrants(to);
        if (warrants == 0) revert Backstop_NothingToClaim();
    }

    /// @notice Takes the caller's part of the compensation paid in so far. rules.md B8, B13, B16
    /// @dev Reverts with Backstop_InvalidRecipient, Backstop_NothingToClaim.
    /// @param to Recipient.
    /// @return mstrAmount MSTR (18 decimals).
    /// @return btcAmount BTC (8 decimals).
    function claimCompensation(address to) external nonReentrant returns (uint256 mstrAmount, uint256 btcAmount) {
        Recipient.check(to, series.registry());
        (mstrAmount, btcAmount) = _claimCompensation(to);
        if (mstrAmount == 0 && btcAmount == 0) revert Backstop_NothingToClaim();
    }

    /// @notice Takes everything there is for the caller now; what is 0 is skipped. rules.md B7-B10, B13, B16
    /// @dev Reverts with Backstop_InvalidRecipient, Backstop_NothingToClaim.
    /// @param to Recipient; a contract must accept ERC-721 tokens if warrants are due.
    /// @return usdtAmount Released USDT (6 decimals).
    /// @return upfrontAmount Upfront share, in base units of `upfrontAsset`.
    /// @return warrantId Id of the Warrant, 0 if none.
    /// @return mstrAmount MSTR compensation (18 decimals).
    /// @return btcAmount BTC compensation (8 decimals).
    function claim(address to)
        external
        nonReentrant
        returns (uint256 usdtAmount, uint256 upfrontAmount, uint256 warrantId, uint256 mstrAmount, uint256 btcAmount)
    {
        Recipient.check(to, series.registry());
        usdtAmount = _claimableUsdt(msg.sender);
        if (usdtAmount != 0) _withdraw(usdtAmount, to);
        upfrontAmount = _claimUpfront(to);
        (mstrAmount, btcAmount) = _claimCompensation(to);
        (warrantId,) = _claimWarrants(to);
        if (usdtAmount == 0 && upfrontAmount == 0 && warrantId == 0 && mstrAmount == 0 && btcAmount == 0) {
            revert Backstop_NothingToClaim();
        }
    }

    /// @notice Pays USDT that is not the stakers': proceeds to the treasury, U to Note holders. Series only: reverts
    /// with Backstop_NotSeries. rules.md B9, B11
    /// @param to Recipient; a USDT transfer fee, if one is on, is borne by the recipient.
    /// @param usdtAmount USDT (6 decimals); 0 does nothing.
    function payOut(address to, uint256 usdtAmount) external {
        if (msg.sender != address(series)) revert Backstop_NotSeries(msg.sender);
        if (usdtAmount == 0) return;
        emit PaidOut(to, usdtAmount);
        _pay(usdt, to, usdtAmount);
    }

    /// @notice Everything about one staker. Units: see Position.
    function position(address staker) external view returns (Position memory result) {
        result.shares = sharesOf[staker];
        result.withdrawnUsdt = withdrawnOf[staker];
        result.claimableUsdt = _claimableUsdt(staker);
        result.entitlementUsdt = result.withdrawnUsdt + result.claimableUsdt;
        result.upfrontClaimed = upfrontClaimedOf[staker];
        result.upfrontClaimable = _upfrontClaimable(staker);
        result.warrants = warrantsOf(staker);
        result.hasClaimedWarrants = hasClaimedWarrants[staker];
        result.mstrClaimed = mstrClaimedOf[staker];
        result.btcClaimed = btcClaimedOf[staker];
        (result.mstrClaimable, result.btcClaimable) = _compensationClaimable(staker);
    }

    /// @dev Counts, then pays the caller's upfront share; 0 when there is none.
    function _claimUpfront(address to) private returns (uint256 amount) {
        amount = _upfrontClaimable(msg.sender);
        if (amount == 0) return 0;
        upfrontClaimedOf[msg.sender] += amount;
        emit UpfrontClaimed(msg.sender, to, upfrontAsset, amount);
        _pay(_upfrontToken(), to, amount);
    }

    /// @dev Counts, then pays the caller's compensation; both are 0 when there is none.
    function _claimCompensation(address to) private returns (uint256 mstrAmount, uint256 btcAmount) {
        (mstrAmount, btcAmount) = _compensationClaimable(msg.sender);
        if (mstrAmount == 0 && btcAmount == 0) return (0, 0);
        mstrClaimedOf[msg.sender] += mstrAmount;
        btcClaimedOf[msg.sender] += btcAmount;
        emit CompensationClaimed(msg.sender, to, mstrAmount, btcAmount);
        if (mstrAmount != 0) _pay(mstr, to, mstrAmount);
        if (btcAmount != 0) _pay(btc, to, btcAmount);
    }

    /// @dev Counts, then pays.
    function _pay(IERC20 token, address to, uint256 amount) private {
        _paidOf[token] += amount;
        token.safeTransfer(to, amount);
    }

    /// @dev All that came in and is counted, less all that went out: what is owed, and what rounding leaves. An upfront
    /// share in USDT is a part of the sale's proceeds. rules.md B15
    function _kept() private view returns (Kept[] memory kept) {
        SettlementResult memory result = series.settlement();
        uint256 upfront = series.upfrontFunded();
        kept = new Kept[](3);
        kept[0] = Kept(usdt, totalShares + series.state().soldUsdt - withdrawnTotal - _paidOf[usdt]);
        kept[1] = Kept(btc, result.btcFunded + (upfrontAsset == PayoutAsset.Btc ? upfront : 0) - _paidOf[btc]);
        kept[2] = Kept(mstr, result.mstrPaid + (upfrontAsset == PayoutAsset.Mstr ? upfront : 0) - _paidOf[mstr]);
    }

    /// @dev Part of the upfront share paid in so far, less what is taken. Rounds down. rules.md B9
    function _upfrontClaimable(address staker) private view returns (uint256) {
        return _partOf(series.upfrontFunded(), staker) - upfrontClaimedOf[staker];
    }

    /// @dev Part of the compensation paid in so far, less what is taken. Rounds down. rules.md B13
    function _compensationClaimable(address staker) private view returns (uint256 mstrAmount, uint256 btcAmount) {
        SettlementResult memory result = series.settlement();
        mstrAmount = _partOf(result.mstrPaid, staker) - mstrClaimedOf[staker];
        btcAmount = _partOf(result.btcFunded, staker) - btcClaimedOf[staker];
    }

    /// @dev Floor of total times the staker's shares over all shares. rules.md B8
    function _partOf(uint256 total, address staker) private view returns (uint256) {
        return BackstopMath.proRata(total, sharesOf[staker], totalShares);
    }

    /// @dev Token of the upfront share.
    function _upfrontToken() private view returns (IERC20) {
        if (upfrontAsset == PayoutAsset.Usdt) return usdt;
        return upfrontAsset == PayoutAsset.Btc ? btc : mstr;
    }
}
