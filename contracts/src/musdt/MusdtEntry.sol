// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {MusdtMath} from "./MusdtMath.sol";
import {MusdtAccounts} from "./MusdtAccounts.sol";
import {
    Musdt_BelowMinShares,
    Musdt_ExceedsMaxAssets,
    Musdt_ExceedsSupplyCap,
    Musdt_MintingClosed,
    Musdt_ZeroAmount,
    Musdt_ZeroShares
} from "./MusdtErrors.sol";

/// @title Minting, and the two gates in front of it: collateralization and the daily cap
abstract contract MusdtEntry is MusdtAccounts {
    /// @dev Collateralization from which on nothing is minted. rules.md M2
    uint256 internal constant MINT_LIMIT_P = 150e18;

    /// @dev Age at which the snapshot of the supply renews itself. rules.md M7
    uint256 internal constant SUPPLY_SNAPSHOT_SECONDS = 24 hours;

    /// @dev Percent by which the supply may grow from one snapshot to the next. rules.md M7
    uint256 internal constant SUPPLY_INCREASE_DAILY_P = 2e18;

    /// @notice Supply up to which may be minted in any case. rules.md M7
    uint256 public immutable bootstrapMaxSupply;

    /// @notice Unix seconds of the last snapshot of the supply; 0 before the first mint. rules.md M7
    uint256 public lastMaxSupplyUpdate;

    uint256 private _snapshotMaxSupply;

    /// @dev The least supply since the last snapshot; kept where one can exit at once. rules.md M7
    uint256 private _leastSupply;

    /// @notice `sender` paid `assets` (USDT, 6 decimals, as they arrived) for `shares` of `owner`.
    event Deposit(address indexed sender, address indexed owner, uint256 assets, uint256 shares);

    /// @notice A new snapshot of the supply allows minting up to `newValue` shares. rules.md M7
    event CurrentMaxSupplyUpdated(uint256 newValue);

    /// @param bootstrapMaxSupply_ Supply up to which may be minted in any case; not 0, for then nobody could begin.
    /// Reverts with Musdt_ZeroAmount.
    constructor(uint256 bootstrapMaxSupply_) {
        if (bootstrapMaxSupply_ == 0) revert Musdt_ZeroAmount();
        bootstrapMaxSupply = bootstrapMaxSupply_;
    }

    /// @notice Mints shares for assets at the price, without bounds. See the overload.
    function deposit(uint256 assets, address receiver) external returns (uint256 shares) {
        return deposit(assets, receiver, 0, type(uint256).max);
    }

    /// @notice Mints shares for assets at the price; shares are for what arrives. Rounds down. rules.md M1, M2, M7, U4
    /// @dev Reverts with Musdt_DeadlinePassed, EnforcedPause, Musdt_MintingClosed, Musdt_InvalidReceiver, Musdt_ZeroAmount, Musdt_ZeroShares,
    /// Musdt_BelowMinShares, Musdt_ExceedsSupplyCap.
    /// @param assets USDT to send (6 decimals); the vault must be approved for it.
    /// @param receiver Owner of the shares.
    /// @param minShares Least shares the caller accepts.
    /// @param deadline Last unix second in which the caller accepts.
    /// @return shares New shares.
    function deposit(uint256 assets, address receiver, uint256 minShares, uint256 deadline)
        public
        nonReentrant
        inTime(deadline)
        returns (uint256 shares)
    {
        _requireMintable();
        _checkReceiver(receiver);
        uint256 received = _pull(assets);
        shares = previewDeposit(received);
        if (shares < minShares) revert Musdt_BelowMinShares(shares, minShares);
        _enter(receiver, received, shares);
    }

    /// @notice Mints an exact number of shares at the price, without bounds. See the overload.
    function mint(uint256 shares, address receiver) external returns (uint256 assets) {
        return mint(shares, receiver, type(uint256).max, type(uint256).max);
    }

    /// @notice Mints an exact number of shares at the price. Rounds assets up. rules.md M1, M2, M7
    /// @dev Reverts with Musdt_DeadlinePassed, EnforcedPause, Musdt_MintingClosed, Musdt_InvalidReceiver, Musdt_ZeroAmount, Musdt_ExceedsMaxAssets,
    /// Musdt_TransferFeeCharged, Musdt_ExceedsSupplyCap.
    /// @param shares Shares to mint.
    /// @param receiver Owner of the shares.
    /// @param maxAssets Most USDT (6 decimals) the caller accepts to pay; the vault must be approved for it.
    /// @param deadline Last unix second in which the caller accepts.
    /// @return assets USDT paid (6 decimals).
    function mint(uint256 shares, address receiver, uint256 maxAssets, uint256 deadline)
        public
        nonReentrant
        inTime(deadline)
        returns (uint256 assets)
    {
        _requireMintable();
        _checkReceiver(receiver);
        assets = previewMint(shares);
        if (assets > maxAssets) revert Musdt_ExceedsMaxAssets(assets, maxAssets);
        _pullExact(assets);
        _enter(receiver, assets, shares);
    }

    /// @notice Renews the snapshot of the supply if it is due; minting does so by itself. Anyone may call. rules.md M7
    function tryUpdateCurrentMaxSupply() public {
        if (!_isSupplySnapshotDue()) return;
        uint256 newMaxSupply = currentMaxSupply();
        _snapshotMaxSupply = newMaxSupply;
        lastMaxSupplyUpdate = block.timestamp;
        _leastSupply = totalSupply();
        emit CurrentMaxSupplyUpdated(newMaxSupply);
    }

    /// @notice Supply up to which may be minted now; a snapshot that is due counts as renewed. Where one can exit at
    /// once the snapshot is the least supply since the last one: a deposit of seconds does not raise it. rules.md M7
    function currentMaxSupply() public view returns (uint256) {
        if (!_isSupplySnapshotDue()) return _snapshotMaxSupply;
        uint256 snapshot = epochLength == 0 ? _leastSupply : totalSupply();
        return MusdtMath.maxSupplyDown(snapshot, SUPPLY_INCREASE_DAILY_P, bootstrapMaxSupply);
    }

    /// @notice Most shares that can be minted now, locked or not; 0 when minting is closed. rules.md M2, M7
    function maxMint(address) public view returns (uint256) {
        if (paused() || collateralizationP() >= MINT_LIMIT_P) return 0;
        return MusdtMath.capRoom(currentMaxSupply(), totalSupply());
    }

    /// @notice Most assets that can be deposited now (USDT, 6 decimals), discount included; 0 when minting is closed.
    /// Rounds down. rules.md M2, M7
    function maxDeposit(address owner) external view returns (uint256) {
        return MusdtMath.toAssetsDown(maxMint(owner), shareToAssetsPrice());
    }

    /// @notice Shares a deposit gives, whatever stands in its way. Rounds down. rules.md M1
    function previewDeposit(uint256 assets) public view returns (uint256) {
        return MusdtMath.toSharesDown(assets, shareToAssetsPrice());
    }

    /// @notice Assets a mint costs (USDT, 6 decimals), whatever stands in its way. Rounds up. rules.md M1
    function previewMint(uint256 shares) public view returns (uint256) {
        return MusdtMath.toAssetsUp(shares, shareToAssetsPrice());
    }

    /// @notice Percent by which the supply may grow a day, 1e18 = 1%. rules.md M7
    function maxSupplyIncreaseDailyP() external pure returns (uint256) {
        return SUPPLY_INCREASE_DAILY_P;
    }

    /// @dev Mints shares that are paid for. Reverts with Musdt_ZeroShares, Musdt_ExceedsSupplyCap. rules.md M7, M9
    function _enter(address owner, uint256 assets, uint256 shares) internal {
        if (shares == 0) revert Musdt_ZeroShares(assets);
        tryUpdateCurrentMaxSupply();
        uint256 supply = totalSupply();
        uint256 room = MusdtMath.capRoom(_snapshotMaxSupply, supply);
        if (shares > room) revert Musdt_ExceedsSupplyCap(shares, room, lastMaxSupplyUpdate + SUPPLY_SNAPSHOT_SECONDS);
        totalDeposited += assets;
        _spread(supply + shares);
        _mint(owner, shares);
        emit Deposit(msg.sender, owner, assets, shares);
    }

    /// @dev Keeps the least supply where one can exit at once. rules.md M7
    function _update(address from, address to, uint256 shares) internal virtual override {
        super._update(from, to, shares);
        if (to == address(0) && epochLength == 0 && totalSupply() < _leastSupply) _leastSupply = totalSupply();
    }

    /// @dev Reverts with EnforcedPause, Musdt_MintingClosed. rules.md M2
    function _requireMintable() internal view whenNotPaused {
        uint256 collatP = collateralizationP();
        if (collatP >= MINT_LIMIT_P) revert Musdt_MintingClosed(collatP, MINT_LIMIT_P);
    }

    /// @dev Whether the snapshot of the supply is old enough to be renewed. rules.md M7
    function _isSupplySnapshotDue() private view returns (bool) {
        return block.timestamp >= lastMaxSupplyUpdate + SUPPLY_SNAPSHOT_SECONDS;
    }
}
