// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AccessControl} from "@openzeppelin/contracts/access/AccessControl.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {Pausable} from "@openzeppelin/contracts/utils/Pausable.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {MeasuredTransfer} from "../shared/MeasuredTransfer.sol";
import {MusdtMath} from "./MusdtMath.sol";
import {
    Musdt_ExceedsCollateral,
    Musdt_InvalidReceiver,
    Musdt_TransferFeeCharged,
    Musdt_ZeroAmount
} from "./MusdtErrors.sol";
import {MusdtRewards} from "./MusdtRewards.sol";
import {MusdtSinks} from "./MusdtSinks.sol";

/// @title Shares and what stands behind them
/// @dev Assets and shares have 6 decimals, everything per share 18. The price is stored per share and not derived from
/// the vault's balance: USDT sent here by anybody outside the functions moves nothing. rules.md M1
abstract contract MusdtAccounts is MusdtRewards, AccessControl, Pausable, ReentrancyGuardTransient {
    using MeasuredTransfer for IERC20;
    using SafeCast for uint256;

    IERC20 internal immutable _asset;
    uint8 private immutable _decimals;

    /// @notice What traders have won from a share so far, less what they have lost; below 0 it is the buffer above 100%
    /// collateralization. 1e18 = 1 USDT per mUSDT.
    int256 public accPnlPerToken;

    /// @notice All USDT ever deposited (6 decimals), without discounts.
    uint256 public totalDeposited;

    /// @notice The price of a share changed, 1e18 = 1 USDT per mUSDT.
    event ShareToAssetsPriceUpdated(uint256 newValue);

    /// @notice `accPnlPerToken` changed. The three open PnL are always 0: only realised PnL counts in this vault.
    event AccPnlPerTokenUsedUpdated(
        address indexed sender,
        uint256 indexed newEpoch,
        uint256 prevPositiveOpenPnl,
        uint256 newPositiveOpenPnl,
        uint256 newEpochPositiveOpenPnl,
        int256 newAccPnlPerTokenUsed
    );

    /// @param asset_ USDT; shares take over its decimals.
    constructor(address asset_) {
        _asset = IERC20(asset_);
        _decimals = IERC20Metadata(asset_).decimals();
    }

    /// @notice USDT.
    function asset() external view returns (address) {
        return address(_asset);
    }

    /// @notice Decimals of shares, those of the asset.
    function decimals() public view override returns (uint8) {
        return _decimals;
    }

    /// @notice px: assets per share, 1e18 = 1 USDT per mUSDT. Never 0. rules.md M1
    function shareToAssetsPrice() public view returns (uint256) {
        return MusdtMath.sharePrice(accRewardsPerToken(), accPnlPerToken);
    }

    /// @notice The most a share can be worth, 1e18 = 1 USDT per mUSDT.
    function maxAccPnlPerToken() public view returns (uint256) {
        return MusdtMath.maxPnlPerToken(accRewardsPerToken());
    }

    /// @notice Same as `accPnlPerToken`: PnL counts at once in this vault.
    function accPnlPerTokenUsed() external view returns (int256) {
        return accPnlPerToken;
    }

    /// @notice CR in percent, 1e18 = 1%. Rounds down. rules.md M2
    function collateralizationP() public view returns (uint256) {
        return MusdtMath.collateralizationPDown(accRewardsPerToken(), accPnlPerToken);
    }

    /// @notice Collateral: USDT (6 decimals) behind all shares, buffer included. Rounds down.
    function availableAssets() public view returns (uint256) {
        return MusdtMath.collateralDown(totalSupply(), accRewardsPerToken(), accPnlPerToken);
    }

    /// @notice What all shares are worth at most, at 100% collateralization (USDT, 6 decimals). Rounds down.
    function tvl() external view returns (uint256) {
        return MusdtMath.toAssetsDown(totalSupply(), maxAccPnlPerToken());
    }

    /// @notice What all shares are worth at the price (USDT, 6 decimals). Rounds down. rules.md M1
    function totalAssets() external view returns (uint256) {
        return MusdtMath.toAssetsDown(totalSupply(), shareToAssetsPrice());
    }

    /// @notice Shares for assets at the price. Rounds down. rules.md M1
    function convertToShares(uint256 assets) external view returns (uint256) {
        return MusdtMath.toSharesDown(assets, shareToAssetsPrice());
    }

    /// @notice Assets for shares at the price. Rounds down. rules.md M1
    function convertToAssets(uint256 shares) external view returns (uint256) {
        return MusdtMath.toAssetsDown(shares, shareToAssetsPrice());
    }

    /// @dev Takes assets from all shares. Reverts with Musdt_ExceedsCollateral rather than make the price 0. rules.md M6
    function _charge(uint256 assets) internal {
        int256 pnl = accPnlPerToken + MusdtMath.lossPerTokenUp(assets, totalSupply()).toInt256();
        if (pnl >= maxAccPnlPerToken().toInt256()) revert Musdt_ExceedsCollateral(assets, availableAssets());
        _setPnl(pnl, totalSupply());
    }

    /// @dev Stores PnL, and tells if it, or with it the price, changed.
    /// @param supply Supply it is for: with less than one whole share there is no buffer, which would close minting for
    /// all and belong to dust. What it was is nobody's, see `recoverSurplus`. rules.md M9
    function _setPnl(int256 pnl, uint256 supply) internal {
        if (pnl < 0 && supply < _wholeShare()) pnl = 0;
        if (pnl == accPnlPerToken) return;
        uint256 priceBefore = shareToAssetsPrice();
        accPnlPerToken = pnl;
        emit AccPnlPerTokenUsedUpdated(msg.sender, currentEpoch(), 0, 0, 0, pnl);
        uint256 price = shareToAssetsPrice();
        if (price != priceBefore) emit ShareToAssetsPriceUpdated(price);
    }

    /// @dev Spreads the buffer over a supply that is about to change, and settles what it had earned; the price stays.
    /// rules.md M1
    function _spread(uint256 supplyAfter) internal {
        if (_settleRewards()) emit ShareToAssetsPriceUpdated(shareToAssetsPrice());
        _setPnl(MusdtMath.spreadPnlUp(accPnlPerToken, totalSupply(), supplyAfter), supplyAfter);
    }

    /// @dev Takes USDT from the caller and counts what arrives. Reverts with Musdt_ZeroAmount. rules.md U4
    function _pull(uint256 assets) internal returns (uint256 received) {
        if (assets == 0) revert Musdt_ZeroAmount();
        return _asset.pull(msg.sender, address(this), assets);
    }

    /// @dev Takes exactly `assets`. Reverts with Musdt_TransferFeeCharged, Musdt_ZeroAmount.
    function _pullExact(uint256 assets) internal {
        uint256 received = _pull(assets);
        if (received != assets) revert Musdt_TransferFeeCharged(assets, received);
    }

    /// @dev USDT gives no reason for a balance that is too small (rules.md U3), so it is checked before.
    function _requireBalance(uint256 assets) internal view {
        uint256 available = _held();
        if (assets > available) revert Musdt_ExceedsCollateral(assets, available);
    }

    /// @dev USDT (6 decimals) in the vault, without rewards that are still on their way into the price.
    function _held() internal view returns (uint256) {
        return Math.saturatingSub(_asset.balanceOf(address(this)), _unstreamed());
    }

    /// @dev Reverts with Musdt_InvalidReceiver.
    function _checkReceiver(address receiver) internal view {
        if (_isLostAt(receiver)) revert Musdt_InvalidReceiver(receiver);
    }

    /// @dev Whether what arrives at an address can never be used again: one that nobody has the key to, or a contract
    /// of the vault that does not expect it. rules.md B16
    function _isLostAt(address to) internal view virtual returns (bool) {
        return MusdtSinks.isSink(to) || to == address(this) || to == address(_asset);
    }
}
