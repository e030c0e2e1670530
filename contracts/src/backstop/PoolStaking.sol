// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Initializable} from "@openzeppelin/contracts/proxy/utils/Initializable.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {EnumerableSet} from "@openzeppelin/contracts/utils/structs/EnumerableSet.sol";
import {MeasuredTransfer} from "../shared/MeasuredTransfer.sol";
import {Backstop_ZeroAmount} from "./BackstopErrors.sol";
import {BackstopMath} from "./BackstopMath.sol";
import {BackstopSeries} from "./BackstopSeries.sol";
import {Recipient} from "./Recipient.sol";

/// @title The stake: who has how much of T, and who has withdrawn how much of it
/// @dev USDT amounts and shares have 6 decimals. USDT sent here by anybody outside the functions is not counted.
abstract contract PoolStaking is Initializable, ReentrancyGuardTransient {
    using EnumerableSet for EnumerableSet.AddressSet;
    using MeasuredTransfer for IERC20;
    using SafeERC20 for IERC20;

    /// @notice USDT.
    IERC20 public immutable usdt;

    /// @notice Series of this pool; knows the required backstop.
    BackstopSeries public series;

    /// @notice Unix seconds from which on one can stake.
    uint64 public stakingOpen;

    /// @notice Unix seconds from which on one can no longer stake or unstake.
    uint64 public stakingClose;

    /// @notice T: all shares, one per USDT unit staked. Constant from the close on. rules.md B2
    uint256 public totalShares;

    /// @notice All USDT that all stakers together have withdrawn since the close (6 decimals).
    uint256 public withdrawnTotal;

    /// @notice Shares of a staker. Withdrawing does not change them. rules.md B2, B8
    mapping(address staker => uint256 shares) public sharesOf;

    /// @notice USDT a staker has withdrawn since the close (6 decimals). rules.md B7
    mapping(address staker => uint256 usdtAmount) public withdrawnOf;

    EnumerableSet.AddressSet private _stakers;

    /// @notice USDT were staked: `usdtSent` by the staker, `shares` for what arrived. 6 decimals.
    event Staked(address indexed staker, uint256 usdtSent, uint256 shares, uint256 totalShares);

    /// @notice A staker left before the close. 6 decimals.
    event Unstaked(address indexed staker, address indexed to, uint256 shares, uint256 totalShares);

    /// @notice A staker took released USDT; `withdrawnByStaker` is all this staker has taken so far. 6 decimals.
    event Withdrawn(address indexed staker, address indexed to, uint256 usdtAmount, uint256 withdrawnByStaker);

    /// @notice Outside the staking window. Unix seconds.
    error Backstop_StakingClosed(uint256 openAt, uint256 closeAt, uint256 now_);

    /// @notice The series is paused: no entries.
    error Backstop_SeriesPaused();

    /// @notice The USDT that arrived give fewer shares than the staker accepts.
    error Backstop_BelowMinShares(uint256 shares, uint256 minShares);

    /// @notice More than the staker has.
    error Backstop_ExceedsShares(uint256 requested, uint256 shares);

    /// @notice More than the staker can withdraw now. USDT, 6 decimals.
    error Backstop_ExceedsClaimable(uint256 requested, uint256 claimable);

    /// @dev Reverts with Backstop_StakingClosed.
    modifier onlyStaking() {
        if (block.timestamp < stakingOpen || block.timestamp >= stakingClose) {
            revert Backstop_StakingClosed(stakingOpen, stakingClose, block.timestamp);
        }
        _;
    }

    /// @notice Stakes USDT; shares are what arrives, 1:1. rules.md B2, U4
    /// @dev Reverts with Backstop_StakingClosed, Backstop_SeriesPaused, Backstop_ZeroAmount, Backstop_BelowMinShares.
    /// @param usdtAmount USDT to send (6 decimals); the pool must be approved for it.
    /// @param minShares Least shares the staker accepts, should a transfer fee be on.
    /// @return shares New shares.
    function stake(uint256 usdtAmount, uint256 minShares) external nonReentrant onlyStaking returns (uint256 shares) {
        if (series.paused()) revert Backstop_SeriesPaused();
        if (usdtAmount == 0) revert Backstop_ZeroAmount();
        shares = usdt.pull(msg.sender, address(this), usdtAmount);
        if (shares < minShares) revert Backstop_BelowMinShares(shares, minShares);
        sharesOf[msg.sender] += shares;
        totalShares += shares;
        _stakers.add(msg.sender);
        emit Staked(msg.sender, usdtAmount, shares, totalShares);
    }

    /// @notice Gives shares back for USDT, 1:1, before the close. Works while paused. rules.md B2
    /// @dev Reverts with Backstop_InvalidRecipient, Backstop_StakingClosed, Backstop_ZeroAmount, Backstop_ExceedsShares.
    /// @param shares Shares to give back.
    /// @param to Recipient; a USDT transfer fee, if one is on, is borne by the recipient.
    function unstake(uint256 shares, address to) external nonReentrant onlyStaking {
        Recipient.check(to, series.registry());
        if (shares == 0) revert Backstop_ZeroAmount();
        uint256 held = sharesOf[msg.sender];
        if (shares > held) revert Backstop_ExceedsShares(shares, held);
        sharesOf[msg.sender] = held - shares;
        totalShares -= shares;
        if (shares == held) _stakers.remove(msg.sender);
        emit Unstaked(msg.sender, to, shares, totalShares);
        usdt.safeTransfer(to, shares);
    }

    /// @notice Takes released USDT; everything, if the series is cancelled. rules.md B3, B5-B7, B16
    /// @dev Reverts with Backstop_InvalidRecipient, Backstop_ZeroAmount, Backstop_ExceedsClaimable.
    /// @param usdtAmount USDT (6 decimals), at most what is claimable.
    /// @param to Recipient; a USDT transfer fee, if one is on, is borne by the recipient.
    function withdraw(uint256 usdtAmount, address to) external nonReentrant {
        Recipient.check(to, series.registry());
        if (usdtAmount == 0) revert Backstop_ZeroAmount();
        uint256 claimable = _claimableUsdt(msg.sender);
        if (usdtAmount > claimable) revert Backstop_ExceedsClaimable(usdtAmount, claimable);
        _withdraw(usdtAmount, to);
    }

    /// @notice Number of stakers with shares.
    function stakerCount() public view returns (uint256) {
        return _stakers.length();
    }

    /// @notice A page of the stakers. The order can change while stakers leave, not after the close.
    /// @param offset First staker to list.
    /// @param limit Most stakers to list.
    /// @return page Stakers `offset` to `offset + limit - 1`, as far as there are any.
    function stakers(uint256 offset, uint256 limit) external view returns (address[] memory page) {
        uint256 start = Math.min(offset, stakerCount());
        page = new address[](Math.min(limit, stakerCount() - start));
        for (uint256 i = 0; i < page.length; ++i) {
            page[i] = _stakers.at(start + i);
        }
    }

    /// @dev Counts, then pays. The caller has checked the amount.
    function _withdraw(uint256 usdtAmount, address to) internal {
        uint256 withdrawn = withdrawnOf[msg.sender] + usdtAmount;
        withdrawnOf[msg.sender] = withdrawn;
        withdrawnTotal += usdtAmount;
        emit Withdrawn(msg.sender, to, usdtAmount, withdrawn);
        usdt.safeTransfer(to, usdtAmount);
    }

    /// @dev What a staker can withdraw now (USDT). Rounds down. rules.md B7
    function _claimableUsdt(address staker) internal view returns (uint256) {
        return BackstopMath.claimable(sharesOf[staker], totalShares, series.requiredUsdt(), withdrawnOf[staker]);
    }
}
