// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {PAUSER_ROLE} from "../shared/Roles.sol";
import {Kept, StrayToken} from "../shared/StrayToken.sol";
import {MusdtMath} from "./MusdtMath.sol";
import {MusdtAccounts} from "./MusdtAccounts.sol";
import {MusdtClock} from "./MusdtClock.sol";
import {MusdtEntry} from "./MusdtEntry.sol";
import {Musdt_ZeroAmount} from "./MusdtErrors.sol";
import {MusdtExit} from "./MusdtExit.sol";
import {MusdtLocks} from "./MusdtLocks.sol";
import {MusdtPnl} from "./MusdtPnl.sol";
import {MusdtRequests} from "./MusdtRequests.sol";
import {MusdtConfig, MusdtRules} from "./MusdtTypes.sol";

/// @title mUSDT: shares of a vault that is the counterparty of traders
/// @notice Speaks the interface of GToken with stricter rules. A pause stops entries (deposit, mint, lock), never exits.
contract MUSDTVault is MusdtLocks, MusdtExit, MusdtPnl {
    using SafeERC20 for IERC20;

    /// @notice What the vault held without owing it to anybody was taken out (USDT, 6 decimals).
    event SurplusRecovered(address indexed to, uint256 assets);

    /// @param config See MusdtConfig.
    constructor(MusdtConfig memory config)
        ERC20("mUSDT", "mUSDT")
        MusdtClock(config.epochLength)
        MusdtAccounts(config.asset)
        MusdtEntry(config.bootstrapMaxSupply)
        MusdtLocks(config.lockedDepositNft)
    {
        _grantRole(DEFAULT_ADMIN_ROLE, config.admin);
    }

    /// @notice Stops entries: deposit, mint, lock. PAUSER_ROLE only.
    function pause() external onlyRole(PAUSER_ROLE) {
        _pause();
    }

    /// @notice Opens entries again. PAUSER_ROLE only.
    function unpause() external onlyRole(PAUSER_ROLE) {
        _unpause();
    }

    /// @notice Takes out what no share stands for, so that nothing is stranded: donations, what rounding left, and the
    /// buffer once there is less than one whole share. DEFAULT_ADMIN_ROLE only. rules.md M9
    /// @dev Reverts with Musdt_InvalidReceiver, Musdt_ZeroAmount.
    /// @param to Recipient.
    function recoverSurplus(address to) external onlyRole(DEFAULT_ADMIN_ROLE) nonReentrant {
        _checkReceiver(to);
        uint256 assets = surplusAssets();
        if (assets == 0) revert Musdt_ZeroAmount();
        emit SurplusRecovered(to, assets);
        _asset.safeTransfer(to, assets);
    }

    /// @notice Takes out a token that came here by mistake; neither USDT nor shares. DEFAULT_ADMIN_ROLE only.
    /// @dev Reverts with Musdt_InvalidReceiver, Stray_NothingToRecover.
    /// @param token Token to take.
    /// @param to Recipient.
    function recoverStray(IERC20 token, address to) external onlyRole(DEFAULT_ADMIN_ROLE) nonReentrant {
        _checkReceiver(to);
        Kept[] memory kept = new Kept[](2);
        (kept[0], kept[1]) = (Kept(_asset, type(uint256).max), Kept(this, type(uint256).max));
        StrayToken.recover(token, to, kept);
    }

    /// @notice USDT (6 decimals) in the vault that no share stands for: without the collateral, promised discounts
    /// included, and without rewards on their way. Rounds down. rules.md M9
    function surplusAssets() public view returns (uint256) {
        // One unit for the collateral's rounding.
        uint256 owed = totalSupply() == 0 ? 0 : availableAssets() + 1;
        return Math.saturatingSub(_held(), owed);
    }

    /// @notice The rules by which this vault differs from a GToken, or that a GToken does not tell. Does not exist there.
    function rules() external view returns (MusdtRules memory) {
        return MusdtRules({
            mintLimitP: MINT_LIMIT_P,
            minLockSeconds: MIN_LOCK_DURATION,
            maxLockSeconds: MusdtMath.MAX_LOCK_SECONDS,
            supplySnapshotSeconds: SUPPLY_SNAPSHOT_SECONDS,
            bootstrapMaxSupply: bootstrapMaxSupply,
            epochLength: epochLength,
            requestWindow: requestWindow(),
            epochOrigin: epochOrigin,
            maxWithdrawalDailyP: epochLength == 0 ? MusdtMath.HUNDRED_P : MusdtMath.MAX_WITHDRAWAL_DAILY_P
        });
    }

    /// @dev The least supply is kept, and shares under request cannot be moved. rules.md M7, M8
    function _update(address from, address to, uint256 shares) internal override(ERC20, MusdtEntry, MusdtRequests) {
        super._update(from, to, shares);
    }

    /// @dev Neither vault, USDT nor mNFT can use what they are given.
    function _isLostAt(address to) internal view override(MusdtAccounts, MusdtLocks) returns (bool) {
        return super._isLostAt(to);
    }
}
