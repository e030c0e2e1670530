// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {MusdtMath} from "../musdt/MusdtMath.sol";
import {LockedDeposit} from "../musdt/MusdtTypes.sol";
import {FedVault, GTokenFeedStandIn} from "./GTokenFeedStandIn.sol";

/// @title Accounts of the stand-in: price, PnL, epochs, snapshot of the supply
/// @notice Everything that moves without a holder of shares. Amounts have 6 decimals, everything per share 18,
/// percentages 1e18 = 1%. See GTokenStandIn.
abstract contract GTokenStandInAccounts is ERC20 {
    using SafeCast for uint256;
    using SafeERC20 for IERC20;

    uint256 internal constant PRECISION = 1e18;

    /// @notice USDT.
    address public immutable asset;

    /// @notice Feed of open trades' PnL, which sets the rhythm of the epochs.
    GTokenFeedStandIn public immutable openTradesPnlFeed;

    /// @notice px: assets per share.
    uint256 public shareToAssetsPrice = PRECISION;

    /// @notice Rewards per share so far.
    uint256 public accRewardsPerToken;

    /// @notice Traders' PnL per share now.
    int256 public accPnlPerToken;

    /// @notice Traders' PnL per share that price and collateralization know of.
    int256 public accPnlPerTokenUsed;

    /// @notice Number of the running epoch.
    uint256 public currentEpoch = 1;

    /// @notice Unix seconds at which the running epoch started.
    uint256 public currentEpochStart = block.timestamp;

    /// @notice Supply up to which may be minted below 100% collateralization.
    uint256 public currentMaxSupply;

    /// @notice Unix seconds of the last snapshot of the supply.
    uint256 public lastMaxSupplyUpdate;

    /// @notice Percent by which the supply may grow a day.
    uint256 public maxSupplyIncreaseDailyP = 2e18;

    /// @notice Discount for the longest lock.
    uint256 public maxDiscountP = 5e18;

    /// @notice Collateralization from which on there is no discount.
    uint256 public maxDiscountThresholdP = 150e18;

    /// @notice Percent above 100% collateralization of both thresholds.
    uint256[2] public withdrawLockThresholdsP = [10e18, 20e18];

    /// @notice All USDT ever deposited.
    uint256 public totalDeposited;

    /// @notice All discounts ever given.
    uint256 public totalDiscounts;

    /// @notice Discounts of deposits that are still locked.
    uint256 public totalLockedDiscounts;

    /// @notice All rewards ever distributed.
    uint256 public totalRewards;

    /// @notice What traders have won so far, less what they have lost.
    int256 public totalClosedPnl;

    /// @notice `sender` paid `assets` for `shares` of `owner`.
    event Deposit(address indexed sender, address indexed owner, uint256 assets, uint256 shares);

    /// @notice Shares were burnt for assets.
    event Withdraw(
        address indexed sender, address indexed receiver, address indexed owner, uint256 assets, uint256 shares
    );

    /// @notice Shares were minted into a lock.
    event DepositLocked(address indexed sender, address indexed owner, uint256 depositId, LockedDeposit d);

    /// @notice A deposit was unlocked.
    event DepositUnlocked(
        address indexed sender, address indexed receiver, address indexed owner, uint256 depositId, LockedDeposit d
    );

    /// @notice A withdrawal was requested.
    event WithdrawRequested(
        address indexed sender, address indexed owner, uint256 shares, uint256 currEpoch, uint256 indexed unlockEpoch
    );

    /// @notice A request, or part of it, was taken back.
    event WithdrawCanceled(
        address indexed sender, address indexed owner, uint256 shares, uint256 currEpoch, uint256 indexed unlockEpoch
    );

    /// @notice The snapshot of the supply was poked.
    event CurrentMaxSupplyUpdated(uint256 newValue);

    /// @notice The price of a share changed.
    event ShareToAssetsPriceUpdated(uint256 newValue);

    /// @notice A new epoch knows of new PnL.
    event AccPnlPerTokenUsedUpdated(
        address indexed sender,
        uint256 indexed newEpoch,
        uint256 prevPositiveOpenPnl,
        uint256 newPositiveOpenPnl,
        uint256 newEpochPositiveOpenPnl,
        int256 newAccPnlPerTokenUsed
    );

    /// @notice Rewards arrived.
    event RewardDistributed(address indexed sender, uint256 assets);

    /// @notice The feed could not be poked.
    event OpenTradesPnlFeedCallFailed();

    /// @notice A trader's winnings left the vault.
    event AssetsSent(address indexed sender, address indexed receiver, uint256 assets);

    /// @notice A trader's loss arrived.
    event AssetsReceived(address indexed sender, address indexed user, uint256 assets, uint256 assetsLessDeplete);

    /// @param asset_ USDT.
    constructor(address asset_) {
        asset = asset_;
        openTradesPnlFeed = new GTokenFeedStandIn(FedVault(address(this)));
    }

    /// @notice Pays a trader's winnings. Anyone may call.
    function sendAssets(uint256 assets, address receiver) external {
        int256 pnl = accPnlPerToken + MusdtMath.lossPerTokenUp(assets, totalSupply()).toInt256();
        require(pnl <= maxAccPnlPerToken().toInt256(), "NOT_ENOUGH_ASSETS");
        accPnlPerToken = pnl;
        totalClosedPnl += assets.toInt256();
        IERC20(asset).safeTransfer(receiver, assets);
        emit AssetsSent(msg.sender, receiver, assets);
    }

    /// @notice Brings a trader's loss. Anyone may call.
    function receiveAssets(uint256 assets, address user) external {
        IERC20(asset).safeTransferFrom(msg.sender, address(this), assets);
        accPnlPerToken -= MusdtMath.gainPerTokenDown(assets, totalSupply()).toInt256();
        totalClosedPnl -= assets.toInt256();
        emit AssetsReceived(msg.sender, user, assets, assets);
    }

    /// @notice Adds rewards to all shares. Anyone may call.
    function distributeReward(uint256 assets) external {
        IERC20(asset).safeTransferFrom(msg.sender, address(this), assets);
        accRewardsPerToken += MusdtMath.gainPerTokenDown(assets, totalSupply());
        totalRewards += assets;
        _updatePrice();
        emit RewardDistributed(msg.sender, assets);
    }

    /// @notice Lets the feed make its next request or begin the next epoch, if it is time. Whatever happens within is
    /// swallowed, as by the live contract: running out of gas too, so that an estimate finds a limit at which nothing
    /// happens.
    function tryNewOpenPnlRequestOrEpoch() external {
        try openTradesPnlFeed.newOpenPnlRequestOrEpoch() {}
        catch {
            emit OpenTradesPnlFeedCallFailed();
        }
    }

    /// @notice Starts the next epoch: only now price and collateralization follow the PnL. The feed only.
    function updateAccPnlPerTokenUsed(uint256, uint256) external returns (uint256) {
        require(msg.sender == address(openTradesPnlFeed), "ONLY_PNL_FEED");
        currentEpoch += 1;
        currentEpochStart = block.timestamp;
        accPnlPerTokenUsed = accPnlPerToken;
        _updatePrice();
        emit AccPnlPerTokenUsedUpdated(msg.sender, currentEpoch, 0, 0, 0, accPnlPerTokenUsed);
        return 0;
    }

    /// @notice Takes a snapshot of the supply when the last is a day old. Nothing else does.
    function tryUpdateCurrentMaxSupply() external {
        if (block.timestamp < lastMaxSupplyUpdate + 24 hours) return;
        currentMaxSupply = MusdtMath.maxSupplyDown(totalSupply(), maxSupplyIncreaseDailyP, 0);
        lastMaxSupplyUpdate = block.timestamp;
        emit CurrentMaxSupplyUpdated(currentMaxSupply);
    }

    /// @notice The most a share can be worth.
    function maxAccPnlPerToken() public view returns (uint256) {
        return MusdtMath.maxPnlPerToken(accRewardsPerToken);
    }

    /// @notice Collateralization in percent, as of the running epoch.
    function collateralizationP() public view returns (uint256) {
        return MusdtMath.collateralizationPDown(accRewardsPerToken, accPnlPerTokenUsed);
    }

    /// @notice USDT behind all shares, as of the running epoch.
    function availableAssets() external view returns (uint256) {
        return MusdtMath.collateralDown(totalSupply(), accRewardsPerToken, accPnlPerTokenUsed);
    }

    /// @notice What all shares are worth at most.
    function tvl() external view returns (uint256) {
        return MusdtMath.toAssetsDown(totalSupply(), maxAccPnlPerToken());
    }

    /// @notice USDT the vault holds.
    function totalAssets() external view returns (uint256) {
        return IERC20(asset).balanceOf(address(this));
    }

    /// @notice Shares for assets at the price. Rounds down.
    function convertToShares(uint256 assets) external view returns (uint256) {
        return MusdtMath.toSharesDown(assets, shareToAssetsPrice);
    }

    /// @notice Assets for shares at the price. Rounds down.
    function convertToAssets(uint256 shares) external view returns (uint256) {
        return MusdtMath.toAssetsDown(shares, shareToAssetsPrice);
    }

    /// @notice Epochs from a request made now to its execution; exactly on a threshold it is the longer time.
    function withdrawEpochsTimelock() public view returns (uint256) {
        uint256 aboveP = Math.saturatingSub(collateralizationP(), 100e18);
        if (aboveP > withdrawLockThresholdsP[1]) return 1;
        return aboveP > withdrawLockThresholdsP[0] ? 2 : 3;
    }

    /// @notice Decimals of shares.
    function decimals() public pure override returns (uint8) {
        return 6;
    }

    /// @dev From the feed's first request on the next epoch is being prepared: no requests and no redemptions.
    function _isEpochOpen() internal view returns (bool) {
        return openTradesPnlFeed.nextEpochValuesRequestCount() == 0;
    }

    /// @dev What a deposit or withdrawal changes besides the supply; `accPnlPerTokenUsed` waits for the next epoch.
    function _scale(uint256 supplyAfter) internal {
        accPnlPerToken = MusdtMath.spreadPnlUp(accPnlPerToken, totalSupply(), supplyAfter);
    }

    /// @dev Charges an unlocked discount to all holders.
    function _chargeDiscount(uint256 assetsDiscount) internal {
        int256 delta = MusdtMath.lossPerTokenUp(assetsDiscount, totalSupply()).toInt256();
        accPnlPerToken += delta;
        require(accPnlPerToken <= maxAccPnlPerToken().toInt256(), "NOT_ENOUGH_ASSETS");
        accPnlPerTokenUsed += delta;
        totalLockedDiscounts -= assetsDiscount;
        _updatePrice();
    }

    /// @dev Stores the price anew.
    function _updatePrice() private {
        shareToAssetsPrice = MusdtMath.sharePrice(accRewardsPerToken, accPnlPerTokenUsed);
        emit ShareToAssetsPriceUpdated(shareToAssetsPrice);
    }
}
