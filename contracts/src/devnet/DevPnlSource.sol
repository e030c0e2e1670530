// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {SignedMath} from "@openzeppelin/contracts/utils/math/SignedMath.sol";
import {TetherUSD} from "./TetherUSD.sol";

/// @title What a source of PnL needs of a vault; a GToken has it too
interface PnlVault {
    /// @notice USDT.
    function asset() external view returns (address);

    /// @notice All shares (6 decimals).
    function totalSupply() external view returns (uint256);

    /// @notice What traders have won from a share, 1e18 = 1.
    function accPnlPerToken() external view returns (int256);

    /// @notice The most a share can be worth, 1e18 = 1.
    function maxAccPnlPerToken() external view returns (uint256);

    /// @notice Pays a trader's winnings out of the vault (USDT, 6 decimals).
    function sendAssets(uint256 assets, address receiver) external;

    /// @notice Brings a trader's loss into the vault (USDT, 6 decimals).
    function receiveAssets(uint256 assets, address user) external;
}

/// @title Traders for local chains and tests
/// @notice Wins from and loses to a vault with real USDT of the devnet, as anyone wishes. Needs PNL_ROLE there.
contract DevPnlSource {
    using SafeCast for int256;
    using SafeCast for uint256;
    using SafeERC20 for IERC20;

    uint256 private constant PRECISION = 1e18;
    uint256 private constant HUNDRED_P = 100e18;

    /// @notice Vault whose traders these are.
    PnlVault public immutable vault;

    /// @notice The traders have won (USDT, 6 decimals; negative: lost).
    event PnlRealized(int256 assets);

    /// @param vault_ Vault whose traders these are.
    constructor(PnlVault vault_) {
        vault = vault_;
    }

    /// @notice Makes the collateralization `targetP`, or as little above it as whole units of USDT allow.
    /// @dev Reverts with the vault's errors when a target takes more than the vault holds.
    /// @param targetP Percent, 1e18 = 1%.
    function setCollateralizationP(uint256 targetP) external {
        uint256 most = vault.maxAccPnlPerToken();
        int256 target = most.toInt256() - Math.mulDiv(most, targetP, HUNDRED_P, Math.Rounding.Ceil).toInt256();
        int256 change = target - vault.accPnlPerToken();
        uint256 supply = vault.totalSupply();
        if (change > 0) {
            realize(Math.mulDiv(change.toUint256(), supply, PRECISION).toInt256());
        } else {
            realize(-Math.mulDiv(SignedMath.abs(change), supply, PRECISION, Math.Rounding.Ceil).toInt256());
        }
    }

    /// @notice Lets the traders win from the vault, or lose to it; nothing happens for 0.
    /// @param assets USDT (6 decimals); negative: lost.
    function realize(int256 assets) public {
        if (assets == 0) return;
        emit PnlRealized(assets);
        if (assets > 0) {
            vault.sendAssets(assets.toUint256(), address(this));
        } else {
            uint256 lost = SignedMath.abs(assets);
            TetherUSD usdt = TetherUSD(vault.asset());
            usdt.faucet(address(this), lost);
            IERC20(address(usdt)).forceApprove(address(vault), lost);
            vault.receiveAssets(lost, address(this));
        }
    }
}
