// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Initializable} from "@openzeppelin/contracts/proxy/utils/Initializable.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Kept, StrayToken} from "../shared/StrayToken.sol";
import {Backstop_NotSeries} from "./BackstopErrors.sol";

/// @title What the ledger asks its series
interface StrayOwner {
    /// @notice Receives what belongs to nobody; reverts while a function of the series runs.
    function strayTo() external view returns (address);
}

/// @title USDT paid in by exercised Warrants: L
/// @notice Cloned once per series. Pays Notes, and what is left of it when they are paid goes to
/// the treasury. USDT sent here by anybody is not counted, and goes to the treasury. rules.md B6
contract SeriesLedger is Initializable {
    using SafeERC20 for IERC20;

    /// @notice USDT.
    IERC20 public immutable usdt;

    /// @notice Series that credits and pays.
    address public series;

    /// @notice L: what was paid in and not yet spent on Notes (USDT, 6 decimals).
    uint256 public balanceUsdt;

    /// @notice USDT (6 decimals) arrived from an exercised Warrant.
    event LedgerCredited(uint256 usdtAmount, uint256 balanceUsdt);

    /// @notice A Note was paid, or the treasury got what Notes do not need (USDT, 6 decimals).
    event LedgerPaid(address indexed to, uint256 usdtAmount, uint256 balanceUsdt);

    /// @notice More than L. USDT, 6 decimals.
    error Backstop_LedgerShort(uint256 requested, uint256 balanceUsdt);

    /// @dev Reverts with Backstop_NotSeries for any other caller.
    modifier onlySeries() {
        if (msg.sender != series) revert Backstop_NotSeries(msg.sender);
        _;
    }

    /// @param usdt_ USDT.
    constructor(IERC20 usdt_) {
        usdt = usdt_;
        _disableInitializers();
    }

    /// @notice Binds a new clone to its series, once.
    /// @param series_ Series that credits and pays.
    function initialize(address series_) external initializer {
        series = series_;
    }

    /// @notice Sends the treasury what came here by mistake: any other token, and USDT above what is counted. Anyone may
    /// call.
    /// @dev Reverts with Stray_NothingToRecover, and with ReentrancyGuardReentrantCall while a function of the series runs,
    /// the only time when less is counted than held.
    /// @param token Token to send.
    function recoverStray(IERC20 token) external {
        Kept[] memory kept = new Kept[](1);
        kept[0] = Kept(usdt, balanceUsdt);
        StrayToken.recover(token, StrayOwner(series).strayTo(), kept);
    }

    /// @notice Counts USDT that the series has just moved here. Series only. rules.md B6
    /// @param usdtAmount What arrived, measured (6 decimals).
    function credit(uint256 usdtAmount) external onlySeries {
        balanceUsdt += usdtAmount;
        emit LedgerCredited(usdtAmount, balanceUsdt);
    }

    /// @notice Pays a Note holder, or the treasury what Notes do not need; 0 does nothing. Series only. Reverts with Backstop_LedgerShort. rules.md B6, B11
    /// @param to Recipient; a USDT transfer fee, if one is on, is borne by the recipient.
    /// @param usdtAmount USDT (6 decimals).
    function pay(address to, uint256 usdtAmount) external onlySeries {
        if (usdtAmount == 0) return;
        if (usdtAmount > balanceUsdt) revert Backstop_LedgerShort(usdtAmount, balanceUsdt);
        balanceUsdt -= usdtAmount;
        emit LedgerPaid(to, usdtAmount, balanceUsdt);
        usdt.safeTransfer(to, usdtAmount);
    }
}
