// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {MusdtLockedNft} from "../musdt/MusdtLockedNft.sol";
import {MusdtMath} from "../musdt/MusdtMath.sol";
import {LockedDeposit} from "../musdt/MusdtTypes.sol";
import {GTokenStandInAccounts} from "./GTokenStandInAccounts.sol";

/// @title A vault with the rules of GToken, for local chains and tests
/// @notice Follows the live contract as an app sees it, so that an app that works here works there. It differs from
/// MUSDTVault in what docs/musdt.md lists: minting is open at any collateralization and capped only below 100%, the
/// snapshot of the supply and the epochs move only when poked, price and collateralization follow the PnL only from one
/// epoch to the next, thresholds are strict, nothing has bounds, errors are short strings. Not for real money: anybody
/// is the source of PnL.
contract GTokenStandIn is GTokenStandInAccounts {
    using SafeERC20 for IERC20;

    /// @notice Shortest lock in seconds.
    uint256 public constant MIN_LOCK_DURATION = 14 days;

    /// @notice NFT of locked deposits.
    MusdtLockedNft public immutable lockedDepositNft;

    /// @notice Number of deposits ever locked.
    uint256 public lockedDepositsCount;

    /// @notice A deposit ever locked.
    mapping(uint256 depositId => LockedDeposit) public lockedDeposits;

    /// @notice Shares an owner can redeem in an epoch.
    mapping(address owner => mapping(uint256 epoch => uint256 shares)) public withdrawRequests;

    /// @param asset_ USDT.
    /// @param nft NFT of locked deposits, not bound to a vault yet.
    constructor(address asset_, MusdtLockedNft nft) ERC20("gUSDT", "gUSDT") GTokenStandInAccounts(asset_) {
        lockedDepositNft = nft;
        nft.bind();
    }

    /// @notice Mints shares for assets.
    function deposit(uint256 assets, address receiver) external returns (uint256 shares) {
        require(assets <= maxDeposit(receiver), "ERC4626: deposit more than max");
        shares = previewDeposit(assets);
        _enter(receiver, assets, shares);
    }

    /// @notice Mints an exact number of shares.
    function mint(uint256 shares, address receiver) external returns (uint256 assets) {
        require(shares <= maxMint(receiver), "ERC4626: mint more than max");
        assets = previewMint(shares);
        _enter(receiver, assets, shares);
    }

    /// @notice Mints with a discount and locks.
    function depositWithDiscountAndLock(uint256 assets, uint256 lockDuration, address receiver)
        external
        returns (uint256 depositId)
    {
        uint256 credited = MusdtMath.withDiscountDown(assets, _discountP(lockDuration));
        require(credited <= maxDeposit(receiver), "DEPOSIT_MORE_THAN_MAX");
        return _lock(credited, assets, previewDeposit(credited), lockDuration, receiver);
    }

    /// @notice Mints an exact number of shares with a discount and locks them. The price of the discounted shares rounds
    /// down, unlike in MUSDTVault.
    function mintWithDiscountAndLock(uint256 shares, uint256 lockDuration, address receiver)
        external
        returns (uint256 depositId)
    {
        require(shares <= maxMint(receiver), "MINT_MORE_THAN_MAX");
        uint256 credited = previewMint(shares);
        uint256 assets = Math.mulDiv(credited, 100e18, 100e18 + _discountP(lockDuration));
        return _lock(credited, assets, shares, lockDuration, receiver);
    }

    /// @notice Burns an NFT after its lock and pays its shares.
    function unlockDeposit(uint256 depositId, address receiver) external {
        LockedDeposit memory lock = lockedDeposits[depositId];
        address owner = lockedDepositNft.ownerOf(depositId);
        require(
            msg.sender == owner || lockedDepositNft.getApproved(depositId) == msg.sender
                || lockedDepositNft.isApprovedForAll(owner, msg.sender),
            "NOT_ALLOWED"
        );
        require(block.timestamp >= lock.atTimestamp + lock.lockDuration, "NOT_UNLOCKED");
        _chargeDiscount(lock.assetsDiscount);
        lockedDepositNft.burn(depositId);
        _transfer(address(this), receiver, lock.shares);
        emit DepositUnlocked(msg.sender, receiver, owner, depositId, lock);
    }

    /// @notice Requests a withdrawal.
    function makeWithdrawRequest(uint256 shares, address owner) external {
        require(_isEpochOpen(), "END_OF_EPOCH");
        _requireAllowed(shares, owner);
        require(totalSharesBeingWithdrawn(owner) + shares <= balanceOf(owner), "MORE_THAN_BALANCE");
        uint256 unlockEpoch = currentEpoch + withdrawEpochsTimelock();
        withdrawRequests[owner][unlockEpoch] += shares;
        emit WithdrawRequested(msg.sender, owner, shares, currentEpoch, unlockEpoch);
    }

    /// @notice Takes back a request, or part of it.
    function cancelWithdrawRequest(uint256 shares, address owner, uint256 unlockEpoch) external {
        _requireAllowed(shares, owner);
        require(shares <= withdrawRequests[owner][unlockEpoch], "MORE_THAN_WITHDRAW_AMOUNT");
        withdrawRequests[owner][unlockEpoch] -= shares;
        emit WithdrawCanceled(msg.sender, owner, shares, currentEpoch, unlockEpoch);
    }

    /// @notice Burns as many shares as an exact amount costs.
    function withdraw(uint256 assets, address receiver, address owner) external returns (uint256 shares) {
        require(assets <= maxWithdraw(owner), "ERC4626: withdraw more than max");
        shares = previewWithdraw(assets);
        _exit(receiver, owner, assets, shares);
    }

    /// @notice Burns shares for assets.
    function redeem(uint256 shares, address receiver, address owner) external returns (uint256 assets) {
        require(shares <= maxRedeem(owner), "ERC4626: redeem more than max");
        assets = previewRedeem(shares);
        _exit(receiver, owner, assets, shares);
    }

    /// @notice A deposit ever locked.
    function getLockedDeposit(uint256 depositId) external view returns (LockedDeposit memory) {
        return lockedDeposits[depositId];
    }

    /// @notice Most shares that can be minted: without limit from 100% collateralization on.
    function maxMint(address) public view returns (uint256) {
        return accPnlPerTokenUsed > 0 ? MusdtMath.capRoom(currentMaxSupply, totalSupply()) : type(uint256).max;
    }

    /// @notice Most assets that can be deposited: without limit from 100% collateralization on.
    function maxDeposit(address owner) public view returns (uint256) {
        uint256 shares = maxMint(owner);
        return shares == type(uint256).max ? shares : previewRedeem(shares);
    }

    /// @notice Most shares an owner can burn now: what was requested for this epoch, until the next one is being
    /// prepared. One share always stays. Panics without shares, as the live contract does.
    function maxRedeem(address owner) public view returns (uint256) {
        if (!_isEpochOpen()) return 0;
        return Math.min(withdrawRequests[owner][currentEpoch], totalSupply() - 1);
    }

    /// @notice Most assets an owner can withdraw now.
    function maxWithdraw(address owner) public view returns (uint256) {
        return previewRedeem(maxRedeem(owner));
    }

    /// @notice Shares for a deposit. Rounds down.
    function previewDeposit(uint256 assets) public view returns (uint256) {
        return MusdtMath.toSharesDown(assets, shareToAssetsPrice);
    }

    /// @notice Assets for a mint. Rounds up.
    function previewMint(uint256 shares) public view returns (uint256) {
        return MusdtMath.toAssetsUp(shares, shareToAssetsPrice);
    }

    /// @notice Shares for a withdrawal. Rounds up.
    function previewWithdraw(uint256 assets) public view returns (uint256) {
        return MusdtMath.toSharesUp(assets, shareToAssetsPrice);
    }

    /// @notice Assets for shares. Rounds down.
    function previewRedeem(uint256 shares) public view returns (uint256) {
        return MusdtMath.toAssetsDown(shares, shareToAssetsPrice);
    }

    /// @notice Discount for a lock at a collateralization.
    function lockDiscountP(uint256 collatP, uint256 lockDuration) public view returns (uint256) {
        return MusdtMath.lockDiscountPDown(collatP, lockDuration, maxDiscountP, maxDiscountThresholdP);
    }

    /// @notice Shares of an owner under requests that are not void.
    function totalSharesBeingWithdrawn(address owner) public view returns (uint256 shares) {
        for (uint256 epoch = currentEpoch; epoch <= currentEpoch + 3; ++epoch) {
            shares += withdrawRequests[owner][epoch];
        }
    }

    /// @dev Takes the assets and mints.
    function _enter(address owner, uint256 assets, uint256 shares) private {
        require(shareToAssetsPrice > 0, "PRICE_0");
        require(assets > 0 && shares > 0, "VALUE_0");
        IERC20(asset).safeTransferFrom(msg.sender, address(this), assets);
        totalDeposited += assets;
        _scale(totalSupply() + shares);
        _mint(owner, shares);
        emit Deposit(msg.sender, owner, assets, shares);
    }

    /// @dev Mints into the vault, and the NFT.
    function _lock(uint256 credited, uint256 assets, uint256 shares, uint256 lockDuration, address receiver)
        private
        returns (uint256 depositId)
    {
        require(credited > assets, "NO_DISCOUNT");
        depositId = ++lockedDepositsCount;
        LockedDeposit memory lock =
            LockedDeposit(receiver, shares, assets, credited - assets, block.timestamp, lockDuration);
        lockedDeposits[depositId] = lock;
        totalDiscounts += lock.assetsDiscount;
        totalLockedDiscounts += lock.assetsDiscount;
        _enter(address(this), assets, shares);
        lockedDepositNft.mint(receiver, depositId);
        emit DepositLocked(msg.sender, receiver, depositId, lock);
    }

    /// @dev Burns what was requested for this epoch, and pays.
    function _exit(address receiver, address owner, uint256 assets, uint256 shares) private {
        require(assets > 0 && shares > 0, "VALUE_0");
        if (msg.sender != owner) _spendAllowance(owner, msg.sender, shares);
        withdrawRequests[owner][currentEpoch] -= shares;
        _scale(totalSupply() - shares);
        _burn(owner, shares);
        IERC20(asset).safeTransfer(receiver, assets);
        emit Withdraw(msg.sender, receiver, owner, assets, shares);
    }

    /// @dev Discount for a lock now, or the reason why there is none.
    function _discountP(uint256 lockDuration) private view returns (uint256) {
        require(lockDuration >= MIN_LOCK_DURATION, "BELOW_MIN_LOCK_DURATION");
        require(lockDuration <= MusdtMath.MAX_LOCK_SECONDS, "ABOVE_MAX_LOCK_DURATION");
        return lockDiscountP(collateralizationP(), lockDuration);
    }

    /// @dev Owner, or somebody with an allowance, which is not used up.
    function _requireAllowed(uint256 shares, address owner) private view {
        require(msg.sender == owner || allowance(owner, msg.sender) >= shares, "NOT_ALLOWED");
    }

    /// @dev Shares under request cannot be moved.
    function _update(address from, address to, uint256 shares) internal override {
        if (from != address(0) && to != address(0) && shares <= balanceOf(from)) {
            require(totalSharesBeingWithdrawn(from) <= balanceOf(from) - shares, "PENDING_WITHDRAWAL");
        }
        super._update(from, to, shares);
    }
}
