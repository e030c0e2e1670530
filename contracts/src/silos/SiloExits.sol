// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {SiloConversions} from "./SiloConversions.sol";
import {Silos_DeadlinePassed, Silos_ZeroAmount} from "./SiloErrors.sol";
import {SiloMath} from "./SiloMath.sol";
import {Books, Cause, Conditions} from "./SiloTypes.sol";

/// @title What goes out: redemptions and dividends. No pause stops them
abstract contract SiloExits is SiloConversions {
    using SafeERC20 for IERC20;

    /// @notice What an account may claim, in base units of USDC or XTZ. rules.md S18
    mapping(IERC20 token => mapping(address account => uint256 amount)) public owed;

    /// @notice USDtz were redeemed for USDC out of Silo 1: some went back to the inventory, the rest was burnt. 6 decimals.
    event RedeemedUsd(address indexed holder, address indexed to, uint256 amount, uint256 toInventory, uint256 burnt);

    /// @notice USDtz were burnt for XTZ out of Silo 2. 6 decimals; `high`: pHigh (WAD).
    event RedeemedXtz(address indexed holder, address indexed to, uint256 amount, uint256 xtzPaid, uint256 high);

    /// @notice An account took what it was owed, in base units of the token.
    event Claimed(address indexed account, IERC20 indexed token, address indexed to, uint256 amount);

    /// @notice Silo 2 is not worth the supply, so it pays nothing out. USD, 6 decimals. rules.md S11
    error Silos_Silo2Short(uint256 v2, uint256 supply);

    /// @notice The XTZ are less than the caller accepts. 6 decimals.
    error Silos_BelowMinXtz(uint256 xtzPaid, uint256 minXtz);

    /// @notice Silo 2 is not short, the latch is open, the supply is below the latch's least, or Silo 3 is empty: Silo 3
    /// buys nothing. rules.md S5
    error Silos_NothingToReplenish();

    /// @notice Redeems USDtz for USDC, $1 each. Needs no price, no setting and no role; only USDC itself. rules.md S11
    /// @dev Reverts with Silos_ZeroAmount, Silos_InvalidRecipient, ERC20InsufficientBalance.
    /// @param amount USDtz (6 decimals) of the caller.
    /// @param to Recipient of as many USDC.
    function redeemUsd(uint256 amount, address to) external nonReentrant {
        if (amount == 0) revert Silos_ZeroAmount();
        _checkRecipient(to);
        Books memory books = _books;
        usdtz.take(msg.sender, amount);
        uint256 burnt = SiloMath.burntAtRedemption(amount, books.f1, _supply());
        if (burnt > 0) usdtz.burn(address(this), burnt);
        inventory += amount - burnt;
        books.f1 -= amount;
        emit RedeemedUsd(msg.sender, to, amount, amount - burnt, burnt);
        _save(books, 0);
        usdc.safeTransfer(to, amount);
    }

    /// @notice Redeems USDtz for XTZ worth $1 each, less the spread, while Silo 2 is worth the supply. rules.md S11
    /// @dev Reverts with Silos_DeadlinePassed, Silos_ZeroAmount, Silos_InvalidRecipient, Silos_NoPrice,
    /// Silos_Silo2Short, Silos_BelowMinXtz, ERC20InsufficientBalance.
    /// @param amount USDtz (6 decimals) of the caller; burnt.
    /// @param to Recipient of the XTZ.
    /// @param minXtz Least XTZ (6 decimals) the caller accepts.
    /// @param deadline Last unix second in which the caller accepts.
    /// @return xtzPaid XTZ (6 decimals).
    function redeemXtz(uint256 amount, address to, uint256 minXtz, uint256 deadline)
        external
        nonReentrant
        returns (uint256 xtzPaid)
    {
        if (block.timestamp > deadline) revert Silos_DeadlinePassed(deadline, block.timestamp);
        _checkRecipient(to);
        Conditions memory now_ = settings.conditions();
        _requirePrice(now_);
        Books memory books = _books;
        uint256 supply = _supply();
        if (_isCrash(books, supply, now_)) _replenish(books, supply, now_);
        uint256 v2 = SiloMath.valueDown(books.x2, now_.low);
        if (v2 < supply) revert Silos_Silo2Short(v2, supply);
        xtzPaid = SiloMath.redeemedXtzDown(amount, now_.high, now_.parameters.xtzSpreadBps);
        if (xtzPaid == 0) revert Silos_ZeroAmount();
        if (xtzPaid < minXtz) revert Silos_BelowMinXtz(xtzPaid, minXtz);
        usdtz.burn(msg.sender, amount);
        books.x2 -= xtzPaid;
        emit RedeemedXtz(msg.sender, to, amount, xtzPaid, now_.high);
        _save(books, now_.low);
        xtz.safeTransfer(to, xtzPaid);
    }

    /// @notice Pays what the caller was credited of one token: a dividend, or the ecosystem's part. rules.md S18
    /// @dev Reverts with Silos_ZeroAmount, Silos_InvalidRecipient.
    /// @param token USDC or XTZ.
    /// @param to Recipient.
    /// @return amount In base units of the token.
    function claim(IERC20 token, address to) external nonReentrant returns (uint256 amount) {
        amount = owed[token][msg.sender];
        if (amount == 0) revert Silos_ZeroAmount();
        _checkRecipient(to);
        owed[token][msg.sender] = 0;
        Books memory books = _books;
        if (address(token) == address(usdc)) books.owedUsd -= amount;
        else books.owedXtz -= amount;
        emit Claimed(msg.sender, token, to, amount);
        _save(books, 0);
        token.safeTransfer(to, amount);
    }

    /// @notice Lets Silo 3, and only Silo 3, buy XTZ until Silo 2 is worth the supply again. Anyone may. rules.md S5
    /// @dev Reverts with Silos_NoPrice, Silos_UsdcUnsound, Silos_NothingToReplenish. An exchange worse than the bound is
    /// skipped and told of.
    function replenish() external nonReentrant {
        Conditions memory now_ = settings.conditions();
        _requirePrice(now_);
        _requireUsdc(now_);
        Books memory books = _books;
        uint256 supply = _supply();
        if (!_isCrash(books, supply, now_) || books.f3 == 0) revert Silos_NothingToReplenish();
        _replenish(books, supply, now_);
        _save(books, now_.low);
    }

    /// @dev Buys the deficit of Silo 2, at most what Silo 3 pays.
    function _replenish(Books memory books, uint256 supply, Conditions memory now_) private {
        uint256 missing = SiloMath.capUp(supply, now_.low) - books.x2;
        (uint256 spent, uint256 received) = _fill(Cause.Replenish, now_, true, missing, books.f3);
        books.f3 -= spent;
        books.x2 += received;
    }
}
