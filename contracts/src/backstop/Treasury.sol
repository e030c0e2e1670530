// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AccessControl} from "@openzeppelin/contracts/access/AccessControl.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {PAYEE_ROLE, REGISTRAR_ROLE, TREASURER_ROLE} from "./BackstopRoles.sol";

/// @title The protocol's own funds
/// @notice Receives the retained sale proceeds and pays what the protocol owes to a series: upfront shares, BTC
/// make-whole, and early redemptions within a budget.
contract Treasury is AccessControl, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    /// @notice USDT.
    IERC20 public immutable usdt;

    /// @notice USDT (6 decimals) the treasury may still spend on early redemptions of a series' Notes. rules.md B6
    mapping(address series => uint256 budgetUsdt) public earlyRedemptionBudget;

    /// @notice The treasury paid a series' debt. `amount` is in base units of `token`.
    event Paid(address indexed series, IERC20 indexed token, address indexed to, uint256 amount);

    /// @notice The treasurer took `amount` (base units of `token`) out.
    event TreasuryWithdrawn(IERC20 indexed token, address indexed to, uint256 amount);

    /// @notice The treasurer set what may be spent on early redemptions (USDT, 6 decimals).
    event EarlyRedemptionBudgetSet(address indexed series, uint256 budgetUsdt);

    /// @notice An early redemption was paid. Amounts in USDT (6 decimals).
    event EarlyRedemptionPaid(address indexed series, address indexed to, uint256 usdtAmount, uint256 budgetLeftUsdt);

    /// @notice More than the budget of the series. USDT, 6 decimals.
    error Backstop_ExceedsEarlyRedemptionBudget(uint256 requested, uint256 budgetUsdt);

    /// @notice More than the treasury holds, in base units of the token.
    error Backstop_TreasuryShort(uint256 requested, uint256 available);

    /// @param usdt_ USDT.
    /// @param admin Holder of DEFAULT_ADMIN_ROLE.
    constructor(IERC20 usdt_, address admin) {
        usdt = usdt_;
        _grantRole(DEFAULT_ADMIN_ROLE, admin);
        _setRoleAdmin(PAYEE_ROLE, REGISTRAR_ROLE);
    }

    /// @notice Pays a series' debt as far as the treasury can; being short is not an error. rules.md B9, B13
    /// @dev PAYEE_ROLE only.
    /// @param token Token to pay.
    /// @param amount Amount owed, in base units of `token`.
    /// @param to Recipient.
    /// @return paid The smaller of `amount` and the treasury's balance.
    function pull(IERC20 token, uint256 amount, address to)
        external
        onlyRole(PAYEE_ROLE)
        nonReentrant
        returns (uint256 paid)
    {
        paid = Math.min(amount, token.balanceOf(address(this)));
        if (paid == 0) return 0;
        emit Paid(msg.sender, token, to, paid);
        token.safeTransfer(to, paid);
    }

    /// @notice Pays an early redemption out of the calling series' budget. rules.md B6
    /// @dev PAYEE_ROLE only. Reverts with Backstop_ExceedsEarlyRedemptionBudget or Backstop_TreasuryShort.
    /// @param to Recipient; a USDT transfer fee, if one is on, is borne by the recipient.
    /// @param usdtAmount USDT (6 decimals).
    function payEarlyRedemption(address to, uint256 usdtAmount) external onlyRole(PAYEE_ROLE) nonReentrant {
        uint256 budget = earlyRedemptionBudget[msg.sender];
        if (usdtAmount > budget) revert Backstop_ExceedsEarlyRedemptionBudget(usdtAmount, budget);
        _requireBalance(usdt, usdtAmount);
        earlyRedemptionBudget[msg.sender] = budget - usdtAmount;
        emit EarlyRedemptionPaid(msg.sender, to, usdtAmount, budget - usdtAmount);
        usdt.safeTransfer(to, usdtAmount);
    }

    /// @notice Sets what may be spent on early redemptions of a series' Notes from now on. TREASURER_ROLE only.
    /// @param series Series whose Notes may be redeemed.
    /// @param budgetUsdt USDT (6 decimals); replaces the budget left.
    function setEarlyRedemptionBudget(address series, uint256 budgetUsdt) external onlyRole(TREASURER_ROLE) {
        earlyRedemptionBudget[series] = budgetUsdt;
        emit EarlyRedemptionBudgetSet(series, budgetUsdt);
    }

    /// @notice Takes funds out. TREASURER_ROLE only. Reverts with Backstop_TreasuryShort.
    /// @param token Token to take.
    /// @param amount Amount in base units of `token`.
    /// @param to Recipient.
    function withdraw(IERC20 token, uint256 amount, address to) external onlyRole(TREASURER_ROLE) nonReentrant {
        _requireBalance(token, amount);
        emit TreasuryWithdrawn(token, to, amount);
        token.safeTransfer(to, amount);
    }

    /// @dev USDT gives no reason for a balance that is too small (rules.md U3), so it is checked before.
    function _requireBalance(IERC20 token, uint256 amount) private view {
        uint256 available = token.balanceOf(address(this));
        if (amount > available) revert Backstop_TreasuryShort(amount, available);
    }
}
