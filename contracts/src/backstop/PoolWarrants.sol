// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {BackstopMath} from "./BackstopMath.sol";
import {PoolStaking} from "./PoolStaking.sol";

/// @title Who gets how many of the stakers' warrants
/// @notice Every staker gets the floor of their pro-rata part; the remainder goes one by one to the largest fractions,
/// ties to the lower address (rules.md B10). That order is not computed on chain: anyone submits the stakers sorted, in
/// batches of any size, and the contract checks it.
/// @dev Every submitter builds an order of their own, so leaving somebody out spoils nobody else's. A strictly sorted
/// list of as many stakers as there are is the one right order: the first submitter to complete one has found it.
abstract contract PoolWarrants is PoolStaking {
    /// @param ranked Stakers in the order so far.
    /// @param floors Sum of their floors.
    /// @param lastFraction Fraction of the last of them.
    /// @param lastStaker The last of them.
    struct Allocation {
        uint256 ranked;
        uint256 floors;
        uint256 lastFraction;
        address lastStaker;
        mapping(address staker => uint256 rank) rankOf;
    }

    /// @dev Number of allocations begun; their ids are 1, 2, 3 and so on.
    uint256 private _lastAllocationId;

    /// @dev Allocation that is complete; 0 while there is none.
    uint256 private _completeId;

    mapping(uint256 id => Allocation allocation) private _allocations;
    mapping(address submitter => uint256 id) private _allocationIdOf;

    /// @notice Whether a staker has taken their warrants.
    mapping(address staker => bool) public hasClaimedWarrants;

    /// @notice A batch was added to a submitter's order.
    event WarrantsRanked(address indexed submitter, uint256 ranked, uint256 stakerCount, bool isComplete);

    /// @notice A submitter dropped their order.
    event WarrantRankingRestarted(address indexed submitter);

    /// @notice A staker took their warrants, as one NFT.
    event WarrantsClaimed(address indexed staker, address indexed to, uint256 indexed warrantId, uint256 warrants);

    /// @notice There are no warrants to allocate: the sale is not finalized, or the stakers get none.
    error Backstop_NoWarrants();

    /// @notice The allocation is already complete.
    error Backstop_AllocationComplete();

    /// @notice Not a staker of this pool.
    error Backstop_NotStaker(address account);

    /// @notice Staker `staker` does not come after `previous` (larger fraction first, then lower address).
    error Backstop_OutOfOrder(address previous, address staker);

    /// @notice Adds stakers to the caller's order; it counts once it holds every staker. rules.md B10
    /// @dev Reverts with Backstop_AllocationComplete, Backstop_NoWarrants, Backstop_NotStaker, Backstop_OutOfOrder.
    /// @param stakersInOrder Stakers by fraction descending, then address ascending, after those already added.
    function allocateWarrants(address[] calldata stakersInOrder) external {
        if (isAllocationComplete()) revert Backstop_AllocationComplete();
        uint256 total = series.warrantTotal();
        if (total == 0) revert Backstop_NoWarrants();
        if (_allocationIdOf[msg.sender] == 0) _allocationIdOf[msg.sender] = ++_lastAllocationId;
        uint256 id = _allocationIdOf[msg.sender];
        Allocation storage allocation = _allocations[id];
        for (uint256 i = 0; i < stakersInOrder.length; ++i) {
            _rank(allocation, stakersInOrder[i], total);
        }
        if (allocation.ranked == stakerCount()) _completeId = id;
        emit WarrantsRanked(msg.sender, allocation.ranked, stakerCount(), isAllocationComplete());
    }

    /// @notice Drops the caller's unfinished order, such as one that left a staker out.
    function restartAllocation() external {
        delete _allocationIdOf[msg.sender];
        emit WarrantRankingRestarted(msg.sender);
    }

    /// @notice Whether somebody has submitted the whole order.
    function isAllocationComplete() public view returns (bool) {
        return _completeId != 0;
    }

    /// @notice How many stakers are in a submitter's order so far.
    function rankedBy(address submitter) external view returns (uint256) {
        return _allocations[_allocationIdOf[submitter]].ranked;
    }

    /// @notice Warrants due to a staker, claimed or not; 0 until the allocation is complete. rules.md B10
    function warrantsOf(address staker) public view returns (uint256) {
        if (!isAllocationComplete() || sharesOf[staker] == 0) return 0;
        Allocation storage allocation = _allocations[_completeId];
        uint256 total = series.warrantTotal();
        bool hasExtra = allocation.rankOf[staker] < total - allocation.floors;
        return BackstopMath.proRata(total, sharesOf[staker], totalShares) + (hasExtra ? 1 : 0);
    }

    /// @dev Pays the caller's warrants as one NFT. Both are 0 when there is nothing to claim.
    function _claimWarrants(address to) internal returns (uint256 warrantId, uint256 warrants) {
        if (hasClaimedWarrants[msg.sender]) return (0, 0);
        warrants = warrantsOf(msg.sender);
        if (warrants == 0) return (0, 0);
        hasClaimedWarrants[msg.sender] = true;
        warrantId = series.mintStakerWarrant(to, warrants);
        emit WarrantsClaimed(msg.sender, to, warrantId, warrants);
    }

    /// @dev Appends one staker, who must come strictly after the last: nobody is in an order twice.
    function _rank(Allocation storage allocation, address staker, uint256 total) private {
        uint256 shares = sharesOf[staker];
        if (shares == 0) revert Backstop_NotStaker(staker);
        uint256 fraction = BackstopMath.warrantFraction(total, shares, totalShares);
        if (allocation.ranked != 0 && !_isAfterLast(allocation, fraction, staker)) {
            revert Backstop_OutOfOrder(allocation.lastStaker, staker);
        }
        allocation.rankOf[staker] = allocation.ranked;
        allocation.ranked += 1;
        allocation.floors += BackstopMath.proRata(total, shares, totalShares);
        allocation.lastFraction = fraction;
        allocation.lastStaker = staker;
    }

    /// @dev Whether a staker comes strictly after the last one ranked.
    function _isAfterLast(Allocation storage allocation, uint256 fraction, address staker) private view returns (bool) {
        if (fraction != allocation.lastFraction) return fraction < allocation.lastFraction;
        return staker > allocation.lastStaker;
    }
}
