// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {MusdtLockedNft} from "./MusdtLockedNft.sol";
import {MusdtMath} from "./MusdtMath.sol";
import {MusdtEntry} from "./MusdtEntry.sol";
import {
    Musdt_BelowMinShares,
    Musdt_ExceedsMaxAssets,
    Musdt_InvalidLockDuration,
    Musdt_NoDiscount,
    Musdt_NotLockOwner,
    Musdt_StillLocked,
    Musdt_ZeroAmount
} from "./MusdtErrors.sol";
import {LockedDeposit} from "./MusdtTypes.sol";

/// @title Minting with a discount, locked: the vault holds the shares, an mNFT is the right to them
abstract contract MusdtLocks is MusdtEntry {
    /// @notice Shortest lock in seconds. rules.md M5
    uint256 public constant MIN_LOCK_DURATION = 14 days;

    /// @dev Discount for the longest lock up to 100% collateralization. rules.md M3
    uint256 internal constant MAX_DISCOUNT_P = 5e18;

    /// @notice mNFT of this vault.
    MusdtLockedNft public immutable lockedDepositNft;

    /// @notice Number of deposits ever locked; the ids are 1, 2, 3 and so on.
    uint256 public lockedDepositsCount;

    /// @notice A deposit ever locked; see LockedDeposit.
    mapping(uint256 depositId => LockedDeposit) public lockedDeposits;

    /// @notice All discounts ever given (USDT, 6 decimals).
    uint256 public totalDiscounts;

    /// @notice Discounts of deposits that are still locked (USDT, 6 decimals): not charged to the holders yet. rules.md M6
    uint256 public totalLockedDiscounts;

    /// @notice Shares were minted into a lock; `owner` receives the mNFT.
    event DepositLocked(address indexed sender, address indexed owner, uint256 depositId, LockedDeposit d);

    /// @notice `sender` unlocked the deposit of `owner`, the holder of the mNFT; `receiver` has the shares.
    event DepositUnlocked(
        address indexed sender, address indexed receiver, address indexed owner, uint256 depositId, LockedDeposit d
    );

    /// @param nft mNFT, not bound to a vault yet.
    constructor(address nft) {
        lockedDepositNft = MusdtLockedNft(nft);
        lockedDepositNft.bind();
    }

    /// @notice Mints with a discount and locks, without bounds. See the overload.
    function depositWithDiscountAndLock(uint256 assets, uint256 lockDuration, address receiver)
        external
        returns (uint256 depositId)
    {
        return depositWithDiscountAndLock(assets, lockDuration, receiver, 0, type(uint256).max);
    }

    /// @notice Mints shares for assets and a discount, and locks them. Rounds down twice. rules.md M2-M5, M7, U4
    /// @dev Reverts with Musdt_DeadlinePassed, EnforcedPause, Musdt_MintingClosed, Musdt_InvalidReceiver, Musdt_InvalidLockDuration, Musdt_ZeroAmount,
    /// Musdt_NoDiscount, Musdt_BelowMinShares, Musdt_ExceedsSupplyCap, ERC721InvalidReceiver.
    /// @param assets USDT to send (6 decimals); the vault must be approved for it.
    /// @param lockDuration Seconds, from 14 to 365 days.
    /// @param receiver Owner of the mNFT; a contract must accept it.
    /// @param minShares Least shares the caller accepts.
    /// @param deadline Last unix second in which the caller accepts.
    /// @return depositId Id of the mNFT.
    function depositWithDiscountAndLock(
        uint256 assets,
        uint256 lockDuration,
        address receiver,
        uint256 minShares,
        uint256 deadline
    ) public nonReentrant inTime(deadline) returns (uint256 depositId) {
        uint256 discountP = _requireLockable(lockDuration, receiver);
        uint256 received = _pull(assets);
        uint256 credited = MusdtMath.withDiscountDown(received, discountP);
        uint256 shares = previewDeposit(credited);
        if (shares < minShares) revert Musdt_BelowMinShares(shares, minShares);
        return _lock(LockedDeposit(receiver, shares, received, credited - received, block.timestamp, lockDuration));
    }

    /// @notice Mints an exact number of shares with a discount and locks them, without bounds. See the overload.
    function mintWithDiscountAndLock(uint256 shares, uint256 lockDuration, address receiver)
        external
        returns (uint256 depositId)
    {
        return mintWithDiscountAndLock(shares, lockDuration, receiver, type(uint256).max, type(uint256).max);
    }

    /// @notice Mints an exact number of shares with a discount and locks them. Rounds assets up. rules.md M1-M5, M7
    /// @dev Reverts with Musdt_DeadlinePassed, EnforcedPause, Musdt_MintingClosed, Musdt_InvalidReceiver, Musdt_InvalidLockDuration, Musdt_ZeroAmount,
    /// Musdt_NoDiscount, Musdt_ExceedsMaxAssets, Musdt_TransferFeeCharged, Musdt_ExceedsSupplyCap, ERC721InvalidReceiver.
    /// @param shares Shares to mint.
    /// @param lockDuration Seconds, from 14 to 365 days.
    /// @param receiver Owner of the mNFT; a contract must accept it.
    /// @param maxAssets Most USDT (6 decimals) the caller accepts to pay; the vault must be approved for it.
    /// @param deadline Last unix second in which the caller accepts.
    /// @return depositId Id of the mNFT.
    function mintWithDiscountAndLock(
        uint256 shares,
        uint256 lockDuration,
        address receiver,
        uint256 maxAssets,
        uint256 deadline
    ) public nonReentrant inTime(deadline) returns (uint256 depositId) {
        uint256 discountP = _requireLockable(lockDuration, receiver);
        (uint256 credited, uint256 deposited) = MusdtMath.lockedMintAssetsUp(shares, discountP, shareToAssetsPrice());
        if (deposited > maxAssets) revert Musdt_ExceedsMaxAssets(deposited, maxAssets);
        _pullExact(deposited);
        return _lock(LockedDeposit(receiver, shares, deposited, credited - deposited, block.timestamp, lockDuration));
    }

    /// @notice Burns an mNFT at or after the end of its lock and pays its shares; the discount is charged to all
    /// holders. Works while paused. rules.md M5, M6
    /// @dev Reverts with Musdt_InvalidReceiver, ERC721NonexistentToken, Musdt_NotLockOwner, Musdt_StillLocked, Musdt_ExceedsCollateral.
    /// @param depositId Id of the mNFT; the caller is its owner, approved for it, or an operator of the owner.
    /// @param receiver Owner of the shares from now on.
    function unlockDeposit(uint256 depositId, address receiver) external nonReentrant {
        _checkReceiver(receiver);
        address owner = lockedDepositNft.ownerOf(depositId);
        _requireLockAuthority(owner, depositId);
        LockedDeposit memory lock = lockedDeposits[depositId];
        uint256 unlocksAt = lock.atTimestamp + lock.lockDuration;
        if (block.timestamp < unlocksAt) revert Musdt_StillLocked(unlocksAt, block.timestamp);
        totalLockedDiscounts -= lock.assetsDiscount;
        _charge(lock.assetsDiscount);
        lockedDepositNft.burn(depositId);
        _transfer(address(this), receiver, lock.shares);
        emit DepositUnlocked(msg.sender, receiver, owner, depositId, lock);
    }

    /// @notice A deposit ever locked; all zero when there is none. Who holds its mNFT now is asked of the mNFT.
    function getLockedDeposit(uint256 depositId) external view returns (LockedDeposit memory) {
        return lockedDeposits[depositId];
    }

    /// @notice Discount in percent (1e18 = 1%) for a lock at a collateralization. Rounds down twice. rules.md M3
    /// @param collatP Collateralization in percent.
    /// @param lockDuration Seconds.
    function lockDiscountP(uint256 collatP, uint256 lockDuration) public pure returns (uint256) {
        return MusdtMath.lockDiscountPDown(collatP, lockDuration, MAX_DISCOUNT_P, MINT_LIMIT_P);
    }

    /// @notice Discounts that are promised and not charged yet, and what they will do to the price. rules.md M11
    /// @return assets All of them (USDT, 6 decimals).
    /// @return perToken Per share, 1e18 = 1 USDT per mUSDT. Rounds up; 0 without shares.
    /// @return priceAfter px once all of them are charged, 1e18 = 1 USDT per mUSDT. Rounds down; each unlock rounds by
    /// one more unit of it.
    function promisedDiscounts() external view returns (uint256 assets, uint256 perToken, uint256 priceAfter) {
        (uint256 supply, uint256 rewards) = (totalSupply(), accRewardsPerToken());
        assets = totalLockedDiscounts;
        perToken = supply == 0 ? 0 : MusdtMath.lossPerTokenUp(assets, supply);
        priceAfter = MusdtMath.priceAfterDiscountsDown(rewards, accPnlPerToken, assets, supply);
    }

    /// @notice Discount in percent (1e18 = 1%) for the longest lock up to 100% collateralization. rules.md M3
    function maxDiscountP() external pure returns (uint256) {
        return MAX_DISCOUNT_P;
    }

    /// @notice Collateralization in percent (1e18 = 1%) from which on there is no discount. rules.md M3
    function maxDiscountThresholdP() external pure returns (uint256) {
        return MINT_LIMIT_P;
    }

    /// @dev Mints into the vault, then the mNFT, whose receiver, if a contract, is called last.
    function _lock(LockedDeposit memory lock) private returns (uint256 depositId) {
        if (lock.assetsDiscount == 0) revert Musdt_NoDiscount(lock.assetsDeposited);
        depositId = ++lockedDepositsCount;
        lockedDeposits[depositId] = lock;
        totalDiscounts += lock.assetsDiscount;
        totalLockedDiscounts += lock.assetsDiscount;
        _enter(address(this), lock.assetsDeposited, lock.shares);
        emit DepositLocked(msg.sender, lock.owner, depositId, lock);
        lockedDepositNft.mint(lock.owner, depositId);
    }

    /// @dev The mNFT cannot use what it is given.
    function _isLostAt(address to) internal view virtual override returns (bool) {
        return super._isLostAt(to) || to == address(lockedDepositNft);
    }

    /// @dev The discount, or the reason why there is none. rules.md M2, M3, M5
    function _requireLockable(uint256 lockDuration, address receiver) private view returns (uint256 discountP) {
        _requireMintable();
        _checkReceiver(receiver);
        if (lockDuration < MIN_LOCK_DURATION || lockDuration > MusdtMath.MAX_LOCK_SECONDS) {
            revert Musdt_InvalidLockDuration(lockDuration, MIN_LOCK_DURATION, MusdtMath.MAX_LOCK_SECONDS);
        }
        return lockDiscountP(collateralizationP(), lockDuration);
    }

    /// @dev Reverts with Musdt_NotLockOwner. rules.md M5
    function _requireLockAuthority(address owner, uint256 depositId) private view {
        bool isAuthorized = msg.sender == owner || lockedDepositNft.getApproved(depositId) == msg.sender
            || lockedDepositNft.isApprovedForAll(owner, msg.sender);
        if (!isAuthorized) revert Musdt_NotLockOwner(depositId, msg.sender);
    }
}
