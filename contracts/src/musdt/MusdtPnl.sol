// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {MusdtMath} from "./MusdtMath.sol";
import {MusdtAccounts} from "./MusdtAccounts.sol";
import {Musdt_SupplyTooSmall, Musdt_ZeroAmount} from "./MusdtErrors.sol";
import {PNL_ROLE} from "./MusdtTypes.sol";

/// @title What moves collateral and price: traders' PnL and rewards
abstract contract MusdtPnl is MusdtAccounts {
    using SafeCast for uint256;
    using SafeERC20 for IERC20;

    /// @notice All rewards ever distributed (USDT, 6 decimals). rules.md M10
    uint256 public totalRewards;

    /// @notice What traders have won from the vault so far, less what they have lost (USDT, 6 decimals).
    int256 public totalClosedPnl;

    /// @notice A trader's winnings left the vault (USDT, 6 decimals).
    event AssetsSent(address indexed sender, address indexed receiver, uint256 assets);

    /// @notice A trader's loss arrived (USDT, 6 decimals); nothing is ever put aside, so both amounts are the same.
    event AssetsReceived(address indexed sender, address indexed user, uint256 assets, uint256 assetsLessDeplete);

    /// @notice Rewards arrived (USDT, 6 decimals). rules.md M10
    event RewardDistributed(address indexed sender, uint256 assets);

    /// @notice Pays a trader's winnings out of the vault: first out of the buffer, then out of the price. Rounds against
    /// the holders' price by less than one unit of it. PNL_ROLE only.
    /// @dev Reverts with Musdt_ZeroAmount, Musdt_SupplyTooSmall, Musdt_ExceedsCollateral.
    /// @param assets USDT to pay (6 decimals); a transfer fee, if one is on, is borne by the receiver.
    /// @param receiver Recipient.
    function sendAssets(uint256 assets, address receiver) external onlyRole(PNL_ROLE) nonReentrant {
        if (assets == 0) revert Musdt_ZeroAmount();
        _checkReceiver(receiver);
        _requireSupply(1);
        _requireBalance(assets);
        _charge(assets);
        totalClosedPnl += assets.toInt256();
        emit AssetsSent(msg.sender, receiver, assets);
        _asset.safeTransfer(receiver, assets);
    }

    /// @notice Brings a trader's loss into the vault: first it repairs the price, then it builds the buffer, unless there
    /// is less than one whole share: then the rest is nobody's. PNL_ROLE only, for whoever raises the collateralization
    /// to 150% closes minting.
    /// @dev Reverts with Musdt_ZeroAmount, Musdt_SupplyTooSmall.
    /// @param assets USDT to send (6 decimals); the vault must be approved for it. Counts what arrives. rules.md U4
    /// @param user Trader, for the event.
    function receiveAssets(uint256 assets, address user) external onlyRole(PNL_ROLE) nonReentrant {
        _requireSupply(1);
        uint256 received = _pull(assets);
        totalClosedPnl -= received.toInt256();
        _setPnl(accPnlPerToken - MusdtMath.gainPerTokenDown(received, totalSupply()).toInt256(), totalSupply());
        emit AssetsReceived(msg.sender, user, received, received);
    }

    /// @notice Adds rewards to all shares, locked or not: at once, or over 24 hours in a vault with an instant exit.
    /// Anyone may call. rules.md M7, M10
    /// @dev Only from one whole share on: with less, a first depositor could make a single unit so dear that the next
    /// deposit loses by rounding. Reverts with Musdt_ZeroAmount, Musdt_SupplyTooSmall. rules.md M9
    /// @param assets USDT to send (6 decimals); the vault must be approved for it. Counts what arrives. rules.md U4
    function distributeReward(uint256 assets) external nonReentrant {
        _requireSupply(_wholeShare());
        uint256 received = _pull(assets);
        _addReward(received);
        totalRewards += received;
        emit RewardDistributed(msg.sender, received);
        emit ShareToAssetsPriceUpdated(shareToAssetsPrice());
    }

    /// @dev Reverts with Musdt_SupplyTooSmall.
    function _requireSupply(uint256 minSupply) private view {
        uint256 supply = totalSupply();
        if (supply < minSupply) revert Musdt_SupplyTooSmall(supply, minSupply);
    }
}
