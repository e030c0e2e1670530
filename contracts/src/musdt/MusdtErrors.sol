// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @dev An amount of 0 where something must move, or so little that it rounds to 0.
error Musdt_ZeroAmount();

/// @dev So little that it would mint no share. USDT, 6 decimals. rules.md M9
error Musdt_ZeroShares(uint256 assets);

/// @dev A receiver at which what arrives is lost: nobody's address, or a contract of the vault that does not expect it.
error Musdt_InvalidReceiver(address receiver);

/// @dev Included too late. Unix seconds.
error Musdt_DeadlinePassed(uint256 deadline, uint256 now_);

/// @dev Fewer shares than the caller accepts.
error Musdt_BelowMinShares(uint256 shares, uint256 minShares);

/// @dev Fewer assets than the caller accepts. USDT, 6 decimals.
error Musdt_BelowMinAssets(uint256 assets, uint256 minAssets);

/// @dev More assets than the caller accepts to pay. USDT, 6 decimals.
error Musdt_ExceedsMaxAssets(uint256 assets, uint256 maxAssets);

/// @dev More shares than the caller accepts to burn.
error Musdt_ExceedsMaxShares(uint256 shares, uint256 maxShares);

/// @dev Nothing is minted from the limit on. Percentages, 1e18 = 1%. rules.md M2
error Musdt_MintingClosed(uint256 collateralizationP, uint256 limitP);

/// @dev More shares than may be minted before the snapshot of the supply renews. Unix seconds. rules.md M7
error Musdt_ExceedsSupplyCap(uint256 shares, uint256 room, uint256 renewsAt);

/// @dev USDT charges a fee on transfers, so an exact number of shares cannot be paid for: deposit instead. rules.md U4
error Musdt_TransferFeeCharged(uint256 sent, uint256 received);

/// @dev A lock outside its bounds. Seconds. rules.md M5
error Musdt_InvalidLockDuration(uint256 lockDuration, uint256 minSeconds, uint256 maxSeconds);

/// @dev The discount rounds to nothing: locking would be for free. USDT, 6 decimals. rules.md M4
error Musdt_NoDiscount(uint256 assets);

/// @dev Neither owner of the mNFT nor approved for it. rules.md M5
error Musdt_NotLockOwner(uint256 depositId, address caller);

/// @dev Before the end of the lock. Unix seconds. rules.md M5
error Musdt_StillLocked(uint256 unlocksAt, uint256 now_);

/// @dev More than stands behind the shares, or more than the vault holds. USDT, 6 decimals.
error Musdt_ExceedsCollateral(uint256 assets, uint256 available);

/// @dev Fewer shares exist than are needed to share something out. rules.md M9
error Musdt_SupplyTooSmall(uint256 supply, uint256 minSupply);

/// @dev An epoch must be a multiple of 3 seconds, so that its first two thirds are whole. rules.md M8
error Musdt_InvalidEpochLength(uint256 epochLength);

/// @dev A vault with an instant exit takes no requests. rules.md M8
error Musdt_InstantExit();

/// @dev Withdrawals are requested in the first two thirds of an epoch. Unix seconds. rules.md M8
error Musdt_RequestWindowClosed(uint256 closedAt, uint256 opensAt);

/// @dev The request would be executable later than the caller accepts. rules.md M8
error Musdt_UnlocksTooLate(uint256 unlockEpoch, uint256 latestEpoch);

/// @dev More shares than are free of withdrawal requests. rules.md M8
error Musdt_SharesUnderRequest(uint256 shares, uint256 freeShares);

/// @dev More shares than are requested for an epoch. rules.md M8
error Musdt_ExceedsRequest(uint256 shares, uint256 requested, uint256 epoch);

/// @dev More than may leave the vault now; the room refills by `limit` a day, up to it. USDT, 6 decimals. rules.md M8
error Musdt_ExceedsWithdrawalLimit(uint256 assets, uint256 room, uint256 limit);
