// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @dev Pays traders out of the vault and brings their losses into it.
bytes32 constant PNL_ROLE = keccak256("PNL_ROLE");

/// @notice What a vault is deployed with; all of it is fixed for ever.
/// @param asset USDT.
/// @param lockedDepositNft mNFT, not bound to a vault yet.
/// @param admin Holder of DEFAULT_ADMIN_ROLE.
/// @param epochLength Seconds of an epoch, a multiple of 3; 0 for a vault with an instant exit, which is unfit for
/// traders: whoever sees their winnings coming leaves before they are paid, and the others pay. rules.md M8
/// @param bootstrapMaxSupply Supply up to which may be minted in any case; not 0. rules.md M7
struct MusdtConfig {
    address asset;
    address lockedDepositNft;
    address admin;
    uint256 epochLength;
    uint256 bootstrapMaxSupply;
}

/// @notice A locked deposit, in the shape of GToken. rules.md M4
/// @param owner First holder of the mNFT; who holds it now is asked of the mNFT.
/// @param shares mUSDT locked (6 decimals).
/// @param assetsDeposited USDT that arrived (6 decimals).
/// @param assetsDiscount USDT credited on top (6 decimals).
/// @param atTimestamp Unix seconds of the deposit.
/// @param lockDuration Seconds until it can be unlocked.
struct LockedDeposit {
    address owner;
    uint256 shares;
    uint256 assetsDeposited;
    uint256 assetsDiscount;
    uint256 atTimestamp;
    uint256 lockDuration;
}

/// @notice The rules by which this vault differs from a GToken, or that a GToken does not tell. Percentages: 1e18 = 1%.
/// @param mintLimitP Collateralization from which on nothing is minted. rules.md M2
/// @param minLockSeconds Shortest lock. rules.md M5
/// @param maxLockSeconds Longest lock. rules.md M5
/// @param supplySnapshotSeconds Age at which the snapshot of the supply renews itself. rules.md M7
/// @param bootstrapMaxSupply Supply up to which may be minted in any case. rules.md M7
/// @param epochLength Seconds of an epoch; 0 for an instant exit. rules.md M8
/// @param requestWindow Seconds from the start of an epoch in which withdrawals can be requested. rules.md M8
/// @param epochOrigin Unix seconds at which epoch 1 started.
/// @param maxWithdrawalDailyP Part of the collateral that may leave at once, and that refills in a day; 100% for an
/// instant exit. rules.md M8
struct MusdtRules {
    uint256 mintLimitP;
    uint256 minLockSeconds;
    uint256 maxLockSeconds;
    uint256 supplySnapshotSeconds;
    uint256 bootstrapMaxSupply;
    uint256 epochLength;
    uint256 requestWindow;
    uint256 epochOrigin;
    uint256 maxWithdrawalDailyP;
}

/// @title What an mNFT reads of its vault
interface LockSource {
    /// @notice A locked deposit; all zero when there never was one.
    function getLockedDeposit(uint256 depositId) external view returns (LockedDeposit memory);

    /// @notice USDT.
    function asset() external view returns (address);

    /// @notice px: assets per share, 1e18 = 1.
    function shareToAssetsPrice() external view returns (uint256);

    /// @notice Decimals of shares and assets.
    function decimals() external view returns (uint8);
}

/// @title Draws an mNFT
interface LockDesign {
    /// @notice Metadata of an mNFT as a data URI: JSON with an SVG image.
    /// @param depositId Id of the mNFT.
    /// @param lock Deposit in it.
    /// @param price px: assets per share, 1e18 = 1.
    /// @param decimals Decimals of shares and assets.
    function tokenUri(uint256 depositId, LockedDeposit calldata lock, uint256 price, uint8 decimals)
        external
        view
        returns (string memory);
}
